"""Words for what an import or a description says: each code of an issue with its facts as text."""

from collections.abc import Mapping

from kiosk.domain.people import SeatNeed, WishKind
from kiosk.domain.registration import IssueCode, RowIssue, Severity
from kiosk.i18n import N_, _, ngettext

Facts = Mapping[str, str | int]

_ISSUES = {
    IssueCode.BLANK_ROWS: N_("Nothing is filled in."),
    IssueCode.TOTAL_ROW: N_("This is a row of totals."),
    IssueCode.REPEATED_HEADER: N_("These are the column headings once more."),
    IssueCode.NO_NAME: N_("There is no name in this row."),
    IssueCode.DECLINED: N_("This person does not take part. Nothing about them is kept."),
    IssueCode.AMBIGUOUS_PERSON: N_(
        "Several people have this name and the row has no contact details, so it is unclear whose"
        " answer it is."
    ),
    IssueCode.OTHER_SHEET: N_("The sheet “{sheet}” is not read."),
    IssueCode.BAD_EMAIL: N_("“{written}” is not an e-mail address. It is left out."),
    IssueCode.BAD_PHONE: N_("“{written}” does not look like a phone number. It is kept as it is."),
    IssueCode.BAD_ANSWER: N_("“{written}” is neither yes nor no: {field}."),
    IssueCode.BAD_DATE: N_("“{written}” is not a date we can read."),
    IssueCode.FORMULA: N_(
        "“{written}” looks like a formula. It is kept as plain text and never run: {field}."
    ),
    IssueCode.TOO_LONG: N_("Very long text. The first {kept} characters are kept: {field}."),
    IssueCode.UNKNOWN_LANGUAGE: N_("“{written}” is not a language we know. It is left out."),
    IssueCode.UNKNOWN_EMPLOYER: N_(
        "The wish about “{written}” is not taken: no employer has this name."
    ),
    IssueCode.CONTRARY_WISHES: N_(
        "“{name}” is asked for and turned down by the same person. What counts: {kind}."
    ),
    IssueCode.HELPER_UNNAMED: N_(
        "“{written}” does not name an interpreter or coach. Nobody is added."
    ),
    IssueCode.SEATS_WITH_TEXT: N_(
        "“{written}” is read as {seats} seats. Names do not belong here; put them with the contact"
        " person."
    ),
    IssueCode.SEATS_UNREADABLE: N_("“{written}” is not a number of seats. The table gets 1 seat."),
    IssueCode.CONSENT_COLUMN_MISSING: N_("No column asks this: {field}. The desk will ask it."),
    IssueCode.CONSENT_MISSING: N_(
        "This person has not said yes or no to taking part. The desk will ask it."
    ),
    IssueCode.CONSENT_WITHDRAWN: N_("This person takes a yes back: {consent}."),
    IssueCode.CANCELLED: N_(
        "Badge {badge_number} no longer takes part and is marked as cancelled."
    ),
    IssueCode.DUPLICATE_EMPLOYER: N_("“{name}” is in row {earlier} as well. The later row counts."),
    IssueCode.TABLE_NUMBER_UNREADABLE: N_("“{written}” is not a table number."),
    IssueCode.TABLE_NUMBER_TAKEN: N_(
        "Table {wanted} belongs to another employer. This one is at table {given}."
    ),
    IssueCode.MORE_TABLES: N_("{needed} tables are needed, and the event has {planned}."),
    IssueCode.NO_REPRESENTATIVE: N_("“{name}” has no contact person, so there is no badge yet."),
    IssueCode.REPRESENTATIVE_GONE: N_(
        "Badge {badge_number} is no longer in the list for “{name}” and is marked as cancelled."
    ),
    IssueCode.TWO_BADGES: N_(
        "A contact person of an employer has the same name and contact details. If this is one"
        " person, there are two badges now."
    ),
    IssueCode.SECOND_ANSWER: N_(
        "This is a newer answer by the person in row {earlier}. The newest one counts."
    ),
    IssueCode.PRESENCE_READ: N_("“{written}” is read as: {presence}."),
    IssueCode.SEAT_NEED_READ: N_("“{written}” is taken as: {need}."),
    IssueCode.HELPER_ADDED: N_("“{name}” comes along as a companion and gets a badge."),
    IssueCode.FAMILY_NAME_TIDIED: N_("“{written}” is written as a name."),
    IssueCode.TABLE_NUMBER_CHOSEN: N_("No table number is given. This is table {given}."),
    IssueCode.SEATS_MISSING: N_("No number of seats is given. The table gets 1 seat."),
    IssueCode.COLUMN_UNUSED: N_("The column “{column}” is not read."),
}

