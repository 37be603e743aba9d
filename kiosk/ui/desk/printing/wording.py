"""Printing in words, icons and tones; never one of them alone."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.domain.desk import PaperOnScan
from kiosk.domain.event import Event
from kiosk.domain.people import badge_label
from kiosk.domain.print_jobs import Paper, PrintState, PrintTrouble
from kiosk.i18n import N_, _, ngettext
from kiosk.services.desk.print_queue import PrintLine
from kiosk.ui.desk.printing.state import LightState, PrinterLight, PrintScreen, Trial

Face: TypeAlias = tuple[str, str, str]
"""Tone, icon, words to be translated."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Some words with the tone and the icon that go with them."""

    tone: str
    icon: str
    words: str


_PAPERS = {
    Paper.BADGE: N_("Badge"),
    Paper.ROUTE_CARD: N_("Route card"),
    Paper.BROCHURE: N_("Brochure"),
}
_STATES: dict[PrintState, Face] = {
    PrintState.QUEUED: ("info", "clock", N_("waits its turn")),
    PrintState.SENT: ("ok", "check", N_("sent to the printer")),
    PrintState.FAILED: ("bad", "x-circle", N_("failed")),
    PrintState.REPRINTED: ("neutral", "undo", N_("was printed again")),
    PrintState.CANCELLED: ("neutral", "dash", N_("cancelled")),
}
_TROUBLES: dict[PrintTrouble, Face] = {
    PrintTrouble.NO_PRINTER: ("warn", "warning-triangle", N_("waits for a printer")),
    PrintTrouble.PRINTER_REFUSED: ("bad", "x-circle", N_("the printer refused it")),
    PrintTrouble.PAPER_NOT_MADE: ("bad", "x-circle", N_("no such paper for this person")),
}
_WHEN = {
    PaperOnScan.NEVER: N_("Never"),
    PaperOnScan.FIRST_TIME: N_("The first time"),
    PaperOnScan.ALWAYS: N_("Always"),
}


def when_words(when: PaperOnScan) -> str:
    """When a welcome prints."""
    return _(_WHEN[when])


def line_title(line: PrintLine) -> str:
    """Whose paper: the name, or the number where badges show no name."""
    return line.name or _("Badge {number}").format(number=badge_label(line.badge_number))


def line_detail(line: PrintLine, event: Event) -> str:
    """What was asked for and when, on the venue's wall."""
    again = _("again") if line.is_again else ""
    at = f"{event.local(line.asked_at):%H:%M}"
    return " · ".join(part for part in (_(_PAPERS[line.paper]), again, at) if part)


def line_saying(line: PrintLine) -> Saying:
    """Where a job stands, and why."""
    is_told = line.state in {PrintState.QUEUED, PrintState.FAILED}
    tone, icon, words = _STATES[line.state]
    if is_told and line.trouble in _TROUBLES:
        tone, icon, words = _TROUBLES[line.trouble]
    return Saying(tone, icon, _(words))


def light_saying(light: PrinterLight) -> Saying:
    """A few words for the desk's strip."""
    count = light.count
    if light.state is LightState.NO_PRINTER:
        return Saying("warn", "warning-triangle", _no_printer(count))
    if light.state is LightState.FAILED:
        words = ngettext("{count} print failed", "{count} prints failed", count)
        return Saying("bad", "x-circle", words.format(count=count))
    if light.state is LightState.PRINTING:
        words = ngettext("{count} paper to print", "{count} papers to print", count)
        return Saying("info", "printer", words.format(count=count))
    if light.state is LightState.READY:
        return Saying("ok", "printer", _("Printer ready"))
    return Saying("neutral", "printer", _("Printer"))


def news(screen: PrintScreen) -> Saying:
    """The sentence at the top of the panel."""
    if screen.trial is not Trial.NONE:
        return _trial(screen.trial)
    light = screen.light
    if light.state is LightState.NO_PRINTER:
        return Saying("warn", "warning-triangle", _missing(light.count))
    if light.state is LightState.FAILED:
        words = _("Something was not printed. Choose it below and print it again.")
        return Saying("bad", "x-circle", words)
    if light.state is LightState.UNKNOWN:
        return Saying("info", "printer", _("Looking for printers …"))
    return light_saying(light)


def _missing(count: int) -> str:
    if not count:
        return _("No printer is connected. Papers asked for will wait, nothing is lost.")
    return ngettext(
        "No printer: {count} paper waits, nothing is lost. It prints once a printer is there.",
        "No printer: {count} papers wait, nothing is lost. They print once a printer is there.",
        count,
    ).format(count=count)


def _trial(trial: Trial) -> Saying:
    return {
        Trial.SENT: Saying("ok", "check-circle", _("The test page was sent to the printer.")),
        Trial.REFUSED: Saying(
            "bad",
            "x-circle",
            _("The test page was not printed. Is the printer on, with paper, and chosen here?"),
        ),
    }.get(trial, Saying("info", "clock", _("The test page is on its way …")))


def _no_printer(count: int) -> str:
    if not count:
        return _("No printer")
    return ngettext("No printer · {count} waits", "No printer · {count} wait", count).format(
        count=count
    )
