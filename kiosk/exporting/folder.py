"""The day as a folder of CSV files, one for each sheet, as a Belgian spreadsheet opens them.

UTF-8 with a byte order mark and semicolons: a double click in Excel then shows letters and columns
as they are.
"""

import csv
import io
from datetime import datetime, time
from pathlib import Path

from kiosk.exporting.replacing import new_folder, write_files
from kiosk.exporting.sheets import Cell, Sheet, sheets_of
from kiosk.i18n import speaking
from kiosk.services.export import DayExport


def write_folder(results: DayExport, folder: Path, language: str) -> None:
    """Write the CSV files in a language; none is replaced when not all can be written.

    Raises:
        Refusal: FILE_EXISTS, FOLDER_UNWRITABLE, DISK_FULL, or TARGET_OPEN.
    """
    with speaking(language):
        sheets = sheets_of(results)
    contents = {folder / f"{sheet.name.casefold()}.csv": _bytes_of(sheet) for sheet in sheets}
    with new_folder(folder):
        write_files(contents)


def _bytes_of(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";")
    lines.writerow([column.title for column in sheet.columns])
    lines.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds")
        case time():
            return cell.isoformat(timespec="minutes")
        case _:
            return str(cell)
