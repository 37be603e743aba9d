"""Anything may be scanned, typed or sent to the desk: never an exception, never a wrong person."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import ALPHABET, CODE_LENGTH, new_code
from kiosk.domain.people import badge_label
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import use_language
from kiosk.scanning.wedge import BurstDetector
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.desk.wedge_filter import WedgeFilter
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import small_day

ANYTHING = settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CONTROLS = "".join(chr(code) for code in (*range(32), 127, 0x85, 0xA0, 0x200E, 0x202E, 0xFEFF))


def about_codes(codes: list[str]) -> st.SearchStrategy[str]:
    """Whole codes, halves, codes with a slip, with signs around them, twice, and interleaved."""
    known = st.sampled_from(codes)
    return st.one_of(
        known,
        known.map(str.lower),
        st.builds(lambda code, at: code[:at], known, st.integers(0, CODE_LENGTH)),
        st.builds(lambda code, at: code[at:], known, st.integers(0, CODE_LENGTH)),
        st.builds(
            lambda code, at, letter: code[:at] + letter + code[at + 1 :],
            known,
            st.integers(0, CODE_LENGTH - 1),
            st.sampled_from(ALPHABET + "AQWZM0é"),
        ),
        st.builds(
            lambda before, code, after: before + code + after,
            st.text(max_size=4),
            known,
            st.text(max_size=4),
        ),
        st.builds(lambda code: code + code, known),
        st.builds(lambda one, two: one + two, known, known),
        st.builds(lambda one, two: "".join(map("".join, zip(one, two, strict=True))), known, known),
        st.builds(lambda one, two, at: one[:at] + two, known, known, st.integers(0, CODE_LENGTH)),
    )


def anything(codes: list[str]) -> st.SearchStrategy[str]:
    """What people, scanners and cats on keyboards send."""
    return st.one_of(
        about_codes(codes),
        st.text(max_size=80),
        st.text(CONTROLS, max_size=30),
        st.text(ALPHABET, min_size=15, max_size=45),
        st.text("0123456789", max_size=14),
        st.builds(
            lambda zeros, number: "0" * zeros + str(number), st.integers(0, 12), st.integers(1, 14)
        ),
        st.integers(0, 9_999).map(lambda length: "B" * length),
        st.sampled_from(
            ["x" * 10_000, "\ud800", "\x00", "'; DROP TABLE attendee; --", "<b>", "=1+1"]
        ),
    )


@pytest.fixture
def codes(units: UnitFactory) -> dict[str, str]:
    """Badge codes, and the badge label of each."""
    with units() as unit:
        known = small_day(unit, candidates=8)
        labels = {person.id: badge_label(person.badge_number) for person in unit.people.all()}
        unit.commit()
    return {code: labels[person] for person, code in known.items()}


def is_meant(verdict: Verdict, sent: str, codes: dict[str, str]) -> bool:
    """Whether what was sent holds the code of the person, or is just the number on the badge."""
    assert verdict.record is not None
    number = verdict.record.attendee.badge_number
    code = next(code for code, label in codes.items() if label == badge_label(number))
    letters = "".join(letter for letter in sent.upper() if letter in ALPHABET)
    undoubled = letters[::2]
    return (
        code in letters or code in undoubled or sent.strip() in {str(number), badge_label(number)}
    )


@ANYTHING
@given(data=st.data())
def test_whatever_is_scanned_gets_an_answer_about_the_right_person_or_nobody(
    units: UnitFactory, clock: SimulatedClock, codes: dict[str, str], data: st.DataObject
) -> None:
    sent = data.draw(anything(list(codes)))
    verdict = scan(units(), clock, sent, desk=DeskPost("desk 1"))
    assert isinstance(verdict.code, VerdictCode)
    if verdict.record is not None:
        assert is_meant(verdict, sent, codes)


@given(st.lists(st.tuples(st.characters(), st.floats(0, 0.3, allow_nan=False)), max_size=120))
def test_the_wedge_reads_only_what_was_sent_in_that_order(keys: list[tuple[str, float]]) -> None:
    detector, now = BurstDetector(), 100.0
    sent = "".join(letter for letter, _gap in keys)
    for letter, gap in keys:
        now += gap
        ended = detector.poll(now)
        reading = detector.feed(letter, now)
        for text in (ended.text if ended else "", reading.text):
            assert text in sent


class Hand:
    """A keyboard with a clock: whoever presses its keys says how fast."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock

    def send(self, text: str, gap: float, suffix: str = "") -> None:
        for letter in text + suffix:
            self._clock.advance(gap)
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(letter, Qt.Key.Key_unknown)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(QApplication.focusWidget(), event)
        QCoreApplication.processEvents()


