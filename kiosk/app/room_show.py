"""What the room sees and hears: its windows, its sounds, and the host's small picture of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.event import Event
from kiosk.domain.programme import PhaseSound
from kiosk.domain.room_settings import RoomSettings
from kiosk.domain.stories import StoryPage
from kiosk.services.conducting import InterruptedRun, interrupted_run
from kiosk.services.conductor_state import ConductorState
from kiosk.services.room import RoomSnapshot, room_snapshot, until_we_go_on
from kiosk.services.room.stories import example_view
from kiosk.services.room_sign import read_room_settings
from kiosk.services.stories import Library
from kiosk.ui.announcer import Announcer
from kiosk.ui.displays.assigning import ScreenState
from kiosk.ui.displays.displays import RoomDisplays
from kiosk.ui.motion import wants_stillness
from kiosk.ui.room.painter import render_view
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.preview import RoomPreview
from kiosk.ui.room.window import RoomWindow
from kiosk.ui.sound import Sound, SoundPlayer
from kiosk.ui.sounds.room_sound import RoomSound
from kiosk.ui.sounds.voice import Voice
from kiosk.ui.tasks.asking import Asks

WIDE = 16 / 9


class RoomShow(QObject):
    """All windows show one presenter, so that they turn their pages together.

    Only the program that shows the room is heard in it: ``start`` makes it that one.
    """

    closed = Signal()
    screens_changed = Signal()

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        event: Event,
        library: Callable[[], Library],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._asks, self._clock = asks, clock
        self._countdown: Countdown | None = None
        self._state: ConductorState | None = None
        self._settings = RoomSettings()
        self._is_on = self._poses = False
        self._library, self._reads = library, False
        self.presenter = RoomPresenter(clock)
        self._player = SoundPlayer(parent=self)
        self._voice = Voice(self._player.voice_output, parent=self)
        self.sound = RoomSound(self._player, self._voice, event.language, self)
        self.announcer = Announcer(clock, self.sound.play, self, self.sound.speak)
        self.preview = RoomPreview(self.presenter)
        self.displays: RoomDisplays | None = None

    def place_beside(self, staff: QWidget) -> RoomDisplays:
        """Whose screen the room never takes."""
        self.displays = displays = RoomDisplays(self._new_window, staff)
        displays.closed.connect(self.closed)
        displays.changed.connect(self.screens_changed)
        displays.placed.connect(self._shape_preview)
        return displays

    @property
    def windows(self) -> tuple[RoomWindow, ...]:
        """Every window of the room, the main one first."""
        windows = self.displays.windows() if self.displays else ()
        return tuple(window for window in windows if isinstance(window, RoomWindow))

    def start(self) -> None:
        """This program shows the room, from now on."""
        self._is_on = True
        if self.displays is not None:
            self.displays.open()
        clock = self._clock
        self._asks.ask(lambda unit: interrupted_run(unit, clock), self._hold_if_interrupted)
        self._asks.ask(read_room_settings, self.use)
        self.refresh()
        QTimer.singleShot(0, self._player.prepare)

    def close(self) -> None:
        """Nothing is seen or heard any more."""
        self.announcer.follow(None)
        self.sound.hush()
        if self.displays is not None:
            self.displays.close()

    def refresh(self) -> None:
        """Read anew what the room may see."""
        self._asks.ask(room_snapshot, self._show)

    def follow(self, state: ConductorState) -> None:
        """The host, or a rehearsal, has moved the day on."""
        self._state, self._countdown = state, state.countdown
        self.presenter.release()
        self._announce()
        self.refresh()

    def use(self, settings: RoomSettings) -> None:
        """The organisers chose this."""
        self._settings = settings
        self.sound.use(settings)
        self._still_windows()
        if self.displays is not None:
            self.displays.use(settings.unused_screens)
        self._announce()
        self.refresh()

    def pose(self) -> None:
        """Nothing moves from now on: for pictures of the screens."""
        self._poses = True
        self._still_windows()

    def play(self, sound: str) -> None:
        """Play a sound by its name, at the desk too."""
        self._player.play(sound)

    def strike_gong(self) -> None:
        """The host wants to be heard."""
        self._player.play(Sound.SOFT_GONG if self._settings.quiet else Sound.GONG)

    @property
    def is_on(self) -> bool:
        """Whether this program shows the room."""
        return self._is_on

    @property
    def screens(self) -> tuple[ScreenState, ...]:
        """All screens that are plugged in, and what each is used for."""
        return self.displays.states if self.displays else ()

    @property
    def aspect(self) -> float:
        """The shape of the room's picture: its width, with its height as 1."""
        size = self.windows[0].size() if self.windows else QSize()
        return size.width() / size.height() if not size.isEmpty() else WIDE

    def identify(self) -> None:
        """Every screen shows its number for a moment."""
        if self.displays is not None:
            self.displays.identify()

    def picture_of(self, page: StoryPage, size: QSize) -> QImage:
        """One page of a story as the room sees it."""
        return render_view(example_view(page), size)

    def retranslate(self) -> None:
        """Say what is for the staff in the language in use."""
        for window in self.windows:
            window.retranslate()
        self.preview.retranslate()

    def _new_window(self) -> RoomWindow:
        window = RoomWindow(self.presenter)
        window.set_still(still=self._is_still)
        return window

    @property
    def _is_still(self) -> bool:
        """Nothing moves in a quiet room, nor where the system asks for that."""
        return self._poses or self._settings.quiet or wants_stillness()

    def _still_windows(self) -> None:
        for window in self.windows:
            window.set_still(still=self._is_still)

    def read_stories(self) -> None:
        """Beside all else: a file that is slow, or a thousand, hold up no picture and no scan."""
        self._reads = True
        self._asks.ask_aside(lambda _unit: self._library(), self._tell)

    def _tell(self, library: Library) -> None:
        self.presenter.tell(library)
        self._repaint()

    def _show(self, snapshot: RoomSnapshot) -> None:
        self.presenter.take(snapshot, self._countdown)
        if not self._reads:
            self.read_stories()
        self._repaint()

    def _repaint(self) -> None:
        for window in self.windows:
            window.refresh()
        self.preview.refresh()

    def _hold_if_interrupted(self, interrupted: InterruptedRun | None) -> None:
        if interrupted is not None:
            self.presenter.hold()
            self.announcer.go_on_from(interrupted.run)
            self.refresh()

    def _announce(self) -> None:
        state = self._state
        if not self._is_on or state is None:
            return
        self.announcer.follow(self._counted(state), state.running, state.following, self._settings)
        if state.running is not None and state.running.sound is PhaseSound.SPOKEN:
            self.sound.prepare_voice()

    def _counted(self, state: ConductorState) -> Countdown | None:
        """What is heard belongs to the figures that are seen."""
        if state.countdown is None:
            return None
        return until_we_go_on(state.event, state.phases, state.countdown, self._clock)

    def _shape_preview(self, _screens: tuple[str, ...]) -> None:
        self.preview.show_shape(self.windows[0].size())
