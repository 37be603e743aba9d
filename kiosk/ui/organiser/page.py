"""What the organisers' pages have in common: paper, margins, and a line of news at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.organiser.notice_line import NoticeLine
from kiosk.ui.theme.style import set_look

MARGIN = 20
SPACING = 16


class OrganiserPage(QWidget):
    """A page with ``body`` above its notice line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = NoticeLine()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, paper=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACING)
        self._frame = whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(SPACING)
        whole.addLayout(self.body, 1)
        whole.addWidget(self.notice)

    def drop_margins(self) -> None:
        """For a page inside another one, which has margins of its own."""
        self._frame.setContentsMargins(0, 0, 0, 0)
