"""The room display's window: it repaints when something visible changes, and only that."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.clock import SystemClock
from kiosk.domain.countdown import Countdown
from kiosk.i18n import _
from kiosk.services.room import RoomSnapshot, RoomState, RoomView
from kiosk.ui.room import board, ring, words
from kiosk.ui.room.fade import Fade
from kiosk.ui.room.painter import RINGED, Look, RoomPainter, Screen, changed_rect, look_of
from kiosk.ui.room.pixels import in_pixels, in_window, in_window_region, screen_of
from kiosk.ui.room.presenter import RoomPresenter, Slide, slide_of, stilled

FRAME = 1 / 60
COUNTING_LOOK = 0.2
"""How often the clock is looked at while something counts: whatever stopped the program or the
laptop, the time is right again this soon. A look alone repaints nothing."""
IDLE_LOOK = 1.0
LONGEST_BLINK = 1.5
"""After a longer sleep or stall the former picture is no longer true, and is not shown again."""
PREPARE_MS = 500
SMALLEST = QSize(320, 180)


class RoomWindow(QWidget):
    """Paints what its presenter says.

    ``show_snapshot`` is called at each change of the event; between changes the window works out
    by itself when the next visible change is due. ``seconds`` is a clock for pages and fades,
    which run in real time even when a rehearsal runs fast. Several windows with one presenter
    mirror each other.
    """

    closed = Signal()

    def __init__(
        self,
        presenter: RoomPresenter,
        parent: QWidget | None = None,
        seconds: Callable[[], float] = SystemClock().monotonic,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._seconds = seconds
        self._painter = RoomPainter()
        self._look: Look | None = None
        self._view: RoomView | None = None
        self._slide: Slide | None = None
        self._fade = Fade(seconds)
        self._looked = seconds()
        self._still = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._soon = QTimer(self, singleShot=True, interval=PREPARE_MS)
        self._soon.timeout.connect(self._prepare)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # coming back on a beamer must not take the keyboard, and a scan, from the desk
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(SMALLEST)
        self.retranslate()

    def show_snapshot(self, snapshot: RoomSnapshot, countdown: Countdown | None = None) -> None:
        """Show another state of the event."""
        self._presenter.take(snapshot, countdown)
        self.refresh()

    def hold(self) -> None:
        """Say that we will be right back."""
        self._presenter.hold()
        self.refresh()

    def release(self) -> None:
        """Go on after :meth:`hold`."""
        self._presenter.release()
        self.refresh()

    def set_still(self, *, still: bool) -> None:
        """Without fades, a ring that moves once a second and does not swell."""
        self._still = still
        self.refresh()

    def retranslate(self) -> None:
        """Name the window in the language of the staff; its content follows the event."""
        self.setWindowTitle(_("Room display"))
        self.setAccessibleName(_("Room display"))

    def refresh(self) -> None:
        """Look at the clock; repaint only what changed, and sleep until the next look."""
        view = self._view_now()
        if view is None:
            return
        page = self._page(view)
        self._begin_fade(view, page)
        look = look_of(view, page, self._screen().frame)
        self._view = view
        if look != self._look:
            self._repaint(look)
        elif self._fade.is_running:
            self.update(self._fading())
        self._sleep(view)

    def _fading(self) -> QRegion:
        """Where the picture changes while one fades into the other."""
        region = self._fade.region
        return QRegion(self.rect()) if region is None else in_window_region(self, region)

    def _view_now(self) -> RoomView | None:
        view = self._presenter.view()
        return stilled(view) if view is not None and self._still else view

    def _page(self, view: RoomView) -> int:
        pager, now = self._presenter.pager, self._seconds()
        pager.see(view, now)
        if view.scene.state is not RoomState.BOARD:
            return 0
        return pager.page(board.turning_of(self._screen().frame, view.scene), now)

    def _begin_fade(self, view: RoomView, page: int) -> None:
        former, self._slide = self._slide, slide_of(view.scene, page)
        is_seen = self.isVisible() and self.windowHandle().isExposed()
        looked, self._looked = self._looked, self._seconds()
        if self._still or not is_seen or self._looked - looked > LONGEST_BLINK:
            self._fade.stop()  # a window that nobody sees is not painted, and would never end it
        elif self._slide != former and self._view and self._look:
            self._fade_from(self._view, self._look.page, view, page)

    def _fade_from(self, former: RoomView, before: int, view: RoomView, page: int) -> None:
        """Where only a page turns, what it has in common with the next one need not fade."""
        screen, painter = self._screen(), self._painter
        if view.scene == former.scene and not self._fade.is_running:
            turns = painter.turning(screen, view, before, page)
            self._fade.begin(painter.page_without_seconds(screen, view, before), turns)
        else:
            self._fade.begin(painter.picture(screen, former, before))

    def _repaint(self, look: Look) -> None:
        """Only the figures, when nothing but them changed; and of a turning page what differs."""
        former, self._look = self._look, look
        if former and self._view and former.scene == look.scene and self._is_partly(former, look):
            changed = changed_rect(self._screen(), self._view, former, look)
            self.update(in_window(self, changed))
            if self._fade.is_running:
                self.update(self._fading())
        else:
            self.update()
        if former is None or (former.scene, former.page) != (look.scene, look.page):
            self.setAccessibleDescription(words.summary(look.scene))
            self._soon.start()

    def _is_partly(self, former: Look, look: Look) -> bool:
        """Whether most of the picture stays as it is."""
        if self._fade.is_running:
            return self._fade.region is not None
        return former.page == look.page

    def _prepare(self) -> None:
        """Paint the page that comes next beforehand, so that it turns without a stop."""
        if self._view is None or self._look is None:
            return
        if self._fade.is_running:
            self._soon.start()
        elif self._view.scene.state is RoomState.BOARD:
            pages = board.turning_of(self._screen().frame, self._view.scene).pages
            following = (self._look.page + 1) % pages
            self._painter.prepare(self._screen(), self._view, self._look.page, following)

    def _sleep(self, view: RoomView) -> None:
        if not self.isVisible():
            self._timer.stop()
            return
        self._timer.start(max(1, math.ceil(self._seconds_to_change(view) * 1000)))

    def _seconds_to_change(self, view: RoomView) -> float:
        if self._fade.is_running or view.pulse:
            return FRAME
        wait = self._presenter.seconds_to_change(view, self._pixels_per_second(view))
        if view.scene.state is RoomState.BOARD:
            turning = board.turning_of(self._screen().frame, view.scene)
            wait = min(wait, self._presenter.pager.seconds_left(turning, self._seconds()))
        look = IDLE_LOOK if view.remaining is None else COUNTING_LOOK
        return max(FRAME, min(wait, look))

    def _pixels_per_second(self, view: RoomView) -> float:
        if self._still or view.scene.state not in RINGED or not view.remaining:
            return 0.0
        left = ring.arc_steps(self._screen().frame, view)
        return left / view.remaining if view.remaining > 0 else 0.0

    def _screen(self) -> Screen:
        return screen_of(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._view is None or self._look is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        view = self._as_of_now(self._view)
        seen = in_pixels(self, event.rect())
        self._painter.paint(painter, self._screen(), view, self._look.page, seen)
        self._fade.paint(painter)

    def _as_of_now(self, view: RoomView) -> RoomView:
        """The figures of this moment: the system may want a frame before any timer has come."""
        now = self._view_now()
        if now is None or now.remaining is None or view.remaining is None:
            return view
        if now.scene != view.scene:
            self._timer.start(0)
        return replace(view, remaining=now.remaining, share=now.share)

    def event(self, event: QEvent) -> bool:
        """Another size, scale or screen needs another picture."""
        kinds = (
            QEvent.Type.Resize,
            QEvent.Type.DevicePixelRatioChange,
            QEvent.Type.ScreenChangeInternal,
        )
        handled = super().event(event)
        if event.type() in kinds:
            self._fade.stop()
            self._look = None
            self.refresh()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look = None
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._soon.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
