"""The day in figures, and nothing from which one person's answer could be read."""

from dataclasses import fields

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.indicators import Attendance
from kiosk.domain.interest import Answer
from kiosk.services import conducting, interest, matching, results
from kiosk.services.ports import UnitFactory
from tests.helpers.days import small_day
from tests.helpers.seats import arrive, candidates_of, employers_of, representatives_of, seat

ROUND_1 = 2


@pytest.fixture(autouse=True)
def day(units: UnitFactory, clock: SimulatedClock) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()
    guests, tables = candidates_of(units()), employers_of(units())
    seat(
        units(),
        clock,
        list(zip(guests[:4], tables, strict=True)),
        list(zip(guests[:4], tables[1:] + tables[:1], strict=True)),
    )


def test_a_day_that_has_not_begun_counts_nothing(units: UnitFactory) -> None:
    found = results.gather_results(units())
    assert found.totals.candidates == Attendance(0, 6)
    assert found.totals.employers == Attendance(0, 4)
    assert (found.totals.conversations_planned, found.totals.conversations_held) == (8, 0)
    assert found.matches == ()


def test_it_counts_what_really_happened(units: UnitFactory, clock: SimulatedClock) -> None:
    guests, contacts = candidates_of(units()), representatives_of(units())
    arrive(units(), clock, *(person.id for person in [*guests[:3], *contacts]))
    conducting.start_phase(units(), clock, ROUND_1, None)
    conducting.next_phase(units(), clock, ROUND_1)
    bakery = employers_of(units())[0]
    interest.answer(units(), clock, guests[0].id, bakery.id, Answer.YES)
    interest.answer(units(), clock, contacts[0].id, guests[0].id, Answer.YES)
    found = results.gather_results(units())
    assert found.totals.candidates == Attendance(3, 6)
    assert found.totals.employers == Attendance(4, 4)
    assert (found.totals.conversations_held, found.totals.rounds_held) == (3, 1)
    assert [(r.planned, r.held) for r in found.rounds] == [(4, 3), (4, 0), (0, 0), (0, 0)]
    assert found.rounds[0].started_at == clock.now()
    assert (found.totals.answers_given, found.totals.matches) == (2, 1)
    assert [contact.candidate for contact in found.matches] == ["Kandidaat1"]


def test_a_one_sided_yes_changes_no_figure_but_the_number_of_answers(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    guest, bakery = candidates_of(units())[0], employers_of(units())[0]
    seen = []
    for given in Answer:
        interest.answer(units(), clock, guest.id, bakery.id, given)
        seen.append(results.gather_results(units()))
    assert seen[0] == seen[1] == seen[2]


def test_no_value_of_the_results_can_hold_one_sides_answer() -> None:
    names = {field.name for field in fields(matching.MatchContact)}
    assert not names & {"answer", "side", "interest"}
