"""What the host puts over the room's picture, and what organisers choose for the room."""

from dataclasses import replace

import pytest

from kiosk.domain import codes
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.room_settings import RoomSign
from kiosk.services import conducting
from kiosk.services.ports import UnitFactory
from kiosk.services.room_sign import (
    read_room_settings,
    save_room_settings,
    set_blackout,
    show_message,
)
from tests.helpers.days import small_day

HOST = "host"


@pytest.fixture(autouse=True)
def day(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()


def run_to(units: UnitFactory, clock: SimulatedClock, position: int) -> None:
    state = conducting.conductor_state(units(), clock)
    while state.position != position:
        state = conducting.next_phase(units(), clock, state.position)


def test_a_message_stays_until_it_is_taken_away(units: UnitFactory, clock: SimulatedClock) -> None:
    show_message(units(), clock, "  Er is\tkoffie \u202e", station=HOST)
    with units() as unit:
        assert unit.room.sign().message == "Er is koffie"
    show_message(units(), clock, "", station=HOST)
    with units() as unit:
        assert unit.room.sign().message == ""


def test_the_journal_never_says_what_a_message_said(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    show_message(units(), clock, "Bel Samira even", station=HOST)
    with units() as unit:
        assert all("Samira" not in str(entry) for entry in unit.journal.entries())


def test_a_dark_room_keeps_its_message(units: UnitFactory, clock: SimulatedClock) -> None:
    show_message(units(), clock, "Tot zo", station=HOST)
    assert set_blackout(units(), clock, dark=True, station=HOST).message == "Tot zo"
    assert not set_blackout(units(), clock, dark=False, station=HOST).blackout


def test_a_day_begins_and_ends_with_its_own_picture(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    show_message(units(), clock, "Test, test", station=HOST)
    set_blackout(units(), clock, dark=True, station=HOST)
    run_to(units, clock, 0)
    assert conducting.conductor_state(units(), clock).sign == RoomSign()
    show_message(units(), clock, "Tot zo", station=HOST)
    run_to(units, clock, 1)
    assert conducting.conductor_state(units(), clock).sign.message == "Tot zo"
    conducting.finish(units(), clock, 1)
    assert conducting.conductor_state(units(), clock).sign == RoomSign()


def test_a_message_has_no_more_lines_and_marks_than_a_screen_can_show(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    sign = show_message(units(), clock, "a\nb\nc\nd\ne\nf", station=HOST)
    assert sign.message == "a\nb\nc\nd e f"
    piled = show_message(units(), clock, "e" + "\u0301" * 30, station=HOST).message
    assert len(piled) <= 4


def test_too_long_a_message_changes_nothing(units: UnitFactory, clock: SimulatedClock) -> None:
    with pytest.raises(Refusal) as refused:
        show_message(units(), clock, "a" * 201, station=HOST)
    assert refused.value.code is RefusalCode.MESSAGE_TOO_LONG


@pytest.mark.parametrize(
    "message",
    [
        "BNNBGGNNBPPRRDDBNN{check}",
        "Kijk: bnnbggnnbpprrddbnn{check} hier",
        "BNNB GGNN BPPR RDDB NN{check}",
        "BNNBGGNBPPRRDDBNN{check}",
    ],
)
def test_a_badge_code_is_never_shown_nor_kept(
    units: UnitFactory, clock: SimulatedClock, message: str
) -> None:
    """A slow scanner typed into the field. What stood there before stays."""
    show_message(units(), clock, "Tot zo", station=HOST)
    with units() as unit:
        journal = unit.journal.entries()
    words = message.format(check=codes.check_letters("BNNBGGNNBPPRRDDBNN"))
    with pytest.raises(Refusal) as refused:
        show_message(units(), clock, words, station=HOST)
    assert refused.value.code is RefusalCode.MESSAGE_HOLDS_CODE
    assert not refused.value.facts
    with units() as unit:
        assert unit.room.sign().message == "Tot zo"
        assert unit.journal.entries() == journal


def test_what_organisers_choose_for_the_room_is_kept(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    chosen = replace(
        read_room_settings(units()),
        screen_inches=100.0,
        farthest_metres=9.5,
        quiet=True,
        volume=35,
        sound_device="Zaal",
        unused_screens=("TV",),
    )
    save_room_settings(units(), clock, chosen, station="organiser")
    assert read_room_settings(units()) == chosen
