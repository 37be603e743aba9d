"""Prints, in a process of its own: requests come in on stdin, answers go out on stdout.

A printer driver may take seconds, hang or fall over, and Qt holds Python's lock while it waits for
one. Here that takes nobody's scan along. Run by path: it uses nothing of the program but itself.

A request is a line of JSON, for ``print`` followed by ``size`` bytes of PDF; an answer is a line
of JSON. Nothing is written to the disk.
"""

import json
import sys
from collections.abc import Callable
from typing import BinaryIO, TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

Answer: TypeAlias = dict[str, str | bool | list[str]]
Device: TypeAlias = Callable[[str], QPrinter | None]

MOST_DPI = 600
POINTS = 72
SLACK = 3.0
"""In points: a sheet that is less than a millimetre smaller still counts as the page's own size."""


def system_device(name: str) -> QPrinter | None:
    """The printer of that name, or the system's default; None when it is not there."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull() or info.state() == QPrinter.PrinterState.Error:
        return None
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_pdf(content: bytes, title: str, device: QPrinter) -> bool:
    """Put each page on a sheet of its own, at its true size; False when it was not taken."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or not document.pageCount():
        return False
    device.setDocName(title)
    device.setResolution(min(device.resolution(), MOST_DPI))
    device.setFullPage(True)
    choose_sheet(device, document.pagePointSize(0))
    painter = QPainter()
    if not painter.begin(device):
        return False
    # a QR code has sharp edges, which the usual compression of pictures would smear
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for number in range(document.pageCount()):
        if number and not device.newPage():
            device.abort()
            return False
        _paint(painter, device, document, number)
    return painter.end() and device.printerState() != QPrinter.PrinterState.Error


def choose_sheet(device: QPrinter, page: QSizeF) -> None:
    """Feed what lies in the printer if the page fits on it, else a sheet of the page's own size.

    What lies in it is what the printer's settings call its paper. Asking an office printer that
    holds A4 for cards of A6 would stop it, and the queue behind it, with a request for paper.
    """
    loaded = device.pageLayout().pageSize()
    sheet = loaded
    if not _holds(loaded.sizePoints(), page):
        sheet = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(sheet, orientation, QMarginsF(0, 0, 0, 0)))
    device.setFullPage(True)


def _holds(sheet: QSize, page: QSizeF) -> bool:
    return sheet.width() + SLACK >= page.width() and sheet.height() + SLACK >= page.height()


def _paint(painter: QPainter, device: QPrinter, document: QPdfDocument, number: int) -> None:
    scale = device.resolution() / POINTS
    page = document.pagePointSize(number) * scale
    size = QSize(round(page.width()), round(page.height()))
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    on_white = QPainter(picture)
    on_white.drawImage(0, 0, document.render(number, size))
    on_white.end()
    sheet = device.pageLayout().fullRectPixels(device.resolution())
    spare = QPointF(sheet.width() - size.width(), sheet.height() - size.height()) / 2
    painter.drawImage(QRectF(spare, QSizeF(size)), picture)


def printers() -> Answer:
    """Every printer that the system knows, and which of them is its default."""
    names = QPrinterInfo.availablePrinterNames()
    return {"printers": names, "default": QPrinterInfo.defaultPrinterName()}


def serve(source: BinaryIO, target: BinaryIO, device: Device) -> None:
    """Answer one request after another until nobody asks any more."""
    for line in source:
        request = json.loads(line)
        answer = _answer(request, source, device)
        target.write(json.dumps(answer).encode() + b"\n")
        target.flush()


def _answer(request: dict[str, str | int], source: BinaryIO, device: Device) -> Answer:
    if request["ask"] == "printers":
        return printers()
    if request["ask"] == "ready":
        return {"ready": device(str(request["printer"])) is not None}
    content = source.read(int(request["size"]))
    found = device(str(request["printer"]))
    return {"printed": found is not None and print_pdf(content, str(request["title"]), found)}


def main(device: Device = system_device) -> None:
    """Serve the program that started this process; it needs no screen."""
    application = QGuiApplication(["stoelendans", "-platform", "offscreen"])
    serve(sys.stdin.buffer, sys.stdout.buffer, device)
    application.quit()


if __name__ == "__main__":
    main()
