"""The organisers' panel about screens: whether everyone can read them, and which show the room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
from kiosk.ui.organiser.room.screen_state import ScreenFace, ScreenRow
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel, Toggle

LONGEST = 12
ICONS = {"muted": "info", "ok": "check-circle", "warn": "info", "bad": "warning-triangle"}


class ScreenPanel(Card):
    """Renders what its presenter shows, and reports what is typed and chosen to it."""

    def __init__(self, presenter: ScreenPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._title = PlainLabel(look="strong")
        self._inches_caption = _wrapped("caption", "muted")
        self._metres_caption = _wrapped("caption", "muted")
        self._inches, self._metres = QLineEdit(maxLength=LONGEST), QLineEdit(maxLength=LONGEST)
        self._icon, self._outcome = IconLabel(size=24), _wrapped()
        self._screens_caption = PlainLabel(look="caption", tone="muted")
        self._none = _wrapped("body", "muted")
        self._numbers = ActionButton(icon_name="screen")
        self._rows: dict[str, _ScreenLine] = {}
        self._list = QVBoxLayout()
        self._lay_out()
        self._connect()
        presenter.show = self._render
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(_("Screens in the room"))
        self.setAccessibleName(_("Screens in the room"))
        self._inches_caption.setText(_("Picture, corner to corner (inches)"))
        self._metres_caption.setText(_("Farthest seat (metres)"))
        self._inches.setAccessibleName(self._inches_caption.text())
        self._metres.setAccessibleName(self._metres_caption.text())
        self._screens_caption.setText(_("Connected now"))
        self._none.setText(_("No second screen: the room display is a window on this one."))
        self._numbers.setText(_("Which is which?"))
        self._numbers.setAccessibleDescription(_("Every screen shows its number for a moment"))
        for row in self._rows.values():
            row.retranslate()
        self._presenter.refresh()

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
        measures, told = QGridLayout(), QHBoxLayout()
        measures.setHorizontalSpacing(gap.normal)
        measures.setVerticalSpacing(gap.tight // 2)
        pairs = ((self._inches_caption, self._inches), (self._metres_caption, self._metres))
        for column, (caption, field) in enumerate(pairs):
            caption.setBuddy(field)
            measures.addWidget(caption, 0, column, Qt.AlignmentFlag.AlignBottom)
            measures.addWidget(field, 1, column)
            measures.setColumnStretch(column, 1)
        told.setSpacing(gap.tight)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._outcome, 1)
        self._list.setSpacing(0)
        self.body.addWidget(self._title)
        self.body.addLayout(measures)
        self.body.addLayout(told)
        self.body.addWidget(self._screens_caption)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        presenter = self._presenter
        self._inches.textEdited.connect(presenter.type_inches)
        self._metres.textEdited.connect(presenter.type_metres)
        for field in (self._inches, self._metres):
            field.editingFinished.connect(presenter.keep_measures)
        self._numbers.clicked.connect(presenter.show_numbers)

    def _render(self, face: ScreenFace) -> None:
        for field, text, wrong in (
            (self._inches, face.inches, face.inches_wrong),
            (self._metres, face.metres, face.metres_wrong),
        ):
            if field.text() != text:
                field.setText(text)
            set_look(field, wrong=wrong)
        tokens = load_tokens()
        colour = tokens.light.muted if face.tone == "muted" else getattr(tokens.state, face.tone)
        self._icon.set_icon(ICONS[face.tone], colour)
        self._outcome.setText(face.outcome)
        self._outcome.set_tone(face.tone)
        self._show_screens(face.screens)

    def _show_screens(self, screens: tuple[ScreenRow, ...]) -> None:
        """A switch that has the focus stays while screens come and go."""
        for name in self._rows.keys() - {screen.name for screen in screens}:
            gone = self._rows.pop(name)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, screen in enumerate(screens):
            if screen.name not in self._rows:
                self._rows[screen.name] = self._new_row(screen.name)
                self._list.insertWidget(place, self._rows[screen.name])
            self._rows[screen.name].show_row(screen)
        self._none.setVisible(all(screen.note for screen in screens))
        self._numbers.setVisible(len(screens) > 1)

    def _new_row(self, name: str) -> "_ScreenLine":
        row = _ScreenLine(name)
        row.chosen.connect(self._presenter.show_room_on)
        return row


class _ScreenLine(QWidget):
    """A screen's name, and beside it the switch or what it is used for."""

    chosen = Signal(str, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._words, self._note = _wrapped(), PlainLabel(tone="muted")
        self.shows = Toggle()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self._note)
        line.addWidget(self.shows)
        self.setMinimumHeight(load_tokens().shape.touch_target)
        self.shows.clicked.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        self.shows.setText(_("Shows the room"))

    def show_row(self, row: ScreenRow) -> None:
        self._words.setText(row.words)
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self.shows.setVisible(not row.note)
        self.shows.setChecked(row.shows_room)
        name = _("{screen} shows the room").format(screen=row.words)
        self.shows.setAccessibleName(name)

    def _choose(self, shows: bool) -> None:
        self.chosen.emit(self._name, shows)


def _wrapped(look: str = "body", tone: str = "ink") -> PlainLabel:
    label = PlainLabel(look=look, tone=tone)
    label.setWordWrap(True)
    return label
