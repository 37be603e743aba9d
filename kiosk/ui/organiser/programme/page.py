"""The programme page: all phases at the left, the chosen one or what is added at the right."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.organiser.page import MARGIN, SPACING, OrganiserPage
from kiosk.ui.organiser.programme.adding_cards import InsertCard, RoundsCard
from kiosk.ui.organiser.programme.lengths_card import LengthsCard
from kiosk.ui.organiser.programme.phase_card import PhaseCard
from kiosk.ui.organiser.programme.presenter import ProgrammePresenter
from kiosk.ui.organiser.programme.rows_around import ToolRow, TotalsRow
from kiosk.ui.organiser.programme.rundown import RundownList
from kiosk.ui.organiser.programme.side_card import SideCard
from kiosk.ui.organiser.programme.state import ProgrammeFace, Side
from kiosk.ui.organiser.side_panel import BAR, SidePanel
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import Card

PANEL = 384
PANEL_NARROW = 316
NARROW = 1180
BESIDE = 860
"""A page narrower than this, at normal text size, has its fields below the list."""
LEAST_LIST = 320
LOOK_AGAIN = 5_000
"""Milliseconds after which the day may have moved on, or another desk changed something."""


class ProgrammePage(OrganiserPage):
    """``programme_changed`` follows every edit that is in the file."""

    programme_changed = Signal()

    def __init__(self, presenter: ProgrammePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._side = Side.PHASE
        self.rows, self.totals, self.tools = RundownList(), TotalsRow(), ToolRow()
        self.phase = PhaseCard()
        self.insert, self.rounds, self.lengths = InsertCard(), RoundsCard(), LengthsCard()
        self._cards: dict[Side, SideCard] = {
            Side.INSERT: self.insert,
            Side.ROUNDS: self.rounds,
            Side.LENGTHS: self.lengths,
        }
        self._looking = QTimer(self, interval=LOOK_AGAIN)
        self._looking.timeout.connect(self.refresh)
        self._arrange()
        self._connect(presenter)
        self.retranslate()

    def refresh(self) -> None:
        """Read the programme anew, as when the host has gone on."""
        self._presenter.refresh()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for part in (self.notice, self.rows, self.tools, self.phase):
            part.retranslate()
        for card in self._cards.values():
            card.retranslate()
        self._presenter.retranslate()

    def render_face(self, face: ProgrammeFace) -> None:
        """Paint a state."""
        self.rows.show_rows(face.rows, face.chosen)
        self.totals.show_face(face.totals)
        self.tools.show_face(face)
        before, self._side = self._side, face.side
        self.phase.show_face(face.phase if face.side is Side.PHASE else None)
        for side, card in self._cards.items():
            card.setVisible(side is face.side)
            card.show_place(face.adding)
        if face.side is Side.PHASE and before is not Side.PHASE:
            self._go_to_rows()
        elif face.side is not before:
            self._cards[face.side].begin(face.adding)
            self._bring_into_sight(self._cards[face.side])

    def _leave_side(self) -> None:
        """Escape: what was typed and not taken is forgotten, and the list has the focus."""
        self.phase.revert()
        self._presenter.close_side()
        self._go_to_rows()

    def _open(self) -> None:
        """To the fields of the chosen phase; one that has begun has none."""
        self._presenter.close_side()
        if self.phase.isVisibleTo(self) and self.phase.is_open:
            self.phase.focus_first()
            self._bring_into_sight(self.phase)

    def _go_to_rows(self) -> None:
        self.rows.setFocus()
        self._bring_into_sight(self.rows)

    def _bring_into_sight(self, part: QWidget) -> None:
        """With large text the page scrolls; its layout settles first."""
        QTimer.singleShot(0, part, partial(self._scroll_to, part))

    def _scroll_to(self, part: QWidget) -> None:
        around = self.parentWidget()
        area = around.parentWidget() if around else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(part)

    def _connect(self, presenter: ProgrammePresenter) -> None:
        presenter.show, presenter.tell = self.render_face, self.notice.show_notice
        presenter.changed = self.programme_changed.emit
        self.notice.closed.connect(presenter.dismiss)
        self.tools.undone.connect(presenter.undo)
        self.tools.insert.clicked.connect(lambda: presenter.open_side(Side.INSERT))
        self.tools.rounds.clicked.connect(lambda: presenter.open_side(Side.ROUNDS))
        self.tools.lengths.clicked.connect(lambda: presenter.open_side(Side.LENGTHS))
        self.rows.chosen.connect(presenter.choose)
        self.rows.opened.connect(self._open)
        self.rows.moved.connect(presenter.move)
        self.rows.removed.connect(presenter.remove)
        self.rows.inserting.connect(lambda: presenter.open_side(Side.INSERT))
        self._connect_cards(presenter)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Undo)).connect(presenter.undo)
        self._shortcut(QKeySequence(Qt.Key.Key_Escape)).connect(self._leave_side)

    def _connect_cards(self, presenter: ProgrammePresenter) -> None:
        phase, acts, edits = self.phase, self.phase.acts, presenter.phase
        phase.renamed.connect(edits.rename)
        phase.length_typed.connect(edits.set_length)
        phase.start_typed.connect(edits.set_start)
        phase.fixed_toggled.connect(lambda at, on: edits.set_fixed(at, is_fixed=on))
        phase.sound_picked.connect(edits.set_sound)
        phase.question_typed.connect(edits.ask)
        phase.lengthened.connect(presenter.lengthen)
        acts.earlier.clicked.connect(lambda: presenter.move(-1))
        acts.later.clicked.connect(lambda: presenter.move(1))
        acts.skip.clicked.connect(presenter.toggle_skip)
        acts.remove.clicked.connect(presenter.remove)
        self.insert.wanted.connect(presenter.insert)
        self.rounds.wanted.connect(presenter.insert_rounds)
        self.lengths.wanted.connect(presenter.resize_all)
        for card in self._cards.values():
            card.closed.connect(presenter.close_side)

    def _shortcut(self, keys: QKeySequence) -> SignalInstance:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut.activated

    def _arrange(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACING + 4)
        self._row.addLayout(self._left(), 1)
        self._panel = _FieldsPanel(self._right())
        self._row.addWidget(self._panel)
        self.body.addLayout(self._row)
        whole = self.layout()
        assert whole is not None
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN - BAR, MARGIN)

    def _left(self) -> QVBoxLayout:
        card = Card()
        card.body.setContentsMargins(12, 8, 8, 8)
        card.body.setSpacing(6)
        card.body.addWidget(self.totals)
        card.body.addWidget(self.rows, 1)
        card.body.addWidget(self.tools)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addWidget(card, 1)
        left.addWidget(self.notice)
        return left

    def _right(self) -> QWidget:
        inside = QWidget()
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACING)
        for card in (self.phase, *self._cards.values()):
            side.addWidget(card)
        side.addStretch()
        return inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._looking.start()
        self.rows.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields stand beside the list; with very large text below it."""
        super().resizeEvent(event)
        scale = text_scale()
        beside = self.width() >= BESIDE * scale
        narrow = self.width() < NARROW * scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.rows.setMinimumHeight(0 if beside else round(LEAST_LIST * scale))
        self.tools.show_words(has_words=not narrow)
        if beside:
            self._panel.stand_beside(round((PANEL_NARROW if narrow else PANEL) * scale))
        else:
            self._panel.stand_below()


class _FieldsPanel(SidePanel):
    """Qt keeps the first size that a scroll area asks for; here cards come and go."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
