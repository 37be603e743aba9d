"""Everybody's rounds by the plan in force, looked up from either side of the table."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import time
from uuid import UUID

from kiosk.domain.event import Event, PublicNames
from kiosk.domain.people import Attendee, Employer, Side, Standing, badge_label
from kiosk.domain.plan import Conversation
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.paperwork.values import FormLine, Stop
from kiosk.services.ports import StoredPlan, UnitOfWork


def shown_name(event: Event, person: Attendee) -> str:
    """The name that others may read, or nothing where the event shows badge numbers."""
    return person.public_name if event.public_names is PublicNames.CHOSEN_NAME else ""


class Day:
    """The rounds of each attendee; built once for a whole batch of papers."""

    def __init__(
        self,
        event: Event,
        rounds: Sequence[Phase],
        conversations: Sequence[Conversation],
        employers: dict[UUID, Employer],
        people: dict[UUID, Attendee],
    ) -> None:
        self._event = event
        self._rounds = rounds
        self._employers = employers
        self._people = people
        self._candidates: dict[UUID, list[Conversation]] = defaultdict(list)
        self._tables: dict[UUID, list[Conversation]] = defaultdict(list)
        for conversation in sorted(conversations):
            self._candidates[conversation.candidate_id].append(conversation)
            self._tables[conversation.employer_id].append(conversation)

    @classmethod
    def of(cls, unit: UnitOfWork) -> "Day":
        """The plan in force; who cancelled since is on nobody's paper."""
        plan = unit.plans.current()
        coming = {p.id: p for p in unit.people.all() if p.standing is Standing.EXPECTED}
        return cls(
            unit.events.get(),
            rounds_of(unit.programme.phases()),
            [c for c in plan.conversations if c.candidate_id in coming] if plan else (),
            {employer.id: employer for employer in unit.employers.all()},
            coming,
        )

    @classmethod
    def of_candidates(
        cls, unit: UnitOfWork, plan: StoredPlan, candidates: Sequence[Attendee]
    ) -> "Day":
        """Enough for the rounds of these candidates, without reading everybody else."""
        return cls(
            unit.events.get(),
            rounds_of(unit.programme.phases()),
            plan.conversations,
            {employer.id: employer for employer in unit.employers.all()},
            {candidate.id: candidate for candidate in candidates},
        )

    @property
    def rounds(self) -> int:
        return len(self._rounds)

    @property
    def round_minutes(self) -> int:
        return self._rounds[0].seconds // 60 if self._rounds else 0

    def of_person(self, person: Attendee) -> tuple[Stop, ...]:
        own = self._conversations(person)
        return self._stops(own, person.side) if own else ()

    def of_candidate(self, person: Attendee) -> tuple[Stop, ...]:
        return self._stops(self._candidates[person.id], Side.CANDIDATE)

    def form_lines(self, person: Attendee) -> tuple[FormLine, ...]:
        return tuple(self._form_line(c, person.side) for c in self._conversations(person))

    def _conversations(self, person: Attendee) -> list[Conversation]:
        if person.side is Side.CANDIDATE:
            return self._candidates[person.id]
        if person.side is Side.EMPLOYER and person.employer_id is not None:
            return self._tables[person.employer_id]
        return []

    def _form_line(self, conversation: Conversation, side: Side) -> FormLine:
        if side is Side.CANDIDATE:
            name = self._employers[conversation.employer_id].name
            return FormLine(conversation.table_number, name)
        other = self._people[conversation.candidate_id]
        return FormLine(other.badge_number, shown_name(self._event, other))

    def _stops(self, conversations: Sequence[Conversation], side: Side) -> tuple[Stop, ...]:
        by_round: dict[int, list[Conversation]] = defaultdict(list)
        for conversation in conversations:
            by_round[conversation.round_number].append(conversation)
        return tuple(
            self._stop(phase.round_number, phase.starts, by_round[phase.round_number], side)
            for phase in self._rounds
            if phase.round_number is not None
        )

    def _stop(
        self, number: int, starts: time, conversations: Sequence[Conversation], side: Side
    ) -> Stop:
        if not conversations:
            return Stop(number, starts)
        company = tuple(self._company(c, side) for c in conversations)
        return Stop(number, starts, conversations[0].table_number, company)

    def _company(self, conversation: Conversation, side: Side) -> str:
        if side is Side.CANDIDATE:
            return self._employers[conversation.employer_id].name
        other = self._people[conversation.candidate_id]
        return shown_name(self._event, other) or badge_label(other.badge_number)
