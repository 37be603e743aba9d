"""What the host says to the room: the words large in the middle, the running countdown below."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from kiosk.services.room import RoomScene, RoomView
from kiosk.ui.room import words
from kiosk.ui.room.canvas import LEFT, MARGIN, Canvas, Frame, face

LARGEST, SMALLEST = 150, 36
STEP = 6
WIDEST = 1720.0
"""Longer lines are hard to follow back to the next one, however wide the screen is."""
FOOT = 190.0
FIGURES = 96.0
BEFORE = 50.0
GAP = 26.0
_CENTRED = Qt.AlignmentFlag.AlignCenter.value
_BY_WORDS = _CENTRED | Qt.TextFlag.TextWordWrap.value
_ANYWHERE = _CENTRED | Qt.TextFlag.TextWrapAnywhere.value


def draw_message(canvas: Canvas, scene: RoomScene) -> None:
    """The words as they were written, as large as all of them fit; any script, never markup."""
    area = _area(canvas.frame)
    size, flags = _fitting(scene.message, canvas.weight.bold, area)
    painter = canvas.painter
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(face(size, canvas.weight.bold))
    painter.setPen(QColor(canvas.night.text))
    painter.drawText(_balanced(scene.message, painter.font(), area), flags, scene.message)


def _area(frame: Frame) -> QRectF:
    width = min(WIDEST, frame.width - 2 * MARGIN)
    top = frame.inner.top() + 20
    return QRectF((frame.width - width) / 2, top, width, frame.height - top - FOOT - 20)


def _fitting(text: str, weight: int, area: QRectF) -> tuple[int, int]:
    """The largest size at which no word is cut; only a word without end is broken."""
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        needed = QFontMetricsF(face(size, weight)).boundingRect(area, _BY_WORDS, text)
        if needed.width() <= area.width() and needed.height() <= area.height():
            return size, _BY_WORDS
    return SMALLEST, _ANYWHERE


def _balanced(text: str, font: QFont, area: QRectF) -> QRectF:
    """As narrow as the same number of lines allows: no word is left alone on the last one."""
    metrics = QFontMetricsF(font)
    high = metrics.boundingRect(area, _BY_WORDS, text).height()
    narrower = area
    while narrower.width() > 0:
        needed = metrics.boundingRect(narrower, _BY_WORDS, text)
        if needed.height() > high or needed.width() > narrower.width():
            break
        area, narrower = narrower, narrower.adjusted(STEP, 0, -STEP, 0)
    return area


def moving_area(frame: Frame) -> QRectF:
    """Where the countdown of the running phase is."""
    return QRectF(MARGIN, frame.height - FOOT, frame.width - 2 * MARGIN, 130)


def draw_moving(canvas: Canvas, view: RoomView) -> None:
    """What runs and how long still, together in the middle, so that nobody loses the time."""
    if view.remaining is None:
        return
    area, night = moving_area(canvas.frame), canvas.night
    text, figures = words.below_message(view.scene), words.digits(view.remaining)
    weight = canvas.weight.semibold
    counted = canvas.figures_width(figures, FIGURES)
    room = area.width() - counted - GAP
    said = min(room, canvas.width_of(text, BEFORE, weight))
    left = area.center().x() - (said + GAP + counted) / 2
    # figures sit higher on their line than smaller words: both on one foot
    before = QRectF(left, area.top() + 13, said + 1, area.height())
    canvas.line(before, text, BEFORE, night.muted, weight, LEFT)
    after = QRectF(left + said + GAP, area.top(), counted + 2, area.height())
    canvas.figures(after, figures, FIGURES, night.last_minute, LEFT)
