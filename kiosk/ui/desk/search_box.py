"""The one box for everything: a name, a badge number, an organisation, a code.

At its end a button for whoever is not on the list, and for the panel that a verdict covers.
"""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.wedge_filter import SCAN_FIELD
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, IconLabel

NARROWEST_FIELD_EMS = 12
"""So much room, in heights of its text, the field keeps for what is typed."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchField(QLineEdit):
    """A line of text that passes the keys of a list on: arrows and Enter."""

    stepped = Signal(int)
    entered = Signal()
    focus_changed = Signal()

    def event(self, event: QEvent) -> bool:
        """An empty field has nothing to undo; the desk has."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and not self.text() and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


class SearchBox(QFrame):
    """The field in its rounded frame, which shows the focus.

    ``walk_in_wanted`` is pressed for somebody new, ``panel_wanted`` for the panel that is covered.
    """

    queried = Signal(str)
    stepped = Signal(int)
    entered = Signal()
    walk_in_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, searchbox=True, focused=False)
        self.field = SearchField()
        set_look(self.field, bare=True)
        self.field.setMaxLength(200)
        self.field.setProperty(SCAN_FIELD, True)
        self._walk_in = ActionButton("", "user-plus", "primary", hint="F5")
        self._panel = ActionButton("", "pencil", "sun", hint="Esc")
        self._panel.hide()
        for button in (self._walk_in, self._panel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 1, 8, 1)
        row.setSpacing(8)
        row.addWidget(IconLabel("search", 22, load_tokens().light.muted))
        row.addWidget(self.field, 1)
        row.addWidget(self._panel)
        row.addWidget(self._walk_in)
        self._walk_in.clicked.connect(self.walk_in_wanted)
        self._panel.clicked.connect(self.panel_wanted)
        self.field.textChanged.connect(self.queried)
        self.field.stepped.connect(self.stepped)
        self.field.entered.connect(self.entered)
        self.field.focus_changed.connect(self._show_focus)
        self._show_focus()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.field.setPlaceholderText(_("Search by name, badge or organisation …"))
        self.field.setAccessibleName(_("Search by name, badge or organisation"))
        self._walk_in.setText(_("New visitor"))
        self._panel.setText(_("Back to the form"))
        self._fit()

    def show_covered_panel(self, covered: bool) -> None:
        """Offer the way back to a panel that a verdict covers."""
        self._panel.setVisible(covered)
        self._fit()

    def set_query(self, query: str) -> None:
        """Show a query that did not come from here."""
        if self.field.text() != query:
            with QSignalBlocker(self.field):
                self.field.setText(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow row the button for somebody new keeps only its icon and its key."""
        words = _("New visitor")
        if self._walk_in.text() != words:
            self._walk_in.setText(words)
        panel = self._panel.sizeHint().width() if self._panel.isVisibleTo(self) else 0
        room = self.width() - self._walk_in.sizeHint().width() - panel
        if room < self.fontMetrics().height() * NARROWEST_FIELD_EMS:
            self._walk_in.setText("")
        self._walk_in.setAccessibleName(words)

    def _show_focus(self) -> None:
        ring = load_tokens().light
        colour, width = (ring.primary, 3) if self.field.hasFocus() else (ring.line, 1)
        padding = 3 - width  # so that nothing moves when focus comes
        self.setStyleSheet(
            f"SearchBox {{ background: {ring.surface}; border: {width}px solid {colour};"
            f" padding: {padding}px;"
            f" border-radius: {load_tokens().shape.radius.card}px; }}"
        )
