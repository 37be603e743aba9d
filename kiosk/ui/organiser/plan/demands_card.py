"""Demands that can't all be kept, or that a plan was made without: said on the page, not asked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.plan.state import DemandsFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel

ICON = 26


class DemandsCard(Card):
    """``closed`` when it has been read; ``go_on`` asks to make the plan without them."""

    closed = Signal()
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._face: DemandsFace | None = None
        self._icon = IconLabel(size=ICON)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self.without = ActionButton(role="primary")
        self.close_button = ActionButton()
        self.without.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(load_tokens().shape.gap.normal)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.without)
        row.addWidget(self.close_button)
        self.body.setContentsMargins(18, 8, 10, 8)
        self.body.addLayout(row)
        self.hide()

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self.without.setText(_("Make it without"))
        self.close_button.setText(_("Close"))

    def show_face(self, face: DemandsFace | None) -> None:
        """Show demands, or nothing."""
        self.setVisible(face is not None)
        if face is None or face == self._face:
            self._face = face
            return
        self._face = face
        tone = "warn" if face.can_go_on else "info"
        self.set_card(tone)
        icon = "warning-triangle" if face.can_go_on else "info"
        self._icon.set_icon(icon, getattr(load_tokens().state, tone))
        self._text.setText(face.text)
        self.without.setVisible(face.can_go_on)
        self.setAccessibleName(face.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
