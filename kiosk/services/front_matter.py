"""The head of a content file: facts as TOML between two lines of ``+++``, above the text itself.

Stories and brochures begin alike. What their bodies may hold differs, so each reads its own.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

FENCE = "+++"
MOST_IN_HEAD = 8_000
"""Characters; far more than facts need, and few enough that no key of theirs takes minutes."""
_PLACE = re.compile(r"line (\d+)")


class FrontMatterTrouble(Exception):
    """The head can't be read; ``is_missing`` when there is none. Lines count from 1."""

    def __init__(self, line: int, *, is_missing: bool) -> None:
        super().__init__(line)
        self.line, self.is_missing = line, is_missing


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Facts and body of one file, as its ``lines``; ``end`` is the index of the second fence."""

    facts: Mapping[str, object]
    lines: tuple[str, ...]
    end: int

    @property
    def body(self) -> tuple[str, ...]:
        """The lines below the facts; the first is line ``end + 2`` of the file."""
        return self.lines[self.end + 1 :]

    def line_of(self, key: str) -> int:
        """Where a fact stands; the first line when it is missing."""
        head = enumerate(self.lines[: self.end], 1)
        return next((at for at, line in head if re.match(rf"\s*{key}\s*=", line)), 1)

    def line_of_table(self, key: str, number: int) -> int:
        """Where the table ``[[key]]`` stands that comes after ``number`` others."""
        head = enumerate(self.lines[: self.end], 1)
        found = [at for at, line in head if re.match(rf"\s*\[\[\s*{key}\s*\]\]", line)]
        return found[number] if number < len(found) else self.line_of(key)


def split_front_matter(written: str) -> FrontMatter:
    """Take a file apart.

    Raises:
        FrontMatterTrouble: There are no two fences, or what stands between them is no TOML.
    """
    lines = tuple(written.splitlines())
    fences = [index for index, line in enumerate(lines) if line.strip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:  # noqa: PLR2004 - one opens, one closes
        raise FrontMatterTrouble(1, is_missing=True)
    head = lines[1 : fences[1]]
    if sum(map(len, head)) > MOST_IN_HEAD:
        raise FrontMatterTrouble(1, is_missing=False)
    try:
        # an empty line stands for the fence, so that the lines that TOML counts are the file's
        return FrontMatter(tomllib.loads("\n".join(["", *head])), lines, fences[1])
    except RecursionError as error:  # brackets within brackets, thousands deep
        raise FrontMatterTrouble(1, is_missing=False) from error
    except ValueError as error:  # no TOML, or a number that is longer than Python reads
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else fences[1]  # "at end of document"
        raise FrontMatterTrouble(line, is_missing=False) from error
