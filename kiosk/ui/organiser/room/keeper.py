"""Keeps what organisers choose for the room: read when it is looked at, saved at each choice."""

from collections.abc import Callable

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.room_settings import RoomSettings
from kiosk.services.ports import UnitOfWork
from kiosk.services.room.advice import BoardNeeds, board_needs
from kiosk.services.room_sign import read_room_settings, save_room_settings
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.room.screen_presenter import ScreenPresenter
from kiosk.ui.organiser.room.sound_presenter import SoundPresenter
from kiosk.ui.tasks.asking import Asks


class RoomKeeper:
    """Two panels edit one set of choices; each hears of the other's.

    ``chosen`` is called with what is in force from now on, ``tell`` with what went wrong.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        screen: ScreenPresenter,
        sound: SoundPresenter,
        station: str,
    ) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._screen, self._sound = screen, sound
        self.chosen: Callable[[RoomSettings], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        screen.changed = sound.changed = self._save

    def refresh(self) -> None:
        """Read what is in force, and what the board must hold."""

        def read(unit: UnitOfWork) -> tuple[RoomSettings, BoardNeeds]:
            return read_room_settings(unit), board_needs(unit)

        self._asks.ask(read, self._take)

    def _take(self, read: tuple[RoomSettings, BoardNeeds]) -> None:
        settings, needs = read
        self._screen.take_needs(needs)
        self._show(settings)

    def _save(self, settings: RoomSettings) -> None:
        clock, station = self._clock, self._station
        self._show(settings)
        self._asks.ask(
            lambda unit: save_room_settings(unit, clock, settings, station=station),
            lambda _saved: self.tell(None),
            self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        """Nothing was kept, so the panels go back to what is."""
        self.tell(notice_of(refusal))
        self.refresh()

    def _show(self, settings: RoomSettings) -> None:
        self._screen.take(settings)
        self._sound.take(settings)
        self.chosen(settings)


def _nothing(_value: object) -> None:
    """Nobody listens yet."""
