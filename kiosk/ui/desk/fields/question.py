"""A question with yes, no and not asked; nothing is answered for anybody beforehand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.desk.fields.chips import ChoiceRow, Option
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconLabel, PlainLabel
from kiosk.ui.widgets.folding import PairBox


class YesNoQuestion(ChoiceRow):
    """``answered`` carries True, False, or None for not asked.

    Where the file holds an answer, "not asked" is no longer on offer: it can only become another.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_asked = False
        self.pressed.connect(self.answered)
        self.retranslate()
        self.set_answer(None)

    def set_answer(self, answer: bool | None, *, was_asked: bool = False) -> None:
        """Show an answer, and whether one is on file."""
        if was_asked != self._was_asked:
            self._was_asked = was_asked
            self.retranslate()
        self.set_chosen((answer,))

    def retranslate(self) -> None:
        """Speak the language in use."""
        options: list[Option] = [(True, _("Yes")), (False, _("No"))]
        if not self._was_asked:
            options.append((None, _("Not asked")))
        self.set_options(options)


class QuestionRow(QWidget):
    """The question at the left, its answers at the right; below it what is missing, if anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = YesNoQuestion()
        self._question = PlainLabel()
        self._problem = PlainLabel(look="caption", tone="bad")
        self._missing = QWidget()
        self.setFocusProxy(self.answers)
        self._lay_out()
        self.set_problem("")

    def set_question(self, question: str) -> None:
        """Say what is asked."""
        self._question.setText(question)
        self.answers.set_caption(question)

    def set_problem(self, problem: str) -> None:
        """Say what is wrong; empty when all is well."""
        self._problem.setText(problem)
        self._missing.setVisible(bool(problem))
        self.answers.setAccessibleDescription(problem)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for label in (self._question, self._problem):
            label.setWordWrap(True)
        below = QHBoxLayout(self._missing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(IconLabel("warning-triangle", 20, load_tokens().state.bad))
        below.addWidget(self._problem, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PairBox(self._question, self.answers, grows=0, middle=True))
        column.addWidget(self._missing)
