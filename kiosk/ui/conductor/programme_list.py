"""The programme (draaiboek) at the host's left hand: what was, what runs, what comes."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n import _
from kiosk.services.conductor_state import PhaseStanding
from kiosk.ui.conductor.state import PaceFace, PhaseLineFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import (
    Card,
    FittedLabel,
    GrowingLabel,
    IconButton,
    IconLabel,
    Pill,
    PlainLabel,
)
from kiosk.ui.widgets.text import plain_tip

ROWS = range(46, 25, -1)
"""Heights of a line of the programme; the first at which the whole day is in sight is used."""
SMALL = 0.6
"""What a changeover takes of that height while it does not run."""
WORDS_AIR = 2
"""Above and below a title together: without any, two titles on two lines read as one."""
MARK = 18
LENGTH_EMS = 14
"""A list narrower than this, in heights of its text, leaves the lengths out for the titles."""


class PhaseLine(QAbstractButton):
    """One line: start, title, length, and a mark for done, running or skipped; a tap opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: PhaseLineFace | None = None
        self._starts, self._length = PlainLabel(), PlainLabel()
        self._title = GrowingLabel(lines=3)
        self._mark = IconLabel(size=MARK)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # with keys: P opens the part that comes next, and from there one walks through them all
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        self._row = row
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(load_tokens().shape.gap.tight + 4)
        row.addWidget(self._starts)
        row.addWidget(self._title, 1)
        row.addWidget(self._length)
        row.addWidget(self._mark)

    def show_face(self, face: PhaseLineFace) -> None:
        """Paint one line of the programme."""
        if face == self._face:
            return
        self._face = face
        starts = "" if face.standing is PhaseStanding.SKIPPED else face.starts
        self._starts.setText(starts)
        self._title.setText(face.title)
        self._length.setText(face.length)
        self._dress(face)
        planned = _("planned {time}").format(time=face.planned) if face.planned else ""
        words = (starts, planned, face.title, face.length, self._word(face))
        self.setAccessibleName(" ".join(word for word in words if word))
        self.setToolTip(plain_tip(planned))
        self.update()

    @property
    def face(self) -> PhaseLineFace | None:
        """What it shows."""
        return self._face

    def _dress(self, face: PhaseLineFace) -> None:
        running = face.standing is PhaseStanding.RUNNING
        skipped = face.standing is PhaseStanding.SKIPPED
        done = face.standing is PhaseStanding.DONE
        quiet = not running and (face.small or done or skipped)
        look = "caption" if self._is_small else "body"
        for label in (self._starts, self._title, self._length):
            set_look(
                label,
                look=look,
                tone="muted" if quiet else "ink",
                bold=running,
            )
        if face.planned and not done and not running:
            set_look(self._starts, look=look, tone="warn")
        self._title.set_struck(struck=skipped)
        light = load_tokens().light
        self._mark.set_icon(face.mark, light.primary if running else light.muted)

    @property
    def starts_width(self) -> int:
        """What the planned start needs; the widest one makes the column."""
        self._starts.ensurePolished()
        self._starts.setMinimumWidth(0)  # a label never asks for less than it was given
        return self._starts.sizeHint().width()

    def keep_column(self, starts_width: int, *, with_length: bool) -> None:
        """Begin where the others begin, and leave out the length where they do."""
        self._starts.setFixedWidth(starts_width)
        self._length.setVisible(with_length)

    def height_in(self, row: int, words_height: int) -> int:
        """What it takes of a list with ``row`` px for a line, or more if the words need it."""
        return max(round(row * (SMALL if self._is_small else 1)), words_height)

    def take_height(self, height: int) -> None:
        """Be so high from now on."""
        if height != self.height():
            self.setFixedHeight(height)
            self._row.setGeometry(self.rect())

    def words_height(self, width: int) -> int:
        """Up to three lines for the title at its own size; a longer one becomes smaller."""
        length = self._length if self._length.isVisibleTo(self) else None
        gaps = (3 if length else 2) * self._row.spacing()
        beside = self._starts.width() + (length.sizeHint().width() if length else 0) + MARK + gaps
        margins = self._row.contentsMargins()
        title = width - beside - margins.left() - margins.right()
        return self._title.heightForWidth(title) + (0 if self._is_small else WORDS_AIR)

    @property
    def _is_small(self) -> bool:
        """A changeover stands back, but not while it is what runs."""
        face = self._face
        return face is not None and face.small and face.standing is not PhaseStanding.RUNNING

    def _word(self, face: PhaseLineFace) -> str:
        words = {
            PhaseStanding.DONE: _("done"),
            PhaseStanding.RUNNING: _("running"),
            PhaseStanding.SKIPPED: _("skipped"),
        }
        return words.get(face.standing, "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        light, running = load_tokens().light, PhaseStanding.RUNNING
        is_running = self._face is not None and self._face.standing is running
        if not (is_running or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(light.primary_soft if is_running else light.paper))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)


