"""Stories of cables, played inside the real program, with monitors that are really plugged in.

``python -m tests.helpers.inside_plugging STORY [ARGUMENTS OF STOELENDANS…]``, on an X server.
"""

import os
import sys

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app.program import Program
from kiosk.domain.countdown import shown_seconds
from kiosk.domain.programme import PhaseKind
from kiosk.services.room import RoomView
from kiosk.ui.room.window import RoomWindow
from tests.helpers import inside
from tests.helpers.inside import say, wait_until
from tests.helpers.monitors import Monitors
from tests.helpers.room_screens import LAPTOP, LARGER, TV


def room_windows(program: Program) -> list[RoomWindow]:
    """Those that somebody sees."""
    windows = [each for each in program.placer.windows() if isinstance(each, RoomWindow)]
    return [each for each in windows if each.isVisible()]


def filled(program: Program) -> dict[str, str]:
    """The screens that the room fills, each with the state that is seen there."""
    return {
        each.screen().name(): each._view.scene.state.value
        for each in room_windows(program)
        if each.isFullScreen() and each.geometry() == each.screen().geometry() and each._view
    }


def tells_the_time(program: Program) -> bool:
    """Whether every screen shows the second that is left at this moment."""
    now = program.show.presenter.view()
    return all(seconds(each._view) == seconds(now) for each in room_windows(program))


def seconds(view: RoomView | None) -> int | None:
    return None if view is None or view.remaining is None else shown_seconds(view.remaining)


def tell(program: Program, what: str) -> None:
    wait_until(lambda: tells_the_time(program))
    small = [each.screen().name() for each in room_windows(program) if not each.isFullScreen()]
    staff = program.window
    say(
        what,
        filled=filled(program),
        small=small,
        staff=[staff.screen().name(), *staff.geometry().getRect()],
        locked=staff.locked,
    )


def go_on(program: Program, kind: PhaseKind) -> None:
    """The host goes to the next phase of a kind; no window manager here gives keys to a window.

    Pressing again is harmless: next never fires twice, and in a round it asks for it.
    """
    conductor = program.stations.conductor
    kinds: list[PhaseKind] = []
    program.worker.ask(inside._phase_kinds, kinds.extend)
    program.worker.drain()
    begun = conductor._presenter.position

    def is_there() -> bool:
        position = conductor._presenter.position
        if position is not None and position != begun and kinds[position] is kind:
            return True
        conductor.page.timer.next_button.click()
        return False

    wait_until(is_there)


def changeover(_app: QApplication, program: Program) -> None:
    """The beamer is unplugged during the changeover; the round begins before it is back."""
    monitors = Monitors(os.environ["DISPLAY"])
    assert QTest.qWaitForWindowExposed(program.window)
    program.window.show_page("host")
    wait_until(lambda: "Start" in inside.texts(program.stations.conductor.page))
    go_on(program, PhaseKind.ROUND)
    go_on(program, PhaseKind.CHANGEOVER)
    wait_until(lambda: filled(program) == {"beamer": "board"})
    tell(program, "changeover")
    monitors.unplug("beamer")
    wait_until(lambda: not filled(program) and bool(room_windows(program)))
    tell(program, "unplugged")
    go_on(program, PhaseKind.ROUND)
    monitors.plug("tv", TV)
    monitors.plug("beamer", LARGER)
    wait_until(lambda: filled(program) == {"beamer": "round", "tv": "round"})
    tell(program, "back")
    program.window.close()


def lid(_app: QApplication, program: Program) -> None:
    """The laptop is closed while names are on it, and opened again."""
    monitors = Monitors(os.environ["DISPLAY"])
    assert QTest.qWaitForWindowExposed(program.window)
    wait_until(lambda: bool(filled(program)))
    tell(program, "before")
    monitors.unplug("laptop")
    wait_until(lambda: program.window.locked)
    say("at once", locked=program.window.locked)
    wait_until(lambda: not filled(program) and bool(room_windows(program)))
    tell(program, "closed")
    monitors.plug("laptop", LAPTOP)
    wait_until(lambda: bool(filled(program)))
    tell(program, "opened")
    program.window.let_go()
    program.window.close()


inside.STORIES |= {story.__name__: story for story in (changeover, lid)}

if __name__ == "__main__":
    sys.exit(inside.play(sys.argv[1], sys.argv[2:]))
