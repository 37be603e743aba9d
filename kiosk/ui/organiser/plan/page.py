"""The plan page: the grid at the left with its lists below; quality and options at the right."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.organiser.page import MARGIN, SPACING, OrganiserPage
from kiosk.ui.organiser.plan.demands_card import DemandsCard
from kiosk.ui.organiser.plan.empty_plan import EmptyPlan
from kiosk.ui.organiser.plan.grid import PlanGridView
from kiosk.ui.organiser.plan.list_card import ListCard
from kiosk.ui.organiser.plan.options_card import OptionsCard
from kiosk.ui.organiser.plan.place_card import PlaceCard
from kiosk.ui.organiser.plan.presenter import PlanPresenter
from kiosk.ui.organiser.plan.quality_card import QualityCard
from kiosk.ui.organiser.plan.state import Drawer, HandFace, PlaceFace, PlanFace
from kiosk.ui.organiser.plan.status_line import StatusLine
from kiosk.ui.organiser.side_panel import BAR, SidePanel
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import Card

PANEL = 296
PANEL_NARROW = 262
NARROW = 1180
BESIDE = 760
"""A page narrower than this, at normal text size, has its figures below the grid."""
LEAST_GRID = 280


class PlanPage(OrganiserPage):
    """``plan_changed`` follows a plan that has come in force."""

    plan_changed = Signal()

    def __init__(self, presenter: PlanPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.grid = PlanGridView(presenter.hand.target)
        self.quality, self.options = QualityCard(), OptionsCard()
        self.demands, self.list, self.status = DemandsCard(), ListCard(), StatusLine()
        self._empty = EmptyPlan()
        self._arrange()
        self.place = PlaceCard(self)
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for part in (
            self.notice,
            self.grid,
            self.quality,
            self.options,
            self.demands,
            self.list,
            self.place,
            self.status,
            self._empty,
        ):
            part.retranslate()
        self._presenter.retranslate()

    def render_face(self, face: PlanFace) -> None:
        """Paint a state."""
        has_plan = face.grid is not None
        if face.grid is not None:
            self.grid.show_grid(face.grid)
        self._empty.show_reason(face.empty)
        self._stack.setCurrentIndex(0 if has_plan else 1)
        self.status.setVisible(has_plan)
        self.status.versions.setText(face.versions_text)
        self.quality.show_face(face.quality)
        self.options.show_face(face.options)
        self.demands.show_face(face.demands)
        self.list.show_face(face.drawer)

    def render_hand(self, face: HandFace) -> None:
        """Paint what is picked up and what can be undone."""
        self.grid.show_hand(face)
        self.status.show_face(face)

    def render_place(self, face: PlaceFace | None) -> None:
        """Show the employers for a place beside it; when they go, the grid has the focus."""
        had_focus = self.place.isVisible()
        self.place.show_face(face)
        if face is not None and not had_focus:
            self.place.stand_beside(self._cell(face), self._room())
            self.place.options.setFocus()
        elif face is None and had_focus:
            self.grid.setFocus()

    def _show_list(self) -> None:
        """With large text the page scrolls, and the list may have opened out of sight."""
        around = self.parentWidget()
        area = around.parentWidget() if around else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self.list)

    def _cell(self, face: PlaceFace) -> QRect:
        area = self.grid.area_of(face.seat)
        corner = self.grid.viewport().mapTo(self, area.topLeft())
        return QRect(corner, area.size())

    def _room(self) -> QRect:
        """What is in sight of the page: with large text it scrolls."""
        return self.visibleRegion().boundingRect()

    def _connect(self) -> None:
        presenter, hand, place = self._presenter, self._presenter.hand, self._presenter.place
        presenter.show, presenter.tell = self.render_face, self.notice.show_notice
        presenter.planned = self.plan_changed.emit
        hand.show, place.show = self.render_hand, self.render_place
        self.notice.closed.connect(presenter.dismiss)
        self._connect_cards()
        for gesture, act in (
            (self.grid.picked, hand.pick_up),
            (self.grid.considered, hand.consider),
            (self.grid.dropped, hand.drop),
            (self.grid.released, hand.release),
            (self.grid.put_back, hand.put_back),
            (self.grid.lock_toggled, hand.toggle_lock),
            (self.grid.cleared, hand.clear),
            (self.grid.opened, place.open),
            (self.place.chosen, place.choose),
            (self.place.asked, place.ask_for),
            (self.place.lock_toggled, place.toggle_lock),
            (self.place.closed, place.close),
        ):
            gesture.connect(act)
        self.grid.pressed.connect(lambda _index: place.close())
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(hand.undo)

    def _connect_cards(self) -> None:
        presenter, buttons = self._presenter, self.options.buttons
        buttons.make.clicked.connect(presenter.make)
        buttons.publish.clicked.connect(presenter.publish)
        buttons.print.clicked.connect(presenter.print_route_cards)
        self.options.working.cancel.clicked.connect(presenter.cancel)
        self.options.method.chosen.connect(presenter.choose_method)
        self.demands.go_on.connect(presenter.make_without)
        self.demands.closed.connect(presenter.close_demands)
        self.quality.unmet_wanted.connect(lambda: presenter.toggle_list(Drawer.UNMET))
        self.status.versions_wanted.connect(lambda: presenter.toggle_list(Drawer.VERSIONS))
        self.status.undone.connect(presenter.hand.undo)
        self.list.closed.connect(presenter.close_list)
        self.list.chosen.connect(self.grid.go_to_person)
        self.list.version_chosen.connect(presenter.hand.take_up)
        self.list.came.connect(lambda: QTimer.singleShot(0, self.list, self._show_list))

    def _arrange(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACING + 4)
        self._row.addLayout(self._left(), 1)
        self._panel = SidePanel(self._right())
        self._row.addWidget(self._panel)
        self.body.addLayout(self._row)
        self._whole().setContentsMargins(MARGIN, MARGIN, MARGIN - BAR, MARGIN)

    def _whole(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        return layout

    def _left(self) -> QVBoxLayout:
        card = Card()
        card.body.setContentsMargins(22, 4, 8, 8)
        card.body.setSpacing(4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self.status)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addWidget(card, 1)
        for below in (self.list, self.demands, self.notice):
            left.addWidget(below)
        return left

    def _right(self) -> QWidget:
        inside = QWidget()
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACING)
        side.addWidget(self.quality)
        side.addWidget(self.options)
        side.addStretch()
        return inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures stand beside the grid; with very large text below it."""
        super().resizeEvent(event)
        self._presenter.place.close()
        scale = text_scale()
        beside = self.width() >= BESIDE * scale
        narrow = self.width() < NARROW * scale
        panel = round((PANEL_NARROW if narrow else PANEL) * scale)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.grid.setMinimumHeight(0 if beside else round(LEAST_GRID * scale))
        if beside:
            self._panel.stand_beside(panel)
        else:
            self._panel.stand_below()
