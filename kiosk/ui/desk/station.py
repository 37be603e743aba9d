"""The registration desk as one widget: box, card, list, counters; it decides nothing itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.desk.answer_card import AnswerCard
from kiosk.ui.desk.idle_card import IdleCard
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.result_list import ResultList
from kiosk.ui.desk.screen import DeskScreen
from kiosk.ui.desk.search_box import SearchBox
from kiosk.ui.desk.side_panel import SidePanel
from kiosk.ui.desk.wording import Action
from kiosk.ui.theme.tokens import load_tokens

LEFT_SHARE, SIDE_SHARE = 946, 360
NARROWEST_SIDE = 240
BESIDE_EMS = 34
"""A page narrower than this, in heights of its text, has the counters below the card."""


class DeskStation(QWidget):
    """``badge_wanted`` and ``brochure_wanted`` carry an attendee's id; ``judged`` a Verdict."""

    badge_wanted = Signal(object)
    brochure_wanted = Signal(object)
    judged = Signal(object)

    def __init__(self, presenter: DeskPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._box = SearchBox()
        self._idle, self._card, self._results = IdleCard(), AnswerCard(), ResultList()
        self._front = QStackedWidget()
        self._side = SidePanel()
        self._answer = presenter.screen.answer
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._box)
        presenter.show = self._render
        presenter.judged = self.judged.emit
        self._render(presenter.screen)

    def take_scan(self, text: str) -> None:
        """A scanner read something, wherever the focus was."""
        self._presenter.scanned(text)

    def refresh(self) -> None:
        """Read everything anew, because somebody else may have changed it."""
        self._presenter.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for part in (self._box, self._idle, self._card, self._results, self._side):
            part.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._box.setFocus()

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
        for card in (self._idle, self._card, self._results):
            self._front.addWidget(card)
        self._side.setMinimumWidth(NARROWEST_SIDE)
        left = QVBoxLayout()
        left.setSpacing(gap.normal)
        left.addWidget(self._box)
        left.addWidget(self._front, 1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(20)
        row.addLayout(left, LEFT_SHARE)
        row.addWidget(self._side, SIDE_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With very large text the counters go below; the page then scrolls."""
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().height() * BESIDE_EMS
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _connect(self) -> None:
        self._box.queried.connect(self._presenter.type)
        self._box.stepped.connect(self._presenter.move)
        self._box.entered.connect(self._presenter.enter)
        self._results.picked.connect(self._presenter.choose)
        self._card.acted.connect(self._act)
        for keys, gesture in (
            ("F2", self._want_badge),
            ("F3", self._want_brochure),
            ("Ctrl+Z", self._presenter.undo),
            ("Esc", self._back),
            ("Ctrl+F", self._search),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(gesture)

    def _act(self, action: Action) -> None:
        gestures: dict[Action, Callable[[], None]] = {
            Action.BADGE: self._want_badge,
            Action.BADGE_AGAIN: self._want_badge,
            Action.BROCHURE: self._want_brochure,
            Action.SEARCH: self._search,
            Action.UNDO: self._presenter.undo,
            Action.BACK: self._back,
        }
        gestures[action]()

    def _want_badge(self) -> None:
        if self._presenter.screen.attendee_id:
            self.badge_wanted.emit(self._presenter.screen.attendee_id)

    def _want_brochure(self) -> None:
        if self._presenter.screen.attendee_id:
            self.brochure_wanted.emit(self._presenter.screen.attendee_id)

    def _search(self) -> None:
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.field.selectAll()

    def _back(self) -> None:
        self._presenter.back()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _render(self, screen: DeskScreen) -> None:
        if screen.answer is not self._answer:
            self._answer = screen.answer
            self._keep_focus()
        self._box.set_query(screen.query)
        self._idle.show_screen(screen)
        self._side.show_state(screen.state)
        if screen.searching:
            self._results.show_screen(screen)
            self._front.setCurrentWidget(self._results)
        elif screen.answer and screen.state:
            self._card.show_answer(screen.answer, screen.state.event)
            self._front.setCurrentWidget(self._card)
        else:
            self._front.setCurrentWidget(self._idle)

    def _keep_focus(self) -> None:
        """The button that had the focus may go away with its card; the box is always there."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._box.setFocus()
