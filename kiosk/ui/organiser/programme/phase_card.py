"""The chosen phase in fields; each is an edit of its own, told when it is whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.programme import PhaseSound
from kiosk.i18n import _
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.organiser.programme.fields import (
    CalmBox,
    Captioned,
    CommittedLine,
    CommittedText,
    ShortLine,
)
from kiosk.ui.organiser.programme.lengths import MINUTE
from kiosk.ui.organiser.programme.phase_gestures import MOST_LETTERS
from kiosk.ui.organiser.programme.state import PhaseFace
from kiosk.ui.organiser.programme.wording import sound_name
from kiosk.ui.theme.style import text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, IconLabel, PlainLabel, Toggle

SIGN = 20


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
        self._heading, self._when = PlainLabel(look="strong"), PlainLabel("", "caption", "muted")
        self._why = _Why()
        self.title, self.length = CommittedLine(MOST_LETTERS), ShortLine()
        self.starts, self.sound = ShortLine(), CalmBox()
        self.question, self.fixed = CommittedText(), Toggle()
        self.shorter, self.longer = IconButton("minus", ""), IconButton("plus", "")
        self.acts = PhaseActions()
        self._named = {
            control: Captioned(control)
            for control in (self.title, self.starts, self.sound, self.question)
        }
        self._length = Captioned(_Length(self.length, self.shorter, self.longer))
        self._arrange()
        self._connect()

    def retranslate(self) -> None:
        """Name everything in the language in use."""
        self._named[self.title].set_caption(_("Title"))
        self._named[self.sound].set_caption(_("Sound at the end"))
        hint = _("Empty: one of the house is shown.")
        self._named[self.question].set_caption(_("Question on the room display"), hint)
        self.question.setPlaceholderText(hint)
        self._length.set_caption(_("Length"))
        self.length.setAccessibleName(_("Length in minutes"))
        self.shorter.set_meaning(_("A minute shorter"))
        self.longer.set_meaning(_("A minute longer"))
        self.acts.retranslate()

    def show_face(self, face: PhaseFace | None) -> None:
        """Show a phase, or that there is none."""
        self.setVisible(face is not None)
        self._face = face
        if face is None:
            return
        self._heading.setText(face.heading)
        self._when.setText(face.when)
        self._why.show_text(face.why, is_locked=face.is_locked)
        self._show_fields(face)
        self.acts.show_face(face)

    def focus_first(self) -> None:
        """The first field, ready to be overwritten."""
        field = self.title if self.title.isVisibleTo(self) else self.length
        field.setFocus()
        field.selectAll()

    def revert(self) -> None:
        """Forget what was typed and not taken."""
        for field in (self.title, self.length, self.starts, self.question):
            field.revert()

    def _show_fields(self, face: PhaseFace) -> None:
        self.title.setPlaceholderText(face.title_hint)
        self.title.show_value(face.title)
        self.length.show_value(face.length)
        self.starts.show_value(face.starts)
        self.question.show_value(face.prompt)
        self.question.fit()
        self.fixed.setChecked(face.is_fixed)
        self.fixed.setText(_("At a fixed time"))
        self.fixed.setToolTip("")
        self._named[self.starts].set_caption(_("Begins at") if face.begins_the_day else _("At"))
        self.sound.show_choice([(sound_name(s), s) for s in PhaseSound], face.sound)
        self._named[self.title].setVisible(face.can_rename)
        self._named[self.question].setVisible(face.can_ask)
        self.fixed.setVisible(face.can_be_fixed and not face.begins_the_day)
        self._named[self.starts].setVisible(
            face.can_be_fixed and (face.is_fixed or face.begins_the_day)
        )
        for part in (*self._named.values(), self._length, self.fixed):
            part.setEnabled(not face.is_locked)

    def _arrange(self) -> None:
        for label in (self._heading, self._when):
            label.setWordWrap(True)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        for part in (self._heading, self._when, self._why):
            head.addWidget(part)
        self.body.addLayout(head)
        self.body.addWidget(self._named[self.title])
        self.body.addWidget(TightPair(self._length, self._named[self.sound]))
        self.body.addWidget(TightPair(self.fixed, self._named[self.starts]))
        self.body.addWidget(self._named[self.question])
        self.body.addWidget(self.acts)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self.renamed.emit(self._at(), text))
        self.length.committed.connect(lambda text: self.length_typed.emit(self._at(), text))
        self.starts.committed.connect(lambda text: self.start_typed.emit(self._at(), text))
        self.question.committed.connect(lambda text: self.question_typed.emit(self._at(), text))
        self.sound.picked.connect(lambda sound: self.sound_picked.emit(self._at(), sound))
        self.fixed.clicked.connect(lambda on: self.fixed_toggled.emit(self._at(), on))
        self.shorter.clicked.connect(lambda: self.lengthened.emit(-MINUTE))
        self.longer.clicked.connect(lambda: self.lengthened.emit(MINUTE))

    def _at(self) -> int:
        return self._face.position if self._face else -1


class PhaseActions(QWidget):
    """What moves the chosen phase, skips it or takes it out."""

    def __init__(self) -> None:
        super().__init__()
        self.earlier = ActionButton(icon_name="chevron-up")
        self.later = ActionButton(icon_name="chevron-down")
        self.skip, self.remove = ActionButton(), ActionButton(role="danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.tight)
        column.addWidget(TightPair(self.earlier, self.later))
        column.addWidget(TightPair(self.skip, self.remove))

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self.earlier.setText(_("Earlier"))
        self.later.setText(_("Later"))
        self.remove.setText(_("Remove"))

    def show_face(self, face: PhaseFace) -> None:
        """What can't be done is seen, and what was pressed keeps the focus as long as it can."""
        self.skip.setText(face.skip_text)
        self.setVisible(not face.is_locked)
        for button, is_possible in (
            (self.earlier, face.can_go_earlier),
            (self.later, face.can_go_later),
            (self.skip, face.can_skip),
            (self.remove, face.can_remove),
        ):
            button.setEnabled(is_possible)


class _Length(QWidget):
    """The length with a button at each side, which do the same as typing."""

    def __init__(self, field: CommittedLine, shorter: IconButton, longer: IconButton) -> None:
        super().__init__()
        self._field = field
        self.setFocusProxy(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(shorter)
        row.addWidget(field, 1)
        row.addWidget(longer)


class _Why(QWidget):
    """Why something can't be done, with a lock where nothing can."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel(size=SIGN)
        self._text = PlainLabel(look="caption", tone="muted")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)

    def show_text(self, text: str, *, is_locked: bool) -> None:
        self.setVisible(bool(text))
        self._text.setText(text)
        size = round(SIGN * text_scale())
        self._sign.setFixedSize(size, size)
        self._sign.set_icon("lock" if is_locked else "info", load_tokens().light.muted)
