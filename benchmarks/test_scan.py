"""Scan → verdict, beside a bare durable commit of the same rows through the bare driver."""

from collections.abc import Callable
from time import perf_counter
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.days import BigDay
from kiosk.domain.clock import SystemClock
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.ui.desk.answer_card import AnswerCard
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme

DESK = DeskPost("desk 1", "Els")
SCANS = 700
PAINTED = 300
ROW = 1000
FLOOR = "bare durable commit of the same rows"


def test_scan_to_verdict(day: BigDay, figure: Callable[..., None]) -> None:
    clock = SystemClock()

    def check_in(code: str) -> VerdictCode:
        return scan(day.file.unit(), clock, code, desk=DESK).code

    ours, floor = turn_by_turn(day, list(day.codes.items())[: 2 * SCANS], check_in)
    figure(f"scan → verdict, {len(day.codes):,} attendees", ours, floor, FLOOR, "under twice")


def test_scan_to_verdict_painted(
    day: BigDay, qapp: QApplication, figure: Callable[..., None]
) -> None:
    """Through the worker's thread and the desk's own widgets, until the new card is painted."""
    desk = ShownDesk(day, qapp)
    last = list(day.codes.items())[2 * SCANS : 2 * (SCANS + PAINTED)]
    ours, floor = turn_by_turn(day, last, desk.check_in)
    desk.close()
    name = f"scan → verdict painted, {len(day.codes):,} attendees"
    figure(name, ours, floor, FLOOR, "the commit and one 16.7 ms frame")


def test_a_thousand_scans_in_a_row(
    day: BigDay, qapp: QApplication, figure: Callable[..., None]
) -> None:
    """The last fifth of a thousand scans beside the first: nothing grows with the evening."""
    desk = ShownDesk(day, qapp)
    known = list(day.codes.values())[:100]
    seconds = []
    for number in range(ROW):
        begun = perf_counter()
        desk.check_in(known[number % len(known)])
        seconds.append(perf_counter() - begun)
    desk.close()
    fifth = ROW // 5
    name = f"the last 200 of 1,000 scans, {len(day.codes):,} attendees"
    figure(name, seconds[-fifth:], seconds[:fifth], "the first 200", "no growth")


class ShownDesk:
    """A desk in a window, on its own thread for the file."""

    def __init__(self, day: BigDay, app: QApplication) -> None:
        apply_theme(app)
        self._app = app
        self._verdicts: list[Verdict] = []
        self._worker = DatabaseWorker(day.file.unit)
        self._desk = DeskStation(DeskPresenter(self._worker, SystemClock(), station="desk 1"))
        self._desk.judged.connect(self._verdicts.append)
        self._desk.resize(1366, 704)
        self._desk.show()
        self._desk.refresh()
        self._worker.drain()
        self._card = Paints(self._desk.findChild(AnswerCard))

    def check_in(self, code: str) -> VerdictCode:
        """Scan, and wait until the answer is painted."""
        known = len(self._verdicts)
        self._desk.take_scan(code)
        while len(self._verdicts) == known:
            self._app.processEvents()
        painted = self._card.count
        while self._card.count == painted:  # Qt paints what has changed, all of it in one go
            self._app.processEvents()
        return self._verdicts[-1].code

    def close(self) -> None:
        """Put the window and the thread away."""
        self._worker.close()
        self._desk.close()


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def turn_by_turn(
    day: BigDay, people: list[tuple[UUID, str]], check_in: Callable[[str], VerdictCode]
) -> tuple[list[float], list[float]]:
    """Seconds of ours and of the floor, by turns, so that a slow moment meets both."""
    half = len(people) // 2
    ours, floor = [], []
    for (_, code), (attendee, _) in zip(people[:half], people[half:], strict=True):
        begun = perf_counter()
        verdict = check_in(code)
        ours.append(perf_counter() - begun)
        assert verdict is VerdictCode.WELCOME
        with day.turn:  # the desk looks at the file now and then, on its own thread
            floor.append(bare_commit(day, attendee.hex))
    return ours, floor


def bare_commit(day: BigDay, attendee: str) -> float:
    """The same two rows with the same indexes, by hand; seconds from first word to durable.

    The journal row is taken back afterwards, outside the measurement, to keep its chain whole.
    """
    connection = day.driver
    moment = "2023-03-21 13:02:00.000000"
    sequence = connection.execute("SELECT max(sequence) + 1 FROM journal").fetchone()[0]
    subjects, facts = f'["{uuid4()}"]', '{"verdict": "welcome"}'
    begun = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO check_in VALUES (?, ?, ?, ?, NULL)", (attendee, moment, "desk 1", "Els")
    )
    connection.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sequence, moment, "desk 1", "scan", subjects, facts, "0" * 64),
    )
    connection.execute("COMMIT")
    seconds = perf_counter() - begun
    connection.execute("DELETE FROM journal WHERE sequence = ?", (sequence,))
    return seconds
