"""Answers come back in order, on the main thread, and nothing is ever swallowed."""

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.ui.tasks.worker import DatabaseWorker


@pytest.fixture
def worker(qtbot: QtBot, units: UnitFactory) -> Iterator[DatabaseWorker]:
    worker = DatabaseWorker(units)
    yield worker
    worker.close()


def refuse(_unit: UnitOfWork) -> None:
    raise Refusal(RefusalCode.NO_PLAN)


def test_the_work_is_done_elsewhere_and_the_answer_comes_home(
    qtbot: QtBot, worker: DatabaseWorker
) -> None:
    threads: list[threading.Thread] = []
    worker.ask(
        lambda _unit: threads.append(threading.current_thread()),
        lambda _done: threads.append(threading.current_thread()),
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0].name.startswith("event-file")
    assert threads[1] is threading.main_thread()


def test_answers_keep_the_order_of_the_questions(worker: DatabaseWorker) -> None:
    answers: list[int] = []
    for number in range(50):
        worker.ask(lambda _unit, number=number: number, answers.append)
    worker.drain()
    assert answers == list(range(50))


def test_what_takes_long_holds_up_nobody(qtbot: QtBot, worker: DatabaseWorker) -> None:
    answers: list[str] = []
    may_end = threading.Event()

    def print_all(_unit: UnitOfWork) -> str:
        may_end.wait()
        return "badges"

    worker.ask_aside(print_all, answers.append)
    worker.ask(lambda _unit: "scan", answers.append)
    qtbot.waitUntil(lambda: answers == ["scan"])
    may_end.set()
    worker.drain()
    assert answers == ["scan", "badges"]


def test_nothing_is_left_unanswered_when_both_are_drained(worker: DatabaseWorker) -> None:
    answers: list[str] = []
    worker.ask(
        lambda _unit: "written",
        lambda done: (
            answers.append(done),
            worker.ask_aside(lambda _unit: "read", answers.append),
        ),
    )
    worker.drain()
    assert answers == ["written", "read"]


def test_a_refusal_goes_to_the_asker(worker: DatabaseWorker) -> None:
    refusals: list[Refusal] = []
    worker.ask(refuse, lambda _none: pytest.fail("it was refused"), refusals.append)
    worker.drain()
    assert refusals[0].code is RefusalCode.NO_PLAN


def test_a_refusal_nobody_takes_goes_to_the_window(qtbot: QtBot, worker: DatabaseWorker) -> None:
    with qtbot.waitSignal(worker.refused) as heard:
        worker.ask(refuse, print)
    assert heard.args[0].code is RefusalCode.NO_PLAN


def test_a_bug_is_heard_by_all(
    qtbot: QtBot, worker: DatabaseWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: hooked.append(error))
    with qtbot.waitSignal(worker.failed) as heard:
        worker.ask(lambda _unit: 1 // 0, print)
    worker.drain()
    assert hooked == heard.args
    assert isinstance(hooked[0], ZeroDivisionError)


def test_closing_delivers_every_answer_and_ends_the_thread(
    qtbot: QtBot, units: UnitFactory
) -> None:
    worker = DatabaseWorker(units)
    answers: list[str] = []

    def ask_again(answer: str) -> None:
        answers.append(answer)
        worker.ask(lambda _unit: "second", answers.append)

    worker.ask(lambda _unit: "first", ask_again)
    worker.close()
    worker.ask(lambda _unit: "too late", answers.append)
    assert answers == ["first", "second"]
    assert not [t for t in threading.enumerate() if t.name.startswith("event-file")]


def test_what_ends_aside_while_the_program_closes_is_told_to_nobody(
    qtbot: QtBot, units: UnitFactory
) -> None:
    """A paper that is ready now would open a viewer on a file that is being erased."""
    told: list[str] = []
    may_end = threading.Event()

    class Closing(DatabaseWorker):
        def drain(self) -> None:
            may_end.set()
            super().drain()

    def print_all(_unit: UnitOfWork) -> str:
        may_end.wait()
        return "badges"

    worker = Closing(units)
    worker.ask_aside(print_all, told.append)
    worker.ask_aside(refuse, told.append, lambda _refusal: told.append("refused"))
    worker.close()
    assert told == []
