"""A witness of the rehearsal: remembers what people did, and compares it with what the file says.

It never reads an answer back from the file while the day runs; what it knows of the day it has
seen with its own eyes, so that it can contradict the services that it watched.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from uuid import UUID

from kiosk.domain.interest import Answer, is_match
from kiosk.domain.people import ConsentKind, Side
from kiosk.domain.plan import broken_rules
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.matching import read_matches
from kiosk.services.ports import UnitOfWork
from kiosk.services.room_seating import RoomSeating
from kiosk.services.seating import read_request

Pair = tuple[UUID, UUID]


@dataclass(slots=True)
class Witness:
    """What was seen: verdicts, who sat together, who said what, who may share."""

    verdicts: Counter[VerdictCode] = field(default_factory=Counter)
    here: Counter[UUID] = field(default_factory=Counter)
    sat: Counter[Pair] = field(default_factory=Counter)
    said: dict[tuple[UUID, UUID, Side], Answer] = field(default_factory=dict)
    may_share: dict[UUID, bool] = field(default_factory=dict)

    def look_around(self, unit: UnitOfWork) -> None:
        """What is there before the day starts; a real event may have begun already."""
        with unit:
            self.here.update(unit.people.check_ins().keys())
            for kept in unit.interests.all():
                self.said[kept.candidate_id, kept.employer_id, kept.side] = kept.answer
            for person_id, given in unit.people.consents().items():
                self.may_share[person_id] = given.get(ConsentKind.SHARE_CONTACT, False)

    def saw_scan(self, verdict: Verdict) -> None:
        """Somebody stood at the desk."""
        self.verdicts[verdict.code] += 1
        if verdict.code is VerdictCode.WELCOME and verdict.attendee_id:
            self.here[verdict.attendee_id] += 1

    def saw_round(self, room: RoomSeating) -> None:
        """A round is over; whoever sat at a table with somebody to receive them has talked."""
        for table in room.tables:
            for guest in table.guests:
                if table.employer_here and guest.here:
                    self.sat[guest.candidate_id, table.employer_id] += 1

    def mutual(self) -> set[Pair]:
        """The pairs of whom both said yes, whether or not details may be shared."""
        return {pair for pair in self._pairs() if self._is_mutual(pair, may_share=True)}

    def checks(self, unit: UnitOfWork) -> dict[str, bool]:
        """Each promise of the house by name, and whether the day kept it."""
        with unit:
            kept = {(i.candidate_id, i.employer_id, i.side): i.answer for i in unit.interests.all()}
            matches = {(m.match.candidate_id, m.match.employer_id) for m in read_matches(unit)}
            plan = unit.plans.current()
            conversations = plan.conversations if plan else ()
            as_planned = replace(read_request(unit), held=(), first_round=1)
            return {
                "hard_rules_kept": not broken_rules(as_planned, conversations),
                "nobody_met_twice": max(self.sat.values(), default=0) <= 1,
                "every_conversation_noted": set(self.sat) <= unit.plans.held(),
                "nobody_checked_in_twice": max(self.here.values(), default=0) <= 1,
                "every_arrival_kept": set(self.here) == set(unit.people.check_ins()),
                "every_answer_kept": kept == self.said,
                "no_one_sided_yes": matches == self._matches(),
                "journal_whole": unit.journal.first_broken() is None,
            }

    def _matches(self) -> set[Pair]:
        return {
            pair
            for pair in self._pairs()
            if self._is_mutual(pair, may_share=self.may_share.get(pair[0], False))
        }

    def _pairs(self) -> set[Pair]:
        return {(candidate, employer) for candidate, employer, _ in self.said}

    def _is_mutual(self, pair: Pair, *, may_share: bool) -> bool:
        candidate = self.said.get((*pair, Side.CANDIDATE))
        employer = self.said.get((*pair, Side.EMPLOYER))
        return is_match(candidate, employer, may_share=may_share)
