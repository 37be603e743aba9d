"""What somebody asks of their table is found in their own words, in three languages."""

import pytest

from kiosk.domain.people import SeatNeed
from kiosk.domain.seat_needs import seat_needs_in

STEP_FREE, QUIET = (SeatNeed.STEP_FREE,), (SeatNeed.QUIET,)


@pytest.mark.parametrize(
    "words",
    [
        "Rolstoel, tafel zonder drempel",
        "ROLSTOELGEBRUIKER",
        "elektrische rolwagen",
        "wheelchair user",
        "electric wheel-chair",
        "je suis en fauteuil roulant",
        "Loopt met een rollator",
        "scootmobiel",
        "niet zonder mijn rollator",
        "geen rolstoel maar een rollator",
        "Ik kan niet lopen en gebruik een rolstoel",
        "rolstoel niet te ver van de deur",
    ],
)
def test_what_somebody_sits_in_or_leans_on_asks_for_a_step_free_table(words):
    assert seat_needs_in(words) == STEP_FREE


@pytest.mark.parametrize(
    "words",
    ["Geen trappen graag", "zonder drempel", "trap lukt niet", "pas d'escaliers", "no stairs"],
)
def test_what_is_in_the_way_asks_for_it_however_it_is_put(words):
    assert seat_needs_in(words) == STEP_FREE


@pytest.mark.parametrize(
    "words",
    [
        "Rustige plek graag",
        "een stil hoekje",
        "a quiet place, please",
        "un endroit calme",
        "prikkelarm",
        "niet te veel prikkels",
    ],
)
def test_calm_and_little_noise_ask_for_a_quiet_table(words):
    assert seat_needs_in(words) == QUIET


@pytest.mark.parametrize(
    "words",
    [
        "",
        "-",
        "geen rolstoel",
        "heb géén elektrische rolstoel",
        "niet in een rolstoel",
        "rolstoel niet nodig",
        "Rolstoel: nee",
        "no wheelchair",
        "I don't use a wheelchair",
        "pas de fauteuil roulant",
        "geen rolstoel en geen rollator",
        "trappen zijn geen probleem",
        "geen rustige plek nodig",
        "Geen nood aan een rustige plek",
        "no need for a quiet place",
    ],
)
def test_what_is_denied_is_not_needed(words):
    assert seat_needs_in(words) == ()


@pytest.mark.parametrize(
    "words",
    ["Ik kom met de trein", "Hoort slecht links", "trappist", "Slechtziend, grote letters"],
)
def test_other_words_ask_nothing_of_a_table(words):
    assert seat_needs_in(words) == ()


def test_both_needs_come_in_one_order():
    assert seat_needs_in("rustige hoek, en ik zit in een rolstoel") == tuple(SeatNeed)
