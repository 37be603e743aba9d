"""Asks, on a thread of its own, whether what somebody typed at the lock opens it."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from kiosk.data.eventfile import EventFile
from kiosk.domain.errors import Refusal
from kiosk.services.pin import has_pin, pin_is


class Unlocker(QObject):
    """Checking is slow on purpose, so neither the screens nor the scans wait for it."""

    _answered = Signal(object)

    def __init__(self, file: EventFile, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._has_pin = has_pin(file.unit())
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="unlocking")
        self._newest: Future[None] | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def has_pin(self) -> bool:
        """Whether a PIN was in force when somebody last looked."""
        return self._has_pin

    def look(self) -> None:
        """See whether a PIN is in force now; one may be set while the program runs."""
        self._newest = self._executor.submit(self._look)

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        """Call ``then`` on the main thread with whether it is the PIN or the passphrase."""
        self._newest = self._executor.submit(self._run, secret, then)

    def drain(self) -> None:
        """Wait until what was asked is answered."""
        newest, self._newest = self._newest, None
        if newest is not None:
            newest.result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Finish what was asked and end the thread."""
        self.drain()
        self._executor.shutdown()

    def _run(self, secret: str, then: Callable[[bool], None]) -> None:
        try:
            continuation = partial(then, self._opens(secret))
        except BaseException as error:  # noqa: BLE001 - reported on the main thread
            continuation = partial(_report, error, then)
        self._answered.emit(continuation)

    def _look(self) -> None:
        self._has_pin = has_pin(self._file.unit())

    def _opens(self, secret: str) -> bool:
        """The passphrase opens even where the PIN can't be read."""
        with suppress(Refusal):
            if pin_is(self._file.unit(), secret):
                return True
        return self._file.unlocks_with(secret)

    @Slot(object)
    def _deliver(self, continuation: Callable[[], None]) -> None:
        continuation()


def _report(error: BaseException, then: Callable[[bool], None]) -> None:
    then(False)
    sys.excepthook(type(error), error, error.__traceback__)
