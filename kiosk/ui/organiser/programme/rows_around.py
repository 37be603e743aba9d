"""Above the list what the day comes to; below it what was done last, and the buttons."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.programme.state import ProgrammeFace, TotalsFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, FittedLabel, Pill, PlainLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox
from kiosk.ui.widgets.text import plain_tip


class TotalsRow(QWidget):
    """Rounds, begin and end; on the day the expected end and how far behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = FittedLabel(look="strong")
        self._ends = PlainLabel(look="caption", tone="muted")
        self._pace = Pill()
        self._day = QWidget()
        day = QHBoxLayout(self._day)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(load_tokens().shape.gap.normal)
        day.addWidget(self._ends)
        day.addWidget(self._pace)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 4, 8, 4)
        whole.addWidget(PairBox(self._text, self._day, grows=0, middle=True))

    def show_face(self, face: TotalsFace) -> None:
        """Show other totals."""
        self._text.setText(face.text)
        self._ends.setText(face.ends)
        self._pace.setText(face.pace)
        self._pace.set_tone(face.tone)
        self._day.setVisible(bool(face.pace))


class ToolRow(QWidget):
    """``undone`` takes the newest edit back; the other buttons open something beside the list."""

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_words = True
        self._said = PlainLabel(look="caption", tone="muted")
        self._said.setWordWrap(True)
        self.insert = ActionButton(icon_name="plus")
        self.rounds, self.lengths = ActionButton(icon_name="chair"), ActionButton(icon_name="clock")
        self.undo = ActionButton(icon_name="undo")
        self.undo.clicked.connect(self.undone)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(load_tokens().shape.gap.tight)
        column.addWidget(self._said)
        column.addWidget(FlowBox(self.insert, self.rounds, self.lengths, self.undo))

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self.insert.setText(_("Add a part"))
        self.rounds.setText(_("Add rounds"))
        self.lengths.setText(_("All lengths"))
        self.show_words(has_words=self._has_words)

    def show_words(self, *, has_words: bool) -> None:
        """Where there is little room the sign for undo says enough; its name stays."""
        self._has_words = has_words
        self.undo.setText(_("Undo") if has_words else "")
        self.undo.setAccessibleName(_("Undo"))

    @property
    def said(self) -> str:
        """What was done last."""
        return self._said.text()

    def show_face(self, face: ProgrammeFace) -> None:
        """Say what was done; a screen reader hears it too."""
        if face.said and face.said != self._said.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, face.said))
        hint = _("Each change is kept at once and can be undone.")
        self._said.setText(face.said or hint)
        self.undo.setEnabled(face.can_undo)
        self.undo.setAccessibleDescription(face.undo_tip)
        self.undo.setToolTip(plain_tip(face.undo_tip))
