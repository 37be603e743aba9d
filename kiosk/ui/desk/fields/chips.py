"""Answers in a row that is one stop for Tab: arrows move, Space presses, a letter jumps."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.search import fold
from kiosk.ui.widgets import ActionButton
from kiosk.ui.widgets.folding import FlowBox

Option: TypeAlias = tuple[Hashable, str]
"""What an answer stands for, and its word."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Chip(ActionButton):
    """One answer: an empty circle, or a tick where it was chosen. Its row takes the other keys."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "circle", "chip", parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._show_state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _show_state(self, checked: bool) -> None:
        self.set_icon_name("check-circle" if checked else "circle")


class ChipRow(QWidget):
    """Any number of answers; ``pressed`` carries the key of the one that was pressed.

    Whoever owns the row decides what is chosen, and says so with ``set_chosen``.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Hashable, Chip] = {}
        self._flow = FlowBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these answers, in this order; one that stays keeps the focus."""
        keys = [key for key, _text in options]
        if keys != list(self._chips):
            self._rebuild(options)
        for key, text in options:
            self._chips[key].setText(text)

    def set_chosen(self, keys: Collection[Hashable]) -> None:
        """Show which answers are chosen."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        self._settle_tab()

    def set_caption(self, caption: str) -> None:
        """Say what is being asked, to those who can't see what stands above the row."""
        self.setAccessibleName(caption)
        for chip in self._chips.values():
            chip.setAccessibleDescription(caption)

    def chip(self, key: Hashable) -> Chip:
        """The button of an answer."""
        return self._chips[key]

    def _rebuild(self, options: Sequence[Option]) -> None:
        """Keep the buttons that stay: the one with the focus may be among them."""
        before = self._chips
        self._chips = {
            key: before.pop(key) if key in before else self._new(key, text) for key, text in options
        }
        self._flow.set_parts(*self._chips.values())
        for chip in before.values():
            chip.deleteLater()
        self.set_caption(self.accessibleName())
        self._settle_tab()

    def _new(self, key: Hashable, text: str) -> Chip:
        chip = Chip(text)
        chip.clicked.connect(lambda: self._press(key))
        return chip

    def _press(self, key: Hashable) -> None:
        self._settle_tab(self._chips[key])
        self.pressed.emit(key)

    def _settle_tab(self, entered: Chip | None = None) -> None:
        """Tab comes in at the button last used, else at what is chosen, else at the first."""
        chips = list(self._chips.values())
        focused = [chip for chip in chips if chip.hasFocus()]
        chosen = [chip for chip in chips if chip.isChecked()]
        candidates = [*filter(None, [entered]), *focused, *chosen, *chips]
        for chip in chips:
            is_stop = chip is candidates[0]
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
        if candidates:
            self.setFocusProxy(candidates[0])

    def _go_to(self, chip: Chip) -> None:
        self._settle_tab(chip)
        chip.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips = list(self._chips.values())
        at = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if at is None or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
        elif step is not None:
            self._step_to(chips[min(max(at + step, 0), len(chips) - 1)])
        elif begun := _begun_by(event.text(), chips[at + 1 :] + chips[: at + 1]):
            self._go_to(begun[0])
        else:
            super().keyPressEvent(event)

    def _step_to(self, chip: Chip) -> None:
        """An arrow key leads to a neighbour."""
        self._go_to(chip)


def _begun_by(letter: str, chips: list[Chip]) -> list[Chip]:
    """The answers with that first letter."""
    begin = fold(letter)
    return [chip for chip in chips if begin and fold(chip.text()).startswith(begin)]


_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ChoiceRow(ChipRow):
    """One of several answers: an arrow key chooses as it moves, as with any radio buttons.

    A letter only moves. Were it to choose, the first letters of a scan could answer for somebody.
    """

    def _step_to(self, chip: Chip) -> None:
        super()._step_to(chip)
        chip.click()

    def _press(self, key: Hashable) -> None:
        self.set_chosen((key,))
        super()._press(key)
