"""A field that offers what fits what is typed; arrows and Enter choose, as in the search box."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kiosk.domain.search import fold
from kiosk.i18n import _
from kiosk.ui.desk.fields.suggestion import Find, Suggestion

MOST_SHOWN = 4
LONGEST_QUERY = 80
_KEY = Qt.ItemDataRole.UserRole


class TypeAhead(QWidget):
    """``picked`` carries the key of what was chosen, or None when that no longer holds."""

    picked = Signal(object)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._chosen = False
        self.field = _Field()
        self.field.setMaxLength(LONGEST_QUERY)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._typed)
        self.field.keys_for_list = self._take_key
        self.field.left.connect(self.list.hide)
        self.field.tabbed.connect(self._pick_marked)
        self.list.itemClicked.connect(self._pick)

    def set_chosen(self, text: str) -> None:
        """Show what is chosen, or an empty field."""
        self._chosen = bool(text)
        self.list.hide()
        with QSignalBlocker(self.field):
            self.field.setText(text)

    def show_chosen(self, text: str) -> None:
        """Show what is chosen; a query that somebody is typing stays."""
        if text and text != self.field.text():
            self.set_chosen(text)
        elif not text and self._chosen:
            self.set_chosen("")

    def set_placeholder(self, text: str) -> None:
        """Say what can be typed."""
        self.field.setPlaceholderText(text)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The field is what a screen reader meets."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _typed(self, text: str) -> None:
        if self._chosen:
            self._chosen = False
            self.picked.emit(None)
        self._offer(self._find(text) if text.strip() else ())

    def _offer(self, suggestions: Sequence[Suggestion]) -> None:
        self.list.clear()
        for suggestion in suggestions:
            words = " · ".join(filter(None, (suggestion.text, suggestion.detail)))
            item = QListWidgetItem(words, self.list)
            item.setData(_KEY, suggestion)
        if suggestions and (len(suggestions) == 1 or self._is_named(suggestions[0])):
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(suggestions))
        if suggestions:
            rows = min(len(suggestions), MOST_SHOWN)
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * rows + 8)
            self.field.setToolTip(_("Choose with the arrow keys and Enter."))

    def _is_named(self, suggestion: Suggestion) -> bool:
        """Whether its whole name was typed."""
        return fold(suggestion.text) == fold(self.field.text().strip())

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list."""
        key = event.key()
        if not self.list.isVisible():
            if key == Qt.Key.Key_Down and not self._chosen:
                self._offer(self._find(self.field.text()))
                return True
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _enter(self) -> None:
        """Choose what is marked; with several and none marked, mark the first."""
        if not self._pick_marked():
            self._move(1)

    def _pick_marked(self) -> bool:
        item = self.list.currentItem() if self.list.isVisible() else None
        if item is None:
            return False
        self._pick(item)
        return True

    def _pick(self, item: QListWidgetItem) -> None:
        suggestion = item.data(_KEY)
        self.set_chosen(suggestion.text)
        self.picked.emit(suggestion.key)


class _Field(QLineEdit):
    """Lets the list have its keys first."""

    left = Signal()
    tabbed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys_for_list: Callable[[QKeyEvent], bool] = _no_list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys_for_list(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        self.tabbed.emit()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _no_list(_event: QKeyEvent) -> bool:
    return False
