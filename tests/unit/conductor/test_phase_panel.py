"""A part of the programme offers the host only what will not be refused."""

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal
from kiosk.domain.programme import Insert, Move, Skip, TakeUp, edited
from kiosk.i18n import use_language
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState
from kiosk.services.ports import UnitFactory
from kiosk.ui.conductor.phase_panel import phase_panel
from kiosk.ui.conductor.state import ProgrammeEdit
from tests.helpers.days import small_day

ROUND_1, CHANGEOVER, ROUND_2, BREAK = 2, 3, 4, 5


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    use_language("en")
    with units() as unit:
        small_day(unit)
        unit.commit()


def go_to(units: UnitFactory, clock: SimulatedClock, *positions: int) -> ConductorState:
    """Start these phases, and let five minutes of each pass."""
    state = conducting.conductor_state(units(), clock)
    for position in positions:
        state = conducting.start_phase(units(), clock, position, state.position)
        clock.advance(5 * 60)
    return state


def edits(state: ConductorState, position: int) -> list[ProgrammeEdit]:
    """The edits that the panel of one part offers."""
    panel = phase_panel(state, state.phases[position], None)
    actions = [action for group in panel.groups for action in group.actions]
    return [action.deed for action in actions if isinstance(action.deed, ProgrammeEdit)]


def refused(state: ConductorState) -> list[ProgrammeEdit]:
    """What is offered for any part and can't be done."""
    found = []
    for phase in state.phases:
        for edit in edits(state, phase.position):
            try:
                edited(state.phases, edit, state.begun)
            except Refusal:
                found.append(edit)
    return found


def test_after_going_back_nothing_is_offered_for_a_round_that_was_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    state = go_to(units, clock, ROUND_1, ROUND_2, ROUND_1)
    assert edits(state, ROUND_2 + 1)
    assert not edits(state, ROUND_1)
    assert refused(state) == []


@pytest.mark.parametrize("position", range(11))
def test_whatever_runs_nothing_is_offered_that_would_be_refused(
    units: UnitFactory, clock: SimulatedClock, position: int
) -> None:
    assert refused(go_to(units, clock, position)) == []


def test_a_skipped_part_is_offered_again_until_the_day_has_passed_it(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        unit.programme.replace(edited(unit.programme.phases(), Skip(BREAK)))
        unit.commit()
    assert edits(go_to(units, clock, ROUND_2), BREAK) == [TakeUp(BREAK)]
    state = go_to(units, clock, BREAK + 1)
    assert edits(state, BREAK) == []
    assert refused(state) == []


def test_no_break_is_offered_between_a_changeover_that_runs_and_its_round(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    state = go_to(units, clock, CHANGEOVER)
    assert not any(isinstance(edit, Insert) for edit in edits(state, CHANGEOVER))
    assert not any(isinstance(edit, Skip | Move) for edit in edits(state, ROUND_2))
    assert Move(BREAK, -1) not in edits(state, BREAK)
