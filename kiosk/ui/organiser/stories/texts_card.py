"""The list of texts with what can be done about them, and the files that need mending."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.stories.state import ProblemLine, TextsFace
from kiosk.ui.organiser.stories.texts_list import ROW, TextsList
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel
from kiosk.ui.widgets.folding import FlowBox
from kiosk.ui.widgets.scrolling import scroll_area

LEAST_ROWS = 4
MOST_PROBLEMS_HIGH = 130


class TextsCard(QWidget):
    """``chosen`` carries the id of a text."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TextsList()
        self.reading = ActionButton(icon_name="refresh", role="primary")
        self.opening = ActionButton(icon_name="folder")
        self.problems = Problems()
        self._hint = PlainLabel(look="caption", tone="muted")
        self._hint.setWordWrap(True)
        self._arrange()
        self.list.chosen.connect(self.chosen)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.reading.setText(_("Read again"))
        self.opening.setText(_("Open the folder"))
        self.list.setAccessibleName(_("Texts for the room"))
        self._hint.setText(
            _("Texts are plain files. Edit one, and then choose \u201cRead again\u201d.")
        )

    def show_face(self, face: TextsFace) -> None:
        """Show the list; what is selected stays selected."""
        self.list.show_rows(face.rows, face.selected)
        self.problems.show_lines(face.problems_title, face.problems)

    def fit_text(self) -> None:
        """Some rows stay in sight, however large the text."""
        self.list.setMinimumHeight(round(LEAST_ROWS * ROW * text_scale()))

    def _arrange(self) -> None:
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(load_tokens().shape.gap.tight)
        column.addWidget(FlowBox(self.reading, self.opening))
        column.addWidget(self._hint)
        column.addWidget(self.problems)
        column.addWidget(card, 1)


class Problems(Card):
    """One clear sentence for each file that can't be shown; without any there is no card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self._title = PlainLabel()
        set_look(self._title, bold=True)
        self._title.setWordWrap(True)
        self._said: list[PlainLabel] = []
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setSpacing(load_tokens().shape.gap.tight)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._area = scroll_area(self._inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.addWidget(IconLabel("warning-triangle", 22, load_tokens().state.warn))
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._area)
        self.hide()

    def show_lines(self, title: str, problems: tuple[ProblemLine, ...]) -> None:
        """Show these, and nothing when there are none."""
        self.setVisible(bool(problems))
        self._title.setText(title)
        self._clear()
        said = [f"{problem.place}: {problem.text}" for problem in problems]
        for text in said:
            line = PlainLabel(text)
            line.setWordWrap(True)
            line.ensurePolished()
            self._lines.addWidget(line)
            self._said.append(line)
        self._area.setAccessibleName(title)
        self._area.setAccessibleDescription("\n".join(said))
        self._fit()

    def _clear(self) -> None:
        for line in self._said:
            self._lines.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._said = []

    def _fit(self) -> None:
        """As high as the lines, up to a limit: then they scroll."""
        width = max(1, self._area.viewport().width())
        high = sum(line.heightForWidth(width) + self._lines.spacing() for line in self._said)
        self._area.setFixedHeight(min(high, round(MOST_PROBLEMS_HIGH * text_scale())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
