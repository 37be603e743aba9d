"""Columns are found by their headings, or where the organiser says they are."""

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.importing.columns import FileKind, find_header
from kiosk.importing.mapping import parse_mapping, read_mapping
from kiosk.importing.registrations import EmployersFile, PeopleFile, read_content
from kiosk.importing.tables import table_of


def found(*headings: str) -> tuple[FileKind, dict[str, str]]:
    header = find_header(table_of("", [headings]))
    assert header
    return header.kind, {field.value: headings[i] for field, i in header.columns.items()}


def test_english_questions_are_understood():
    kind, columns = found(
        "First name",
        "Last name",
        "What may we call you on your badge?",
        "Who would you like to meet?",
        "Who would you rather not meet?",
        "I take part and my details may be used",
        "My contact details may be shared",
    )
    assert kind is FileKind.PEOPLE
    assert columns["wanted"] == "Who would you like to meet?"
    assert columns["avoided"] == "Who would you rather not meet?"
    assert columns["chosen_name"].startswith("What may we call")
    assert columns["take_part"].startswith("I take part")


def test_french_headings_are_understood():
    assert found("Prénom", "Nom", "Courriel", "Téléphone", "Langues")[1] == {
        "given_name": "Prénom",
        "family_name": "Nom",
        "email": "Courriel",
        "phone": "Téléphone",
        "languages": "Langues",
    }
    assert found("Table", "Entreprise", "Personne de contact", "Places")[0] is FileKind.EMPLOYERS


def test_typing_errors_and_capitals_are_forgiven():
    columns = found("VOORNAAM", "Famillienaam", "Emailadress")[1]
    assert set(columns) == {"given_name", "family_name", "email"}


def test_title_rows_above_the_headings_are_passed_over():
    text = "Lijst van Mieke\n\nNaam;E-mail\nJo Maes;jo@mail.example\n"
    file = read_content(text.encode())
    assert isinstance(file, PeopleFile)
    assert [(row.row, row.given_name, row.family_name) for row in file.rows] == [(4, "Jo", "Maes")]


ODD = b"Wie ben je?;Wie ben je nog?;Iets\nJo;Maes;ja\n"


def test_a_mapping_names_columns_by_heading_and_by_number():
    mapping = parse_mapping(
        'kind = "people"\n[columns]\ngiven_name = "wie ben je"\nfamily_name = 2\ntake_part = "Iets"'
    )
    (row,) = read_content(ODD, mapping).rows
    assert (row.given_name, row.family_name, row.take_part) == ("Jo", "Maes", True)


def test_a_mapping_can_shut_a_column_out_and_choose_the_kind():
    text = b"Naam;Contact;Plaatsen;Talen\nSpaak;Tom;2;NL\n"
    mapping = parse_mapping('kind = "employers"\nheader_row = 1\n[columns]\nlanguages = false')
    file = read_content(text, mapping)
    assert isinstance(file, EmployersFile)
    assert (file.rows[0].name, file.rows[0].languages) == ("Spaak", ())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kind = 3", "kind"),
        ("kind = [", "TOML"),
        ('kind = "people"\ncolour = 1', "colour"),
        ('kind = "people"', "columns"),
        ('kind = "people"\n[columns]\nseats = 2', "columns.seats"),
        ('kind = "people"\n[columns]\ngiven_name = 0', "columns.given_name"),
        ('kind = "people"\nheader_row = "drie"\n[columns]', "header_row"),
        ('kind = "people"\nsheet = 3\n[columns]', "sheet"),
    ],
)
def test_a_mistake_in_a_mapping_is_named(text, key):
    with pytest.raises(Refusal) as caught:
        parse_mapping(text)
    assert caught.value.code is RefusalCode.MAPPING
    assert key == "TOML" or caught.value.facts["key"] == key


def test_a_column_that_is_not_in_the_file_is_named():
    mapping = parse_mapping('kind = "people"\n[columns]\ngiven_name = "Roepnaam"')
    with pytest.raises(Refusal) as caught:
        read_content(ODD, mapping)
    assert caught.value.facts["key"] == "columns.given_name"


def test_a_mapping_that_is_missing_is_refused(tmp_path):
    with pytest.raises(Refusal) as caught:
        read_mapping(tmp_path / "weg.toml")
    assert caught.value.code is RefusalCode.FILE_NOT_FOUND
