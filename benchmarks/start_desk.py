"""The whole program on an event file, until the desk can be used; then it says when that was.

Only the event loop is replaced, by one that ends as soon as there is nothing left to do.
"""

import sys
import time
from typing import TYPE_CHECKING

from kiosk.app import start
from kiosk.cli import main

if TYPE_CHECKING:  # the program loads these itself, and in its own order
    from PySide6.QtWidgets import QApplication

    from kiosk.app.program import Program


def run_until_usable(app: "QApplication", program: "Program") -> int:
    """Shown, everything read from the file, every event dealt with."""
    program.worker.drain()
    app.processEvents()
    assert program.window.isVisible()
    assert program.stations.desk._presenter.screen.state is not None  # noqa: SLF001
    print(time.monotonic(), flush=True)
    program.close()
    return 0


start._run = run_until_usable  # type: ignore[assignment]  # noqa: SLF001
sys.exit(main(sys.argv[1:]))
