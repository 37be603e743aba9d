"""The words of the call list, in the language in use."""

from functools import cache

from kiosk.domain.contact import readable_phone
from kiosk.domain.people import Side, badge_label
from kiosk.i18n import N_, _, ngettext
from kiosk.services.desk.call_list import CallLine
from kiosk.ui.desk.call_list.state import CallScreen

_SIDES = {
    Side.EMPLOYER: N_("Employer"),
    Side.CANDIDATE: N_("Candidate"),
    Side.COMPANION: N_("Companion"),
}
_BETWEEN = " · "


def title_words(screen: CallScreen) -> str:
    """How many are missing."""
    if not screen.missing:
        return _("Not here yet")
    return ngettext("{count} not here yet", "{count} not here yet", screen.missing).format(
        count=screen.missing
    )


def empty_words(screen: CallScreen) -> str:
    """What stands in the place of the rows; empty while there are some."""
    if screen.rows or not screen.loaded:
        return ""
    query = screen.query.strip()
    if query and screen.missing:
        return _("Nobody found for “{query}”").format(query=query[:60])
    return _("Everyone is here.")


def more_words(screen: CallScreen) -> str:
    """The button that shows the next ones."""
    return ngettext("Show {count} more", "Show {count} more", screen.more).format(count=screen.more)


def who_words(line: CallLine) -> tuple[str, str]:
    """The name with the badge number, and what else tells who it is and when they come."""
    badge = _("Badge {number}").format(number=badge_label(line.badge_number))
    name = _BETWEEN.join((line.name, badge))
    table = _("Table {number}").format(number=line.table_number) if line.table_number else ""
    arrives = _("comes at {time}").format(time=line.arrives) if line.arrives else ""
    about = (_(_SIDES[line.side]), line.organisation, table, arrives)
    return name, _BETWEEN.join(filter(None, about))


def reach_words(line: CallLine) -> str:
    """Phone, e-mail, and through whom they want to be reached."""
    through = _("through {organisation}").format(organisation=line.through) if line.through else ""
    phone = _readable(line.phone) if line.phone else ""
    return _BETWEEN.join(filter(None, (phone, line.email, through))) or _("no phone or e-mail")


_readable = cache(readable_phone)
