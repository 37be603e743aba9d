"""The panel about screens without its paint: what was measured, and which screens show the room."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.legibility import sight_of
from kiosk.domain.room_settings import RoomSettings
from kiosk.i18n import _
from kiosk.services.room.advice import (
    WIDE,
    BoardAdvice,
    BoardNeeds,
    board_advice,
    planned_fit,
)
from kiosk.ui.displays.assigning import ScreenState, ScreenUse
from kiosk.ui.organiser.room.measures import read_inches, read_metres, written
from kiosk.ui.organiser.room.screen_state import ScreenFace, ScreenRow
from kiosk.ui.organiser.room.screen_words import decimal_comma, outcome_text, tone_of


class ScreenPresenter:
    """``show`` is set by the view; ``changed`` by whoever keeps the settings.

    ``numbers_wanted`` asks that every screen shows its number for a moment. What is being typed
    is judged at each key and kept when the field is left.
    """

    def __init__(self) -> None:
        self._settings = RoomSettings()
        self._needs = BoardNeeds(0, named=True, seconds=0.0)
        self._screens: tuple[ScreenState, ...] = ()
        self._aspect = WIDE
        self._typed: dict[str, str] = {}
        self.show: Callable[[ScreenFace], None] = _nothing
        self.changed: Callable[[RoomSettings], None] = _nothing
        self.numbers_wanted: Callable[[], None] = _no_numbers

    @property
    def settings(self) -> RoomSettings:
        """What is chosen now."""
        return self._settings

    def take(self, settings: RoomSettings) -> None:
        """These are in force, whoever chose them."""
        self._settings = settings
        self.refresh()

    def take_needs(self, needs: BoardNeeds) -> None:
        """So many people have to find their tables in so much time."""
        self._needs = needs
        self.refresh()

    def take_screens(self, screens: tuple[ScreenState, ...], aspect: float = WIDE) -> None:
        """These screens are connected; ``aspect`` is the shape of the room's picture."""
        self._screens, self._aspect = screens, aspect
        self.refresh()

    def refresh(self) -> None:
        """Say everything in the language in use."""
        self.show(self._face())

    def type_inches(self, text: str) -> None:
        """Somebody is writing the picture's diagonal."""
        self._typed["inches"] = text
        self.refresh()

    def type_metres(self, text: str) -> None:
        """Somebody is writing the distance of the farthest seat."""
        self._typed["metres"] = text
        self.refresh()

    def keep_measures(self) -> None:
        """The field is left: what makes sense is kept, what does not stays to be put right."""
        inches, inches_wrong = self._inches()
        metres, metres_wrong = self._metres()
        wrong = {"inches": inches_wrong, "metres": metres_wrong}
        self._typed = {name: text for name, text in self._typed.items() if wrong[name]}
        self._choose(replace(self._settings, screen_inches=inches, farthest_metres=metres))

    def show_room_on(self, name: str, shows: bool) -> None:
        """This screen shows the room, or never does. Others keep what was chosen for them."""
        unused = tuple(each for each in self._settings.unused_screens if each != name)
        self._choose(replace(self._settings, unused_screens=unused if shows else (*unused, name)))

    def show_numbers(self) -> None:
        """Which screen is which?"""
        self.numbers_wanted()

    def _choose(self, settings: RoomSettings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed(settings)
        self.refresh()

    def _inches(self) -> tuple[float | None, bool]:
        return _judged(self._typed.get("inches"), self._settings.screen_inches, read_inches)

    def _metres(self) -> tuple[float | None, bool]:
        return _judged(self._typed.get("metres"), self._settings.farthest_metres, read_metres)

    def _face(self) -> ScreenFace:
        (inches, inches_wrong), (metres, metres_wrong) = self._inches(), self._metres()
        comma = decimal_comma()
        outcome, tone = self._outcome(inches, metres)
        if inches_wrong or metres_wrong:
            outcome, tone = _("Write a length, such as 100 or 2.5 m."), "bad"
        return ScreenFace(
            inches=self._typed.get("inches", written(inches, comma)),
            metres=self._typed.get("metres", written(metres, comma)),
            inches_wrong=inches_wrong,
            metres_wrong=metres_wrong,
            outcome=outcome,
            tone=tone,
            screens=tuple(self._row(screen) for screen in self._screens),
        )

    def _outcome(self, inches: float | None, metres: float | None) -> tuple[str, str]:
        sight = sight_of(inches, metres, self._aspect)
        if not self._needs.people or not self._needs.seconds:
            return _(
                "Once there are people and rounds, you see here how large letters are."
            ), "muted"
        fit = planned_fit(self._needs, sight, self._aspect)
        advice = BoardAdvice()
        if not fit.is_well:
            advice = board_advice(self._needs, sight, self._aspect)
        return outcome_text(fit, sight, self._needs, advice), tone_of(fit)

    def _row(self, screen: ScreenState) -> ScreenRow:
        is_staff = screen.use is ScreenUse.STAFF
        return ScreenRow(
            name=screen.name,
            words=_("Screen {number}: {name}").format(number=screen.number, name=screen.name),
            shows_room=not is_staff and screen.name not in self._settings.unused_screens,
            note=_("The staff work here") if is_staff else "",
        )


def _judged(
    typed: str | None, kept: float | None, read: Callable[[str], float | None]
) -> tuple[float | None, bool]:
    """A length, and whether what was typed is none: then the one that was kept holds."""
    if typed is None:
        return kept, False
    try:
        return read(typed), False
    except ValueError:
        return kept, True


def _nothing(_value: object) -> None:
    """Nobody looks or listens yet."""


def _no_numbers() -> None:
    """There is nobody yet who could show them."""
