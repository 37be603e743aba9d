"""Everyone who ever said yes to a testimonial, each with a button to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.stories.state import GiverLine
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, PlainLabel
from kiosk.ui.widgets.folding import PairBox


class GiverRow(PairBox):
    """One person's last word; ``taken_back`` carries their name."""

    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._name = ""
        self._text = PlainLabel(look="caption", tone="muted")
        self._text.setWordWrap(True)
        self.button = ActionButton(icon_name="undo", role="danger")
        super().__init__(self._text, self.button, grows=0, middle=True, parent=parent)
        self.button.clicked.connect(self._take_back)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.button.setText(_("They take it back"))
        self._name_button()

    def show_line(self, line: GiverLine) -> None:
        """Show somebody."""
        self._name = line.name
        self._text.setText(line.text)
        self.button.setVisible(line.can_take_back)
        self._name_button()

    def _name_button(self) -> None:
        """Several buttons have the same words: who is meant is said to who can't see the row."""
        self.button.setAccessibleName(_("{name} takes it back").format(name=self._name))

    def _take_back(self) -> None:
        self.taken_back.emit(self._name)


class Givers(QWidget):
    """``taken_back`` carries the name of who takes their yes back."""

    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GiverRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(load_tokens().shape.gap.tight)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for row in self.rows:
            row.retranslate()

    def show_lines(self, lines: tuple[GiverLine, ...]) -> None:
        """Show these people, in rows that stay: whoever pressed one keeps their place."""
        for _missing in range(len(lines) - len(self.rows)):
            self._add_row()
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(lines))
        self.setVisible(bool(lines))

    def _add_row(self) -> None:
        row = GiverRow()
        row.retranslate()
        row.taken_back.connect(self.taken_back)
        self._column.addWidget(row)
        self.rows.append(row)
