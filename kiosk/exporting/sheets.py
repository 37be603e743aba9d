"""The sheets of an export, in words: the same for a workbook and for CSV files.

Cells are values: text, whole numbers, dates and times. Column titles, states and explanations are
in the language in use; what people wrote stays as they wrote it, made safe.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from kiosk.domain.indicators import SMALL_GROUP
from kiosk.domain.interest import Answer
from kiosk.domain.people import RouteKind, Side
from kiosk.exporting.safe_text import dialled, safe
from kiosk.i18n import N_, _
from kiosk.services.export import ConversationState, DayExport, FigureCode
from kiosk.services.matching import MatchContact, SideCounts

Cell: TypeAlias = str | int | date | time | datetime | None

_SIDES = {
    Side.CANDIDATE: N_("candidate"),
    Side.EMPLOYER: N_("employer"),
    Side.COMPANION: N_("companion"),
}
_STATES = {
    ConversationState.PLANNED: N_("planned"),
    ConversationState.HELD: N_("held"),
    ConversationState.NOT_HELD: N_("not held"),
}
_ROUTES = {
    RouteKind.DIRECT: N_("directly"),
    RouteKind.COMPANION: N_("through the companion"),
    RouteKind.ORGANISATION: N_("through an organisation"),
}
_FIGURES = {
    FigureCode.CANDIDATES_HERE: (
        N_("Candidates here"),
        N_("Candidates who checked in, out of those expected."),
    ),
    FigureCode.EMPLOYERS_HERE: (
        N_("Employers here"),
        N_("Employers of whom at least one person checked in, out of those with a table."),
    ),
    FigureCode.ROUNDS_HELD: (
        N_("Rounds held"),
        N_("Rounds in which somebody sat together, out of those in the programme."),
    ),
    FigureCode.CONVERSATIONS_HELD: (
        N_("Conversations held"),
        N_("Conversations in which both were there, out of those in the plan."),
    ),
    FigureCode.WISHES_MET: (
        N_("Wishes in the plan"),
        N_("Wishes of candidates to meet an employer that the plan fulfils, out of all wishes."),
    ),
    FigureCode.CANDIDATE_ANSWERS: (
        N_("Answers of candidates"),
        N_("Conversations about which the candidate answered, out of those that took place."),
    ),
    FigureCode.EMPLOYER_ANSWERS: (
        N_("Answers of employers"),
        N_("Conversations about which the employer answered, out of those that took place."),
    ),
    FigureCode.MATCHES: (
        N_("Matches"),
        N_("Mutual yeses with consent to share contact, out of the conversations that took place."),
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and its width in characters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A name, columns, and rows with a cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of(day: DayExport) -> tuple[Sheet, ...]:
    """All sheets in order, in the language in use."""
    return (
        _attendance(day),
        _conversations(day),
        _interest(day),
        _matches(day),
        _figures(day),
        _about(day),
    )


def _sheet(
    name: str, columns: Iterable[tuple[str, int]], rows: Iterable[tuple[Cell, ...]]
) -> Sheet:
    return Sheet(name, tuple(Column(*column) for column in columns), tuple(rows))


def _attendance(day: DayExport) -> Sheet:
    columns = [
        (_("Badge"), 9),
        (_("Name"), 30),
        (_("Side"), 16),
        (_("Organisation"), 34),
        (_("Arrived at"), 18),
    ]
    rows = (
        (
            line.badge_number,
            safe(line.name),
            _(_SIDES[line.side]),
            safe(line.organisation),
            _wall(line.arrived_at) if line.arrived_at else None,
        )
        for line in day.attendance
    )
    return _sheet(_("Attendance"), columns, rows)


def _conversations(day: DayExport) -> Sheet:
    columns = [
        (_("Round"), 9),
        (_("Planned at"), 12),
        (_("Table"), 9),
        (_("Employer"), 34),
        (_("Badge"), 9),
        (_("Name"), 30),
        (_("State"), 16),
    ]
    rows = (
        (
            line.round_number,
            line.starts,
            line.table_number,
            safe(line.employer),
            line.badge_number,
            safe(line.name),
            _(_STATES[line.state]),
        )
        for line in day.conversations
    )
    return _sheet(_("Conversations"), columns, rows)


def _interest(day: DayExport) -> Sheet:
    columns = [
        (_("Side"), 20),
        (_("Conversations"), 16),
        (_("Answered"), 14),
        (_("Yes"), 14),
        (_("Maybe"), 14),
        (_("No"), 14),
    ]
    sides = ((_("candidates"), day.interest.candidates), (_("employers"), day.interest.employers))
    return _sheet(_("Interest"), columns, ((name, *_counts(side)) for name, side in sides))


def _counts(side: SideCounts) -> tuple[Cell, ...]:
    if side.by_answer is None:
        return side.asked, side.answered, *[_("not shown")] * len(Answer)
    return side.asked, side.answered, *(side.by_answer[answer] for answer in Answer)


def _matches(day: DayExport) -> Sheet:
    columns = [
        (_("Table"), 9),
        (_("Employer"), 34),
        (_("Contact persons"), 30),
        (_("Badge"), 9),
        (_("Name"), 30),
        (_("Route"), 26),
        (_("Through"), 24),
        (_("Phone"), 20),
        (_("E-mail"), 34),
    ]
    rows = (
        (
            line.contact.table_number,
            safe(line.contact.employer),
            safe(", ".join(line.representatives)),
            line.contact.badge_number,
            safe(line.contact.candidate),
            *_route(line.contact),
        )
        for line in day.matches
    )
    return _sheet(_("Matches"), columns, rows)


def _route(contact: MatchContact) -> tuple[str, str, str, str]:
    return (
        _(_ROUTES[contact.route]),
        safe(contact.through),
        safe(dialled(contact.phone)),
        safe(contact.email),
    )


def _figures(day: DayExport) -> Sheet:
    columns = [
        (_("Figure"), 28),
        (_("Number"), 10),
        (_("Out of"), 10),
        (_("What is counted"), 84),
    ]
    rows = (
        (_(_FIGURES[figure.code][0]), figure.count, figure.out_of, _(_FIGURES[figure.code][1]))
        for figure in day.figures
    )
    return _sheet(_("Figures"), columns, rows)


def _about(day: DayExport) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (_("Event"), safe(day.event.title)),
        (_("Date"), day.event.date),
        (_("Place"), safe(day.event.place)),
        (_("Made at"), _wall(day.made_at)),
        *((_("Confidential") if at == 0 else "", text) for at, text in enumerate(_warnings())),
        *((_("Left out") if at == 0 else "", text) for at, text in enumerate(_left_out(day))),
    ]
    return _sheet(_("About"), [(_("About this export"), 22), (_("Explanation"), 100)], rows)


def _warnings() -> tuple[str, ...]:
    return (
        _("This file names people who took part. It is meant for the organisers alone."),
        _("It is not encrypted. Keep it where only they can read it, and delete it when done."),
        _("A text that begins like a formula has an apostrophe before it, so that it stays text."),
    )


def _left_out(day: DayExport) -> tuple[str, ...]:
    return (
        _("Who answered what: only a mutual yes with consent is shown, as a match."),
        _(
            "Yes, maybe and no of a side are not shown while a group smaller than {least} is "
            "among them or would be left after subtracting the matches, and before the day is over."
        ).format(least=SMALL_GROUP),
        _("Contact details, except by the route that the candidate of a match chose."),
        _("Wishes, needs and languages, which served to plan the day."),
        _("People who cancelled and did not come: {count}.").format(count=day.cancelled),
    )


def _wall(moment: datetime) -> datetime:
    """A local moment to the second, as a spreadsheet keeps it: without a time zone."""
    return moment.replace(tzinfo=None, microsecond=0)
