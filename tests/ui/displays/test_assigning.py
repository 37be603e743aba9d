"""Which screens show the room: the rules, for every layout of up to four screens."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.displays.assigning import (
    UNNAMED,
    Display,
    Make,
    ScreenNames,
    ScreenUse,
    room_screens,
    screen_states,
    staff_home,
)

NAMES = ("laptop", "beamer", "tv", "panel")


def side_by_side(*names: str) -> tuple[Display, ...]:
    return tuple(Display(name, (1920 * place, 0)) for place, name in enumerate(names))


def subsets(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [each for size in range(len(names) + 1) for each in combinations(names, size)]


LAYOUTS = [
    (order, staff, unused)
    for plugged in subsets(NAMES)
    for order in permutations(plugged)
    for staff in (*order, "")
    for unused in subsets(NAMES)
]


def test_every_screen_shows_the_room_but_the_staffs_and_those_that_are_not_to() -> None:
    for order, staff, unused in LAYOUTS:
        filled = room_screens(side_by_side(*order), staff, unused)
        assert set(filled) == set(order) - {staff} - set(unused), (order, staff, unused)
        assert len(filled) == len(set(filled))


def test_a_room_that_is_seen_stays_the_main_one_in_whatever_order_screens_are_told() -> None:
    for order, staff, unused in LAYOUTS:
        for showing in permutations(NAMES, 2):
            filled = room_screens(side_by_side(*order), staff, unused, showing)
            still_there = [name for name in showing if name in filled]
            assert list(filled[: len(still_there)]) == still_there


def test_with_the_staffs_screen_alone_nothing_is_filled() -> None:
    assert room_screens(side_by_side("laptop"), "laptop") == ()
    assert room_screens((), "") == ()


def test_a_screen_that_shows_the_same_as_the_staffs_is_never_covered() -> None:
    cloned = (Display("laptop", (0, 0)), Display("beamer", (0, 0)), Display("tv", (1920, 0)))
    assert room_screens(cloned, "laptop") == ("tv",)
    assert room_screens(cloned, "beamer") == ("tv",)


def test_two_beamers_that_show_the_same_get_one_window() -> None:
    cloned = (Display("laptop"), Display("beamer", (1920, 0)), Display("tv", (1920, 0)))
    assert room_screens(cloned, "laptop") == ("beamer",)
    assert room_screens(cloned, "laptop", showing=("tv",)) == ("tv",)
    assert room_screens(cloned, "laptop", unused=("beamer",)) == ("tv",)


displays = st.lists(
    st.builds(Display, st.sampled_from(NAMES), st.tuples(st.integers(0, 2), st.integers(0, 1))),
    unique_by=lambda display: display.name,
)
some_names = st.lists(st.sampled_from(NAMES), unique=True)


@given(displays, st.sampled_from(NAMES), some_names, some_names)
def test_wherever_screens_lie_the_staff_sees_their_own_window(
    plugged: list[Display], staff: str, unused: list[str], showing: list[str]
) -> None:
    filled = room_screens(plugged, staff, unused, showing)
    corners = {display.name: display.corner for display in plugged}
    covered = [corners[name] for name in filled]
    assert staff not in filled
    assert corners.get(staff) not in covered
    assert not set(filled) & set(unused)
    assert len(set(covered)) == len(covered)
    may_show = {corners[name] for name in corners if name not in unused} - {corners.get(staff)}
    assert set(covered) == may_show - {None}


EPSON = Make("EPSON", "Seiko", "EB-L", "A1")
TWIN = Make("EPSON", "Seiko", "EB-L", "B2")


def plug(names: ScreenNames, *makes: Make) -> list[str]:
    """All of them, one after the other."""
    found: list[str] = []
    for make in makes:
        found.append(names.name(make, found))
    return found


@pytest.mark.parametrize(
    ("makes", "called"),
    [
        ([EPSON], ["EPSON"]),
        ([EPSON, TWIN], ["EPSON", "EPSON (2)"]),
        ([EPSON, EPSON, EPSON], ["EPSON", "EPSON (2)", "EPSON (3)"]),
        ([Make("EPSON (2)"), EPSON, TWIN], ["EPSON (2)", "EPSON", "EPSON (3)"]),
        ([Make("", "Seiko", "EB-L")], ["EB-L"]),
        ([Make(""), Make("")], [UNNAMED, f"{UNNAMED} (2)"]),
    ],
    ids=["alone", "two", "three alike", "numbered by its maker", "model only", "nothing known"],
)
def test_every_screen_has_a_name_of_its_own(makes: list[Make], called: list[str]) -> None:
    assert plug(ScreenNames(), *makes) == called


def test_a_screen_is_called_the_same_when_it_comes_back_alone() -> None:
    names = ScreenNames()
    assert plug(names, EPSON, TWIN) == ["EPSON", "EPSON (2)"]
    assert plug(names, TWIN) == ["EPSON (2)"]
    assert plug(names, TWIN, EPSON) == ["EPSON (2)", "EPSON"]


def test_of_two_that_nothing_tells_apart_the_one_that_stayed_keeps_its_name() -> None:
    names = ScreenNames()
    assert plug(names, EPSON, EPSON) == ["EPSON", "EPSON (2)"]
    assert names.name(EPSON, ["EPSON (2)"]) == "EPSON"
    assert names.name(EPSON, ["EPSON"]) == "EPSON (2)"


some_makes = st.builds(Make, st.sampled_from(["", "A", "A (2)"]), serial=st.text(max_size=1))


@given(st.lists(st.lists(some_makes)))
def test_no_two_screens_are_ever_called_the_same(looks: list[list[Make]]) -> None:
    names = ScreenNames()
    for makes in looks:
        found = plug(names, *makes)
        assert len(set(found)) == len(makes)
        assert plug(names, *makes) == found


def test_what_a_screen_is_used_for_goes_for_its_clone_too() -> None:
    plugged = (Display("laptop"), Display("clone"), *side_by_side("", "beamer", "tv")[1:])
    uses = {each.name: each.use for each in screen_states(plugged, "laptop", ["beamer"])}
    assert uses == {
        "laptop": ScreenUse.STAFF,
        "clone": ScreenUse.STAFF,
        "beamer": ScreenUse.ROOM,
        "tv": ScreenUse.NOTHING,
    }


@pytest.mark.parametrize(
    ("home", "actual", "present", "lost", "is_home"),
    [
        ("", "laptop", ["laptop"], [], "laptop"),
        ("laptop", "laptop", ["laptop", "beamer"], [], "laptop"),
        ("laptop", "beamer", ["laptop", "beamer"], [], "beamer"),
        ("laptop", "beamer", ["laptop", "beamer"], ["tv"], "beamer"),
        ("laptop", "beamer", ["beamer"], ["laptop"], "laptop"),
        ("laptop", "beamer", ["laptop", "beamer"], ["laptop"], "laptop"),
        ("laptop", "beamer", ["beamer"], [], "laptop"),
    ],
    ids=[
        "first seen",
        "stays",
        "dragged",
        "dragged while another screen went",
        "lid closed",
        "lid opened again",
        "lid still closed",
    ],
)
def test_a_closed_lid_moves_no_home_and_a_person_does(
    home: str, actual: str, present: list[str], lost: list[str], is_home: str
) -> None:
    assert staff_home(home, actual, present, lost) == is_home
