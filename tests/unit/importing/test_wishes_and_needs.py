"""How organisers ask whom people must, may and must never meet, and what they need for it."""

import pytest

from kiosk.config import DEMO
from kiosk.domain.people import SeatNeed, WishKind
from kiosk.domain.registration import IssueCode, NamedWish, PersonRow
from kiosk.importing.columns import FileKind, find_header, recognise
from kiosk.importing.delimited import read_delimited
from kiosk.importing.mapping import parse_mapping
from kiosk.importing.registrations import EmployersFile, PeopleFile, read_content
from kiosk.importing.tables import Row
from kiosk.importing.values.names import helper_names
from kiosk.importing.values.wishes import parse_wishes


def fields(kind: FileKind, *headings: str) -> dict[str, str]:
    header = recognise(Row(1, headings), kind)
    return {headings[at]: field.value for field, at in header.columns.items()}


def the_row(headings: str, cells: str) -> PersonRow:
    file = read_content(f"Voornaam;Ik neem deel;{headings}\nJo;ja;{cells}\n".encode())
    assert isinstance(file, PeopleFile)
    return file.rows[0]


def noted(row: PersonRow) -> list[tuple[IssueCode, str | int]]:
    return [(issue.code, issue.facts["written"]) for issue in row.issues]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Wie wil je zeker ontmoeten?", "wanted"),
        ("Wie wil je graag ontmoeten? (niet verplicht)", "wanted"),
        ("Who would you like to meet?", "wanted"),
        ("Wie wil je liever niet ontmoeten?", "avoided"),
        ("Who would you rather not meet?", "avoided"),
        ("Whom would you definitely not like to meet?", "avoided"),
        ("Qui préfères-tu ne pas rencontrer ?", "avoided"),
        ("Wie moet je absoluut ontmoeten?", "must"),
        ("Moet", "must"),
        ("Must meet", "must"),
        ("Qui doit-il rencontrer ?", "must"),
        ("Wie wil je zeker niet ontmoeten?", "never"),
        ("Wie wil je absoluut niet ontmoeten?", "never"),
        ("Wie mag je niet ontmoeten?", "never"),
        ("Nooit", "never"),
        ("Must not meet", "never"),
        ("Qui ne dois-tu pas rencontrer ?", "never"),
        ("Jamais", "never"),
        ("Tolk", "helper"),
        ("Naam van je tolk of coach", "helper"),
        ("Interprète", "helper"),
        ("Drempelvrij", "step_free"),
        ("Gebruik je een rolstoel?", "step_free"),
        ("Step-free table", "step_free"),
        ("Heb je graag een rustige plek?", "quiet"),
    ],
)
def test_a_heading_is_read_as_what_it_asks(heading, field):
    assert fields(FileKind.PEOPLE, heading) == {heading: field}


@pytest.mark.parametrize("heading", ["Heb je een coach?", "Heb je nooit gewerkt?", "Moet je weg?"])
def test_a_question_that_only_holds_such_a_word_asks_something_else(heading):
    assert fields(FileKind.PEOPLE, heading) == {}


def test_four_columns_of_wishes_are_told_apart():
    asked = "Must meet", "Like to meet", "Rather not meet", "Must not meet"
    meant = "must", "wanted", "avoided", "never"
    assert fields(FileKind.PEOPLE, *asked) == dict(zip(asked, meant, strict=True))


def test_tables_say_whether_they_are_step_free_and_quiet():
    headings = "Organisatie", "Toegankelijk", "Rustige hoek"
    assert fields(FileKind.EMPLOYERS, *headings) == dict(
        zip(headings, ("name", "step_free", "quiet"), strict=True)
    )


def test_the_ghent_form_has_the_columns_it_always_had():
    header = find_header(read_delimited((DEMO / "inschrijvingen.csv").read_bytes()))
    assert header
    assert [field.value for field, _ in sorted(header.columns.items(), key=lambda c: c[1])] == [
        *("answered_at", "given_name", "family_name", "chosen_name", "email", "phone", "route"),
        *("languages", "sectors", "wanted", "avoided", "needs"),
        *("take_part", "share_contact", "follow_up"),
    ]


@pytest.mark.parametrize(
    ("cell", "name", "weight"),
    [
        ("Bakkerij De Korenbloem", "Bakkerij De Korenbloem", 5),
        ("Bakkerij De Korenbloem (4)", "Bakkerij De Korenbloem", 4),
        ("Brasserie Lys: 3", "Brasserie Lys", 3),
        ("Brasserie Lys 2/5", "Brasserie Lys", 2),
        ("Poetsbrigade ****", "Poetsbrigade", 4),
        ("Poetsbrigade ★★☆☆☆", "Poetsbrigade", 2),
        ("Dakwerken Pluym & Zn. (0)", "Dakwerken Pluym & Zn.", 0),
        ("Studio 3", "Studio 3", 5),
        ("Café 3 (1)", "Café 3", 1),
        ("Brasserie Lys (7)", "Brasserie Lys (7)", 5),
        ("Groep: Intro", "Groep: Intro", 5),
    ],
)
def test_a_wish_may_say_how_strong_it_is(cell, name, weight):
    assert parse_wishes(cell, WishKind.WISH) == (NamedWish(name, WishKind.WISH, weight),)


