"""Who sits where while a plan is being changed, and why somebody can't sit somewhere.

Where the hard rules are written down: one place per person and round, seats, no
employer twice, never-pairs, presence, step-free tables, shared interpreters and coaches, locks.
Planners keep them in whole numbers of their own; every plan of theirs is held to this in the tests.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.plan.values import (
    Conversation,
    Helper,
    PlanRequest,
    Seeker,
    TableOffer,
    in_order,
)

SeatAt: TypeAlias = tuple[UUID, int]
"""A person or a table, in a round."""


class RuleCode(StrEnum):
    """A hard rule that a conversation would break."""

    ROUND_OVER = "round-over"
    LOCKED = "locked"
    NEVER = "never"
    MET = "met"
    NOT_STEP_FREE = "not-step-free"
    PERSON_AWAY = "person-away"
    TABLE_CLOSED = "table-closed"
    TABLE_FULL = "table-full"
    PERSON_BUSY = "person-busy"
    HELPER_BUSY = "helper-busy"


class SeatingBoard:
    """The open rounds of a request with conversations in them. What breaks a rule is not put."""

    def __init__(self, request: PlanRequest) -> None:
        self.request = request
        self.tables = {table.employer_id: table for table in request.tables}
        self.seekers = {seeker.candidate_id: seeker for seeker in request.seekers}
        self.place: dict[SeatAt, UUID] = {}
        self.guests: defaultdict[SeatAt, set[UUID]] = defaultdict(set)
        self.turns: Counter[UUID] = Counter(held.candidate_id for held in request.held)
        self._met = {(held.candidate_id, held.employer_id) for held in request.held}
        self._helpers: defaultdict[UUID, list[Helper]] = defaultdict(list)
        for helper in request.helpers:
            for candidate_id in helper.candidates:
                self._helpers[candidate_id].append(helper)
        self._helping: Counter[SeatAt] = Counter()
        self._locked = {(lock.candidate_id, lock.round_number): lock for lock in request.locked}
        self._locked_pairs = {(k.candidate_id, k.employer_id): k for k in request.locked}

    def fill(self, conversations: Iterable[Conversation]) -> list[tuple[Conversation, RuleCode]]:
        """Put what breaks no rule, locks first; what could not be put comes back, each with why."""
        left_out = []
        inside = [c for c in conversations if c.round_number >= self.request.first_round]
        if self._locked:
            inside.sort(key=lambda c: not self.is_locked(c.candidate_id, c.round_number))
        for c in inside:
            rule = self.why_not(c.candidate_id, c.employer_id, c.round_number)
            if rule is None:
                self.put(c.candidate_id, c.employer_id, c.round_number)
            else:
                left_out.append((c, rule))
        return left_out

    def why_not(self, candidate_id: UUID, employer_id: UUID, round_number: int) -> RuleCode | None:
        """The first rule that this conversation would break as things stand; None when legal."""
        seeker, table = self.seekers.get(candidate_id), self.tables.get(employer_id)
        if round_number < self.request.first_round:
            return RuleCode.ROUND_OVER
        if seeker is None or round_number not in seeker.rounds:
            return RuleCode.PERSON_AWAY
        if table is None or not table.seats_in(round_number):
            return RuleCode.TABLE_CLOSED
        return self._why_pair_not(seeker, table, round_number) or self._why_now_not(
            seeker, table, round_number
        )

    def _why_pair_not(
        self, seeker: Seeker, table: TableOffer, round_number: int
    ) -> RuleCode | None:
        """What keeps these two apart, whoever sits where in this round."""
        candidate_id, employer_id = seeker.candidate_id, table.employer_id
        rule = pair_rule(seeker, table)
        if rule is None and self.have_met(candidate_id, employer_id):
            rule = RuleCode.MET
        if rule is None and not self._respects_locks(candidate_id, employer_id, round_number):
            rule = RuleCode.LOCKED
        return rule

    def _why_now_not(self, seeker: Seeker, table: TableOffer, round_number: int) -> RuleCode | None:
        """What is taken in this round: the person, the table, or who helps them."""
        if (seeker.candidate_id, round_number) in self.place:
            return RuleCode.PERSON_BUSY
        taken = len(self.guests[table.employer_id, round_number])
        if taken >= table.seats_in(round_number):
            return RuleCode.TABLE_FULL
        helped = self.has_helpers(seeker.candidate_id, round_number)
        return None if helped else RuleCode.HELPER_BUSY

    def put(self, candidate_id: UUID, employer_id: UUID, round_number: int) -> None:
        """Seat somebody; the caller has asked :meth:`why_not`."""
        self.place[candidate_id, round_number] = employer_id
        self.guests[employer_id, round_number].add(candidate_id)
        self.turns[candidate_id] += 1
        self._met.add((candidate_id, employer_id))
        self._help(candidate_id, round_number, 1)

    def take(self, candidate_id: UUID, round_number: int) -> UUID:
        """Let somebody get up, and tell from where."""
        employer_id = self.place.pop((candidate_id, round_number))
        self.guests[employer_id, round_number].discard(candidate_id)
        self.turns[candidate_id] -= 1
        self._met.discard((candidate_id, employer_id))
        self._help(candidate_id, round_number, -1)
        return employer_id

    def have_met(self, candidate_id: UUID, employer_id: UUID) -> bool:
        """Whether they met today or are to meet."""
        return (candidate_id, employer_id) in self._met

    def has_helpers(self, candidate_id: UUID, round_number: int) -> bool:
        """Whether everyone whom they share with others is there and has a hand free."""
        return not self._helpers or all(
            round_number in helper.rounds
            and self._helping[helper.helper_id, round_number] < helper.capacity
            for helper in self._helpers.get(candidate_id, ())
        )

    def is_locked(self, candidate_id: UUID, round_number: int) -> bool:
        """Whether an organiser locked what somebody does in a round."""
        return (candidate_id, round_number) in self._locked

    def conversations(self) -> tuple[Conversation, ...]:
        """What is on the board, sorted by round, table and person."""
        return in_order(
            Conversation(number, self.tables[employer].table_number, candidate, employer)
            for (candidate, number), employer in self.place.items()
        )

    def _help(self, candidate_id: UUID, round_number: int, one: int) -> None:
        if self._helpers:
            for helper in self._helpers.get(candidate_id, ()):
                self._helping[helper.helper_id, round_number] += one

    def _respects_locks(self, candidate_id: UUID, employer_id: UUID, round_number: int) -> bool:
        if not self._locked:
            return True
        here = self._locked.get((candidate_id, round_number))
        pair = self._locked_pairs.get((candidate_id, employer_id))
        return (here is None or here.employer_id == employer_id) and (
            pair is None or pair.round_number == round_number
        )


def pair_rule(seeker: Seeker, table: TableOffer) -> RuleCode | None:
    """The rule that keeps these two apart in every round; None when they may meet."""
    if seeker.never and table.employer_id in seeker.never:
        return RuleCode.NEVER
    if seeker.met and table.employer_id in seeker.met:
        return RuleCode.MET
    if seeker.step_free and not table.step_free:
        return RuleCode.NOT_STEP_FREE
    return None


def broken_rules(
    request: PlanRequest, conversations: Iterable[Conversation]
) -> list[tuple[Conversation, RuleCode]]:
    """Every conversation of the open rounds that breaks a hard rule; empty for a sound plan.

    A locked conversation that is missing counts as well, unless no plan could keep it.
    """
    board = SeatingBoard(request)
    trouble = board.fill(conversations)
    missing = [
        (lock, RuleCode.LOCKED)
        for lock in request.locked
        if lock.round_number >= request.first_round
        and board.why_not(lock.candidate_id, lock.employer_id, lock.round_number) is None
    ]
    return trouble + missing
