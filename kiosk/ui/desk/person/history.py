"""What was changed about somebody, when, where and by whom."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import GrowingLabel, PlainLabel, Separator

MOST_LINES = 4
"""Of one change; a longer one is shortened, and whole in its tool tip."""


class HistoryList(QWidget):
    """One line for each change; without any there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(look="caption", tone="muted")
        set_look(self._title, bold=True)
        self._lines: list[GrowingLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Separator())
        self._column.addWidget(self._title)

    def show_lines(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show these changes; labels that are left over are hidden."""
        self._title.setText(title)
        while len(self._lines) < len(lines):
            self._lines.append(GrowingLabel(look="caption", lines=MOST_LINES))
            self._column.addWidget(self._lines[-1])
        for at, label in enumerate(self._lines):
            label.setVisible(at < len(lines))
            if at < len(lines):
                label.setText(" · ".join(lines[at]))
        self.setVisible(bool(lines))
