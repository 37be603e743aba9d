"""The employers for one place: a panel beside the cell, never a window of its own.

A window could stand above the cover that locks the screen, names and all.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from kiosk.domain.people import WishKind
from kiosk.i18n import _
from kiosk.i18n.plan_messages import wish_name
from kiosk.ui.organiser.plan.place_options import OPTION, PlaceOptions
from kiosk.ui.organiser.plan.state import PlaceFace, PlaceOption
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import ActionButton, Card, IconButton, PlainLabel
from kiosk.ui.widgets.folding import FlowBox

SIZE = QSize(480, 470)
MARGIN = 8
ASKS = (WishKind.MUST, WishKind.RATHER_NOT, WishKind.NEVER)


class PlaceCard(Card):
    """``chosen`` carries an employer or None for rest, ``asked`` an employer and a kind of wish."""

    chosen = Signal(object)
    asked = Signal(object, object)
    lock_toggled = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._face: PlaceFace | None = None
        self._title = PlainLabel(look="strong")
        self._close = IconButton("cross", "")
        self.options = PlaceOptions()
        self._about = PlainLabel(look="caption", tone="muted")
        self._about.setWordWrap(True)
        self.asks = {kind: ActionButton(role="chip") for kind in ASKS}
        self.lock = ActionButton(icon_name="lock")
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self.lock.clicked.connect(self.lock_toggled)
        self.options.left.connect(self.closed)
        self.options.itemActivated.connect(self._choose)
        self.options.currentItemChanged.connect(self._show_asks)
        for kind, button in self.asks.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on, kind=kind: self._ask(kind))
        self.hide()

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self._close.set_meaning(_("Close"))
        for kind, button in self.asks.items():
            button.setText(wish_name(kind))

    def show_face(self, face: PlaceFace | None) -> None:
        """Show a place, or nothing."""
        before, self._face = self._face, face
        self.setVisible(face is not None)
        if face is None:
            return
        self._title.setText(face.title)
        self.setAccessibleName(face.title)
        self.lock.setText(face.lock_text)
        self.lock.setEnabled(face.can_lock)
        self.options.show_face(face, keep=before is not None and before.seat == face.seat)
        self._show_asks()

    def stand_beside(self, cell: QRect, room: QRect) -> None:
        """Beside a cell, in the room there is."""
        size = (SIZE * text_scale()).boundedTo(room.size() - QSize(2 * MARGIN, 2 * MARGIN))
        self.resize(size)
        right = cell.right() + MARGIN
        left = (
            right if right + size.width() <= room.right() else cell.left() - MARGIN - size.width()
        )
        corner = QPoint(
            max(room.left() + MARGIN, min(left, room.right() - MARGIN - size.width())),
            max(room.top() + MARGIN, min(cell.top(), room.bottom() - MARGIN - size.height())),
        )
        self.move(corner)
        self.raise_()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.lock)
        head.addWidget(self._close)
        self.body.setContentsMargins(16, 6, 8, 12)
        self.body.addLayout(head)
        self.body.addWidget(self.options, 1)
        self.body.addWidget(self._about)
        self.body.addWidget(FlowBox(*self.asks.values()))

    def _show_asks(self) -> None:
        """What is asked about the employer of the line that is chosen."""
        option = self.options.chosen()
        has_employer = option is not None and option.employer_id is not None
        text = _("What you ask about {employer}:").format(employer=option.text if option else "")
        self._about.setText(text if has_employer else _("Choose an employer to ask something."))
        for kind, button in self.asks.items():
            button.setEnabled(has_employer)
            button.setChecked(option is not None and kind in option.asked)
            button.set_icon_name("check-circle" if button.isChecked() else "circle")
            button.setAccessibleDescription(text if has_employer else "")

    def _choose(self, item: QListWidgetItem) -> None:
        option = item.data(OPTION)
        assert isinstance(option, PlaceOption)
        self.chosen.emit(option.employer_id)

    def _ask(self, kind: WishKind) -> None:
        option = self.options.chosen()
        if option is not None and option.employer_id is not None:
            self.asked.emit(option.employer_id, kind)
