"""Pictures of the host's screen when the day goes otherwise: panels, what was done, a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.plan import ChangeKind, DayChange
from kiosk.ui.conductor.state import Gesture

if TYPE_CHECKING:
    from uuid import UUID

    from tools.shots import Set


def shoot_repairs(day: Set) -> None:
    """In a running round; the day is as before when this is done."""
    host = day.program.stations.conductor
    room = day.state.room
    assert room is not None
    guests = [guest for table in room.tables for guest in table.guests if guest.here]
    table = next(each for each in room.tables if guests[0] in each.guests)
    for name, panel in (
        ("table", table.employer_id),
        ("rest", Gesture.SHOW_REST),
        ("day", Gesture.SHOW_DAY),
    ):
        host._open(panel)
        day.main(f"host-{name}", "host")
    coming = room.round_number + 1
    host._do(DayChange(ChangeKind.REST, guests[0].candidate_id, coming, coming))
    day.main("host-changed", "host")
    host._act(Gesture.VIEW)
    day.main("host-changed-view", "host")
    host._act(Gesture.UNDO_CHANGE)
    day.main("host-undone", "host")
    host._act(Gesture.LEAVE_IT)
    shoot_proposal(day, table.employer_id)


def shoot_proposal(day: Set, employer_id: UUID) -> None:
    """The people of a table are gone: what the host is asked, and what it would change."""
    host, now = day.program.stations.conductor, day.clock.now()
    with day.unit() as unit:
        here = unit.people.present()
        gone = [p.id for p in unit.people.all() if p.employer_id == employer_id and p.id in here]
        for person in gone:
            unit.people.check_out(person, now)
        unit.commit()
    day.refresh()
    day.main("host-proposal", "host")
    host._act(Gesture.VIEW)
    day.main("host-proposal-view", "host")
    host._do(Gesture.CLOSE_PANEL)
    with day.unit() as unit:
        for person in gone:
            unit.people.come_back(person)
        unit.commit()
    day.refresh()
