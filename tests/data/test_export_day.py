"""What an export of a real event file says, and what nobody can work out from it."""

from itertools import product

import pytest

from kiosk.domain.indicators import SMALL_GROUP
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import (
    Attendee,
    ConsentKind,
    ContactRoute,
    Employer,
    RouteKind,
    Side,
    Standing,
)
from kiosk.domain.plan import Conversation
from kiosk.exporting.sheets import sheets_of
from kiosk.i18n import speaking
from kiosk.services.export import (
    EXPORT_MADE,
    ConversationState,
    DayExport,
    ExportKind,
    FigureCode,
    export_day,
)
from tests.helpers.days import a_candidate, register, small_day
from tests.helpers.seats import arrive, candidates_of, employers_of, end_the_day, seat

YES, MAYBE, NO = Answer
SPLIT = [YES] * 20 + [MAYBE] * 10 + [NO] * 18


def everyone_meets(units, clock, candidates: int, employers: int):
    """A day in which each candidate has a conversation with each employer.

    The pairs come round by round, as musical chairs would seat them.
    """
    a_small_day(units, candidates, employers)
    people, tables = candidates_of(units()), employers_of(units())
    seat(units(), clock, *([(person, table) for person in people] for table in tables))
    rounds = product(range(len(tables)), enumerate(people))
    return [(person, tables[(at + shift) % len(tables)]) for shift, (at, person) in rounds]


def a_small_day(units, candidates: int, employers: int) -> None:
    with units() as unit:
        small_day(unit, candidates, employers)
        unit.commit()


def answer(units, clock, side: Side, answers: dict[tuple[Attendee, Employer], Answer]) -> None:
    with units() as unit:
        for (person, employer), given in answers.items():
            unit.interests.save(Interest(person.id, employer.id, side, given), clock.now())
        unit.commit()


def figures(units, clock) -> dict[FigureCode, tuple[int, int]]:
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    return {figure.code: (figure.count, figure.out_of) for figure in day.figures}


def test_it_lists_who_came_and_who_was_expected_but_nobody_who_cancelled(units, clock):
    a_small_day(units, 2, 1)
    gone = a_candidate(77, "Weg", standing=Standing.CANCELLED)
    with units() as unit:
        register(unit, gone)
        unit.commit()
    first, _second = candidates_of(units())[:2]
    arrive(units(), clock, first.id)
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    assert [line.name for line in day.attendance] == ["Kandidaat1", "Kandidaat2", "Contact1"]
    assert [line.arrived_at is not None for line in day.attendance] == [True, False, False]
    assert day.attendance[0].arrived_at.hour == 13, "local to the venue"
    assert day.attendance[2].organisation == "Werkgever 1"
    assert day.cancelled == 1


def test_a_conversation_is_held_or_not_only_when_its_round_was_run(units, clock):
    a_small_day(units, 2, 2)
    (one, two), (a, b) = candidates_of(units()), employers_of(units())
    seat(units(), clock, [(one, a), (two, b)], [(one, b), (two, a)])
    with units() as unit:
        held = Conversation(1, a.table_number, one.id, a.id)
        unit.plans.mark_held([held], clock.now())
        unit.commit()
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    states = [line.state for line in day.conversations]
    planned = ConversationState.PLANNED
    assert states == [ConversationState.HELD, ConversationState.NOT_HELD, planned, planned]
    assert figures(units, clock)[FigureCode.CONVERSATIONS_HELD] == (1, 4)
    assert figures(units, clock)[FigureCode.ROUNDS_HELD] == (1, 4)


def test_only_a_mutual_yes_with_consent_is_listed_with_the_chosen_route(units, clock):
    pairs = everyone_meets(units, clock, 3, 1)
    (one, _), (two, _), (three, _) = pairs
    route = ContactRoute(RouteKind.ORGANISATION, "Jobroad")
    shy = a_candidate(50, "Verlegen", route=route, email="geheim@example.org")
    with units() as unit:
        register(unit, shy, share=False)
        unit.commit()
    extra = (shy, pairs[0][1])
    seat(units(), clock, [*pairs, extra])
    answer(units, clock, Side.CANDIDATE, dict.fromkeys([pairs[0], pairs[1], extra], YES))
    answer(units, clock, Side.EMPLOYER, dict.fromkeys([pairs[0], pairs[2], extra], YES))
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    assert [line.contact.candidate for line in day.matches] == [one.public_name]
    assert day.matches[0].representatives == ("Contact1",)
    assert {two.public_name, three.public_name}.isdisjoint(text_of(day, "Matches"))
    assert "geheim@example.org" not in text_of(day)


