"""What a registration file says, row by row, and the rules for whose row it is.

Rows are what organisers send, cleaned but not yet believed: no ids, no badge numbers. Trouble in
a row is a :class:`RowIssue`: a stable code with its facts; its words are chosen at the edge.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum

from kiosk.domain.people import (
    WISH_WANTED,
    Attendee,
    ContactRoute,
    Employer,
    Presence,
    SeatNeed,
    WishKind,
)

DIRECT = ContactRoute()
WHOLE_DAY = Presence()
WHOLE_FILE = 0
"""The row number of an issue that is about the file and not about one row."""


class Severity(StrEnum):
    """Skipped: the row is not taken. Warning: taken, please look. Notice: read like this."""

    SKIPPED = "skipped"
    WARNING = "warning"
    NOTICE = "notice"


class IssueCode(StrEnum):
    """What is the matter with a row; texts live in :mod:`kiosk.i18n.import_messages`."""

    BLANK_ROWS = "blank-rows"
    TOTAL_ROW = "total-row"
    REPEATED_HEADER = "repeated-header"
    NO_NAME = "no-name"
    DECLINED = "declined"
    AMBIGUOUS_PERSON = "ambiguous-person"
    OTHER_SHEET = "other-sheet"

    BAD_EMAIL = "bad-email"
    BAD_PHONE = "bad-phone"
    BAD_ANSWER = "bad-answer"
    BAD_DATE = "bad-date"
    FORMULA = "formula"
    TOO_LONG = "too-long"
    UNKNOWN_LANGUAGE = "unknown-language"
    UNKNOWN_EMPLOYER = "unknown-employer"
    CONTRARY_WISHES = "contrary-wishes"
    HELPER_UNNAMED = "helper-unnamed"
    SEATS_WITH_TEXT = "seats-with-text"
    SEATS_UNREADABLE = "seats-unreadable"
    CONSENT_COLUMN_MISSING = "consent-column-missing"
    CONSENT_MISSING = "consent-missing"
    CONSENT_WITHDRAWN = "consent-withdrawn"
    CANCELLED = "cancelled"
    DUPLICATE_EMPLOYER = "duplicate-employer"
    TABLE_NUMBER_UNREADABLE = "table-number-unreadable"
    TABLE_NUMBER_TAKEN = "table-number-taken"
    MORE_TABLES = "more-tables"
    NO_REPRESENTATIVE = "no-representative"
    REPRESENTATIVE_GONE = "representative-gone"
    TWO_BADGES = "two-badges"

    SECOND_ANSWER = "second-answer"
    PRESENCE_READ = "presence-read"
    SEAT_NEED_READ = "seat-need-read"
    HELPER_ADDED = "helper-added"
    FAMILY_NAME_TIDIED = "family-name-tidied"
    TABLE_NUMBER_CHOSEN = "table-number-chosen"
    SEATS_MISSING = "seats-missing"
    COLUMN_UNUSED = "column-unused"


_SKIPPED = frozenset(list(IssueCode)[: list(IssueCode).index(IssueCode.BAD_EMAIL)])
_NOTICES = frozenset(list(IssueCode)[list(IssueCode).index(IssueCode.SECOND_ANSWER) :])


@dataclass(frozen=True, slots=True)
class RowIssue:
    """``row`` counts as a spreadsheet shows it, from 1; ``suggestion`` is what may be meant."""

    row: int
    code: IssueCode
    facts: Mapping[str, str | int] = field(default_factory=dict)
    suggestion: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        if self.code in _SKIPPED:
            return Severity.SKIPPED
        return Severity.NOTICE if self.code in _NOTICES else Severity.WARNING


@dataclass(frozen=True, slots=True)
class NamedWish:
    """Whom somebody wishes to meet or not, by the name they wrote.

    ``weight``, 0 to 5, is for a wish; 0 says that it is all the same to them.
    """

    employer: str
    kind: WishKind = WishKind.WISH
    weight: int = WISH_WANTED

    @property
    def asks(self) -> bool:
        """Whether it asks for a meeting."""
        return self.kind is WishKind.MUST or (self.kind is WishKind.WISH and self.weight > 0)

    @property
    def declines(self) -> bool:
        """Whether it speaks against a meeting."""
        return self.kind in (WishKind.NEVER, WishKind.MET, WishKind.RATHER_NOT)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One answer to the registration form; a consent is None when the form holds no answer.

    ``helpers`` names interpreters and coaches who come along. ``answered_at`` is local to whoever
    made the form, so it only orders answers. ``issues`` stay with the row: when its writer
    declines to take part, they vanish with it.
    """

    row: int
    given_name: str
    family_name: str = ""
    chosen_name: str = ""
    email: str = ""
    phone: str = ""
    route: ContactRoute = DIRECT
    languages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    wishes: tuple[NamedWish, ...] = ()
    needs: str = ""
    seat_needs: tuple[SeatNeed, ...] = ()
    helpers: tuple[str, ...] = ()
    presence: Presence = WHOLE_DAY
    take_part: bool | None = None
    share_contact: bool | None = None
    follow_up: bool | None = None
    answered_at: datetime | None = None
    issues: tuple[RowIssue, ...] = ()

    @property
    def declines(self) -> bool:
        """Whether this answer says: I do not take part."""
        return self.take_part is False


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """One organisation of the employers' list; ``number`` is the table asked for, if any."""

    row: int
    name: str
    number: int | None = None
    sectors: tuple[str, ...] = ()
    representatives: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    seats: int = 1
    languages: tuple[str, ...] = ()
    jobs: str = ""
    remark: str = ""
    presence: Presence = WHOLE_DAY
    step_free: bool = True
    quiet: bool = False
    issues: tuple[RowIssue, ...] = ()


