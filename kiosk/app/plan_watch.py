"""Looks after a plan that is being made elsewhere, from the thread of the screens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.domain.plan import Clash, PlanStep, SeatingPlan
from kiosk.planning.worker import PlanFailed, PlanJob

POLL_MS = 60


class PlanWatch(QObject):
    """One job at a time; ``ended`` gets the job and what came of it.

    A job that failed is told to ``failed``, and then raised as the fault that it is.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: PlanJob | None = None
        self._steps = 0
        self._stepped: Callable[[PlanStep], None] = _nothing
        self._ended: Callable[[PlanJob, SeatingPlan | Clash], None] = _no_end
        self._failed: Callable[[], None] = _no_one
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether a job is on its way."""
        return self._job is not None

    def start(
        self,
        job: PlanJob,
        ended: Callable[[PlanJob, SeatingPlan | Clash], None],
        *,
        stepped: Callable[[PlanStep], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Start a job in the place of the one before, and watch it."""
        self.cancel()
        self._job, self._steps, self._ended = job, 0, ended
        self._stepped, self._failed = stepped or _nothing, failed or _no_one
        job.start()
        self._timer.start()

    def cancel(self) -> None:
        """Give it up; nobody hears of it any more."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        for step in job.poll()[self._steps :]:
            self._steps += 1
            self._stepped(step)
        try:
            result = job.result()
        except PlanFailed:
            self.cancel()
            self._failed()
            raise
        if result is not None:
            self.cancel()
            self._ended(job, result)


def _nothing(_step: PlanStep) -> None:
    """Nobody wants to know how far it is."""


def _no_end(_job: PlanJob, _result: SeatingPlan | Clash) -> None:
    """Nothing was started."""


def _no_one() -> None:
    """Nobody waits for it."""
