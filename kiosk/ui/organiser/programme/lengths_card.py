"""One length for every round that is to come, and one for every changeover."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _
from kiosk.ui.organiser.programme.fields import Captioned, ShortLine
from kiosk.ui.organiser.programme.side_card import SideCard
from kiosk.ui.organiser.programme.state import AddingFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton


class LengthsCard(SideCard):
    """``wanted`` carries a kind, and the length for all that is to come of it."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounds, self.changeovers = ShortLine(), ShortLine()
        self.apply_rounds, self.apply_changeovers = ActionButton(), ActionButton()
        self._named = [Captioned(self.rounds), Captioned(self.changeovers)]
        self._rows = [
            _Row(self._named[0], self.apply_rounds),
            _Row(self._named[1], self.apply_changeovers),
        ]
        for row in self._rows:
            self.body.addWidget(row)
        for kind, field, button in (
            (PhaseKind.ROUND, self.rounds, self.apply_rounds),
            (PhaseKind.CHANGEOVER, self.changeovers, self.apply_changeovers),
        ):
            button.clicked.connect(self._wanting(kind, field))
            field.returnPressed.connect(self._wanting(kind, field))

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(_("All lengths"))
        self._where.setText(_("For everything that is still to come."))
        for captioned, caption, button in (
            (self._named[0], _("All rounds"), self.apply_rounds),
            (self._named[1], _("All changeovers"), self.apply_changeovers),
        ):
            captioned.set_caption(caption, _("Length in minutes"))
            button.setText(_("Apply"))
            button.setAccessibleName(f"{_('Apply')}: {caption}")

    def begin(self, face: AddingFace) -> None:
        self.rounds.show_value(face.round_length)
        self.changeovers.show_value(face.changeover_length)
        for row, is_there in zip(self._rows, (face.has_rounds, face.has_changeovers), strict=True):
            row.setVisible(is_there)
        first = self.rounds if face.has_rounds else self.changeovers
        (first if face.has_rounds or face.has_changeovers else self._close).setFocus()
        first.selectAll()

    def show_place(self, face: AddingFace) -> None:
        """It is about all of the programme."""

    def _wanting(self, kind: PhaseKind, field: ShortLine) -> Callable[[], None]:
        return lambda: self.wanted.emit(kind, field.text())


class _Row(QWidget):
    """A field, and at its right the button that takes it."""

    def __init__(self, captioned: Captioned, button: ActionButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(load_tokens().shape.gap.tight)
        row.addWidget(captioned, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
