"""The floor plan in words: what each table is up to, and who is missing."""

from kiosk.domain.event import Event
from kiosk.i18n import N_, _, ngettext
from kiosk.services.room_seating import Guest, RoomSeating, TableSeating, TableStanding
from kiosk.ui.conductor.change_words import person_label
from kiosk.ui.conductor.panels import ABSENCES
from kiosk.ui.conductor.state import RoomFace, TableFace

NOW = {
    TableStanding.BUSY: (N_("busy"), "primary"),
    TableStanding.FREE: (N_("empty"), "plain"),
    TableStanding.WAITING: (N_("late"), "warn"),
    TableStanding.NO_EMPLOYER: (N_("absent"), "bad"),
    TableStanding.CLOSED: (N_("closed"), "plain"),
}
SOON = {
    TableStanding.BUSY: (N_("ready"), "primary"),
    TableStanding.FREE: (N_("empty"), "plain"),
    TableStanding.WAITING: (N_("expected"), "plain"),
    TableStanding.NO_EMPLOYER: (N_("expected"), "plain"),
    TableStanding.CLOSED: (N_("closed"), "plain"),
}
"""Before a round begins nobody is late yet: the same table calls for no alarm."""


def room_face(room: RoomSeating | None, event: Event, *, now: bool) -> RoomFace:
    """The room in the running round, or as it will be in the next one."""
    if room is None:
        return RoomFace(_("Room"), "", empty=_("All rounds are done. Well hosted!"))
    heading = _("Room") if now else _("Room, soon: round {number}").format(number=room.round_number)
    tables = tuple(_table_face(table, event, now=now) for table in room.tables)
    nobody = "" if tables else _("There are no tables yet. Import the employers first.")
    return RoomFace(heading, _counts(room, now=now), tables, nobody, _rest(room))


def _table_face(table: TableSeating, event: Event, *, now: bool) -> TableFace:
    word, tone = (NOW if now else SOON)[table.standing]
    names = ", ".join(_guest(guest, event, now=now) for guest in table.guests)
    return TableFace(
        str(table.table_number), _(word), tone, table.employer_name, names, table.employer_id
    )


def _rest(room: RoomSeating) -> str:
    """On the button that opens the list; there is none before there is a plan."""
    count = len(room.resting) + len(room.away)
    seated = any(table.guests for table in room.tables)
    return _("Rest: {n}").format(n=count) if count or seated else ""


def _guest(guest: Guest, event: Event, *, now: bool) -> str:
    name = person_label(event, guest.name, guest.badge_number)
    if guest.absence in ABSENCES:
        return _("{name} ({word})").format(name=name, word=_(ABSENCES[guest.absence]))
    if guest.here or not now:
        return name
    return _("{name} (missing)").format(name=name)


def _counts(room: RoomSeating, *, now: bool) -> str:
    tables = len(room.tables)
    guests = [guest for table in room.tables for guest in table.guests]
    if not guests:
        return _("no plan yet")
    talking = sum(guest.absence is None for guest in guests)
    missing = sum(not guest.here and guest.absence is None for guest in guests)
    parts = [
        ngettext("{n} table", "{n} tables", tables).format(n=tables),
        ngettext("{n} conversation", "{n} conversations", talking).format(n=talking),
    ]
    if missing and now:
        parts.append(ngettext("{n} missing", "{n} missing", missing).format(n=missing))
    elif missing:
        parts.append(ngettext("{n} expected", "{n} expected", missing).format(n=missing))
    return " · ".join(parts)
