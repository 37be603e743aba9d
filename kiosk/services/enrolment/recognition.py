"""Knowing again who is in the event already, however many are."""

from collections import defaultdict
from collections.abc import Iterable

from kiosk.domain.people import Attendee
from kiosk.domain.registration import Answers, Identity, identity_of
from kiosk.services.enrolment.session import Enrolment, checksum
from kiosk.services.ports import Fact


class Unclaimed:
    """Candidates whom no row of this import has claimed yet, by name and by what they last said.

    A list of thousands is imported again and again, so nobody is compared with everybody.
    """

    def __init__(self, candidates: Iterable[Attendee], session: Enrolment) -> None:
        self._by_name: defaultdict[str, dict[Attendee, Identity]] = defaultdict(dict)
        self._by_said: defaultdict[Fact, list[Attendee]] = defaultdict(list)
        for candidate in candidates:
            identity = identity_of(candidate)
            self._by_name[identity.name][candidate] = identity
            self._by_said[session.said_before.get(candidate.id, {}).get("said")].append(candidate)

    def claim(self, answers: Answers) -> list[Attendee]:
        """Who these answers are from: no one yet, one person, or several that can't be told."""
        found = self._who_said(answers) or self._named(answers.identity)
        if len(found) == 1:
            self._by_name[identity_of(found[0]).name].pop(found[0])
        return found

    def _who_said(self, answers: Answers) -> list[Attendee]:
        """Somebody whose last row said just this, whatever the desk changed since."""
        said = self._by_said.get(checksum(answers.newest), ())
        return [one for one in said if one in self._by_name[identity_of(one).name]][:1]

    def _named(self, wanted: Identity) -> list[Attendee]:
        namesakes = self._by_name.get(wanted.name, {})
        sure = [one for one, identity in namesakes.items() if identity.shares_contact(wanted)]
        if sure:
            return sure[:1]
        perhaps = [one for one, identity in namesakes.items() if identity.may_be(wanted)]
        return perhaps or ([] if wanted.contacts else list(namesakes))
