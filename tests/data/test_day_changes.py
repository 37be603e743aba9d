"""What happens on the day: one call gives a mended plan and who changes, and it can be undone."""

from dataclasses import replace

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import (
    ChangeKind,
    DayChange,
    PlanMethod,
    broken_rules,
)
from kiosk.domain.programme import PhaseKind, PhaseLine, lay_out
from kiosk.domain.verdicts import FirstTable
from kiosk.planning import Carousel
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.export import FigureCode, read_day
from kiosk.services.interest import conversations_met
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import make_plan, plan_request, publish_plan
from kiosk.services.seating.by_hand import seat_by_hand, set_lock
from kiosk.services.seating.day import changes_today
from kiosk.services.seating.effects import (
    foresee,
)
from tests.helpers.changing import (
    ROUND_1,
    day_itself,
    everyone_comes,
    go_to,
    happens,
    person,
    plan_the_day,
    planned,
    table,
    undone,
)
from tests.helpers.days import a_candidate, register
from tests.helpers.seats import (
    candidates_of,
    employers_of,
    end_the_day,
)


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    plan_the_day(units, clock)


CHANGES = {
    "late": person(ChangeKind.LATE, 3),
    "gone": person(ChangeKind.GONE, 2),
    "not here": person(ChangeKind.NO_SHOW, 2),
    "rest": person(ChangeKind.REST, 2, 2),
    "table closed": table(ChangeKind.TABLE_CLOSED, 2),
    "table closed for two rounds": table(ChangeKind.TABLE_CLOSED, 2, 3),
    "a seat more": table(ChangeKind.SEATS, 2, seats=2),
    "a round less": day_itself(ChangeKind.ROUND_DROPPED, 4),
    "a round more": day_itself(ChangeKind.ROUND_ADDED, 5),
}


