"""Whose testimonial it is to give: record a yes, and take it back just as easily."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from kiosk.domain.stories import ConsentForm
from kiosk.i18n import _
from kiosk.ui.organiser.stories.faces import MOST_NAME, form_name
from kiosk.ui.organiser.stories.givers import Givers
from kiosk.ui.organiser.stories.state import ConsentAnswer, ConsentFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, PlainLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox

FORMS = tuple(ConsentForm)


class ConsentCard(Card):
    """``given`` carries who said yes and how; ``taken_back`` the name of who takes it back."""

    given = Signal(object)
    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel()
        self._rule, self._text = PlainLabel(look="caption", tone="muted"), PlainLabel()
        self.givers = Givers()
        self._name_caption, self._form_caption = (
            PlainLabel(look="caption"),
            PlainLabel(look="caption"),
        )
        self.name = QLineEdit()
        self.forms = {form: ActionButton(icon_name="circle", role="chip") for form in FORMS}
        self.giving = ActionButton(icon_name="check", role="primary")
        self._can_give = False
        self._arrange()
        self.name.textChanged.connect(self._weigh)
        self.name.returnPressed.connect(self._give)
        self.giving.clicked.connect(self._give)
        self.givers.taken_back.connect(self.taken_back)
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._title.setText(_("Consent"))
        self._rule.setText(
            _(
                "A testimonial is somebody's own. It is shown only after the yes of everyone in it "
                "to exactly these words, and no longer than they want. Names stay on this page: "
                "call the file by a number, not by a person."
            )
        )
        self._name_caption.setText(_("Who said yes?"))
        self.name.setAccessibleName(_("Who said yes?"))
        self._form_caption.setText(_("How?"))
        for form, button in self.forms.items():
            button.setText(form_name(form))
            button.setAccessibleDescription(_("How?"))
        self.giving.setText(_("Record the yes"))
        self.givers.retranslate()

    def show_face(self, face: ConsentFace | None) -> None:
        """Show the consent for a testimonial, or nothing."""
        self.setVisible(face is not None)
        if face is None:
            return
        self._text.setText(face.text)
        self._text.set_tone(face.tone)
        self.givers.show_lines(face.givers)
        self._can_give = face.can_give
        self._weigh()

    def clear(self) -> None:
        """Forget what was typed: it was about another text, or it is recorded."""
        self.name.clear()

    def _give(self) -> None:
        if self.giving.isEnabled():
            self.given.emit(ConsentAnswer(self.name.text(), self._form()))

    def _form(self) -> ConsentForm:
        return next(form for form, button in self.forms.items() if button.isChecked())

    def _weigh(self) -> None:
        self.giving.setEnabled(self._can_give and bool(self.name.text().strip()))

    def _mark(self) -> None:
        """A tick beside the colour."""
        for button in self.forms.values():
            button.set_icon_name("check-circle" if button.isChecked() else "circle")

    def _arrange(self) -> None:
        for label in (self._title, self._name_caption, self._form_caption):
            set_look(label, bold=True)
        for label in (self._rule, self._text):
            label.setWordWrap(True)
        self.name.setMaxLength(MOST_NAME)
        self._name_caption.setBuddy(self.name)
        self._group = QButtonGroup(self)
        for button in self.forms.values():
            button.setCheckable(True)
            button.toggled.connect(self._mark)
            self._group.addButton(button)
        self.forms[ConsentForm.SIGNED].setChecked(True)
        asked = QVBoxLayout()
        asked.setSpacing(load_tokens().shape.gap.tight)
        asked.addWidget(self._form_caption)
        asked.addWidget(FlowBox(*self.forms.values()))
        asked.addWidget(self._name_caption)
        asked.addWidget(PairBox(self.name, self.giving, grows=0))
        for part in (self._title, self._rule, self._text, self.givers):
            self.body.addWidget(part)
        self.body.addLayout(asked)