@dataclass
class Desk:
    """A running desk, with everything it said about people."""

    station: DeskStation
    wedge: WedgeFilter
    worker: DatabaseWorker
    hand: Hand
    clock: SimulatedClock
    verdicts: list[Verdict] = field(default_factory=list)

    def send(self, text: str, gap: float, suffix: str) -> list[Verdict]:
        """Keys from an empty box; what the desk answered."""
        self.verdicts.clear()
        self.clock.advance(5)
        self.station._box.field.clear()
        self.station._box.setFocus()
        self.hand.send(text, gap, suffix)
        self.clock.advance(1)
        self.wedge._poll()
        QCoreApplication.processEvents()
        self.worker.drain()
        return list(self.verdicts)


@pytest.fixture
def desk(
    qtbot: QtBot,
    qapp: QApplication,
    units: UnitFactory,
    codes: dict[str, str],
    clock: SimulatedClock,
) -> Iterator[Desk]:
    use_language("en")
    apply_theme(qapp)
    worker = DatabaseWorker(units)
    station = DeskStation(DeskPresenter(worker, clock, station="desk 1"))
    qtbot.addWidget(station)
    wedge = WedgeFilter(clock, station)
    wedge.scanned.connect(station.take_scan)
    qapp.installEventFilter(wedge)
    station.resize(1366, 704)
    with qtbot.waitActive(station):
        station.show()
    station.refresh()
    worker.drain()
    running = Desk(station, wedge, worker, Hand(clock), clock)
    station.judged.connect(running.verdicts.append)
    yield running
    qapp.removeEventFilter(wedge)
    worker.close()
    use_language("nl")


@ANYTHING
@given(data=st.data())
def test_a_burst_of_anything_means_nobody_else(
    desk: Desk, codes: dict[str, str], data: st.DataObject
) -> None:
    sent = data.draw(anything(list(codes)).map(lambda text: text[:600]))
    suffix = data.draw(st.sampled_from(["\r", "\t", ""]))
    for verdict in desk.send(sent, 0.004, suffix):
        if verdict.record is not None:
            assert is_meant(verdict, sent, codes) or names_somebody(verdict, sent)


@ANYTHING
@given(data=st.data())
def test_nothing_that_is_typed_is_an_unknown_code_or_somebody_else(
    desk: Desk, codes: dict[str, str], data: st.DataObject
) -> None:
    typed = data.draw(anything(list(codes)).map(lambda text: text[:60]))
    for verdict in desk.send(typed, 0.2, "\r"):
        assert verdict.record is not None or verdict.code is VerdictCode.OTHER_EVENT
        if verdict.record is not None:
            assert is_meant(verdict, typed, codes) or names_somebody(verdict, typed)


def names_somebody(verdict: Verdict, typed: str) -> bool:
    """Everybody here has a number in badge and name: without one nobody is meant by name."""
    return any(letter.isnumeric() for letter in typed)


@ANYTHING
@given(data=st.data())
def test_two_scanners_at_once_check_in_whom_they_read_whole_or_nobody(
    desk: Desk, codes: dict[str, str], data: st.DataObject
) -> None:
    one, two = data.draw(st.tuples(*[st.sampled_from(list(codes))] * 2))
    order = data.draw(st.lists(st.booleans(), min_size=40, max_size=40))
    letters = {True: iter(one + "\r"), False: iter(two + "\r")}
    sent = "".join(next(letters[turn], "") for turn in order)
    for verdict in desk.send(sent, 0.002, "".join(letters[True]) + "".join(letters[False])):
        if verdict.record is not None:
            number = badge_label(verdict.record.attendee.badge_number)
            assert number in {codes[one], codes[two]}


def test_an_unknown_code_is_no_hindrance_to_the_next(desk: Desk, codes: dict[str, str]) -> None:
    wanted = iter(codes)
    for bad in (new_code(), next(iter(codes))[:-1], "#" * 20, "5410188031072", "\u0411" * 20):
        (refused,) = desk.send(bad, 0.004, "\r")
        assert refused.record is None
        (welcome,) = desk.send(next(wanted), 0.004, "\r")
        assert welcome.code is VerdictCode.WELCOME
