"""A picture of every screen in every important state, on both displays, in Dutch and English.

Everything is real: the demo event, the services, the windows. Only the clock and the people are
simulated, so that the same pictures come out every time.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.app.demo import SAMPLES, make_demo
from kiosk.app.pictures import BEAMER, LAPTOP, Photographer
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application, make_event
from kiosk.config import DEMO
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain import codes
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Attendee, ConsentKind, Side, Standing
from kiosk.domain.plan import PlanMethod
from kiosk.domain.programme import PhaseKind
from kiosk.i18n import LANGUAGES, use_language
from kiosk.planning import PLANNERS
from kiosk.services.conducting import conductor_state
from kiosk.services.conductor_state import ConductorState
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.desk.edits import replace_badge
from kiosk.services.desk.hours import set_desk_hours
from kiosk.services.pin import set_pin
from kiosk.services.ports import UnitOfWork
from kiosk.services.rehearsal import Rehearsal, Step, opening
from kiosk.ui.opening.window import OpeningWindow
from tools.shots_desk import shoot_desk_panels
from tools.shots_host import shoot_repairs
from tools.shots_plan import shoot_plan
from tools.shots_programme import (
    shoot_host_programme,
    shoot_lost_time,
    shoot_organisers,
    shoot_signs,
)

SEED = 7
PIN = "4719"
ENGLISH = {
    "Onthaal en koffie": "Welcome and coffee",
    "Welkom, werk en herstel, getuigenissen": "Welcome, work and recovery, stories",
    "Pauze": "Break",
    "Interesse invullen": "Say whom you would like to see again",
    "Samen vieren": "Celebrate together",
}
EVENT_CLOCK = datetime.fromisoformat("2023-03-21T13:00:00+01:00")


class Set:
    """The demo event with its windows, moved through the day step by step."""

    def __init__(self, folder: Path, language: str, photographer: Photographer) -> None:
        use_language(language)
        self.clock = SimulatedClock(EVENT_CLOCK)
        self.file: EventFile = make_demo(folder, self.clock, Chance.seeded(SEED))
        self._hold_the_event_in(language)
        set_pin(self.file.unit(), self.clock, PIN, station="office")
        self.clock.advance_to(opening(self.file.unit()))
        self.program = self._start()
        self._language, self._photographer = language, photographer
        self._steps: Iterator[Step] = Rehearsal(
            self.clock, PLANNERS[PlanMethod.BEST](), seed=SEED
        ).steps()
        self._next = next(self._steps)

    def _hold_the_event_in(self, language: str) -> None:
        """The room speaks the event's first language, and the organisers' titles are in it."""
        with self.file.unit() as unit:
            event, phases = unit.events.get(), unit.programme.phases()
            unit.events.save(replace(event, languages=(language, *event.languages)))
            if language == "en":
                titled = [replace(phase, title=ENGLISH.get(phase.title, "")) for phase in phases]
                unit.programme.replace(titled)
            unit.commit()

    def _start(self) -> Program:
        program = Program(self.file, self.clock, show_paper=lambda _path: None, own_file=False)
        program.show.pose()
        program.stations.desk.set_still(still=True)
        program.start()
        program.worker.drain()
        return program

    def unit(self) -> UnitOfWork:
        """A transaction, once the screens are done with theirs."""
        self.program.worker.drain()
        return self.file.unit()

    @property
    def state(self) -> ConductorState:
        """The day as the host sees it."""
        return conductor_state(self.unit(), self.clock)

    def live_until(self, moment: datetime) -> None:
        """Let everything happen that happens before ``moment``."""
        while self._next.at <= moment:
            self.clock.advance_to(self._next.at)
            self._next.act(self.unit())
            self._next = next(self._steps)
        self.clock.advance_to(moment)
        self.refresh()

    def live_to(self, kind: PhaseKind, round_number: int | None, left: float) -> None:
        """Live on to the phase, until ``left`` seconds of it are left."""
        while not self._is_in(kind, round_number):
            self.live_until(self._next.at)
        countdown = self.state.countdown
        assert countdown is not None
        self.live_until(countdown.ends_at(self.clock) - timedelta(seconds=left))

    def change(self, edit: Callable[[Attendee], Attendee], *, consent: bool = True) -> str:
        """Somebody who is not here yet gets other circumstances; returns the badge code."""
        somebody, code = self.person(lambda a: a.side is Side.CANDIDATE)
        with self.unit() as unit:
            unit.people.save(edit(somebody))
            now = self.clock.now()
            unit.people.set_consent(somebody.id, ConsentKind.TAKE_PART, consent, now)
            unit.commit()
        return code

    def guest(self, side: Side) -> str:
        """The badge code of somebody who is here."""
        with self.unit() as unit:
            here, known = unit.people.check_ins(), unit.people.codes()
            return next(known[a.id] for a in unit.people.all() if a.id in here and a.side is side)

    def restart(self) -> None:
        """The program dies and is started again on the same file."""
        self.program.close()
        self.program = self._start()

    def close(self) -> None:
        """Put everything away."""
        self.program.close()
        self.file.close()

    def refresh(self) -> None:
        """Let all windows see what has happened."""
        self.program.worker.ask(lambda unit: conductor_state(unit, self.clock), self.program.follow)
        self.program.refresh()
        self.program.worker.drain()
        self.program.room.refresh()
        self.program.window.refresh_time()

    def person(self, wanted: Callable[[Attendee], bool]) -> tuple[Attendee, str]:
        """The first attendee of that sort who is not here yet, and the badge code."""
        with self.unit() as unit:
            here, known = unit.people.check_ins(), unit.people.codes()
            found = next(a for a in unit.people.all() if a.id not in here and wanted(a))
        return found, known[found.id]

    def scan(self, text: str) -> None:
        """A scanner reads something."""
        self.program.window.route_scan(text)
        self.program.worker.drain()
        self.clock.advance(3)

    def main(self, name: str, page: str) -> None:
        """A picture of the main window with a page in front."""
        if self.program.window.current_key != page:
            self.program.window.show_page(page)
        self.program.worker.drain()
        self.shoot(self.program.window, name)

    def room(self, name: str) -> None:
        """A picture of the room display."""
        self._photographer.take(self.program.room, f"{self._language}-room-{name}", BEAMER)

    def shoot(self, window: QWidget, name: str) -> None:
        """A picture of any window at a laptop's size."""
        self._photographer.take(window, f"{self._language}-{name}", LAPTOP)

    def _is_in(self, kind: PhaseKind, round_number: int | None) -> bool:
        running = self.state.running
        return bool(running and (running.kind, running.round_number) == (kind, round_number))


