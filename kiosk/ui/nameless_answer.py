"""What may be seen of a scan while nobody may see a name: icon and word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.verdicts import Tone, Verdict, VerdictCode
from kiosk.i18n import _
from kiosk.i18n.verdict_messages import headline
from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import Card, FittedLabel, IconLabel

WIDTH = 460
ICONS = {
    Tone.OK: ("check-circle", "ok"),
    Tone.ATTENTION: ("warning-triangle", "warn"),
    Tone.REFUSED: ("x-circle", "bad"),
}

PERSONAL = {VerdictCode.NOT_COMING, VerdictCode.CONSENT_MISSING}
"""What somebody said or did not say is for whoever stands at the desk, not for who walks past."""


class NamelessAnswer(Card):
    """Hidden until a badge was scanned; a screen reader says the word at once."""

    def __init__(self) -> None:
        super().__init__("ok")
        self._icon = IconLabel(size=56)
        self._word = FittedLabel(look="title")
        self._word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._icon)
        row.addWidget(self._word, 1)
        self.body.addLayout(row)
        self.hide()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show it without saying whom it is about."""
        if verdict is not None:
            icon, tone = ICONS[verdict.tone]
            personal = verdict.code in PERSONAL
            word = _("Please ask at the desk") if personal else headline(verdict.code)
            self.set_card(tone)
            self._icon.set_icon(icon, getattr(load_tokens().state, tone), word)
            self._word.setText(word)
            self._word.set_tone(tone)
            self.setFixedWidth(round(WIDTH * text_scale()))
            self.setAccessibleName(word)
        self.setVisible(verdict is not None)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
