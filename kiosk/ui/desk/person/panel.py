"""One person's panel on screen."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.domain.event import Event
from kiosk.domain.people import ConsentKind, SeatNeed, Side
from kiosk.domain.print_jobs import Paper
from kiosk.i18n import _
from kiosk.i18n.seat_need_words import seat_need_text
from kiosk.services.desk.edits import LONGEST_NAME, LONGEST_NEEDS, PersonDetails
from kiosk.ui.desk.fields.chips import ChipRow
from kiosk.ui.desk.fields.labelled import LabelledField, show_text
from kiosk.ui.desk.fields.languages import LanguageChooser
from kiosk.ui.desk.fields.question import QuestionRow
from kiosk.ui.desk.fields.type_ahead import TypeAhead
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.person.history import HistoryList
from kiosk.ui.desk.person.presenter import PersonPresenter
from kiosk.ui.desk.person.state import PersonScreen
from kiosk.ui.desk.person.wording import history_lines, person_line, question_words
from kiosk.ui.widgets import ActionButton, FittedLabel, GrowingLabel, PlainLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonPanel(DeskPanel):
    """``paper_wanted`` carries a Paper and the attendee's id.

    ``checked_in`` carries the Verdict and ``left`` the DeskRecord of whoever came or went by a
    press here. ``changed`` follows whatever else the file now says about them.
    """

    paper_wanted = Signal(object, object)
    checked_in = Signal(object)
    left = Signal(object)
    changed = Signal()

    def __init__(
        self, presenter: PersonPresenter, event: Event, parent: QWidget | None = None
    ) -> None:
        super().__init__("person", parent)
        self._presenter, self._event = presenter, event
        self._who = FittedLabel(look="title")
        self._about = GrowingLabel(tone="muted", lines=3)
        self._papers = {
            Paper.BADGE: ActionButton("", "printer"),
            Paper.ROUTE_CARD: ActionButton("", "printer"),
            Paper.BROCHURE: ActionButton("", "book"),
        }
        self._come_or_go = ActionButton()
        self._replace = ActionButton("", "qr-scan")
        self._acts = FlowBox(self._come_or_go, *self._papers.values(), self._replace)
        self._name, self._needs = QLineEdit(), QLineEdit()
        self._languages = LanguageChooser(event.languages)
        self._seat_needs = ChipRow()
        self._candidate = TypeAhead(presenter.find_candidates)
        self._questions = {kind: QuestionRow() for kind in ConsentKind}
        self._named = LabelledField(self._name)
        self._spoken = LabelledField(self._languages)
        self._needed = LabelledField(self._needs)
        self._seated = LabelledField(self._seat_needs)
        self._comes_with = LabelledField(self._candidate)
        self._notice = PlainLabel(tone="ok")
        self._save = ActionButton("", "check", "primary", hint="Ctrl+↵")
        self._history = HistoryList()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._name)
        self.retranslate()

    def show_person(self, attendee_id: UUID) -> None:
        """Show somebody; edits of theirs that were not saved are still there."""
        self._presenter.open(attendee_id)

    def refresh(self) -> None:
        """Read anew, because somebody else may have changed it; edits stay."""
        self._presenter.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("About this person"))
        self._named.set_words(_("Name as wanted"))
        self._spoken.set_words(_("Languages"))
        self._needed.set_words(_("Needs"))
        self._seated.set_words(_("Table needed"))
        self._seat_needs.set_options([(need, seat_need_text(need)) for need in SeatNeed])
        self._comes_with.set_words(_("Comes with"))
        self._candidate.set_placeholder(_("type a name or badge number; may stay empty"))
        self._papers[Paper.BADGE].setText(_("Print badge"))
        self._papers[Paper.ROUTE_CARD].setText(_("Route card"))
        self._papers[Paper.BROCHURE].setText(_("Brochure"))
        self._save.setText(_("Save"))
        self._languages.retranslate()
        for kind, question in self._questions.items():
            question.set_question(question_words(kind))
            question.answers.retranslate()
        self._render(self._presenter.screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and Enter save from anywhere; Enter alone goes on to the next field."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif Qt.KeyboardModifier.ControlModifier in event.modifiers():
            self._presenter.save()
        else:
            self.focusNextPrevChild(True)

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        self._notice.setWordWrap(True)
        self._name.setMaxLength(LONGEST_NAME)
        self._needs.setMaxLength(LONGEST_NEEDS)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self._save)
        self.body.addWidget(self._who)
        self.body.addWidget(self._about)
        self.body.addWidget(self._acts)
        self.body.addWidget(PairBox(self._named, self._needed))
        self.body.addWidget(self._seated)
        self.body.addWidget(self._comes_with)
        self.body.addWidget(self._spoken)
        for question in self._questions.values():
            self.body.addWidget(question)
        self.body.addLayout(foot)
        self.body.addWidget(self._history)
        self.body.addStretch(1)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.show = self._render
        presenter.checked_in, presenter.left = self.checked_in.emit, self.left.emit
        presenter.changed = self.changed.emit
        self._name.textChanged.connect(lambda text: presenter.change(name=text))
        self._needs.textChanged.connect(lambda text: presenter.change(needs=text))
        self._seat_needs.pressed.connect(presenter.toggle_seat_need)
        self._languages.changed.connect(lambda codes: presenter.change(languages=codes))
        self._candidate.picked.connect(presenter.choose_candidate)
        for kind, question in self._questions.items():
            question.answers.answered.connect(partial(presenter.answer, kind))
        for paper, button in self._papers.items():
            button.clicked.connect(partial(self._want, paper))
        self._come_or_go.clicked.connect(presenter.come_or_go)
        self._replace.clicked.connect(presenter.replace_badge)
        self._save.clicked.connect(presenter.save)
        # Enter presses these, as Space does. Not the others: a key that is held presses again.
        for button in (*self._papers.values(), self._save):
            button.setAutoDefault(True)

    def _want(self, paper: Paper) -> None:
        self.paper_wanted.emit(paper, self._presenter.screen.attendee_id)

    def _render(self, screen: PersonScreen) -> None:
        self._acts.setEnabled(screen.details is not None)
        self._say_edits(screen)
        self._say_notice(screen)
        self._come_or_go.setText(_("Check out") if screen.is_here else _("Check in"))
        self._come_or_go.set_icon_name("leave" if screen.is_here else "check")
        replacing = screen.replacing
        self._replace.setText(
            _("Press again to replace") if replacing else _("New badge (old one no longer works)")
        )
        self._replace.set_role("sun" if replacing else "secondary")
        if screen.details:
            self._say_who(screen.details)

    def _say_who(self, details: PersonDetails) -> None:
        record = details.record
        self._who.setText(" ".join(filter(None, (record.attendee.public_name, _family(details)))))
        self._about.setText(person_line(record, self._event))
        self._seated.setVisible(record.attendee.side is Side.CANDIDATE)
        self._comes_with.setVisible(record.attendee.side is Side.COMPANION)
        self._papers[Paper.ROUTE_CARD].setVisible(record.attendee.side is Side.CANDIDATE)
        self._history.show_lines(_("Changed before"), history_lines(details, self._event))

    def _say_edits(self, screen: PersonScreen) -> None:
        draft = screen.draft
        for field, text in ((self._name, draft.name), (self._needs, draft.needs)):
            show_text(field, text)
        self._languages.set_languages(draft.languages)
        self._seat_needs.set_chosen(draft.seat_needs)
        self._candidate.show_chosen(draft.candidate[1] if draft.candidate else "")
        self._named.set_problem(_("A name is needed; any name will do.") if screen.nameless else "")
        on_file = screen.details.consents if screen.details else {}
        for kind, question in self._questions.items():
            asked = on_file.get(kind) is not None
            question.setVisible(kind in screen.questions)
            question.answers.set_answer(draft.answers.get(kind), was_asked=asked)

    def _say_notice(self, screen: PersonScreen) -> None:
        words = _("Saved") if screen.saved else ""
        if screen.replaced:
            words = _("The new badge is on its way to the printer. The old one no longer works.")
        self._notice.setText(words)
        self._save.setEnabled(screen.details is not None and not screen.busy)


def _family(details: PersonDetails) -> str:
    """The family name, unless the name as wanted has several words already."""
    person = details.record.attendee
    return "" if " " in person.public_name else person.family_name
