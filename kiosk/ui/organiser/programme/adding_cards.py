"""Ways to put something into the programme: one part, or rounds made from one line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _, ngettext
from kiosk.i18n.lengths import MINUTE, duration, length_text, read_length
from kiosk.i18n.programme_words import kind_name
from kiosk.ui.organiser.plan.tight_pair import TightPair
from kiosk.ui.organiser.programme.fields import (
    CalmBox,
    Captioned,
    CommittedLine,
    ShortLine,
    Stepper,
)
from kiosk.ui.organiser.programme.phase_gestures import MOST_LETTERS
from kiosk.ui.organiser.programme.side_card import SideCard
from kiosk.ui.organiser.programme.state import AddingFace
from kiosk.ui.widgets import ActionButton, PlainLabel

MOST_ROUNDS = 40
FIRST_COUNT = 3
USUAL_LENGTH = 15 * MINUTE
KINDS = (
    PhaseKind.BREAK,
    PhaseKind.INFO,
    PhaseKind.ROUND,
    PhaseKind.WELCOME,
    PhaseKind.INTEREST,
    PhaseKind.CELEBRATION,
)


class InsertCard(SideCard):
    """``wanted`` carries kind, title and length of a phase to put in."""

    wanted = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.title = CalmBox(), CommittedLine(MOST_LETTERS)
        self.length, self.insert = ShortLine(), ActionButton(role="primary", icon_name="plus")
        self._kind, self._named = Captioned(self.kind), Captioned(self.title)
        self._length = Captioned(self.length)
        for part in (self._kind, self._named, self._length, self.insert):
            self.body.addWidget(part)
        self.kind.picked.connect(lambda _kind: self._show_hint())
        self.insert.clicked.connect(self._want)
        for field in (self.title, self.length):
            field.returnPressed.connect(self._want)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(_("Add a part"))
        self._kind.set_caption(_("What happens"))
        self._named.set_caption(_("Title"))
        self._length.set_caption(_("Length in minutes"))
        self.insert.setText(_("Add"))

    def begin(self, face: AddingFace) -> None:
        self.show_place(face)
        self.kind.show_choice([(kind_name(kind), kind) for kind in KINDS], KINDS[0])
        self.title.show_value("")
        self.length.show_value(length_text(USUAL_LENGTH))
        self._show_hint()
        self.kind.setFocus()

    def _show_hint(self) -> None:
        """A round is called by its number."""
        self.title.setPlaceholderText(self.kind.currentText())
        self._named.setVisible(self.kind.chosen is not PhaseKind.ROUND)

    def _want(self) -> None:
        kind = self.kind.chosen
        title = "" if kind is PhaseKind.ROUND else self.title.text()
        self.wanted.emit(kind, title, self.length.text())


class RoundsCard(SideCard):
    """``wanted`` carries how many rounds, their length, and that of the changeovers between."""

    wanted = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.length, self.changeover = ShortLine(), ShortLine(), ShortLine()
        self.stepper = Stepper(self.count)
        self.insert = ActionButton(role="primary", icon_name="plus")
        self._sum = PlainLabel(look="caption", tone="muted")
        self._sum.setWordWrap(True)
        self._named = [Captioned(each) for each in (self.stepper, self.length, self.changeover)]
        self.body.addWidget(self._named[0])
        self.body.addWidget(TightPair(*self._named[1:]))
        self.body.addWidget(self._sum)
        self.body.addWidget(self.insert)
        self.count.setValidator(QIntValidator(1, MOST_ROUNDS, self))
        self.stepper.stepped.connect(self._step)
        for field in (self.count, self.length, self.changeover):
            field.textChanged.connect(self._show_sum)
            field.returnPressed.connect(self._want)
        self.insert.clicked.connect(self._want)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(_("Rounds from one line"))
        captions = (_("How many rounds"), _("Minutes each"), _("Changeover (0: none)"))
        for captioned, caption in zip(self._named, captions, strict=True):
            captioned.set_caption(caption)
        self.count.setAccessibleName(captions[0])
        self.stepper.less.set_meaning(_("One round fewer"))
        self.stepper.more.set_meaning(_("One round more"))
        self.insert.setText(_("Add rounds"))
        self._show_sum()

    def begin(self, face: AddingFace) -> None:
        self.count.show_value(str(FIRST_COUNT))
        self.length.show_value(face.round_length)
        self.changeover.show_value(face.changeover_length)
        self.count.setFocus()
        self.count.selectAll()

    def _count(self) -> int:
        return min(max(int(self.count.text() or 0), 1), MOST_ROUNDS)

    def _step(self, by: int) -> None:
        self.count.setText(str(min(max(self._count() + by, 1), MOST_ROUNDS)))

    def _want(self) -> None:
        self.wanted.emit(self._count(), self.length.text(), self.changeover.text())

    def _show_sum(self) -> None:
        """How long all of it takes, while it can be read."""
        count = self._count()
        each, between = read_length(self.length.text()), read_length(self.changeover.text())
        if each is None or between is None:
            self._sum.setText("")
            return
        text = ngettext("{count} round: {length}", "{count} rounds: {length}", count)
        length = duration(count * each + (count - 1) * between)
        self._sum.setText(text.format(count=count, length=length))