def shoot_desk(day: Set) -> None:
    """Each verdict, the search list, and the lock."""
    day.main("desk-idle", "desk")
    _, code = day.person(lambda a: a.needs.startswith(("Tolk", "Rolstoel", "Slechtziend")))
    day.scan(code)
    day.main("desk-ok", "desk")
    day.scan(code)
    day.main("desk-dup", "desk")
    _, employer = day.person(lambda a: a.side is Side.EMPLOYER)
    day.scan(employer)
    day.main("desk-ok-employer", "desk")
    day.scan(codes.new_code(lambda letters: letters[3]))
    day.main("desk-other-event", "desk")
    day.scan(code[1] + code[0] + code[2:])
    day.main("desk-damaged", "desk")
    day.scan(day.change(lambda a: replace(a, standing=Standing.CANCELLED)))
    day.main("desk-not-coming", "desk")
    day.scan(day.change(lambda a: replace(a, standing=Standing.EXPECTED), consent=False))
    day.main("desk-consent-missing", "desk")
    day.scan("#" * 20)
    day.main("desk-garbled", "desk")
    day.scan("https://example.org")
    day.main("desk-unknown", "desk")
    shoot_coming_and_going(day, code)
    box = day.program.stations.desk.findChild(QLineEdit)
    QTest.keyClicks(box, "so")
    day.main("desk-search", "desk")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    shoot_lock(day)


def shoot_lock(day: Set) -> None:
    """The lock, the dark screen of the panic key, what a scan shows on them, and the way out."""
    window = day.program.window
    for name, cover in (("locked", window.lock), ("locked-blank", window.blank)):
        cover()
        day.shoot(window, name)
        _, late = day.person(lambda a: a.side is Side.EMPLOYER)
        day.scan(late)
        day.shoot(window, f"{name}-scan")
    window._uncover()
    window._idle_notice.count_down(12)
    day.shoot(window, "locks-soon")
    window._idle_notice.count_down(0)
    window._lock.ask_to_leave()
    day.shoot(window, "leave")
    window._uncover()


