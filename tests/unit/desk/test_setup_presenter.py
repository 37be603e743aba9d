"""Setting a desk up: everybody says who they are, the rest is the organiser's."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import RefusalCode
from kiosk.domain.event import Event
from kiosk.services.desk.hours import set_desk_hours
from kiosk.services.pin import has_pin, pin_is
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.setup.presenter import SetupPresenter, read_time
from kiosk.ui.desk.setup.state import PinState
from tests.helpers.asking import AnswersAtOnce
from tests.helpers.days import found
from tests.helpers.desks import DESK, journal

SECRET = "4719"
MIDNIGHT = datetime(2023, 3, 20, 23, 0, tzinfo=UTC)
"""In Ghent, where the event's day begins."""


class Keeper:
    """Knows the PIN, and answers when the test lets it."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, Callable[[bool], None]]] = []

    def check(self, secret: str, then: Callable[[bool], None]) -> None:
        self.waiting.append((secret, then))

    def answer(self) -> None:
        secret, then = self.waiting.pop(0)
        then(secret == SECRET)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def asks(units: UnitFactory, clock: SimulatedClock) -> AnswersAtOnce:
    with units() as unit:
        found(unit)
        unit.commit()
    set_desk_hours(units(), clock, MIDNIGHT, None, station="organiser")
    return AnswersAtOnce(units)


@pytest.fixture
def setup(asks: AnswersAtOnce, clock: SimulatedClock, keeper: Keeper) -> SetupPresenter:
    """The panel is open, the organiser's part is locked."""
    presenter = SetupPresenter(asks, clock, keeper.check, DESK)
    presenter.open("Els", DeskSettings())
    return presenter


@pytest.fixture
def unlocked(setup: SetupPresenter, keeper: Keeper) -> SetupPresenter:
    setup.try_secret(SECRET)
    keeper.answer()
    return setup


def event(units: UnitFactory) -> Event:
    with units() as unit:
        return unit.events.get()


def at(hour: int, minute: int = 0) -> datetime:
    """A clock time in Ghent."""
    return datetime(2023, 3, 21, hour - 1, minute, tzinfo=UTC)


def test_everybody_may_say_who_stands_here(setup: SetupPresenter) -> None:
    told: list[str] = []
    setup.volunteer_changed = told.append
    setup.name_volunteer("  Karim\t")
    setup.name_volunteer("K" * 99)
    assert told == ["Karim", "K" * 40]
    assert not setup.screen.unlocked


def test_only_the_right_secret_unlocks(setup: SetupPresenter, keeper: Keeper) -> None:
    setup.try_secret("1234")
    assert setup.screen.pin is PinState.CHECKING
    keeper.answer()
    assert (setup.screen.pin, setup.screen.unlocked) == (PinState.WRONG, False)
    setup.try_secret(SECRET)
    keeper.answer()
    assert setup.screen.unlocked


def test_nothing_is_no_try_and_a_second_enter_is_no_second_one(
    setup: SetupPresenter, keeper: Keeper
) -> None:
    setup.try_secret("")
    assert (setup.screen.pin, keeper.waiting) == (PinState.ASKED, [])
    setup.try_secret("1234")
    setup.try_secret("1234")
    assert len(keeper.waiting) == 1


def test_opening_the_panel_locks_it_again(unlocked: SetupPresenter, keeper: Keeper) -> None:
    unlocked.open("Els", DeskSettings())
    assert unlocked.screen.pin is PinState.ASKED
    unlocked.try_secret(SECRET)
    unlocked.lock_again()
    keeper.answer()
    assert not unlocked.screen.unlocked


def test_locked_it_changes_nothing(
    setup: SetupPresenter, units: UnitFactory, asks: AnswersAtOnce
) -> None:
    entries, before = journal(units), setup.screen
    setup.set_hours("14:00", "17:00")
    setup.close_day()
    setup.open_again()
    setup.set_pin("8024")
    setup.set_idle_minutes(0)
    assert journal(units) == entries
    assert setup.screen == before
    assert not has_pin(units())


@pytest.mark.parametrize(
    "written", ["13:30", "13.30", "13u30", "13h30", "1330", " 13 30 ", "13U30"]
)
def test_a_time_is_read_as_people_write_it(written: str) -> None:
    assert read_time(written) == time(13, 30)


@pytest.mark.parametrize(
    ("written", "moment"),
    [("9:05", time(9, 5)), ("905", time(9, 5)), ("13u", time(13)), ("9", time(9)), ("", None)],
)
def test_a_time_may_be_short(written: str, moment: time | None) -> None:
    assert read_time(written) == moment
    assert read_time(f" {written} ") == moment


