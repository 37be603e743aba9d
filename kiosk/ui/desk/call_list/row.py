"""One person to call: who, how to reach them, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.call_list.state import CallRow
from kiosk.ui.desk.call_list.wording import reach_words, who_words
from kiosk.ui.widgets import ActionButton, Card, GrowingLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _RowButton(ActionButton):
    """Enter presses it, but not again while it is held: the next person has the focus by then.

    The arrow keys are its row's; Qt would go to the next button with them.
    """

    def __init__(self, icon_name: str) -> None:
        super().__init__("", icon_name)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)


class CallRowCard(Card):
    """``declined`` and ``here`` say which button was pressed, ``stepped`` that an arrow key was."""

    declined = Signal()
    here = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = GrowingLabel(look="strong", lines=2)
        self._about = GrowingLabel(look="caption", tone="muted", lines=3)
        self._reach = GrowingLabel(look="strong", tone="primary", lines=2)
        self._decline = _RowButton("cross")
        self._here = _RowButton("check")
        self._decline.clicked.connect(self.declined)
        self._here.clicked.connect(self.here)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self._name, self._about, self._reach):
            column.addWidget(label)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.addWidget(PairBox(words, FlowBox(self._decline, self._here), grows=0))
        self.setFocusProxy(self._here)

    def follow(self, before: QWidget) -> QWidget:
        """Be met by Tab after ``before``; returns what comes last here."""
        self.setTabOrder(before, self._decline)
        self.setTabOrder(self._decline, self._here)
        return self._here

    def show_row(self, row: CallRow) -> None:
        """Show somebody else, or the same person anew."""
        line = row.line
        name, about = who_words(line)
        reach = "" if row.declined else reach_words(line)
        self.set_card("plain" if not row.declined else "warn")
        self._name.setText(name)
        self._about.setText(_("Is not coming") if row.declined else about)
        self._reach.setText(reach)
        self._reach.setVisible(bool(reach))
        self._decline.setText(_("Will come after all") if row.declined else _("Is not coming"))
        self._decline.set_icon_name("undo" if row.declined else "cross")
        self._here.setText(_("Is here: check in"))
        for button in (self._decline, self._here):
            button.setAccessibleDescription(name)
        self.setAccessibleName(". ".join(filter(None, (name, about, reach))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
