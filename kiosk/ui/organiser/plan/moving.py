"""What moves by hand cost, and why one can't be made, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.plan import RuleCode, SeatingBoard
from kiosk.domain.plan.moves import MoveCheck, check_seat, check_swap
from kiosk.i18n import _, ngettext
from kiosk.i18n.plan_messages import rule_about, rule_text
from kiosk.services.ports import SeatOf
from kiosk.ui.organiser.plan.reading import PlanReading
from kiosk.ui.organiser.wording import short_name


@dataclass(frozen=True, slots=True)
class Moves:
    """Judges moves against one reading of the plan; the board is as before after each."""

    reading: PlanReading

    @property
    def board(self) -> SeatingBoard:
        """The plan as the planner's rules see it."""
        return self.reading.board

    def is_taken(self, seat: SeatOf) -> bool:
        """Whether the plan has a conversation there that is still to come, sound or not."""
        return seat in self.board.place or seat in self.reading.broken

    def has_nothing_to_do(self, seat: SeatOf, employer_id: UUID | None) -> bool:
        """Whether somebody is there already."""
        return self.board.place.get(seat) == employer_id and seat not in self.reading.broken

    def can_swap(self, one: SeatOf, other: SeatOf) -> bool:
        """Whether two places may have what the other has; two that are empty have nothing."""
        place = self.board.place
        return (one in place or other in place) and check_swap(self.board, one, other).is_legal

    def name(self, seat: SeatOf) -> str:
        """The public name of whose place it is."""
        return self.reading.people[seat[0]][1]

    def employer(self, employer_id: UUID) -> str:
        """An employer's name as cells have it."""
        return short_name(self.reading.employers[employer_id])

    def why_fixed(self, seat: SeatOf) -> str | None:
        """Why a place can't be picked up; None when it can."""
        board, (candidate_id, number) = self.board, seat
        seeker = board.seekers.get(candidate_id)
        if number < board.request.first_round:
            return self._about(RuleCode.ROUND_OVER, seat, None)
        if board.is_locked(candidate_id, number):
            return self._about(RuleCode.LOCKED, seat, None)
        if seat not in board.place and (seeker is None or number not in seeker.rounds):
            return self._about(RuleCode.PERSON_AWAY, seat, None)
        return None

    def swap_text(self, one: SeatOf, other: SeatOf) -> str:
        """What swapping two places would cost, or why it can't be."""
        if one not in self.board.place and other not in self.board.place:
            return _("There is nothing to swap: both places are rest.")
        check = check_swap(self.board, one, other)
        if check.rule:
            return _("Not possible: {reason}.").format(reason=self._why_no_swap(one, other, check))
        if one[0] == other[0]:
            text = _("{name}: rounds {one} and {other} swap: {cost}.")
            facts = {"name": self.name(one), "one": one[1], "other": other[1]}
        else:
            text = _("{one} and {other} swap: {cost}.")
            facts = {"one": self.name(one), "other": self.name(other)}
        return text.format(**facts, cost=points_text(check.points))

    def seat_rule(self, seat: SeatOf, employer_id: UUID | None) -> str | None:
        """Why somebody can't be seated there; None when they can."""
        rule = check_seat(self.board, seat, employer_id).rule
        return self._about(rule, seat, employer_id) if rule else None

    def seat_note(self, seat: SeatOf, employer_id: UUID | None) -> str:
        """What it gains in points, or in short why it can't be."""
        check = check_seat(self.board, seat, employer_id)
        return rule_text(check.rule) if check.rule else points_text(check.points)

    def seat_gain(self, seat: SeatOf, employer_id: UUID | None) -> int:
        """What it gains in points."""
        return check_seat(self.board, seat, employer_id).points

    def _why_no_swap(self, one: SeatOf, other: SeatOf, check: MoveCheck) -> str:
        assert check.rule
        seat, employer_id = _hurdle(self.board, (one, other), check.rule)
        return self._about(check.rule, seat, employer_id)

    def _about(self, rule: RuleCode, seat: SeatOf, employer_id: UUID | None) -> str:
        return rule_about(
            rule,
            name=self.name(seat),
            employer=self.employer(employer_id) if employer_id else "",
            round_number=seat[1],
        )


def points_text(points: int) -> str:
    """What is gained or lost, in words."""
    if points == 0:
        return _("nothing gained or lost")
    if points > 0:
        return ngettext("{count} point more", "{count} points more", points).format(count=points)
    return ngettext("{count} point less", "{count} points less", -points).format(count=-points)


def _hurdle(
    board: SeatingBoard, seats: Sequence[SeatOf], rule: RuleCode
) -> tuple[SeatOf, UUID | None]:
    """Which of two places stands in the way of their swap, and which employer it would get."""
    one, other = seats
    wanted = {one: board.place.get(other), other: board.place.get(one)}
    if rule is RuleCode.LOCKED:
        held = [seat for seat in seats if board.is_locked(*seat)]
        if held:
            return held[0], wanted[held[0]]
    if rule is RuleCode.ROUND_OVER:
        over = next(seat for seat in seats if seat[1] < board.request.first_round)
        return over, wanted[over]
    taken = [(seat, board.take(*seat)) for seat in seats if seat in board.place]
    hurdles = (
        (seat, employer_id)
        for seat, employer_id in wanted.items()
        if employer_id and board.why_not(*_asked(seat, employer_id)) is rule
    )
    found = next(hurdles, (one, wanted[one]))
    for (candidate_id, number), employer_id in taken:
        board.put(candidate_id, employer_id, number)
    return found


def _asked(seat: SeatOf, employer_id: UUID) -> tuple[UUID, UUID, int]:
    candidate_id, number = seat
    return candidate_id, employer_id, number
