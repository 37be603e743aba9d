"""Small edits at the desk, each with its history: a name as wanted, needs, consents, a badge."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code as random_code
from kiosk.domain.edits import CONSENT_FIELD, AttendeeEdit, EditedField
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, SeatNeed, Side, Standing
from kiosk.domain.print_jobs import Paper, PrintJob
from kiosk.domain.text import one_line
from kiosk.domain.verdicts import DeskRecord, Verdict
from kiosk.services.desk.check_in import DeskPost, answer, known, remember
from kiosk.services.ports import UnitOfWork

ATTENDEE_EDITED = "attendee-edited"
LONGEST_NAME = 80
LONGEST_NEEDS = 300

_SAID = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What a desk may see and change of one person; ``consents`` None was never asked.

    ``companions_of`` are the public names of the candidates whom the history names by their ids.
    """

    record: DeskRecord
    consents: dict[ConsentKind, bool | None]
    history: tuple[AttendeeEdit, ...]
    companions_of: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class PersonEdit:
    """What a desk wants somebody's details to be; consents that are None stay as they are."""

    chosen_name: str
    languages: tuple[str, ...]
    needs: str
    consents: dict[ConsentKind, bool | None]
    companion_of: UUID | None = None
    seat_needs: tuple[SeatNeed, ...] = ()


def person_details(unit: UnitOfWork, attendee_id: UUID) -> PersonDetails:
    """What can be edited, and how it came to be. Raises Refusal UNKNOWN_ATTENDEE."""
    with unit.reading():
        return _details(unit, attendee_id)


def edit_person(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, edit: PersonEdit, *, desk: DeskPost
) -> PersonDetails:
    """Take over what differs; each change goes into the history and the journal.

    Raises:
        Refusal: NAME_MISSING; UNKNOWN_ATTENDEE, also for a candidate that a companion comes with.
    """
    with unit:
        pen = _Pen(unit, clock, desk)
        before = known(unit, attendee_id).attendee
        pen.save(before, _edited(unit, before, edit))
        for kind, given in edit.consents.items():
            if given is not None:
                pen.consent(attendee_id, kind, given=given)
        pen.finish(attendee_id)
        return _details(unit, attendee_id)


def consent_and_check_in(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, desk: DeskPost
) -> Verdict:
    """They said at the desk that they take part: record it, and greet them."""
    with unit:
        pen = _Pen(unit, clock, desk)
        pen.consent(attendee_id, ConsentKind.TAKE_PART, given=True)
        return _greet(pen, attendee_id)


def expect_and_check_in(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, *, desk: DeskPost
) -> Verdict:
    """Somebody who had cancelled stands at the desk after all: expect them, and greet them."""
    with unit:
        pen = _Pen(unit, clock, desk)
        before = known(unit, attendee_id).attendee
        pen.save(before, replace(before, standing=Standing.EXPECTED))
        return _greet(pen, attendee_id)


def set_standing(
    unit: UnitOfWork, clock: Clock, attendee_id: UUID, standing: Standing, *, desk: DeskPost
) -> None:
    """Somebody on the call list says that they will not come, or will after all.

    Raises:
        Refusal: CAME_ALREADY when another desk has just greeted somebody who "is not coming".
    """
    with unit:
        pen = _Pen(unit, clock, desk)
        record = known(unit, attendee_id)
        before = record.attendee
        if standing is Standing.CANCELLED and record.check_in is not None:
            raise Refusal(RefusalCode.CAME_ALREADY)
        pen.save(before, replace(before, standing=standing))
        pen.finish(attendee_id)


def replace_badge(
    unit: UnitOfWork,
    clock: Clock,
    attendee_id: UUID,
    *,
    desk: DeskPost,
    new_code: Callable[[], str] = random_code,
) -> DeskRecord:
    """A lost badge: a new code for the same number; the old code is refused from now on.

    The new badge is queued with it: a code that nobody holds would leave somebody without any.
    """
    with unit:
        pen = _Pen(unit, clock, desk)
        record = known(unit, attendee_id)
        unit.people.give_code(attendee_id, new_code(), clock.now())
        unit.prints.add(PrintJob(uuid4(), clock.now(), desk.station, Paper.BADGE, attendee_id))
        pen.note(attendee_id, EditedField.BADGE_CODE, "", "")
        pen.finish(attendee_id)
    return record


