"""Covers the window and every name in it until somebody with the passphrase is back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.domain.verdicts import Tone, Verdict
from kiosk.i18n import _
from kiosk.i18n.verdict_messages import headline
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, IconLabel, PlainLabel

CARD_WIDTH = 460
ICONS = {
    Tone.OK: ("check-circle", "ok"),
    Tone.ATTENTION: ("warning-triangle", "warn"),
    Tone.REFUSED: ("x-circle", "bad"),
}


class LockCover(QWidget):
    """Asks for the passphrase; scans go on behind it and show a word, never a name."""

    def __init__(
        self,
        unlock: Callable[[str], bool],
        opened: Callable[[], None],
        went_back: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unlock, self._opened, self._went_back = unlock, opened, went_back
        self._verdict: Verdict | None = None
        self._refused = False
        self._title = FittedLabel(look="title")
        self._subtitle = PlainLabel(tone="muted")
        self._passphrase = QLineEdit()
        self._open = ActionButton("", "lock", role="primary")
        self._back = ActionButton("")
        self._trouble = PlainLabel(tone="bad")
        self._answer = _NamelessAnswer()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.returnPressed.connect(self._try)
        self._passphrase.textEdited.connect(self._forget_refusal)
        self._open.clicked.connect(self._try)
        self._back.clicked.connect(self._went_back)
        self._back.hide()
        self.setFocusProxy(self._passphrase)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(CARD_WIDTH)
        card.body.setContentsMargins(36, 32, 36, 32)
        card.body.setSpacing(14)
        middle = Qt.AlignmentFlag.AlignHCenter
        card.body.addWidget(IconLabel("lock", 64, load_tokens().light.primary), 0, middle)
        for label in (self._title, self._subtitle, self._trouble):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        for widget in (
            self._title,
            self._subtitle,
            self._passphrase,
            self._trouble,
            self._open,
            self._back,
        ):
            card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(load_tokens().shape.gap.wide)
        column.addStretch()
        column.addWidget(card, 0, middle)
        column.addWidget(self._answer, 0, middle)
        column.addStretch()

    def offer_way_back(self) -> None:
        """What was in front shows no names, so whoever asked by mistake may go back to it."""
        self._back.show()

    def note(self, verdict: Verdict) -> None:
        """A badge was scanned while nobody may see a name."""
        self._verdict = verdict
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("Locked"))
        self._subtitle.setText(_("Badges can still be scanned; names stay hidden."))
        self._passphrase.setPlaceholderText(_("Passphrase"))
        self._passphrase.setAccessibleName(_("Passphrase"))
        self._open.setText(_("Unlock"))
        self._back.setText(_("Back"))
        self._trouble.setText(_("That is not the passphrase. Try again.") if self._refused else "")
        self._trouble.setVisible(self._refused)
        self._answer.show_verdict(self._verdict)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._verdict = None
        self._forget_refusal()
        self._passphrase.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._back.hide()

    def _try(self) -> None:
        if self._unlock(self._passphrase.text()):
            self._passphrase.clear()
            self._opened()
            return
        self._refused = True
        set_look(self._passphrase, wrong=True)
        self._passphrase.selectAll()
        self.retranslate()

    def _forget_refusal(self) -> None:
        self._refused = False
        set_look(self._passphrase, wrong=False)
        self.retranslate()


class _NamelessAnswer(Card):
    """Icon and word of a verdict."""

    def __init__(self) -> None:
        super().__init__("ok")
        self._icon = IconLabel(size=56)
        self._word = FittedLabel(look="title")
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(CARD_WIDTH)
        self.body.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._word)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show it without saying whom it is about."""
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        icon, tone = ICONS[verdict.tone]
        word = headline(verdict.code)
        self.set_card(tone)
        self._icon.set_icon(icon, getattr(load_tokens().state, tone), word)
        self._word.setText(word)
        self._word.set_tone(tone)
