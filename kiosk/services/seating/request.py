"""What a planner may know, read from the event file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import (
    Attendee,
    ConsentKind,
    Employer,
    Presence,
    SeatNeed,
    Side,
    Standing,
    Wish,
    WishKind,
)
from kiosk.domain.plan import (
    Conversation,
    Helper,
    PlanRequest,
    Seeker,
    TableOffer,
    spot_of,
    with_changes,
)
from kiosk.domain.programme import Phase, PhaseKind, rounds_of
from kiosk.services.day_position import first_open_round, running_round
from kiosk.services.ports import StoredPlan, UnitOfWork


def plan_request(unit: UnitOfWork) -> PlanRequest:
    """Everything the planner may know, as the day stands."""
    with unit.reading():
        return read_request(unit)


def read_request(unit: UnitOfWork) -> PlanRequest:
    """The request as the day stands, inside an open unit of work."""
    phases = unit.programme.phases()
    rounds = rounds_of(phases)
    asked = PlanRequest(
        tables=tuple(_table(employer, rounds) for employer in unit.employers.all()),
        seekers=_seekers(unit, rounds),
        rounds=len(rounds),
        helpers=_helpers(unit, rounds),
        breaks=_breaks(phases),
    )
    request = with_changes(asked, (each.change for each in unit.day_changes.standing()))
    return replace(
        request,
        held=_committed(unit, request),
        locked=_locks(unit),
        first_round=first_open_round(unit),
    )


def expected_candidates(unit: UnitOfWork) -> list[Attendee]:
    """Candidates who come and agreed to take part, by badge number; inside an open unit."""
    consents = unit.people.consents()
    return [
        person
        for person in unit.people.all()
        if person.side is Side.CANDIDATE
        and person.standing is Standing.EXPECTED
        and consents.get(person.id, {}).get(ConsentKind.TAKE_PART, False)
    ]


def required_plan(unit: UnitOfWork) -> StoredPlan:
    """The plan in force, inside an open unit of work; a Refusal when there is none."""
    plan = unit.plans.current()
    if plan is None:
        raise Refusal(RefusalCode.NO_PLAN)
    return plan


def rounds_within(presence: Presence, rounds: Sequence[Phase]) -> frozenset[int]:
    """The numbers of the rounds for the whole of which somebody is there."""
    return frozenset(
        phase.round_number
        for phase in rounds
        if phase.round_number is not None and presence.covers(phase.starts, phase.ends)
    )


def _table(employer: Employer, rounds: Sequence[Phase]) -> TableOffer:
    there = rounds_within(employer.presence, rounds)
    return TableOffer(
        employer.id,
        employer.table_number,
        tuple(employer.seats if number in there else 0 for number in range(1, len(rounds) + 1)),
        employer.step_free,
        employer.quiet,
        frozenset(employer.sectors),
        frozenset(employer.languages),
        spot_of(employer.table_number),
    )


def _seekers(unit: UnitOfWork, rounds: Sequence[Phase]) -> tuple[Seeker, ...]:
    wishes = wishes_by_candidate(unit.people.wishes())
    accompanied = frozenset().union(*unit.people.companions().values())
    return tuple(
        _seeker(person, rounds, wishes[person.id], accompanied=person.id in accompanied)
        for person in expected_candidates(unit)
    )


def _seeker(
    person: Attendee, rounds: Sequence[Phase], wishes: "PairWishes", *, accompanied: bool
) -> Seeker:
    """Whoever brings a companion is not held apart by language."""
    return Seeker(
        person.id,
        rounds_within(person.presence, rounds),
        liking=wishes.liking,
        musts=frozenset(wishes.of[WishKind.MUST]),
        rather_not=frozenset(wishes.of[WishKind.RATHER_NOT]),
        never=frozenset(wishes.of[WishKind.NEVER]),
        met=frozenset(wishes.of[WishKind.MET]),
        sectors=frozenset(person.sectors),
        languages=frozenset() if accompanied else frozenset(person.languages),
        step_free=SeatNeed.STEP_FREE in person.seat_needs,
        quiet=SeatNeed.QUIET in person.seat_needs,
    )


@dataclass(slots=True)
class PairWishes:
    """What was said about one candidate: how much they like whom, and every demand by its kind."""

    liking: dict[UUID, int] = field(default_factory=dict)
    of: dict[WishKind, set[UUID]] = field(
        default_factory=lambda: {kind: set() for kind in WishKind}
    )


def wishes_by_candidate(wishes: Iterable[Wish]) -> Mapping[UUID, PairWishes]:
    """The wishes of candidates and organisers together; the stronger of two wishes counts."""
    found: defaultdict[UUID, PairWishes] = defaultdict(PairWishes)
    for wish in wishes:
        known = found[wish.candidate_id]
        known.of[wish.kind].add(wish.employer_id)
        if wish.kind is WishKind.WISH and wish.weight:
            before = known.liking.get(wish.employer_id, 0)
            known.liking[wish.employer_id] = max(before, wish.weight)
    return found


def _helpers(unit: UnitOfWork, rounds: Sequence[Phase]) -> tuple[Helper, ...]:
    """Companions whom several candidates share, with the rounds in which they are there."""
    shared = {who: of for who, of in unit.people.companions().items() if len(of) > 1}
    return tuple(
        Helper(person.id, shared[person.id], rounds_within(person.presence, rounds))
        for person in unit.people.all()
        if person.id in shared and person.standing is Standing.EXPECTED
    )


def _breaks(phases: Sequence[Phase]) -> frozenset[int]:
    """The rounds after which there is a break before the next one."""
    broken, last = set(), 0
    for phase in phases:
        if phase.kind is PhaseKind.ROUND and phase.round_number is not None:
            last = phase.round_number
        elif phase.kind in (PhaseKind.BREAK, PhaseKind.INFO) and last:
            broken.add(last)
    return frozenset(broken)


def _committed(unit: UnitOfWork, request: PlanRequest) -> tuple[Conversation, ...]:
    """What was held, and what goes on now between people who are there.

    A host who went on too early and comes back opens a round again: what was noted of it is to be.
    """
    first = first_open_round(unit)
    held = tuple(c for c in unit.plans.held_conversations() if c.round_number < first)
    running, plan = running_round(unit), unit.plans.current()
    if running is None or plan is None:
        return held
    seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
    open_tables = {table.employer_id for table in request.tables if table.seats_in(running)}
    noted = {(c.candidate_id, c.employer_id) for c in held}
    now = (
        c
        for c in plan.conversations
        if c.round_number == running
        and c.candidate_id in seekers
        and c.round_number in seekers[c.candidate_id].rounds
        and c.employer_id in open_tables
        and (c.candidate_id, c.employer_id) not in noted
    )
    return (*held, *now)


def _locks(unit: UnitOfWork) -> tuple[Conversation, ...]:
    """The seats that organisers hold fast in the newest plan, draft or not."""
    plan = unit.plans.newest()
    return plan.locks if plan else ()
