"""At the desk's right: how many are here, how they arrive, who was scanned last, and the lights."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.clock import Clock
from kiosk.domain.indicators import Attendance
from kiosk.i18n import _
from kiosk.services.desk.state import DeskState
from kiosk.ui.desk.arrivals_card import ArrivalsCard
from kiosk.ui.desk.lights import Light, Lights, scanner_light
from kiosk.ui.desk.recent_list import RecentList
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.desk.status_strip import StatusStrip
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, PlainLabel, ProgressBar

GAP = 12


class SidePanel(QWidget):
    """Counters, arrivals, last scans and lights.

    ``call_list_wanted`` asks who is not here yet; ``wanted`` names the device, or ``settings``,
    whose light was pressed.
    """

    call_list_wanted = Signal()
    wanted = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = DeskScreen()
        self._lights = Lights()
        self._counters = _Counters()
        self._arrivals = ArrivalsCard(clock)
        self._recent = _Recent()
        self._strip = StatusStrip()
        self._counters.call_list.clicked.connect(self.call_list_wanted)
        self._strip.wanted.connect(self.wanted)
        self._dock: QWidget | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._counters)
        column.addWidget(self._arrivals)
        column.addWidget(self._recent, 1)
        column.addWidget(self._strip)

    def show_screen(self, screen: DeskScreen) -> None:
        """Show these figures, and how the scanner is."""
        before, self._screen = self._screen, screen
        if screen.state is not before.state:
            self._show_state()
        self._show_lights(replace(self._lights, scanner=scanner_light(screen)))

    def show_printer(self, light: Light) -> None:
        """Show how it goes with printing."""
        self._show_lights(replace(self._lights, printer=light))

    def show_camera(self, light: Light) -> None:
        """Show how the camera is doing."""
        self._show_lights(replace(self._lights, camera=light))

    def show_dock(self, widget: QWidget | None) -> None:
        """Show something in the place of the arrivals and the last scans; None brings them back."""
        if self._dock is not None:
            self._dock.hide()
        self._dock = widget
        for part in (self._arrivals, self._recent):
            part.setVisible(widget is None)
        if widget is not None:
            self._column.insertWidget(self._column.indexOf(self._strip), widget, 1)
            widget.show()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._show_state()
        self._arrivals.retranslate()
        self._show_lights(replace(self._lights, scanner=scanner_light(self._screen)))
        self._strip.retranslate()

    def _show_state(self) -> None:
        state = self._screen.state
        if state:
            self._counters.show_state(state)
            self._arrivals.show_state(state)
            self._recent.show_state(state)

    def _show_lights(self, lights: Lights) -> None:
        self._lights = lights
        self._strip.show_lights(lights)


class _Counters(Card):
    def __init__(self) -> None:
        super().__init__()
        light = load_tokens().light
        self._candidates = _Counter(ProgressBar(light.primary))
        self._employers = _Counter(ProgressBar(light.coral))
        self._companions = _Counter()
        self.call_list = ActionButton("", "people", hint="F9")
        self.call_list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.body.setSpacing(10)
        for part in (self._candidates, self._employers, self._companions, self.call_list):
            self.body.addWidget(part)

    def show_state(self, state: DeskState) -> None:
        self._candidates.show_attendance(_("Candidates"), state.candidates)
        self._employers.show_attendance(_("Employers"), state.employers)
        self._companions.show_attendance(_("Companions"), state.companions)
        self._companions.setVisible(bool(state.companions.expected or state.companions.here))
        words = _("Not here yet: {n}").format(n=state.missing)
        self.call_list.setText(words if state.missing else _("Everybody is here"))


class _Counter(QWidget):
    """Here out of expected, in figures and perhaps as a bar."""

    def __init__(self, bar: ProgressBar | None = None) -> None:
        super().__init__()
        self._bar = bar
        self._caption, self._figures = FittedLabel(), PlainLabel()
        row = QHBoxLayout()
        for label, stretch in ((self._caption, 1), (self._figures, 0)):
            set_look(label, bold=True)
            row.addWidget(label, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        if bar:
            column.addWidget(bar)

    def show_attendance(self, caption: str, attendance: Attendance) -> None:
        self._caption.setText(caption)
        self._figures.setText(f"{attendance.here} / {attendance.expected}")
        if self._bar:
            self._bar.set_share(attendance.here, attendance.expected)
            self._bar.setAccessibleName(caption)


class _Recent(Card):
    def __init__(self) -> None:
        super().__init__()
        self._title, self._nobody = PlainLabel(), PlainLabel(tone="muted")
        self._list = RecentList()
        set_look(self._title, bold=True)
        self.body.setContentsMargins(20, 10, 20, 8)
        self.body.setSpacing(0)
        self.body.addWidget(self._title)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._list, 1)

    def show_state(self, state: DeskState) -> None:
        self._title.setText(_("Last scanned"))
        self._nobody.setText(_("Nobody yet"))
        self._nobody.setVisible(not state.recent)
        self._list.show_scans(state.recent, state.event)
