"""The words of the celebration: thanks, and the day in figures."""

from kiosk.i18n import _, ngettext
from kiosk.services.room import RoomScene


def farewell() -> str:
    """When the day is over."""
    return _("Thank you, see you again")


def totals(scene: RoomScene) -> list[tuple[str, str]]:
    """The day in figures: a number and what it counts."""
    if scene.totals is None:
        return []
    day = scene.totals
    figures = [
        (day.people, ngettext("person here", "people here", day.people)),
        (day.conversations, ngettext("conversation", "conversations", day.conversations)),
        (day.rounds, ngettext("round", "rounds", day.rounds)),
    ]
    if day.matches is not None:
        figures.append((day.matches, ngettext("mutual yes", "mutual yeses", day.matches)))
    return [(str(number), word) for number, word in figures if number]
