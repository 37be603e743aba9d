"""Interest, and the only thing that ever leaves it: a mutual yes, with consent."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.people import Side


class Answer(StrEnum):
    """Whether one side would like to see the other again."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Interest:
    """One side's answer about one conversation; ``side`` says whose answer it is."""

    candidate_id: UUID
    employer_id: UUID
    side: Side
    answer: Answer


@dataclass(frozen=True, slots=True)
class Match:
    """A mutual yes with consent: the one result that both sides may see."""

    candidate_id: UUID
    employer_id: UUID


def is_match(candidate: Answer | None, employer: Answer | None, *, may_share: bool) -> bool:
    """Both said yes, and the candidate agreed that contact details are shared (rules 3 and 5)."""
    return candidate is Answer.YES and employer is Answer.YES and may_share
