"""The desk's lights: scanner, printer, camera; and the way to this desk's settings."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.folding_row import FoldingRow
from kiosk.ui.desk.lights import Light, Lights, LightTone
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.style import font, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.buttons import icon_size
from kiosk.ui.widgets.text import Fitted, fit, plain_tip

GAP, SIDE, LIGHT = 8, 10, 12
LEAST_EMS = 5
LINES, SMALLEST = 3, 12


class StatusStrip(FoldingRow):
    """Three lights with words and a gear; ``wanted`` says which was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(GAP, parent)
        self._lights = Lights()
        self._scanner, self._printer = LightButton("qr-scan"), LightButton("printer")
        self._camera, self._settings = LightButton("camera"), LightButton("gear")
        for name, button in (
            ("scanner", self._scanner),
            ("printer", self._printer),
            ("camera", self._camera),
            ("settings", self._settings),
        ):
            button.clicked.connect(partial(self.wanted.emit, name))
            self.add(button, least=LEAST_EMS)
        self.retranslate()

    def show_lights(self, lights: Lights) -> None:
        """Show how things are."""
        if lights != self._lights:
            self._lights = lights
            self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._scanner.show_light(self._lights.scanner, _("Scanner"))
        self._printer.show_light(self._lights.printer, _("Printer"))
        self._camera.show_light(self._lights.camera, _("Camera"))
        self._settings.show_light(None, _("Settings"))
        self._settings.setAccessibleName(_("Settings of this desk"))


class LightButton(QPushButton):
    """An icon with a light at its corner, and words on as few lines as they fit."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._light: Light | None = None
        self._fitted: Fitted | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click one types on in the box
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_light(self, light: Light | None, name: str) -> None:
        """Show a light with its words; the device's name alone where there are none."""
        words = light.words if light and light.words else name
        if (light, words) != (self._light, self.text()):
            self._light, self._fitted = light, None
            self.setText(words)
            self.setAccessibleName(words)
            self.setToolTip(plain_tip(words))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(icon_size() * 5, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        size = icon_size()
        icon = QRectF(SIDE, (self.height() - size) / 2, size, size)
        draw_icon(painter, self._icon_name, icon, load_tokens().light.ink)
        if self._light:
            _paint_light(painter, icon.bottomRight(), self._light.tone)
        self._paint_words(painter, round(icon.right()) + round(SIDE * text_scale()))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        room = QRect(left, 4, self.width() - left - SIDE // 2, self.height() - 8)
        tokens = load_tokens().font
        face = font(tokens.size.caption * text_scale(), tokens.weights.semibold)
        self._fitted = fit(self.text(), face, room.size(), LINES, SMALLEST)
        painter.setFont(self._fitted.font)
        painter.setPen(QColor(load_tokens().light.ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, middle | Qt.TextFlag.TextHideMnemonic, self._fitted.text)


def _paint_light(painter: QPainter, corner: QPointF, tone: LightTone) -> None:
    """A full disc, an open ring or a triangle, so that it can be told without colour."""
    tokens = load_tokens()
    side = LIGHT * text_scale()
    area = QRectF(corner.x() - side * 0.6, corner.y() - side * 0.7, side, side)
    painter.setPen(QPen(QColor(tokens.light.surface), 2))
    if tone is LightTone.OK:
        painter.setBrush(QColor(tokens.state.ok))
        painter.drawEllipse(area)
    elif tone is LightTone.WARN:
        painter.setBrush(QColor(tokens.state.warn))
        top = QPointF(area.center().x(), area.top() - 2)
        painter.drawPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft()]))
    else:
        painter.setBrush(QColor(tokens.light.surface))
        painter.drawEllipse(area)
        painter.setPen(QPen(QColor(tokens.light.muted), 2))
        painter.drawEllipse(area.adjusted(2, 2, -2, -2))
