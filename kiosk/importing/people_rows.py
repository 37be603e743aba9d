"""A registration form's rows as people."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.people import Presence, SeatNeed, WishKind
from kiosk.domain.registration import IssueCode, NamedWish, PersonRow, RowIssue, folded
from kiosk.domain.seat_needs import seat_needs_in
from kiosk.importing.cells import RowReader
from kiosk.importing.columns import Columns, Header
from kiosk.importing.rows import filled_rows
from kiosk.importing.tables import Row, Table
from kiosk.importing.values.answers import parse_answer
from kiosk.importing.values.contact import parse_route
from kiosk.importing.values.dates import parse_moment
from kiosk.importing.values.languages import is_language_name
from kiosk.importing.values.names import calm_family_name, helper_names, split_full_name
from kiosk.importing.values.presence import parse_presence
from kiosk.importing.values.text import listed
from kiosk.importing.values.wishes import parse_wishes
from kiosk.importing.vocabulary import PersonField

_SEAT_NEEDS = {
    SeatNeed.STEP_FREE: PersonField.STEP_FREE,
    SeatNeed.QUIET: PersonField.QUIET,
}
_CONSENTS = (PersonField.TAKE_PART, PersonField.SHARE_CONTACT, PersonField.FOLLOW_UP)


def read_people(table: Table, header: Header) -> tuple[list[PersonRow], list[RowIssue]]:
    """Everyone who filled in the form, and the issues that belong to no person."""
    rows, issues = filled_rows(table, header)
    for field in _CONSENTS:
        if field not in header.columns:
            facts = {"field": field.value}
            issues.append(RowIssue(header.row.number, IssueCode.CONSENT_COLUMN_MISSING, facts))
    kinds = wish_kinds(header.columns)
    return [read_person(row, header.columns, kinds) for row in rows], issues


def wish_kinds(columns: Columns) -> dict[PersonField, WishKind]:
    """What each column of wishes means in this file.

    A no of a candidate is a no: "rather not" is only weaker where the form also asks for never.
    """
    has_never = PersonField.NEVER in columns
    return {
        PersonField.WANTED: WishKind.WISH,
        PersonField.MUST: WishKind.MUST,
        PersonField.AVOIDED: WishKind.RATHER_NOT if has_never else WishKind.NEVER,
        PersonField.NEVER: WishKind.NEVER,
        PersonField.MET: WishKind.MET,
    }


def read_person(row: Row, columns: Columns, kinds: Mapping[PersonField, WishKind]) -> PersonRow:
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
    return identity if take_part is False else _with_answers(identity, cells, kinds)


def _with_answers(
    person: PersonRow, cells: RowReader, kinds: Mapping[PersonField, WishKind]
) -> PersonRow:
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
        wishes=_wishes(cells, kinds),
        needs=needs,
        seat_needs=_seat_needs(cells, needs),
        helpers=_helpers(cells),
        presence=read_presence(cells, needs),
        take_part=person.take_part,
        share_contact=cells.answer(PersonField.SHARE_CONTACT),
        follow_up=cells.answer(PersonField.FOLLOW_UP),
        answered_at=person.answered_at,
        issues=tuple(cells.issues),
    )


def _wishes(cells: RowReader, kinds: Mapping[PersonField, WishKind]) -> tuple[NamedWish, ...]:
    return tuple(
        wish for field, kind in kinds.items() for wish in parse_wishes(cells.text(field), kind)
    )


def _seat_needs(cells: RowReader, needs: str) -> tuple[SeatNeed, ...]:
    """What the columns of their own say; where they are silent, what the free text asks for."""
    said = {need: _seat_need(cells, need) for need in SeatNeed}
    for need in seat_needs_in(needs):
        if said[need] is None:
            said[need] = True
            cells.note(IssueCode.SEAT_NEED_READ, written=needs, need=need.value)
    return tuple(need for need in SeatNeed if said[need])


def _seat_need(cells: RowReader, need: SeatNeed) -> bool | None:
    """Yes, no or nothing; somebody may also write "rolstoel" where a yes was asked for."""
    written = cells.line(_SEAT_NEEDS[need])
    if parse_answer(written) is None and need in seat_needs_in(written):
        return True
    return cells.answer(_SEAT_NEEDS[need])


def _helpers(cells: RowReader) -> tuple[str, ...]:
    """Names only: "ja" or "Arabisch" tells that somebody is needed, not who comes."""
    written = cells.text(PersonField.HELPER)
    names = tuple(name for name in helper_names(written) if _is_a_name(name))
    if written and not names and parse_answer(written) is not False:
        cells.note(IssueCode.HELPER_UNNAMED, written=written)
    return names


def _is_a_name(text: str) -> bool:
    words = folded(text).split()
    says_yes_or_no = parse_answer(words[0]) is not None and len(words[0]) > 1
    return len(folded(text)) > 1 and not says_yes_or_no and not is_language_name(text)


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