_UNDECOMPOSED = str.maketrans("\u0131\u0142\u0141\u00f8\u00d8\u0111\u0110", "illoodd")
"""Letters that Unicode does not take apart: dotless i, l and o and d with a stroke."""
_SILENT = re.compile(r"[.'`\u2019\u00b4]")
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The text without case, accents and punctuation: what two spellings of a name share."""
    plain = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _BETWEEN.sub(" ", _SILENT.sub("", letters.casefold())).strip()
    return words or text.strip().casefold()


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a person is known again: the name, and the ways to reach them."""

    name: str
    contacts: frozenset[str]

    def shares_contact(self, other: "Identity") -> bool:
        """Same name and a same e-mail address or phone number."""
        return self.name == other.name and bool(self.contacts & other.contacts)

    def may_be(self, other: "Identity") -> bool:
        """Same name, and one of the two left no contact details."""
        return self.name == other.name and not (self.contacts and other.contacts)


def identity_of(person: PersonRow | Attendee) -> Identity:
    """The identity in a row or of an attendee."""
    contacts = frozenset(filter(None, (person.email.casefold(), person.phone)))
    return Identity(folded(f"{person.given_name} {person.family_name}"), contacts)


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of one person, oldest first. The newest counts."""

    rows: tuple[PersonRow, ...]

    @property
    def identity(self) -> Identity:
        """The name with the contact details of every answer."""
        contacts = (identity_of(row).contacts for row in self.rows)
        return Identity(identity_of(self.rows[0]).name, frozenset().union(*contacts))

    @property
    def newest(self) -> PersonRow:
        """The last answer; contact details it leaves out are taken from an earlier one."""
        row = self.rows[-1]
        for earlier in reversed(self.rows[:-1]):
            row = replace(row, email=row.email or earlier.email, phone=row.phone or earlier.phone)
        return row


def group_answers(rows: Iterable[PersonRow]) -> tuple[list[Answers], list[PersonRow]]:
    """Put the answers of one person together; second come rows that may be any of several people.

    Rows with contact details go first, so that the order in the file does not matter.
    """
    groups: dict[str, list[Answers]] = {}
    unclear = []
    for row in sorted(rows, key=lambda row: (not identity_of(row).contacts, row.row)):
        identity = identity_of(row)
        namesakes = groups.setdefault(identity.name, [])
        same = [group for group in namesakes if group.identity.shares_contact(identity)]
        if not identity.contacts:
            same = list(namesakes)
        if not identity.contacts and len(same) > 1:
            unclear.append(row)
            continue
        groups[identity.name] = [group for group in namesakes if group not in same]
        groups[identity.name].append(_together([*same, Answers((row,))]))
    people = [group for namesakes in groups.values() for group in namesakes]
    return sorted(people, key=lambda group: min(row.row for row in group.rows)), unclear


def _together(groups: Sequence[Answers]) -> Answers:
    rows = [row for group in groups for row in group.rows]
    return Answers(tuple(sorted(rows, key=_age)))


def _age(row: PersonRow) -> tuple[bool, datetime, int]:
    return (row.answered_at is not None, row.answered_at or datetime.min, row.row)  # noqa: DTZ901 - local


_NOT_A_NAME = frozenset({"bv", "bvba", "nv", "vzw", "cv", "cvba", "srl", "sa", "asbl", "sprl"}) | {
    "en",
    "et",
    "and",
}


def employer_key(name: str) -> str:
    """The name without legal form, "&" and spelling habits; equal keys mean one organisation."""
    words = [word for word in folded(name).split() if word not in _NOT_A_NAME]
    return " ".join(words) or folded(name)


class EmployerNames:
    """Finds the employer that a name means, or says which one may be meant."""

    CLOSE = 0.85

    def __init__(self, employers: Iterable[Employer]) -> None:
        self._by_key = {employer_key(employer.name): employer for employer in employers}

    def find(self, written: str) -> Employer | None:
        """The employer of this name, whatever capitals, accents and legal form were used."""
        return self._by_key.get(employer_key(written))

    def suggest(self, written: str) -> str:
        """The one name that is close to what was written, or an empty text when none is clear."""
        key = employer_key(written)
        close = get_close_matches(key, self._by_key, n=2, cutoff=self.CLOSE)
        within = [known for known in self._by_key if f" {key} " in f" {known} "]
        for found in (close, within):
            if len(found) == 1:
                return self._by_key[found[0]].name
        return ""
