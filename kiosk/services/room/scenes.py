"""Scenes to begin with: a plain one for each state, the host's words, and the dark room."""

from datetime import time

from kiosk.domain.clock import Clock
from kiosk.domain.programme import rounds_of
from kiosk.services.room.rows import wall_minute
from kiosk.services.room.values import RoomScene, RoomSnapshot, RoomState


def plain_scene(snapshot: RoomSnapshot, clock: Clock, state: RoomState) -> RoomScene:
    """What every state shows: whose day it is, and what time."""
    return RoomScene(
        state=state,
        language=snapshot.event.language,
        event_title=snapshot.event.title,
        place=snapshot.event.place,
        clock=wall_minute(snapshot, clock.now()),
        rounds=len(rounds_of(snapshot.phases)),
    )


def dark_scene(snapshot: RoomSnapshot) -> RoomScene:
    """Nothing: not even the time of day, so that nothing ever makes it change."""
    return RoomScene(RoomState.BLACKOUT, snapshot.event.language, "", "", time())


def message_scene(scene: RoomScene, message: str) -> RoomScene:
    """The host's words, and of the phase below them only what its countdown needs."""
    return RoomScene(
        state=RoomState.MESSAGE,
        language=scene.language,
        event_title=scene.event_title,
        place="",
        clock=scene.clock,
        kind=scene.kind,
        title=scene.title,
        is_paused=scene.is_paused,
        is_over=scene.is_over,
        round_number=scene.round_number,
        rounds=scene.rounds,
        message=message,
    )
