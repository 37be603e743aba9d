"""What the print panel and the printer's light show, as frozen values."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.domain.desk import DeskSettings
from kiosk.services.desk.print_queue import PrintQueue, PrintStanding
from kiosk.ui.devices.printer import Printers


class Trial(Enum):
    """How the test page fares."""

    NONE = auto()
    ON_ITS_WAY = auto()
    SENT = auto()
    REFUSED = auto()


class LightState(Enum):
    """How it goes with printing, the most urgent first."""

    NO_PRINTER = auto()
    FAILED = auto()
    PRINTING = auto()
    READY = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class PrinterLight:
    """One state for the desk's strip; ``count`` is how many papers wait or failed."""

    state: LightState = LightState.UNKNOWN
    count: int = 0


@dataclass(frozen=True, slots=True)
class PrintScreen:
    """``queue`` is read while the panel is open; ``printers`` is None until somebody has looked."""

    queue: PrintQueue | None = None
    standing: PrintStanding = field(default_factory=PrintStanding)
    printers: Printers | None = None
    settings: DeskSettings = field(default_factory=DeskSettings)
    trial: Trial = Trial.NONE

    @property
    def light(self) -> PrinterLight:
        """What the desk's strip shows."""
        standing = self.standing
        if standing.no_printer or self._is_missing():
            return PrinterLight(LightState.NO_PRINTER, standing.waiting)
        if standing.failed:
            return PrinterLight(LightState.FAILED, standing.failed)
        if standing.waiting:
            return PrinterLight(LightState.PRINTING, standing.waiting)
        if self.printers is None:
            return PrinterLight()
        return PrinterLight(LightState.READY)

    def _is_missing(self) -> bool:
        """Whether the printer that was chosen, or any default, is known not to be there."""
        if self.printers is None:
            return False
        chosen = self.settings.printer or self.printers.default
        return chosen not in self.printers.names
