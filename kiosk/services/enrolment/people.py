"""Enrolling people from a registration file: who is new, who answered anew, who declines."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code as random_code
from kiosk.domain.edits import CONSENT_FIELD, EditedField
from kiosk.domain.people import (
    Attendee,
    ConsentKind,
    ContactRoute,
    Presence,
    Side,
    Standing,
    Wish,
    WishSource,
)
from kiosk.domain.registration import (
    Answers,
    EmployerNames,
    Identity,
    IssueCode,
    PersonRow,
    RowIssue,
    group_answers,
    identity_of,
)
from kiosk.services.enrolment.at_desks import keep_edits
from kiosk.services.enrolment.badge_numbers import BadgeNumbers, ChooseNumber
from kiosk.services.enrolment.helpers import Helpers
from kiosk.services.enrolment.recognition import Unclaimed
from kiosk.services.enrolment.report import Enrolled, EnrolmentReport
from kiosk.services.enrolment.session import (
    ATTENDEE_CANCELLED,
    ATTENDEE_UPDATED,
    Enrolment,
    changed_fields,
    checksum,
)
from kiosk.services.enrolment.wishes import Understood, as_wishes, in_order, understand
from kiosk.services.ports import Fact, UnitOfWork


def enrol_people(
    unit: UnitOfWork,
    clock: Clock,
    rows: Sequence[PersonRow],
    *,
    station: str,
    noticed: Sequence[RowIssue] = (),
    choose_number: ChooseNumber = secrets.choice,
    new_code: Callable[[], str] = random_code,
    dry_run: bool = False,
) -> EnrolmentReport:
    """Take the people of a registration file into the event.

    The newest answer of a person counts. Nothing is kept of people who decline, unless they are in
    the event already: then they are cancelled. A row that says what it said at the last import is
    left alone. Interpreters and coaches whom a row names come along. ``noticed`` are issues about
    the file as a whole; they join the report.
    """
    with unit:
        session = Enrolment.begin(unit, clock, station, new_code)
        session.issues += noticed
        groups, unclear = group_answers(rows)
        known = _Known.of(session)
        pairs = [(answers, known.unclaimed.claim(answers)) for answers in groups]
        newcomers = known.helpers.newcomers([answers.newest for answers in groups])
        newcomers += sum(found == [] for answers, found in pairs if not answers.newest.declines)
        tables = unit.events.get().table_count
        numbers = BadgeNumbers(known.badge_numbers, newcomers, choose_number, tables)
        desk = _PeopleDesk(session, known, numbers)
        for row in unclear:
            desk.leave_out(row)
        for answers, found in pairs:
            desk.take(answers, found)
        return session.finish(dry_run=dry_run)


@dataclass(slots=True)
class _Known:
    """Who and what is in the event before the import."""

    unclaimed: Unclaimed
    representatives: dict[str, Identity]
    badge_numbers: frozenset[int]
    employers: EmployerNames
    wishes: dict[UUID, frozenset[Wish]]
    consents: dict[UUID, dict[ConsentKind, bool]]
    helpers: Helpers

    @classmethod
    def of(cls, session: Enrolment) -> "_Known":
        unit = session.unit
        everyone = unit.people.all()
        wishes: dict[UUID, frozenset[Wish]] = {}
        for wish in unit.people.wishes():
            if wish.source is not WishSource.CANDIDATE:
                continue
            wishes[wish.candidate_id] = wishes.get(wish.candidate_id, frozenset()) | {wish}
        return cls(
            Unclaimed((a for a in everyone if a.side is Side.CANDIDATE), session),
            {
                who.name: who
                for a in everyone
                if a.side is Side.EMPLOYER
                for who in [identity_of(a)]
            },
            frozenset(attendee.badge_number for attendee in everyone),
            EmployerNames(unit.employers.all()),
            wishes,
            unit.people.consents(),
            Helpers.of(session, everyone),
        )


@dataclass(slots=True)
class _PeopleDesk:
    """Decides row by row; the session writes."""

    session: Enrolment
    known: _Known
    numbers: BadgeNumbers

    def take(self, answers: Answers, found: Sequence[Attendee]) -> None:
        newest = answers.newest
        if len(found) > 1:
            self.leave_out(newest)
        elif newest.declines:
            self._decline(newest, found)
        else:
            self._note_earlier_answers(answers)
            self._note_two_badges(answers)
            wishes, issues = understand(newest, self.known.employers)
            self.session.issues += issues
            if found:
                self._update(found[0], newest, wishes)
            else:
                self._add(newest, wishes)

    def leave_out(self, row: PersonRow) -> None:
        """A row without contact details that several people of this name may have written."""
        self.session.issues.append(RowIssue(row.row, IssueCode.AMBIGUOUS_PERSON))
        self.session.outcome(row.row, Enrolled.NOT_KEPT)

    def _note_earlier_answers(self, answers: Answers) -> None:
        for row in answers.rows:
            self.session.issues += row.issues
        for earlier in answers.rows[:-1]:
            facts = {"earlier": earlier.row}
            self.session.issues.append(RowIssue(answers.newest.row, IssueCode.SECOND_ANSWER, facts))

    def _note_two_badges(self, answers: Answers) -> None:
        """Somebody may be on both sides of the table, but rarely is on purpose."""
        namesake = self.known.representatives.get(answers.identity.name)
        if namesake and namesake.shares_contact(answers.identity):
            self.session.issues.append(RowIssue(answers.newest.row, IssueCode.TWO_BADGES))

    def _decline(self, row: PersonRow, found: Sequence[Attendee]) -> None:
        if not found:
            self.session.issues.append(RowIssue(row.row, IssueCode.DECLINED))
            self.session.outcome(row.row, Enrolled.NOT_KEPT)
            return
        attendee = found[0]
        facts = {"badge_number": attendee.badge_number}
        self.session.issues.append(RowIssue(row.row, IssueCode.CANCELLED, facts))
        if self.session.said_before.get(attendee.id, {}).get("take_part") is False:
            self.session.outcome(row.row, Enrolled.UNCHANGED)
            return
        self.session.unit.people.save(_withdrawn(attendee))
        self.session.unit.people.replace_wishes(attendee.id, [])
        self.session.unit.people.forget_edits(attendee.id)
        self.session.consent(attendee.id, ConsentKind.TAKE_PART, given=False)
        self.session.record(ATTENDEE_CANCELLED, attendee.id, _facts(row, 0))
        self.session.outcome(row.row, Enrolled.CANCELLED, ("take_part",))

    def _add(self, row: PersonRow, wishes: Understood) -> None:
        attendee = _with_answers(
            Attendee(uuid4(), Side.CANDIDATE, self.numbers.draw(), row.given_name, "", ""), row
        )
        self.session.welcome(attendee, _facts(row, len(wishes)))
        for kind, given in _consents(row):
            if given is not None:
                self.session.consent(attendee.id, kind, given=given)
        self.session.unit.people.replace_wishes(attendee.id, as_wishes(attendee.id, wishes))
        self.known.helpers.bring(attendee.id, row, self.numbers)
        self.session.outcome(row.row, Enrolled.ADDED)

    def _update(self, before: Attendee, row: PersonRow, wishes: Understood) -> None:
        same_row = self.session.said_the_same(before.id, row)
        edited = self.session.edited_since(before.id, row.answered_at)
        after = before if same_row else keep_edits(self._taking(before, row), before, edited)
        changed = changed_fields(before, after)
        if not same_row:
            changed += self._take_consents(before.id, row, edited)
            changed += self._take_helpers(before.id, row)
        changed += self._take_wishes(before.id, wishes, anew=not same_row)
        if not changed:
            self.session.outcome(row.row, Enrolled.UNCHANGED)
            return
        self.session.unit.people.save(after)
        self.session.record(ATTENDEE_UPDATED, before.id, _facts(row, len(wishes)))
        self.session.outcome(row.row, Enrolled.UPDATED, tuple(changed))

    def _taking(self, before: Attendee, row: PersonRow) -> Attendee:
        """The attendee with the new answers; a no of an earlier import is taken back by a yes."""
        after = _with_answers(before, row)
        declined = self.session.said_before.get(before.id, {}).get("take_part") is False
        return replace(after, standing=Standing.EXPECTED) if declined and row.take_part else after

    def _take_consents(
        self, attendee_id: UUID, row: PersonRow, edited: Collection[EditedField]
    ) -> list[str]:
        """Take over the consents that the file now answers otherwise than it did before."""
        said = self.session.said_before.get(attendee_id, {})
        current = self.known.consents.get(attendee_id, {})
        changed = []
        for kind, given in _consents(row):
            name = _fact_name(kind)
            if given is None or given == said.get(name) or given == current.get(kind):
                continue
            if CONSENT_FIELD[kind] in edited:
                continue
            self.session.consent(attendee_id, kind, given=given)
            changed.append(name)
            if current.get(kind):
                facts = {"consent": kind.value}
                self.session.issues.append(RowIssue(row.row, IssueCode.CONSENT_WITHDRAWN, facts))
        return changed

    def _take_helpers(self, attendee_id: UUID, row: PersonRow) -> list[str]:
        """Only a new answer brings somebody along: since a known one the desk had the last word."""
        return ["helpers"] if self.known.helpers.bring(attendee_id, row, self.numbers) else []

    def _take_wishes(self, attendee_id: UUID, understood: Understood, *, anew: bool) -> list[str]:
        """Replace the wishes of a new answer; of a known one only add what can now be found."""
        current = self.known.wishes.get(attendee_id, frozenset())
        wishes = frozenset(as_wishes(attendee_id, understood))
        if not anew:
            if self.session.said_before[attendee_id].get("wishes") == len(understood):
                return []
            met = {wish.employer_id for wish in current}
            wishes = current | {wish for wish in wishes if wish.employer_id not in met}
        if wishes == current:
            return []
        self.session.unit.people.replace_wishes(attendee_id, in_order(wishes))
        return ["wishes"]


def _withdrawn(attendee: Attendee) -> Attendee:
    """Only what tells the desk that they will not come; the rest is not ours to keep."""
    return replace(
        attendee,
        standing=Standing.CANCELLED,
        email="",
        phone="",
        route=ContactRoute(),
        languages=(),
        sectors=(),
        needs="",
        seat_needs=(),
        presence=Presence(),
    )


def _with_answers(attendee: Attendee, row: PersonRow) -> Attendee:
    return replace(
        attendee,
        given_name=row.given_name,
        family_name=row.family_name,
        chosen_name=row.chosen_name,
        email=row.email or attendee.email,
        phone=row.phone or attendee.phone,
        route=row.route,
        languages=row.languages,
        sectors=row.sectors,
        needs=row.needs,
        seat_needs=row.seat_needs,
        presence=row.presence,
    )


def _consents(row: PersonRow) -> tuple[tuple[ConsentKind, bool | None], ...]:
    return (
        (ConsentKind.TAKE_PART, row.take_part),
        (ConsentKind.SHARE_CONTACT, row.share_contact),
        (ConsentKind.FOLLOW_UP, row.follow_up),
    )


def _fact_name(kind: ConsentKind) -> str:
    return kind.value.replace("-", "_")


def _facts(row: PersonRow, wishes: int) -> dict[str, Fact]:
    consents = {_fact_name(kind): given for kind, given in _consents(row)}
    return {"row": row.row, "said": checksum(row), "wishes": wishes, **consents}
