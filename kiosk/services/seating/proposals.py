"""What the check-ins say about the plan: a proposal to the host, made only when it helps somebody.

Nothing here changes anything. An employer of whom nobody came is proposed to be closed, a table
whose people came after all to be opened, whoever came late or without being planned for to be given
the places that are free, and the places of whoever checked out to be given away.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.people import Employer
from kiosk.domain.plan import ChangeKind, DayChange, Repair
from kiosk.domain.programme import rounds_of
from kiosk.services.day_position import first_open_round, running_round
from kiosk.services.desk.check_in import SCAN
from kiosk.services.ports import RecordedChange, StoredPlan, UnitOfWork
from kiosk.services.seating.absences import absences_in
from kiosk.services.seating.effects import DayEffect, foresee
from kiosk.services.seating.request import expected_candidates

CAME_LATER = frozenset({ChangeKind.NO_SHOW, ChangeKind.LATE, ChangeKind.GONE})
"""Rest is not among them: whoever wished it is here, and says when it is enough."""


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """Changes to the ``version`` in force that the host may accept, and what they would do."""

    version: int
    changes: tuple[DayChange, ...]
    effect: DayEffect

    @property
    def subject(self) -> frozenset[tuple[ChangeKind, UUID | None]]:
        """What it is about; the same in the next round, so that a no is asked once."""
        return frozenset((change.kind, change.subject) for change in self.changes)


def propose(
    unit: UnitOfWork, clock: Clock, repair: Repair, known: PlanProposal | None = None
) -> PlanProposal | None:
    """What would mend the plan as things stand; None when nothing would.

    While people are still arriving, before the rounds begin, nothing is proposed. What is ``known``
    and still true is not worked out again: desks ask often, and wait meanwhile.
    """
    with unit.reading():
        plan = unit.plans.current()
        changes = _changes(unit, clock, plan) if plan and _rounds_go_on(unit) else ()
    if plan is None or not changes:
        return None
    if known and (known.version, known.changes) == (plan.version, changes):
        return known
    effect = foresee(unit, clock, repair, changes)
    return PlanProposal(plan.version, changes, effect) if effect.moves else None


def _rounds_go_on(unit: UnitOfWork) -> bool:
    """From the changeover to the first round, if there is one, until the last round has begun."""
    phases, run = unit.programme.phases(), unit.programme.run()
    begins = min((p.position for p in phases if p.round_number is not None), default=None)
    if run is None or begins is None or run.position < begins:
        return False
    return first_open_round(unit) <= len(rounds_of(phases))


def _changes(unit: UnitOfWork, clock: Clock, plan: StoredPlan) -> tuple[DayChange, ...]:
    first = first_open_round(unit)
    happened = unit.day_changes.standing()
    absent = absences_in((each.change for each in happened), first)
    missed = [
        each
        for each in happened
        if each.change.subject and absent.get(each.change.subject) is each.change.kind
    ]
    found = [
        *((ChangeKind.TABLE_CLOSED, e.id) for e in _not_come(unit, clock, plan, first, absent)),
        *((ChangeKind.TABLE_OPENED, who) for who in _opened(unit, missed)),
        *((ChangeKind.BACK, who) for who in _back(unit, missed)),
        *((ChangeKind.WALK_IN, who) for who in _not_planned_for(unit, plan, absent)),
        *((ChangeKind.GONE, who) for who in _left(unit, plan, first, absent)),
    ]
    return tuple(DayChange(kind, subject, first) for kind, subject in found)


def _not_come(
    unit: UnitOfWork, clock: Clock, plan: StoredPlan, first: int, absent: Container[UUID]
) -> list[Employer]:
    """Employers who should be here, of whom nobody is, while people go to their table."""
    now, coming = running_round(unit) or first, plan.conversations
    waited_for = {c.employer_id for c in coming if now <= c.round_number <= first}
    planned = {c.employer_id for c in coming if c.round_number >= first}
    moment = unit.events.get().local(clock.now()).time()
    missing = (waited_for & planned) - unit.people.employers_present()
    return [
        employer
        for employer in unit.employers.all()
        if employer.id in missing
        and employer.id not in absent
        and (employer.presence.arrives is None or employer.presence.arrives <= moment)
    ]


def _opened(unit: UnitOfWork, missed: Sequence[RecordedChange]) -> Iterator[UUID]:
    """Closed tables of which somebody came to the desk since."""
    here = unit.people.present()
    closed = {e.change.subject: e for e in missed if e.change.kind is ChangeKind.TABLE_CLOSED}
    came = {
        person.employer_id
        for person in unit.people.all()
        if person.employer_id in closed
        and person.id in here
        and _came_after(unit, person.id, closed[person.employer_id])
    }
    return (employer.id for employer in unit.employers.all() if employer.id in came)


def _back(unit: UnitOfWork, missed: Sequence[RecordedChange]) -> Iterator[UUID]:
    """People who were marked away and came to the desk since."""
    here = unit.people.present()
    marked = {e.change.subject: e for e in missed if e.change.kind in CAME_LATER}
    return (
        person.id
        for person in expected_candidates(unit)
        if person.id in marked and person.id in here
        if _came_after(unit, person.id, marked[person.id])
    )


def _not_planned_for(unit: UnitOfWork, plan: StoredPlan, absent: Container[UUID]) -> Iterator[UUID]:
    """People who are here and whom the plan has never heard of."""
    here, known = unit.people.present(), {c.candidate_id for c in plan.conversations}
    return (
        person.id
        for person in expected_candidates(unit)
        if person.id in here and person.id not in known and person.id not in absent
    )


def _left(
    unit: UnitOfWork, plan: StoredPlan, first: int, absent: Container[UUID]
) -> Iterator[UUID]:
    """People with places to come who checked out at the desk, or do not take part after all."""
    coming = {c.candidate_id for c in plan.conversations if c.round_number >= first}
    expected = {person.id for person in expected_candidates(unit)}
    out = {who for who, check_in in unit.people.check_ins().items() if not check_in.is_here}
    return (
        person.id
        for person in unit.people.all()
        if person.id in coming
        and person.id not in absent
        and (person.id in out or person.id not in expected)
    )


def _came_after(unit: UnitOfWork, person_id: UUID, marked: RecordedChange) -> bool:
    """Whether the desk saw them after the host marked it; a check-in before says nothing."""
    seen = unit.journal.about(person_id, (SCAN,))
    return bool(seen) and seen[0].at > marked.at
