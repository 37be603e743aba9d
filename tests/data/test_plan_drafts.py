"""A plan is a draft until it is published; what is changed by hand is legal, kept, and undone."""

from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Wish, WishKind, WishSource
from kiosk.domain.plan import (
    ClashReason,
    DemandKind,
    PlanMethod,
    PlanOrigin,
    PlanRequest,
    PlanState,
    Progress,
    RuleCode,
    SeatingBoard,
    SeatingPlan,
    broken_rules,
    no_progress,
)
from kiosk.domain.plan.moves import check_swap
from kiosk.domain.verdicts import FirstTable
from kiosk.planning import PLANNERS
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import (
    PlanClash,
    PlanOutcome,
    current_plan,
    make_plan,
    plan_request,
    plan_versions,
    publish_plan,
)
from kiosk.services.seating.by_hand import (
    seat_by_hand,
    set_lock,
    swap_places,
    take_up_version,
    undo_by_hand,
)
from kiosk.services.seating.demands import set_demand
from tests.helpers.days import MORNING, small_day
from tests.helpers.seats import candidates_of, employers_of

CLOCK = SimulatedClock(MORNING)


@pytest.fixture
def day(units: UnitFactory) -> UnitFactory:
    with units() as unit:
        small_day(unit)
        unit.commit()
    return units


def make(
    units: UnitFactory, *, publish: bool = True, set_aside: bool = False, seed: int = 0
) -> PlanOutcome:
    method = PlanMethod.BEST
    return make_plan(
        units(),
        CLOCK,
        PLANNERS[method](),
        method,
        station="organiser",
        publish=publish,
        set_aside=set_aside,
        seed=seed,
    )


def demand(
    units: UnitFactory,
    candidate: int,
    employer: int,
    kind: WishKind,
    source: WishSource = WishSource.ORGANISER,
) -> tuple[UUID, UUID]:
    person, table = candidates_of(units())[candidate].id, employers_of(units())[employer].id
    with units() as unit:
        unit.people.save_wish(Wish(person, table, 0, kind, source))
        unit.commit()
    return person, table


def test_a_draft_is_not_in_force_until_it_is_published(day: UnitFactory) -> None:
    first = make(day).plan
    draft = make(day, publish=False, seed=1).plan
    assert (draft.version, draft.state) == (2, PlanState.DRAFT)
    assert current_plan(day()).plan == first
    published = publish_plan(day(), CLOCK, 2, station="organiser")
    assert published.state is PlanState.PUBLISHED
    assert current_plan(day()).plan.version == 2
    assert [v.state for v in plan_versions(day())] == [PlanState.PUBLISHED] * 2


def test_the_desk_shows_where_people_sit_in_the_plan_in_force_and_not_in_a_draft(
    day: UnitFactory,
) -> None:
    plan = make(day).plan
    first = plan.conversations[0]
    assert first.round_number == 1
    seat_by_hand(day(), CLOCK, (first.candidate_id, 1), None, station="o")
    with day() as unit:
        record = unit.people.record_by_id(first.candidate_id)
    assert record is not None
    assert record.first_table == FirstTable(first.table_number, 1)


def test_publishing_in_mid_day_leaves_rounds_that_have_begun_as_they_were(
    day: UnitFactory,
) -> None:
    before = make(day).plan
    draft = make(day, publish=False, seed=3).plan
    state = conducting.conductor_state(day(), CLOCK)
    while state.running is None or state.running.round_number != 2:
        state = conducting.next_phase(day(), CLOCK, state.position)
    published = publish_plan(day(), CLOCK, draft.version, station="organiser")
    seats = {c.key for c in published.conversations}
    assert {c.key for c in before.conversations if c.round_number == 1} <= seats
    assert {c.key for c in draft.conversations if c.round_number > 2} <= seats
    assert sum(c.round_number == 1 for c in published.conversations) == 4


def test_a_draft_that_was_overtaken_stays_one(day: UnitFactory) -> None:
    make(day, publish=False)
    make(day, seed=1)
    with pytest.raises(Refusal) as refused:
        publish_plan(day(), CLOCK, 1, station="organiser")
    assert refused.value.code is RefusalCode.PLAN_OVERTAKEN


