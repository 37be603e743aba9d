"""What the host puts over the room's picture, and what organisers choose for the room."""

import re
from dataclasses import replace

from kiosk.domain.badge_codes_in_words import holds_badge_code
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.domain.text import tidy
from kiosk.services.ports import UnitOfWork

MESSAGE_SHOWN = "message-shown"
MESSAGE_HIDDEN = "message-hidden"
ROOM_DARKENED = "room-darkened"
ROOM_LIT = "room-lit"
ROOM_SET_UP = "room-set-up"

MOST_LINES = 4
_PILES_OF_MARKS = re.compile("([\u0300-\u036f]{3})[\u0300-\u036f]+")
LONGEST_MESSAGE = 200
"""Characters; more is not read from the back of a room."""


def show_message(unit: UnitOfWork, clock: Clock, message: str, *, station: str) -> RoomSign:
    """Show words over the room's picture; no words take the message away.

    The journal says that there was a message, never what it said.

    Raises:
        Refusal: ``MESSAGE_TOO_LONG``, ``MESSAGE_HOLDS_CODE``.
    """
    words = _readable(tidy(message))
    if len(words) > LONGEST_MESSAGE:
        raise Refusal(RefusalCode.MESSAGE_TOO_LONG, most=LONGEST_MESSAGE)
    if holds_badge_code(words):
        raise Refusal(RefusalCode.MESSAGE_HOLDS_CODE)
    what = MESSAGE_SHOWN if words else MESSAGE_HIDDEN
    with unit:
        return _put(unit, clock, replace(unit.room.sign(), message=words), what, station)


def _readable(words: str) -> str:
    """No more lines and marks on a letter than a screen can show."""
    first, *rest = words.split("\n", MOST_LINES - 1)
    lines = [first, *(line.replace("\n", " ") for line in rest)]
    return _PILES_OF_MARKS.sub(r"\1", "\n".join(lines))


def set_blackout(unit: UnitOfWork, clock: Clock, *, dark: bool, station: str) -> RoomSign:
    """Make the room's picture dark, or show it again."""
    what = ROOM_DARKENED if dark else ROOM_LIT
    with unit:
        return _put(unit, clock, replace(unit.room.sign(), blackout=dark), what, station)


def save_room_settings(
    unit: UnitOfWork, clock: Clock, settings: RoomSettings, *, station: str
) -> None:
    """Keep what organisers chose for the room."""
    with unit:
        if settings == unit.room.settings():
            return
        unit.room.save_settings(settings)
        unit.journal.append(clock.now(), station, ROOM_SET_UP)
        unit.commit()


def read_room_settings(unit: UnitOfWork) -> RoomSettings:
    """What organisers chose for the room."""
    with unit.reading():
        return unit.room.settings()


def _put(unit: UnitOfWork, clock: Clock, sign: RoomSign, what: str, station: str) -> RoomSign:
    if sign != unit.room.sign():
        unit.room.save_sign(sign)
        unit.journal.append(clock.now(), station, what)
        unit.commit()
    return sign
