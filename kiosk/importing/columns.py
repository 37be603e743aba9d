"""Which column holds what: by its heading, forgiving of typing errors and of whole questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz

from kiosk.domain.registration import folded
from kiosk.importing.tables import Row, Table
from kiosk.importing.vocabulary import (
    ASKS_TO_MEET,
    DENIALS,
    EMPLOYER_ALONE,
    EMPLOYER_PHRASES,
    MEETING,
    PERSON_ALONE,
    PERSON_PHRASES,
    EmployerField,
    Field,
    PersonField,
    phrases,
)

Columns: TypeAlias = Mapping[Field, int]

SEARCHED_ROWS = 30
_LEAST_RECOGNISED = 2
_ALIKE = 84
_LONGEST_HEADING = 300


class FileKind(StrEnum):
    """Whom a file is about."""

    PEOPLE = "people"
    EMPLOYERS = "employers"


@dataclass(frozen=True, slots=True)
class Header:
    """The row with the headings, whom the table is about, and the column of each field."""

    kind: FileKind
    row: Row
    columns: Columns

    @property
    def unused(self) -> tuple[str, ...]:
        """Headings that say nothing to us."""
        used = set(self.columns.values())
        return tuple(
            cell.strip()
            for index, cell in enumerate(self.row.cells)
            if cell.strip() and index not in used
        )


def find_header(table: Table) -> Header | None:
    """The row among the first thirty in which the most columns are recognised, if it is one."""
    headers = [
        header
        for row in table.rows[:SEARCHED_ROWS]
        for header in (recognise(row, FileKind.PEOPLE), recognise(row, FileKind.EMPLOYERS))
        if is_header(header)
    ]
    return max(headers, key=lambda header: len(header.columns), default=None)


def is_header(header: Header) -> bool:
    """Whether there are names in it, and something beside them."""
    names = {PersonField.FULL_NAME, PersonField.GIVEN_NAME, EmployerField.NAME}
    return bool(names & set(header.columns)) and len(header.columns) >= _LEAST_RECOGNISED


def recognise(row: Row, kind: FileKind) -> Header:
    """Give each column to the field that its heading fits best; the best fits choose first."""
    fields: Sequence[Field] = tuple(PersonField if kind is FileKind.PEOPLE else EmployerField)
    fits = [
        (fit, -index, field)
        for index, cell in enumerate(row.cells)
        for field in fields
        if cell.strip() and (fit := heading_fit(cell, field))
    ]
    columns: dict[Field, int] = {}
    for _, place, field in sorted(fits, key=lambda found: found[:2], reverse=True):
        if field not in columns and -place not in columns.values():
            columns[field] = -place
    return Header(kind, row, columns)


def heading_fit(heading: str, field: Field) -> float:
    """How well a heading says this field; 0 when it does not.

    Every word of a phrase must be in the heading, give or take a typing error. Of two phrases that
    fit, the one with more words says more, and so does the one that leaves less of the heading
    unexplained. "Whom would you not like to meet?" holds "like to meet", and asks the opposite.
    """
    words = folded(heading[:_LONGEST_HEADING]).split()
    if field in ASKS_TO_MEET and _asks_the_opposite(words):
        return 0.0
    alone = [phrase for phrase in _alone(field) if len(words) == len(phrase)]
    return max(_phrase_fit(words, phrase) for phrase in (*_phrases(field), *alone))


def _asks_the_opposite(words: Sequence[str]) -> bool:
    """Whether a denial stands before the word for meeting; "not required" after it is an aside."""
    denied = next((at for at, word in enumerate(words) if word in DENIALS), len(words))
    return any(word in MEETING for word in words[denied:])


def _phrase_fit(words: Sequence[str], phrase: Sequence[str]) -> float:
    alike = [max((_likeness(word, said) for said in words), default=0.0) for word in phrase]
    if min(alike) < _ALIKE:
        return 0.0
    explained = len(phrase) / max(len(words), len(phrase))
    return sum(alike) / len(alike) + 8 * min(len(phrase), 3) + 20 * explained


def _likeness(word: str, said: str) -> float:
    """Short words must be the same; ``nr`` and ``no`` are not typing errors of each other."""
    if min(len(word), len(said)) < 5:  # noqa: PLR2004
        return 100.0 if word == said else 0.0
    return fuzz.ratio(word, said)


# Fields of both kinds of files that have one code are equal: only ``typed`` tells them apart.
@lru_cache(maxsize=None, typed=True)
def _phrases(field: Field) -> tuple[tuple[str, ...], ...]:
    return _split(_of(field, PERSON_PHRASES, EMPLOYER_PHRASES))


@lru_cache(maxsize=None, typed=True)
def _alone(field: Field) -> tuple[tuple[str, ...], ...]:
    listed = _of(field, PERSON_ALONE, EMPLOYER_ALONE)
    return _split(listed) if listed else ()


def _of(
    field: Field, person: Mapping[PersonField, str], employer: Mapping[EmployerField, str]
) -> str:
    return person.get(field, "") if isinstance(field, PersonField) else employer.get(field, "")


def _split(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(folded(phrase).split()) for phrase in phrases(listed))
