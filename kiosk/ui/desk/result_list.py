"""The people that fit what has been typed, told apart by number, organisation and presence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.domain.codes import CodeForm, form_of
from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.services.search import PersonLine
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.desk.wording import person_detail, person_presence
from kiosk.ui.theme.style import font, set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, FittedLabel, PlainLabel

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _PersonDelegate(QStyledItemDelegate):
    """Paints one person: name, what tells them apart, presence, badge number."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _pixels(self) -> int:
        return max(12, self._view.font().pixelSize())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(self._pixels() * 3.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        assert isinstance(line, PersonLine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(0, 2, 0, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            light = load_tokens().light
            painter.setPen(QColor(light.primary))
            painter.setBrush(QColor(light.primary_soft))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 10, 10)
        self._paint_line(painter, area.adjusted(16, 0, -16, 0), line)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: PersonLine) -> None:
        tokens, pixels = load_tokens(), self._pixels()
        number = font(pixels * 1.1, tokens.font.weights.bold)
        left = area.left() + QFontMetrics(number).horizontalAdvance("0000")
        right = area.right() - self._paint_presence(painter, area, line)
        painter.setFont(number)
        painter.setPen(QColor(tokens.light.primary))
        painter.drawText(area, _MIDDLE, badge_label(line.badge_number))
        detail = person_detail(line)
        upper = area.adjusted(0, 4, 0, -area.height() // 2) if detail else area
        room = right - left - 12
        _write(painter, upper, left, room, line.name, pixels * 1.1, tokens.light.ink, bold=True)
        lower = area.adjusted(0, area.height() // 2, 0, -4)
        _write(painter, lower, left, room, detail, pixels * 0.88, tokens.light.muted)

    def _paint_presence(self, painter: QPainter, area: QRect, line: PersonLine) -> int:
        """Draw the pill at the right and say how wide it is."""
        state = load_tokens().state
        light = load_tokens().light
        ink, ground = (light.muted, "#ECE7DD")
        if line.here:
            ink, ground = state.ok, state.ok_soft
        elif line.cancelled:
            ink, ground = state.warn, state.warn_soft
        face = font(self._pixels() * 0.83, load_tokens().font.weights.semibold)
        words = person_presence(line)
        metrics = QFontMetrics(face)
        width, height = metrics.horizontalAdvance(words) + 26, metrics.height() + 8
        pill = QRectF(area.right() - width, area.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.setFont(face)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return width


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _write(
    painter: QPainter,
    area: QRect,
    left: int,
    room: int,
    words: str,
    pixels: float,
    ink: str,
    *,
    bold: bool = False,
) -> None:
    weights = load_tokens().font.weights
    painter.setFont(font(pixels, weights.semibold if bold else weights.regular))
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(left, area.top(), room, area.height()), _MIDDLE, shown)


def _hint_for(query: str) -> str:
    """What to try next; a code that is typed by hand easily has a slip."""
    if form_of(query) is CodeForm.DAMAGED:
        return _("If this is a badge code, a letter is wrong. Check it, or search by name.")
    return _("Try part of the name, the badge number or the organisation.")


class ResultList(Card):
    """Up to eight people; the search box keeps the focus and moves the mark."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._screen = DeskScreen()
        self._title = FittedLabel(look="strong")  # a long query must not widen the page
        self._hint = PlainLabel(tone="muted")
        self._hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_PersonDelegate(self._list))
        self._list.itemClicked.connect(self._pick)
        self.body.addWidget(self._title)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._list, 1)
        set_look(self._title, bold=True)

    def show_screen(self, screen: DeskScreen) -> None:
        """Show these people and the mark."""
        if screen.results != self._screen.results:
            self._fill(screen.results)
        self._screen = screen
        if screen.chosen is None:
            self._list.clearSelection()
        else:
            self._list.setCurrentRow(screen.chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        query = self._screen.query.strip()
        if self._screen.results:
            self._title.setText(_("Who is it?"))
            self._hint.setText(_("Choose with the arrow keys; Enter checks in."))
        else:
            self._title.setText(_("Nobody found for “{query}”").format(query=query[:60]))
            self._hint.setText(_hint_for(query))
        self._list.setAccessibleName(self._title.text())
        self._list.viewport().update()

    def _fill(self, lines: tuple[PersonLine, ...]) -> None:
        self._list.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(LINE, line)
            parts = (badge_label(line.badge_number), line.name, person_detail(line))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, parts)))
            self._list.addItem(item)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(LINE))
