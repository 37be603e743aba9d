"""The real program in a process of its own, with a story played inside it.

``python -m tests.helpers.inside STORY [ARGUMENTS OF STOELENDANS…]`` runs the command line as it
is. Once the event loop runs, the story works at the windows as people do, and says what it sees
as one line of JSON for each thing.
"""

import json
import sys
import time
import traceback
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from kiosk.app import start
from kiosk.app.program import Program
from kiosk.cli import main
from kiosk.domain.people import Side
from kiosk.domain.programme import PhaseKind
from kiosk.services.ports import UnitOfWork
from tests.helpers.days import PASSPHRASE

PATIENCE_MS = 15_000


def say(what: str, **facts: object) -> None:
    """One line, at once: whoever kills this process has read it."""
    sys.stdout.write(json.dumps({"what": what, "at": time.time(), **facts}) + "\n")
    sys.stdout.flush()


def wait_until(holds: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        assert not patience.hasExpired()
        QTest.qWait(5)


def texts(widget: QWidget) -> list[str]:
    """Everything that can be read on a widget, buttons included."""
    found = widget.findChildren(QLabel) + widget.findChildren(QPushButton)
    return [each.text() for each in found if each.isVisible() and each.text()]


def candidate_code(unit: UnitOfWork) -> str:
    """The badge code of a candidate who is not here yet."""
    with unit:
        codes, here = unit.people.codes(), unit.people.check_ins()
        coming = (a for a in unit.people.all() if a.side is Side.CANDIDATE and a.id not in here)
        return codes[next(coming).id]


def scan_somebody(program: Program) -> None:
    """A scanner types a badge code at the window; return when the verdict can be read."""
    codes: list[str] = []
    program.worker.ask(candidate_code, codes.append)
    wait_until(lambda: bool(codes))
    before = program.stations.desk._presenter.screen.answer
    QTest.keyClicks(program.window, f"{codes[0]}\r")
    wait_until(lambda: program.stations.desk._presenter.screen.answer is not before)


def show(_app: QApplication, program: Program) -> None:
    """Both windows appear, a scan is answered, and closing the main window ends the program."""
    assert QTest.qWaitForWindowExposed(program.window)
    assert QTest.qWaitForWindowExposed(program.room)
    say(
        "shown",
        screen=program.window.screen().name(),
        room_screen=program.room.screen().name(),
        room_full=program.room.isFullScreen(),
        room_size=[program.room.width(), program.room.height()],
        platform=QApplication.platformName(),
    )
    scan_somebody(program)
    say("verdict", texts=texts(program.stations.desk))
    picture = program.room.grab().toImage()
    say("room", blank=picture.allGray() and picture.pixel(0, 0) == picture.pixel(40, 40))
    program.window.close()


def work(_app: QApplication, program: Program) -> None:
    """The host goes on to the first round; then people keep coming until the power fails."""
    assert QTest.qWaitForWindowExposed(program.window)
    program.window.show_page("host")
    conductor = program.stations.conductor
    wait_until(lambda: "Start" in texts(conductor.page))
    kinds: list[PhaseKind] = []
    program.worker.ask(_phase_kinds, kinds.extend)
    program.worker.drain()
    for _ in range(kinds.index(PhaseKind.ROUND) + 1):
        wait_until(lambda: not conductor.time.settling.isActive())
        position = conductor._presenter.position
        QTest.keyClick(conductor.page, Qt.Key.Key_Right)
        wait_until(lambda was=position: conductor._presenter.position != was)
    say("round", texts=texts(conductor.page))
    for number in range(1, 1000):
        scan_somebody(program)
        say("checked in", count=number)


def _phase_kinds(unit: UnitOfWork) -> list[PhaseKind]:
    with unit:
        return [phase.kind for phase in unit.programme.phases()]


def again(_app: QApplication, program: Program) -> None:
    """Started again: what the host is asked, and who is still here."""
    assert QTest.qWaitForWindowExposed(program.window)
    program.window.show_page("host")
    page = program.stations.conductor.page
    wait_until(lambda: any(text.startswith("Resume at") for text in texts(page)))
    say("asked", texts=texts(page))
    counts: list[int] = []
    program.worker.ask(_check_ins, counts.append)
    wait_until(lambda: bool(counts))
    say("here", count=counts[0])
    leave(program)


def leave(program: Program) -> None:
    """At an event the window does not close before it was told the passphrase."""
    assert not program.window.close()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_until(lambda: not program.window.isVisible())


def stay(_app: QApplication, program: Program) -> None:
    """Open and locked, with nobody at it."""
    assert QTest.qWaitForWindowExposed(program.window)
    program.window.lock()
    window = program.window
    say(
        "locked",
        full_screen=window.isFullScreen(),
        size=[window.width(), window.height()],
        screen=window.screen().name(),
        room_screen=program.room.screen().name(),
        papers=program._tray._folder.name,
    )


def _check_ins(unit: UnitOfWork) -> int:
    with unit:
        return len(unit.people.check_ins())


STORIES = {story.__name__: story for story in (show, work, again, stay)}


def play(name: str, arguments: list[str]) -> int:
    """Run the command line with a story inside."""
    run = start._run

    def run_with_story(app: QApplication, program: Program) -> int:
        def tell() -> None:
            try:
                STORIES[name](app, program)
            except BaseException:  # noqa: BLE001 - told on stderr, and the program must end
                traceback.print_exc()
                app.exit(3)

        QTimer.singleShot(0, tell)
        return run(app, program)

    start._run = run_with_story
    return main(arguments)


if __name__ == "__main__":
    sys.exit(play(sys.argv[1], sys.argv[2:]))
