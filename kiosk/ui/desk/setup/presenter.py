"""The logic of the set-up panel: everybody says who they are, organisers set hours and the lock."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import Refusal
from kiosk.domain.event import Event
from kiosk.domain.text import one_line
from kiosk.services.desk.hours import set_desk_hours
from kiosk.services.pin import set_pin
from kiosk.services.ports import UnitOfWork
from kiosk.ui.desk.setup.state import PinState, SetupScreen
from kiosk.ui.tasks.asking import Asks

LONGEST_NAME = 40
_TIME = re.compile(r"(?P<hours>[0-9]{1,2})\s*[:.uh]?\s*(?P<minutes>[0-9]{2})?\s*[uh]?")
CheckSecret: TypeAlias = Callable[[str, Callable[[bool], None]], None]
"""Checks a PIN or the passphrase somewhere else, and says whether it was right."""


class SetupPresenter:
    """``check_secret`` tells whether a PIN or passphrase is right.

    Set by the desk: ``volunteer_changed``, ``settings_changed``, ``pin_changed``, and
    ``hours_changed`` when the desk opens or closes at another time.
    """

    def __init__(self, asks: Asks, clock: Clock, check_secret: CheckSecret, station: str) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._check_secret = check_secret
        self._event: Event | None = None
        self.screen = SetupScreen()
        self.show: Callable[[SetupScreen], None] = _nothing
        self.volunteer_changed: Callable[[str], None] = _nothing
        self.settings_changed: Callable[[DeskSettings], None] = _nothing
        self.hours_changed: Callable[[Event], None] = _nothing
        self.pin_changed: Callable[[], None] = _no_news

    def open(self, volunteer: str, settings: DeskSettings) -> None:
        """Start with what the desk has now; the organiser's part is locked again."""
        self._update(volunteer=volunteer, settings=settings, pin=PinState.ASKED)
        self._update(pin_trouble=None, pin_was_set=False)
        self._asks.ask(_read_event, self._take_event)

    def name_volunteer(self, name: str) -> None:
        """Somebody says who stands at this desk."""
        self._update(volunteer=one_line(name, LONGEST_NAME))
        self.volunteer_changed(self.screen.volunteer)

    def try_secret(self, secret: str) -> None:
        """An organiser types a PIN or the passphrase; a second Enter is no second try."""
        if secret and self.screen.pin is not PinState.CHECKING:
            self._update(pin=PinState.CHECKING)
            self._check_secret(secret, self._take_check)

    def lock_again(self) -> None:
        """Nobody looks at the panel any more; a check that is under way opens nothing."""
        self._update(pin=PinState.ASKED)

    def set_idle_minutes(self, minutes: int) -> None:
        """After so many quiet minutes the desk locks itself; 0 is never."""
        if self.screen.unlocked and minutes != self.screen.settings.idle_minutes:
            self._update(settings=replace(self.screen.settings, idle_minutes=minutes))
            self.settings_changed(self.screen.settings)

    def set_pin(self, digits: str) -> None:
        """Put another PIN in force."""
        if self.screen.unlocked:
            self._update(pin_trouble=None, pin_was_set=False)
            use_case = partial(set_pin, clock=self._clock, pin=digits, station=self._station)
            self._asks.ask(use_case, lambda _none: self._pin_set(), self._pin_refused)

    def set_hours(self, opens: str, closes: str) -> None:
        """From when until when the desk checks in, as somebody typed it; nothing is no limit.

        A closing before the opening is refused, and so is what is no time. A limit that nobody
        touched stays as it was, to the second.
        """
        if not self.screen.unlocked or self._event is None:
            return
        try:
            first, last = read_time(opens), read_time(closes)
        except ValueError:
            self._update(time_refused=True)
            return
        event, screen = self._event, self.screen
        if last is not None and last <= (first or time(0)):
            self._update(time_refused=True)
        elif (first, last) != (screen.opens, screen.closes):
            self._save_hours(
                event.desk_opens if first == screen.opens else _moment(event, first),
                event.desk_closes if last == screen.closes else _moment(event, last),
            )
        else:
            self._update(time_refused=False)

    def close_day(self) -> None:
        """From now on nobody is checked in any more."""
        if self.screen.unlocked and self._event:
            self._save_hours(self._event.desk_opens, self._clock.now())

    def open_again(self) -> None:
        """Check people in again."""
        if self.screen.unlocked and self._event:
            self._save_hours(self._event.desk_opens, None)

    def _pin_set(self) -> None:
        self._update(pin_was_set=True)
        self.pin_changed()

    def _pin_refused(self, refusal: Refusal) -> None:
        self._update(pin_trouble=refusal)

    def _save_hours(self, opens: datetime | None, closes: datetime | None) -> None:
        use_case = partial(
            set_desk_hours, clock=self._clock, opens=opens, closes=closes, station=self._station
        )
        self._asks.ask(use_case, self._hours_saved)

    def _hours_saved(self, event: Event) -> None:
        self._take_event(event)
        self.hours_changed(event)

    def _take_event(self, event: Event) -> None:
        self._event = event
        closes = event.desk_closes
        self._update(
            opens=_local(event, event.desk_opens),
            closes=_local(event, closes),
            is_closed=closes is not None and closes <= self._clock.now(),
            time_refused=False,
        )

    def _take_check(self, right: bool) -> None:
        if self.screen.pin is PinState.CHECKING:
            self._update(pin=PinState.RIGHT if right else PinState.WRONG)

    def _update(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)


def read_time(written: str) -> time | None:
    """``13:30``, ``13.30``, ``13u30``, ``1330`` or ``13u``; None for nothing. Raises ValueError."""
    if not written.strip():
        return None
    found = _TIME.fullmatch(written.strip().casefold())
    if found is None:
        raise ValueError(written)
    return time(int(found["hours"]), int(found["minutes"] or 0))


def _read_event(unit: UnitOfWork) -> Event:
    with unit.reading():
        return unit.events.get()


def _moment(event: Event, local: time | None) -> datetime | None:
    return None if local is None else event.moment(local)


def _local(event: Event, moment: datetime | None) -> time | None:
    """The clock time on the event's day; midnight of that day is no limit that anybody set."""
    if moment is None or moment == event.moment(time(0)):
        return None
    return event.local(moment).time().replace(second=0, microsecond=0)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_news() -> None:
    """Before the desk listens, nobody does."""
