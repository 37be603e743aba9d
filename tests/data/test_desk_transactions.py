"""Each act at the desk is one transaction: power that fails before its end leaves all as it was."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import ConsentKind, Side, Standing
from kiosk.services.desk.check_in import check_in_person
from kiosk.services.desk.edits import (
    PersonEdit,
    consent_and_check_in,
    edit_person,
    expect_and_check_in,
    replace_badge,
    set_standing,
)
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.undoing import undo
from kiosk.services.desk.walk_ins import WalkIn, register_walk_in
from kiosk.services.ports import UnitOfWork
from tests.helpers.days import MORNING, a_candidate, found, register
from tests.helpers.desks import DESK, POST

SAMIRA, BRAM = a_candidate(17), replace(a_candidate(9, "Bram"), standing=Standing.CANCELLED)
EDIT = PersonEdit("Sam", ("nl",), "rolstoel", {ConsentKind.SHARE_CONTACT: False})
WALK_IN = WalkIn("Maalik", Side.CANDIDATE, consents={ConsentKind.TAKE_PART: True})

Act = Callable[[UnitOfWork, SimulatedClock], object]
ACTS: dict[str, Act] = {
    "walk in": lambda unit, clock: register_walk_in(unit, clock, WALK_IN, desk=POST),
    "edit": lambda unit, clock: edit_person(unit, clock, SAMIRA.id, EDIT, desk=POST),
    "new badge": lambda unit, clock: replace_badge(unit, clock, SAMIRA.id, desk=POST),
    "leave": lambda unit, clock: check_out(unit, clock, SAMIRA.id, station=DESK),
    "undo": lambda unit, clock: undo(unit, clock, SAMIRA.id, station=DESK),
    "not coming": lambda unit, clock: set_standing(
        unit, clock, BRAM.id, Standing.EXPECTED, desk=POST
    ),
    "come after all": lambda unit, clock: expect_and_check_in(unit, clock, BRAM.id, desk=POST),
    "yes": lambda unit, clock: consent_and_check_in(unit, clock, BRAM.id, desk=POST),
}


class PowerFails(Exception):
    """In the last moment before the commit."""


def content(file: EventFile) -> list[object]:
    """All that the desk may change."""
    with file.unit() as unit:
        people = unit.people.all()
        edits = [unit.people.edits(person.id) for person in people]
        return [
            people,
            edits,
            unit.people.codes(),
            unit.people.consents(),
            unit.people.check_ins(),
            unit.prints.waiting(DESK),
            unit.journal.entries(),
        ]


@pytest.fixture
def filled(event_file: EventFile, clock: SimulatedClock) -> EventFile:
    """Samira is here, Bram has cancelled."""
    with event_file.unit() as unit:
        found(unit)
        for person in (SAMIRA, BRAM):
            register(unit, person)
        unit.people.set_consent(BRAM.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    check_in_person(event_file.unit(), clock, SAMIRA.id, desk=POST)
    return event_file


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_kept_whole_or_not_at_all(
    filled: EventFile, clock: SimulatedClock, name: str
) -> None:
    before = content(filled)
    unit = filled.unit()
    commits = []

    def fail() -> None:
        commits.append(name)
        raise PowerFails

    unit.commit = fail
    with pytest.raises(PowerFails):
        ACTS[name](unit, clock)
    assert content(filled) == before
    assert commits == [name]
    ACTS[name](filled.unit(), clock)
    assert content(filled) != before
