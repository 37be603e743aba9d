"""One person's panel as values: what the file says, and what somebody has changed but not saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from kiosk.domain.people import ConsentKind, SeatNeed, Side
from kiosk.domain.text import one_line
from kiosk.services.desk.edits import LONGEST_NAME, LONGEST_NEEDS, PersonDetails, PersonEdit


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What can be edited. ``candidate`` is with whom a companion comes, and how to show that."""

    name: str = ""
    languages: tuple[str, ...] = ()
    needs: str = ""
    answers: Mapping[ConsentKind, bool | None] = field(default_factory=dict)
    candidate: tuple[UUID, str] | None = None
    seat_needs: tuple[SeatNeed, ...] = ()

    @classmethod
    def of(cls, details: PersonDetails) -> "PersonDraft":
        """As the file has it."""
        person, record = details.record.attendee, details.record
        return cls(
            one_line(person.public_name, LONGEST_NAME),
            person.languages,
            one_line(person.needs, LONGEST_NEEDS),
            dict(details.consents),
            (person.companion_of, record.accompanies) if person.companion_of else None,
            person.seat_needs,
        )

    def on_top_of(self, old: "PersonDraft", new: "PersonDraft") -> "PersonDraft":
        """These edits, made to ``old``, carried over to what the file says by now."""
        changed = {
            name: getattr(self, name)
            for name in ("name", "languages", "needs", "candidate", "seat_needs")
            if getattr(self, name) != getattr(old, name)
        }
        answers = {
            kind: answer for kind, answer in self.answers.items() if answer != old.answers[kind]
        }
        return replace(new, **changed, answers={**new.answers, **answers})

    def edit(self) -> PersonEdit:
        """What is asked of the file."""
        candidate_id = self.candidate[0] if self.candidate else None
        return PersonEdit(
            self.name,
            self.languages,
            self.needs,
            dict(self.answers),
            candidate_id,
            self.seat_needs,
        )


@dataclass(frozen=True, slots=True)
class PersonScreen:
    """The panel; without ``details`` nobody is shown yet.

    ``saved`` says that the file has the last edits, ``replacing`` that one more press gives a new
    badge, ``replaced`` that this was done.
    """

    details: PersonDetails | None = None
    draft: PersonDraft = field(default_factory=PersonDraft)
    nameless: bool = False
    saved: bool = False
    replacing: bool = False
    replaced: bool = False
    busy: bool = False

    @property
    def attendee_id(self) -> UUID | None:
        """Whom it is about."""
        return self.details.record.attendee.id if self.details else None

    @property
    def questions(self) -> tuple[ConsentKind, ...]:
        """Only candidates are asked about contact details and later calls."""
        candidate = self.details and self.details.record.attendee.side is Side.CANDIDATE
        return tuple(ConsentKind) if candidate else (ConsentKind.TAKE_PART,)

    @property
    def is_here(self) -> bool:
        """Whether they are in the building now."""
        came = self.details.record.check_in if self.details else None
        return came is not None and came.is_here
