"""A table as a spreadsheet shows it: numbered rows of text. Readers for each file form make one."""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.domain.errors import Refusal, RefusalCode

MAX_BYTES = 20_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 500


class TableTrouble(StrEnum):
    """Why a file is no table; texts live in :mod:`kiosk.i18n.import_messages`."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    OPEN_QUOTE = "open-quote"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - a code
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_MANY_COLUMNS = "too-many-columns"


def unreadable(trouble: TableTrouble) -> Refusal:
    """The refusal of a file that can't be read as a table; the reader adds the path."""
    return Refusal(RefusalCode.UNREADABLE_TABLE, reason=trouble.value)


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` counts from 1 as a spreadsheet does, whatever line breaks its cells hold."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything to see."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; a text file is a single sheet without a name."""

    name: str
    rows: tuple[Row, ...]


def table_of(name: str, rows: Sequence[Sequence[str]]) -> Table:
    """Number the rows and hold them against the limits."""
    if len(rows) > MAX_ROWS:
        raise unreadable(TableTrouble.TOO_MANY_ROWS)
    if max(map(len, rows), default=0) > MAX_COLUMNS:
        raise unreadable(TableTrouble.TOO_MANY_COLUMNS)
    return Table(name, tuple(Row(number, tuple(row)) for number, row in enumerate(rows, 1)))


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Refusals within the block are about this file, and say so."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(refusal.code, **{"path": str(path), **refusal.facts}) from refusal


def read_bytes(path: Path) -> bytes:
    """The content of a file of bearable size. Pipes and devices may never end: they are no files.

    Raises:
        Refusal: FILE_NOT_FOUND, FILE_UNREADABLE, or UNREADABLE_TABLE when it is too large.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path))
        if found.st_size > MAX_BYTES:
            raise unreadable(TableTrouble.TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(RefusalCode.FILE_NOT_FOUND, path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path)) from error
