"""How many arrived in each five minutes, as small bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.arrivals import SLOTS, Slot
from kiosk.domain.event import Event
from kiosk.i18n import _, ngettext
from kiosk.ui.desk.wording import clock_time
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

BARS = 38
TEXT = 13
LABEL_EVERY_MINUTES = 30


class ArrivalsChart(QWidget):
    """A bar for each slot; the axis names every half hour, the highest bar its count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: tuple[Slot, ...] = ()
        self._event: Event | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_slots(self, slots: Sequence[Slot], event: Event) -> None:
        """Show these; the same again costs nothing."""
        if (tuple(slots), event) != (self._slots, self._event):
            self._slots, self._event = tuple(slots), event
            self.update()
        self.setAccessibleName(_("Arrivals per five minutes"))
        self.setAccessibleDescription(chart_in_words(self._slots, event))

    def sizeHint(self) -> QSize:
        line = QFontMetrics(text_font(TEXT)).height()
        return QSize(SLOTS * 12, round(BARS * text_scale()) + 2 * line + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(SLOTS * 4, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._slots or self._event is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(TEXT, load_tokens().font.weights.semibold))
        line = painter.fontMetrics().height()
        step = self.width() / len(self._slots)
        plot = QRectF(0, line, self.width(), self.height() - 2 * line - 2)
        painter.fillRect(
            QRectF(0, plot.bottom(), plot.width(), 1), QColor(load_tokens().light.line)
        )
        most = max(self._slots, key=lambda slot: slot.count)
        for number, slot in enumerate(self._slots):
            column = QRectF(number * step, plot.top(), step, plot.height())
            self._paint_bar(painter, column, slot, most)
            self._paint_time(painter, column, slot, line)

    def _paint_bar(self, painter: QPainter, column: QRectF, slot: Slot, most: Slot) -> None:
        if not slot.count:
            return
        light = load_tokens().light
        height = max(2.0, column.height() * slot.count / most.count)
        bar = column.adjusted(1.5, column.height() - height, -1.5, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.primary))
        painter.drawRoundedRect(bar, 2, 2)
        if slot is most:
            painter.setPen(QColor(light.ink))
            self._write(painter, bar.center().x(), bar.top() - 1, str(slot.count))

    def _paint_time(self, painter: QPainter, column: QRectF, slot: Slot, line: int) -> None:
        assert self._event is not None
        if self._event.local(slot.starts).minute % LABEL_EVERY_MINUTES == 0:
            painter.setPen(QColor(load_tokens().light.muted))
            words = clock_time(slot.starts, self._event)
            self._write(painter, column.left(), column.bottom() + 2 + line, words)

    def _write(self, painter: QPainter, middle: float, bottom: float, words: str) -> None:
        """Words above a height, as near to a middle as the edges allow."""
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 2
        left = min(max(0.0, middle - width / 2), self.width() - width)
        area = QRectF(left, bottom - metrics.height(), width, metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def chart_in_words(slots: Sequence[Slot], event: Event) -> str:
    """The same for those who can't see it: how many, and when most came."""
    total = sum(slot.count for slot in slots)
    if not total:
        return _("Nobody arrived in the last hour and a half.")
    most = max(slots, key=lambda slot: slot.count)
    came = ngettext(
        "{count} person arrived in the last hour and a half.",
        "{count} people arrived in the last hour and a half.",
        total,
    ).format(count=total)
    busiest = _("Most in five minutes: {count}, from {time}.").format(
        count=most.count, time=clock_time(most.starts, event)
    )
    return f"{came} {busiest}"