def test_the_bound_and_the_seed_are_kept_with_the_plan(day: UnitFactory) -> None:
    made = make(day, seed=7)
    kept = current_plan(day())
    assert kept.plan.bound == made.plan.bound
    assert kept.plan.seed == 7
    assert kept.share == 1.0


def test_the_first_change_to_a_published_plan_begins_a_draft(day: UnitFactory) -> None:
    published = make(day).plan
    one = published.conversations[0]
    draft = seat_by_hand(day(), CLOCK, (one.candidate_id, one.round_number), None, station="o")
    assert (draft.version, draft.state, draft.origin) == (2, PlanState.DRAFT, PlanOrigin.BY_HAND)
    assert one.key not in {c.key for c in draft.conversations}
    assert current_plan(day()).plan == published


def test_every_change_by_hand_can_be_undone_one_by_one(day: UnitFactory) -> None:
    made = make(day, publish=False).plan
    first, second = made.conversations[:2]
    places = [(c.candidate_id, c.round_number) for c in (first, second)]
    set_lock(day(), CLOCK, places[:1], locked=True, station="o")
    seat_by_hand(day(), CLOCK, places[1], None, station="o")
    undone = undo_by_hand(day(), CLOCK, station="o")
    assert {c.key for c in undone.conversations} == {c.key for c in made.conversations}
    assert undone.locked == {places[0]}
    assert undo_by_hand(day(), CLOCK, station="o").locked == frozenset()
    with pytest.raises(Refusal) as refused:
        undo_by_hand(day(), CLOCK, station="o")
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO


def test_two_places_of_the_grid_are_swapped(day: UnitFactory) -> None:
    plan = make(day, publish=False).plan
    request = plan_request(day())
    board = SeatingBoard(request)
    board.fill(plan.conversations)
    places = [(s.candidate_id, number) for s in request.seekers for number in range(1, 5)]
    one, other = next(
        (a, b)
        for a in places
        for b in places
        if a in board.place and a[0] != b[0] and check_swap(board, a, b).is_legal
    )
    swapped = swap_places(day(), CLOCK, one, other, station="o")
    now = {(c.candidate_id, c.round_number): c.employer_id for c in swapped.conversations}
    assert now.get(other) == board.place[one]
    assert now.get(one) == board.place.get(other)
    assert broken_rules(request, swapped.conversations) == []


def test_a_move_that_breaks_a_rule_is_refused_and_changes_nothing(day: UnitFactory) -> None:
    plan = make(day, publish=False).plan
    taken = plan.conversations[0]
    free = next(n for n in range(1, 5) if n != taken.round_number)
    with pytest.raises(Refusal) as refused:
        seat_by_hand(day(), CLOCK, (taken.candidate_id, free), taken.employer_id, station="o")
    assert refused.value.code is RefusalCode.MOVE_NOT_LEGAL
    assert refused.value.facts["rule"] in {RuleCode.MET, RuleCode.TABLE_FULL}
    with day() as unit:
        newest = unit.plans.newest()
    assert newest == plan


def test_a_locked_conversation_stays_in_the_next_plan(day: UnitFactory) -> None:
    made = make(day, publish=False).plan
    kept = made.conversations[3]
    set_lock(day(), CLOCK, [(kept.candidate_id, kept.round_number)], locked=True, station="o")
    again = make(day, publish=False, seed=5).plan
    assert kept.key in {c.key for c in again.conversations}
    assert again.locked == {(kept.candidate_id, kept.round_number)}


def test_a_must_against_a_never_is_refused_by_name_and_changes_nothing(day: UnitFactory) -> None:
    demand(day, 0, 1, WishKind.NEVER, WishSource.CANDIDATE)
    demand(day, 0, 1, WishKind.MUST)
    with pytest.raises(PlanClash) as refused:
        make(day)
    assert refused.value.why is ClashReason.NEVER
    told = {(d.kind, d.name, d.employer) for d in refused.value.demands}
    assert told == {
        (DemandKind.MUST, "Kandidaat1", "Werkgever 2"),
        (DemandKind.NEVER, "Kandidaat1", "Werkgever 2"),
    }
    assert plan_versions(day()) == []


