"""Interpreters and coaches whom candidates name: each comes once, however many share them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from kiosk.domain.people import Attendee, Side
from kiosk.domain.registration import IssueCode, PersonRow, RowIssue, folded
from kiosk.services.enrolment.badge_numbers import BadgeNumbers
from kiosk.services.enrolment.session import COMPANION_LINKED, Enrolment


@dataclass(slots=True)
class Helpers:
    """The companions in the event, by name, and the candidates whom each is there for.

    Nobody has asked a newcomer yet whether they take part, so the desk will, as it does for
    everybody without an answer.
    """

    session: Enrolment
    by_name: dict[str, Attendee]
    helped: dict[UUID, frozenset[UUID]]

    @classmethod
    def of(cls, session: Enrolment, everyone: Iterable[Attendee]) -> "Helpers":
        """Those who are in the event before the import; of namesakes the lowest badge number."""
        companions = [person for person in everyone if person.side is Side.COMPANION]
        by_name = {_key(person): person for person in reversed(companions)}
        return cls(session, by_name, session.unit.people.companions())

    def newcomers(self, rows: Sequence[PersonRow]) -> int:
        """How many of those named in these rows are not in the event yet."""
        named = {folded(name) for row in rows for name in row.helpers}
        return len(named - set(self.by_name))

    def bring(self, candidate_id: UUID, row: PersonRow, numbers: BadgeNumbers) -> bool:
        """Let those whom a row names come along; whether that is new.

        A link is only ever added: the file does not say that somebody no longer needs help.
        """
        new = [name for name in row.helpers if not self._is_linked(name, candidate_id)]
        for name in new:
            helper = self.by_name.get(folded(name)) or self._welcome(name, row, numbers)
            self._link(helper, candidate_id)
        return bool(new)

    def _is_linked(self, name: str, candidate_id: UUID) -> bool:
        helper = self.by_name.get(folded(name))
        return helper is not None and candidate_id in self.helped.get(helper.id, ())

    def _welcome(self, name: str, row: PersonRow, numbers: BadgeNumbers) -> Attendee:
        given, _, family = name.partition(" ")
        helper = Attendee(uuid4(), Side.COMPANION, numbers.draw(), given, family, "")
        self.session.welcome(helper, {"row": row.row})
        self.session.issues.append(RowIssue(row.row, IssueCode.HELPER_ADDED, {"name": name}))
        return helper

    def _link(self, helper: Attendee, candidate_id: UUID) -> None:
        if helper.companion_of is None:
            helper = replace(helper, companion_of=candidate_id)
            self.session.unit.people.save(helper)
        else:
            self.session.unit.people.link_companion(helper.id, candidate_id)
        self.by_name[_key(helper)] = helper
        self.helped[helper.id] = self.helped.get(helper.id, frozenset()) | {candidate_id}
        self.session.record(COMPANION_LINKED, helper.id, {}, candidate_id)


def _key(person: Attendee) -> str:
    return folded(f"{person.given_name} {person.family_name}")
