"""The rehearsal: simulated people live through a day, by the same services as the screens."""

from kiosk.services.rehearsal.agenda import Step, StepKind
from kiosk.services.rehearsal.day import Rehearsal, opening, rehearse
from kiosk.services.rehearsal.report import PhaseFigures, RehearsalReport

__all__ = [
    "PhaseFigures",
    "Rehearsal",
    "RehearsalReport",
    "Step",
    "StepKind",
    "opening",
    "rehearse",
]
