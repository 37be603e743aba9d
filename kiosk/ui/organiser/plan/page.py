"""The plan page: the grid at the left; figures, options and two buttons at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.facts import FactList
from kiosk.ui.organiser.page import SPACING, OrganiserPage
from kiosk.ui.organiser.plan_grid import PlanGridView
from kiosk.ui.organiser.plan_legend import PlanLegend
from kiosk.ui.organiser.plan_presenter import PlanPresenter
from kiosk.ui.organiser.plan_state import PlanFace
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel

PANEL = 288
PANEL_NARROW = 252
NARROW = 1180
BESIDE = 760
"""A page narrower than this, at normal text size, has its figures below the grid."""
LEAST_GRID = 280
UNBOUNDED = 16_777_215


class PlanPage(OrganiserPage):
    """``plan_changed`` follows a new plan that is in force."""

    plan_changed = Signal()

    def __init__(self, presenter: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.grid = PlanGridView()
        self.figures = _FiguresCard()
        self.options = _OptionsCard()
        self._legend = PlanLegend()
        self._empty = _EmptyPlan()
        self._arrange()
        presenter.show = self.render_face
        presenter.tell = self.notice.show_notice
        presenter.planned = self.plan_changed.emit
        self.options.make.clicked.connect(presenter.make)
        self.options.print.clicked.connect(presenter.print_route_cards)
        self.notice.closed.connect(presenter.dismiss)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.notice.retranslate()
        self.grid.retranslate()
        self._legend.retranslate()
        self.figures.retranslate()
        self.options.retranslate()
        self._empty.retranslate()
        self._presenter.retranslate()

    def render_face(self, face: PlanFace) -> None:
        """Paint a state."""
        if face.grid is not None:
            self.grid.show_grid(face.grid)
        self._empty.show_reason(face.empty)
        self._stack.setCurrentIndex(0 if face.grid is not None else 1)
        self._legend.setVisible(face.grid is not None)
        self.figures.setVisible(face.grid is not None)
        self.figures.show_face(face)
        self.options.show_face(face)

    def _arrange(self) -> None:
        card = Card()
        card.body.setContentsMargins(22, 8, 8, 8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self._legend)
        self._panel = QWidget()
        side = QVBoxLayout(self._panel)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACING)
        side.addWidget(self.figures)
        side.addWidget(self.options)
        side.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACING + 4)
        self._row.addWidget(card, 1)
        self._row.addWidget(self._panel)
        self.body.addLayout(self._row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures stand beside the grid; with very large text below it."""
        super().resizeEvent(event)
        scale = text_scale()
        beside = self.width() >= BESIDE * scale
        narrow = self.width() < NARROW * scale
        panel = round((PANEL_NARROW if narrow else PANEL) * scale)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.grid.setMinimumHeight(0 if beside else round(LEAST_GRID * scale))
        self._panel.setMinimumWidth(panel if beside else 0)
        self._panel.setMaximumWidth(panel if beside else UNBOUNDED)


class _FiguresCard(Card):
    """What the plan gives."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(look="strong")
        self._figure = PlainLabel(look="display", tone="primary")
        self._caption = PlainLabel(look="caption", tone="muted")
        self._caption.setWordWrap(True)
        self._facts = FactList()
        big = QHBoxLayout()
        big.setSpacing(10)
        big.addWidget(self._figure)
        big.addWidget(self._caption, 1)
        self.body.addWidget(self._title)
        self.body.addLayout(big)
        self.body.addWidget(self._facts)

    def retranslate(self) -> None:
        self._title.setText(_("The plan in figures"))

    def show_face(self, face: PlanFace) -> None:
        self._figure.setText(face.figure)
        self._caption.setText(face.figure_caption)
        self._facts.show_lines(face.facts)


class _OptionsCard(Card):
    """What a plan is made from, and what to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(look="strong")
        self._facts = FactList()
        self.make = ActionButton(role="primary")
        self.print = ActionButton()
        self.body.addWidget(self._title)
        self.body.addWidget(self._facts)
        self.body.addSpacing(8)
        self.body.addWidget(self.make)
        self.body.addWidget(self.print)

    def retranslate(self) -> None:
        self._title.setText(_("Options"))
        self.print.setText(_("Print route cards"))

    def show_face(self, face: PlanFace) -> None:
        self._facts.show_lines(face.options)
        self.make.setText(face.make_text)
        self.make.setEnabled(face.can_make)
        self.print.setEnabled(face.can_print)


class _EmptyPlan(QWidget):
    """Instead of a grid, as long as there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(look="title")
        self._reason = PlainLabel(tone="muted")
        self._reason.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.addStretch()
        whole.addWidget(IconLabel("chair", 72), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._reason):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            whole.addWidget(label)
        whole.addStretch()

    def retranslate(self) -> None:
        self._title.setText(_("There is no plan yet"))

    def show_reason(self, reason: str) -> None:
        self._reason.setText(reason)
