"""The journal only grows, and shows when somebody meddled with it."""

from uuid import uuid4

import pytest

from kiosk.data.eventfile import EventFile
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING


def fill(units: UnitFactory, count: int = 5) -> None:
    for number in range(count):
        with units() as unit:
            unit.journal.append(MORNING, "desk 1", "scan", [uuid4()], {"number": number})
            unit.commit()


def test_entries_are_numbered_without_gaps_and_chained(units: UnitFactory) -> None:
    fill(units)
    with units() as unit:
        assert [entry.sequence for entry in unit.journal.entries()] == [1, 2, 3, 4, 5]
        assert unit.journal.first_broken() is None


def test_what_was_not_committed_leaves_no_entry(units: UnitFactory) -> None:
    with units() as unit:
        unit.journal.append(MORNING, "desk 1", "scan")
    fill(units, 1)
    with units() as unit:
        assert [entry.sequence for entry in unit.journal.entries()] == [1]


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE journal SET what = 'undo' WHERE sequence = 3",
        "UPDATE journal SET station = 'desk 9' WHERE sequence = 3",
        "UPDATE journal SET facts = '{\"number\": 7}' WHERE sequence = 3",
        "UPDATE journal SET subjects = '[]' WHERE sequence = 3",
        "DELETE FROM journal WHERE sequence = 2",
    ],
)
def test_meddling_is_found_at_its_place(
    units: UnitFactory, event_file: EventFile, meddling: str
) -> None:
    fill(units)
    event_file._connection.execute(meddling)
    with units() as unit:
        assert unit.journal.first_broken() == 3


def test_the_latest_entries_of_a_kind_come_newest_first(units: UnitFactory) -> None:
    fill(units)
    with units() as unit:
        unit.journal.append(MORNING, "host", "phase", (), {"position": 1})
        latest = unit.journal.latest(["scan"], 2)
    assert [entry.facts["number"] for entry in latest] == [4, 3]