def _details(unit: UnitOfWork, attendee_id: UUID) -> PersonDetails:
    record = known(unit, attendee_id)
    answered = unit.people.consents_of(attendee_id)
    consents = {kind: answered.get(kind) for kind in ConsentKind}
    history = tuple(unit.people.edits(attendee_id))
    return PersonDetails(record, consents, history, _companions_of(unit, history))


def _companions_of(unit: UnitOfWork, history: Iterable[AttendeeEdit]) -> dict[UUID, str]:
    about = [edit for edit in history if edit.field is EditedField.COMPANION_OF]
    ids = {UUID(said) for edit in about for said in (edit.before, edit.after) if said}
    people = (unit.people.get(attendee_id) for attendee_id in ids)
    return {person.id: person.public_name for person in people if person}


def _edited(unit: UnitOfWork, before: Attendee, edit: PersonEdit) -> Attendee:
    name = _written(before.public_name, edit.chosen_name, LONGEST_NAME)
    if not name:
        raise Refusal(RefusalCode.NAME_MISSING)
    return replace(
        before,
        chosen_name=before.chosen_name if name == before.public_name else name,
        languages=edit.languages,
        needs=_written(before.needs, edit.needs, LONGEST_NEEDS),
        companion_of=companion_of(unit, before.side, edit.companion_of),
        seat_needs=edit.seat_needs,
    )


def _written(before: str, written: str, longest: int) -> str:
    """What was written, on one line; what nobody changed stays, be it longer or on more lines."""
    text = one_line(written, longest)
    return before if text == one_line(before, longest) else text


def companion_of(unit: UnitOfWork, side: Side, candidate_id: UUID | None) -> UUID | None:
    """The candidate whom a companion comes with; other people come with nobody."""
    if side is not Side.COMPANION or candidate_id is None:
        return None
    if known(unit, candidate_id).attendee.side is not Side.CANDIDATE:
        raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
    return candidate_id


def _greet(pen: "_Pen", attendee_id: UUID) -> Verdict:
    verdict = answer(pen.unit, pen.clock, known(pen.unit, attendee_id), pen.desk)
    verdict = remember(pen.unit, verdict, pen.desk.station)
    pen.finish(attendee_id)
    return verdict


class _Pen:
    """Writes changes, their history, and at the end one journal entry that names the fields."""

    def __init__(self, unit: UnitOfWork, clock: Clock, desk: DeskPost) -> None:
        self.unit, self.clock, self.desk = unit, clock, desk
        self._changed: list[EditedField] = []
        self._now: datetime = clock.now()

    def save(self, before: Attendee, after: Attendee) -> None:
        """Write what differs between two versions of somebody."""
        for field, old, new in _differences(before, after):
            self.note(before.id, field, old, new)
        if before != after:
            self.unit.people.save(after)

    def consent(self, attendee_id: UUID, kind: ConsentKind, *, given: bool) -> None:
        """Write an answer, if it is another one than before."""
        before = self.unit.people.consents_of(attendee_id).get(kind)
        if before is not given:
            self.note(attendee_id, CONSENT_FIELD[kind], _SAID[before], _SAID[given])
            self.unit.people.set_consent(attendee_id, kind, given, self._now)

    def note(self, attendee_id: UUID, field: EditedField, before: str, after: str) -> None:
        """One line of history."""
        self._changed.append(field)
        desk = self.desk
        self.unit.people.add_edit(
            AttendeeEdit(attendee_id, self._now, desk.station, desk.volunteer, field, before, after)
        )

    def finish(self, attendee_id: UUID) -> None:
        """Commit; without any change nothing goes into the journal."""
        if self._changed:
            fields = " ".join(field.value for field in self._changed)
            self.unit.journal.append(
                self._now, self.desk.station, ATTENDEE_EDITED, (attendee_id,), {"fields": fields}
            )
        self.unit.commit()


def _differences(before: Attendee, after: Attendee) -> list[tuple[EditedField, str, str]]:
    pairs = (
        (EditedField.CHOSEN_NAME, before.public_name, after.public_name),
        (EditedField.LANGUAGES, " ".join(before.languages), " ".join(after.languages)),
        (EditedField.NEEDS, before.needs, after.needs),
        (EditedField.SEAT_NEEDS, " ".join(before.seat_needs), " ".join(after.seat_needs)),
        (EditedField.STANDING, before.standing.value, after.standing.value),
        (EditedField.COMPANION_OF, _id(before.companion_of), _id(after.companion_of)),
    )
    return [(field, old, new) for field, old, new in pairs if old != new]


def _id(attendee_id: UUID | None) -> str:
    return str(attendee_id) if attendee_id else ""