class ProgrammeList(Card):
    """All lines, scrolled so that the running one is in sight, under the pace of the day.

    ``phase_chosen`` carries a position. Lines are low, so that the whole day is in sight; the
    button above leads to each of them too (``change_wanted``).
    """

    phase_chosen = Signal(int)
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: list[PhaseLine] = []
        super().__init__(parent=parent)
        self._title = FittedLabel(look="strong")
        self._pace = Pill()
        self._change = IconButton("pencil", "")
        self._change.clicked.connect(self.change_wanted)
        self._running: PhaseLine | None = None
        self._fitted: tuple[object, ...] = ()
        self._pace_face: PaceFace | None = None
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._pace)
        head.addWidget(self._change)
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.addLayout(head)
        self._scroll = self._scroll_area()
        self.body.addWidget(self._scroll, 1)
        self._ends = FittedLabel(look="caption", tone="muted")
        self._ends.setContentsMargins(14, 0, 14, 0)
        self.body.addWidget(self._ends)
        self._pace.hide()
        self._ends.hide()

    def retranslate(self) -> None:
        """Say the heading in the language in use."""
        self._title.setText(_("Programme"))
        self._change.set_meaning(_("Change the programme"))

    def show_pace(self, pace: PaceFace | None) -> None:
        """How the day runs; nothing when the plan says nothing about now."""
        if pace == self._pace_face:
            return
        self._pace_face = pace
        self._pace.setVisible(pace is not None)
        self._ends.setVisible(pace is not None and bool(pace.ends))
        if pace:
            self._pace.setText(pace.text)
            self._pace.set_tone(pace.tone)
            self._ends.setText(pace.ends)

    def show_lines(self, faces: tuple[PhaseLineFace, ...]) -> None:
        """Paint the programme; lines are kept from one state to the next."""
        while len(self._lines) < len(faces):
            self._lines.append(self._new_line())
            self._rows.insertWidget(len(self._lines) - 1, self._lines[-1])
        while len(self._lines) > len(faces):
            self._lines.pop().deleteLater()
        for line, face in zip(self._lines, faces, strict=True):
            line.show_face(face)
        self._fit()
        self._follow(faces)

    def _new_line(self) -> PhaseLine:
        line = PhaseLine()
        line.clicked.connect(partial(self._choose, line))
        return line

    def _choose(self, line: PhaseLine) -> None:
        if line.face is not None:
            self.phase_chosen.emit(line.face.position)

    def _fit(self) -> None:
        """Give every line its height; nothing is laid out anew while all is as it was."""
        if not self._lines:
            return
        width, height = self._scroll.width(), self._scroll.height()
        now = (width, height, *(line.face for line in self._lines))
        if now == self._fitted:
            return
        self._fitted = now
        column = max(line.starts_width for line in self._lines)
        roomy = self.width() > self.fontMetrics().height() * LENGTH_EMS
        for line in self._lines:
            line.keep_column(column, with_length=roomy)
        for line, lines_height in zip(self._lines, self._heights(width, height), strict=True):
            line.take_height(lines_height)

    def _heights(self, width: int, height: int) -> list[int]:
        """The highest lines at which the whole day is in sight, or the lowest beside a bar."""
        words = [line.words_height(width) for line in self._lines]
        for row in ROWS:
            heights = self._heights_in(row, words)
            if sum(heights) <= height:
                return heights
        width -= self._scroll.verticalScrollBar().sizeHint().width()
        return self._heights_in(ROWS[-1], [line.words_height(width) for line in self._lines])

    def _heights_in(self, row: int, words: list[int]) -> list[int]:
        lines = zip(self._lines, words, strict=True)
        return [line.height_in(row, words_height) for line, words_height in lines]

    def _fit_anew(self) -> None:
        """The letters have another size; those of the lines may get theirs only after this."""
        self._fitted = ()
        self._fit()
        self._fitted = ()

    def _scroll_area(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return scroll

    def _follow(self, faces: tuple[PhaseLineFace, ...]) -> None:
        running = (
            line
            for line, face in zip(self._lines, faces, strict=True)
            if face.standing is PhaseStanding.RUNNING
        )
        line = next(running, None)
        if line is not self._running:
            self._running = line
            self._reveal()

    def _reveal(self) -> None:
        if self._running is not None and self.isVisible():
            self._rows.activate()
            self._scroll.ensureWidgetVisible(self._running, 0, 3 * ROWS[0])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_anew()
        self._reveal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._reveal()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_anew()
