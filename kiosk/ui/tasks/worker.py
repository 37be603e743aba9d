"""One thread for what people wait for, one for what takes long; the main thread waits for none.

Each answers in the order in which it was asked. An answer returns to the main thread through a
queued signal, so that by the time a verdict is painted its transaction is on the disk.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from kiosk.domain.errors import Refusal
from kiosk.services.ports import UnitFactory, UnitOfWork

Answer = TypeVar("Answer")


class DatabaseWorker(QObject):
    """Runs use cases off the main thread and their continuations on it.

    ``refused`` carries a Refusal that the asker left to the window; ``failed`` an exception that
    nobody expected, which goes to ``sys.excepthook`` as well.
    """

    refused = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, units: UnitFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._ahead = ThreadPoolExecutor(1, thread_name_prefix="event-file")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="event-file-aside")
        self._newest: dict[ThreadPoolExecutor, Future[None]] = {}
        self._closing = self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run ``use_case`` when those asked before are done, and ``then`` with its answer.

        After ``close`` nothing runs any more: the file is about to be closed too.
        """
        self._submit(self._ahead, use_case, then, otherwise)

    def ask_aside(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run what takes long when such questions asked before are done, beside all others.

        Where it ends after ``close`` began, nobody hears of it: what it was for is gone.
        """
        refuse = otherwise or self.refused.emit
        self._submit(self._aside, use_case, self._while_open(then), self._while_open(refuse))

    def drain(self) -> None:
        """Wait until every question is answered, those asked by the answers included."""
        while self._newest:
            newest, self._newest = self._newest, {}
            wait(newest.values())
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Finish what was asked, deliver it, and end the threads."""
        self._closing = True
        self.drain()
        self._closed = True
        self._ahead.shutdown()
        self._aside.shutdown()

    def _submit(
        self,
        thread: ThreadPoolExecutor,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None,
    ) -> None:
        if not self._closed:
            refuse = otherwise or self.refused.emit
            self._newest[thread] = thread.submit(self._run, use_case, then, refuse)

    def _while_open(self, then: Callable[[Answer], None]) -> Callable[[Answer], None]:
        def told(answer: Answer) -> None:
            if not self._closing:
                then(answer)

        return told

    def _run(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        refuse: Callable[[Refusal], None],
    ) -> None:
        try:
            continuation = partial(then, use_case(self._units()))
        except Refusal as refusal:
            continuation = partial(refuse, refusal)
        except BaseException as error:  # noqa: BLE001 - reported on the main thread
            continuation = partial(self._report, error)
        self._answered.emit(continuation)

    @Slot(object)
    def _deliver(self, continuation: Callable[[], None]) -> None:
        continuation()

    def _report(self, error: BaseException) -> None:
        self.failed.emit(error)
        sys.excepthook(type(error), error, error.__traceback__)
