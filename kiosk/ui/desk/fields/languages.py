"""Which languages somebody speaks: the likely ones at hand, any other by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.i18n import _, language
from kiosk.ui.desk.fields.chips import ChipRow
from kiosk.ui.desk.fields.language_names import find_languages, language_name, offered
from kiosk.ui.desk.fields.suggestion import Suggestion
from kiosk.ui.desk.fields.type_ahead import TypeAhead
from kiosk.ui.theme.tokens import load_tokens

OTHER_EMS = 7
"""The width of the field for another language, in heights of its text."""


class LanguageChooser(QWidget):
    """``changed`` carries the codes of the chosen languages, in the order of choosing."""

    changed = Signal(tuple)

    def __init__(self, event_languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event_languages = tuple(event_languages)
        self._chosen: tuple[str, ...] = ()
        self._chips = ChipRow()
        self._other = TypeAhead(_suggestions)
        self._other.picked.connect(self._add)
        self._chips.pressed.connect(self._toggle)
        self.setFocusProxy(self._chips)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(load_tokens().shape.gap.tight)
        self._row.addWidget(self._chips, 1)
        self._row.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def set_languages(self, codes: Sequence[str]) -> None:
        """Show these as chosen."""
        self._chosen = tuple(codes)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        codes = offered(self._event_languages, self._chosen)
        self._chips.set_options([(code, language_name(code, language())) for code in codes])
        self._chips.set_chosen(self._chosen)
        self._other.set_placeholder(_("other …"))
        self._other.setAccessibleName(_("Another language"))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The row of languages is what a screen reader meets first."""
        super().setAccessibleName(name)
        self._chips.set_caption(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._other.setFixedWidth(self._other.fontMetrics().height() * OTHER_EMS)

    def _toggle(self, code: str) -> None:
        if code in self._chosen:
            self._take(tuple(other for other in self._chosen if other != code))
        else:
            self._take((*self._chosen, code))

    def _add(self, code: str | None) -> None:
        if code is not None:
            self._other.set_chosen("")
            if code not in self._chosen:
                self._take((*self._chosen, code))

    def _take(self, codes: tuple[str, ...]) -> None:
        self.set_languages(codes)
        self.changed.emit(codes)


def _suggestions(query: str) -> list[Suggestion]:
    return [Suggestion(code, name) for code, name in find_languages(query, language())]
