"""The foot of the grid: what the colours mean, or what a move costs; undo and the versions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.organiser.plan.legend import PlanLegend
from kiosk.ui.organiser.plan.state import HandFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, PlainLabel


class StatusLine(QWidget):
    """Says one thing at a time, the legend when there is nothing; a screen reader hears it too."""

    undone = Signal()
    versions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = PlanLegend()
        self._words = PlainLabel(look="caption", tone="muted")
        self._words.setWordWrap(True)
        self._words.hide()
        self.undo = ActionButton(icon_name="undo")
        self.versions = ActionButton()
        self.undo.clicked.connect(self.undone)
        self.versions.clicked.connect(self.versions_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(load_tokens().shape.gap.tight)
        row.addWidget(self._legend, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        row.addWidget(self.versions)

    @property
    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def retranslate(self) -> None:
        """Name the colours in the language in use."""
        self._legend.retranslate()

    def show_face(self, face: HandFace) -> None:
        """Say something else."""
        if face.line and face.line != self._words.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, face.line))
        self._words.setText(face.line)
        self._words.setVisible(bool(face.line))
        self._legend.setVisible(not face.line)
        self._words.set_tone(face.tone)
        self.undo.setText(face.undo_text)
        self.undo.setVisible(face.can_undo)
