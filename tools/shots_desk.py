"""Pictures of the desk's panels about people: walk-in, one person, the call list, a late undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kiosk.domain.desk import UndoReason
from kiosk.domain.people import ConsentKind, Side
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.ui.desk.call_list.panel import CallListPanel
from kiosk.ui.desk.late_undo import LateUndoPanel
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.person.panel import PersonPanel
from kiosk.ui.desk.walk_in.panel import WalkInPanel

if TYPE_CHECKING:
    from tools.shots import Set

Panel = TypeVar("Panel", bound=DeskPanel)


def shoot_desk_panels(day: Set) -> None:
    """Each panel in front of the desk, and put away again."""
    shoot_walk_in(day)
    shoot_person(day)
    shoot_call_list(day)
    shoot_late_undo(day)
    shoot_devices(day)


def shoot_devices(day: Set) -> None:
    """Scanner, printer, camera, and the settings of this desk."""
    panels, desk = day.program._panels, day.program.stations.desk
    for device in ("scanner", "printer", "settings"):
        panels.open_device(device)
        day.program.printing.drain()
        day.main(f"desk-{device}", "desk")
        desk.close_panel()
    panels.toggle_camera()
    day.main("desk-camera", "desk")
    panels.toggle_camera()


def shoot_walk_in(day: Set) -> None:
    """An empty form, somebody who is on the list already, and an organisation being chosen."""
    day.program._panels.open_walk_in()
    day.main("desk-walk-in", "desk")
    panel = _open(day, WalkInPanel)
    form = panel._presenter
    late, _code = day.person(lambda a: a.side is Side.CANDIDATE)
    form.change(name=f"{late.given_name} {late.family_name}", side=Side.CANDIDATE)
    form.change(languages=("nl", "ti"))
    form.answer(ConsentKind.TAKE_PART, True)
    day.main("desk-walk-in-double", "desk")
    form.change(name="Lotte", side=Side.EMPLOYER, languages=(), answers={})
    form.submit()
    panel._employer._offer(form.find_employers("")[:4])
    day.main("desk-walk-in-employer", "desk")
    form.change(name="", side=None)
    _close(day, panel)


def shoot_person(day: Set) -> None:
    """Somebody who is here, with a history, and one press before a new badge."""
    who, code = day.person(lambda a: a.side is Side.CANDIDATE)
    day.scan(code)
    edit = PersonEdit(who.public_name, ("nl", "ar"), "tolk Arabisch", {ConsentKind.FOLLOW_UP: True})
    post = replace(day.program._panels._post(), volunteer="Els")
    edit_person(day.unit(), day.clock, who.id, edit, desk=post)
    day.program._panels.open_person(who.id)
    day.main("desk-person", "desk")
    panel = _open(day, PersonPanel)
    panel._presenter.change(name=who.public_name)
    panel._presenter.replace_badge()
    day.main("desk-person-new-badge", "desk")
    _close(day, panel)


def shoot_call_list(day: Set) -> None:
    """Who is missing, with somebody who has just said that they will not come."""
    day.program._panels.open_call_list()
    day.main("desk-call-list", "desk")
    panel = _open(day, CallListPanel)
    calls = panel._presenter
    calls.toggle_coming(calls.screen.rows[1])
    day.main("desk-call-list-declined", "desk")
    row = next(each for each in calls.screen.rows if each.declined)
    calls.toggle_coming(row)
    _close(day, panel)


def shoot_late_undo(day: Set) -> None:
    """Whose check-in, why, and a PIN that is not the right one."""
    who, code = day.person(lambda a: a.side is Side.CANDIDATE)
    day.scan(code)
    with day.unit() as unit:
        record = unit.people.record_by_id(who.id)
    assert record is not None
    day.program._panels.open_late_undo(record)
    day.main("desk-late-undo", "desk")
    panel = _open(day, LateUndoPanel)
    panel._presenter.choose(UndoReason.WRONG_PERSON)
    panel._presenter.confirm("0000")
    day.program.worker.drain()
    day.main("desk-late-undo-wrong", "desk")
    _close(day, panel)


def _open(day: Set, kind: type[Panel]) -> Panel:
    panel = day.program.stations.desk._front.panel
    assert isinstance(panel, kind)
    return panel


def _close(day: Set, panel: DeskPanel) -> None:
    panel.closed.emit()
    day.program.worker.drain()
