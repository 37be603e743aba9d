"""The registration desk as one widget: box, card, list, counters; it decides nothing itself."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.desk.front import DeskFront
from kiosk.ui.desk.lights import Light
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.presenter import DeskPresenter
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
    """The desk. Its wishes to others are signals.

    ``badge_wanted``, ``brochure_wanted`` and ``details_wanted`` carry an attendee's id, ``judged``
    a Verdict, ``late_undo_wanted`` the DeskRecord of whose check-in it is. ``others_changed``
    follows what another desk did.
    """

    badge_wanted = Signal(object)
    brochure_wanted = Signal(object)
    details_wanted = Signal(object)
    walk_in_wanted = Signal()
    call_list_wanted = Signal()
    device_wanted = Signal(str)
    late_undo_wanted = Signal(object)
    judged = Signal(object)
    others_changed = Signal()

    def __init__(self, presenter: DeskPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._box = SearchBox()
        self._front = DeskFront()
        self._side = SidePanel(presenter.clock)
        self._answer = presenter.screen.answer
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._box)
        presenter.show = self._render
        presenter.judged = self.judged.emit
        presenter.too_late = self.late_undo_wanted.emit
        presenter.others_changed = self.others_changed.emit
        self._render(presenter.screen)

    @property
    def panel(self) -> DeskPanel | None:
        """The panel that is open, if any."""
        return self._front.panel

    def take_scan(self, text: str) -> None:
        """A scanner read something, wherever the focus was."""
        panel = self._front.panel if self._panel_in_front() else None
        if panel is None or not panel.take_scan(text):
            self._presenter.scanned(text)

    def refresh(self) -> None:
        """Read everything anew, because somebody else may have changed it."""
        self._presenter.refresh()

    def open_panel(self, panel: DeskPanel) -> None:
        """Put a panel in the place of the card."""
        self._presenter.type("")
        self._front.open(panel)
        self._show_the_top()

    def show_beside(self, widget: QWidget | None) -> None:
        """Show something beside the card, in the place of the last scans; None brings them back."""
        self._side.show_dock(widget)

    def show_printer(self, light: Light) -> None:
        """Say how it goes with printing."""
        self._side.show_printer(light)

    def show_camera(self, light: Light) -> None:
        """Say how the camera is doing."""
        self._side.show_camera(light)

    def close_panel(self) -> None:
        """Put the panel away; the box has the focus again."""
        self._front.close_panel()

    def set_still(self, *, still: bool) -> None:
        """Let nothing move of itself: for pictures, and for whom motion troubles."""
        self._front.card.set_still(still=still)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for part in (self._box, self._front, self._side):
            part.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.look_around()  # what others did while the lock or a page was in front
        self._box.setFocus()

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
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
        presenter, box, front = self._presenter, self._box, self._front
        box.queried.connect(presenter.type)
        box.stepped.connect(presenter.move)
        box.entered.connect(presenter.enter)
        box.walk_in_wanted.connect(self.walk_in_wanted)
        box.panel_wanted.connect(self._back_to_panel)
        front.closed.connect(box.setFocus)
        front.covered_changed.connect(box.show_covered_panel)
        front.results.picked.connect(presenter.choose)
        front.card.acted.connect(self._act)
        self._side.call_list_wanted.connect(self.call_list_wanted)
        self._side.wanted.connect(self.device_wanted)
        for keys, gesture in (
            ("F2", self._want_badge),
            ("F3", self._want_brochure),
            ("F4", self._want_details),
            ("F5", self.walk_in_wanted.emit),
            ("F6", self._check_out),
            ("F7", self._say_yes),
            ("F8", lambda: self.device_wanted.emit("camera")),
            ("F9", self.call_list_wanted.emit),
            ("Ctrl+Z", self._undo),
            ("Esc", self._back),
            ("Ctrl+F", self._search),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)  # a key that is held does it once
            shortcut.activated.connect(gesture)

    def _act(self, action: Action) -> None:
        gestures: dict[Action, Callable[[], object]] = {
            Action.BADGE: self._want_badge,
            Action.BADGE_AGAIN: self._want_badge,
            Action.BROCHURE: self._want_brochure,
            Action.EDIT: self._want_details,
            Action.CHECK_OUT: self._check_out,
            Action.CONSENT: self._say_yes,
            Action.EXPECT: self._say_yes,
            Action.SEARCH: self._search,
            Action.UNDO: self._undo,
            Action.BACK: self._back,
        }
        gestures[action]()

    def _in_front(self) -> UUID | None:
        """Whom the card is about; nobody while it is behind a panel."""
        return None if self._panel_in_front() else self._presenter.screen.attendee_id

    def _panel_in_front(self) -> bool:
        return self._front.panel is not None and not self._front.covered

    def _want_badge(self) -> None:
        if attendee_id := self._in_front():
            self.badge_wanted.emit(attendee_id)

    def _want_brochure(self) -> None:
        if attendee_id := self._in_front():
            self.brochure_wanted.emit(attendee_id)

    def _want_details(self) -> None:
        if attendee_id := self._in_front():
            self.details_wanted.emit(attendee_id)

    def _check_out(self) -> None:
        if self._in_front():
            self._presenter.check_out()

    def _say_yes(self) -> None:
        """One key for the one question that a card can ask."""
        if self._in_front():
            self._presenter.consent()
            self._presenter.expect()

    def _undo(self) -> None:
        if not self._panel_in_front():
            self._presenter.undo()

    def _search(self) -> None:
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.field.selectAll()

    def _back(self) -> None:
        if self._presenter.screen.searching or not self._front.covered:
            if self._front.panel and not self._presenter.screen.searching:
                self._front.panel.closed.emit()
            else:
                self._presenter.back()
            self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._front.uncover()

    def _back_to_panel(self) -> None:
        """Out of an answer or of the search list, into the panel behind it."""
        self._presenter.type("")
        self._front.uncover()

    def _render(self, screen: DeskScreen) -> None:
        is_new = screen.answer is not self._answer
        self._answer = screen.answer
        self._box.set_query(screen.query)
        self._side.show_screen(screen)
        self._front.show_screen(screen)
        if is_new:
            self._keep_focus()
            self._show_the_top()

    def _show_the_top(self) -> None:
        """With very large text the page scrolls; what is new begins at its top."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.verticalScrollBar().setValue(0)

    def _keep_focus(self) -> None:
        """The button that had the focus may go away with its card; the box is always there."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._box.setFocus()
