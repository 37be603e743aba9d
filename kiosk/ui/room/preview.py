"""What the room sees now and next, small, for the host."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.clock import SystemClock
from kiosk.domain.countdown import Countdown
from kiosk.i18n import _
from kiosk.services.room import RoomSnapshot, RoomState, RoomView
from kiosk.ui.room import words
from kiosk.ui.room.board import turning_of
from kiosk.ui.room.painter import Look, RoomPainter, Screen, look_of
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import PlainLabel

LOOK_MS = 1000
USUAL = QSize(320, 180)
SMALLEST = QSize(96, 54)
_SQUARE = QSize(1, 1)


class RoomPreview(QWidget):
    """Two small pictures beside each other; each is repainted once a second at most.

    With the presenter of the room's windows it shows what they show, to the page of the board and
    while the room is told that we will be right back. ``seconds`` is the windows' clock for pages.
    """

    def __init__(
        self,
        presenter: RoomPresenter,
        parent: QWidget | None = None,
        seconds: Callable[[], float] = SystemClock().monotonic,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._seconds = presenter, seconds
        self._now, self._next = SmallPicture(), SmallPicture()
        self._captions = (PlainLabel(look="caption"), PlainLabel(look="caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(load_tokens().shape.gap.normal)
        for picture, caption in zip((self._now, self._next), self._captions, strict=True):
            column = QVBoxLayout()
            column.setSpacing(load_tokens().shape.gap.tight // 2)
            column.addWidget(caption)
            column.addWidget(picture, 1)
            row.addLayout(column, 1)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        self.retranslate()

    def show_snapshot(self, snapshot: RoomSnapshot, countdown: Countdown | None = None) -> None:
        """Show another state of the event."""
        self._presenter.take(snapshot, countdown)
        self.refresh()

    def show_shape(self, size: QSize) -> None:
        """The room's screen has this size: the pictures take its shape."""
        for picture in (self._now, self._next):
            picture.take_shape(size)

    def retranslate(self) -> None:
        """Name both pictures in the language in use."""
        names = (_("The room sees now"), _("Next in the room"))
        for name, caption, picture in zip(
            names, self._captions, (self._now, self._next), strict=True
        ):
            caption.setText(name)
            picture.setAccessibleName(name)
        self.refresh()

    def refresh(self) -> None:
        """Look at the clock, and repaint what has changed."""
        if not self.isVisible():
            return
        now, following = self._presenter.view(), self._presenter.following()
        if now is not None and following is not None:
            self._now.show_view(now, self._page(now))
            self._next.show_view(following, 0)

    def _page(self, view: RoomView) -> int:
        pager, now = self._presenter.pager, self._seconds()
        pager.see(view, now)
        if view.scene.state is not RoomState.BOARD:
            return 0
        return pager.page(turning_of(self._now.screen_of_room.frame, view.scene), now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class SmallPicture(QWidget):
    """One picture of the room in the shape of its screen, as large as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = RoomPainter()
        self._shape = QSize(1920, 1080)
        self._view: RoomView | None = None
        self._look: Look | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(SMALLEST)

    @property
    def screen_of_room(self) -> Screen:
        """The screen in the room, which decides how many pages its board has."""
        return Screen(self._shape.width(), self._shape.height())

    def take_shape(self, size: QSize) -> None:
        """Another shape from now on."""
        if not size.isEmpty():
            self._shape = size
            self.updateGeometry()
            self.update()

    def show_view(self, view: RoomView, page: int) -> None:
        """Show this; while nothing of it is another, nothing is repainted."""
        view = replace(view, pulse=0.0)
        look = look_of(view, page, self._screen().frame)
        if look == self._look:
            return
        self._view, self._look = view, look
        self.setAccessibleDescription(words.summary(view.scene))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape.height() / self._shape.width())

    def sizeHint(self) -> QSize:
        return QSize(USUAL.width(), self.heightForWidth(USUAL.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None or self._look is None:
            return
        painter = QPainter(self)
        area, ratio = self._area(), self.devicePixelRatioF()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(1 / ratio, 1 / ratio)
        self._painter.paint(painter, self._screen(), self._view, self._look.page)
        if self._view.scene.state is RoomState.BLACKOUT:
            self._say_dark(painter)

    def _say_dark(self, painter: QPainter) -> None:
        """On the host's screen, black alone could be a fault."""
        screen = self._screen()
        side = screen.height / 3
        middle = QRectF((screen.width - side) / 2, (screen.height - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, "moon", middle, load_tokens().night.faint)

    def _area(self) -> QRect:
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(_SQUARE)
        return QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())

    def _screen(self) -> Screen:
        size, ratio = self._area().size(), self.devicePixelRatioF()
        return Screen(round(size.width() * ratio), round(size.height() * ratio))
