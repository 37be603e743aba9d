"""The window that stands before the main window when no event is open yet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.config import ICONS
from kiosk.i18n import _, language, use_language
from kiosk.ui.opening.background import Background
from kiosk.ui.opening.card import OpeningCard
from kiosk.ui.opening.chooser import Chooses, FileDialogs
from kiosk.ui.opening.presenter import Opened, Openers, OpeningPresenter
from kiosk.ui.opening.state import Field, OpeningFace, Way
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import ActionButton, IconLabel, PlainLabel

SIZE_EMS = (37, 29)
"""About 900 by 700 px with text of normal size."""
READABLE_EMS = 32
MARGIN = 20
WIDE = 1000
OTHER_LANGUAGE = {"nl": "en", "en": "nl"}


class OpeningWindow(QWidget):
    """``opened`` carries whatever an opener returned; the window then closes itself.

    The openers run on a thread of their own. Closed while one is at work, the window waits for it
    out of sight and closes what it opened. ``language_changed`` carries the code of the language
    that the window speaks from now on.
    """

    opened = Signal(object)
    language_changed = Signal(str)

    def __init__(
        self,
        open_event: Callable[[Path, str], Opened],
        make_event: Callable[[Path, Path, str], Opened],
        open_demo: Callable[[], Opened],
        event: Path | None = None,
        chooses: Chooses | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = Background(self)
        openers = Openers(open_event, make_event, open_demo)
        self._presenter = OpeningPresenter(openers, self._background, self)
        self._subtitle = PlainLabel(tone="muted")
        self._language = ActionButton("", role="ghost")
        self._card = OpeningCard(chooses or FileDialogs())
        self._middle, self._scroll = QWidget(), QScrollArea()
        self._lay_out()
        self._connect()
        self.setWindowTitle("Stoelendans")
        self.setWindowIcon(QIcon(str(ICONS / "logo.svg")))
        self.resize(self._good_size())
        self.retranslate()
        self._card.begin_with(event)

    def show_face(self, face: OpeningFace) -> None:
        """Paint a state."""
        self._card.show_face(face)
        self._language.setDisabled(face.busy)

    def forget_passphrases(self) -> None:
        """Nothing that was typed in secret stays."""
        self._card.forget_passphrases()

    def put_cursor_in(self, field: Field) -> None:
        """Let the person go on where something is to be done."""
        self._card.put_cursor_in(field)
        QTimer.singleShot(0, self, self._bring_into_view)

    def hand_over(self, opened: Opened) -> None:
        """The event is open: the main window takes it from here."""
        self.opened.emit(opened)
        self.close()

    def set_language(self, code: str) -> None:
        """Speak another language."""
        use_language(code)
        self.retranslate()
        self.language_changed.emit(code)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._subtitle.setText(_("Careerdating on one laptop, without a network"))
        other = OTHER_LANGUAGE[language()]
        self._language.setText(other.upper())
        self._language.setAccessibleName(_("Change the language to {other}").format(other=other))
        self._card.retranslate()
        self._presenter.paint()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self._presenter.leave()
        self._background.close()
        self.forget_passphrases()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        card, presenter = self._card, self._presenter
        card.way_chosen.connect(presenter.choose)
        card.open_wanted.connect(presenter.open)
        card.make_wanted.connect(presenter.make)
        card.demo_wanted.connect(presenter.demo)
        self._language.clicked.connect(lambda: self.set_language(OTHER_LANGUAGE[language()]))
        for number, way in enumerate(Way, start=1):
            self._shortcut(f"Ctrl+{number}", way)

    def _shortcut(self, keys: str, way: Way) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self._jump(way))

    def _jump(self, way: Way) -> None:
        self._presenter.choose(way)
        self._card.focus_page()
        QTimer.singleShot(0, self, self._bring_into_view)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_readable()

    def _good_size(self) -> QSize:
        """Room for the largest page, as far as the screen has it."""
        em = self.fontMetrics().height()
        across, down = SIZE_EMS
        return QSize(across * em, down * em).boundedTo(self.screen().availableSize())

    def _bring_into_view(self) -> None:
        """With very large text the page is taller than the window."""
        self._scroll.ensureWidgetVisible(self._card.trouble)
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused)

    def _keep_readable(self) -> None:
        """No wider than lines that read well."""
        self._middle.setMaximumWidth(READABLE_EMS * self.fontMetrics().height())

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, paper=True)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addStretch(1)
        column.addLayout(self._brand())
        column.addWidget(self._card)
        column.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.addStretch(1)
        row.addWidget(self._middle, WIDE)
        row.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._keep_readable()

    def _brand(self) -> QHBoxLayout:
        name = PlainLabel("Stoelendans", look="title")
        set_look(name, bold=True)
        self._subtitle.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self._subtitle)
        row = QHBoxLayout()
        row.setSpacing(MARGIN - 4)
        row.addWidget(IconLabel("logo", 56), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._language, 0, Qt.AlignmentFlag.AlignTop)
        return row
