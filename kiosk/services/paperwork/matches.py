"""Mutual yeses with consent: the only way in which an answer ever reaches paper."""

from collections.abc import Sequence
from uuid import UUID

from kiosk.domain.people import Attendee, Employer, RouteKind, Side, Standing
from kiosk.services.matching import mutual_yeses
from kiosk.services.paperwork.values import MatchBox
from kiosk.services.ports import UnitOfWork


class Matches:
    """Mutual yeses with consent, and how the two may reach each other."""

    def __init__(
        self,
        people: dict[UUID, Attendee],
        employers: dict[UUID, Employer],
        pairs: Sequence[tuple[UUID, UUID]],
    ) -> None:
        self._people = people
        self._employers = employers
        self._pairs = pairs

    @classmethod
    def of(cls, unit: UnitOfWork) -> "Matches":
        people = {person.id: person for person in unit.people.all()}
        pairs = sorted(
            ((match.candidate_id, match.employer_id) for match in mutual_yeses(unit)),
            key=lambda pair: people[pair[0]].badge_number,
        )
        return cls(people, {e.id: e for e in unit.employers.all()}, pairs)

    def of_person(self, person: Attendee) -> tuple[MatchBox, ...]:
        if person.side is Side.CANDIDATE:
            tables = [self._employers[e] for c, e in self._pairs if c == person.id]
            tables.sort(key=lambda employer: employer.table_number)
            return tuple(self._for_candidate(person, employer) for employer in tables)
        return tuple(
            self._for_employer(self._people[c]) for c, e in self._pairs if e == person.employer_id
        )

    def _for_candidate(self, person: Attendee, employer: Employer) -> MatchBox:
        contacts = tuple(
            p.public_name
            for p in self._people.values()
            if p.side is Side.EMPLOYER
            and p.employer_id == employer.id
            and p.standing is Standing.EXPECTED
        )
        return MatchBox(employer.name, person.route.kind, self._through(person), contacts)

    def _for_employer(self, candidate: Attendee) -> MatchBox:
        box = MatchBox(candidate.public_name, candidate.route.kind, self._through(candidate))
        if candidate.route.kind is not RouteKind.DIRECT:
            return box
        return MatchBox(box.name, box.route, phone=candidate.phone, email=candidate.email)

    def _through(self, candidate: Attendee) -> str:
        if candidate.route.kind is RouteKind.COMPANION:
            names = (p.public_name for p in self._people.values() if p.companion_of == candidate.id)
            return next(names, "")
        return candidate.route.through
