"""What comes out of interest: matches, and totals that point at nobody."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.indicators import SMALL_GROUP
from kiosk.domain.interest import Answer, Interest, Match, is_match
from kiosk.domain.people import Attendee, ConsentKind, Employer, RouteKind, Side
from kiosk.services.day_position import PHASE_STARTED, PROGRAMME_FINISHED
from kiosk.services.interest import INTEREST_ANSWERED, conversations_met
from kiosk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class MatchContact:
    """A match as organisers pass it on: public names, and the route the candidate chose.

    ``phone`` and ``email`` are the candidate's own on the direct route, the companion's on that
    route, and empty when an organisation stands between.
    """

    match: Match
    candidate: str
    badge_number: int
    employer: str
    table_number: int
    route: RouteKind
    through: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class SideCounts:
    """Answers of one side, over everyone. ``by_answer`` is None when it could point at a person."""

    answered: int
    asked: int
    by_answer: Mapping[Answer, int] | None


@dataclass(frozen=True, slots=True)
class InterestCounts:
    """Totals for organisers, a side each, and how many became a match."""

    candidates: SideCounts
    employers: SideCounts
    matches: int


def matches(unit: UnitOfWork) -> tuple[MatchContact, ...]:
    """Every match with the contact route, sorted by table and badge number."""
    with unit:
        return read_matches(unit)


def answer_counts(unit: UnitOfWork) -> InterestCounts:
    """How much was answered, without anybody's answer being derivable."""
    with unit:
        return read_counts(unit)


def read_matches(unit: UnitOfWork) -> tuple[MatchContact, ...]:
    """Every match, inside an open unit of work."""
    people = {person.id: person for person in unit.people.all()}
    employers = {employer.id: employer for employer in unit.employers.all()}
    contacts = [
        _contact(match, people, employers[match.employer_id]) for match in mutual_yeses(unit)
    ]
    return tuple(sorted(contacts, key=lambda found: (found.table_number, found.badge_number)))


def mutual_yeses(unit: UnitOfWork) -> list[Match]:
    """The pairs who both said yes, with consent; inside an open unit of work.

    Who no longer takes part has agreed to nothing any more, whatever was said about sharing.
    """
    consents = unit.people.consents()
    given = {(i.candidate_id, i.employer_id, i.side): i.answer for i in unit.interests.all()}
    return [
        Match(candidate, employer)
        for (candidate, employer, side), theirs in given.items()
        if side is Side.CANDIDATE
        and is_match(
            theirs,
            given.get((candidate, employer, Side.EMPLOYER)),
            may_share=_may_share(consents.get(candidate, {})),
        )
    ]


def _may_share(given: Mapping[ConsentKind, bool]) -> bool:
    needed = ConsentKind.TAKE_PART, ConsentKind.SHARE_CONTACT
    return all(given.get(kind, False) for kind in needed)


def read_counts(unit: UnitOfWork) -> InterestCounts:
    """Totals by side, inside an open unit of work."""
    asked = len(conversations_met(unit))
    given = unit.interests.all()
    found = len(mutual_yeses(unit))
    hide = not _is_settled(unit)
    candidates, employers = (
        _side_counts([i for i in given if i.side is side], asked, found, hide=hide)
        for side in (Side.CANDIDATE, Side.EMPLOYER)
    )
    return InterestCounts(candidates, employers, found)


def _is_settled(unit: UnitOfWork) -> bool:
    """Whether the day is over and nobody answered since.

    Of two totals with one answer between them the difference is that answer. So there is one
    total only: the last.
    """
    last = unit.journal.latest((PHASE_STARTED, PROGRAMME_FINISHED, INTEREST_ANSWERED), 1)
    return bool(last) and last[0].what == PROGRAMME_FINISHED


def _side_counts(given: Sequence[Interest], asked: int, found: int, *, hide: bool) -> SideCounts:
    """Count one side, hiding the split by answer where it could point at a person.

    A total of all yes tells everyone's answer, a group of two can subtract its own, and from the
    yeses anyone can subtract the matches, which are known by name. So the split is shown only
    when each answer was given by and about enough different candidates and employers, and enough
    yeses became no match (house rule 6).
    """
    by_answer = dict.fromkeys(Answer, 0) | Counter(i.answer for i in given)
    smallest = min(
        by_answer[Answer.YES] - found,
        *(len({i.candidate_id for i in given if i.answer is answer}) for answer in Answer),
        *(len({i.employer_id for i in given if i.answer is answer}) for answer in Answer),
    )
    shown = by_answer if smallest >= SMALL_GROUP and not hide else None
    return SideCounts(len(given), asked, shown)


def _contact(match: Match, people: Mapping[UUID, Attendee], employer: Employer) -> MatchContact:
    person = people[match.candidate_id]
    known = (match, person.public_name, person.badge_number, employer.name, employer.table_number)
    kind = person.route.kind
    if kind is RouteKind.DIRECT:
        return MatchContact(*known, kind, "", person.phone, person.email)
    if kind is RouteKind.ORGANISATION:
        return MatchContact(*known, kind, person.route.through)
    companion = next((p for p in people.values() if p.companion_of == person.id), None)
    if companion is None:
        return MatchContact(*known, kind, person.route.through)
    return MatchContact(*known, kind, companion.public_name, companion.phone, companion.email)