def shoot_coming_and_going(day: Set, code: str) -> None:
    """Left and back again, a replaced badge, and a desk that is not open yet or not any more."""
    day.scan(code)
    day.program.stations.desk_presenter.check_out()
    day.main("desk-left", "desk")
    day.scan(code)
    day.main("desk-welcome-back", "desk")
    somebody, old = day.person(lambda a: a.side is Side.CANDIDATE)
    replace_badge(day.unit(), day.clock, somebody.id, desk=DeskPost("desk 1"))
    day.scan(old)
    day.main("desk-replaced", "desk")
    _, new = day.person(lambda a: a.side is Side.CANDIDATE)
    now, hour = day.clock.now(), timedelta(hours=1)
    for name, opens, closes in (
        ("too-early", now + hour, None),
        ("closed", None, now - hour),
        ("", None, None),
    ):
        set_desk_hours(day.unit(), day.clock, opens, closes, station="desk 1")
        if name:
            day.scan(new)
            day.main(f"desk-{name}", "desk")


def shoot_import(day: Set) -> None:
    """What an import would do, before it does."""
    day.main("people", "people")
    day.program.stations.people._presenter.choose_files([DEMO / name for name in SAMPLES])
    day.main("people-import", "people")
    day.program.stations.people._presenter.close_import()


def shoot_day(day: Set) -> None:
    """The room and the host through the day."""
    for name, kind, number, left in (
        ("welcome", PhaseKind.WELCOME, None, 920.0),
        ("welcome-story", PhaseKind.WELCOME, None, 905.0),
        ("info", PhaseKind.INFO, None, 875.0),
        ("info-story", PhaseKind.INFO, None, 855.0),
        ("board-first", PhaseKind.INFO, None, 130.0),
        ("round", PhaseKind.ROUND, 1, 298.0),
        ("two-minutes", PhaseKind.ROUND, 1, 117.0),
        ("last-minute", PhaseKind.ROUND, 1, 54.0),
        ("time-up", PhaseKind.ROUND, 1, -1.0),
        ("board", PhaseKind.CHANGEOVER, 2, 42.0),
        ("break", PhaseKind.BREAK, None, 620.0),
        ("break-story", PhaseKind.BREAK, None, 605.0),
        ("interest", PhaseKind.INTEREST, None, 700.0),
        ("celebration", PhaseKind.CELEBRATION, None, 1000.0),
    ):
        day.live_to(kind, number, left)
        day.room(name)
        day.main(f"host-{name}", "host")
        if kind is PhaseKind.INTEREST:
            shoot_interest(day)
        if name == "round":
            shoot_repairs(day)
            shoot_host_programme(day)
            shoot_signs(day)


def shoot_interest(day: Set) -> None:
    """The interest station: idle, a candidate's form, a representative's, an unknown code."""
    station = day.program.stations.interest
    day.main("interest-idle", "interest")
    for name, side in (("candidate", Side.CANDIDATE), ("employer", Side.EMPLOYER)):
        day.scan(day.guest(side))
        day.main(f"interest-{name}", "interest")
        station._presenter.done()
    day.main("interest-thanks", "interest")
    day.scan(codes.new_code(lambda letters: letters[5]))
    day.main("interest-unknown", "interest")


def shoot_interrupted(day: Set) -> None:
    """After a crash in mid-round: the host's offer, and what the room sees meanwhile."""
    day.live_to(PhaseKind.ROUND, 6, 250.0)
    day.restart()
    day.main("host-resume", "host")
    day.room("right-back")


def shoot_late(day: Set) -> None:
    """The day runs late, and the host wins time back."""
    day.live_to(PhaseKind.BREAK, None, 620.0)
    shoot_lost_time(day)


def shoot_opening(language: str, folder: Path, photographer: Photographer) -> None:
    """The window before the main window."""
    use_language(language)
    window = OpeningWindow(
        open_event=open_event_file,
        make_event=make_event,
        open_demo=lambda: make_demo(folder, SimulatedClock(EVENT_CLOCK)),
    )
    window.show()
    photographer.take(window, f"{language}-opening", window.size())
    window.close()


def main() -> int:
    """Write all pictures into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "shots")
    photographer = Photographer(make_application(), folder)
    for language in LANGUAGES:
        with TemporaryDirectory(prefix="stoelendans-shots-") as scratch:
            shoot_opening(language, Path(scratch), photographer)
            day = Set(Path(scratch), language, photographer)
            day.room("before")
            day.main("host-before", "host")
            day.live_until(EVENT_CLOCK + timedelta(minutes=22))
            shoot_desk(day)
            shoot_desk_panels(day)
            shoot_import(day)
            shoot_plan(day)
            shoot_organisers(day)
            shoot_day(day)
            day.main("results", "results")
            day.close()
            interrupted = Path(scratch) / "again"
            interrupted.mkdir()
            day = Set(interrupted, language, photographer)
            shoot_interrupted(day)
            day.close()
            late = Path(scratch) / "late"
            late.mkdir()
            day = Set(late, language, photographer)
            shoot_late(day)
            day.close()
    print(f"{photographer.count} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