class TestEachChange:
    @pytest.mark.parametrize("name", CHANGES)
    def test_one_call_gives_a_sound_plan_and_who_changes(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before = planned(units)
        effect = happens(units, clock, CHANGES[name](units))
        assert effect.moves
        assert effect.repair.conversations == planned(units) != before
        assert broken_rules(plan_request(units()), planned(units)) == []

    @pytest.mark.parametrize("name", CHANGES)
    def test_undo_gives_the_former_plan_back(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before, request = planned(units), plan_request(units())
        there = happens(units, clock, CHANGES[name](units))
        back = undone(units, clock)
        assert planned(units) == before
        assert plan_request(units()) == request
        assert [each.change for each in back.changes] == [each.change for each in there.changes]
        assert {(m.before, m.after) for m in back.moves} == {
            (m.after, m.before) for m in there.moves
        }
        assert changes_today(units()) == []

    @pytest.mark.parametrize("name", [name for name in CHANGES if "round" not in name])
    def test_whoever_is_not_touched_keeps_the_seat_that_was_announced(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        go_to(units, clock, ROUND_1)
        before = {c.candidate_id: c.employer_id for c in planned(units) if c.round_number == 2}
        change = CHANGES[name](units)
        happens(units, clock, change)
        after = {c.candidate_id: c.employer_id for c in planned(units) if c.round_number == 2}
        for who, employer in before.items():
            if change.subject not in {who, employer}:
                assert after[who] == employer

    @pytest.mark.parametrize("name", CHANGES)
    def test_looking_at_it_first_changes_nothing(
        self, units: UnitFactory, clock: SimulatedClock, name: str
    ) -> None:
        before, change = planned(units), CHANGES[name](units)
        foreseen = foresee(units(), clock, repair, [change])
        assert planned(units) == before
        assert changes_today(units()) == []
        done = happens(units, clock, change)
        assert foreseen.moves == done.moves
        assert foreseen.repair.after == done.repair.after


def test_somebody_is_back_and_gets_free_places(units: UnitFactory, clock: SimulatedClock) -> None:
    happens(units, clock, person(ChangeKind.GONE, 1)(units))
    effect = happens(units, clock, person(ChangeKind.BACK, 2)(units))
    rounds = [
        c.round_number for c in planned(units) if c.candidate_id == effect.moves[0].candidate_id
    ]
    assert rounds
    assert 1 not in rounds
    assert effect.gained == 1


def test_a_walk_in_gets_places_only_when_that_is_accepted(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    happens(units, clock, table(ChangeKind.SEATS, 1, seats=3)(units))
    newcomer = a_candidate(40, "Nour")
    with units() as unit:
        register(unit, newcomer)
        unit.commit()
    assert newcomer.id not in {c.candidate_id for c in planned(units)}
    effect = happens(units, clock, DayChange(ChangeKind.WALK_IN, newcomer.id, 1))
    assert newcomer.id in {c.candidate_id for c in planned(units)}
    assert effect.changes[0].name == "Nour"
    assert effect.gained == 1


def test_a_table_opens_again_and_gives_places(units: UnitFactory, clock: SimulatedClock) -> None:
    happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1)(units))
    assert employers_of(units())[0].id not in {c.employer_id for c in planned(units)}
    effect = happens(units, clock, table(ChangeKind.TABLE_OPENED, 1)(units))
    assert employers_of(units())[0].id in {c.employer_id for c in planned(units)}
    assert effect.moved == 0
    assert effect.gained


def test_who_rests_is_no_loss_and_who_takes_the_place_gains_one(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    effect = happens(units, clock, person(ChangeKind.REST, 1, 1)(units))
    assert (effect.moved, effect.gained, effect.losing) == (0, 1, 0)
    assert effect.first_round == 1
    assert effect.changes[0].badge_number == 1
    assert [(m.before, m.after) for m in effect.moves] == [(1, None), (None, 1)]


def test_a_closed_table_moves_its_guests_and_says_who_has_fewer(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    effect = happens(units, clock, table(ChangeKind.TABLE_CLOSED, 1)(units))
    assert effect.changes[0].table_number == 1
    assert (effect.moved, effect.losing) == (0, 4)
    assert effect.least == effect.repair.after.least == 1


def test_nothing_to_undo_is_said(units: UnitFactory, clock: SimulatedClock) -> None:
    with pytest.raises(Refusal) as refusal:
        undone(units, clock)
    assert refusal.value.code is RefusalCode.NOTHING_TO_UNDO


def test_changes_that_came_together_are_undone_together(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    before = planned(units)
    both = [person(ChangeKind.GONE, 1)(units), table(ChangeKind.TABLE_CLOSED, 2)(units)]
    happens(units, clock, *both)
    effect = undone(units, clock)
    assert [each.change for each in effect.changes] == both
    assert planned(units) == before


def test_a_round_more_and_less_keep_the_running_phase(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, ROUND_1)
    happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    state = conducting.conductor_state(units(), clock)
    assert (state.position, state.round_count) == (ROUND_1, 5)
    undone(units, clock)
    state = conducting.conductor_state(units(), clock)
    assert (state.position, state.round_count) == (ROUND_1, 4)


def test_a_rest_now_that_comes_when_the_round_is_over_is_refused(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, ROUND_1 + 1)
    with pytest.raises(Refusal) as refusal:
        happens(units, clock, person(ChangeKind.REST, 1, 1)(units))
    assert refusal.value.code is RefusalCode.ROUND_OVER


INTEREST = 9
"""Where the phase after the last round stands."""


def test_a_round_is_not_added_once_the_last_one_has_passed(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    go_to(units, clock, INTEREST)
    with pytest.raises(Refusal) as refusal:
        happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    assert refusal.value.code is RefusalCode.NO_ROUND_LEFT
    assert conducting.conductor_state(units(), clock).position == INTEREST


def test_an_added_round_that_has_begun_stays(units: UnitFactory, clock: SimulatedClock) -> None:
    go_to(units, clock, ROUND_1)
    happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 5)(units))
    go_to(units, clock, INTEREST + 1)
    with pytest.raises(Refusal) as refusal:
        undone(units, clock)
    assert refusal.value.code is RefusalCode.NO_ROUND_LEFT
    assert conducting.conductor_state(units(), clock).round_count == 5


def test_two_who_did_not_meet_as_planned_may_be_planned_again(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1)
    missed = next(c for c in planned(units) if c.round_number == 1)
    happens(units, clock, DayChange(ChangeKind.NO_SHOW, missed.candidate_id, 1))
    go_to(units, clock, ROUND_1 + 1)
    happens(units, clock, DayChange(ChangeKind.SEATS, missed.employer_id, 2, seats=6))
    happens(units, clock, DayChange(ChangeKind.BACK, missed.candidate_id, 2))
    again = [c.round_number for c in planned(units) if c.key[1:] == missed.key[1:]]
    assert len(again) == 2
    assert again[0] == 1


def test_undo_keeps_a_plan_that_organisers_published_since(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    rests = person(ChangeKind.REST, 2, 2)(units)
    happens(units, clock, rests)
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser", seed=3)
    published = planned(units)
    moves = undone(units, clock).moves
    assert {move.candidate_id for move in moves} <= {rests.subject}
    assert set(published) <= set(planned(units))


def test_undo_gives_a_lock_back(units: UnitFactory, clock: SimulatedClock) -> None:
    first = planned(units)[0]
    place = (first.candidate_id, first.round_number)
    draft = set_lock(units(), clock, [place], locked=True, station="organiser")
    publish_plan(units(), clock, draft.version, station="organiser")
    happens(units, clock, DayChange(ChangeKind.TABLE_CLOSED, first.employer_id, 1))
    undone(units, clock)
    with units() as unit:
        plan = unit.plans.current()
    assert plan is not None
    assert plan.locks == (first,)


def test_a_lock_in_a_draft_moves_nobody(units: UnitFactory, clock: SimulatedClock) -> None:
    before = planned(units)
    seated = next(c for c in before if c.round_number == 1)
    resting = next(
        each.id
        for each in candidates_of(units())
        if (1, each.id) not in {(c.round_number, c.candidate_id) for c in before}
        and (each.id, seated.employer_id) not in {c.key[1:] for c in before}
    )
    seat_by_hand(units(), clock, (seated.candidate_id, 1), None, station="organiser")
    seat_by_hand(units(), clock, (resting, 1), seated.employer_id, station="organiser")
    set_lock(units(), clock, [(resting, 1)], locked=True, station="organiser")
    happens(units, clock, person(ChangeKind.REST, 4, 4)(units))
    assert seated in planned(units)


def test_a_host_who_went_on_too_early_and_comes_back_moves_nobody(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1 + 2)
    before = [c for c in planned(units) if c.round_number == 2]
    conducting.start_phase(units(), clock, ROUND_1 + 1, ROUND_1 + 2)
    happens(units, clock, person(ChangeKind.REST, 4, 4)(units))
    assert [c for c in planned(units) if c.round_number == 2] == before


def test_no_round_is_added_to_a_finished_day_and_the_only_one_stays(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    for last in (4, 3, 2):
        happens(units, clock, day_itself(ChangeKind.ROUND_DROPPED, last)(units))
    with pytest.raises(Refusal) as only:
        happens(units, clock, day_itself(ChangeKind.ROUND_DROPPED, 1)(units))
    end_the_day(units, clock)
    with pytest.raises(Refusal) as finished:
        happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 2)(units))
    assert only.value.code is finished.value.code is RefusalCode.NO_ROUND_LEFT


def test_no_round_is_added_to_a_programme_without_rounds(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        unit.programme.replace(lay_out((PhaseLine(PhaseKind.WELCOME, 30),)))
        unit.commit()
    with pytest.raises(Refusal) as refused:
        happens(units, clock, day_itself(ChangeKind.ROUND_ADDED, 1)(units))
    assert refused.value.code is RefusalCode.NO_ROUND_LEFT


def test_whoever_receives_at_another_table_is_found_there(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    first = planned(units)[0]
    with units() as unit:
        moved = next(e for e in unit.employers.all() if e.id == first.employer_id)
        unit.employers.save(replace(moved, table_number=12))
        unit.commit()
    assert {c.table_number for c in planned(units) if c.employer_id == moved.id} == {12}
    with units() as unit:
        record = unit.people.record_by_id(first.candidate_id)
    assert record is not None
    assert record.first_table == FirstTable(12, 1)


def test_two_who_met_at_the_second_try_met_once(units: UnitFactory, clock: SimulatedClock) -> None:
    everyone_comes(units, clock)
    go_to(units, clock, ROUND_1)
    missed = next(c for c in planned(units) if c.round_number == 1)
    happens(units, clock, DayChange(ChangeKind.NO_SHOW, missed.candidate_id, 1))
    go_to(units, clock, ROUND_1 + 1)
    happens(units, clock, DayChange(ChangeKind.SEATS, missed.employer_id, 2, seats=6))
    happens(units, clock, DayChange(ChangeKind.BACK, missed.candidate_id, 2))
    go_to(units, clock, INTEREST)
    with units() as unit:
        met = conversations_met(unit)
        noted = unit.plans.held_conversations()
        rounds = read_day(unit, clock.now()).figures
    assert missed not in met
    assert sorted(c.key for c in met) == sorted(c.key for c in noted)
    assert (FigureCode.CONVERSATIONS_HELD, len(noted)) in {(f.code, f.count) for f in rounds}
