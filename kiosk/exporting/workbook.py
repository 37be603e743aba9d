"""The day as one workbook, which prints as it looks and runs nothing that people typed."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.exporting.replacing import write_files
from kiosk.exporting.sheets import Cell, Sheet, sheets_of
from kiosk.i18n import _, speaking
from kiosk.services.export import DayExport

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER_HEIGHT = 26
A4 = 9
_OPTIONS = {
    # temporary files would hold names outside the encrypted event
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_INK, _PRIMARY, _LINE = "#17212B", "#0B5F66", "#DDD7CB"


class Format(Protocol):
    """A cell format of the workbook; only passed on."""


def write_workbook(results: DayExport, path: Path, language: str) -> None:
    """Write the workbook in a language; what stood there before stays when that fails.

    Raises:
        Refusal: FOLDER_UNWRITABLE, DISK_FULL, or TARGET_OPEN.
    """
    with speaking(language):
        write_files({path: _bytes_of(results)})


def _bytes_of(results: DayExport) -> bytes:
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties(_properties(results))
        styles = _Styles(book)
        for sheet in sheets_of(results):
            _write(book.add_worksheet(sheet.name), sheet, styles, results.event.title)
    return buffer.getvalue()


def _properties(results: DayExport) -> dict[str, str | datetime]:
    title = _("{event}: results").format(event=results.event.title)
    return {
        "title": title,
        "subject": f"{results.event.place}, {results.event.date:%Y-%m-%d}",
        "category": _("Confidential"),
        "comments": _("Names people who took part: for the organisers alone."),
        "author": "Stoelendans",
        "created": results.made_at.replace(tzinfo=None),
    }


class _Styles:
    """The formats of one workbook, chosen by what a cell holds."""

    def __init__(self, book: "Workbook") -> None:
        base = {"align": "left", "valign": "top", "font_color": _INK}
        ruled = base | {"bottom": 1, "bottom_color": _LINE}
        white_on_green = {"bold": True, "font_color": "#FFFFFF", "bg_color": _PRIMARY}
        text = book.add_format(ruled | {"text_wrap": True, "num_format": "@"})
        self.header: Format = book.add_format(base | white_on_green | {"valign": "vcenter"})
        self._of: dict[type, Format] = {
            type(None): text,
            str: text,
            int: book.add_format(ruled | {"num_format": "0"}),
            time: book.add_format(ruled | {"num_format": "hh:mm"}),
            date: book.add_format(ruled | {"num_format": "yyyy-mm-dd"}),
            datetime: book.add_format(ruled | {"num_format": "yyyy-mm-dd hh:mm"}),
        }

    def of(self, cell: Cell) -> Format:
        return self._of[type(cell)]


def _write(page: "Worksheet", sheet: Sheet, styles: _Styles, event: str) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, column.title, styles.header)
    for row, cells in enumerate(sheet.rows, start=1):
        for at, cell in enumerate(cells):
            _write_cell(page, row, at, cell, styles.of(cell))
    page.set_row(0, HEADER_HEIGHT)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    _set_up_print(page, event)


def _write_cell(page: "Worksheet", row: int, at: int, cell: Cell, style: Format) -> None:
    match cell:
        case None | "":
            page.write_blank(row, at, None, style)
        case str():
            page.write_string(row, at, cell, style)
        case int():
            page.write_number(row, at, cell, style)
        case _:
            page.write_datetime(row, at, cell, style)


def _set_up_print(page: "Worksheet", event: str) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.hide_gridlines(1)
    notice = _("{event} · confidential").format(event=event[:80])
    # an ampersand begins a code in a footer
    page.set_footer(f"&L{notice.replace('&', '&&')}&C&A&R&P / &N")
