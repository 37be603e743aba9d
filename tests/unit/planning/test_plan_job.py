"""A plan is made elsewhere: on a thread, or in a process that can be ended at any moment."""

import multiprocessing
import threading
from uuid import UUID

import pytest

from kiosk.domain.plan import (
    Clash,
    ClashReason,
    Conversation,
    Demand,
    DemandKind,
    PlanMethod,
    PlanRequest,
    PlanStep,
    SeatingPlan,
    Seeker,
    TableOffer,
)
from kiosk.planning import PLANNERS, worker
from kiosk.planning.worker import PlanFailed, PlanJob
from tests.helpers.requests import table_id


def request(people: int = 12, tables: int = 5, **seeker: frozenset[UUID]) -> PlanRequest:
    rounds = range(1, 7)
    return PlanRequest(
        tuple(TableOffer.steady(table_id(n), n + 1, 2, rounds, 6) for n in range(tables)),
        tuple(Seeker(UUID(int=n + 1), frozenset(rounds), **seeker) for n in range(people)),
        rounds=6,
    )


def finish(job: PlanJob) -> SeatingPlan | Clash | None:
    """Wait until the job's own thread has ended."""
    for thread in threading.enumerate():
        if thread.name == "planning":
            thread.join(60)
    return job.result()


@pytest.fixture(params=["on a thread", "in a process"])
def anywhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "in a process":
        monkeypatch.setattr(worker, "LARGE", 0)
    return request.param


@pytest.mark.parametrize("method", list(PlanMethod))
def test_it_makes_the_plan_that_the_planner_makes(anywhere: str, method: PlanMethod) -> None:
    job = PlanJob(method, request())
    assert job.is_large == (anywhere == "in a process")
    assert job.result() is None
    job.start()
    assert finish(job) == PLANNERS[method]().plan(request())
    steps = job.poll()
    assert PlanStep.ROUNDS in steps
    assert steps == sorted(steps, key=list(PlanStep).index)


def test_demands_that_clash_come_back_instead_of_a_plan(anywhere: str) -> None:
    both = frozenset({table_id(0)})
    job = PlanJob(PlanMethod.BEST, request(1, musts=both, never=both))
    job.start()
    clash = finish(job)
    assert isinstance(clash, Clash)
    assert clash.why is ClashReason.NEVER


def test_they_are_left_out_when_that_was_asked_for(anywhere: str) -> None:
    both = frozenset({table_id(0)})
    job = PlanJob(PlanMethod.BEST, request(1, musts=both, never=both), set_aside=True)
    job.start()
    assert isinstance(finish(job), SeatingPlan)
    assert job.dropped == (Demand(DemandKind.MUST, UUID(int=1), table_id(0)),)


def test_a_fault_of_the_planner_is_raised_where_the_plan_is_wanted(anywhere: str) -> None:
    nobody = Conversation(1, 1, UUID(int=1), table_id(99))
    broken = PlanRequest((), (), rounds=0, locked=(nobody,), helpers=(None,))  # type: ignore[arg-type]
    job = PlanJob(PlanMethod.CAROUSEL, broken)
    job.start()
    with pytest.raises(PlanFailed, match="Error"):
        finish(job)


def test_a_process_that_is_ended_from_outside_is_noticed() -> None:
    job = PlanJob(PlanMethod.BEST, request(300, 100))
    job.start()
    while not multiprocessing.active_children():
        assert threading.active_count() > 1, "the job ended before it began"
    for child in multiprocessing.active_children():
        child.kill()
    with pytest.raises(PlanFailed, match="ended"):
        finish(job)


def test_after_a_cancel_nothing_is_left_and_nothing_comes(anywhere: str) -> None:
    job = PlanJob(PlanMethod.BEST, request(300, 100))
    job.start()
    job.cancel()
    assert finish(job) is None
    assert not multiprocessing.active_children()
