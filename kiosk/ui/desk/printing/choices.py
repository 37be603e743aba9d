"""What a desk may choose about printing: the printer, and what a welcome prints."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kiosk.domain.desk import PaperOnScan
from kiosk.i18n import _
from kiosk.ui.desk.printing.state import PrintScreen
from kiosk.ui.desk.printing.wording import when_words
from kiosk.ui.widgets import PlainLabel
from kiosk.ui.widgets.text import plain_tip

LEAST_LETTERS = 11


class LabelledChoice(QWidget):
    """A list to choose from, with its caption above; ``picked`` carries what was chosen by hand."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = PlainLabel(look="caption", tone="muted")
        self.box = QComboBox()
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(adjust)
        self.box.setMinimumContentsLength(LEAST_LETTERS)
        self._caption.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.box)
        self.box.activated.connect(self._pick)

    def set_caption(self, caption: str) -> None:
        """Say what is chosen here."""
        self._caption.setText(caption)
        self.box.setAccessibleName(caption)

    def show_choice(self, choices: list[tuple[str, object]], chosen: object) -> None:
        """Offer these, each with its words; an open list is left alone while nothing changed."""
        shown = [(self.box.itemText(at), self.box.itemData(at)) for at in range(self.box.count())]
        if shown != choices:
            self.box.clear()
            for words, value in choices:
                self.box.addItem(words, value)
        values = [value for _words, value in choices]
        if self.box.currentIndex() != values.index(chosen):
            self.box.setCurrentIndex(values.index(chosen))
        self.box.setToolTip(plain_tip(self.box.currentText()))

    def _pick(self, at: int) -> None:
        self.picked.emit(self.box.itemData(at))


def when_choices() -> list[tuple[str, object]]:
    """When a welcome may print."""
    return [(when_words(when), when.value) for when in PaperOnScan]


def printer_choices(screen: PrintScreen) -> list[tuple[str, object]]:
    """The system's default and every printer; one that was chosen and is gone is named too."""
    names = screen.printers.names if screen.printers else ()
    default = screen.printers.default if screen.printers else ""
    first = _("System default: {printer}").format(printer=default) if default else ""
    choices: list[tuple[str, object]] = [(first or _("System default"), "")]
    choices += [(name, name) for name in names]
    chosen = screen.settings.printer
    if chosen and chosen not in names:
        gone = _("{printer} (not there)") if screen.printers else "{printer}"
        choices.append((gone.format(printer=chosen), chosen))
    return choices
