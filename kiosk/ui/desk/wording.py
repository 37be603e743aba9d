"""The desk's values in words, in the language in use."""

from datetime import datetime
from enum import Enum

from kiosk.domain.event import Event
from kiosk.domain.people import Attendee, Side, badge_label
from kiosk.i18n import _
from kiosk.i18n.verdict_messages import headline
from kiosk.services.desk.state import RecentScan
from kiosk.services.search import PersonLine


class Action(Enum):
    """What a card offers, in the order in which it does."""

    BADGE = "badge"
    BADGE_AGAIN = "badge-again"
    BROCHURE = "brochure"
    CONSENT = "consent"
    EXPECT = "expect"
    CHECK_OUT = "check-out"
    SEARCH = "search"
    EDIT = "edit"
    UNDO = "undo"
    BACK = "back"


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
