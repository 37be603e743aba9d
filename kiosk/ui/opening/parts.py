"""What the pages are made of: a field under its name, and a path with a button to choose it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.opening.folding import FoldingRow
from kiosk.ui.opening.passphrase_field import PassphraseField
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import ActionButton, PlainLabel

NEAR = 4


class Named(QWidget):
    """A name above what it names; the name is also what a screen reader says."""

    def __init__(self, field: QLineEdit, beside: QWidget | None = None) -> None:
        super().__init__()
        self._name = PlainLabel()
        self._name.setWordWrap(True)
        set_look(self._name, bold=True)
        self._name.setBuddy(field)
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self._name)
        column.addWidget(FoldingRow(field, beside, grows=field) if beside else field)

    def set_name(self, name: str) -> None:
        """Call it something else."""
        self._name.setText(name)
        self._field.setAccessibleName(name)


class PathField(QWidget):
    """A path that is typed, pasted or chosen; ``chosen`` carries one that the dialog gave."""

    chosen = Signal(str)

    def __init__(self, ask: Callable[[QWidget, str], str]) -> None:
        super().__init__()
        self._ask = ask
        self.field = QLineEdit()
        self._button = ActionButton()
        self._button.clicked.connect(self._choose)
        self._named = Named(self.field, self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._named)
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """The path as it stands there."""
        return self.field.text()

    def set_words(self, name: str, button: str) -> None:
        """Name the field and the button, in the language in use."""
        self._named.set_name(name)
        self._button.setText(button)
        self._button.setAccessibleName(f"{button} {name}")

    def _choose(self) -> None:
        path = self._ask(self.window(), self.field.text())
        if path:
            self.field.setText(path)
            self.chosen.emit(path)


class ShowButton(ActionButton):
    """Shows passphrases for as long as it is pressed in."""

    def __init__(self, *fields: PassphraseField) -> None:
        super().__init__(role="ghost")
        self._fields = fields
        self.setCheckable(True)
        self.toggled.connect(self._show)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setText(_("Hide") if self.isChecked() else _("Show"))
        self.setAccessibleName(_("Show the passphrase"))

    def _show(self, shown: bool) -> None:
        for field in self._fields:
            field.set_shown(shown)
        self.retranslate()
