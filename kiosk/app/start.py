"""Starting the app: on an event, on the demo, on a rehearsal; with screens or without any."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.app.desk import Desk
from kiosk.app.ending import ends_when_told
from kiosk.config import EVENT_SUFFIX
from kiosk.data.unlocking import unlock
from kiosk.domain.clock import AcceleratedClock, Clock, SystemClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.i18n import _, use_language
from kiosk.ui.lockdown import LockDown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kiosk.app.program import Program
    from kiosk.data.eventfile import EventFile
    from kiosk.services.rehearsal import RehearsalReport


def has_display() -> bool:
    """Whether windows can be shown. Windows and macOS always can; Linux needs a server for it."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_event(
    path: Path | None, passphrase: str, language: str | None, desk: Desk, lock_down: LockDown
) -> int:
    """Open the app on an event; what is not given is asked in a window.

    Raises:
        Refusal: there is no screen, or the event can't be opened with what was given.
    """
    if not has_display():
        raise Refusal(RefusalCode.NO_DISPLAY)
    if path is None or not passphrase:
        return _ask_first(path, language, desk, lock_down)
    # The key is derived on a thread of its own, while this one loads all the rest.
    with ThreadPoolExecutor(1) as thread:
        key = thread.submit(unlock, path, passphrase)
        app = start_application()
        import_module("kiosk.app.program")
        from kiosk.data.eventfile import open_unlocked

        file = open_unlocked(path, key.result())
    return _run(app, show_event(file, SystemClock(), language, desk, lock_down))


def run_demo(language: str | None) -> int:
    """Open the app on sample people.

    Raises:
        Refusal: there is no screen.
    """
    if not has_display():
        raise Refusal(RefusalCode.NO_DISPLAY)
    with TemporaryDirectory(prefix="stoelendans-demo-") as folder:
        app = start_application()
        return _run(app, show_demo(Path(folder), language))


def play_rehearsal(
    file: "EventFile",
    *,
    seed: int,
    speed: float,
    language: str | None,
    report: "Callable[[RehearsalReport], None]",
) -> int:
    """Live through the day on the screens, ``speed`` times as fast as it would be.

    ``report`` hears how it went; the windows stay until somebody closes them.

    Raises:
        Refusal: there is no screen.
    """
    if not has_display():
        raise Refusal(RefusalCode.NO_DISPLAY)
    app = start_application()
    from kiosk.app.player import RehearsalPlayer, rehearsal_clock
    from kiosk.app.program import Program

    clock = rehearsal_clock(file.unit(), speed)
    speak(file, language)
    program = Program(file, clock, lock_down=LockDown.TRIAL, own_file=False)
    player = RehearsalPlayer(program, clock, seed)
    player.finished.connect(report)
    program.start()
    player.start()
    return _run(app, program)


def show_event(
    file: "EventFile", clock: Clock, language: str | None, desk: Desk, lock_down: LockDown
) -> "Program":
    """The windows of an open event, shown."""
    from kiosk.app.desk_place import take_place
    from kiosk.app.program import Program

    speak(file, language)
    program = Program(file, clock, place=take_place(file.path, desk), lock_down=lock_down)
    program.start()
    if lock_down is LockDown.EVENT and not program.has_pin:
        program.window.tell(
            _(
                "No PIN is set: only the passphrase unlocks this window."
                " Under Settings an organiser can set one."
            )
        )
    return program


def show_demo(folder: Path, language: str | None) -> "Program":
    """The windows of the demo, on a clock that stands shortly before the doors open."""
    from kiosk.app.demo import make_demo

    return show_demo_event(make_demo(folder, SystemClock()), language)


def show_demo_event(file: "EventFile", language: str | None) -> "Program":
    """The demo's windows, with its passphrase in sight: the lock is part of what can be tried."""
    from kiosk.app.demo import PASSPHRASE, demo_start

    clock = AcceleratedClock(demo_start(file.unit()), speed=1)
    program = show_event(file, clock, language, Desk(), LockDown.TRIAL)
    words = _("A demo with sample people. To unlock it, type: {passphrase}")
    program.window.tell(words.format(passphrase=PASSPHRASE))
    return program


def speak(file: "EventFile", language: str | None) -> None:
    """Use the language that was asked for, else the event's own."""
    with file.unit() as unit:
        use_language(language or unit.events.get().language)


def start_application() -> "QApplication":
    """The QApplication of a real run: what Qt says goes into the log."""
    from kiosk.app.qt_messages import log_qt_messages

    log_qt_messages()
    return make_application()


def make_application() -> "QApplication":
    """The QApplication, dressed in the house style."""
    from PySide6.QtWidgets import QApplication

    from kiosk.ui.theme.style import apply_theme

    app = QApplication.instance() or QApplication(["stoelendans"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Stoelendans")
    app.setDesktopFileName("stoelendans")
    apply_theme(app)
    return app


def _ask_first(path: Path | None, language: str | None, desk: Desk, lock_down: LockDown) -> int:
    app = start_application()
    from kiosk.app.demo import make_demo
    from kiosk.data.eventfile import open_event_file
    from kiosk.ui.opening.window import OpeningWindow

    with TemporaryDirectory(prefix="stoelendans-demo-") as folder:
        window = OpeningWindow(
            open_event=open_event_file,
            make_event=make_event,
            open_demo=lambda: make_demo(Path(folder), SystemClock()),
            event=path,
        )
        programs: list[Program] = []
        spoken = [language]

        def go_on(file: "EventFile") -> None:
            if file.path.parent == Path(folder):
                programs.append(show_demo_event(file, spoken[-1]))
            else:
                programs.append(show_event(file, SystemClock(), spoken[-1], desk, lock_down))

        window.language_changed.connect(spoken.append)
        window.opened.connect(go_on)
        window.show()
        with ends_when_told(app):
            code = app.exec()
        for program in programs:
            program.close()
        return code


def make_event(description: Path, target: Path, passphrase: str) -> "EventFile":
    """A new event file from its description, left open.

    Raises:
        Refusal: the description has a mistake, or the file can't be made there.
    """
    from kiosk.data.eventfile import create_event_file
    from kiosk.importing.event_description import read_event_description
    from kiosk.services.founding import found_event

    said = read_event_description(description)
    if target.suffix != EVENT_SUFFIX:
        target = target.with_name(target.name + EVENT_SUFFIX)
    return create_event_file(
        target, passphrase, fill=lambda unit: found_event(unit, SystemClock(), said)
    )


def _run(app: "QApplication", program: "Program") -> int:
    """Until the last window is closed, or the system ends the program."""
    with ends_when_told(app):
        code = app.exec()
    program.close()
    return code
