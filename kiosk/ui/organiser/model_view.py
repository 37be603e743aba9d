"""The picture of the logic model: columns of boxes, and the lines between them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.results_state import Box, BoxColumn
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import PlainLabel, ProgressBar

LINE = "#C9C2B4"
RADIUS = 10
BETWEEN = 30
LEAST_WIDTH = 168


def _colour(tone: str) -> str:
    tokens = load_tokens()
    colours = {
        "muted": tokens.light.muted,
        "primary": tokens.light.primary,
        "info": tokens.state.info,
        "warn": tokens.state.warn,
    }
    return colours[tone]


class ModelView(QScrollArea):
    """Shows a logic model; scrolls where it is larger than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[BoxColumn, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def retranslate(self) -> None:
        """Name the picture in the language in use."""
        self.setAccessibleName(_("Logic model"))

    def show_model(self, columns: tuple[BoxColumn, ...]) -> None:
        """Show another model; an equal one stays as it is."""
        if columns == self._shown:
            return
        self._shown = columns
        picture = _Picture(columns)
        self.setWidget(picture)
        picture.setAutoFillBackground(False)


class _Picture(QWidget):
    """All columns, with the lines painted behind them."""

    def __init__(self, columns: tuple[BoxColumn, ...]) -> None:
        super().__init__()
        self._boxes: dict[str, _BoxFrame] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 4)
        row.setSpacing(BETWEEN)
        for column in columns:
            row.addLayout(self._column(column), 1)

    def _column(self, column: BoxColumn) -> QVBoxLayout:
        whole = QVBoxLayout()
        whole.setSpacing(12)
        title = PlainLabel(column.title, look="strong", tone=column.tone)
        title.setWordWrap(True)
        whole.addWidget(title)
        for box in column.boxes:
            self._boxes[box.key] = _BoxFrame(box, _colour(column.tone))
            whole.addWidget(self._boxes[box.key])
        whole.addStretch()
        return whole

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LINE), 2))
        for path in self._lines():
            painter.drawPath(path)

    def _lines(self) -> Iterator[QPainterPath]:
        for start in self._boxes.values():
            for key in start.box.leads_to:
                end = self._boxes.get(key)
                if end is not None:
                    yield _line(start.right_middle(), end.left_middle())


def _line(start: QPoint, end: QPoint) -> QPainterPath:
    """A line that leaves and arrives level."""
    middle = (start.x() + end.x()) / 2
    path = QPointF(start), QPointF(middle, start.y()), QPointF(middle, end.y()), QPointF(end)
    line = QPainterPath(path[0])
    line.cubicTo(*path[1:])
    return line


class _BoxFrame(QWidget):
    """One box: what it is, its figure, and a bar where it is a part of a whole."""

    def __init__(self, box: Box, colour: str) -> None:
        super().__init__()
        self.box = box
        self._colour = colour
        self.setMinimumWidth(round(LEAST_WIDTH * text_scale()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        body = QVBoxLayout(self)
        body.setContentsMargins(13, 8, 13, 9)
        body.setSpacing(2)
        title = PlainLabel(box.title, look="caption")
        title.setWordWrap(True)
        set_look(title, bold=True)
        body.addWidget(title)
        if box.text:
            text = PlainLabel(box.text, look="caption", tone="muted")
            text.setWordWrap(True)
            body.addWidget(text)
        if box.share is not None:
            bar = ProgressBar(colour, height=7)
            bar.set_share(*box.share)
            bar.setAccessibleName(box.title)
            body.addSpacing(2)
            body.addWidget(bar)
        self.setAccessibleName(f"{box.title}. {box.text}")

    def left_middle(self) -> QPoint:
        """Where lines arrive."""
        return QPoint(self.x(), self.y() + self.height() // 2)

    def right_middle(self) -> QPoint:
        """Where lines leave."""
        return QPoint(self.x() + self.width(), self.y() + self.height() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), 1.3))
        painter.setBrush(QColor(load_tokens().light.surface))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, RADIUS, RADIUS, Qt.SizeMode.AbsoluteSize)
