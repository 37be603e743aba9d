"""Use cases: read what a batch of papers needs, note in the journal that it was made."""

from collections.abc import Collection, Sequence
from uuid import UUID

from kiosk.config import DEFAULT_STATION
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import FALLBACK_LANGUAGE, Event
from kiosk.domain.people import Attendee, Side, Standing
from kiosk.services.paperwork.day import Day, shown_name
from kiosk.services.paperwork.matches import Matches
from kiosk.services.paperwork.values import (
    BadgeBatch,
    BadgeData,
    BrochureBatch,
    BrochureData,
    FormBatch,
    PaperForm,
    Personal,
    RouteBatch,
    RouteCard,
    TableBatch,
    TableCard,
)
from kiosk.services.ports import Fact, StoredPlan, UnitOfWork

Chosen = Collection[UUID] | None


def badges(unit: UnitOfWork, clock: Clock, only: Chosen = None) -> BadgeBatch:
    """A badge for everyone expected; ``only`` limits it, for a reprint at the desk."""
    with unit:
        event = unit.events.get()
        codes = _codes(unit, only)
        speaking = _languages_are_alike(unit.people.sides_with_languages())
        cards = tuple(
            BadgeData(
                person.badge_number,
                shown_name(event, person),
                person.languages if speaking else (),
                codes[person.id],
            )
            for person in _expected(unit, only)
            if person.id in codes
        )
        _record(unit, clock, "badges", len(cards), only)
        return BadgeBatch(event, cards)


def route_cards(unit: UnitOfWork, clock: Clock, only: Chosen = None) -> RouteBatch:
    """A card for every candidate, with each round of the plan in force.

    Raises:
        Refusal: NO_PLAN while nobody made one.
    """
    with unit:
        event = unit.events.get()
        candidates = [p for p in _expected(unit, only) if p.side is Side.CANDIDATE]
        plan = _plan(unit, candidates)
        day = Day.of_candidates(unit, plan, candidates)
        planned_at = event.local(plan.created_at)
        cards = tuple(
            RouteCard(
                person.badge_number,
                shown_name(event, person),
                day.of_candidate(person),
                plan.version,
                planned_at,
            )
            for person in candidates
        )
        _record(unit, clock, "route-cards", len(cards), only)
        return RouteBatch(event, cards)


def table_cards(unit: UnitOfWork, clock: Clock) -> TableBatch:
    """A card for every table with an employer."""
    with unit:
        cards = tuple(TableCard(e.table_number, e.name) for e in unit.employers.all())
        _record(unit, clock, "table-cards", len(cards), None)
        return TableBatch(unit.events.get(), cards)


def interest_forms(unit: UnitOfWork, clock: Clock, only: Chosen = None) -> FormBatch:
    """A form for every candidate and representative with planned conversations.

    Raises:
        Refusal: NO_PLAN while nobody made one.
    """
    with unit:
        event = unit.events.get()
        plan, day = _plan(unit), Day.of(unit)
        codes = unit.people.codes()
        cards = tuple(
            PaperForm(
                person.badge_number,
                shown_name(event, person),
                codes[person.id],
                plan.version,
                lines,
            )
            for person in _expected(unit, only)
            if person.id in codes and (lines := day.form_lines(person))
        )
        _record(unit, clock, "interest-forms", len(cards), only)
        return FormBatch(event, cards)


def brochures(
    unit: UnitOfWork,
    clock: Clock,
    written_in: Sequence[str],
    audiences: Collection[Side] = (Side.CANDIDATE, Side.EMPLOYER),
    only: Chosen = None,
) -> BrochureBatch:
    """A brochure for each reader in a language they speak, and one without a name per language.

    ``written_in`` are the languages that there is content in. The nameless ones are left out
    when ``only`` asks for somebody in particular.
    """
    with unit:
        event, day = unit.events.get(), Day.of(unit)
        matches = Matches.of(unit)
        nameless = [
            BrochureData(audience, language, day.rounds, day.round_minutes)
            for audience in audiences
            for language in _offered(event, written_in)
            if only is None
        ]
        personal = [
            BrochureData(
                person.side,
                reading_language(person.languages, event.languages, written_in),
                day.rounds,
                day.round_minutes,
                Personal(
                    person.badge_number,
                    shown_name(event, person),
                    day.of_person(person),
                    matches.of_person(person),
                ),
            )
            for person in _expected(unit, only)
            if person.side in audiences and person.side is not Side.COMPANION
        ]
        _record(unit, clock, "brochures", len(nameless) + len(personal), only)
        return BrochureBatch(event, (*nameless, *personal))


def reading_language(
    spoken: Sequence[str], offered: Sequence[str], written_in: Sequence[str]
) -> str:
    """The language of somebody's brochure.

    The event's own language when they speak it or told us nothing; else the first language they
    speak that there is content in; else English, which more people share than any other.
    """
    available = [code for code in offered if code in written_in] or list(written_in)
    if not spoken or available[0] in spoken:
        return available[0]
    shared = [code for code in spoken if code in available]
    if shared:
        return shared[0]
    return FALLBACK_LANGUAGE if FALLBACK_LANGUAGE in available else available[0]


def _offered(event: Event, written_in: Sequence[str]) -> list[str]:
    return [code for code in event.languages if code in written_in] or list(written_in)


def _expected(unit: UnitOfWork, only: Chosen) -> list[Attendee]:
    """Everyone who is expected; of a few who were chosen nobody else is read: a scan may wait."""
    if only is None:
        people = unit.people.all()
    else:
        found = [unit.people.get(attendee_id) for attendee_id in only]
        people = sorted(filter(None, found), key=lambda person: person.badge_number)
    return [person for person in people if person.standing is Standing.EXPECTED]


def _codes(unit: UnitOfWork, only: Chosen) -> dict[UUID, str]:
    if only is None:
        return unit.people.codes()
    codes = {attendee_id: unit.people.code_of(attendee_id) for attendee_id in only}
    return {attendee_id: code for attendee_id, code in codes.items() if code}


def _languages_are_alike(told: dict[Side, bool]) -> bool:
    """Whether no side lacks a line of languages that the other has: that would tell them apart."""
    return all(any_told for side, any_told in told.items() if side is not Side.COMPANION)


def _plan(unit: UnitOfWork, candidates: Sequence[Attendee] = ()) -> StoredPlan:
    """The plan in force; for one candidate without everybody else's conversations."""
    alone = len(candidates) == 1
    plan = unit.plans.current_of(candidates[0].id) if alone else unit.plans.current()
    if plan is None:
        raise Refusal(RefusalCode.NO_PLAN)
    return plan


def _record(unit: UnitOfWork, clock: Clock, paper: str, count: int, only: Chosen) -> None:
    facts: dict[str, Fact] = {"paper": paper, "count": count}
    unit.journal.append(clock.now(), DEFAULT_STATION, "paper-made", tuple(only or ()), facts)
    unit.commit()
