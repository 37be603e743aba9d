"""Pictures of the programme, the room, and what the host puts over the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _
from kiosk.services.room_sign import set_blackout, show_message
from kiosk.ui.conductor.state import Gesture, ShowPhase

if TYPE_CHECKING:
    from tools.shots import Set

STATION = "host"


def shoot_organisers(day: Set) -> None:
    """The pages on which a day is prepared."""
    day.main("programme", "programme")
    day.main("room-settings", "room")
    day.program.stations.room.choose(1)
    day.main("stories", "room")
    day.program.stations.room.choose(0)


def shoot_host_programme(day: Set) -> None:
    """A part of the programme and the message panel, in a running round."""
    host = day.program.stations.conductor
    state = day.state
    a_break = next(phase for phase in state.phases if phase.kind is PhaseKind.BREAK)
    host._do(ShowPhase(a_break.position))
    day.main("host-part", "host")
    host._do(Gesture.CLOSE_PANEL)
    host._act(Gesture.MESSAGE)
    day.main("host-message", "host")
    host.page.close_message()


def shoot_signs(day: Set) -> None:
    """What everyone may read, and a dark room, with what the host sees meanwhile."""
    words = _("There is coffee, tea and water at the bar.")
    show_message(day.unit(), day.clock, words, station=STATION)
    day.refresh()
    day.room("message")
    day.main("host-message-shown", "host")
    set_blackout(day.unit(), day.clock, dark=True, station=STATION)
    day.refresh()
    day.room("dark")
    day.main("host-dark", "host")
    set_blackout(day.unit(), day.clock, dark=False, station=STATION)
    show_message(day.unit(), day.clock, "", station=STATION)
    day.refresh()


def shoot_lost_time(day: Set) -> None:
    """The break lasted twelve minutes too long; the day after it was won back is not kept."""
    day.clock.advance(12 * 60 + 620)
    day.refresh()
    day.main("host-overdue", "host")
    host = day.program.stations.conductor
    host._act(Gesture.NEXT)
    day.program.worker.drain()
    day.refresh()
    day.main("host-late", "host")
    host._act(Gesture.SHOW_RECOVERY)
    day.main("host-late-view", "host")
    host._act(Gesture.ACCEPT_RECOVERY)
    day.program.worker.drain()
    day.refresh()
    day.main("host-won-back", "host")
    day.main("programme-late", "programme")
