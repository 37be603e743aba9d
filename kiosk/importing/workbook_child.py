"""Reads a workbook from stdin and writes its sheets to stdout as JSON; a process of its own.

The reader fills every cell up to the farthest one and aborts the whole process when memory does
not suffice, so one stray cell in a damaged file could take the desk down with it. Here it takes
down only this child. Run by path: it may use nothing of the program but itself.
"""

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
Answer: TypeAlias = dict[str, str | list[tuple[str, list[list[str]]]]]

MEMORY = 2 * 1024**3


def as_text(cell: Cell) -> str:
    """A cell as somebody would type it: 1.0 is 1, a date is written the ISO way."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


def read(content: bytes, max_rows: int, max_columns: int) -> Answer:
    """Either ``sheets``, each with its name and rows, or a ``trouble``."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
            if any((sheet.end or (0, 0))[1] >= max_columns for sheet in sheets):
                return {"trouble": "too-many-columns"}
            return {"sheets": [(sheet.name, _rows(sheet, max_rows)) for sheet in sheets]}
    except PasswordError:
        return {"trouble": "password"}
    except (CalamineError, OSError, ValueError):
        return {"trouble": "damaged"}


def _rows(sheet: CalamineSheet, max_rows: int) -> list[list[str]]:
    rows = sheet.to_python(skip_empty_area=False, nrows=max_rows + 1)
    return [[as_text(cell) for cell in row] for row in rows]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Serve one workbook; the limits on rows and columns come as arguments."""
    _limit_memory()
    max_rows, max_columns = map(int, sys.argv[1:3])
    answer = read(sys.stdin.buffer.read(), max_rows, max_columns)
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
