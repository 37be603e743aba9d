"""Stories of a laptop that dies while a round counts, played inside the real program.

``python -m tests.helpers.truth_stories STORY [ARGUMENTS OF STOELENDANS…]``.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.app.program import Program
from kiosk.ui.room import words
from tests.helpers import inside
from tests.helpers.inside import leave, say, texts, wait_until

LOOK_MS = 40


def last_minute(_app: QApplication, program: Program) -> None:
    """The host takes the day up again, and the round counts until the power fails."""
    _resume(program)
    while True:
        _say_time("counting", program)
        QTest.qWait(LOOK_MS)


def goes_on(_app: QApplication, program: Program) -> None:
    """Started again: the host goes on as if nothing had happened, and the day with him."""
    assert QTest.qWaitForWindowExposed(program.window)
    wait_until(lambda: bool(program.room.accessibleDescription()))
    say("room before", words=program.room.accessibleDescription())
    _resume(program)
    _say_time("goes on", program)
    page, presenter = program.stations.conductor.page, program.stations.conductor._presenter
    was = presenter.position
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Right)
    wait_until(lambda: presenter.position != was)
    say("moved on", position=presenter.position, was=was, texts=texts(page))
    leave(program)


def _resume(program: Program) -> None:
    """Choose to go on as if nothing had happened."""
    assert QTest.qWaitForWindowExposed(program.window)
    program.window.show_page("host")
    page = program.stations.conductor.page
    wait_until(lambda: any(text.startswith("Resume at") for text in texts(page)))
    say("asked", texts=texts(page))
    buttons = page.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and b.text().startswith("Resume at")).click()
    wait_until(lambda: program.stations.conductor.seen is not None)
    wait_until(lambda: _figures(program) is not None)


def _say_time(what: str, program: Program) -> None:
    say(
        what,
        host=program.stations.conductor.page.timer._time.text(),
        room=words.digits(_figures(program) or 0),
        state=program.room._look.scene.state,
    )


def _figures(program: Program) -> int | None:
    """The seconds in the picture that the room sees."""
    look = program.room._look
    return look.figures if look else None


inside.STORIES.update({story.__name__: story for story in (last_minute, goes_on)})

if __name__ == "__main__":
    sys.exit(inside.play(sys.argv[1], sys.argv[2:]))
