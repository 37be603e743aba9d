"""Route cards, table cards and interest forms say what a person needs, and no more."""

from kiosk.i18n import speaking
from kiosk.printing.documents import Sheet
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
