"""The walk-in form as values: what was said so far, and what the panel shows about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID, uuid4

from kiosk.domain.people import ConsentKind, Employer, Side
from kiosk.services.desk.walk_ins import WalkIn
from kiosk.services.search import PersonLine

ASKED_OF_CANDIDATES = tuple(ConsentKind)
ASKED_OF_OTHERS = (ConsentKind.TAKE_PART,)


class FormField(Enum):
    """The fields of the form, in the order in which people ask."""

    NAME = "name"
    SIDE = "side"
    LANGUAGES = "languages"
    NEEDS = "needs"
    CONTACT = "contact"
    EMPLOYER = "employer"
    CANDIDATE = "candidate"
    TAKE_PART = "take-part"


OF_SIDE = {
    Side.CANDIDATE: FormField.CONTACT,
    Side.EMPLOYER: FormField.EMPLOYER,
    Side.COMPANION: FormField.CANDIDATE,
}
"""The one field that only people of that side are asked for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far; ``id`` stays until somebody is registered, so that twice is once."""

    name: str = ""
    side: Side | None = None
    languages: tuple[str, ...] = ()
    needs: str = ""
    contact: str = ""
    employer: Employer | None = None
    candidate: PersonLine | None = None
    answers: Mapping[ConsentKind, bool | None] = field(default_factory=dict)
    id: UUID = field(default_factory=uuid4)

    @property
    def questions(self) -> tuple[ConsentKind, ...]:
        """Representatives and companions are only asked whether they come."""
        others = self.side in {Side.EMPLOYER, Side.COMPANION}
        return ASKED_OF_OTHERS if others else ASKED_OF_CANDIDATES

    @property
    def declines(self) -> bool:
        """Whether they said that they do not take part; then nothing is kept of them."""
        return self.answers.get(ConsentKind.TAKE_PART) is False

    def missing(self) -> frozenset[FormField]:
        """What must be known before somebody can be registered."""
        lacking = {
            FormField.NAME: not self.name.strip(),
            FormField.SIDE: self.side is None,
            FormField.EMPLOYER: self.side is Side.EMPLOYER and self.employer is None,
            FormField.TAKE_PART: self.answers.get(ConsentKind.TAKE_PART) is None,
        }
        return frozenset(name for name, is_missing in lacking.items() if is_missing)

    def walk_in(self, side: Side) -> WalkIn:
        """What is asked of the file; what belongs to another side is left out."""
        return WalkIn(
            self.name,
            side,
            self.languages,
            self.needs,
            self.contact if side is Side.CANDIDATE else "",
            {kind: self.answers.get(kind) for kind in self.questions},
            self.employer.id if self.employer and side is Side.EMPLOYER else None,
            self.candidate.attendee_id if self.candidate and side is Side.COMPANION else None,
            self.id,
        )


@dataclass(frozen=True, slots=True)
class FormScreen:
    """The panel. ``doubles`` are on the list by that name and not here yet.

    ``kept_nothing`` says that somebody declined and the form was emptied; ``busy`` that the file
    has not answered yet.
    """

    draft: Draft = field(default_factory=Draft)
    problems: frozenset[FormField] = frozenset()
    doubles: tuple[PersonLine, ...] = ()
    kept_nothing: bool = False
    busy: bool = False