@pytest.mark.parametrize(
    "written",
    [
        "25:00",
        "24:00",
        "13:60",
        "1:5",
        "13:3",
        "half twee",
        "-1",
        "13::30",
        "13330",
        "\u0661\u0663",
    ],
)
def test_what_is_no_time_is_refused_and_nothing_changes(
    unlocked: SetupPresenter, units: UnitFactory, written: str
) -> None:
    entries = journal(units)
    unlocked.set_hours(written, "")
    assert unlocked.screen.time_refused
    unlocked.set_hours("", written)
    assert unlocked.screen.time_refused
    assert journal(units) == entries
    unlocked.set_hours("", "")
    assert not unlocked.screen.time_refused


@pytest.mark.parametrize(
    ("opens", "closes"), [("14:00", "13:00"), ("14:00", "14:00"), ("", "0:00"), ("0:00", "0:00")]
)
def test_a_desk_does_not_close_before_it_opens(
    unlocked: SetupPresenter, units: UnitFactory, opens: str, closes: str
) -> None:
    unlocked.set_hours(opens, closes)
    assert unlocked.screen.time_refused
    assert event(units).desk_closes is None


def test_hours_are_kept_shown_and_told(unlocked: SetupPresenter, units: UnitFactory) -> None:
    told: list[Event] = []
    unlocked.hours_changed = told.append
    unlocked.set_hours("13u30", "17u")
    kept = event(units)
    assert (kept.desk_opens, kept.desk_closes) == (at(13, 30), at(17))
    assert (unlocked.screen.opens, unlocked.screen.closes) == (time(13, 30), time(17))
    assert told == [kept]
    unlocked.set_hours("1330", "17:00")
    assert told == [kept], "that was the same again"
    unlocked.set_hours("", "")
    assert (event(units).desk_opens, event(units).desk_closes) == (None, None)


def test_midnight_of_the_day_is_no_limit_that_anybody_set_and_stays_where_it_is_not_touched(
    unlocked: SetupPresenter, units: UnitFactory
) -> None:
    assert (unlocked.screen.opens, unlocked.screen.closes) == (None, None)
    unlocked.set_hours("", "17:00")
    assert (event(units).desk_opens, event(units).desk_closes) == (MIDNIGHT, at(17))


def test_the_desk_closes_now_and_opens_again(
    unlocked: SetupPresenter, units: UnitFactory, clock: SimulatedClock
) -> None:
    clock.advance(23)
    unlocked.close_day()
    assert (event(units).desk_opens, event(units).desk_closes) == (MIDNIGHT, clock.now())
    assert (unlocked.screen.is_closed, unlocked.screen.closes) == (True, time(13))
    unlocked.set_hours("9:00", "13:00")
    assert event(units).desk_closes == clock.now(), "nobody touched the closing"
    unlocked.open_again()
    assert not unlocked.screen.is_closed
    assert (event(units).desk_opens, event(units).desk_closes) == (at(9), None)


def test_a_closing_that_is_still_to_come_is_not_closed(
    unlocked: SetupPresenter, clock: SimulatedClock
) -> None:
    unlocked.set_hours("", "17:00")
    assert not unlocked.screen.is_closed
    clock.advance(4 * 3600)
    unlocked.open("Els", DeskSettings())
    assert unlocked.screen.is_closed


def test_a_pin_is_set_and_a_bad_one_refused(unlocked: SetupPresenter, units: UnitFactory) -> None:
    told: list[str] = []
    unlocked.pin_changed = lambda: told.append("pin")
    for digits, code in (
        ("12", RefusalCode.PIN_SHAPE),
        ("abcd", RefusalCode.PIN_SHAPE),
        ("1234", RefusalCode.PIN_GUESSABLE),
    ):
        unlocked.set_pin(digits)
        trouble = unlocked.screen.pin_trouble
        assert trouble is not None
        assert (trouble.code, unlocked.screen.pin_was_set) == (code, False)
    assert not has_pin(units())
    unlocked.set_pin("8024")
    assert (unlocked.screen.pin_trouble, unlocked.screen.pin_was_set) == (None, True)
    assert pin_is(units(), "8024")
    assert told == ["pin"]
    assert "8024" not in str(journal(units))


def test_another_idle_time_is_told_once(unlocked: SetupPresenter) -> None:
    told: list[int] = []
    unlocked.settings_changed = lambda settings: told.append(settings.idle_minutes)
    unlocked.set_idle_minutes(5)
    unlocked.set_idle_minutes(12)
    unlocked.set_idle_minutes(12)
    assert told == [12]