_SUGGESTIONS = {
    IssueCode.BAD_EMAIL: N_("Perhaps {suggestion} is meant?"),
    IssueCode.FORMULA: N_("Perhaps just “{suggestion}” is meant?"),
    IssueCode.UNKNOWN_LANGUAGE: N_("Perhaps “{suggestion}” is meant?"),
    IssueCode.UNKNOWN_EMPLOYER: N_(
        "Perhaps “{suggestion}” is meant? Correct the row, import again."
    ),
    IssueCode.SEATS_WITH_TEXT: N_("Names found: {suggestion}"),
    IssueCode.FAMILY_NAME_TIDIED: N_("It becomes “{suggestion}”."),
}

_NEEDS = {
    SeatNeed.STEP_FREE: N_("needs a step-free table"),
    SeatNeed.QUIET: N_("needs a quiet table"),
}
_COUNTING = {
    WishKind.NEVER: N_("keep them apart"),
    WishKind.MET: N_("they met before"),
    WishKind.MUST: N_("they must meet"),
    WishKind.RATHER_NOT: N_("rather not"),
}

_SEVERITIES = {
    Severity.SKIPPED: N_("Passed over"),
    Severity.WARNING: N_("Please look"),
    Severity.NOTICE: N_("Good to know"),
}

_FIELDS = {
    "answered_at": N_("time of the answer"),
    "given_name": N_("given name"),
    "family_name": N_("family name"),
    "full_name": N_("name"),
    "chosen_name": N_("name on the badge"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "route": N_("by which way to be reached"),
    "languages": N_("languages"),
    "sectors": N_("sectors"),
    "wanted": N_("whom they wish to meet"),
    "avoided": N_("whom they would rather not meet"),
    "must": N_("whom they must meet"),
    "never": N_("whom they must never meet"),
    "wishes": N_("wishes"),
    "needs": N_("what they need"),
    "seat_needs": N_("what their table must offer"),
    "step_free": N_("step-free table"),
    "quiet": N_("quiet table"),
    "helper": N_("interpreter or coach"),
    "helpers": N_("interpreter or coach"),
    "presence": N_("when they are there"),
    "take_part": N_("taking part"),
    "share_contact": N_("sharing contact details"),
    "follow_up": N_("being called later"),
    "standing": N_("expected or cancelled"),
    "number": N_("table number"),
    "table_number": N_("table number"),
    "name": N_("name"),
    "representative": N_("contact person"),
    "representatives": N_("contact person"),
    "seats": N_("seats"),
    "jobs": N_("jobs"),
    "remark": N_("remark"),
}

_EXPECTED = {
    "toml": N_(
        "text in TOML form: dates like 2023-03-21, times like 13:30:00, words between straight"
        " quotation marks"
    ),
    "known-key": N_("a key that we know"),
    "text": N_("a text of at most 200 characters"),
    "date": N_("a date without quotes, such as 2023-03-21"),
    "local-time": N_("a time without quotes, such as 13:30:00"),
    "later-time": N_("a time at or after the end of the phase before it"),
    "timezone": N_("a time zone, such as “Europe/Brussels”"),
    "languages": N_("a list of different language codes, such as [“nl”, “en”]"),
    "public-names": N_("“chosen-name” or “badge-number”"),
    "table": N_("a section with this name"),
    "phases": N_("one section for each phase, with at least one round"),
    "phase-kind": N_("welcome, info, rounds, break, interest or celebration"),
    "table-count": N_("a whole number from 1 to 500"),
    "minutes": N_("a whole number of minutes from 1 to 720"),
    "changeover-minutes": N_("a number of minutes from 0 to 720, in halves, such as 1 or 1.5"),
    "round-count": N_("a whole number from 1 to 40"),
    "sound": N_("“gong”, “soft-gong”, “spoken” or “silent”"),
    "file-kind": N_("“people” or “employers”"),
    "row-number": N_("the number of a row, counted from 1"),
    "column-table": N_("a section with this name"),
    "column": N_("a heading, a column number counted from 1, or false"),
    "column-in-file": N_("the heading or number of a column that is in the file"),
}

_TABLE_TROUBLES = {
    "empty": N_("It is empty."),
    "not-text": N_("It is neither a text file nor a workbook."),
    "open-quote": N_("A quotation mark opens a cell, and no other one closes it."),
    "damaged": N_("It is damaged or of another kind than it seems."),
    "password": N_("It is protected with a password. Save it without one."),
    "too-large": N_("It is far too large."),
    "too-many-rows": N_("It has far too many rows for a list of people."),
    "too-many-columns": N_("It has far too many columns for a list of people."),
}


def issue_text(issue: RowIssue) -> str:
    """What is the matter, and what may be meant, in the language in use."""
    said = _(_ISSUES[issue.code]).format(**_worded(issue.facts))
    template = _SUGGESTIONS.get(issue.code)
    if template is None or not issue.suggestion:
        return said
    return f"{said} {_(template).format(suggestion=issue.suggestion)}"


def place_text(issue: RowIssue) -> str:
    """Where in the file it is: a row, several rows, or nothing for the file as a whole."""
    last = issue.facts.get("last", issue.row)
    if last != issue.row:
        return _("rows {first} to {last}").format(first=issue.row, last=last)
    return _("row {row}").format(row=issue.row) if issue.row else ""


def severity_text(severity: Severity) -> str:
    """The heading above issues of one severity."""
    return _(_SEVERITIES[severity])


def companions_text(count: int) -> str:
    """How many companions there are in the event after an import."""
    return ngettext(
        "{count} companion comes along.", "{count} companions come along.", count
    ).format(count=count)


def field_text(field: str) -> str:
    """What a column or a changed field is about."""
    return _(_FIELDS[field]) if field in _FIELDS else field


def expected_text(code: str) -> str:
    """What should have stood at a key; for ``expected`` in EVENT_DESCRIPTION and MAPPING."""
    return _(_EXPECTED[code])


def problem_text(facts: Facts) -> str:
    """The ``problem`` of a refused description, mapping or table, in words."""
    if "reason" in facts:
        return table_trouble_text(str(facts["reason"]))
    expected = expected_text(str(facts["expected"]))
    return _("at “{key}” we expect {expected}.").format(key=facts["key"], expected=expected)


def table_trouble_text(code: str) -> str:
    """Why a file is no table; for ``reason`` in UNREADABLE_TABLE."""
    return _(_TABLE_TROUBLES[code])


def _worded(facts: Facts) -> dict[str, str | int]:
    worded = dict(facts)
    for name in ("field", "consent"):
        if name in facts:
            worded[name] = field_text(str(facts[name]).replace("-", "_"))
    if "need" in facts:
        worded["need"] = _(_NEEDS[SeatNeed(str(facts["need"]))])
    if "kind" in facts:
        worded["kind"] = _(_COUNTING[WishKind(str(facts["kind"]))])
    if "arrives" in facts:
        worded["presence"] = _presence(str(facts["arrives"]), str(facts["leaves"]))
    return worded


def _presence(arrives: str, leaves: str) -> str:
    if arrives and leaves:
        return _("there from {arrives} to {leaves}").format(arrives=arrives, leaves=leaves)
    if arrives:
        return _("there from {arrives}").format(arrives=arrives)
    return _("there until {leaves}").format(leaves=leaves)
