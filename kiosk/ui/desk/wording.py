"""The desk's values in words, in the language in use."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, Side, badge_label
from kiosk.domain.verdicts import DeskRecord, FirstTable, Tone, Verdict, VerdictCode
from kiosk.i18n import _
from kiosk.i18n.verdict_messages import advice, headline, place_and_person
from kiosk.services.check_in import RecentScan
from kiosk.services.search import PersonLine
from kiosk.ui.desk.screen import Answer, Undone


class Action(Enum):
    """What a card offers."""

    BADGE = "badge"
    BADGE_AGAIN = "badge-again"
    BROCHURE = "brochure"
    SEARCH = "search"
    UNDO = "undo"
    BACK = "back"


ACTIONS = {
    VerdictCode.WELCOME: (Action.BADGE, Action.BROCHURE, Action.UNDO),
    VerdictCode.ALREADY_HERE: (Action.BADGE_AGAIN, Action.SEARCH, Action.BACK),
    VerdictCode.REPLACED_BADGE: (Action.BADGE_AGAIN, Action.SEARCH, Action.BACK),
}
OTHER_ACTIONS = (Action.SEARCH, Action.BACK)


@dataclass(frozen=True, slots=True)
class CardWords:
    """Everything a card says. ``tone`` is None for an undone check-in."""

    tone: Tone | None
    headline: str
    name: str
    detail: str
    advice: str = ""
    table_caption: str = ""
    table: str = ""
    attention: str = ""
    actions: tuple[Action, ...] = OTHER_ACTIONS


def card_words(answer: Answer, event: Event) -> CardWords:
    """The words of a card."""
    if isinstance(answer, Undone):
        return CardWords(
            None,
            _("Undone"),
            desk_name(answer.record.attendee),
            _badge(answer.record.attendee),
            _("This check-in no longer counts. Scan the badge or search by name to do it again."),
        )
    if answer.record is None:
        return CardWords(answer.tone, "", headline(answer.code), "", advice(answer.code))
    return _words_about(answer, answer.record, event)


def _words_about(verdict: Verdict, record: DeskRecord, event: Event) -> CardWords:
    welcome = verdict.code is VerdictCode.WELCOME
    table = record.first_table if welcome else None
    return CardWords(
        verdict.tone,
        headline(verdict.code),
        desk_name(record.attendee),
        _detail(verdict, record, event),
        advice(verdict.code),
        _table_caption(table) if table else "",
        _("Table {number}").format(number=table.table_number) if table else "",
        record.attendee.needs if welcome else "",
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
    if arrival:
        parts.append(_("checked in at {time}").format(time=clock_time(arrival.at, event)))
    return " · ".join(part for part in parts if part)


def _badge(attendee: Attendee) -> str:
    return _("Badge {number}").format(number=badge_label(attendee.badge_number))


def _table_caption(table: FirstTable) -> str:
    if table.round_number is None:
        return _("Own table")
    return _("Round {number}").format(number=table.round_number)


def desk_name(attendee: Attendee) -> str:
    """The chosen name with the family name's initial, so that two people called Jan differ.

    A chosen name of several words is left as it was chosen.
    """
    name = attendee.public_name
    if not attendee.family_name or len(name.split()) > 1:
        return name
    return f"{name} {attendee.family_name[0]}."


def clock_time(moment: datetime, event: Event) -> str:
    """Hours and minutes on the venue's wall."""
    return f"{event.local(moment):%H:%M}"


def recent_name(line: RecentScan) -> str:
    """Whom a line of the last scans is about: the organisation for those who have a table."""
    if line.attendee is None:
        return headline(line.code) if line.code else ""
    if line.attendee.side is Side.EMPLOYER and line.organisation:
        return line.organisation
    return desk_name(line.attendee)


def recent_number(line: RecentScan) -> str:
    """Table or badge number, or a dash for nobody."""
    if line.attendee is None:
        return "–"  # noqa: RUF001 - a dash, as on paper
    if line.table_number is not None:
        return _("T{number}").format(number=line.table_number)
    return badge_label(line.attendee.badge_number)


def person_detail(line: PersonLine) -> str:
    """What tells two people of one name apart."""
    given = line.name.split(" ", maxsplit=1)[0]
    called = "" if line.public_name in {given, line.name} else line.public_name
    wanted = _("is called {name}").format(name=called) if called else ""
    return " · ".join(part for part in (line.organisation, wanted) if part)


def person_presence(line: PersonLine) -> str:
    """Whether somebody is here."""
    if line.here:
        return _("here")
    return _("cancelled") if line.cancelled else _("not here yet")