def text_of(day: DayExport, only: str = "") -> set[str]:
    with speaking("en"):
        sheets = [sheet for sheet in sheets_of(day) if only in ("", sheet.name)]
    return {str(cell) for sheet in sheets for row in sheet.rows for cell in row}


def test_consent_taken_back_takes_the_match_out_of_the_next_export(units, clock):
    pairs = everyone_meets(units, clock, 1, 1)
    answer(units, clock, Side.CANDIDATE, {pairs[0]: YES})
    answer(units, clock, Side.EMPLOYER, {pairs[0]: YES})
    assert len(export_day(units(), clock, ExportKind.WORKBOOK).matches) == 1
    with units() as unit:
        unit.people.set_consent(pairs[0][0].id, ConsentKind.SHARE_CONTACT, False, clock.now())
        unit.commit()
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    assert (day.matches, day.interest.matches) == ((), 0)


def test_each_export_is_in_the_journal_with_counts_and_no_names(units, clock):
    a_small_day(units, 2, 1)
    export_day(units(), clock, ExportKind.FOLDER, station="organiser")
    with units() as unit:
        (entry,) = unit.journal.latest([EXPORT_MADE], 9)
    facts = {"kind": "csv", "attendance": 3, "conversations": 0, "matches": 0}
    assert (entry.facts, entry.subjects) == (facts, ())


def test_an_event_without_a_plan_can_be_exported(units, clock):
    a_small_day(units, 1, 1)
    assert figures(units, clock)[FigureCode.CONVERSATIONS_HELD] == (0, 0)


@pytest.mark.parametrize("side", [Side.CANDIDATE, Side.EMPLOYER])
def test_a_few_one_sided_yeses_leave_no_trace_in_any_sheet(units, clock, side: Side):
    """Whether somebody's answer is yes or maybe, the export is the same, cell by cell."""
    pairs = everyone_meets(units, clock, 8, 5)
    mutual, alone, rest = pairs[:8], pairs[8 : 8 + SMALL_GROUP - 1], pairs[12:]
    for both in (Side.CANDIDATE, Side.EMPLOYER):
        answer(units, clock, both, dict.fromkeys(mutual, YES))
        answer(units, clock, both, dict.fromkeys(rest[:14], MAYBE) | dict.fromkeys(rest[14:], NO))
    exports = []
    end_the_day(units, clock)
    for given in (YES, MAYBE, NO):
        answer(units, clock, side, dict.fromkeys(alone, given))
        with speaking("en"):
            exports.append(sheets_of(export_day(units(), clock, ExportKind.WORKBOOK)))
    assert exports[0] == exports[1] == exports[2]


def test_a_split_of_many_is_shown(units, clock):
    pairs = everyone_meets(units, clock, 8, 6)
    given = dict(zip(pairs, SPLIT, strict=True))
    answer(units, clock, Side.CANDIDATE, given)
    answer(units, clock, Side.EMPLOYER, dict.fromkeys(pairs[:8], YES))
    end_the_day(units, clock)
    interest = export_day(units(), clock, ExportKind.WORKBOOK).interest
    assert interest.candidates.by_answer == {YES: 20, MAYBE: 10, NO: 18}
    assert interest.employers.by_answer is None
    assert interest.matches == 8


@pytest.mark.parametrize("mutual", range(0, 21, 2))
def test_no_subtraction_between_sheets_leaves_a_few_yeses(units, clock, mutual: int):
    """Whatever is shown, what is left of it without the listed matches is none or enough."""
    pairs = everyone_meets(units, clock, 8, 6)
    answer(units, clock, Side.CANDIDATE, dict(zip(pairs, SPLIT, strict=True)))
    answer(units, clock, Side.EMPLOYER, dict.fromkeys(pairs[:mutual], YES))
    end_the_day(units, clock)
    day = export_day(units(), clock, ExportKind.WORKBOOK)
    assert len(day.matches) == mutual
    shown = day.interest.candidates.by_answer
    assert (shown is not None) == (SPLIT.count(YES) - mutual >= SMALL_GROUP)
    assert day.interest.employers.by_answer is None
