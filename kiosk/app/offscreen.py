"""With no screen at all: live through the day and leave pictures of it."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.start import speak, start_application
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import PlanMethod
from kiosk.planning import PLANNERS
from kiosk.services.conducting import conductor_state
from kiosk.services.rehearsal import Rehearsal, RehearsalReport, StepKind, opening

SEED = 7
SETTLED = 5.0
"""Seconds into a phase at which its picture is taken."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """What the day came to, and where its pictures are."""

    folder: Path
    pictures: int
    report: RehearsalReport


def rehearse_into_pictures(file: EventFile, folder: Path, language: str | None) -> Pictured:
    """Rehearse the day with the real windows on Qt's offscreen platform.

    The main window and the room display are saved whenever the host moves on.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = start_application()
    from kiosk.app.pictures import BEAMER, LAPTOP, Photographer
    from kiosk.app.program import Program

    speak(file, language)
    clock = SimulatedClock(opening(file.unit()))
    program = Program(file, clock, own_file=False)
    photographer = Photographer(app, folder)
    rehearsal = Rehearsal(clock, PLANNERS[PlanMethod.BEST](), seed=SEED)
    program.show.pose()
    program.stations.desk.set_still(still=True)
    program.start()
    for step in rehearsal.steps():
        clock.advance_to(step.at)
        program.worker.ask(step.act, _nothing_more)
        if step.kind is StepKind.HOST:
            program.worker.ask(lambda unit: conductor_state(unit, clock), program.follow)
            program.refresh()
        program.worker.drain()
        if step.kind is StepKind.HOST:
            clock.advance(SETTLED)
            program.window.refresh_time()
            program.room.refresh()
            name = f"{photographer.count // 2 + 1:02d}"
            photographer.take(program.window, f"{name}-desk", LAPTOP)
            photographer.take(program.room, f"{name}-room", BEAMER)
    program.close()
    return Pictured(folder, photographer.count, rehearsal.report)


def _nothing_more(_answer: None) -> None:
    """A step answers nothing."""
