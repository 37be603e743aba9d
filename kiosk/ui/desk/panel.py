"""A panel in the place of the desk's card: a form or a list, never in the way of the next scan."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, IconButton, IconLabel, PlainLabel


class DeskPanel(Card):
    """A titled card with a close button; Escape closes it too. Fill ``body``.

    A verdict covers a panel and leaves what was typed in it; only ``closed`` ends it.
    """

    closed = Signal()

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        wide, narrow = load_tokens().shape.gap.wide - 4, 10
        self.body.setContentsMargins(wide, narrow, wide, narrow)
        self._title = PlainLabel(look="title")
        self._close = IconButton("cross", _("Close"))
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(icon_name, 30), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        self.body.addLayout(row)
        set_look(self._title, bold=True)

    def set_title(self, title: str) -> None:
        """Say what it is for."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def take_scan(self, text: str) -> bool:  # noqa: ARG002 - a panel that takes scans reads it
        """Whether this panel, being in front, kept a scan to itself."""
        return False

    def retranslate(self) -> None:
        """Speak the language in use; panels add their own words."""
        self._close.set_meaning(_("Close"))

    def event(self, event: QEvent) -> bool:
        """Escape comes here before it is the desk's: a field may use it, and the panel ends."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
