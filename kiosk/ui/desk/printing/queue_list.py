"""The print queue as a list to go through with the arrow keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.domain.event import Event
from kiosk.domain.people import badge_label
from kiosk.services.desk.print_queue import PrintLine, PrintQueue
from kiosk.ui.desk.printing.wording import line_detail, line_saying, line_title
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import font
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.labels import pill_ground

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NARROW_EMS = 30
"""A list narrower than this, in heights of its text, has the state below the name."""
ROWS = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _ink(tone: str) -> QColor:
    tokens = load_tokens()
    return QColor(tokens.light.muted if tone == "neutral" else getattr(tokens.state, tone))


class _JobDelegate(QStyledItemDelegate):
    """Paints one job: badge number, whose and what, and where it stands."""

    def __init__(self, view: "QueueList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = 3.2 if self._view.wide else 4.6
        return QSize(200, max(48, round(self._view.pixels() * lines)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        assert isinstance(line, PrintLine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(0, 2, 0, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            light = load_tokens().light
            painter.setPen(QColor(light.primary))
            painter.setBrush(QColor(light.primary_soft))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 10, 10)
        self._paint_line(painter, area.adjusted(14, 4, -14, -4), line)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: PrintLine) -> None:
        tokens, pixels = load_tokens(), self._view.pixels()
        number = font(pixels * 1.1, tokens.font.weights.bold)
        left = area.left() + QFontMetrics(number).horizontalAdvance("00000")
        row = area.height() // (2 if self._view.wide else 3)
        painter.setFont(number)
        painter.setPen(QColor(tokens.light.primary))
        upper = QRect(area.left(), area.top(), area.width(), row * 2)
        painter.drawText(upper, _MIDDLE, badge_label(line.badge_number))
        taken = self._paint_state(painter, area, left, line)
        room = area.right() - left - (taken + 12 if self._view.wide else 0)
        event = self._view.event_day
        title, detail = line_title(line), line_detail(line, event) if event else ""
        painter.setFont(font(pixels * 1.1, tokens.font.weights.semibold))
        painter.setPen(QColor(tokens.light.ink))
        _write(painter, QRect(left, area.top(), room, row), title)
        painter.setFont(font(pixels * 0.88))
        painter.setPen(QColor(tokens.light.muted))
        _write(painter, QRect(left, area.top() + row, room, row), detail)

    def _paint_state(self, painter: QPainter, area: QRect, left: int, line: PrintLine) -> int:
        """Draw the state in its patch, at the right or below, and say how wide it is."""
        saying, pixels = line_saying(line), self._view.pixels()
        painter.setFont(font(pixels * 0.83, load_tokens().font.weights.semibold))
        metrics = painter.fontMetrics()
        sign = metrics.height()
        room = area.right() - left if not self._view.wide else area.width() // 2
        words = metrics.elidedText(saying.words, Qt.TextElideMode.ElideRight, room - sign - 32)
        width, height = metrics.horizontalAdvance(words) + sign + 32, metrics.height() + 8
        at = left if not self._view.wide else area.right() - width
        top = area.center().y() - height / 2 if self._view.wide else area.bottom() - height
        patch = QRectF(at, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pill_ground(saying.tone)))
        painter.drawRoundedRect(patch, height / 2, height / 2)
        ink = _ink(saying.tone)
        draw_icon(painter, saying.icon, QRectF(at + 12, top + 4, sign, sign), ink.name())
        painter.setPen(ink)
        painter.drawText(patch.adjusted(sign + 18, 0, 0, 0), _MIDDLE, words)
        return width


def _write(painter: QPainter, area: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _MIDDLE, shown)


class QueueList(QListWidget):
    """``chosen_changed`` when another job is marked, or the marked one has moved on."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue: PrintQueue | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_JobDelegate(self))
        self.currentItemChanged.connect(self._tell)

    @property
    def event_day(self) -> Event | None:
        """The event whose wall clock the times are told by."""
        return self._queue.event if self._queue else None

    @property
    def wide(self) -> bool:
        """Whether name and state fit beside each other."""
        return self.viewport().width() >= self.pixels() * NARROW_EMS

    @property
    def chosen(self) -> PrintLine | None:
        """The marked job."""
        line = self.currentIndex().data(LINE)
        return line if isinstance(line, PrintLine) else None

    def pixels(self) -> int:
        """The size of its text."""
        return max(12, self.font().pixelSize())

    def show_queue(self, queue: PrintQueue) -> None:
        """Show these jobs; the mark stays on its job, wherever that is now."""
        if queue == self._queue:
            return
        marked = self.chosen.job_id if self.chosen else None
        self._queue = queue
        self.blockSignals(True)
        self.clear()
        for line in queue.lines:
            item = QListWidgetItem()
            item.setData(LINE, line)
            self.addItem(item)
            if line.job_id == marked:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and queue.lines:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.retranslate()
        self.chosen_changed.emit()

    def retranslate(self) -> None:
        """Say aloud what the rows show, in the language in use."""
        if self._queue is None:
            return
        for row, line in enumerate(self._queue.lines):
            parts = (
                badge_label(line.badge_number),
                line_title(line),
                line_detail(line, self._queue.event),
                line_saying(line).words,
            )
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(parts))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._row_height() * ROWS)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._row_height() * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _row_height(self) -> int:
        return self.sizeHintForRow(0) if self.count() else self.pixels() * 3

    def _tell(self) -> None:
        self.chosen_changed.emit()
