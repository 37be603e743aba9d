"""The agenda hands out what comes first, and takes more while it does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.ports import UnitOfWork
from kiosk.services.rehearsal.agenda import Agenda, StepKind

START = datetime(2023, 3, 21, 13, 0, tzinfo=UTC)


def nothing(unit: UnitOfWork) -> None:
    """A step that does nothing."""


@given(st.lists(st.integers(0, 20)))
def test_steps_come_in_order_of_time_and_then_of_entry(minutes: list[int]) -> None:
    agenda = Agenda()
    for minute in minutes:
        agenda.add(START + timedelta(minutes=minute), StepKind.SCAN, nothing)
    steps = list(agenda)
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert [(step.at, step.order) for step in steps] == sorted(
        (START + timedelta(minutes=minute), order) for order, minute in enumerate(minutes)
    )


def test_a_step_may_put_more_on_the_agenda() -> None:
    agenda = Agenda()
    agenda.add(START, StepKind.HOST, nothing)
    seen = []
    for step in agenda:
        seen.append(step.at)
        if len(seen) < 3:
            agenda.add(step.at + timedelta(minutes=1), StepKind.HOST, nothing)
    assert seen == [START + timedelta(minutes=minute) for minute in range(3)]