def test_several_wishes_in_a_cell_have_each_their_strength():
    wishes = parse_wishes("Lys (2); Spaak, Poets ***\nLys (2)", WishKind.WISH)
    assert [(wish.employer, wish.weight) for wish in wishes] == [
        ("Lys", 2),
        ("Spaak", 5),
        ("Poets", 3),
    ]


def test_a_no_is_a_no_where_the_form_asks_for_no_stronger_one():
    row = the_row("Graag ontmoeten;Liever niet ontmoeten", "Lys;Spaak")
    assert row.wishes == (NamedWish("Lys"), NamedWish("Spaak", WishKind.NEVER))


def test_rather_not_is_weaker_than_never_where_the_form_asks_for_both():
    row = the_row("Moet ontmoeten;Liever niet ontmoeten;Nooit", "Lys;Spaak;Poets")
    assert row.wishes == (
        NamedWish("Lys", WishKind.MUST),
        NamedWish("Spaak", WishKind.RATHER_NOT),
        NamedWish("Poets", WishKind.NEVER),
    )


@pytest.mark.parametrize(
    "heading", ["Al ontmoet", "Welke werkgevers heb je vorige keer ontmoet?", "Already met"]
)
def test_whom_somebody_met_at_an_earlier_event_is_no_wish(heading):
    row = the_row(f"Graag ontmoeten;{heading}", "Lys;Spaak")
    assert row.wishes == (NamedWish("Lys"), NamedWish("Spaak", WishKind.MET))


def test_a_column_that_the_mapping_calls_never_counts_as_one():
    text = b"Voornaam;Ik neem deel;Liever niet;Rood\nJo;ja;Spaak;Lys\n"
    mapping = parse_mapping('kind = "people"\n[columns]\nnever = "Rood"')
    file = read_content(text, mapping)
    assert isinstance(file, PeopleFile)
    assert [wish.kind for wish in file.rows[0].wishes] == [WishKind.RATHER_NOT, WishKind.NEVER]


def test_needs_of_a_table_have_columns_of_their_own():
    row = the_row("Rolstoeltoegankelijk;Rustige plek", "ja;x")
    assert (row.seat_needs, row.issues) == (tuple(SeatNeed), ())


def test_a_no_in_its_own_column_weighs_more_than_free_text():
    row = the_row("Noden;Drempelvrij", "rolstoel komt later;nee")
    assert (row.seat_needs, row.issues) == ((), ())


def test_where_the_own_column_is_silent_free_text_counts_and_that_is_said():
    row = the_row("Noden;Drempelvrij", "rolstoel;")
    assert row.seat_needs == (SeatNeed.STEP_FREE,)
    assert noted(row) == [(IssueCode.SEAT_NEED_READ, "rolstoel")]


def test_somebody_may_name_their_need_where_a_yes_was_asked_for():
    assert the_row("Drempelvrij", "Rolstoel!").seat_needs == (SeatNeed.STEP_FREE,)
    assert noted(the_row("Drempelvrij", "soms")) == [(IssueCode.BAD_ANSWER, "soms")]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Karim Haddad", ("Karim Haddad",)),
        ("Tolk: Karim Haddad (Arabisch)", ("Karim Haddad",)),
        ("jobcoach An Wouters en Jo Maes", ("An Wouters", "Jo Maes")),
        ("de tolk", ()),
    ],
)
def test_interpreters_and_coaches_are_called_by_their_names(cell, names):
    assert helper_names(cell) == names
    assert the_row("Tolk of coach", cell).helpers == names


@pytest.mark.parametrize("cell", ["ja", "Arabisch", "tolk Arabisch", "ja graag", "x", "een tolk"])
def test_a_need_for_an_interpreter_is_not_the_name_of_one(cell):
    row = the_row("Tolk of coach", cell)
    assert row.helpers == ()
    assert noted(row) == [(IssueCode.HELPER_UNNAMED, cell)]


@pytest.mark.parametrize("cell", ["", "-", "nee", "Non"])
def test_nobody_comes_along_and_that_is_no_news(cell):
    row = the_row("Tolk of coach", cell)
    assert (row.helpers, row.issues) == ((), ())


@pytest.mark.parametrize("name", ["J. Janssens", "Ada Maes", "Mari", "O. Nys", "Roman"])
def test_names_that_look_like_an_answer_or_a_language_are_names(name):
    assert the_row("Tolk of coach", name).helpers == (name,)


def test_a_table_is_step_free_and_not_quiet_unless_the_list_says_otherwise():
    text = "Organisatie;Contactpersoon;Plaatsen;Drempelvrij;Rustig\nA;An;1;;\nB;Bo;1;nee;ja\n"
    file = read_content(text.encode())
    assert isinstance(file, EmployersFile)
    assert [(row.step_free, row.quiet) for row in file.rows] == [(True, False), (False, True)]
    assert [row.issues for row in file.rows] == [(), ()]
