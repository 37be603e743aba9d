"""A card beside the list, in the place of the chosen phase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.programme.state import AddingFace
from kiosk.ui.widgets import Card, IconButton, PlainLabel


class SideCard(Card):
    """A title with a cross beside it, and fields below; ``closed`` puts it away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel(look="strong")
        self._title.setWordWrap(True)
        self._where = PlainLabel(look="caption", tone="muted")
        self._where.setWordWrap(True)
        self._close = IconButton("cross", "")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.body.setContentsMargins(20, 8, 14, 16)
        self.body.setSpacing(10)
        self.body.addLayout(head)
        self.body.addWidget(self._where)
        self.hide()

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._close.set_meaning(_("Close"))

    def begin(self, face: AddingFace) -> None:
        """It opens: begin with what is usual, and with the focus in the first field."""
        raise NotImplementedError

    def show_place(self, face: AddingFace) -> None:
        """Say after what something comes."""
        self._where.setText(face.after)
