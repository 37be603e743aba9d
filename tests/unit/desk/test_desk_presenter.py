"""The desk's logic without a screen: whatever is typed or scanned, never a wrong person."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import RefusalCode
from kiosk.domain.people import ConsentKind, Side
from kiosk.domain.search import fold
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.services.desk.walk_ins import WalkIn, register_walk_in
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.card_words import card_words
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.screen import DeskScreen, Undone
from kiosk.ui.desk.wording import recent_name, recent_number
from tests.helpers.asking import AnswersAtOnce
from tests.helpers.days import a_candidate, found, register, small_day


@pytest.fixture
def codes(units: UnitFactory) -> dict[UUID, str]:
    with units() as unit:
        people = small_day(unit)
        unit.commit()
    return people


@pytest.fixture
def asks(units: UnitFactory) -> AnswersAtOnce:
    return AnswersAtOnce(units)


@pytest.fixture
def desk(asks: AnswersAtOnce, clock: SimulatedClock, codes: dict[UUID, str]) -> DeskPresenter:
    presenter = DeskPresenter(asks, clock, station="desk 1", volunteer="Els")
    presenter.refresh()
    return presenter


def code_of(screen: DeskScreen) -> VerdictCode | None:
    return screen.answer.code if isinstance(screen.answer, Verdict) else None


def test_a_verdict_stays_until_the_next(desk: DeskPresenter, codes: dict[UUID, str]) -> None:
    first, second = list(codes)[:2]
    desk.scanned(codes[first])
    assert desk.screen.attendee_id == first
    desk.scanned(codes[second])
    assert desk.screen.attendee_id == second
    desk.back()
    assert desk.screen.answer is None


def test_typing_covers_the_verdict_and_leaving_the_list_shows_it_again(
    desk: DeskPresenter, codes: dict[UUID, str]
) -> None:
    desk.scanned(next(iter(codes.values())))
    desk.type("kandi")
    assert desk.screen.searching
    assert desk.screen.attendee_id is None
    desk.back()
    assert code_of(desk.screen) is VerdictCode.WELCOME


def test_a_hasty_enter_marks_and_does_not_take(desk: DeskPresenter) -> None:
    desk.type("kandidaat")
    desk.enter()
    assert (desk.screen.chosen, desk.screen.answer) == (0, None)
    desk.move(-5)
    desk.move(2)
    desk.enter()
    assert code_of(desk.screen) is VerdictCode.WELCOME
    assert desk.screen.query == ""


def test_presence_in_the_list_follows_the_desk(desk: DeskPresenter, codes: dict[UUID, str]) -> None:
    desk.scanned(next(iter(codes.values())))
    desk.type("1")
    assert [line.here for line in desk.screen.results] == [True]
    desk.type("")
    desk.undo()
    desk.type("1")
    assert [line.here for line in desk.screen.results] == [False]


def test_undo_without_anything_to_undo_is_refused(desk: DeskPresenter, asks: AnswersAtOnce) -> None:
    desk.undo()
    assert asks.refusals == [RefusalCode.NOTHING_TO_UNDO]


def test_with_nobody_in_front_undo_takes_back_the_last_check_in(
    desk: DeskPresenter, codes: dict[UUID, str]
) -> None:
    first, second = list(codes)[:2]
    desk.scanned(codes[first])
    desk.scanned(codes[second])
    desk.scanned("B" * 20)
    desk.undo()
    assert isinstance(desk.screen.answer, Undone)
    assert desk.screen.attendee_id == second


def test_the_desk_remembers_an_organisation_by_its_name_and_table(
    desk: DeskPresenter, codes: dict[UUID, str]
) -> None:
    desk.scanned(list(codes.values())[-1])
    state = desk.screen.state
    assert state is not None
    line = state.recent[0]
    assert line.attendee is not None
    assert line.attendee.side is Side.EMPLOYER
    assert (recent_name(line), recent_number(line)) == ("Werkgever 4", "T4")


def test_no_card_names_a_side(desk: DeskPresenter, codes: dict[UUID, str]) -> None:
    """The person at the counter can read the screen too."""
    state = desk.screen.state
    assert state is not None
    for code in codes.values():
        desk.scanned(code)
        assert desk.screen.answer is not None
        words = str(card_words(desk.screen.answer, state.event)).casefold()
        assert "ervaringsdrager" not in words


def test_nobody_is_found_before_the_people_are_read(
    asks: AnswersAtOnce, clock: SimulatedClock, units: UnitFactory
) -> None:
    with units() as unit:
        found(unit)
        code = register(unit, a_candidate(1))
        unit.commit()
    presenter = DeskPresenter(asks, clock, station="desk 1")
    presenter.type("samira")
    presenter.enter()
    assert presenter.screen.answer is None
    presenter.scanned(code)
    assert code_of(presenter.screen) is VerdictCode.WELCOME


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=60) | st.text("BCDEFGHIJKLNOPRSTUVX", min_size=15, max_size=24))
def test_anything_may_be_scanned_or_typed(desk: DeskPresenter, text: str) -> None:
    """Everyone here has a number in badge and name: without a digit nobody is meant."""
    desk.scanned(text)
    desk.type(text)
    desk.enter()
    if desk.screen.attendee_id:
        assert any(letter.isdigit() for letter in fold(text))


def test_an_open_list_finds_who_was_just_registered_at_another_desk(
    desk: DeskPresenter, units: UnitFactory, clock: SimulatedClock
) -> None:
    desk.type("Fatou")
    assert desk.screen.results == ()
    walk_in = WalkIn("Fatou", Side.CANDIDATE, consents={ConsentKind.TAKE_PART: True})
    register_walk_in(units(), clock, walk_in, desk=DeskPost("desk 2"))
    desk.look_around()
    assert [(line.name, line.here) for line in desk.screen.results] == [("Fatou", True)]
    assert desk.screen.chosen is None, "nobody is marked behind one's back"


def test_a_mark_stays_with_its_person_when_the_list_changes(
    desk: DeskPresenter, codes: dict[UUID, str], units: UnitFactory, clock: SimulatedClock
) -> None:
    desk.type("kandidaat")
    desk.move(1)
    desk.move(1)
    marked = desk.screen.results[desk.screen.chosen or 0].attendee_id
    scan(units(), clock, codes[marked], desk=DeskPost("desk 2"))
    desk.look_around()
    line = desk.screen.results[desk.screen.chosen or 0]
    assert (line.attendee_id, line.here) == (marked, True)


def test_a_second_undo_takes_back_nobody_else(
    desk: DeskPresenter, codes: dict[UUID, str], units: UnitFactory
) -> None:
    for code in list(codes.values())[:3]:
        desk.scanned(code)
    for _press in range(3):
        desk.undo()
    with units() as unit:
        assert len(unit.people.present()) == 2


def test_undo_is_about_who_is_on_the_screen_and_nobody_behind_it(
    desk: DeskPresenter, codes: dict[UUID, str], units: UnitFactory
) -> None:
    first, second = list(codes)[:2]
    desk.scanned(codes[first])
    desk.scanned(codes[second])
    desk.scanned(codes[first])
    assert code_of(desk.screen) is VerdictCode.ALREADY_HERE
    desk.undo()
    with units() as unit:
        assert unit.people.present() == {second}
