"""Garbage is collected on the main thread only.

Python collects wherever the next object happens to be made. On the worker thread that could
destroy a widget there, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 2000
SELDOM = 30
"""Every so many rounds the old objects are looked at too."""


class MainThreadCollector(QObject):
    """Takes over from automatic collection until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._timer = QTimer(self, interval=OFTEN_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        gc.disable()

    def collect(self) -> None:
        """Collect what is young, and now and then everything."""
        self._rounds += 1
        gc.collect(1 if self._rounds % SELDOM else 2)

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
