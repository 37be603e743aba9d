"""Route cards, table cards and interest forms say what a person needs, and no more."""

from kiosk.i18n import speaking
from kiosk.printing.asking_box import fitting_lines
from kiosk.printing.documents import MM, Sheet
from kiosk.printing.interest_forms import interest_form_sheets
from kiosk.printing.route_cards import route_card_sheets
from kiosk.printing.table_cards import table_card_sheets
from kiosk.services.paperwork import (
    FormBatch,
    FormLine,
    PaperForm,
    RouteBatch,
    TableBatch,
    TableCard,
)
from tests.helpers.days import an_event
from tests.printing import pdfs
from tests.printing.samples import a_badge, a_route_card


def test_a_route_card_lists_each_round_and_its_plan():
    with speaking("nl"):
        pdf = route_card_sheets(RouteBatch(an_event(), (a_route_card(),)), "nl", Sheet.A6)
    (text,) = pdfs.texts(pdf)
    for part in ("Samira", "14:20", "Bakkerij De Korenbloem", "4", "Plan 3 · 14:05"):
        assert part in text


def test_a_round_without_a_conversation_is_a_breather():
    with speaking("nl"):
        pdf = route_card_sheets(RouteBatch(an_event(), (a_route_card(),)), "nl", Sheet.A6)
    assert "Even op adem komen" in pdfs.texts(pdf)[0]


def test_a_table_card_reads_from_both_sides():
    with speaking("en"):
        card = TableCard(4, "Bakkerij & Zoon <b>")
        pdf = table_card_sheets(TableBatch(an_event(), (card,)), "en")
    assert pdfs.texts(pdf)[0].count("Table") == 2
    assert "&" in pdfs.texts(pdf)[0]


def test_the_side_for_the_employer_says_once_what_is_not_asked_and_what_is() -> None:
    with speaking("en"):
        pdf = table_card_sheets(TableBatch(an_event(), (TableCard(4, "Bakkerij"),)), "en")
    (text,) = pdfs.texts(pdf)
    assert text.count("illness, treatment or medication") == 1
    assert text.count("What are you good at?") == 1
    for part in ("gap in a CV", "the past", "private life", "agreement no. 38", "VDAB"):
        assert part in text


def test_with_the_longest_name_nothing_of_a_table_card_is_cut_and_it_stays_one_page() -> None:
    name = "Stedelijke Openbare Maatwerkbedrijven-cooperatie Groenonderhoud en Landschapszorg Gent"
    with speaking("nl"):
        pdf = table_card_sheets(TableBatch(an_event(), (TableCard(128, name),)), "nl")
    (text,) = pdfs.texts(pdf)
    assert "\N{HORIZONTAL ELLIPSIS}" not in text
    assert text.count("Landschapszorg") == 2
    assert pdfs.overflow(pdf) == []


def test_the_box_grows_smaller_rather_than_higher_than_its_room() -> None:
    for height in (78 * MM, 64 * MM, 55 * MM):
        lines, high = fitting_lines(110 * MM, height)
        assert lines
        assert high <= height


def test_an_interest_form_scans_and_a_long_one_goes_on_on_a_second_sheet():
    code = a_badge().code
    lines = tuple(FormLine(number, f"Naam {number}") for number in range(1, 17))
    form = PaperForm(40, "Lotte", code, 3, lines)
    with speaking("nl"):
        pdf = interest_form_sheets(FormBatch(an_event(), (form,)), "nl")
    assert pdfs.codes(pdf) == [code, code]
    assert pdfs.millimetres(pdf) == {(148, 210)}
    assert "Formulier 40/3" in pdfs.texts(pdf)[1]
    assert "Naam 16" in pdfs.texts(pdf)[1]
