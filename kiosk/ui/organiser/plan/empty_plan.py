"""Instead of a grid, as long as there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.widgets import IconLabel, PlainLabel


class EmptyPlan(QWidget):
    """Says why there is no plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(look="title")
        self._reason = PlainLabel(tone="muted")
        self._reason.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.addStretch()
        whole.addWidget(IconLabel("chair", 72), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._reason):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            whole.addWidget(label)
        whole.addStretch()

    def retranslate(self) -> None:
        """Say it in the language in use."""
        self._title.setText(_("There is no plan yet"))

    def show_reason(self, reason: str) -> None:
        """Say what comes first."""
        self._reason.setText(reason)
