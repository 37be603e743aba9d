"""Edits of the programme on a real file: undo gives back what was, and paper and board agree."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import Phase as Looking
from hypothesis import strategies as st

from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanMethod
from kiosk.domain.programme import (
    Insert,
    InsertRounds,
    Move,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    TakeUp,
    rounds_of,
)
from kiosk.planning import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from kiosk.services.programme_editing import edit_programme, undo_programme_edit
from kiosk.services.seating import make_plan
from tests.helpers.days import MORNING, PASSPHRASE, small_day
from tests.helpers.truth_programme import assert_can_be_hosted

HOST = "host"
PLACES = st.integers(0, 14)
SECONDS = st.integers(10, 1800)

edits: st.SearchStrategy[ProgrammeEdit] = st.one_of(
    st.builds(Resize, PLACES, SECONDS),
    st.builds(ResizeAll, st.sampled_from([PhaseKind.ROUND, PhaseKind.CHANGEOVER]), SECONDS),
    st.builds(Skip, PLACES),
    st.builds(TakeUp, PLACES),
    st.builds(Move, PLACES, st.sampled_from([-1, 1])),
    st.builds(Insert, PLACES, st.sampled_from([PhaseKind.BREAK, PhaseKind.ROUND]), SECONDS),
    st.builds(InsertRounds, PLACES, st.integers(1, 2), SECONDS, st.just(60)),
    st.builds(Remove, PLACES),
)
few = settings(
    max_examples=15,
    deadline=None,
    # an example takes a file of its own: the first one that fails has to be telling enough
    phases=[Looking.explicit, Looking.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def prepared(tmp_path: Path, clock: SimulatedClock) -> Path:
    """Six people with a plan for four rounds; every example works on a copy."""
    path = tmp_path / "dag.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        small_day(unit)
        unit.commit()
    make_plan(file.unit(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    file.close()
    return path


@contextmanager
def copy_of(prepared: Path) -> Iterator[UnitFactory]:
    """A day of one's own."""
    with TemporaryDirectory(dir=prepared.parent) as folder:
        file = open_event_file(Path(shutil.copy(prepared, folder)), PASSPHRASE)
        yield file.unit
        file.close()


@pytest.fixture
def day(prepared: Path) -> Iterator[UnitFactory]:
    with copy_of(prepared) as units:
        yield units


def programme(units: UnitFactory) -> tuple[Phase, ...]:
    with units() as unit:
        return unit.programme.phases()


def planned(units: UnitFactory) -> set[tuple[object, ...]]:
    """Who meets whom, in which round."""
    with units() as unit:
        plan = unit.plans.current()
    assert plan is not None
    return {(c.round_number, c.candidate_id, c.employer_id) for c in plan.conversations}


def begin(units: UnitFactory, clock: SimulatedClock, position: int) -> None:
    """The day runs, at this phase; -1 is a day that has not begun."""
    running = conducting.conductor_state(units(), clock).position
    if position >= 0:
        conducting.start_phase(units(), clock, position, running)


def make(
    units: UnitFactory, clock: SimulatedClock, changes: Sequence[ProgrammeEdit]
) -> list[tuple[Phase, ...]]:
    """Do what is not refused; the programme before each edit that changed something."""
    before: list[tuple[Phase, ...]] = []
    for change in changes:
        clock.advance(1)
        seen = programme(units)
        try:
            edit_programme(units(), clock, repair, change, seen, station=HOST)
        except Refusal:
            assert programme(units) == seen
            continue
        if programme(units) != seen:
            before.append(seen)
    return before


@few
@example(changes=[InsertRounds(0, 2, 600, 60)])
@example(
    changes=[Insert(5, PhaseKind.BREAK, 600), Skip(9), InsertRounds(4, 2, 600, 60), Move(7, -1)]
)
@given(changes=st.lists(edits, max_size=5))
def test_undo_gives_back_each_programme_and_the_plan(
    prepared: Path, changes: list[ProgrammeEdit]
) -> None:
    clock = SimulatedClock(MORNING)
    with copy_of(prepared) as day:
        whole = planned(day)
        for former in reversed(make(day, clock, changes)):
            undo_programme_edit(day(), clock, repair, station=HOST)
            assert programme(day) == former
        assert planned(day) == whole


@few
@given(changes=st.lists(edits, min_size=1, max_size=5), position=st.integers(2, 6))
def test_on_the_day_the_plan_has_the_rounds_that_the_programme_has(
    prepared: Path, changes: list[ProgrammeEdit], position: int
) -> None:
    clock = SimulatedClock(MORNING)
    with copy_of(prepared) as day:
        begin(day, clock, position)
        before = make(day, clock, changes)
        phases = programme(day)
        assert_can_be_hosted(phases, position)
        assert {number for number, *_ in planned(day)} <= {
            p.round_number for p in rounds_of(phases)
        }
        for former in reversed(before):
            undo_programme_edit(day(), clock, repair, station=HOST)
            assert programme(day) == former
        with day() as unit:
            assert unit.journal.first_broken() is None


def test_what_has_begun_since_can_not_be_undone(day: UnitFactory, clock: SimulatedClock) -> None:
    begin(day, clock, 4)
    seen = programme(day)
    edit_programme(day(), clock, repair, Insert(4, PhaseKind.BREAK, 600), seen, station=HOST)
    conducting.next_phase(day(), clock, 4)
    with pytest.raises(Refusal):
        undo_programme_edit(day(), clock, repair, station=HOST)


def test_an_edit_of_a_programme_that_somebody_else_changed_does_nothing(
    day: UnitFactory, clock: SimulatedClock
) -> None:
    seen = programme(day)
    edit_programme(day(), clock, repair, Skip(len(seen) - 1), seen, station=HOST)
    changed = programme(day)
    with pytest.raises(Refusal):
        edit_programme(day(), clock, repair, Resize(2, 300), seen, station=HOST)
    assert programme(day) == changed
