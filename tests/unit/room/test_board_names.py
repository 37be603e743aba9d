"""How wide names are, before anything is painted: what the board is laid out by."""

import pytest

from kiosk.services.room.board_row import NAME_SIZE, ROW, RowSpace
from kiosk.services.room.names import (
    LEADING,
    TALL_LEADING,
    Shape,
    broken,
    leading_of,
    shape_of,
    width_of,
)

WIDE, NARROW = RowSpace(600, ROW), RowSpace(470, ROW)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Mohammed Amine", ("Mohammed", "Amine")),
        ("Marie-Antoinette", ("Marie-", "Antoinette")),
        ("Marie-Antoinette van den Berghe", ("Marie-Antoinette", "van den Berghe")),
        ("Jan-K.", ("Jan-K.", "")),
        ("Zoë", ("Zoë", "")),
        ("", ("", "")),
    ],
)
def test_a_name_breaks_between_its_parts_where_both_lines_are_shortest(
    name: str, lines: tuple[str, str]
) -> None:
    assert broken(name) == lines


def test_two_lines_are_never_wider_than_one() -> None:
    for name in ("Anne-Sophie", "a b c d", "x" * 60, "  Els   De  Smet ", "李小龙"):
        assert max(map(width_of, broken(name))) <= width_of(name)


def test_accents_take_no_width_and_unknown_letters_take_rather_too_much() -> None:
    assert width_of("Zoë") == width_of("Zoe")
    assert width_of("Ян") > width_of("An")


def test_a_board_with_numbers_only_has_no_names_to_make_room_for() -> None:
    assert shape_of([(7, ""), (131, "")], [9, 12]) == Shape(badge=3, table=2)
    assert shape_of([], []) == Shape()


def test_the_widest_name_decides_and_not_the_one_with_most_letters() -> None:
    shape = shape_of([(1, "Willem"), (2, "Lilitilil")], [1])
    assert shape.one == width_of("Willem") > width_of("Lilitilil")


def test_a_name_that_fits_keeps_its_size_and_a_longer_one_goes_on_two_lines_before_it_shrinks() -> (
    None
):
    short, long = (shape_of([(1, name)], [1]) for name in ("Samira", "Mohammed Abdelkader"))
    assert WIDE.letters(short) == NAME_SIZE
    assert NARROW.letters(long) == int(NARROW.line_size(LEADING))
    assert NARROW.letters(long) > NARROW.name_width(long) / long.one


def test_other_scripts_get_more_height_for_two_lines() -> None:
    assert leading_of("Zoë Łukasz") == LEADING
    assert leading_of("محمد عبد") == leading_of("Nguyễn Thị") == TALL_LEADING
