"""The host is 12 minutes late and recovers 9: one tap, and the day, the plan and the room agree."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import PlanMethod
from kiosk.domain.programme import Phase, PhaseKind, PhaseLine, lay_out, planned_end, rounds_of
from kiosk.i18n import use_language
from kiosk.planning import Carousel
from kiosk.services.seating import make_plan
from kiosk.ui.conductor.state import Gesture
from tests.helpers.days import small_day
from tests.helpers.seats import arrive, candidates_of, representatives_of
from tests.helpers.truth_windows import PaintedRoom, Running, running

MINUTE = 60
WELCOME, ROUND_1 = 0, 1
LINES = (
    PhaseLine(PhaseKind.WELCOME, 30, "Onthaal", time(13, 30)),
    PhaseLine(PhaseKind.ROUND, 8, count=2, changeover_minutes=1),
    PhaseLine(PhaseKind.BREAK, 10, "Pauze"),
    PhaseLine(PhaseKind.ROUND, 8, count=2, changeover_minutes=1),
    PhaseLine(PhaseKind.CELEBRATION, 30, "Samen vieren"),
)
"""Breaks and changeovers are as short as they may be: a round and its changeover are 9 minutes."""


@pytest.fixture
def late(
    event_file: EventFile,
    clock: SimulatedClock,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
) -> Iterator[Running]:
    """A planned day with everybody there; the welcome began in time and lasts 12 minutes longer."""
    make_application()
    use_language("en")
    units = event_file.unit
    with units() as unit:
        small_day(unit)
        unit.programme.replace(lay_out(LINES))
        event = unit.events.get()
        unit.commit()
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    people = [*candidates_of(units()), *representatives_of(units())]
    arrive(units(), clock, *(person.id for person in people))
    clock.advance_to(event.moment(time(13, 30)))
    with running(event_file, clock, PaintedRoom(monkeypatch)) as host:
        host.go_to(WELCOME)
        clock.advance(42 * MINUTE)
        host.go_to(ROUND_1)
        yield host
    use_language("nl")


def programme(host: Running) -> tuple[Phase, ...]:
    with host.file.unit() as unit:
        return unit.programme.phases()


def end_of_day(host: Running) -> datetime:
    """When the day was agreed to end."""
    agreed = planned_end(host.state.event, programme(host))
    assert agreed is not None
    return agreed


def open_rounds(host: Running) -> set[int]:
    with host.file.unit() as unit:
        plan = unit.plans.current()
    assert plan is not None
    return {conversation.round_number for conversation in plan.conversations}


def live_to_the_end(host: Running) -> None:
    """Every phase takes exactly its time; then the host presses next."""
    while not host.state.finished:
        left = host.countdown.remaining(host.clock)
        host.clock.advance(max(0.0, left))
        host.conductor.refresh()
        host.settle()
        was = host.state.position
        while host.state.position == was and not host.state.finished:
            host.conductor.time.settling.stop()
            QTest.keyClick(host.conductor.page, Qt.Key.Key_Right)
            host.settle()


def test_twelve_minutes_late_nine_are_won_back_and_the_day_ends_three_late(late: Running) -> None:
    agreed = end_of_day(late)
    assert "The day will end 12 min late. 9 min can be won back." in late.words()
    assert "Round 1 of 4" in late.words()
    assert open_rounds(late) == {1, 2, 3, 4}
    late.click("Win it back")
    assert "9 minutes were won back." in late.words()
    assert len(rounds_of(programme(late))) == 3
    assert open_rounds(late) == {1, 2, 3}
    assert end_of_day(late) == agreed
    assert "Round 1 of 3" in late.words()
    assert "Ends at 15:17, 3 min later than planned" in late.words()
    live_to_the_end(late)
    assert late.clock.now() == agreed + timedelta(minutes=3)
    with late.file.unit() as unit:
        assert unit.journal.first_broken() is None


def test_what_was_won_back_can_be_given_back(late: Running) -> None:
    before = programme(late)
    late.click("Win it back")
    late.conductor._act(Gesture.UNDO_PROGRAMME)
    late.settle()
    assert programme(late) == before
    assert open_rounds(late) == {1, 2, 3, 4}


def test_a_host_who_leaves_the_proposal_is_not_asked_at_every_look(late: Running) -> None:
    late.conductor._act(Gesture.LEAVE_RECOVERY)
    late.settle()
    late.clock.advance(MINUTE)
    late.conductor.refresh()
    late.settle()
    assert "can be won back" not in late.words()
