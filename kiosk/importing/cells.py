"""One row being read: each cell as tidy text, with what is odd about it noted on the way."""

from kiosk.domain.contact import normal_email
from kiosk.domain.registration import IssueCode, RowIssue
from kiosk.domain.text import tidy
from kiosk.importing.columns import Columns
from kiosk.importing.tables import Row
from kiosk.importing.values.answers import parse_answer
from kiosk.importing.values.contact import parse_phone, suggest_email
from kiosk.importing.values.languages import parse_languages, suggest_language
from kiosk.importing.values.text import (
    MAX_LENGTH,
    looks_like_formula,
    tidy_line,
    without_formula,
)
from kiosk.importing.vocabulary import Field

_SHOWN = 120


class RowReader:
    """Reads the cells of one row by field, and collects the row's issues."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self.row = row
        self.issues: list[RowIssue] = []
        self._columns = columns
        self._checked: set[Field] = set()

    def note(self, code: IssueCode, suggestion: str = "", **facts: str | int) -> None:
        """Something that the organiser should know about this row."""
        shown = {k: v[:_SHOWN] if isinstance(v, str) else v for k, v in facts.items()}
        self.issues.append(RowIssue(self.row.number, code, shown, suggestion[:_SHOWN]))

    def line(self, field: Field) -> str:
        """The cell as one tidy line; empty where there is no such column or nothing in it."""
        return tidy_line(self._raw(field))

    def text(self, field: Field) -> str:
        """The cell with its line breaks."""
        text = tidy(self._raw(field))
        return text if tidy_line(text) else ""

    def email(self, field: Field) -> str:
        """An address that can be written to, or nothing."""
        written = self.line(field)
        if not written:
            return ""
        address = normal_email(written)
        if address is None:
            self.note(IssueCode.BAD_EMAIL, suggest_email(written), written=written)
        return address or ""

    def phone(self, field: Field) -> str:
        """A number in E.164; one that can't be read stays as it is written."""
        written = self.line(field)
        number = parse_phone(written) if written else ""
        if number is None:
            self.note(IssueCode.BAD_PHONE, written=written)
        return written if number is None else number

    def languages(self, field: Field) -> tuple[str, ...]:
        """ISO codes of the languages named."""
        codes, unknown = parse_languages(self.text(field))
        for name in unknown:
            self.note(IssueCode.UNKNOWN_LANGUAGE, suggest_language(name), written=name)
        return codes

    def answer(self, field: Field) -> bool | None:
        """Yes, no, or None for no or an unclear answer."""
        written = self.line(field)
        answer = parse_answer(written)
        if written and answer is None:
            self.note(IssueCode.BAD_ANSWER, written=written, field=field.value)
        return answer

    def _raw(self, field: Field) -> str:
        index = self._columns.get(field, -1)
        cell = self.row.cells[index] if 0 <= index < len(self.row.cells) else ""
        if field not in self._checked:
            self._checked.add(field)
            self._check(field, cell)
        return cell[:MAX_LENGTH]

    def _check(self, field: Field, cell: str) -> None:
        if looks_like_formula(cell):
            written = tidy_line(cell)
            self.note(IssueCode.FORMULA, without_formula(cell), written=written, field=field.value)
        if len(cell) > MAX_LENGTH:
            self.note(IssueCode.TOO_LONG, field=field.value, kept=MAX_LENGTH)
