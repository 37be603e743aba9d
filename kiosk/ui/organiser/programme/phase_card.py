"""The chosen phase in fields; each is an edit of its own, told when it is whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.programme import PhaseSound
from kiosk.i18n import _
from kiosk.i18n.lengths import MINUTE
from kiosk.i18n.programme_words import sound_name
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.organiser.programme.fields import (
    CalmBox,
    Captioned,
    CommittedLine,
    CommittedText,
    ShortLine,
    Stepper,
)
from kiosk.ui.organiser.programme.phase_gestures import MOST_LETTERS
from kiosk.ui.organiser.programme.phase_parts import PhaseActions, PhaseHead
from kiosk.ui.organiser.programme.state import PhaseFace
from kiosk.ui.widgets import Card, Toggle


class PhaseCard(Card):
    """Typed values carry the position of the phase that they are about."""

    renamed = Signal(int, str)
    length_typed = Signal(int, str)
    lengthened = Signal(int)
    start_typed = Signal(int, str)
    fixed_toggled = Signal(int, bool)
    sound_picked = Signal(int, object)
    question_typed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._face: PhaseFace | None = None
        self._head = PhaseHead()
        self.title, self.length, self.starts = CommittedLine(MOST_LETTERS), ShortLine(), ShortLine()
        self.sound, self.question, self.fixed = CalmBox(), CommittedText(), Toggle()
        self.stepper = Stepper(self.length)
        self.acts = PhaseActions()
        self._title, self._length = Captioned(self.title), Captioned(self.stepper)
        self._starts, self._sound = Captioned(self.starts), Captioned(self.sound)
        self._question = Captioned(self.question)
        self._arrange()
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether there are fields to edit."""
        return self._face is not None and not self._face.is_locked

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._title.set_caption(_("Title"))
        self._sound.set_caption(_("Sound at the end"))
        hint = _("Empty: one of the house is shown.")
        self._question.set_caption(_("Question on the room display"), hint)
        self.question.setPlaceholderText(hint)
        self._length.set_caption(_("Length"))
        self._starts.set_caption(_("Begins at"))
        self.fixed.setText(_("At a fixed time"))
        self.fixed.setAccessibleName(_("At a fixed time"))
        self.length.setAccessibleName(_("Length in minutes"))
        self.stepper.less.set_meaning(_("A minute shorter"))
        self.stepper.more.set_meaning(_("A minute longer"))
        self.acts.retranslate()

    def show_face(self, face: PhaseFace | None) -> None:
        """Show a phase, or that there is none."""
        self.setVisible(face is not None)
        self._face = face
        if face is not None:
            self._head.show_face(face)
            self._show_values(face)
            self._show_parts(face)
            self.acts.show_face(face)

    def focus_first(self) -> None:
        """The first field that can be edited, ready to be overwritten."""
        field = self.title if self.title.isVisibleTo(self) else self.length
        field.setFocus()
        field.selectAll()

    def revert(self) -> None:
        """Forget what was typed and not taken."""
        for field in (self.title, self.length, self.starts, self.question):
            field.revert()

    def _show_values(self, face: PhaseFace) -> None:
        self.title.setPlaceholderText(face.title_hint)
        self.title.show_value(face.title)
        self.length.show_value(face.length)
        self.starts.show_value(face.starts)
        self.question.show_value(face.prompt)
        self.question.fit()
        self.fixed.setChecked(face.is_fixed)
        self.sound.show_choice([(sound_name(s), s) for s in PhaseSound], face.sound)

    def _show_parts(self, face: PhaseFace) -> None:
        """What has begun has no fields; a clock time only where it counts."""
        is_open = not face.is_locked
        has_time = face.can_be_fixed and (face.is_fixed or face.begins_the_day)
        for part, is_shown in (
            (self._title, is_open and face.can_rename),
            (self._pair, is_open),
            (self.fixed, face.can_be_fixed and not face.begins_the_day),
            (self._starts, has_time),
            (self._when, is_open and face.can_be_fixed),
            (self._question, is_open and face.can_ask),
        ):
            part.setVisible(is_shown)

    def _arrange(self) -> None:
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(10)
        self._pair = TightPair(self._length, self._sound)
        self._when = TightPair(self.fixed, self._starts, middle=True)
        for part in (self._head, self._title, self._pair, self._when, self._question, self.acts):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self.renamed.emit(self._at(), text))
        self.length.committed.connect(lambda text: self.length_typed.emit(self._at(), text))
        self.starts.committed.connect(lambda text: self.start_typed.emit(self._at(), text))
        self.question.committed.connect(lambda text: self.question_typed.emit(self._at(), text))
        self.sound.picked.connect(lambda sound: self.sound_picked.emit(self._at(), sound))
        self.fixed.clicked.connect(lambda on: self.fixed_toggled.emit(self._at(), on))
        self.stepper.stepped.connect(lambda steps: self.lengthened.emit(steps * MINUTE))

    def _at(self) -> int:
        return self._face.position if self._face else -1
