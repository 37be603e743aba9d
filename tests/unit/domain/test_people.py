"""People: what is shown of them, and when they are there."""

from dataclasses import fields
from datetime import time

import pytest

from kiosk.domain.people import Attendee, Presence, badge_label
from tests.helpers.days import a_candidate


def test_the_chosen_name_comes_first_and_the_family_name_never() -> None:
    person = a_candidate(1, "Samira")
    assert person.public_name == "Samira"
    unnamed = Attendee(person.id, person.side, 1, "Samira", "Benali", "")
    assert unnamed.public_name == "Samira"


def test_there_is_no_field_for_what_we_never_store() -> None:
    names = {field.name for field in fields(Attendee)}
    forbidden = ("birth", "national", "diagnosis", "substance", "treatment", "health", "gender")
    assert not [name for name in names for word in forbidden if word in name]


@pytest.mark.parametrize(
    ("presence", "there"),
    [
        (Presence(), True),
        (Presence(arrives=time(14, 20)), True),
        (Presence(arrives=time(14, 21)), False),
        (Presence(leaves=time(14, 27)), True),
        (Presence(leaves=time(14, 26)), False),
        (Presence(time(14, 0), time(15, 0)), True),
    ],
)
def test_presence_covers_a_round_only_when_it_covers_all_of_it(
    presence: Presence, there: bool
) -> None:
    assert presence.covers(time(14, 20), time(14, 27)) is there


@pytest.mark.parametrize(("number", "label"), [(5, "05"), (17, "17"), (104, "104")])
def test_badge_numbers_have_at_least_two_digits(number: int, label: str) -> None:
    assert badge_label(number) == label
