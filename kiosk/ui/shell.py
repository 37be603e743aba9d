"""The main window: stations behind tabs, one header, one notice bar, one lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kiosk.config import ICONS
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.event import Event
from kiosk.domain.verdicts import Verdict
from kiosk.i18n import use_language
from kiosk.i18n.messages import refusal_text
from kiosk.ui.lock_cover import LockCover
from kiosk.ui.notice_bar import NoticeBar
from kiosk.ui.shell_header import ShellHeader
from kiosk.ui.theme.style import set_look

TICK = 1000


@runtime_checkable
class Retranslates(Protocol):
    """A station that can change its language while it runs."""

    def retranslate(self) -> None: ...


@dataclass(frozen=True)
class Page:
    """A station behind a tab; ``title`` is a message id.

    ``take_scan`` answers a scan while the page is in front, ``refresh`` reads its state anew when
    it comes there. A page ``for_visitors`` stands alone: without tabs, and left with the
    passphrase only, because other pages show names.
    """

    key: str
    title: str
    widget: QWidget
    take_scan: Callable[[str], None] | None = None
    refresh: Callable[[], None] | None = None
    for_visitors: bool = False


class ShellWindow(QMainWindow):
    """Shows the pages it is given; the first that takes scans is the desk.

    ``unlock`` says whether a passphrase is the right one. ``language_changed`` carries the code
    of the language that the window speaks from now on.
    """

    language_changed = Signal(str)
    closed = Signal()

    def __init__(
        self,
        pages: Sequence[Page],
        clock: Clock,
        event: Event,
        unlock: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages, self._clock, self._event = list(pages), clock, event
        self._header = ShellHeader([page.title for page in pages])
        self._notices = NoticeBar()
        self._stack = QStackedWidget()
        self._cover = LockCover(unlock, self._unlocked, self._uncover)
        self._wanted = ""
        self._layers = QStackedWidget()
        self._timer = QTimer(self)
        self._lay_out()
        self._connect()
        self.setWindowIcon(QIcon(str(ICONS / "logo.svg")))
        self.setWindowTitle(f"Stoelendans · {event.title}")
        self._header.set_place(event.title)
        self.show_page(self._pages[0].key)
        self.refresh_time()

    @property
    def locked(self) -> bool:
        """Whether the cover is in front."""
        return self._layers.currentWidget() is self._cover

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

    def route_scan(self, text: str) -> None:
        """Give a scan to the page in front if it takes scans, else to the desk, and show it."""
        takers = [page for page in self._pages if page.take_scan]
        in_front = [page for page in takers if page.key == self.current_key and not self.locked]
        for page in (in_front or takers)[:1]:
            assert page.take_scan
            page.take_scan(text)
            if not self.locked and page.key != self.current_key:
                self.show_page(page.key)

    def note_verdict(self, verdict: Verdict) -> None:
        """While locked, say a verdict without a name."""
        if self.locked:
            self._cover.note(verdict)

    def tell(self, words: str, tone: str = "info") -> None:
        """Show a notice to everybody; ``tone`` is info, ok, warn or bad."""
        self._notices.tell(words, tone)

    def tell_refusal(self, refusal: Refusal) -> None:
        """Show why something could not be done."""
        self._notices.tell(refusal_text(refusal), "warn")

    def leave_for(self, key: str) -> None:
        """Go to another page; from a page for visitors only the passphrase leads there."""
        if self._current.for_visitors and not self.locked:
            self._wanted = key
            self._cover.offer_way_back()
            self._layers.setCurrentWidget(self._cover)
            self._cover.setFocus()
        elif not self.locked:
            self.show_page(key)

    def lock(self) -> None:
        """Cover every name at once."""
        self._layers.setCurrentWidget(self._cover)
        self._cover.setFocus()

    def set_language(self, code: str) -> None:
        """Speak another language everywhere."""
        use_language(code)
        self.retranslate()
        self.language_changed.emit(code)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for part in (self._header, self._notices, self._cover):
            part.retranslate()
        for page in self._pages:
            if isinstance(page.widget, Retranslates):
                page.widget.retranslate()

    def fill_screen(self) -> None:
        """Take all the room there is, with or without a window manager's help."""
        self.setGeometry(self.screen().availableGeometry())
        self.showMaximized()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        """From the outside in: Qt dresses all that a widget holds anew each time it moves."""
        self.setCentralWidget(self._layers)
        set_look(self._layers, paper=True)
        body = QWidget()
        self._layers.addWidget(body)
        self._layers.addWidget(self._cover)
        column = QVBoxLayout(body)
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
        self._header.language_wanted.connect(self.set_language)
        for number, page in enumerate(self._pages, start=1):
            self._shortcut(f"Ctrl+{number}", page.key)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock)
        self._timer.timeout.connect(self.refresh_time)
        self._timer.start(TICK)

    def _shortcut(self, keys: str, page_key: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.leave_for(page_key))

    def _unlocked(self) -> None:
        wanted, self._wanted = self._wanted, ""
        self._uncover()
        if wanted:
            self.show_page(wanted)

    def _uncover(self) -> None:
        self._layers.setCurrentIndex(0)
        self._current.widget.setFocus()

    def refresh_time(self) -> None:
        """Show the venue's clock time."""
        self._header.set_time(f"{self._event.local(self._clock.now()):%H:%M}")


def _scroll_area() -> QScrollArea:
    """A page that needs more room than there is, with very large text, can be scrolled."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    return area
