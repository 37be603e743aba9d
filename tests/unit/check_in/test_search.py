"""A half-typed name finds the right people, however it is spelt."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search import fold
from kiosk.services.search import PeopleIndex, PersonLine

YILDIZ = "Ömer Y\N{LATIN SMALL LETTER DOTLESS I}ld\N{LATIN SMALL LETTER DOTLESS I}z"
PEOPLE = (
    "Samira Benali",
    "Samuel Van den Berghe",
    "Jan-Pieter O'Brien",
    "Łukasz Wiśniewski",
    "Thi Ng",
    "Lotte Ngandu",
    "Zoë D'Hondt",
    YILDIZ,
    "An Vandeputte",
    "Jonas Verhaeghe",
)


def line(number: int, name: str, organisation: str = "") -> PersonLine:
    return PersonLine(
        uuid4(), number, name, name.split(maxsplit=1)[0], organisation, cancelled=False
    )


INDEX = PeopleIndex(
    [line(at, name) for at, name in enumerate(PEOPLE, start=1)]
    + [line(40, "Mieke Peeters", "Bakkerij De Smet"), line(41, "Karim Aziz", "Groendienst Stad")]
)


YOUNG = line(1, "x")


def names(query: str, index: PeopleIndex = INDEX) -> list[str]:
    return [found.name for found in index.search(query)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("s", "Samira Benali"),
        ("benali sam", "Samira Benali"),
        ("Samira B.", "Samira Benali"),
        ("vandenberghe", "Samuel Van den Berghe"),
        ("van den be", "Samuel Van den Berghe"),
        ("vanden berghe sam", "Samuel Van den Berghe"),
        ("van de putte", "An Vandeputte"),
        ("janpieter", "Jan-Pieter O'Brien"),
        ("jan pieter obrien", "Jan-Pieter O'Brien"),
        ("o\N{RIGHT SINGLE QUOTATION MARK}brien", "Jan-Pieter O'Brien"),
        ("brien", "Jan-Pieter O'Brien"),
        ("lukasz", "Łukasz Wiśniewski"),
        ("WISNIEWSKI", "Łukasz Wiśniewski"),
        ("dhondt", "Zoë D'Hondt"),
        ("zoe", "Zoë D'Hondt"),
        ("omer yildiz", YILDIZ),
        ("smet", "Mieke Peeters"),
        ("bakkerij mieke", "Mieke Peeters"),
        ("41", "Karim Aziz"),
        ("05", "Thi Ng"),
    ],
)
def test_it_finds_the_person(query: str, name: str) -> None:
    assert names(query)[0] == name


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("samria", "Samira Benali"),
        ("smira", "Samira Benali"),
        ("saamir", "Samira Benali"),
        ("verhaege jonas", "Jonas Verhaeghe"),
        ("wisnewski", "Łukasz Wiśniewski"),
        ("bakerij", "Mieke Peeters"),
    ],
)
def test_it_forgives_small_typing_errors(query: str, name: str) -> None:
    assert name in names(query)


def test_somebody_called_ng_is_found_first() -> None:
    assert names("Ng") == ["Thi Ng", "Lotte Ngandu"]


@pytest.mark.parametrize("query", ["", "   ", "-", "xqxqxq", "999", "'", "samira zzz"])
def test_nobody_is_better_than_anybody(query: str) -> None:
    assert names(query) == []


def test_two_people_of_one_name_are_two_lines() -> None:
    twins = PeopleIndex([line(3, "Jan Peeters"), line(8, "Jan Peeters", "Jobroad")])
    found = twins.search("jan peeters")
    assert [(each.badge_number, each.organisation) for each in found] == [(3, ""), (8, "Jobroad")]


def test_never_more_than_the_list_can_hold() -> None:
    crowd = PeopleIndex(line(number, f"Jan Peeters{number}") for number in range(1, 500))
    assert len(crowd.search("j")) == 8


def test_folding_keeps_letters_of_other_scripts() -> None:
    assert fold("Наталія") == fold("наталія")


@given(st.text(max_size=300))
def test_any_text_may_be_typed(query: str) -> None:
    INDEX.search(query)


def test_somebody_new_is_found_at_once() -> None:
    index = PeopleIndex([line(1, "Samira Benali")])
    walk_in = line(2, "Zoë D'Hondt")
    index.put(walk_in)
    for query in ("z", "zoe", "dhondt", "d'hondt zo", "2", "zeo"):
        assert names(query, index) == ["Zoë D'Hondt"], query
    assert len(index) == 2
    assert walk_in.attendee_id in index


def test_somebody_with_another_name_is_found_by_that_one_only() -> None:
    before = line(1, "Samira Benali")
    index = PeopleIndex([before, line(2, "Samuel Maes")])
    index.put(replace(before, name="Sam Benali", public_name="Sam"))
    assert names("samira", index) == []
    assert sorted(names("sam", index)) == ["Sam Benali", "Samuel Maes"]
    assert names("benali", index) == ["Sam Benali"]
    assert names("1", index) == ["Sam Benali"]
    assert len(index) == 2


@given(
    st.lists(st.text("abcéø' -", max_size=12), min_size=1, max_size=8), st.text("abce ", max_size=6)
)
def test_one_by_one_or_all_at_once_finds_the_same_people(people: list[str], query: str) -> None:
    lines = [
        replace(YOUNG, attendee_id=uuid4(), badge_number=n, name=p, public_name=p)
        for n, p in enumerate(people, 1)
    ]
    at_once, one_by_one = PeopleIndex(lines), PeopleIndex(())
    for one in lines:
        one_by_one.put(one)
    assert sorted(names(query, at_once)) == sorted(names(query, one_by_one))
