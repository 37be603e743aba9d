"""The day in figures, gathered once for everybody who shows results.

Counts and matches only. What one side answered is in here nowhere, not even as a figure from
which it could be subtracted (see :mod:`kiosk.services.matching`).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain.event import Event
from kiosk.domain.indicators import Attendance, Totals
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.matching import InterestCounts, MatchContact, read_counts, read_matches
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import expected_candidates


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """One round: when it really started, and its conversations planned and held."""

    phase: Phase
    started_at: datetime | None
    planned: int
    held: int


@dataclass(frozen=True, slots=True)
class Results:
    """What the results screen, the export and the rehearsal report show of a day."""

    event: Event
    totals: Totals
    rounds: tuple[RoundFigures, ...]
    interest: InterestCounts
    matches: tuple[MatchContact, ...]


def gather_results(unit: UnitOfWork) -> Results:
    """The day as it stands now; before and during the day it simply counts less."""
    with unit:
        rounds = _rounds(unit)
        interest = read_counts(unit)
        totals = Totals(
            candidates=_candidates(unit),
            employers=Attendance(len(_employers_who_came(unit)), len(unit.employers.all())),
            conversations_planned=sum(figures.planned for figures in rounds),
            conversations_held=sum(figures.held for figures in rounds),
            rounds_held=sum(figures.held > 0 for figures in rounds),
            answers_given=interest.candidates.answered + interest.employers.answered,
            matches=interest.matches,
        )
        return Results(unit.events.get(), totals, rounds, interest, read_matches(unit))


def _candidates(unit: UnitOfWork) -> Attendance:
    here = unit.people.check_ins()
    expected = expected_candidates(unit)
    return Attendance(sum(person.id in here for person in expected), len(expected))


def _employers_who_came(unit: UnitOfWork) -> set[UUID]:
    """Those of whom somebody was here, even if they have left since."""
    came = unit.people.check_ins()
    return {a.employer_id for a in unit.people.all() if a.employer_id and a.id in came}


def _rounds(unit: UnitOfWork) -> tuple[RoundFigures, ...]:
    plan = unit.plans.current()
    held = {c.key for c in unit.plans.held_conversations()}
    planned = plan.conversations if plan else ()
    took_place = [c for c in planned if c.key in held]
    return tuple(
        RoundFigures(
            phase,
            phase.started_at,
            sum(c.round_number == phase.round_number for c in planned),
            sum(c.round_number == phase.round_number for c in took_place),
        )
        for phase in rounds_of(unit.programme.phases())
    )
