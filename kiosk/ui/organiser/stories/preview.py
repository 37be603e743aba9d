"""A text as the room will see it: the room's own picture, small, at 16:9."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.stories import StoryPage
from kiosk.ui.organiser.side_panel import UNBOUNDED
from kiosk.ui.theme.tokens import load_tokens

Preview: TypeAlias = Callable[[StoryPage, QSize], QImage]
"""Paints one page of a text as the room sees it, in real pixels."""

WIDE, HIGH = 16, 9
LEAST_WIDTH, USUAL_WIDTH = 240, 480
BORDER = 3
ROUNDING = 10.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class StoryPreview(QWidget):
    """``turned`` asks for so many pages on; arrow keys do, while the picture has the focus."""

    turned = Signal(int)

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._page: StoryPage | None = None
        self._image = QImage()
        self._most_high = UNBOUNDED
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: StoryPage | None, name: str) -> None:
        """Show a page; ``name`` says what it is to those who can't see it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(page.spoken if page else "")
        if page != self._page:
            self._page, self._image = page, QImage()
            self.update()

    def set_most_high(self, height: int) -> None:
        """Never take more height than this."""
        if height != self._most_high:
            self._most_high = height
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width * HIGH // WIDE, self._most_high)

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, self.heightForWidth(USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(LEAST_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self._screen()
        image = self._painted(area)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        shape = QPainterPath()
        shape.addRoundedRect(area, ROUNDING, ROUNDING)
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(load_tokens().night.background))
        if not image.isNull():
            painter.drawImage(area, image)
        painter.setClipping(False)
        light = load_tokens().light
        colour, width = (light.primary, BORDER) if self.hasFocus() else (light.line, 1)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRoundedRect(area, ROUNDING, ROUNDING)

    def _screen(self) -> QRectF:
        """The largest 16:9 within the widget."""
        room = QRectF(self.rect()).adjusted(BORDER, BORDER, -BORDER, -BORDER)
        width = min(room.width(), room.height() * WIDE / HIGH)
        area = QRectF(0, 0, width, width * HIGH / WIDE)
        area.moveCenter(room.center())
        return area

    def _painted(self, area: QRectF) -> QImage:
        """The room's picture in the pixels of this screen; painted once for each size."""
        pixels = (area.size() * self.devicePixelRatioF()).toSize()
        if self._page is not None and self._image.size() != pixels and not pixels.isEmpty():
            self._image = self._preview(self._page, pixels)
        return self._image
