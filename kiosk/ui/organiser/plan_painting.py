"""How a cell of the plan and its headings are painted: rounded patches, quiet headings."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kiosk.services.seating import CellKind
from kiosk.ui.organiser.plan_model import PlanModel
from kiosk.ui.organiser.plan_state import CellFace
from kiosk.ui.theme.style import font, text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import Fitted, fit

NEUTRAL = "#CBE4E3"
SAND = "#F3EEE6"
GAP = 4
PADDING = 6
RADIUS = 7
MOST_LINES = 2
MOST_LINES_OF_ALL = 3
"""A name that is too long even when small takes one line more before it is cut."""
EDGE = 3
ANY_HEIGHT = 1000
BADGE_WIDTH = 32
TEXT = 14
SMALLEST = 12
HEADING = 15
Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Strong for a wish that is met, pale for a meeting, sand for rest."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = _model(index).face(index)
        area = QRectF(option.rect).adjusted(0, 0, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_patch(painter, area, face)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area)
        _paint_text(painter, area.toRect(), face)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        face = _model(index).face(index)
        table = self.parent()
        assert isinstance(table, QTableView)
        fitted = fitted_cell(face, table.columnWidth(index.column()) - GAP - 2 * PADDING)
        high = len(fitted.lines) * QFontMetrics(fitted.font).lineSpacing()
        return QSize(80, high + 16 + GAP)


class RoundHeader(QHeaderView):
    """The rounds, which stay in sight above the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.fit()
        self.setHighlightSections(False)

    def fit(self) -> None:
        """Take the height that the text size asks for."""
        self.setFixedHeight(round(40 * text_scale()))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        painter.fillRect(rect, QColor(load_tokens().light.surface))
        painter.setFont(text_font(HEADING, load_tokens().font.weights.bold))
        painter.setPen(QColor(load_tokens().light.ink))
        text = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(0, 0, -GAP, -GAP), Qt.AlignmentFlag.AlignCenter, text)


class NameHeader(QHeaderView):
    """Badge number and name, which stay in sight left of the grid."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = width
        self.setHighlightSections(False)

    def set_width(self, width: int) -> None:
        """Take more or less room for names."""
        self._width = width
        self.setFixedWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        light, weights = load_tokens().light, load_tokens().font.weights
        model = self.model()
        assert isinstance(model, PlanModel)
        row = model.row_face(logical)
        painter.fillRect(rect, QColor(light.surface))
        middle = Qt.AlignmentFlag.AlignVCenter
        area = rect.adjusted(2, 0, -10, -GAP)
        painter.setFont(text_font(TEXT))
        painter.setPen(QColor(light.muted))
        painter.drawText(area, middle, row.badge)
        area.setLeft(area.left() + round(BADGE_WIDTH * text_scale()))
        fitted = fitted_text(row.name, HEADING, weights.semibold, area.width(), text_scale())
        painter.setFont(fitted.font)
        painter.setPen(QColor(light.ink))
        painter.drawText(area, middle, fitted.text)


def fitted_cell(face: CellFace, width: int) -> Fitted:
    """The words of a cell as they are written in so much width."""
    weights = load_tokens().font.weights
    weight = weights.semibold if face.wanted else weights.regular
    return fitted_text(face.text, TEXT, weight, width, text_scale())


@lru_cache(maxsize=2048)
def fitted_text(text: str, size: int, weight: int, width: int, scale: float) -> Fitted:
    """Two lines, smaller if need be; only what is still too long takes a third, and then ends.

    The same employers stand in every row: measured once, a large plan opens without a wait.
    """
    face, smallest = font(size * scale, weight), round(SMALLEST * scale)
    room = QSize(width, ANY_HEIGHT)
    fitted = fit(text, face, room, MOST_LINES, smallest)
    return fitted if fitted.whole else fit(text, face, room, MOST_LINES_OF_ALL, smallest)


def paint_patch(painter: QPainter, area: QRectF, face: CellFace) -> None:
    """The ground of a cell; a wish has a bright edge as well, so that colour is not alone."""
    clip = QPainterPath()
    clip.addRoundedRect(area, RADIUS, RADIUS)
    painter.fillPath(clip, QColor(_colours(face)[0]))
    if face.wanted:
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(QRectF(area.left(), area.top(), EDGE, area.height()), _sun())
        painter.restore()


def paint_focus(painter: QPainter, area: QRectF) -> None:
    """A dark ring with a light one inside it, seen on pale and on strong cells."""
    light = load_tokens().light
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, colour in ((3.0, light.surface), (1.5, light.ink)):
        painter.setPen(QPen(QColor(colour), 3))
        ring = area.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, RADIUS, RADIUS)


def _paint_text(painter: QPainter, area: QRect, face: CellFace) -> None:
    words = area.adjusted(PADDING, 0, -PADDING, 0)
    fitted = fitted_cell(face, words.width())
    painter.setFont(fitted.font)
    painter.setPen(QColor(_colours(face)[1]))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fitted.text)


def _colours(face: CellFace) -> tuple[str, str]:
    light = load_tokens().light
    if face.wanted:
        return light.primary, light.surface
    if face.kind is CellKind.TABLE:
        return NEUTRAL, light.ink
    return (SAND if face.kind is CellKind.REST else light.surface), light.muted


def _sun() -> QColor:
    return QColor(load_tokens().light.sun)


def _model(index: Index) -> PlanModel:
    model = index.model()
    assert isinstance(model, PlanModel)
    return model
