"""Printing through the child process: true sizes, whole codes, and trouble that stays there."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kiosk.domain.print_jobs import PrinterRefused
from kiosk.i18n import speaking
from kiosk.printing.badges import badge_sheets
from kiosk.printing.brochures import brochure
from kiosk.printing.documents import Sheet
from kiosk.services.paperwork import BadgeBatch
from kiosk.ui.devices import print_child
from kiosk.ui.devices.printer import Printers, SystemPrinter
from tests.helpers.days import an_event
from tests.printing import pdfs
from tests.printing.samples import a_badge, a_brochure

PLAYED = Path(__file__).parents[2] / "helpers" / "printing_child.py"
A4, A6 = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A6


def badge_pdf() -> tuple[bytes, str]:
    badge = a_badge()
    with speaking("nl"):
        return badge_sheets(BadgeBatch(an_event(), (badge,)), "nl", Sheet.A6), badge.code


def pdf_device(path: Path, loaded: QPageSize.PageSizeId) -> QPrinter:
    """A printer that writes PDF and holds this paper, with the margins that printers have."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    portrait = QPageLayout.Orientation.Portrait
    margins = QMarginsF(18, 18, 18, 18)
    device.setPageLayout(QPageLayout(QPageSize(loaded), portrait, margins))
    return device


def ink_box(content: bytes) -> tuple[float, float, float, float]:
    """Where there is ink on the first page, in mm from the left and from the top."""
    (page,) = pypdfium2.PdfDocument(content)
    picture = page.render(scale=2).to_pil().convert("L").point(lambda grey: 255 * (grey < 250))
    box = picture.getbbox()
    assert box is not None
    return tuple(side / 2 / 72 * 25.4 for side in box)  # type: ignore[return-value]


@pytest.mark.parametrize(("loaded", "size"), [(A6, (105, 148)), (A4, (210, 297))])
def test_a_badge_prints_whole_on_what_lies_in_the_printer(
    qapp: QApplication, tmp_path: Path, loaded: QPageSize.PageSizeId, size: tuple[int, int]
):
    content, code = badge_pdf()
    path = tmp_path / "out.pdf"
    assert print_child.print_pdf(content, "Badge 17", pdf_device(path, loaded))
    printed = path.read_bytes()
    assert pdfs.millimetres(printed) == {size}
    assert pdfs.codes(printed) == [code]


def test_on_a4_a_badge_has_its_true_size_in_the_middle(qapp: QApplication, tmp_path: Path):
    content, _code = badge_pdf()
    path = tmp_path / "out.pdf"
    print_child.print_pdf(content, "Badge 17", pdf_device(path, A4))
    left, top, right, _bottom = ink_box(path.read_bytes())
    # the coloured header is as wide as the card and begins at its upper edge
    assert (left, right) == pytest.approx((52.5, 157.5), abs=0.5)
    assert top == pytest.approx((297 - 148) / 2, abs=0.5)


def test_a_sheet_too_small_for_the_page_gives_way_to_one_that_fits(
    qapp: QApplication, tmp_path: Path
):
    path = tmp_path / "out.pdf"
    with speaking("nl"):
        content = brochure(an_event(), a_brochure())
    assert print_child.print_pdf(content, "Brochure 17", pdf_device(path, A6))
    printed = path.read_bytes()
    assert pdfs.millimetres(printed) == {(148, 210)}
    assert len(pypdfium2.PdfDocument(printed)) == 12


def test_what_is_no_pdf_is_refused(qapp: QApplication, tmp_path: Path):
    assert not print_child.print_pdf(b"%PDF-", "Badge 17", pdf_device(tmp_path / "out.pdf", A6))


@pytest.fixture
def played(tmp_path: Path) -> Iterator[SystemPrinter]:
    printer = SystemPrinter("office", command=(sys.executable, str(PLAYED), str(tmp_path)))
    yield printer
    printer.close()


def test_a_paper_travels_through_the_child_to_the_printer(played: SystemPrinter, tmp_path: Path):
    content, code = badge_pdf()
    assert played.is_ready()
    played.print_pdf(content, "Badge 17")
    printed = (tmp_path / "office.pdf").read_bytes()
    assert pdfs.codes(printed) == [code]
    assert pdfs.metadata(printed)["Title"] == "Badge 17"
    assert [path.name for path in tmp_path.iterdir()] == ["office.pdf"]


def test_a_printer_that_is_gone_is_not_ready_and_refuses(played: SystemPrinter):
    played.name = "gone"
    assert not played.is_ready()
    with pytest.raises(PrinterRefused):
        played.print_pdf(badge_pdf()[0], "Badge 17")


def test_a_driver_that_falls_over_takes_one_paper_and_nothing_else(
    played: SystemPrinter, tmp_path: Path
):
    content, code = badge_pdf()
    played.name = "crashes"
    with pytest.raises(PrinterRefused):
        played.print_pdf(content, "Badge 17")
    played.name = "office"
    played.print_pdf(content, "Badge 17")
    assert pdfs.codes((tmp_path / "office.pdf").read_bytes()) == [code]


def test_a_driver_that_hangs_is_taken_for_gone(tmp_path: Path):
    command = (sys.executable, str(PLAYED), str(tmp_path))
    printer = SystemPrinter("hangs", command=command, patience=0.1)
    assert not printer.is_ready()
    printer.close()


def test_after_giving_up_nothing_is_printed_any_more(played: SystemPrinter):
    played.give_up()
    assert not played.is_ready()
    with pytest.raises(PrinterRefused):
        played.print_pdf(badge_pdf()[0], "Badge 17")


def test_the_real_child_says_what_printers_there_are_or_that_there_are_none():
    printer = SystemPrinter()
    found = printer.printers()
    assert isinstance(found, Printers)
    assert printer.is_ready() == bool(found.default)
    printer.close()


def test_a_name_that_no_printer_has_is_a_calm_no():
    printer = SystemPrinter("<b>no such printer</b>\n")
    assert not printer.is_ready()
    printer.close()


def test_what_the_printing_system_writes_down_is_written_where_it_is_erased(tmp_path: Path):
    script = tmp_path / "child.py"
    script.write_text(
        "import json, sys, tempfile\n"
        "sys.stdin.readline()\n"
        "print(json.dumps({'printers': [tempfile.gettempdir()]}), flush=True)\n",
        encoding="utf-8",
    )
    scratch = tmp_path / "tray"
    scratch.mkdir()
    printer = SystemPrinter(scratch=scratch, command=(sys.executable, str(script)))
    assert printer.printers().names == (str(scratch),)
    printer.close()
