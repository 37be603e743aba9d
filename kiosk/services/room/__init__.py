"""What the room display shows: read once at each change, worked out anew at each tick."""

from kiosk.services.room.snapshot import room_snapshot
from kiosk.services.room.values import (
    BoardRow,
    ProgrammeRow,
    RoomScene,
    RoomSnapshot,
    RoomState,
    RoomTotals,
    RoomView,
)
from kiosk.services.room.view import following_moment, room_view
from kiosk.services.room.waiting import until_we_go_on

__all__ = [
    "BoardRow",
    "ProgrammeRow",
    "RoomScene",
    "RoomSnapshot",
    "RoomState",
    "RoomTotals",
    "RoomView",
    "following_moment",
    "room_snapshot",
    "room_view",
    "until_we_go_on",
]
