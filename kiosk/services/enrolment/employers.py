"""Enrolling employers and the representatives who sit at their tables."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code as random_code
from kiosk.domain.people import Attendee, ConsentKind, Employer, Side, Standing
from kiosk.domain.registration import (
    WHOLE_FILE,
    EmployerRow,
    IssueCode,
    RowIssue,
    employer_key,
    folded,
)
from kiosk.services.enrolment.badge_numbers import BadgeNumbers, ChooseNumber
from kiosk.services.enrolment.report import Enrolled, EnrolmentReport
from kiosk.services.enrolment.session import (
    ATTENDEE_CANCELLED,
    ATTENDEE_UPDATED,
    EMPLOYER_ENROLLED,
    EMPLOYER_UPDATED,
    Enrolment,
    changed_fields,
    checksum,
)
from kiosk.services.enrolment.table_numbers import assign_tables, park
from kiosk.services.ports import UnitOfWork


def enrol_employers(
    unit: UnitOfWork,
    clock: Clock,
    rows: Sequence[EmployerRow],
    *,
    station: str,
    noticed: Sequence[RowIssue] = (),
    choose_number: ChooseNumber = secrets.choice,
    new_code: Callable[[], str] = random_code,
    dry_run: bool = False,
) -> EnrolmentReport:
    """Take the organisations of an employers' list into the event, each with its representatives.

    An organisation is known again by its name, or by table number and e-mail address together. Of
    two rows with one name the later counts.
    """
    with unit:
        session = Enrolment.begin(unit, clock, station, new_code)
        session.issues += noticed
        kept = _last_of_each(rows, session)
        pairs = _recognise(kept, unit)
        everyone = unit.people.all()
        taken = {attendee.badge_number for attendee in everyone}
        newcomers = sum(len(row.representatives) for row in kept)
        expected_tables = unit.events.get().table_count
        numbers = BadgeNumbers(taken, newcomers, choose_number, expected_tables)
        desk = _EmployersDesk(session, everyone, numbers)
        settled = {e.id for row, e in pairs if e and session.said_the_same(e.id, row)}
        tables, issues = assign_tables(pairs, unit.employers.all(), settled)
        session.issues += issues
        park(unit.employers, pairs, tables)
        for (row, known), table_number in zip(pairs, tables, strict=True):
            desk.take(row, known, table_number)
        _compare_with_room(session)
        return session.finish(dry_run=dry_run)


def _last_of_each(rows: Sequence[EmployerRow], session: Enrolment) -> list[EmployerRow]:
    last = {employer_key(row.name): row for row in rows}
    for row in rows:
        kept = last[employer_key(row.name)]
        if kept is not row:
            session.issues.append(
                RowIssue(
                    kept.row, IssueCode.DUPLICATE_EMPLOYER, {"earlier": row.row, "name": row.name}
                )
            )
    return sorted(last.values(), key=lambda row: row.row)


def _recognise(
    rows: Sequence[EmployerRow], unit: UnitOfWork
) -> list[tuple[EmployerRow, Employer | None]]:
    """Pair each row with the employer it is about; a new name at the same table and address too."""
    by_name = {employer_key(employer.name): employer for employer in unit.employers.all()}
    named = {employer_key(row.name) for row in rows} & set(by_name)
    tables = {e.table_number: e for key, e in by_name.items() if key not in named}
    pairs = []
    for row in rows:
        known = by_name.get(employer_key(row.name))
        at_table = tables.get(row.number or 0)
        if known is None and at_table and row.email and _has_address(unit, at_table, row.email):
            known = at_table
        pairs.append((row, known))
    return pairs


def _has_address(unit: UnitOfWork, employer: Employer, email: str) -> bool:
    return any(
        attendee.employer_id == employer.id and attendee.email.casefold() == email.casefold()
        for attendee in unit.people.all()
    )


def _compare_with_room(session: Enrolment) -> None:
    planned = session.unit.events.get().table_count
    numbers = [employer.table_number for employer in session.unit.employers.all()]
    needed = max([len(numbers), *numbers])
    if needed > planned:
        facts = {"needed": needed, "planned": planned}
        session.issues.append(RowIssue(WHOLE_FILE, IssueCode.MORE_TABLES, facts))


@dataclass(slots=True)
class _EmployersDesk:
    """Decides row by row; the session writes."""

    session: Enrolment
    everyone: list[Attendee]
    numbers: BadgeNumbers

    def take(self, row: EmployerRow, known: Employer | None, table_number: int) -> None:
        self.session.issues += row.issues
        if not row.representatives:
            facts = {"name": row.name}
            self.session.issues.append(RowIssue(row.row, IssueCode.NO_REPRESENTATIVE, facts))
        if known is None:
            self._add(row, table_number)
        elif self.session.said_the_same(known.id, row):
            self.session.outcome(row.row, Enrolled.UNCHANGED)
        else:
            self._update(known, row, table_number)

    def _add(self, row: EmployerRow, table_number: int) -> None:
        employer = _with_row(Employer(uuid4(), row.name, table_number), row)
        self.session.unit.employers.save(employer)
        self._record(EMPLOYER_ENROLLED, employer, row)
        for index in range(len(row.representatives)):
            self._welcome(_representative(row, index, employer))
        self.session.outcome(row.row, Enrolled.ADDED)

    def _record(self, what: str, employer: Employer, row: EmployerRow) -> None:
        facts = {
            "row": row.row,
            "said": checksum(row),
            "table_number": employer.table_number,
            "seats": employer.seats,
        }
        self.session.record(what, employer.id, facts)

    def _update(self, known: Employer, row: EmployerRow, table_number: int) -> None:
        employer = _with_row(replace(known, table_number=table_number), row)
        changed = changed_fields(known, employer)
        self.session.unit.employers.save(employer)
        changed += self._update_representatives(employer, row)
        if not changed:
            self.session.outcome(row.row, Enrolled.UNCHANGED)
            return
        self._record(EMPLOYER_UPDATED, employer, row)
        self.session.outcome(row.row, Enrolled.UPDATED, tuple(changed))

    def _update_representatives(self, employer: Employer, row: EmployerRow) -> list[str]:
        """Add who is new, update who stays, cancel whom an earlier import brought and who left."""
        before = {_key(a): a for a in self.everyone if a.employer_id == employer.id}
        changed = False
        for index in range(len(row.representatives)):
            named = _representative(row, index, employer)
            known = before.pop(_key(named), None)
            if known is None:
                self._welcome(named)
                changed = True
            else:
                changed |= self._refresh(known, named, row)
        for gone in before.values():
            changed |= self._cancel(gone, row)
        return ["representatives"] if changed else []

    def _welcome(self, attendee: Attendee) -> None:
        attendee = replace(attendee, badge_number=self.numbers.draw())
        self.session.welcome(attendee, {})
        self.session.consent(attendee.id, ConsentKind.TAKE_PART, given=True)

    def _refresh(self, known: Attendee, named: Attendee, row: EmployerRow) -> bool:
        after = replace(
            known,
            email=named.email or known.email,
            phone=named.phone or known.phone,
            languages=named.languages,
            sectors=named.sectors,
            presence=named.presence,
        )
        if after == known:
            return False
        self.session.unit.people.save(after)
        self.session.record(ATTENDEE_UPDATED, known.id, {"row": row.row})
        return True

    def _cancel(self, gone: Attendee, row: EmployerRow) -> bool:
        brought_by_import = gone.id in self.session.said_before
        here = gone.id in self.session.unit.people.check_ins()
        if not brought_by_import or here or gone.standing is Standing.CANCELLED:
            return False
        self.session.unit.people.save(replace(gone, standing=Standing.CANCELLED))
        self.session.record(ATTENDEE_CANCELLED, gone.id, {"row": row.row})
        facts: dict[str, str | int] = {"badge_number": gone.badge_number, "name": row.name}
        self.session.issues.append(RowIssue(row.row, IssueCode.REPRESENTATIVE_GONE, facts))
        return True


def _with_row(employer: Employer, row: EmployerRow) -> Employer:
    return replace(
        employer,
        name=row.name,
        seats=row.seats,
        sectors=row.sectors,
        languages=row.languages,
        jobs=row.jobs,
        remark=row.remark,
        presence=row.presence,
        step_free=row.step_free,
        quiet=row.quiet,
    )


def _representative(row: EmployerRow, index: int, employer: Employer) -> Attendee:
    """The person at the table; the one e-mail and phone of a row belong to the first named."""
    given, _, family = row.representatives[index].partition(" ")
    return Attendee(
        id=uuid4(),
        side=Side.EMPLOYER,
        badge_number=0,
        given_name=given,
        family_name=family,
        chosen_name="",
        email=row.email if index == 0 else "",
        phone=row.phone if index == 0 else "",
        languages=row.languages,
        sectors=row.sectors,
        presence=row.presence,
        employer_id=employer.id,
    )


def _key(attendee: Attendee) -> str:
    return folded(f"{attendee.given_name} {attendee.family_name}")
