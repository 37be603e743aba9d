"""A painter that remembers what it wrote and where, so that tests can read a painted picture."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from kiosk.services.room import RoomView
from kiosk.ui.room.canvas import Canvas
from kiosk.ui.room.painter import Screen


@dataclass(frozen=True, slots=True)
class Written:
    """A text, its place in units, and the place that it needs."""

    text: str
    area: QRectF
    needs: QRectF


class ListeningPainter(QPainter):
    """Writes on an image, and remembers it."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: list[Written] = []
        self.circles: list[QPointF] = []

    def drawText(  # type: ignore[override]  # noqa: N802 - Qt's name; the one form the room uses
        self, area: QRectF, flags: int, text: str
    ) -> None:
        """Write, and remember where."""
        flags = flags.value if isinstance(flags, Qt.AlignmentFlag | Qt.TextFlag) else int(flags)
        needs = QFontMetricsF(self.font()).boundingRect(area, flags, text)
        self.written.append(Written(text, QRectF(area), needs))
        super().drawText(area, flags, text)

    def drawEllipse(  # type: ignore[override]  # noqa: N802 - Qt's name; the forms the room uses
        self, centre: QPointF, *radii: float
    ) -> None:
        """A dot of the board, or the whole ring."""
        if radii:
            self.circles.append(QPointF(centre))
        super().drawEllipse(centre, *radii)


def painted(
    draw: Callable[[Canvas], None], size: tuple[int, int] = (1920, 1080)
) -> ListeningPainter:
    """What was written while this was drawn on a screen of so many pixels."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    frame = Screen(*size).frame
    painter = ListeningPainter(image)
    painter.scale(frame.scale, frame.scale)
    draw(Canvas(painter, frame))
    painter.end()
    return painter


def words_of(view: RoomView, draw: Callable[[Canvas, object], None]) -> list[str]:
    """Every text of a view's picture, in the order of writing."""
    return [each.text for each in painted(lambda canvas: draw(canvas, view.scene)).written]
