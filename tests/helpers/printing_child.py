"""The printing child with a PDF file as its printer; a name of that file's stem chooses it.

usage: printing_child.py FOLDER
"""

import runpy
import sys
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

CHILD = Path(__file__).parents[2] / "kiosk" / "ui" / "devices" / "print_child.py"


def main(folder: Path) -> None:
    """Serve as the real one does; "hangs" is a printer that never answers."""
    child = runpy.run_path(str(CHILD))

    def device(name: str) -> QPrinter | None:
        if name == "hangs":
            sys.stdin.buffer.read()
        if name == "crashes":
            raise SystemExit(3)
        if name == "gone":
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{name}.pdf"))
        return printer

    child["main"](device)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
