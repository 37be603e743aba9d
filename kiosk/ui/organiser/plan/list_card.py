"""The list below the grid: wishes that are not met, or the versions of the plan."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.i18n import _
from kiosk.ui.organiser.plan.row_painting import paint_row_ground, paint_row_words
from kiosk.ui.organiser.plan.state import ListFace, ListLine
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import Card, IconButton, PlainLabel

ROW = 44
HEIGHT = 230
LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ListCard(Card):
    """``closed`` puts it away; ``chosen`` carries the person of a line; ``came`` when it opens."""

    closed = Signal()
    chosen = Signal(object)
    version_chosen = Signal(int)
    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._face: ListFace | None = None
        self._title = PlainLabel(look="strong")
        self._close = IconButton("cross", "")
        self._empty = PlainLabel(tone="muted")
        self.rows = _Rows()
        self._close.clicked.connect(self.closed)
        self.rows.left.connect(self.closed)
        self.rows.itemActivated.connect(self._choose)
        self.rows.itemClicked.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.body.setContentsMargins(22, 6, 8, 8)
        self.body.addLayout(head)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.rows, 1)
        self.hide()

    def retranslate(self) -> None:
        """Name the button in the language in use."""
        self._close.set_meaning(_("Close"))

    def show_face(self, face: ListFace | None) -> None:
        """Show a list, or nothing; another list than before gets the focus."""
        before, self._face = self._face, face
        self.setVisible(face is not None)
        if face is None or face == before:
            return
        self.setFixedHeight(round(HEIGHT * text_scale()))
        self._title.setText(face.title)
        self._empty.setText(face.empty)
        self._empty.setVisible(not face.lines)
        self.rows.setVisible(bool(face.lines))
        self.rows.show_lines(face)
        if before is None or before.kind is not face.kind:
            (self.rows if face.lines else self._close).setFocus()
            self.came.emit()

    def _choose(self, item: QListWidgetItem) -> None:
        line = item.data(LINE)
        if isinstance(line, ListLine) and line.person is not None:
            self.chosen.emit(line.person)
        elif isinstance(line, ListLine) and line.version is not None:
            self.version_chosen.emit(line.version)


class _Rows(QListWidget):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_LinePainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._is_second = False

    def show_lines(self, face: ListFace) -> None:
        """The place in the list stays, as far as it can."""
        at = max(self.currentRow(), 0)
        self.clear()
        self.setAccessibleName(face.title)
        for line in face.lines:
            item = QListWidgetItem(line.text)
            item.setData(LINE, line)
            spoken = f"{line.text}, {line.detail}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        if face.lines:
            self.setCurrentRow(min(at, len(face.lines) - 1))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The first half of it has chosen already, and the list may be another one since."""
        self._is_second = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_second:
            super().mouseReleaseEvent(event)
        self._is_second = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _LinePainter(QStyledItemDelegate):
    """What it says at the left, how strong or which state at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(ROW * text_scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        assert isinstance(line, ListLine)
        painter.save()
        area = paint_row_ground(painter, option)
        paint_row_words(painter, area, line.text, line.detail, is_bold=line.marked)
        painter.restore()
