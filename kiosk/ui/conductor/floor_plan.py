"""The room from above: every table, and the ways to who rests and to what is about the day."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from kiosk.i18n import _
from kiosk.ui.conductor.state import Gesture, RoomFace
from kiosk.ui.conductor.table_card import RING, TableCard
from kiosk.ui.widgets import ActionButton, Card, FittedLabel, PlainLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox

GAP = 4
"""Beside the room that each table leaves around itself."""
TALL = 1000
"""Rows take the height there is, up to what they can use, before the space below them does."""
LEAST_EMS = 9
CARD_EMS = 6.4
"""The least width of a table, in heights of its text: an employer's name stays readable."""


class FloorPlan(Card):
    """All tables, in as many columns as are readable, under a line that counts them.

    ``table_chosen`` carries an employer's id.
    """

    gestured = Signal(Gesture)
    table_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cards: list[TableCard] = []
        super().__init__(parent=parent)
        self._title = FittedLabel(look="strong")
        self._counts = FittedLabel(tone="muted")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._empty = PlainLabel(look="title", tone="muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._columns = 0
        self._rest = ActionButton("", "chair", role="tab")
        self._day = ActionButton("", "calendar", role="tab")
        self._rest.clicked.connect(lambda: self.gestured.emit(Gesture.SHOW_REST))
        self._day.clicked.connect(lambda: self.gestured.emit(Gesture.SHOW_DAY))
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), 8, margins.right(), 10)
        self.body.addWidget(self._head())
        self.body.addWidget(self._empty, 1)
        self._scroll = self._scroll_area()
        self.body.addWidget(self._scroll, 1)

    def retranslate(self) -> None:
        """Say what does not come with a state in the language in use."""
        self._day.setText(_("Whole day"))

    def card_of(self, employer_id: object) -> TableCard | None:
        """The table of an employer."""
        return next((c for c in self._cards if c.face and c.face.employer_id == employer_id), None)

    def has_keyboard(self) -> bool:
        """Whether somebody walks from table to table."""
        return self._focused() is not None

    def show_face(self, face: RoomFace) -> None:
        """Paint the room; cards are kept from one state to the next."""
        self._title.setText(face.heading)
        self._counts.setText(face.counts)
        self._empty.setText(face.empty)
        self._empty.setVisible(bool(face.empty))
        self._rest.setVisible(bool(face.rest))
        self._rest.setText(face.rest)
        self._scroll.setVisible(not face.empty)
        fitted = len(self._cards)
        while len(self._cards) < len(face.tables):
            self._cards.append(self._new_card())
        while len(self._cards) > len(face.tables):
            self._cards.pop().deleteLater()
        for card, table in zip(self._cards, face.tables, strict=True):
            card.show_face(table)
        if len(self._cards) != fitted:
            self._arrange()
            self._let_tab_stop_at(self._focused() or 0)

    def scroll_pages(self, pages: int) -> None:
        """Turn the room a screenful up or down."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _head(self) -> QWidget:
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title, 2)
        row.addWidget(self._counts, 3)
        return PairBox(words, FlowBox(self._rest, self._day), grows=0, middle=True)

    def _new_card(self) -> TableCard:
        card = TableCard()
        card.clicked.connect(lambda: self._choose(card))
        card.stepped.connect(self._step)
        return card

    def _choose(self, card: TableCard) -> None:
        if card.face is not None:
            self.table_chosen.emit(card.face.employer_id)

    def _focused(self) -> int | None:
        return next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)

    def _let_tab_stop_at(self, index: int) -> None:
        """Tab stops once in the room; from there the arrows go from table to table."""
        for at, card in enumerate(self._cards):
            stops = Qt.FocusPolicy.TabFocus if at == index else Qt.FocusPolicy.NoFocus
            card.setFocusPolicy(stops)

    def _step(self, step: tuple[int, int]) -> None:
        goal = (self._focused() or 0) + step[0] + step[1] * self._columns
        if 0 <= goal < len(self._cards):
            self._let_tab_stop_at(goal)
            self._cards[goal].setFocus()
            self._scroll.ensureWidgetVisible(self._cards[goal])

    def _scroll_area(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return scroll

    def _fitting_columns(self) -> int:
        least = self.fontMetrics().height() * CARD_EMS + 2 * RING
        return max(1, int((self._scroll.viewport().width() + GAP) // (least + GAP)))

    def _best_columns(self) -> int:
        """Up to a third fewer columns than fit, when that fills the last row: larger tables."""
        most, tables = self._fitting_columns(), len(self._cards)
        fewest = max(1, most - most // 3)
        return min(range(most, fewest - 1, -1), key=lambda columns: -tables % columns / columns)

    def _arrange(self) -> None:
        columns = self._best_columns()
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        rows = -(-len(self._cards) // columns)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, TALL if row < rows else int(row == rows))
        self._columns = columns
        for card in self._cards:
            card.fit()
        self.setMinimumHeight(self.fontMetrics().height() * LEAST_EMS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        self.body.activate()
        if self._cards and self._best_columns() != self._columns:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._cards:
            self._arrange()
