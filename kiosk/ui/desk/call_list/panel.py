"""The call list on screen."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.call_list.presenter import CallListPresenter
from kiosk.ui.desk.call_list.row import CallRowCard
from kiosk.ui.desk.call_list.state import CallRow, CallScreen
from kiosk.ui.desk.call_list.wording import empty_words, more_words, title_words
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.widgets import ActionButton, PlainLabel
from kiosk.ui.widgets.scrolling import scroll_area

LONGEST_QUERY = 80


class CallListPanel(DeskPanel):
    """``checked_in`` carries the Verdict of whoever came; ``changed`` follows a "not coming"."""

    checked_in = Signal(object)
    changed = Signal()

    def __init__(self, presenter: CallListPresenter, parent: QWidget | None = None) -> None:
        super().__init__("people", parent)
        self._presenter = presenter
        self._rows: tuple[CallRow, ...] = ()
        self._filter = _FilterField()
        self._filter.setMaxLength(LONGEST_QUERY)
        self._empty = PlainLabel(look="title", tone="muted")
        self._more = ActionButton("", "chevron-down")
        self._cards: list[CallRowCard] = []
        self._is_stale = True
        self._last: QWidget = self._filter
        self._lay_out()
        self._filter.textChanged.connect(presenter.filter)
        self._filter.went_down.connect(lambda: self._go_to(0))
        self._more.clicked.connect(presenter.show_more)
        self.closed.connect(self._close_list)
        self.setFocusProxy(self._filter)
        presenter.show = self._render
        presenter.checked_in = self.checked_in.emit
        presenter.changed = self.changed.emit
        self.retranslate()

    def refresh(self) -> None:
        """Read anew who is missing; out of sight, once it is in sight again."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._presenter.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self._filter.setPlaceholderText(_("Filter by name, badge or organisation"))
        self._filter.setAccessibleName(_("Filter by name, badge or organisation"))
        self._render(self._presenter.screen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._more)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch()
        self._area = scroll_area(inside)
        self._area.setMinimumHeight(120)
        self.body.addWidget(self._filter)
        self.body.addWidget(self._area, 1)

    def _render(self, screen: CallScreen) -> None:
        self.set_title(title_words(screen))
        while len(self._cards) < len(screen.rows):
            self._add_card(len(self._cards))
        with self._keeping_focus():
            self._rows = screen.rows
            for at, card in enumerate(self._cards):
                if at < len(screen.rows):
                    card.show_row(screen.rows[at])
                card.setVisible(at < len(screen.rows))
        empty = empty_words(screen)
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        self._more.setText(more_words(screen))
        self._more.setVisible(screen.more > 0)

    @contextmanager
    def _keeping_focus(self) -> Iterator[None]:
        """The focus stays with its person; when they have left the list, with the next one."""
        was_at = self._focused_at()
        before = self._rows[was_at].attendee_id if was_at is not None else None
        yield
        if was_at is not None and before is not None:
            places = {row.attendee_id: at for at, row in enumerate(self._rows)}
            at = places.get(before, min(was_at, len(self._rows) - 1))
            if at != was_at or before not in places:
                self._go_to(at)

    def _focused_at(self) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        holding = (at for at, card in enumerate(self._cards) if card.isAncestorOf(focused))
        return next(holding, None)

    def _add_card(self, at: int) -> None:
        card = CallRowCard()
        card.declined.connect(lambda: self._presenter.toggle_coming(self._rows[at]))
        card.here.connect(lambda: self._presenter.check_in(self._rows[at]))
        card.stepped.connect(lambda step: self._go_to(at + step))
        self._cards.append(card)
        self._column.insertWidget(at, card)
        self._last = card.follow(self._last)
        self.setTabOrder(self._last, self._more)

    def _go_to(self, at: int) -> None:
        """Into a row with the focus; before the first is the filter."""
        if 0 <= at < len(self._rows):
            self._cards[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._cards[at])
        elif at < 0 or not self._rows:
            self._filter.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_list(self) -> None:
        self._filter.clear()
        self._presenter.forget()


class _FilterField(QLineEdit):
    """Arrow down goes into the list; Escape empties it before it closes the panel."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
