"""A registration form's rows as people."""

from datetime import datetime

from kiosk.domain.people import Presence
from kiosk.domain.registration import IssueCode, PersonRow, RowIssue
from kiosk.importing.cells import RowReader
from kiosk.importing.columns import Columns, Header
from kiosk.importing.rows import filled_rows
from kiosk.importing.tables import Row, Table
from kiosk.importing.values.contact import parse_route
from kiosk.importing.values.dates import parse_moment
from kiosk.importing.values.names import calm_family_name, split_full_name
from kiosk.importing.values.presence import parse_presence
from kiosk.importing.values.text import listed
from kiosk.importing.vocabulary import PersonField

_CONSENTS = (PersonField.TAKE_PART, PersonField.SHARE_CONTACT, PersonField.FOLLOW_UP)


def read_people(table: Table, header: Header) -> tuple[list[PersonRow], list[RowIssue]]:
    """Everyone who filled in the form, and the issues that belong to no person."""
    rows, issues = filled_rows(table, header)
    for field in _CONSENTS:
        if field not in header.columns:
            facts = {"field": field.value}
            issues.append(RowIssue(header.row.number, IssueCode.CONSENT_COLUMN_MISSING, facts))
    return [read_person(row, header.columns) for row in rows], issues


def read_person(row: Row, columns: Columns) -> PersonRow:
    """One answer. Of somebody who declines only what tells who it is is read."""
    cells = RowReader(row, columns)
    given_name, family_name = _names(cells)
    take_part = cells.answer(PersonField.TAKE_PART)
    identity = PersonRow(
        row.number,
        given_name,
        family_name,
        email=cells.email(PersonField.EMAIL),
        phone=cells.phone(PersonField.PHONE),
        take_part=take_part,
        answered_at=_answered_at(cells),
    )
    return identity if take_part is False else _with_answers(identity, cells)


def _with_answers(person: PersonRow, cells: RowReader) -> PersonRow:
    if person.take_part is None and not _unclear(cells):
        cells.note(IssueCode.CONSENT_MISSING)
    needs = cells.text(PersonField.NEEDS)
    return PersonRow(
        row=person.row,
        given_name=person.given_name,
        family_name=person.family_name,
        chosen_name=cells.line(PersonField.CHOSEN_NAME),
        email=person.email,
        phone=person.phone,
        route=parse_route(cells.line(PersonField.ROUTE)),
        languages=cells.languages(PersonField.LANGUAGES),
        sectors=listed(cells.text(PersonField.SECTORS)),
        wanted=listed(cells.text(PersonField.WANTED)),
        avoided=listed(cells.text(PersonField.AVOIDED)),
        needs=needs,
        presence=read_presence(cells, needs),
        take_part=person.take_part,
        share_contact=cells.answer(PersonField.SHARE_CONTACT),
        follow_up=cells.answer(PersonField.FOLLOW_UP),
        answered_at=person.answered_at,
        issues=tuple(cells.issues),
    )


def read_presence(cells: RowReader, remark: str) -> Presence:
    """When somebody is there, according to a remark; says how the remark was read."""
    presence = parse_presence(remark)
    if presence != Presence():
        cells.note(
            IssueCode.PRESENCE_READ,
            written=remark,
            arrives=f"{presence.arrives:%H:%M}" if presence.arrives else "",
            leaves=f"{presence.leaves:%H:%M}" if presence.leaves else "",
        )
    return presence


def _unclear(cells: RowReader) -> bool:
    return any(issue.code is IssueCode.BAD_ANSWER for issue in cells.issues)


def _names(cells: RowReader) -> tuple[str, str]:
    given = cells.line(PersonField.GIVEN_NAME)
    family = cells.line(PersonField.FAMILY_NAME)
    full = cells.line(PersonField.FULL_NAME)
    if full and not (given and family):
        given, family = split_full_name(full) if not (given or family) else (given or full, family)
    if not given:
        given, family = family, ""
    calm = calm_family_name(family)
    if calm != family:
        cells.note(IssueCode.FAMILY_NAME_TIDIED, calm, written=family)
    return given, calm


def _answered_at(cells: RowReader) -> datetime | None:
    written = cells.line(PersonField.ANSWERED_AT)
    moment = parse_moment(written)
    if written and moment is None:
        cells.note(IssueCode.BAD_DATE, written=written)
    return moment
