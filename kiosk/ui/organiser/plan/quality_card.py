"""The card that says how good the plan is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.plan.fact_button import SIDE, FactButton
from kiosk.ui.organiser.plan.facts import FactList
from kiosk.ui.organiser.plan.state import QualityFace
from kiosk.ui.widgets import Card, PlainLabel


class QualityCard(Card):
    """``unmet_wanted`` asks for the list of wishes that are not met."""

    unmet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel(look="strong")
        self._standing = PlainLabel(look="caption")
        self._standing.setWordWrap(True)
        self._figure = PlainLabel(look="display", tone="primary")
        self._caption = PlainLabel(look="caption", tone="muted")
        self._caption.setWordWrap(True)
        self._first, self._wishes, self._facts = FactList(), FactButton(), FactList()
        self._wishes.clicked.connect(self.unmet_wanted)
        big = QHBoxLayout()
        big.setSpacing(10)
        big.addWidget(self._figure)
        big.addWidget(self._caption, 1)
        self.body.setContentsMargins(20 - SIDE, 12, 20 - SIDE, 12)
        self.body.setSpacing(2)
        big.setContentsMargins(SIDE, 0, SIDE, 0)
        for part in (self._title, self._standing, self._first, self._facts):
            part.setContentsMargins(SIDE, 0, SIDE, 0)
        self.body.addWidget(self._title)
        self.body.addWidget(self._standing)
        self.body.addLayout(big)
        for facts in (self._first, self._wishes, self._facts):
            self.body.addWidget(facts)

    def retranslate(self) -> None:
        """Name the card in the language in use."""
        self._title.setText(_("Quality of the plan"))

    def show_face(self, face: QualityFace | None) -> None:
        """Show the figures of a plan; without one there is no card."""
        self.setVisible(face is not None)
        if face is None:
            return
        self._standing.setText(face.standing)
        self._standing.set_tone("warn" if face.is_draft else "muted")
        self._figure.setText(face.figure)
        self._figure.setAccessibleName(f"{face.figure} {face.caption}")
        self._caption.setText(face.caption)
        self._first.show_lines(face.facts[:1])
        self._wishes.show_line(face.wishes, _("Show which wishes are not met, and why"))
        self._facts.show_lines(face.facts[1:])
