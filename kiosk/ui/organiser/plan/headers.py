"""The headings of the grid: rounds above, with where the day is, and people at the left."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kiosk.domain.plan import RoundStanding
from kiosk.ui.organiser.plan.cell_painter import GAP
from kiosk.ui.organiser.plan.model import PlanModel
from kiosk.ui.organiser.plan.painting import fitted_text, sign
from kiosk.ui.theme.style import text_font, text_scale
from kiosk.ui.theme.tokens import load_tokens

BADGE_WIDTH = 32
TEXT = 14
HEADING = 15
SIGN = 15
ROUND_HEIGHT = 36
SIGNS = {
    RoundStanding.DONE: "check",
    RoundStanding.RUNNING: "play",
    RoundStanding.ANNOUNCED: "signpost",
}


class RoundHeader(QHeaderView):
    """The rounds, which stay in sight above the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.fit()
        self.setHighlightSections(False)

    def fit(self) -> None:
        """Take the height that the text size asks for."""
        self.setFixedHeight(round(ROUND_HEIGHT * text_scale()))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802
        light = load_tokens().light
        model = self.model()
        assert isinstance(model, PlanModel)
        face = model.round_face(logical)
        painter.fillRect(rect, QColor(light.surface))
        heading = text_font(HEADING, load_tokens().font.weights.bold)
        painter.setFont(heading)
        is_done = face.standing is RoundStanding.DONE
        ink = light.muted if is_done else light.ink
        painter.setPen(QColor(ink))
        area = rect.adjusted(0, 0, -GAP, -GAP)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, face.text)
        name = SIGNS.get(face.standing)
        if name:
            size = round(SIGN * text_scale())
            words = QFontMetrics(heading).horizontalAdvance(face.text)
            left = area.center().x() + words // 2 + 6
            at = QRect(left, area.center().y() - size // 2, size, size)
            dpr = painter.device().devicePixelRatio()
            painter.drawPixmap(at, sign(name, ink, size, dpr))


class NameHeader(QHeaderView):
    """Badge number and name, which stay in sight left of the grid."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = width
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

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
