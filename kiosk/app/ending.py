"""Being told to end from outside: the program lets go of everything as if it had been closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HEARTBEAT_MS = 500
"""Python hears a signal when it next runs, and in a window where nothing happens it does not."""


@contextmanager
def ends_when_told(app: "QApplication") -> Iterator[None]:
    """Within the block SIGTERM ends the event loop, without asking for a PIN.

    Papers with names are erased and the file is folded on the way out.
    """
    from PySide6.QtCore import QTimer

    def end(_number: int, _frame: FrameType | None) -> None:
        app.exit(0)

    former = signal.signal(signal.SIGTERM, end)
    heartbeat = QTimer(interval=HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    try:
        yield
    finally:
        heartbeat.stop()
        signal.signal(signal.SIGTERM, former)
