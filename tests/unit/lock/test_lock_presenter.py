"""What covers the pages, what opens them again, and how long one waits after wrong tries."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.ui.lock_presenter import Front, LockPresenter, Purpose
from kiosk.ui.patience import FREE_TRIES, LONGEST_WAIT

NOON = datetime(2023, 3, 21, 12, 0, tzinfo=UTC)


class Keeper:
    """Knows one PIN; answers when the test lets it."""

    has_pin = True

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Callable[[bool], None]]] = []
        self.asked = 0

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        self.asked += 1
        self._waiting.append((secret, then))

    def answer(self) -> None:
        secret, then = self._waiting.pop()
        then(secret == "4719")


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(NOON)


@pytest.fixture
def lock(keeper: Keeper, clock: SimulatedClock) -> LockPresenter:
    return LockPresenter(keeper, clock)


def try_with(lock: LockPresenter, keeper: Keeper, secret: str) -> None:
    lock.answer(secret)
    keeper.answer()


def fail(lock: LockPresenter, keeper: Keeper, times: int) -> None:
    for _ in range(times):
        try_with(lock, keeper, "1000")


def test_only_the_right_answer_opens(lock: LockPresenter, keeper: Keeper) -> None:
    lock.lock()
    try_with(lock, keeper, "1000")
    assert (lock.face.front, lock.face.refused) == (Front.CARD, True)
    try_with(lock, keeper, "4719")
    assert not lock.locked


def test_while_it_is_checked_the_card_says_so_and_takes_no_other_try(
    lock: LockPresenter, keeper: Keeper
) -> None:
    lock.lock()
    lock.answer("1000")
    assert lock.face.checking
    lock.answer("4719")
    assert keeper.asked == 1
    keeper.answer()
    assert not lock.face.checking


def test_an_empty_answer_is_no_try(lock: LockPresenter, keeper: Keeper) -> None:
    lock.lock()
    for _ in range(20):
        lock.answer("")
    assert keeper.asked == 0
    assert not lock.face.wait


def test_the_panic_key_wins_from_an_answer_that_is_under_way(
    lock: LockPresenter, keeper: Keeper
) -> None:
    lock.lock()
    lock.answer("4719")
    lock.blank()
    lock.wake()
    keeper.answer()
    assert lock.face.front is Front.CARD


def test_after_five_wrong_tries_one_waits_and_longer_each_time(
    lock: LockPresenter, keeper: Keeper, clock: SimulatedClock
) -> None:
    lock.lock()
    fail(lock, keeper, FREE_TRIES - 1)
    assert lock.face.wait == 0
    waits = []
    for _ in range(8):
        fail(lock, keeper, 1)
        waits.append(lock.face.wait)
        clock.advance(lock.face.wait)
    assert waits == [10, 20, 40, 80, 160, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_nothing_is_tried_while_one_waits_not_even_the_right_answer(
    lock: LockPresenter, keeper: Keeper, clock: SimulatedClock
) -> None:
    lock.lock()
    fail(lock, keeper, FREE_TRIES)
    lock.answer("4719")
    assert keeper.asked == FREE_TRIES
    clock.advance(9.5)
    lock.tick()
    assert lock.face.wait == 1
    clock.advance(0.5)
    lock.tick()
    try_with(lock, keeper, "4719")
    assert not lock.locked


def test_going_away_and_coming_back_does_not_shorten_the_wait(
    lock: LockPresenter, keeper: Keeper
) -> None:
    lock.ask_for_page("desk")
    fail(lock, keeper, FREE_TRIES)
    lock.go_back()
    assert not lock.locked
    lock.lock()
    assert lock.face.wait == 10
    lock.blank()
    lock.wake()
    assert lock.face.wait == 10


def test_a_try_counts_though_somebody_pressed_back_at_once(
    lock: LockPresenter, keeper: Keeper
) -> None:
    for _ in range(FREE_TRIES):
        lock.ask_to_leave()
        lock.answer("1000")
        lock.go_back()
        keeper.answer()
    lock.ask_to_leave()
    assert lock.face.wait == 10


def test_the_right_answer_starts_the_counting_anew(lock: LockPresenter, keeper: Keeper) -> None:
    for _ in range(3):
        lock.lock()
        fail(lock, keeper, FREE_TRIES - 1)
        try_with(lock, keeper, "4719")
    assert lock.face.wait == 0


def test_back_leads_to_where_one_was(lock: LockPresenter) -> None:
    lock.ask_to_leave()
    lock.go_back()
    assert lock.face.front is Front.PAGE
    for cover in (lock.lock, lock.blank):
        cover()
        lock.ask_to_leave()
        assert lock.face.purpose is Purpose.LEAVE
        lock.go_back()
        assert (lock.face.front, lock.face.purpose) == (Front.CARD, Purpose.UNLOCK)
        lock.go_back()
        assert lock.locked, "from the lock itself there is no way back"


def test_leaving_needs_the_right_answer(lock: LockPresenter, keeper: Keeper) -> None:
    left: list[str] = []
    lock.left = lambda: left.append("left")
    lock.ask_to_leave()
    try_with(lock, keeper, "1000")
    assert left == []
    try_with(lock, keeper, "4719")
    assert left == ["left"]


def test_the_page_that_was_asked_for_comes_after_the_right_answer(
    lock: LockPresenter, keeper: Keeper
) -> None:
    opened: list[str] = []
    lock.opened = opened.append
    lock.ask_for_page("desk")
    lock.lock()
    try_with(lock, keeper, "4719")
    assert opened == [], "it was locked in between: the page in front stays there"
    lock.ask_for_page("people")
    try_with(lock, keeper, "4719")
    assert opened == ["people"]


def test_a_scan_is_noted_only_while_the_pages_are_covered(lock: LockPresenter) -> None:
    verdict = Verdict(VerdictCode.UNKNOWN_CODE, NOON)
    lock.note(verdict)
    assert lock.face.verdict is None
    lock.blank()
    lock.note(verdict)
    assert lock.face.verdict is verdict
    lock.wake()
    assert lock.face.verdict is None


def test_wrong_tries_in_a_panel_count_as_well_and_too_many_lock(
    lock: LockPresenter, keeper: Keeper
) -> None:
    answers: list[bool] = []
    for _ in range(FREE_TRIES):
        assert not lock.locked
        lock.check("1000", answers.append)
        keeper.answer()
    assert answers == [False] * FREE_TRIES
    assert lock.locked
    assert lock.face.wait
    lock.check("4719", answers.append)
    assert keeper.asked == FREE_TRIES, "who has to wait is not even asked"
    assert answers[-1] is False


def test_in_a_panel_nothing_typed_is_no_try_and_the_right_answer_counts_anew(
    lock: LockPresenter, keeper: Keeper
) -> None:
    answers: list[bool] = []
    fail(lock, keeper, FREE_TRIES - 1)
    lock.check("", answers.append)
    assert (answers, keeper.asked) == ([False], FREE_TRIES - 1)
    lock.check("4719", answers.append)
    keeper.answer()
    assert answers == [False, True]
    fail(lock, keeper, FREE_TRIES - 1)
    assert not lock.face.wait
