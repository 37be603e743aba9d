"""Everything an answer says, in the language in use."""

from dataclasses import dataclass

from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, Side, badge_label
from kiosk.domain.seat_needs import seat_needs_in
from kiosk.domain.verdicts import DeskRecord, FirstTable, MissingAnswer, Verdict, VerdictCode
from kiosk.i18n import N_, _
from kiosk.i18n.seat_need_words import seat_needs_text
from kiosk.i18n.verdict_messages import advice_about, headline, place_and_person
from kiosk.services.desk.state import WELCOMES
from kiosk.ui.desk.screen import Answer, Left, Undone
from kiosk.ui.desk.verdict_looks import Look, answer_look
from kiosk.ui.desk.wording import Action, clock_time, desk_name

AFTER_A_WELCOME = (Action.BADGE, Action.BROCHURE, Action.EDIT, Action.UNDO)
ACTIONS = {
    VerdictCode.WELCOME: AFTER_A_WELCOME,
    VerdictCode.WELCOME_BACK: AFTER_A_WELCOME,
    VerdictCode.ALREADY_HERE: (Action.BADGE_AGAIN, Action.CHECK_OUT, Action.EDIT, Action.BACK),
    VerdictCode.NOT_COMING: (Action.EXPECT, Action.EDIT, Action.BACK),
    VerdictCode.CONSENT_MISSING: (Action.CONSENT, Action.EDIT, Action.BACK),
    VerdictCode.REPLACED_BADGE: (Action.SEARCH, Action.EDIT, Action.BACK),
}
OTHER_ACTIONS = (Action.SEARCH, Action.BACK)
QUESTIONS = {
    MissingAnswer.SHARE_CONTACT: N_("May we share contact details after a match?"),
    MissingAnswer.FOLLOW_UP: N_("May we call later?"),
    MissingAnswer.LANGUAGES: N_("Which languages?"),
    MissingAnswer.CONTACT: N_("How can we reach you?"),
}


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card shows; what is empty is not there."""

    look: Look
    headline: str
    name: str
    detail: str = ""
    company: str = ""
    advice: str = ""
    table_caption: str = ""
    table: str = ""
    attention: str = ""
    to_ask: str = ""
    actions: tuple[Action, ...] = OTHER_ACTIONS

    @property
    def spoken(self) -> str:
        """The same for a screen reader, what matters most first."""
        parts = (self.headline, self.name, self.detail, self.company, self.table_caption)
        rest = (self.table, self.attention, self.to_ask, self.advice)
        return ". ".join(filter(None, (*parts, *rest)))


def card_words(answer: Answer, event: Event) -> CardWords:
    """The words of a card."""
    if isinstance(answer, Undone):
        return _undone(answer)
    if isinstance(answer, Left):
        return _left(answer, event)
    if answer.record is None:
        word, hint = headline(answer.code), advice_about(answer, event)
        return CardWords(answer_look(answer), "", word, advice=hint)
    return _words_about(answer, answer.record, event)


def _undone(answer: Undone) -> CardWords:
    return CardWords(
        answer_look(answer),
        _("Undone"),
        desk_name(answer.record.attendee),
        _badge(answer.record.attendee),
        advice=_(
            "This check-in no longer counts. Scan the badge or search by name to do it again."
        ),
    )


def _left(answer: Left, event: Event) -> CardWords:
    parts = [_badge(answer.record.attendee)]
    came = answer.record.check_in
    if came and came.left_at:
        parts.append(_("checked out at {time}").format(time=clock_time(came.left_at, event)))
    return CardWords(
        answer_look(answer),
        _("Checked out"),
        desk_name(answer.record.attendee),
        " · ".join(parts),
        advice=_("Whoever comes back is welcome: scan the badge or search by name."),
    )


def _words_about(verdict: Verdict, record: DeskRecord, event: Event) -> CardWords:
    is_welcome = verdict.code in WELCOMES
    table_caption, table = _table(record) if is_welcome else ("", "")
    return CardWords(
        answer_look(verdict),
        headline(verdict.code),
        desk_name(record.attendee),
        _detail(verdict, record, event),
        _company(record) if is_welcome else "",
        advice_about(verdict, event),
        table_caption,
        table,
        _attention(record.attendee) if is_welcome else "",
        " ".join(_(QUESTIONS[missing]) for missing in record.missing) if is_welcome else "",
        ACTIONS.get(verdict.code, OTHER_ACTIONS),
    )


def _detail(verdict: Verdict, record: DeskRecord, event: Event) -> str:
    arrival = verdict.check_in
    if verdict.code is VerdictCode.ALREADY_HERE and arrival:
        return _("First at {time} {where}").format(
            time=clock_time(arrival.at, event),
            where=place_and_person(arrival.station, arrival.volunteer),
        )
    parts = [record.organisation, _badge(record.attendee)]
    if arrival and verdict.code in WELCOMES:
        is_back = verdict.code is VerdictCode.WELCOME_BACK
        words = _("first checked in at {time}") if is_back else _("checked in at {time}")
        parts.append(words.format(time=clock_time(arrival.at, event)))
    return " · ".join(part for part in parts if part)


def _badge(attendee: Attendee) -> str:
    return _("Badge {number}").format(number=badge_label(attendee.badge_number))


def _attention(attendee: Attendee) -> str:
    """What they need, and what their table must offer where those words do not say it already."""
    unsaid = set(attendee.seat_needs) - set(seat_needs_in(attendee.needs))
    table = seat_needs_text(need for need in attendee.seat_needs if need in unsaid)
    return " · ".join(filter(None, (attendee.needs, table)))


def _company(record: DeskRecord) -> str:
    """With whom somebody comes, in either direction."""
    others = (record.accompanies,) if record.accompanies else record.companions
    return _("Comes with {names}").format(names=_listed(others)) if others else ""


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _table(record: DeskRecord) -> tuple[str, str]:
    """Caption and words of the first table; without one a candidate's host must know."""
    table = record.first_table
    if table is not None:
        return _table_caption(table), _("Table {number}").format(number=table.table_number)
    if record.attendee.side is Side.CANDIDATE:
        return _("Tell the host"), _("No table yet")
    return "", ""


def _table_caption(table: FirstTable) -> str:
    if table.round_number is None:
        return _("Own table")
    return _("Round {number}").format(number=table.round_number)
