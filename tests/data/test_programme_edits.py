"""The programme is edited in the file: with the plan, with undo, never behind anybody's back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest

from kiosk.domain import codes
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import CheckIn, Presence, Side
from kiosk.domain.plan import ChangeKind, DayChange, PlanMethod
from kiosk.domain.programme import (
    Describe,
    Insert,
    Move,
    Phase,
    PhaseKind,
    PhaseSound,
    ProgrammeEdit,
    Resize,
    ResizeAll,
    Skip,
    recovery_of,
    rounds_of,
)
from kiosk.planning.carousel import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from kiosk.services.programme_editing import (
    accept_recovery,
    edit_is_newest,
    edit_programme,
    read_programme,
    undo_programme_edit,
)
from kiosk.services.seating import make_plan, publish_plan
from kiosk.services.seating.day import apply_changes, undo_change
from kiosk.services.seating.request import read_request
from tests.helpers.days import small_day

ROUND_1, ROUND_2, BREAK = 2, 4, 5
HOST = "host"


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()


def phases(units: UnitFactory) -> tuple[Phase, ...]:
    with units() as unit:
        return unit.programme.phases()


def edit(units: UnitFactory, clock: SimulatedClock, what: ProgrammeEdit) -> tuple[Phase, ...]:
    return edit_programme(units(), clock, repair, what, phases(units), station=HOST)


def undo(units: UnitFactory, clock: SimulatedClock) -> tuple[Phase, ...]:
    return undo_programme_edit(units(), clock, repair, station=HOST)


def run_to(units: UnitFactory, clock: SimulatedClock, position: int) -> None:
    state = conducting.conductor_state(units(), clock)
    while state.position != position:
        state = conducting.next_phase(units(), clock, state.position)


def with_plan(units: UnitFactory, clock: SimulatedClock) -> None:
    outcome = make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    publish_plan(units(), clock, outcome.plan.version, station="organiser")


def planned_rounds(units: UnitFactory) -> set[int]:
    with units() as unit:
        plan = unit.plans.current()
        return {c.round_number for c in plan.conversations} if plan else set()


def whole(units: UnitFactory) -> bool:
    with units() as unit:
        return unit.journal.first_broken() is None


def test_an_edit_is_in_the_file_and_in_the_journal(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    changed = edit(units, clock, Resize(BREAK, 600))
    assert phases(units) == changed
    with units() as unit:
        entry = unit.journal.latest(("programme-edited",), 1)[0]
    assert entry.facts["how"] == "Resize"
    assert whole(units)


def test_an_edit_of_another_programme_than_the_one_that_was_seen_does_nothing(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    seen = phases(units)
    edit(units, clock, Move(BREAK, -1))
    with pytest.raises(Refusal) as refused:
        edit_programme(units(), clock, repair, Skip(BREAK), seen, station="organiser")
    assert refused.value.code is RefusalCode.PROGRAMME_CHANGED
    assert not any(phase.skipped for phase in phases(units))


def test_a_part_that_began_meanwhile_is_no_other_programme(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    seen = phases(units)
    run_to(units, clock, 0)
    changed = edit_programme(units(), clock, repair, Resize(BREAK, 600), seen, station=HOST)
    assert changed[0].started_at == clock.now()


def test_the_running_part_counts_on_through_an_edit(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    run_to(units, clock, ROUND_1)
    countdown = conducting.conductor_state(units(), clock).countdown
    clock.advance(65)
    edit(units, clock, Insert(ROUND_1, PhaseKind.BREAK, 300))
    after = conducting.conductor_state(units(), clock, countdown).countdown
    assert after is countdown
    assert after is not None
    assert after.remaining(clock) == 7 * 60 - 65


def test_next_passes_over_what_is_skipped(units: UnitFactory, clock: SimulatedClock) -> None:
    edit(units, clock, Skip(1))
    run_to(units, clock, 0)
    state = conducting.next_phase(units(), clock, 0)
    assert state.position == ROUND_1


class TestUndo:
    def test_the_newest_edit_is_taken_back_and_then_the_one_before(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        before = phases(units)
        edit(units, clock, Resize(BREAK, 600))
        edit(units, clock, Move(BREAK, 1))
        undo(units, clock)
        assert undo(units, clock) == before

    def test_without_an_edit_there_is_nothing(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        assert read_programme(units()).undo_at is None
        with pytest.raises(Refusal) as refused:
            undo(units, clock)
        assert refused.value.code is RefusalCode.NOTHING_TO_UNDO

    def test_what_began_since_stays_and_the_rest_goes_back(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        run_to(units, clock, ROUND_1)
        edit(units, clock, Resize(BREAK, 600))
        state = conducting.next_phase(units(), clock, ROUND_1)
        restored = undo(units, clock)
        assert restored[BREAK].seconds == 900
        assert restored[ROUND_1 + 1].started_at == clock.now()
        assert conducting.conductor_state(units(), clock).position == state.position

    def test_the_length_of_a_part_that_has_begun_is_not_offered_to_be_taken_back(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        run_to(units, clock, ROUND_2)
        edit(units, clock, Resize(BREAK, 600))
        assert read_programme(units()).undo_at is not None
        conducting.next_phase(units(), clock, ROUND_2)
        assert read_programme(units()).undo_at is None
        with pytest.raises(Refusal) as refused:
            undo(units, clock)
        assert refused.value.code is RefusalCode.EDIT_BEGUN

    def test_a_break_that_has_begun_is_not_taken_out_any_more(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        run_to(units, clock, ROUND_1)
        edit(units, clock, Insert(ROUND_1, PhaseKind.BREAK, 300))
        conducting.next_phase(units(), clock, ROUND_1)
        assert read_programme(units()).undo_at is None
        with pytest.raises(Refusal) as refused:
            undo(units, clock)
        assert refused.value.code is RefusalCode.EDIT_BEGUN

    @pytest.mark.parametrize("prepare", [lambda *_: None, with_plan])
    def test_a_round_less_is_taken_back_also_when_an_earlier_round_was_skipped(
        self, units: UnitFactory, clock: SimulatedClock, prepare: Callable[..., None]
    ) -> None:
        prepare(units, clock)
        run_to(units, clock, ROUND_1)
        edit(units, clock, Skip(ROUND_2))
        run_to(units, clock, BREAK)
        before = phases(units)
        edit(units, clock, Skip(rounds_of(before)[-1].position))
        assert read_programme(units()).undo_at is not None
        undo(units, clock)
        assert phases(units) == before

    def test_a_part_that_was_moved_and_has_begun_is_never_there_twice(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        run_to(units, clock, 4)
        edit(units, clock, Insert(4, PhaseKind.BREAK, 300, "Extra"))
        run_to(units, clock, 5)
        before = phases(units)
        with pytest.raises(Refusal):
            undo(units, clock)
        assert phases(units) == before


class TestWithAPlan:
    def test_a_round_less_mends_the_plan_in_the_same_breath(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        last = rounds_of(phases(units))[-1]
        edit(units, clock, Skip(last.position))
        assert planned_rounds(units) == {1, 2, 3}
        undo(units, clock)
        assert planned_rounds(units) == {1, 2, 3, 4}
        assert whole(units)

    def test_time_is_won_back_and_given_back(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        with units() as unit:
            event = unit.events.get()
        before = phases(units)
        run_to(units, clock, ROUND_1 - 1)
        clock.advance_to(event.moment(before[ROUND_1].starts))
        clock.advance(12 * 60)
        conducting.next_phase(units(), clock, ROUND_1 - 1)
        recovery = recovery_of(event, phases(units), ROUND_1, 7 * 60, clock.now())
        assert recovery is not None
        assert recovery.drops_round
        accept_recovery(units(), clock, repair, recovery, phases(units), station=HOST)
        pace = conducting.conductor_state(units(), clock).pace(clock)
        assert pace is not None
        assert pace.over == 12 * 60 - recovery.seconds
        assert planned_rounds(units) == {1, 2, 3}
        undo(units, clock)
        assert planned_rounds(units) == {1, 2, 3, 4}
        agreed = [replace(phase, started_at=None) for phase in phases(units)]
        assert agreed == list(before)

    def test_it_is_undone_over_a_later_change_of_the_plan_which_stays(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        edit(units, clock, Skip(rounds_of(phases(units))[-1].position))
        with units() as unit:
            somebody = unit.people.all()[0].id
        gone = DayChange(ChangeKind.GONE, somebody, 1)
        apply_changes(units(), clock, repair, [gone], station=HOST)
        undo(units, clock)
        assert planned_rounds(units) == {1, 2, 3, 4}
        with units() as unit:
            plan = unit.plans.current()
        assert plan is not None
        assert all(c.candidate_id != somebody for c in plan.conversations)

    def test_programme_and_plan_have_one_row_of_undos(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        edit(units, clock, Resize(BREAK, 600))
        less = DayChange(ChangeKind.ROUND_DROPPED, None, 4)
        apply_changes(units(), clock, repair, [less], station=HOST)
        undo(units, clock)
        assert planned_rounds(units) == {1, 2, 3, 4}
        assert phases(units)[BREAK].seconds == 600
        undo(units, clock)
        assert phases(units)[BREAK].seconds == 900

    def test_what_was_undone_from_the_hosts_panel_is_not_undone_again(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        edit(units, clock, Resize(BREAK, 600))
        edit(units, clock, Skip(4))
        undo_change(units(), clock, repair, station=HOST)
        assert len(rounds_of(phases(units))) == 4
        undo(units, clock)
        assert phases(units)[BREAK].seconds == 900
        assert planned_rounds(units) == {1, 2, 3, 4}

    def test_undo_of_an_edit_from_before_the_plan_mends_the_plan(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        edit(units, clock, Skip(8))
        with_plan(units, clock)
        assert planned_rounds(units) == {1, 2, 3}
        undo(units, clock)
        assert planned_rounds(units) == {1, 2, 3, 4}

    def test_a_round_less_from_two_places_is_one_round_less(
        self, units: UnitFactory, clock: SimulatedClock
    ) -> None:
        with_plan(units, clock)
        edit(units, clock, Skip(8))
        less = DayChange(ChangeKind.ROUND_DROPPED, None, 4)
        with pytest.raises(Refusal) as refused:
            apply_changes(units(), clock, repair, [less], station=HOST)
        assert refused.value.code is RefusalCode.PROGRAMME_CHANGED
        assert planned_rounds(units) == {1, 2, 3}


def test_other_times_mend_the_plan_for_whoever_leaves_early(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        early = next(person for person in unit.people.all() if person.side is Side.CANDIDATE)
        unit.people.save(replace(early, presence=Presence(leaves=time(15, 0))))
        unit.commit()
    with_plan(units, clock)
    edit(units, clock, ResizeAll(PhaseKind.ROUND, 20 * 60))
    with units() as unit:
        plan, request = unit.plans.current(), read_request(unit)
    assert plan is not None
    theirs = next(s for s in request.seekers if s.candidate_id == early.id)
    planned = {c.round_number for c in plan.conversations if c.candidate_id == early.id}
    assert planned <= set(theirs.rounds)
    assert len(theirs.rounds) < 4


def test_a_round_that_was_begun_by_mistake_was_not_held(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with_plan(units, clock)
    with units() as unit:
        for person in unit.people.all():
            unit.people.check_in(person.id, CheckIn(clock.now(), "desk 1", "Els"))
        unit.commit()
    run_to(units, clock, ROUND_1)
    clock.advance(5)
    conducting.start_phase(units(), clock, ROUND_1 - 1, ROUND_1)
    with units() as unit:
        assert not unit.plans.held()
    run_to(units, clock, ROUND_1)
    clock.advance(7 * 60)
    conducting.next_phase(units(), clock, ROUND_1)
    with units() as unit:
        assert unit.plans.held()


def test_going_back_opens_nothing_again_that_people_sat_through(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with_plan(units, clock)
    run_to(units, clock, ROUND_1)
    clock.advance(7 * 60)
    run_to(units, clock, 4)
    clock.advance(7 * 60)
    conducting.start_phase(units(), clock, ROUND_1, 4)
    assert read_programme(units()).begun == 4
    with pytest.raises(Refusal):
        edit(units, clock, Skip(4))


def test_a_round_that_everybody_walks_to_is_not_dropped(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    run_to(units, clock, 7)
    with pytest.raises(Refusal) as refused:
        edit(units, clock, Skip(8))
    assert refused.value.code is RefusalCode.PHASE_BEGUN


def test_a_badge_code_never_becomes_a_title(units: UnitFactory, clock: SimulatedClock) -> None:
    code = codes.new_code()
    for what in (
        Describe(BREAK, code.lower(), PhaseSound.GONG, ""),
        Describe(BREAK, "Pauze", PhaseSound.GONG, f"Vraag {code}"),
        Insert(BREAK, PhaseKind.INFO, 300, code),
    ):
        with pytest.raises(Refusal) as refused:
            edit(units, clock, what)
        assert refused.value.code is RefusalCode.MESSAGE_HOLDS_CODE
    assert phases(units)[BREAK].title == "Pauze"


@pytest.mark.parametrize("later", [10, -3600])
def test_undo_takes_back_what_was_done_last_be_it_an_edit_or_a_change(
    units: UnitFactory, clock: SimulatedClock, later: int
) -> None:
    """Also when the laptop's clock was put back in between."""
    with_plan(units, clock)
    with units() as unit:
        somebody = next(p.id for p in unit.people.all() if p.side is Side.CANDIDATE)
    edit(units, clock, Resize(BREAK, 600))
    assert edit_is_newest(units())
    clock.set_wall(clock.now() + timedelta(seconds=later))
    gone = DayChange(ChangeKind.GONE, somebody, 1)
    apply_changes(units(), clock, repair, [gone], station=HOST)
    assert not edit_is_newest(units())
    undo_change(units(), clock, repair, station=HOST)
    assert edit_is_newest(units())
    apply_changes(units(), clock, repair, [gone], station=HOST)
    clock.set_wall(clock.now() + timedelta(seconds=later))
    edit(units, clock, Resize(BREAK, 300))
    assert edit_is_newest(units())
    undo(units, clock)
    assert not edit_is_newest(units())


def test_a_round_less_is_an_edit_and_a_change_and_undone_as_one(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with_plan(units, clock)
    less = DayChange(ChangeKind.ROUND_DROPPED, None, 4)
    apply_changes(units(), clock, repair, [less], station=HOST)
    assert edit_is_newest(units())
    undo(units, clock)
    assert planned_rounds(units) == {1, 2, 3, 4}
    assert not edit_is_newest(units())


def test_a_change_of_the_plan_is_taken_back_though_a_later_edit_has_begun(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with_plan(units, clock)
    with units() as unit:
        somebody = next(p.id for p in unit.people.all() if p.side is Side.CANDIDATE)
    rests = DayChange(ChangeKind.REST, somebody, 4)
    apply_changes(units(), clock, repair, [rests], station=HOST)
    run_to(units, clock, ROUND_2)
    edit(units, clock, Resize(BREAK, 600))
    assert edit_is_newest(units())
    conducting.next_phase(units(), clock, ROUND_2)
    assert not edit_is_newest(units())
