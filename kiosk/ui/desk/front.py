"""What stands in front at the desk: waiting, an answer, the search list, or a panel.

The newest thing wins. A verdict covers a panel that somebody is filling in and leaves it as it
was; the way back is one key.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from kiosk.ui.desk.answer_card import AnswerCard
from kiosk.ui.desk.idle_card import IdleCard
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.result_list import ResultList
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.widgets.scrolling import scroll_area


class DeskFront(QStackedWidget):
    """``covered_changed`` says whether an open panel is hidden behind something newer.

    ``closed`` is a panel's last word, whoever put it away.
    """

    covered_changed = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.idle, self.card, self.results = IdleCard(), AnswerCard(), ResultList()
        for widget in (self.idle, self.card, self.results):
            self.addWidget(widget)
        self._screen = DeskScreen()
        self._areas: dict[DeskPanel, QScrollArea] = {}
        self._panel: DeskPanel | None = None
        self._covered = False
        self._focus: QWidget | None = None

    @property
    def panel(self) -> DeskPanel | None:
        """The panel that is open, be it covered."""
        return self._panel

    @property
    def covered(self) -> bool:
        """Whether an open panel is hidden behind something newer."""
        return self._panel is not None and self.currentWidget() is not self._areas[self._panel]

    def show_screen(self, screen: DeskScreen) -> None:
        """Show what is newest: an answer that was not there before covers a panel."""
        if screen.answer is not self._screen.answer and screen.answer is not None:
            self._cover()
        self._screen = screen
        self.idle.show_screen(screen)
        if screen.searching:
            self.results.show_screen(screen)
        elif screen.answer and screen.state:
            self.card.show_answer(screen.answer, screen.state.event)
        self._bring_forward()

    def open(self, panel: DeskPanel) -> None:
        """Put a panel in front, with the focus in it; one that was open gives way."""
        if panel not in self._areas:
            self._areas[panel] = scroll_area(panel)
            self.addWidget(self._areas[panel])
            panel.closed.connect(self.close_panel)
        self._panel, self._covered, self._focus = panel, False, None
        self._bring_forward()
        panel.setFocus()

    def uncover(self) -> None:
        """Bring the open panel back as it was left, with the focus in it."""
        if self._panel is not None:
            self._covered = False
            self._bring_forward()
            self._place_in(self._panel).setFocus()

    def close_panel(self) -> None:
        """Put the panel away."""
        self._panel, self._focus = None, None
        self._bring_forward()
        self.closed.emit()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for card in (self.idle, self.card, self.results):
            card.retranslate()
        for panel in self._areas:
            panel.retranslate()

    def hasHeightForWidth(self) -> bool:
        return False  # what does not fit scrolls in its own place, and not the whole page

    def _cover(self) -> None:
        focused = QApplication.focusWidget()
        if self._panel and focused and self._panel.isAncestorOf(focused):
            self._focus = focused
        self._covered = self._panel is not None

    def _place_in(self, panel: DeskPanel) -> QWidget:
        """Where the focus was before; the panel itself where that has gone meanwhile."""
        was, self._focus = self._focus, None
        is_there = was is not None and isValid(was) and panel.isAncestorOf(was)
        return was if was is not None and is_there and was.isVisibleTo(panel) else panel

    def _bring_forward(self) -> None:
        was_covered = self.covered
        self.setCurrentWidget(self._newest())
        if self.covered != was_covered or not self._panel:
            self.covered_changed.emit(self.covered)

    def _newest(self) -> QWidget:
        if self._screen.searching:
            return self.results
        if self._panel is not None and not self._covered:
            return self._areas[self._panel]
        if self._screen.answer and self._screen.state:
            return self.card
        return self._areas[self._panel] if self._panel else self.idle
