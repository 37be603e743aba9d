"""Opening takes the time of a key derivation, so it happens on a thread of its own."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from kiosk.domain.errors import Refusal
from kiosk.ui.opening.presenter import Opened


class Background(QObject):
    """Runs openers one after the other, in the language of whoever asks for them."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._newest: Future[None] | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Opened],
        then: Callable[[Opened], None],
        refused: Callable[[Refusal], None],
        failed: Callable[[], None],
    ) -> None:
        """Run ``work`` elsewhere; then, back here, call exactly one of the others.

        An exception that nobody expected goes to ``sys.excepthook`` and to ``failed``.
        """

        def report(error: BaseException) -> None:
            failed()
            sys.excepthook(type(error), error, error.__traceback__)

        self._newest = self._executor.submit(
            copy_context().run, self._work, work, then, refused, report
        )

    def close(self) -> None:
        """Finish what was begun, deliver it, and end the thread."""
        newest, self._newest = self._newest, None
        if newest is not None:
            newest.result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._executor.shutdown()

    def _work(
        self,
        work: Callable[[], Opened],
        then: Callable[[Opened], None],
        refused: Callable[[Refusal], None],
        report: Callable[[BaseException], None],
    ) -> None:
        try:
            continuation = partial(then, work())
        except Refusal as refusal:
            continuation = partial(refused, refusal)
        except BaseException as error:  # noqa: BLE001 - reported on the main thread
            continuation = partial(report, error)
        self._answered.emit(continuation)

    @Slot(object)
    def _deliver(self, continuation: Callable[[], None]) -> None:
        continuation()
