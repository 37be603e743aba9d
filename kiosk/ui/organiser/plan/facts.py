"""Rows of facts in a card: what it is at the left, its value in bold at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.organiser.plan.state import Line
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import PlainLabel

SPACING = 1


class FactList(QWidget):
    """As many rows as there are facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_FactRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SPACING)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other facts; rows that are left over are hidden."""
        while len(self._rows) < len(lines):
            self._rows.append(_FactRow())
            self._body.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(lines))
            if at < len(lines):
                row.show_line(lines[at])


class _FactRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(look="caption", tone="muted")
        self._label.setWordWrap(True)
        self._value = PlainLabel(look="caption")
        set_look(self._value, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._value)

    def show_line(self, line: Line) -> None:
        self._label.setText(line.label)
        self._value.setText(line.value)
        self._value.set_tone(line.tone)
        self.setAccessibleName(f"{line.label}: {line.value}")
