"""Arabic names: joined letters, in the order in which paper shows them."""

from kiosk.printing.arabic import shaped

SAMIR = "\u0633\u0645\u064a\u0631"


def test_letters_take_the_form_their_neighbours_call_for():
    assert shaped(SAMIR) == "\ufeae\ufef4\ufee4\ufeb3"


def test_lam_and_alef_merge():
    assert shaped("\u0644\u0627") == "\ufefb"


def test_latin_stays_as_it_is():
    assert shaped("Samira 17") == "Samira 17"


def test_latin_beside_arabic_keeps_its_own_direction():
    assert shaped(f"Jo {SAMIR}").startswith("Jo ")
