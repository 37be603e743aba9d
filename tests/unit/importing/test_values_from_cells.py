"""What people type, and how it is read."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.contact import normal_email
from kiosk.domain.people import ContactRoute, Presence, RouteKind
from kiosk.domain.text import tidy
from kiosk.importing.values.answers import parse_answer
from kiosk.importing.values.contact import parse_phone, parse_route, suggest_email
from kiosk.importing.values.dates import parse_moment
from kiosk.importing.values.languages import parse_languages, suggest_language
from kiosk.importing.values.names import calm_family_name, several_people, split_full_name
from kiosk.importing.values.presence import parse_presence
from kiosk.importing.values.seats import Seats, parse_seats
from kiosk.importing.values.text import listed, looks_like_formula, tidy_line


@pytest.mark.parametrize(
    ("remark", "arrives", "leaves"),
    [
        ("Komt pas om 14u30", time(14, 30), None),
        ("kan pas vanaf 14u30", time(14, 30), None),
        ("Moet om 15u30 weg", None, time(15, 30)),
        ("Komt om 14u30 en moet om 15u30 weg", time(14, 30), time(15, 30)),
        ("van 14u tot 15u30", time(14), time(15, 30)),
        ("tussen 14 uur en 15 uur", time(14), time(15)),
        ("Only from 2.30 pm", time(14, 30), None),
        ("has to leave at 3:15pm", None, time(15, 15)),
        ("à partir de 14h30", time(14, 30), None),
        ("doit partir à 15h30", None, time(15, 30)),
        ("Ik kom met de trein; hopelijk op tijd.", None, None),
        ("Graag een tafel aan het raam om 14u", None, None),
        ("Bel 09 261 14 72", None, None),
        ("van 16u tot 14u", None, None),
    ],
)
def test_a_remark_tells_when_somebody_is_there(remark, arrives, leaves):
    assert parse_presence(remark) == Presence(arrives, leaves)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("08/02/2023 14:08:57", (2023, 2, 8, 14, 8, 57)),
        ("8/2/2023 14:08", (2023, 2, 8, 14, 8)),
        ("2023-02-08 14:08:57", (2023, 2, 8, 14, 8, 57)),
        ("2023-02-08T14:08:57.123", (2023, 2, 8, 14, 8, 57)),
        ("8-2-23", (2023, 2, 8)),
        ("2/28/2023 2:08:01 PM", (2023, 2, 28, 14, 8, 1)),
        ("44980.5", (2023, 2, 23, 12)),
    ],
)
def test_dates_are_read_as_belgians_and_excel_write_them(written, moment):
    assert parse_moment(written) == datetime(*moment)  # noqa: DTZ001


@pytest.mark.parametrize("written", ["", "morgen", "99/99/2023", "31/02/2023", "12"])
def test_what_is_no_date_is_none(written):
    assert parse_moment(written) is None


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Nederlands, Arabisch", ("nl", "ar")),
        ("NL, EN, FR", ("nl", "en", "fr")),
        ("Nederlands en een beetje Frans", ("nl", "fr")),
        ("arabe et français", ("ar", "fr")),
        ("English and Dutch", ("en", "nl")),
        ("Nederlands (goed)\nEngels: weinig", ("nl", "en")),
        ("Oekraïens; Pools; pools", ("uk", "pl")),
    ],
)
def test_languages_are_known_by_name_and_abbreviation(written, codes):
    assert parse_languages(written) == (codes, ())


def test_a_misspelt_language_is_not_taken_but_suggested():
    assert parse_languages("Nederlans, Frans") == (("fr",), ("Nederlans",))
    assert suggest_language("Nederlans") == "Nederlands"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("Ja", True),
        ("oui", True),
        ("Ik ga akkoord", True),
        ("x", True),
        ("Nee, dank je", False),
        ("non", False),
        ("", None),
        ("Ja, maar niet mijn naam", None),
        ("misschien", None),
    ],
)
def test_yes_and_no_in_three_languages(written, answer):
    assert parse_answer(written) is answer


@pytest.mark.parametrize("written", ["0032 478/80.48.50", "0478 80 48 50", "+32 478 80 48 50"])
def test_a_phone_number_is_one_however_it_is_written(written):
    assert parse_phone(written) == "+32478804850"


def test_what_is_no_number_or_address_is_none():
    assert parse_phone("bel mijn zus") is None
    assert normal_email("dieter(at)mail.example") is None
    assert suggest_email("dieter (at) mail.example") == "dieter@mail.example"
    assert suggest_email("geen") == ""


def test_the_way_to_be_reached():
    assert parse_route("Rechtstreeks") == ContactRoute()
    assert parse_route("Via mijn begeleider") == ContactRoute(RouteKind.COMPANION)
    assert parse_route("Via OCMW Gent") == ContactRoute(RouteKind.ORGANISATION, "OCMW Gent")


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("x")', "+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", " =1"]
)
def test_what_a_spreadsheet_would_run_is_noticed(cell):
    assert looks_like_formula(cell)


@pytest.mark.parametrize("cell", ["+32 474 33 42 11", "-5", "-", "- rolstoel", "piet@mail.example"])
def test_numbers_and_dashes_are_no_formulas(cell):
    assert not looks_like_formula(cell)


def test_text_is_tidied():
    assert tidy_line("  Ahmed \u202e\x07 Kaya\n") == "Ahmed Kaya"
    assert tidy("een \n\n twee") == "een\ntwee"
    assert tidy_line("n.v.t.") == ""
    assert listed("A; B,  A\nC ") == ("A", "B", "C")


def test_names_are_calmed_and_split():
    shouted = ["PEETERS", "VAN DEN BROECK", "O'NEILL", "NG", "El Amrani"]
    calm = ["Peeters", "Van den Broeck", "O'Neill", "NG", "El Amrani"]
    assert [calm_family_name(name) for name in shouted] == calm
    assert several_people("Jo Mertens en Fien Claes") == ("Jo Mertens", "Fien Claes")
    assert split_full_name("De Smet, Mieke") == ("Mieke", "De Smet")
    assert split_full_name("Mieke De Smet") == ("Mieke", "De Smet")


def test_seats_are_one_clear_number():
    assert parse_seats("2 (Jo + Fien)") == Seats(2, "Jo + Fien")
    assert [parse_seats(text) for text in ("", "2-3", "0", "500", "veel")] == [None] * 5


@given(st.text(max_size=80))
def test_no_text_breaks_a_parser(text):
    parse_presence(text)
    parse_moment(text)
    parse_answer(text)
    parse_seats(text)
    parse_route(text)
    assert parse_phone(text) in (None, "") or parse_phone(text).startswith("+")
    for code in parse_languages(text)[0]:
        assert 2 <= len(code) <= 3
    assert suggest_email(text) == "" or normal_email(suggest_email(text))


@pytest.mark.parametrize("written", ["497123456.0", "497123456,0", "4.97123456E8", "4,97123456E+8"])
def test_a_phone_number_that_a_spreadsheet_took_for_an_amount_is_one_again(written):
    assert parse_phone(written) == "+32497123456"


@pytest.mark.parametrize("written", ["geen", "Geen.", "none", "0"])
def test_no_phone_is_no_number(written):
    assert parse_phone(written) == ""


@pytest.mark.parametrize(("written", "seats"), [("2.0", 2), ("2,0", 2), ("twee", 2), ("Één", 1)])
def test_seats_are_read_as_spreadsheets_and_people_write_them(written, seats):
    assert parse_seats(written) == Seats(seats)


@pytest.mark.parametrize("written", ["-1", "- 2", "0", "99", "1,5", "2 à 3", ""])
def test_what_is_no_number_of_seats_is_none(written):
    assert parse_seats(written) is None


def test_a_language_may_be_named_in_the_language_itself():
    assert parse_languages("Deutsch, Español, Türkçe, polski") == (("de", "es", "tr", "pl"), ())
