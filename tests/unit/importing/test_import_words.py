"""Every code that an import can answer with has words, in both languages."""

import string

import pytest

from kiosk.domain.registration import IssueCode, RowIssue, Severity
from kiosk.i18n import LANGUAGES, speaking
from kiosk.i18n.import_messages import (
    expected_text,
    field_text,
    issue_text,
    place_text,
    severity_text,
    table_trouble_text,
)
from kiosk.importing.expected import Expected
from kiosk.importing.tables import TableTrouble
from kiosk.importing.vocabulary import EmployerField, PersonField

FACTS = [
    "written",
    "field",
    "consent",
    "sheet",
    "kept",
    "seats",
    "badge_number",
    "name",
    "earlier",
    "wanted",
    "given",
    "needed",
    "planned",
    "arrives",
    "leaves",
    "column",
]
CODES = {"need": "step-free", "kind": "never"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", IssueCode)
def test_an_issue_has_words_without_open_places(code, language):
    with speaking(language):
        text = issue_text(RowIssue(3, code, dict.fromkeys(FACTS, "12") | CODES, "iets"))
    assert text
    assert not [name for _, name, _, _ in string.Formatter().parse(text) if name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_other_codes_have_words(language):
    with speaking(language):
        texts = [expected_text(code) for code in Expected]
        texts += [table_trouble_text(code) for code in TableTrouble]
        texts += [severity_text(severity) for severity in Severity]
        fields = (*PersonField, *EmployerField)
        texts += [field_text(field) for field in fields]
    assert all(texts)
    assert len(texts) == len(Expected) + len(TableTrouble) + len(Severity) + len(fields)


def test_a_place_is_a_row_a_stretch_or_the_whole_file():
    with speaking("nl"):
        assert place_text(RowIssue(9, IssueCode.BAD_EMAIL)) == "rij 9"
        assert place_text(RowIssue(9, IssueCode.BLANK_ROWS, {"last": 12})) == "rijen 9 tot 12"
        assert place_text(RowIssue(9, IssueCode.BLANK_ROWS, {"last": 9})) == "rij 9"
        assert place_text(RowIssue(0, IssueCode.OTHER_SHEET)) == ""
