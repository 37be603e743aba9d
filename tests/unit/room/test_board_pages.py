"""How the board is spread over pages: letters for the farthest seat, and time to read them."""

from dataclasses import replace

import pytest

from kiosk.domain.legibility import LEAST_ARC_MINUTES, Sight
from kiosk.services.room.board import (
    LEAST_PAGE_SECONDS,
    BoardSpace,
    board_layout,
    reading_seconds,
)
from kiosk.services.room.board_fit import board_fit, page_seconds
from kiosk.services.room.names import shape_of

WIDE = BoardSpace(1920, 1080, people=50, named=True)
SPACES = (WIDE, BoardSpace(1280, 960, 50, True), BoardSpace(1280, 2275, 50, True))
SMALL_ROOM, LARGE_ROOM = Sight(100, 4, 16 / 9), Sight(100, 10, 16 / 9)


@pytest.mark.parametrize("space", SPACES, ids=str)
@pytest.mark.parametrize("people", [1, 6, 24, 50, 100, 250])
@pytest.mark.parametrize("sight", [None, SMALL_ROOM, LARGE_ROOM], ids=str)
def test_everyone_is_on_exactly_one_page_and_no_page_is_empty(
    space: BoardSpace, people: int, sight: Sight | None
) -> None:
    layout = board_layout(replace(space, people=people), 60, sight)
    assert layout.per_page * (layout.pages - 1) < people <= layout.per_page * layout.pages


@pytest.mark.parametrize("space", SPACES, ids=str)
@pytest.mark.parametrize("people", [6, 50, 250])
@pytest.mark.parametrize("sight", [None, SMALL_ROOM, LARGE_ROOM], ids=str)
def test_no_row_runs_out_of_the_screen(space: BoardSpace, people: int, sight: Sight | None) -> None:
    layout = board_layout(replace(space, people=people), 60, sight)
    assert space.top + layout.rows * (layout.row_height + 14) <= space.height - 84 + 15


@pytest.mark.parametrize("people", [6, 24, 50, 100, 250])
@pytest.mark.parametrize("seconds", [30, 60, 90, 180])
@pytest.mark.parametrize("sight", [SMALL_ROOM, LARGE_ROOM], ids=str)
def test_a_page_never_goes_before_it_can_be_read(people: int, seconds: float, sight: Sight) -> None:
    space = replace(WIDE, people=people)
    layout = board_layout(space, seconds, sight)
    stays = page_seconds(layout, people, seconds)
    assert stays >= reading_seconds(min(people, layout.per_page)) >= LEAST_PAGE_SECONDS


@pytest.mark.parametrize("people", [24, 50, 100, 250])
@pytest.mark.parametrize("seconds", [30, 60, 90, 180])
def test_the_last_page_is_not_cut_off_when_the_round_begins(people: int, seconds: float) -> None:
    """Either the changeover holds a whole number of boards, or the organisers are warned."""
    fit = board_fit(replace(WIDE, people=people), seconds, LARGE_ROOM)
    boards = seconds / fit.seconds_for_all
    assert fit.pages_do_not_fit or fit.pages == 1 or boards == pytest.approx(round(boards))


def test_letters_grow_with_the_distance_of_the_farthest_seat() -> None:
    near, far = board_fit(WIDE, 180, SMALL_ROOM), board_fit(WIDE, 180, LARGE_ROOM)
    assert far.letter_millimetres
    assert near.letter_millimetres
    assert far.letter_millimetres > near.letter_millimetres
    assert far.arc_minutes
    assert far.arc_minutes >= 20 - 1e-6
    assert far.pages > near.pages


def test_in_a_small_room_few_pages_are_enough() -> None:
    assert board_layout(WIDE, 60, SMALL_ROOM) == board_layout(WIDE, 60, None)


def test_where_time_is_short_letters_shrink_before_pages_hurry() -> None:
    long, short = board_fit(WIDE, 180, LARGE_ROOM), board_fit(WIDE, 60, LARGE_ROOM)
    assert short.pages < long.pages
    assert short.arc_minutes
    assert long.arc_minutes
    assert LEAST_ARC_MINUTES <= short.arc_minutes < long.arc_minutes


def test_the_board_is_seen_twice_where_that_is_possible() -> None:
    fit = board_fit(WIDE, 90, LARGE_ROOM)
    assert fit.seconds_for_all * 2 == pytest.approx(90)


def test_letters_that_the_last_row_cannot_read_are_told() -> None:
    fit = board_fit(replace(WIDE, people=100), 60, LARGE_ROOM)
    assert fit.letters_too_small
    assert fit.arc_minutes
    assert fit.arc_minutes < LEAST_ARC_MINUTES


def test_a_board_that_takes_longer_than_the_changeover_is_told() -> None:
    fit = board_fit(replace(WIDE, people=100), 30, SMALL_ROOM)
    assert fit.pages_do_not_fit
    assert fit.seconds_for_all > 30


def test_badge_numbers_alone_may_be_larger_than_names() -> None:
    names, numbers = (
        board_fit(WIDE, 60, LARGE_ROOM),
        board_fit(replace(WIDE, named=False), 60, LARGE_ROOM),
    )
    assert numbers.letter_millimetres
    assert names.letter_millimetres
    assert numbers.letter_millimetres > names.letter_millimetres
    assert numbers.pages <= names.pages


def named(*names: str) -> BoardSpace:
    people = [(number, names[number % len(names)]) for number in range(1, 51)]
    return replace(WIDE, shape=shape_of(people, (15,)))


def test_a_long_name_makes_rows_higher_or_wider_rather_than_unreadable() -> None:
    near = Sight(100, 8, 16 / 9)
    short = board_fit(named("Samira"), 60, near)
    long = board_fit(named("Mohammed Amine", "Marie-Antoinette", "Jean-Christophe"), 60, near)
    assert not long.letters_too_small
    assert not long.pages_do_not_fit
    assert long.pages > short.pages


def test_fewer_columns_are_tried_before_a_long_name_becomes_too_small() -> None:
    far, names = Sight(100, 10, 16 / 9), named("Wolfeschlegelsteinhausen")
    assert board_layout(names, 180, far).columns < board_layout(named("Samira"), 180, far).columns
    assert not board_fit(names, 180, far).letters_too_small


def test_one_name_that_never_fits_does_not_make_the_letters_of_others_smaller() -> None:
    near = Sight(100, 8, 16 / 9)
    endless = board_fit(named("Samira", "x" * 60), 60, near)
    assert endless.letters_too_small
    assert endless.letter_millimetres == board_fit(named("Samira"), 60, near).letter_millimetres


def test_in_a_room_that_nobody_measured_nothing_is_said_of_letters_but_all_of_pages() -> None:
    fit = board_fit(replace(WIDE, people=300), 60, None)
    assert (fit.letter_millimetres, fit.arc_minutes, fit.letters_too_small) == (None, None, False)
    assert fit.pages_do_not_fit
