"""The three ways in, each a page of the card. They report gestures and decide nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.config import MIN_PASSPHRASE
from kiosk.i18n import _
from kiosk.ui.opening.chooser import Chooses
from kiosk.ui.opening.folding import FoldingRow
from kiosk.ui.opening.parts import Named, PathField, ShowButton
from kiosk.ui.opening.passphrase_field import PassphraseField
from kiosk.ui.opening.presenter import suggested_target
from kiosk.ui.opening.state import Field
from kiosk.ui.opening.trouble_box import TroubleBox
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, IconLabel, PlainLabel

PICTURE = 84


class WayPage(QWidget):
    """Fields, below them what went wrong, and the one button that does it."""

    wanted = Signal()

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.submit = ActionButton("", icon_name, role="primary")
        self.submit.clicked.connect(self.wanted)
        self.trouble = TroubleBox()
        self._busy = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(load_tokens().shape.gap.normal - 4)

    @property
    def fields(self) -> dict[Field, QLineEdit]:
        """What can be filled in here."""
        return {}

    @property
    def passphrases(self) -> tuple[PassphraseField, ...]:
        """What must not outlive an attempt."""
        return ()

    def set_busy(self, busy: bool) -> None:
        """Say on the button that it is at work."""
        self._busy = busy
        self.submit.setDisabled(busy)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        raise NotImplementedError

    def _finish(self) -> None:
        """Enter in any field does what the button does."""
        self.column.addStretch()
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.submit)
        for field in (*self.fields.values(), *self.passphrases[1:]):
            field.returnPressed.connect(self.wanted)


class OpenPage(WayPage):
    """An event that is there."""

    def __init__(self, chooses: Chooses) -> None:
        super().__init__("lock")
        self.path = PathField(chooses.event)
        self.passphrase = PassphraseField()
        self._show = ShowButton(self.passphrase)
        self._named = Named(self.passphrase, self._show)
        self._hint = _hint()
        self.path.chosen.connect(lambda _path: self.passphrase.setFocus())
        for part in (self.path, self._named, self._hint):
            self.column.addWidget(part)
        self._finish()

    @property
    def fields(self) -> dict[Field, QLineEdit]:
        """The file and its passphrase."""
        return {Field.FILE: self.path.field, Field.PASSPHRASE: self.passphrase}

    @property
    def passphrases(self) -> tuple[PassphraseField, ...]:
        """The one that is typed here."""
        return (self.passphrase,)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.path.set_words(_("Event file"), _("Choose file…"))
        self._named.set_name(_("Passphrase"))
        self._hint.setText(_("It was chosen when the event was made; ask the organiser for it."))
        self._show.retranslate()
        self.submit.setText(_("Opening the event…") if self._busy else _("Open the event"))


class MakePage(WayPage):
    """A new event."""

    def __init__(self, chooses: Chooses) -> None:
        super().__init__("plus")
        self.description = PathField(chooses.description)
        self.target = PathField(chooses.target)
        self.passphrase, self.again = PassphraseField(), PassphraseField()
        self._show = ShowButton(self.passphrase, self.again)
        self._first, self._second = Named(self.passphrase), Named(self.again, self._show)
        self._hint = _hint()
        self.description.chosen.connect(self._suggest)
        twice = FoldingRow(self._first, self._second)
        for part in (self.description, self.target, twice, self._hint):
            self.column.addWidget(part)
        self._finish()

    @property
    def fields(self) -> dict[Field, QLineEdit]:
        """Where it comes from, where it goes to, and what locks it."""
        return {
            Field.DESCRIPTION: self.description.field,
            Field.TARGET: self.target.field,
            Field.NEW_PASSPHRASE: self.passphrase,
        }

    @property
    def passphrases(self) -> tuple[PassphraseField, ...]:
        """The same, typed twice."""
        return (self.passphrase, self.again)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.description.set_words(_("Event description (event.toml)"), _("Choose…"))
        self.target.set_words(_("Where to save it"), _("Choose…"))
        self._first.set_name(_("Passphrase"))
        self._second.set_name(_("The same once more"))
        self._hint.setText(
            _(
                "At least {least} characters; a short sentence works well. "
                "Write it down: nobody can recover it."
            ).format(least=MIN_PASSPHRASE)
        )
        self._show.retranslate()
        self.submit.setText(_("Making the event…") if self._busy else _("Make the event"))

    def _suggest(self, description: str) -> None:
        if not self.target.text:
            self.target.field.setText(suggested_target(description))


class DemoPage(WayPage):
    """A look around, without consequences."""

    def __init__(self) -> None:
        super().__init__("play")
        self._title = PlainLabel(look="title")
        self._promise = PlainLabel(tone="muted")
        self.column.addStretch()
        picture = IconLabel("people", PICTURE, load_tokens().light.primary)
        self.column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._promise):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label)
        self._finish()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("A throw-away event with sample people"))
        self._promise.setText(_("Look around and try everything: nothing of it is kept."))
        self.submit.setText(_("Preparing the demo…") if self._busy else _("Start the demo"))


def _hint() -> PlainLabel:
    label = PlainLabel(look="caption", tone="muted")
    label.setWordWrap(True)
    return label
