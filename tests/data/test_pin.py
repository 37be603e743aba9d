"""The organiser's PIN in a real file."""

import json

import pytest

from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.services.pin import clear_pin, has_pin, pin_is, set_pin
from kiosk.services.ports import JournalEntry, UnitFactory


def journal(units: UnitFactory) -> list[JournalEntry]:
    with units() as unit:
        return unit.journal.entries()


def test_without_a_pin_nothing_is_it(units: UnitFactory) -> None:
    assert not has_pin(units())
    assert not pin_is(units(), "4719")


def test_a_new_pin_takes_the_place_of_the_former(units: UnitFactory, clock: Clock) -> None:
    set_pin(units(), clock, "4719", station="office")
    set_pin(units(), clock, "28064", station="office")
    assert has_pin(units())
    assert pin_is(units(), "28064")
    assert not pin_is(units(), "4719")


def test_a_cleared_pin_opens_nothing(units: UnitFactory, clock: Clock) -> None:
    set_pin(units(), clock, "4719", station="office")
    clear_pin(units(), clock, station="office")
    assert not pin_is(units(), "4719")
    clear_pin(units(), clock, station="office")
    assert [entry.what for entry in journal(units)] == ["pin-set", "pin-cleared"]


def test_the_journal_says_that_a_pin_was_set_and_never_which(
    units: UnitFactory, clock: Clock
) -> None:
    set_pin(units(), clock, "28064", station="office")
    entry = journal(units)[-1]
    assert (entry.what, entry.station) == ("pin-set", "office")
    assert "28064" not in json.dumps(dict(entry.facts))


def test_a_refused_pin_leaves_the_former_in_force(units: UnitFactory, clock: Clock) -> None:
    set_pin(units(), clock, "4719", station="office")
    for silly in ("0000", "1234", "12"):
        with pytest.raises(Refusal):
            set_pin(units(), clock, silly, station="office")
    assert pin_is(units(), "4719")


def test_the_pin_never_opens_the_file(event_file: EventFile, clock: Clock) -> None:
    set_pin(event_file.unit(), clock, "47192806", station="office")
    assert not event_file.unlocks_with("47192806")
