"""The card with what a plan is made from, and the buttons that make, publish and print it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.plan.facts import FactList
from kiosk.ui.organiser.plan.method_choice import MethodChoice
from kiosk.ui.organiser.plan.state import OptionsFace
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, PlainLabel, ProgressBar


class OptionsCard(Card):
    """While a plan is being made, how far it is and a cancel stand in the place of the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel(look="strong")
        self._facts = FactList()
        self.method = MethodChoice()
        self._comparison = PlainLabel(look="caption", tone="muted")
        self._comparison.setWordWrap(True)
        self.buttons, self.working = _Buttons(), _Working()
        self.body.setContentsMargins(20, 12, 20, 12)
        for part in (
            self._title,
            self._facts,
            self.method,
            self.buttons,
            self.working,
            self._comparison,
        ):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._title.setText(_("Options"))
        self.method.set_caption(_("Method"))
        self.buttons.print.setText(_("Print route cards"))
        self.working.cancel.setText(_("Cancel"))

    def show_face(self, face: OptionsFace) -> None:
        """Paint a state."""
        had_focus = self.focusWidget() in (self.buttons.make, self.working.cancel)
        self._facts.show_lines(face.facts)
        self.method.show_methods(face.methods, face.method)
        self.method.setVisible(len(face.methods) > 1)
        self.method.setEnabled(not face.working)
        self._comparison.setText(face.comparison)
        self._comparison.setVisible(bool(face.comparison))
        self.buttons.show_face(face)
        self.working.show_face(face)
        if had_focus:
            (self.working.cancel if face.working else self.buttons.make).setFocus()


class _Buttons(QWidget):
    """The next thing to do is the strong one: make a plan, or publish the draft that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.make, self.publish, self.print = ActionButton(), ActionButton(), ActionButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.tight)
        column.addWidget(TightPair(self.make, self.publish))
        column.addWidget(self.print)

    def show_face(self, face: OptionsFace) -> None:
        self.setVisible(not face.working)
        self.make.setText(face.make_text)
        self.make.setEnabled(face.can_make)
        self.make.set_role("secondary" if face.has_draft else "primary")
        self.publish.setText(face.publish_text)
        self.publish.setEnabled(face.can_publish)
        self.publish.set_role("primary")
        self.publish.setVisible(face.has_draft)
        self.print.setEnabled(face.can_print)


class _Working(QWidget):
    """How far the plan is."""

    def __init__(self) -> None:
        super().__init__()
        self._step = PlainLabel(look="caption")
        self._step.setWordWrap(True)
        self._bar = ProgressBar()
        self.cancel = ActionButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.tight)
        for part in (self._step, self._bar, self.cancel):
            column.addWidget(part)

    def show_face(self, face: OptionsFace) -> None:
        self.setVisible(bool(face.working))
        self._step.setText(face.working)
        self._bar.set_share(face.done, face.steps)
        self._bar.setAccessibleName(face.working)
