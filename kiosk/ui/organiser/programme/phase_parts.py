"""Parts of the card of the chosen phase: what it is, why it is closed, and what is done with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.i18n.programme_words import sound_name
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.organiser.programme.state import PhaseFace
from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, IconLabel, PlainLabel

SIGN = 20


class PhaseHead(QWidget):
    """Its name and times; of what has begun also what else was decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(look="strong")
        self._when = PlainLabel(look="caption", tone="muted")
        self._facts = PlainLabel(look="caption")
        self._why = _Why()
        for label in (self._name, self._when, self._facts):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._name, self._when, self._facts, self._why):
            column.addWidget(part)

    def show_face(self, face: PhaseFace) -> None:
        """Say what it is."""
        self._name.setText(face.heading)
        self._when.setText(face.when)
        self._facts.setText("\n".join(_facts(face)) if face.is_locked else "")
        self._facts.setVisible(face.is_locked)
        self._why.show_text(face.why, icon_name="lock" if face.is_locked else "info")


class PhaseActions(QWidget):
    """What moves the chosen phase, skips it or takes it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = ActionButton(icon_name="chevron-up")
        self.later = ActionButton(icon_name="chevron-down")
        self.skip, self.remove = ActionButton(), ActionButton(role="danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.tight)
        column.addWidget(TightPair(self.earlier, self.later))
        column.addWidget(TightPair(self.skip, self.remove))

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self.earlier.setText(_("Earlier"))
        self.later.setText(_("Later"))
        self.remove.setText(_("Remove"))

    def show_face(self, face: PhaseFace) -> None:
        """What can't be done is grey; of what has begun nothing is offered."""
        self.skip.setText(face.skip_text)
        self.setVisible(not face.is_locked)
        for button, is_possible in (
            (self.earlier, face.can_go_earlier),
            (self.later, face.can_go_later),
            (self.skip, face.can_skip),
            (self.remove, face.can_remove),
        ):
            button.setEnabled(is_possible)


class _Why(QWidget):
    """Why something can't be done, with a lock where nothing can."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel(size=SIGN)
        self._text = PlainLabel(look="caption", tone="muted")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)

    def show_text(self, text: str, icon_name: str) -> None:
        self.setVisible(bool(text))
        self._text.setText(text)
        size = round(SIGN * text_scale())
        self._sign.setFixedSize(size, size)
        self._sign.set_icon(icon_name, load_tokens().light.muted)


def _facts(face: PhaseFace) -> list[str]:
    facts = [_("Sound at the end: {sound}").format(sound=sound_name(face.sound))]
    if face.can_ask and face.prompt:
        facts.append(_("Question: “{prompt}”").format(prompt=face.prompt))
    return facts
