"""The rhythm of the door: arrivals as bars, and how long one person takes."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.clock import Clock
from kiosk.i18n import _
from kiosk.services.desk.state import DeskState
from kiosk.ui.desk.arrivals_chart import ArrivalsChart
from kiosk.ui.desk.folding_row import FoldingRow
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import Card, PlainLabel

REFRESH_MS = 1000


class ArrivalsCard(Card):
    """Counts once a second while it can be seen, never while a scan is answered."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._clock = clock
        self._state: DeskState | None = None
        self._title, self._unit = PlainLabel(), PlainLabel(look="caption", tone="muted")
        self._chart = ArrivalsChart()
        self._pace, self._over = PlainLabel(), PlainLabel(look="caption", tone="muted")
        self._due = QTimer(self, interval=REFRESH_MS)
        self._due.timeout.connect(self.refresh)
        self.body.setContentsMargins(20, 10, 20, 10)
        self.body.setSpacing(0)
        for label, caption in ((self._title, self._unit), (self._pace, self._over)):
            set_look(label, bold=True)
            row = FoldingRow(gap=0)
            row.add(label)
            row.add(caption, at_end=True)
            self.body.addWidget(row)
        self.body.insertWidget(1, self._chart)

    def show_state(self, state: DeskState) -> None:
        """Take over the arrivals; the first ones are shown at once."""
        is_first = self._state is None
        self._state = state
        if is_first:
            self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("Arrivals"))
        self._unit.setText(_("per five minutes"))
        self._over.setText(_("median, last hour"))
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        if self._state is None:
            return
        now = self._clock.now()
        self._chart.show_slots(self._state.arrivals.by_slot(now), self._state.event)
        words = _pace(self._state.arrivals.seconds_per_person(now))
        if words != self._pace.text():
            self._pace.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._due.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._due.stop()


def _pace(seconds: float | None) -> str:
    if seconds is None:
        return _("– per person")  # noqa: RUF001 - a dash, as on paper
    return _("{seconds} s per person").format(seconds=round(seconds))
