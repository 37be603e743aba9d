"""The walk-in form on screen: every field on one page, in the order in which people ask."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from kiosk.domain.people import ConsentKind
from kiosk.domain.verdicts import Verdict
from kiosk.i18n import _
from kiosk.services.desk.edits import LONGEST_NAME, LONGEST_NEEDS
from kiosk.services.desk.walk_ins import LONGEST_CONTACT
from kiosk.ui.desk.fields.chips import ChoiceRow
from kiosk.ui.desk.fields.labelled import LabelledField, show_text
from kiosk.ui.desk.fields.languages import LanguageChooser
from kiosk.ui.desk.fields.people import person_label
from kiosk.ui.desk.fields.question import QuestionRow
from kiosk.ui.desk.fields.type_ahead import TypeAhead
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.walk_in.doubles import Doubles
from kiosk.ui.desk.walk_in.presenter import WalkInPresenter
from kiosk.ui.desk.walk_in.state import OF_SIDE, Draft, FormField, FormScreen
from kiosk.ui.desk.walk_in.wording import (
    SIDES,
    field_words,
    problem_words,
    question_words,
    side_word,
)
from kiosk.ui.widgets import ActionButton, PlainLabel
from kiosk.ui.widgets.folding import PairBox

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WalkInPanel(DeskPanel):
    """``registered`` carries the Verdict of whoever was registered, or was on the list already."""

    registered = Signal(object)

    def __init__(
        self,
        presenter: WalkInPresenter,
        event_languages: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("user-plus", parent)
        self._presenter = presenter
        self._name, self._needs, self._contact = QLineEdit(), QLineEdit(), QLineEdit()
        self._side = ChoiceRow()
        self._languages = LanguageChooser(event_languages)
        self._employer = TypeAhead(presenter.find_employers)
        self._candidate = TypeAhead(presenter.find_candidates)
        self._questions = {kind: QuestionRow() for kind in ConsentKind}
        self._doubles = Doubles()
        self._notice = PlainLabel(tone="ok")
        self._register = ActionButton("", "check", "primary", hint="Ctrl+↵")
        self._fields = {
            FormField.NAME: LabelledField(self._name),
            FormField.SIDE: LabelledField(self._side),
            FormField.LANGUAGES: LabelledField(self._languages),
            FormField.NEEDS: LabelledField(self._needs),
            FormField.CONTACT: LabelledField(self._contact),
            FormField.EMPLOYER: LabelledField(self._employer),
            FormField.CANDIDATE: LabelledField(self._candidate),
        }
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._name)
        presenter.show = self._render
        presenter.registered = self._done
        self.retranslate()

    def refresh(self) -> None:
        """Read the organisations anew; what was typed stays."""
        self._presenter.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("Register somebody new"))
        self._side.set_options([(side, side_word(side)) for side in SIDES])
        for field, (caption, hint) in field_words().items():
            self._fields[field].set_words(caption, hint)
        self._name.setPlaceholderText(_("as on the badge"))
        self._contact.setPlaceholderText(_("may stay empty"))
        self._employer.set_placeholder(_("type its name"))
        self._candidate.set_placeholder(_("type a name or badge number; may stay empty"))
        self._languages.retranslate()
        for question in self._questions.values():
            question.answers.retranslate()
        self._render(self._presenter.screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field and registers from the last; with Ctrl from anywhere."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif _with_ctrl(event) or self._at_the_end():
            self._presenter.submit()
        else:
            self.focusNextPrevChild(True)

    def _at_the_end(self) -> bool:
        last = self._presenter.screen.draft.questions[-1]
        focused = QApplication.focusWidget()
        return focused is not None and self._questions[last].isAncestorOf(focused)

    def _lay_out(self) -> None:
        fields = self._fields
        self.body.setSpacing(6)
        self.body.addWidget(PairBox(fields[FormField.NAME], fields[FormField.SIDE], grows=0))
        self.body.addWidget(self._doubles)
        self.body.addWidget(fields[FormField.LANGUAGES])
        own = [fields[field] for field in OF_SIDE.values()]
        self.body.addWidget(PairBox(fields[FormField.NEEDS], *own, grows=0))
        for question in self._questions.values():
            self.body.addWidget(question)
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self._register)
        self._notice.setWordWrap(True)
        self.body.addLayout(foot)
        self._name.setMaxLength(LONGEST_NAME)
        self._needs.setMaxLength(LONGEST_NEEDS)
        self._contact.setMaxLength(LONGEST_CONTACT)

    def _connect(self) -> None:
        change = self._presenter.change
        self._name.textChanged.connect(lambda text: change(name=text))
        self._needs.textChanged.connect(lambda text: change(needs=text))
        self._contact.textChanged.connect(lambda text: change(contact=text))
        self._side.pressed.connect(lambda side: change(side=side))
        self._languages.changed.connect(lambda codes: change(languages=codes))
        self._employer.picked.connect(lambda employer: change(employer=employer))
        self._candidate.picked.connect(lambda line: change(candidate=line))
        for kind, question in self._questions.items():
            question.answers.answered.connect(partial(self._presenter.answer, kind))
        self._doubles.chosen.connect(self._presenter.choose_double)
        self.closed.connect(self._presenter.forget)
        self._register.clicked.connect(self._presenter.submit)
        self._register.setAutoDefault(True)  # Enter presses it, as Space does

    def _render(self, screen: FormScreen) -> None:
        draft = screen.draft
        for field, text in (
            (self._name, draft.name),
            (self._needs, draft.needs),
            (self._contact, draft.contact),
        ):
            show_text(field, text)
        self._side.set_chosen((draft.side,))
        self._languages.set_languages(draft.languages)
        self._employer.show_chosen(draft.employer.name if draft.employer else "")
        self._candidate.show_chosen(person_label(draft.candidate) if draft.candidate else "")
        self._ask(draft)
        self._say_problems(screen)
        self._doubles.show_lines(screen.doubles)
        self._say_end(screen)

    def _ask(self, draft: Draft) -> None:
        """Only what people of that side are asked."""
        for side, field in OF_SIDE.items():
            self._fields[field].setVisible(side is (draft.side or next(iter(OF_SIDE))))
        for kind, question in self._questions.items():
            question.setVisible(kind in draft.questions)
            question.set_question(question_words(kind, draft.side))
            question.answers.set_answer(draft.answers.get(kind))

    def _say_problems(self, screen: FormScreen) -> None:
        for field, labelled in self._fields.items():
            labelled.set_problem(problem_words(field) if field in screen.problems else "")
        unasked = FormField.TAKE_PART in screen.problems
        problem = problem_words(FormField.TAKE_PART) if unasked else ""
        self._questions[ConsentKind.TAKE_PART].set_problem(problem)

    def _say_end(self, screen: FormScreen) -> None:
        declines = screen.draft.declines
        self._register.setText(_("Keep nothing") if declines else _("Register and check in"))
        self._register.set_icon_name("cross" if declines else "check")
        self._register.setDisabled(screen.busy)
        words = _("That is fine. Nothing is kept of them.") if declines else ""
        if screen.kept_nothing:
            words = _("That is fine. Nothing was kept.")
        self._notice.setText(words)

    def _done(self, verdict: Verdict) -> None:
        self._name.setFocus()
        self.registered.emit(verdict)


def _with_ctrl(event: QKeyEvent) -> bool:
    return Qt.KeyboardModifier.ControlModifier in event.modifiers()