def test_a_clash_can_be_set_aside_but_never_the_never(day: UnitFactory) -> None:
    pair = demand(day, 0, 1, WishKind.NEVER, WishSource.CANDIDATE)
    demand(day, 0, 1, WishKind.MUST)
    made = make(day, set_aside=True)
    assert [(d.kind, d.name) for d in made.set_aside] == [(DemandKind.MUST, "Kandidaat1")]
    assert pair not in {(c.candidate_id, c.employer_id) for c in made.plan.conversations}


def test_two_who_met_at_an_earlier_event_do_not_meet_again(day: UnitFactory) -> None:
    pair = demand(day, 0, 1, WishKind.MET, WishSource.CANDIDATE)
    made = make(day)
    assert pair not in {(c.candidate_id, c.employer_id) for c in made.plan.conversations}
    assert made.unmet == ()


def test_an_earlier_version_can_be_taken_up_again_as_a_draft(day: UnitFactory) -> None:
    first = make(day).plan
    make(day, seed=9)
    draft = take_up_version(day(), CLOCK, 1, station="organiser")
    assert (draft.version, draft.state, draft.origin) == (3, PlanState.DRAFT, PlanOrigin.RESTORED)
    assert draft.conversations == first.conversations
    assert current_plan(day()).plan.version == 2
    assert publish_plan(day(), CLOCK, 3, station="organiser").conversations == first.conversations


def test_a_must_that_can_be_met_is_met(day: UnitFactory) -> None:
    pair = demand(day, 2, 3, WishKind.MUST)
    made = make(day)
    assert pair in {(c.candidate_id, c.employer_id) for c in made.plan.conversations}
    assert (made.figures.musts_met, made.figures.musts) == (1, 1)


def test_what_an_organiser_demands_outlives_other_answers_of_the_candidate(
    day: UnitFactory,
) -> None:
    person, table = demand(day, 0, 1, WishKind.NEVER)
    with day() as unit:
        unit.people.replace_wishes(person, [Wish(person, table, 5)])
        unit.commit()
    made = make(day)
    assert (person, table) not in {(c.candidate_id, c.employer_id) for c in made.plan.conversations}


def test_a_plan_of_people_who_changed_meanwhile_is_refused(day: UnitFactory) -> None:
    class SomebodyComesIn:
        """A planner during whose work the event changes."""

        def __init__(self) -> None:
            self._best = PLANNERS[PlanMethod.BEST]()
            self.clash, self.bound = self._best.clash, self._best.bound

        def plan(self, request: PlanRequest, progress: Progress = no_progress) -> SeatingPlan:
            demand(day, 1, 2, WishKind.NEVER)
            return self._best.plan(request, progress)

    with pytest.raises(Refusal) as refused:
        make_plan(day(), CLOCK, SomebodyComesIn(), PlanMethod.BEST, station="organiser")
    assert refused.value.code is RefusalCode.PEOPLE_CHANGED
    assert plan_versions(day()) == []


def test_what_became_impossible_is_not_published(day: UnitFactory) -> None:
    draft = make(day, publish=False).plan
    apart, *others = draft.conversations
    asked = (apart.candidate_id, apart.employer_id, WishKind.NEVER)
    set_demand(day(), CLOCK, *asked, station="organiser")
    published = publish_plan(day(), CLOCK, draft.version, station="organiser")
    assert published.conversations == tuple(others)


def test_no_share_is_told_once_new_wishes_have_outgrown_the_bound(day: UnitFactory) -> None:
    made = make(day)
    assert made.share == 1
    with day() as unit:
        for c in made.plan.conversations:
            unit.people.save_wish(Wish(c.candidate_id, c.employer_id, weight=5))
        unit.commit()
    assert current_plan(day()).share is None
