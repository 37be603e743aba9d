"""The words of one person's panel, in the language in use."""

from datetime import datetime
from uuid import UUID

from kiosk.domain.edits import AttendeeEdit, EditedField
from kiosk.domain.event import Event
from kiosk.domain.people import ConsentKind, SeatNeed, Standing, badge_label
from kiosk.domain.verdicts import DeskRecord
from kiosk.i18n import N_, _, language
from kiosk.i18n.seat_need_words import seat_needs_text
from kiosk.i18n.verdict_messages import place_and_person
from kiosk.services.desk.edits import PersonDetails
from kiosk.ui.desk.fields.language_names import language_name

_QUESTIONS = {
    ConsentKind.TAKE_PART: N_("Takes part?"),
    ConsentKind.SHARE_CONTACT: N_("May we share contact details after a match?"),
    ConsentKind.FOLLOW_UP: N_("May we call again later on?"),
}
_CHANGED = {
    EditedField.CHOSEN_NAME: N_("Name: {before} → {after}"),
    EditedField.LANGUAGES: N_("Languages: {before} → {after}"),
    EditedField.NEEDS: N_("Needs: {before} → {after}"),
    EditedField.SEAT_NEEDS: N_("Table: {before} → {after}"),
    EditedField.STANDING: N_("Comes: {before} → {after}"),
    EditedField.COMPANION_OF: N_("Comes with: {before} → {after}"),
    EditedField.TAKE_PART: N_("Takes part: {before} → {after}"),
    EditedField.SHARE_CONTACT: N_("Share contact details: {before} → {after}"),
    EditedField.FOLLOW_UP: N_("Call again later: {before} → {after}"),
    EditedField.BADGE_CODE: N_("New badge; the old one no longer works"),
}
_ANSWERS = {"yes": N_("yes"), "no": N_("no"), "": N_("not asked")}
_STANDINGS = {Standing.EXPECTED.value: N_("yes"), Standing.CANCELLED.value: N_("no")}
_CONSENTS = {EditedField.TAKE_PART, EditedField.SHARE_CONTACT, EditedField.FOLLOW_UP}
NOTHING = "\N{EN DASH}"


def question_words(kind: ConsentKind) -> str:
    """A consent as a short question."""
    return _(_QUESTIONS[kind])


def person_line(record: DeskRecord, event: Event) -> str:
    """Badge, organisation or company, and whether they are here."""
    badge = _("Badge {number}").format(number=badge_label(record.attendee.badge_number))
    company = ", ".join(record.companions)
    with_them = _("comes with {names}").format(names=company) if company else ""
    return " · ".join(
        filter(None, (badge, record.organisation, with_them, _presence(record, event)))
    )


def _presence(record: DeskRecord, event: Event) -> str:
    came = record.check_in
    if came is None:
        cancelled = record.attendee.standing is Standing.CANCELLED
        return _("cancelled") if cancelled else _("not here yet")
    if came.left_at is not None:
        return _("left at {time}").format(time=_clock(came.left_at, event))
    return _("here since {time}").format(time=_clock(came.at, event))


def history_lines(details: PersonDetails, event: Event) -> list[tuple[str, str]]:
    """When, where and by whom, and what; the newest first."""
    return [
        (_where(edit, event), _what(edit, details.companions_of))
        for edit in reversed(details.history)
    ]


def _where(edit: AttendeeEdit, event: Event) -> str:
    place = place_and_person(edit.station, edit.volunteer)
    return f"{_clock(edit.at, event)} {place}"


def _what(edit: AttendeeEdit, names: dict[UUID, str]) -> str:
    return _(_CHANGED[edit.field]).format(
        before=_value(edit.field, edit.before, names), after=_value(edit.field, edit.after, names)
    )


def _value(field: EditedField, said: str, names: dict[UUID, str]) -> str:
    """What the history keeps as a code, in words."""
    if field in _CONSENTS:
        return _(_ANSWERS[said])
    if not said:
        return NOTHING
    if field is EditedField.STANDING:
        return _(_STANDINGS[said])
    if field is EditedField.COMPANION_OF:
        return names.get(UUID(said), NOTHING)
    return _listed(field, said)


def _listed(field: EditedField, said: str) -> str:
    """Codes parted by spaces, in words; anything else is words already."""
    if field is EditedField.SEAT_NEEDS:
        return seat_needs_text(map(SeatNeed, said.split()))
    if field is EditedField.LANGUAGES:
        return ", ".join(language_name(code, language()) for code in said.split())
    return said


def _clock(moment: datetime, event: Event) -> str:
    return f"{event.local(moment):%H:%M}"
