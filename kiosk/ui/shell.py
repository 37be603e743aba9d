"""The main window: stations behind tabs, one header, one notice bar, one lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kiosk.config import ICONS
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.event import Event
from kiosk.domain.verdicts import Verdict
from kiosk.i18n import use_language
from kiosk.i18n.messages import refusal_text
from kiosk.ui.idle import IdleWatch
from kiosk.ui.idle_notice import IdleNotice
from kiosk.ui.input_watch import InputWatch
from kiosk.ui.lock_presenter import LockPresenter, Unlocks
from kiosk.ui.lockdown import LockDown
from kiosk.ui.notice_bar import NoticeBar
from kiosk.ui.shell_header import ShellHeader
from kiosk.ui.shell_layers import ShellLayers

TICK = 1000
LOG_OUT_MS = 60_000
"""For so long after the system said that it ends the session, the window closes freely."""


@runtime_checkable
class Retranslates(Protocol):
    """A station that can change its language while it runs."""

    def retranslate(self) -> None: ...


@dataclass(frozen=True)
class Page:
    """A station behind a tab; ``title`` is a message id.

    ``take_scan`` answers a scan while the page is in front, ``refresh`` reads its state anew when
    it comes there. A page ``for_visitors`` stands alone: without tabs, and left with the PIN or
    passphrase only, because other pages show names. One that ``locks_when_idle`` is not left open
    for long while nobody is at it.
    """

    key: str
    title: str
    widget: QWidget
    take_scan: Callable[[str], None] | None = None
    refresh: Callable[[], None] | None = None
    for_visitors: bool = False
    locks_when_idle: bool = True


class ShellWindow(QMainWindow):
    """Shows the pages it is given; the first that takes scans is the desk.

    ``language_changed`` carries the code of the language that the window speaks from now on.
    ``closed`` comes when it really closes.
    """

    language_changed = Signal(str)
    closed = Signal()

    def __init__(
        self,
        pages: Sequence[Page],
        clock: Clock,
        event: Event,
        unlocks: Unlocks,
        lock_down: LockDown = LockDown.TRIAL,
        idle_minutes: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages, self._clock, self._event = list(pages), clock, event
        self._lock_down, self._may_close = lock_down, lock_down.closes_freely
        self._header = ShellHeader([page.title for page in pages])
        self._notices = NoticeBar()
        self._held: tuple[str, str] | None = None
        self._stack = QStackedWidget()
        self._lock = LockPresenter(unlocks, clock)
        self._body = QWidget()
        self._layers = ShellLayers(self._lock, self._body)
        self._watch = InputWatch(clock, self)
        minutes = idle_minutes if lock_down.locks_when_idle else 0
        self._idle = IdleWatch(clock, self._watch, minutes, self._locks_when_idle, self)
        self._timer = QTimer(self)
        self._lay_out()
        self._idle_notice = IdleNotice(self._body)
        self._connect()
        self.setWindowIcon(QIcon(str(ICONS / "logo.svg")))
        self.setWindowTitle(f"Stoelendans · {event.title}")
        self._header.set_place(event.title)
        self.show_page(self._pages[0].key)
        self.refresh_time()

    @property
    def locked(self) -> bool:
        """Whether something is before the pages."""
        return self._lock.locked

    @property
    def current_key(self) -> str:
        """The key of the page in front."""
        return self._current.key

    @property
    def _current(self) -> Page:
        return self._pages[self._stack.currentIndex()]

    def show_page(self, key: str) -> None:
        """Bring a page to the front, and let it read what others changed meanwhile."""
        number = next(at for at, page in enumerate(self._pages) if page.key == key)
        self._header.choose(number)
        self._stack.setCurrentIndex(number)
        page = self._pages[number]
        self._header.setVisible(not page.for_visitors)
        page.widget.setFocus()
        if page.refresh:
            page.refresh()

    def lock_after(self, minutes: int) -> None:
        """Let pages with names lock themselves after so many quiet minutes; 0 is never."""
        self._idle.set_minutes(minutes if self._lock_down.locks_when_idle else 0)

    def route_scan(self, text: str) -> None:
        """Give a scan to the page in front if it takes scans, else to the desk, and show it."""
        takers = [page for page in self._pages if page.take_scan]
        in_front = [page for page in takers if page.key == self.current_key and not self.locked]
        if not self.locked:
            self._watch.note()
        for page in (in_front or takers)[:1]:
            assert page.take_scan
            page.take_scan(text)
            if not self.locked and page.key != self.current_key:
                self.show_page(page.key)

    def note_verdict(self, verdict: Verdict) -> None:
        """While locked, say a verdict without a name."""
        self._lock.note(verdict)

    def tell(self, words: str, tone: str = "info") -> None:
        """Show a notice to everybody; ``tone`` is info, ok, warn or bad.

        It may name somebody, and a screen reader speaks it: while locked, the latest waits.
        """
        if self.locked:
            self._held = words, tone
        else:
            self._notices.tell(words, tone)

    def tell_refusal(self, refusal: Refusal) -> None:
        """Show why something could not be done."""
        self.tell(refusal_text(refusal), "warn")

    def leave_for(self, key: str) -> None:
        """Go to another page; from a page for visitors only PIN or passphrase lead there."""
        if self.locked:
            return
        if self._current.for_visitors:
            self._lock.ask_for_page(key)
        else:
            self.show_page(key)

    def lock(self) -> None:
        """Cover every name at once."""
        self._lock.lock()

    def check(self, secret: str, then: Callable[[bool], None]) -> None:
        """Whether something is the PIN or the passphrase, for a page that asks for it itself."""
        self._lock.check(secret, then)

    def blank(self) -> None:
        """Turn dark at once."""
        self._lock.blank()

    def let_go(self) -> None:
        """The system ends the session: the window must not stand in the way.

        Should somebody call the end off, the window holds on again after a while.
        """
        self._may_close = True
        QTimer.singleShot(LOG_OUT_MS, self, self._hold_on)

    def set_language(self, code: str) -> None:
        """Speak another language everywhere."""
        use_language(code)
        self.retranslate()
        self.language_changed.emit(code)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for part in (self._header, self._notices, self._layers):
            part.retranslate()
        for page in self._pages:
            if isinstance(page.widget, Retranslates):
                page.widget.retranslate()

    def fill_screen(self) -> None:
        """Take the room that there is; at an event, all of the screen."""
        if self._lock_down.fills_screen:
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()
        else:
            self.setGeometry(self.screen().availableGeometry())
            self.showMaximized()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            self._lock.ask_to_leave()
            return
        super().closeEvent(event)
        self._watch.end()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Keys of the window manager make a window of it again; at an event it does not stay so."""
        super().changeEvent(event)
        is_shown = self.isVisible() and not self.isMinimized()
        if event.type() == QEvent.Type.WindowStateChange and is_shown and not self._may_close:
            QTimer.singleShot(0, self, self._fill_again)

    def refresh_time(self) -> None:
        """Show the venue's clock time."""
        self._header.set_time(f"{self._event.local(self._clock.now()):%H:%M}")

    def _lay_out(self) -> None:
        """From the outside in: Qt dresses all that a widget holds anew each time it moves."""
        self.setCentralWidget(self._layers)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        for page in self._pages:
            area = _scroll_area()
            self._stack.addWidget(area)
            area.setWidget(page.widget)
            page.widget.setAutoFillBackground(False)

    def _connect(self) -> None:
        self._header.chosen.connect(lambda number: self.show_page(self._pages[number].key))
        self._header.lock_wanted.connect(self.lock)
        self._header.leave_wanted.connect(self.close)
        self._header.language_wanted.connect(self.set_language)
        self._lock.opened = self.show_page
        self._lock.left = self._leave
        self._layers.uncovered.connect(self._uncovered)
        self._idle.fell_idle.connect(self.lock)
        self._idle.warned.connect(self._idle_notice.count_down)
        self._watch.panicked.connect(self.blank)
        self._watch.begin()
        for number, page in enumerate(self._pages, start=1):
            self._page_shortcut(f"Ctrl+{number}", page.key)
        for keys, act in (("Ctrl+L", self.lock), ("Ctrl+Q", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._timer.timeout.connect(self.refresh_time)
        self._timer.start(TICK)

    def _page_shortcut(self, keys: str, page_key: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.leave_for(page_key))

    def _uncover(self) -> None:
        """Take away what is before the pages."""
        self._lock.uncover()

    def _uncovered(self) -> None:
        self._watch.note()
        self._current.widget.setFocus()
        held, self._held = self._held, None
        if held is not None:
            self._notices.tell(*held)

    def _locks_when_idle(self) -> bool:
        return self._lock.page_is_open and self._current.locks_when_idle

    def _leave(self) -> None:
        self._may_close = True
        self.close()

    def _hold_on(self) -> None:
        self._may_close = self._lock_down.closes_freely

    def _fill_again(self) -> None:
        if not self.isFullScreen() and not self.isMinimized():
            self.showFullScreen()


def _scroll_area() -> QScrollArea:
    """A page that needs more room than there is, with very large text, can be scrolled."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    return area
