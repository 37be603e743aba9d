"""Which wish counts about whom, when an answer names an employer in several places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias
from uuid import UUID

from kiosk.domain.people import Wish, WishKind
from kiosk.domain.registration import EmployerNames, IssueCode, NamedWish, PersonRow, RowIssue

Understood: TypeAlias = Mapping[UUID, NamedWish]
"""What counts about each employer who was named and is in the event."""

STRONGEST_FIRST = (
    WishKind.NEVER,
    WishKind.MET,
    WishKind.MUST,
    WishKind.RATHER_NOT,
    WishKind.WISH,
)


def understand(row: PersonRow, employers: EmployerNames) -> tuple[Understood, list[RowIssue]]:
    """The wishes about employers who are in the event, and what the organiser should look at.

    One thing counts about each employer: never, else met before, else must, else rather not, else
    the strongest wish. A wish without any weight is no wish.
    """
    about: defaultdict[UUID, list[NamedWish]] = defaultdict(list)
    names: dict[UUID, str] = {}
    issues = []
    for wish in row.wishes:
        employer = employers.find(wish.employer)
        if employer is None:
            issues.append(_unknown(row, wish, employers))
        else:
            about[employer.id].append(wish)
            names[employer.id] = employer.name
    counting = {employer_id: min(said, key=_rank) for employer_id, said in about.items()}
    for employer_id, said in about.items():
        if any(wish.asks for wish in said) and any(wish.declines for wish in said):
            facts = {"name": names[employer_id], "kind": counting[employer_id].kind.value}
            issues.append(RowIssue(row.row, IssueCode.CONTRARY_WISHES, facts))
    return {who: wish for who, wish in counting.items() if wish.asks or wish.declines}, issues


def as_wishes(candidate_id: UUID, understood: Understood) -> list[Wish]:
    """The same as wishes of one candidate; only a wish has a weight."""
    return [
        Wish(candidate_id, who, wish.weight if wish.kind is WishKind.WISH else 0, wish.kind)
        for who, wish in understood.items()
    ]


def in_order(wishes: Sequence[Wish] | frozenset[Wish]) -> list[Wish]:
    """Sorted, so that the same import always writes the same."""
    return sorted(wishes, key=lambda wish: (-wish.weight, str(wish.employer_id)))


def _unknown(row: PersonRow, wish: NamedWish, employers: EmployerNames) -> RowIssue:
    facts = {"written": wish.employer}
    return RowIssue(row.row, IssueCode.UNKNOWN_EMPLOYER, facts, employers.suggest(wish.employer))


def _rank(wish: NamedWish) -> tuple[int, int]:
    return (STRONGEST_FIRST.index(wish.kind), -wish.weight)
