"""At the desk's right: how many are here, and who was scanned last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.event import Event
from kiosk.domain.indicators import Attendance
from kiosk.domain.verdicts import TONE, Tone
from kiosk.i18n import _
from kiosk.services.check_in import RECENT_SCANS, DeskState, RecentScan
from kiosk.ui.desk.wording import clock_time, recent_name, recent_number
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, FittedLabel, IconLabel, PlainLabel, ProgressBar, Separator

ROW_HEIGHT, ROW_STRETCH = 45, 100


class SidePanel(QWidget):
    """Counters above, last scans below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: DeskState | None = None
        self._counters = _Counters()
        self._recent = _Recent()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.normal)
        column.addWidget(self._counters)
        column.addWidget(self._recent, 1)

    def show_state(self, state: DeskState | None) -> None:
        """Show these figures."""
        if state is not self._state:
            self._state = state
            self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        if self._state:
            self._counters.show_state(self._state)
            self._recent.show_scans(self._state.recent, self._state.event)


class _Counters(Card):
    def __init__(self) -> None:
        super().__init__()
        light = load_tokens().light
        self._candidates = _Counter(light.primary)
        self._employers = _Counter(light.coral)
        self._missing = FittedLabel(tone="muted")
        self._number = PlainLabel()
        set_look(self._number, bold=True)
        row = QHBoxLayout()
        row.addWidget(self._missing, 1)
        row.addWidget(self._number)
        self.body.setSpacing(14)
        self.body.addWidget(self._candidates)
        self.body.addWidget(self._employers)
        self.body.addLayout(row)

    def show_state(self, state: DeskState) -> None:
        self._candidates.show_attendance(_("Candidates"), state.candidates)
        self._employers.show_attendance(_("Employers"), state.employers)
        self._missing.setText(_("Not here yet"))
        self._number.setText(_("{n} to come").format(n=state.missing))


class _Counter(QWidget):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self._caption = FittedLabel()
        self._figures = PlainLabel()
        self._bar = ProgressBar(colour)
        set_look(self._caption, bold=True)
        set_look(self._figures, bold=True)
        row = QHBoxLayout()
        row.addWidget(self._caption, 1)
        row.addWidget(self._figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_attendance(self, caption: str, attendance: Attendance) -> None:
        self._caption.setText(caption)
        self._figures.setText(f"{attendance.here} / {attendance.expected}")
        self._bar.set_share(attendance.here, attendance.expected)
        self._bar.setAccessibleName(caption)


class _Recent(Card):
    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel()
        self._nobody = PlainLabel(tone="muted")
        set_look(self._title, bold=True)
        self._rows = [_RecentRow() for _row in range(RECENT_SCANS)]
        self.body.setSpacing(0)
        self.body.addWidget(self._title)
        self.body.addSpacing(4)
        self.body.addWidget(self._nobody)
        for row in self._rows:
            self.body.addWidget(row, ROW_STRETCH)
        self.body.addStretch(1)

    def show_scans(self, scans: tuple[RecentScan, ...], event: Event) -> None:
        self._title.setText(_("Last scanned"))
        self._nobody.setText(_("Nobody yet"))
        self._nobody.setVisible(not scans)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(scans))
            if at < len(scans):
                row.show_scan(scans[at], event)


class _RecentRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._time = PlainLabel(tone="muted")
        self._mark = IconLabel(size=18)
        self._name = FittedLabel(smallest=16)
        self._number = PlainLabel(tone="muted")
        set_look(self._name, bold=True)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(12)
        for widget, stretch in (
            (self._time, 0),
            (self._mark, 0),
            (self._name, 1),
            (self._number, 0),
        ):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Separator())
        self.setMaximumHeight(max(ROW_HEIGHT, 2 * self._time.sizeHint().height()))

    def show_scan(self, scan: RecentScan, event: Event) -> None:
        self._time.setText(clock_time(scan.at, event))
        self._mark.set_icon(*_mark(scan))
        self._name.setText(recent_name(scan))
        self._number.setText(recent_number(scan))


def _mark(scan: RecentScan) -> tuple[str, str, str]:
    """Icon, colour and meaning of a line."""
    state = load_tokens().state
    if scan.code is None:
        return "undo", state.info, _("undone")
    return {
        Tone.OK: ("check", state.ok, _("checked in")),
        Tone.ATTENTION: ("warning-triangle", state.warn, _("attention")),
        Tone.REFUSED: ("cross", state.bad, _("refused")),
    }[TONE[scan.code]]
