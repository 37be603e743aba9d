"""The page about the room: its screens and its sound, and beside them the texts it shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.page import MARGIN, SPACING, OrganiserPage
from kiosk.ui.organiser.room.keeper import RoomKeeper
from kiosk.ui.organiser.room.screen_panel import ScreenPanel
from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
from kiosk.ui.organiser.room.sound_panel import SoundPanel
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.organiser.side_panel import BAR
from kiosk.ui.organiser.stories.page import StoriesPage
from kiosk.ui.theme.style import text_scale
from kiosk.ui.widgets import ActionButton
from kiosk.ui.widgets.scrolling import scroll_area

BESIDE = 760
"""A page narrower than this, at normal text size, has one panel below the other."""


class RoomPage(OrganiserPage):
    """Two views: the room's screens and sound, and the stories that are told there."""

    def __init__(
        self,
        screen: ScreenPresenter,
        sound: SoundPresenter,
        keeper: RoomKeeper,
        stories: StoriesPage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.stories = stories
        self._screen, self._sound = ScreenPanel(screen), SoundPanel(sound)
        self._views = (ActionButton("", "screen", role="tab"), ActionButton("", "book", role="tab"))
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._arrange()
        keeper.tell = self.notice.show_notice
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for button, word in zip(
            self._views, (_("Screens and sound"), _("Stories and information")), strict=True
        ):
            button.setText(word)
        self._screen.retranslate()
        self._sound.retranslate()
        self.stories.retranslate()
        self.notice.retranslate()

    def choose(self, view: int) -> None:
        """Show the screens and sound (0) or the stories (1)."""
        self._views[view].setChecked(True)
        self._stack.setCurrentIndex(view)

    def _arrange(self) -> None:
        switch = QHBoxLayout()
        switch.setSpacing(6)
        for number, button in enumerate(self._views):
            button.setCheckable(True)
            self._group.addButton(button, number)
            switch.addWidget(button)
        switch.addStretch(1)
        self._group.idClicked.connect(self.choose)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, BAR, 0)
        self._row.setSpacing(SPACING)
        for panel in (self._screen, self._sound):
            self._row.addWidget(panel, 1, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(scroll_area(inside))
        self._stack.addWidget(self.stories)
        self.stories.drop_margins()
        self.body.addLayout(switch)
        self.body.addWidget(self._stack, 1)
        self._frame.setContentsMargins(MARGIN, MARGIN, MARGIN - BAR, MARGIN)
        self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= BESIDE * text_scale()
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keeper.refresh()
