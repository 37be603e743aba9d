"""Those who are on the list already by the name that is being typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.services.search import PersonLine
from kiosk.ui.desk.walk_in.wording import double_words
from kiosk.ui.widgets import ActionButton
from kiosk.ui.widgets.folding import FlowBox
from kiosk.ui.widgets.text import plain_tip


class Doubles(FlowBox):
    """A button for each; ``chosen`` carries the PersonLine. Without any there is nothing."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines: tuple[PersonLine, ...] = ()
        self._buttons: list[ActionButton] = []
        self.hide()

    def show_lines(self, lines: tuple[PersonLine, ...]) -> None:
        """Offer these; buttons that are left over are hidden."""
        self._lines = lines
        while len(self._buttons) < len(lines):
            self._add_button(len(self._buttons))
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(lines))
            if at < len(lines):
                button.setText(double_words(lines[at]))
                button.setToolTip(plain_tip(lines[at].name))
        self.setVisible(bool(lines))

    def _add_button(self, at: int) -> None:
        button = ActionButton("", "person", "sun")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(self._lines[at]))
        self._buttons.append(button)
        self.set_parts(*self._buttons)
