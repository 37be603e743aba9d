"""The room from above: every table with its number, state, employer and who sits there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from kiosk.ui.conductor.state import RoomFace, TableFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import Card, FittedLabel, GrowingLabel, PlainLabel

GAP = 10
PADDING = 20
ROOMIEST = 9
"""A table takes the height of so many lines of names, and no more."""
ROOMY = (9, 5.5)
"""Wider and higher than this, in heights of its number, its words are written larger."""
TALL = 1000
"""Rows take the height there is, up to what they can use, before the space below them does."""
LEAST_EMS = 9
CARD_EMS = 6.4
"""The least width of a table, in heights of its text: an employer's name stays readable."""


class TableCard(Card):
    """One table. Its colour is said in a word too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._face: TableFace | None = None
        self._number = PlainLabel(look="strong")
        self._word = FittedLabel(look="caption")
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._employer = GrowingLabel(lines=2)
        self._names = GrowingLabel(look="caption", tone="muted", lines=2)
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._word, 1)
        self.body.setContentsMargins(12, 6, 12, 6)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._employer)
        self.body.addWidget(self._names)
        self.body.addStretch(1)

    def fit(self) -> None:
        """Its three lines and some air, whatever the text size in use."""
        for label in (self._number, self._employer, self._names):
            label.ensurePolished()
        head, line = self._number.sizeHint().height(), self._names.fontMetrics().height()
        self.setMinimumHeight(head + 2 * line + PADDING)
        self.setMaximumHeight(head + ROOMIEST * line + PADDING)

    def hasHeightForWidth(self) -> bool:
        return False  # the room gives every table the same height; words become smaller

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a large tile the words are large too."""
        super().resizeEvent(event)
        em = self._number.fontMetrics().height()
        roomy = self.height() > em * ROOMY[1] and self.width() > em * ROOMY[0]
        set_look(self._employer, look="strong" if roomy else "body")
        set_look(self._names, look="body" if roomy else "caption")

    def show_face(self, face: TableFace) -> None:
        """Paint one table."""
        if face == self._face:
            return
        self._face = face
        self.set_card(face.tone)
        tone = "muted" if face.tone == "plain" else face.tone
        for label, text in ((self._number, face.number), (self._word, face.word)):
            label.setText(text)
            set_look(label, tone=tone, bold=True)
        self._employer.setText(face.employer)
        self._names.setText(face.names)
        words = (face.number, face.word, face.employer, face.names)
        self.setAccessibleName(", ".join(word for word in words if word))


class FloorPlan(Card):
    """All tables, in as many columns as are readable, under a line that counts them."""

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
        head = QHBoxLayout()
        head.addWidget(self._title, 2)
        head.addWidget(self._counts, 3)
        self.body.addLayout(head)
        self.body.addWidget(self._empty, 1)
        self._scroll = self._scroll_area()
        self.body.addWidget(self._scroll, 1)

    def show_face(self, face: RoomFace) -> None:
        """Paint the room; cards are kept from one state to the next."""
        self._title.setText(face.heading)
        self._counts.setText(face.counts)
        self._empty.setText(face.empty)
        self._empty.setVisible(bool(face.empty))
        self._scroll.setVisible(not face.empty)
        fitted = len(self._cards)
        while len(self._cards) < len(face.tables):
            self._cards.append(TableCard())
        while len(self._cards) > len(face.tables):
            self._cards.pop().deleteLater()
        for card, table in zip(self._cards, face.tables, strict=True):
            card.show_face(table)
        if len(self._cards) != fitted:
            self._arrange()

    def scroll_pages(self, pages: int) -> None:
        """Turn the room a screenful up or down."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _scroll_area(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(GAP)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return scroll

    def _fitting_columns(self) -> int:
        least = self.fontMetrics().height() * CARD_EMS
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
