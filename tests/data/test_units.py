"""Units of work on one file take turns."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING


def note(units: UnitFactory, number: int) -> None:
    with units() as unit:
        unit.journal.append(MORNING, "desk 1", "note", facts={"number": number})
        unit.commit()


def test_units_on_several_threads_wait_for_each_other(units: UnitFactory) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: note(units, number), range(80)))
    with units() as unit:
        assert len(unit.journal.entries()) == 80
        assert unit.journal.first_broken() is None


def test_a_unit_that_fails_lets_the_next_one_in(units: UnitFactory) -> None:
    with pytest.raises(ZeroDivisionError), units() as unit:
        unit.journal.append(MORNING, "desk 1", "note", facts={"number": 1 // 0})
    with ThreadPoolExecutor(1) as thread:
        thread.submit(note, units, 1).result(10)
    with units() as unit:
        assert len(unit.journal.entries()) == 1
