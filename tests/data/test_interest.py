"""Everyone answers about their own conversations, and only a mutual yes ever comes out."""

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from uuid import UUID, uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import ALPHABET
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import PublicNames
from kiosk.domain.interest import Answer, Match
from kiosk.domain.people import Attendee, ContactRoute, Employer, RouteKind, Side
from kiosk.domain.programme import PhaseKind
from kiosk.services import conducting, interest, matching
from kiosk.services.interest import FormCode
from kiosk.services.ports import UnitFactory
from tests.helpers.days import a_candidate, register, small_day
from tests.helpers.seats import (
    arrive,
    candidates_of,
    employers_of,
    end_the_day,
    representatives_of,
    seat,
)

Say = Callable[[Attendee, UUID, Answer], None]


@pytest.fixture
def codes(units: UnitFactory, clock: SimulatedClock) -> dict[UUID, str]:
    with units() as unit:
        people = small_day(unit)
        unit.commit()
    guests, tables = candidates_of(units()), employers_of(units())
    seat(
        units(),
        clock,
        list(zip(guests[:4], tables, strict=True)),
        list(zip(guests[:4], tables[1:] + tables[:1], strict=True)),
    )
    return people


@pytest.fixture
def samira(units: UnitFactory, codes: dict[UUID, str]) -> Attendee:
    return candidates_of(units())[0]


@pytest.fixture
def lotte(units: UnitFactory, codes: dict[UUID, str]) -> Attendee:
    return representatives_of(units())[0]


@pytest.fixture
def bakery(units: UnitFactory, codes: dict[UUID, str]) -> Employer:
    return employers_of(units())[0]


@pytest.fixture
def say(units: UnitFactory, clock: SimulatedClock) -> Say:
    def answer(who: Attendee, other: UUID, given: Answer) -> None:
        interest.answer(units(), clock, who.id, other, given)

    return answer


def test_a_candidate_sees_the_own_conversations_with_employers(
    units: UnitFactory, codes: dict[UUID, str], samira: Attendee
) -> None:
    verdict = interest.open_form(units(), codes[samira.id].lower())
    assert verdict.code is FormCode.OPEN
    form = verdict.form
    assert form is not None
    assert [(line.round_number, line.table_number, line.name) for line in form.lines] == [
        (1, 1, "Werkgever 1"),
        (2, 2, "Werkgever 2"),
    ]
    assert form.name == "Kandidaat1"
    assert form.may_share is True
    assert form.answered == 0


def test_a_representative_sees_a_name_and_a_badge_number_and_nothing_else(
    units: UnitFactory, codes: dict[UUID, str], lotte: Attendee
) -> None:
    form = interest.open_form(units(), codes[lotte.id]).form
    assert form is not None
    assert form.organisation == "Werkgever 1"
    assert form.may_share is None
    assert [(line.badge_number, line.name, line.sectors) for line in form.lines] == [
        (1, "Kandidaat1", ()),
        (4, "Kandidaat4", ()),
    ]


def test_where_the_event_shows_numbers_a_representative_sees_no_name(
    units: UnitFactory, codes: dict[UUID, str], lotte: Attendee
) -> None:
    with units() as unit:
        unit.events.save(replace(unit.events.get(), public_names=PublicNames.BADGE_NUMBER))
        unit.commit()
    form = interest.read_form(units(), lotte.id)
    assert {line.name for line in form.lines} == {""}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Samira", FormCode.UNKNOWN_CODE),
        ("", FormCode.UNKNOWN_CODE),
        (ALPHABET[:19], FormCode.DAMAGED_CODE),
        ("B" * 20, FormCode.UNKNOWN_CODE),
    ],
)
def test_what_is_no_badge_of_today_opens_nothing(
    units: UnitFactory, codes: dict[UUID, str], text: str, code: FormCode
) -> None:
    assert interest.open_form(units(), text) == interest.FormVerdict(code)


def test_a_replaced_badge_opens_nothing(
    units: UnitFactory, clock: SimulatedClock, codes: dict[UUID, str], samira: Attendee
) -> None:
    with units() as unit:
        unit.people.give_code(samira.id, "C" * 20, clock.now())
        unit.commit()
    assert interest.open_form(units(), codes[samira.id]).code is FormCode.REPLACED_BADGE


def test_who_sat_nowhere_is_told_so(units: UnitFactory, codes: dict[UUID, str]) -> None:
    resting = candidates_of(units())[5]
    assert interest.open_form(units(), codes[resting.id]).code is FormCode.NO_CONVERSATIONS


def test_in_a_round_that_was_conducted_only_held_conversations_count(
    units: UnitFactory, clock: SimulatedClock, lotte: Attendee, bakery: Employer, samira: Attendee
) -> None:
    with units() as unit:
        plan = unit.plans.current()
        assert plan is not None
        first_round = [c for c in plan.conversations if c.round_number == 1]
        unit.plans.mark_held(first_round[1:], clock.now())
        unit.commit()
    assert [line.badge_number for line in interest.read_form(units(), lotte.id).lines] == [4]
    with pytest.raises(Refusal):
        interest.answer(units(), clock, samira.id, bakery.id, Answer.YES)


def test_an_answer_is_kept_and_can_change(
    units: UnitFactory, clock: SimulatedClock, samira: Attendee, bakery: Employer
) -> None:
    interest.answer(units(), clock, samira.id, bakery.id, Answer.MAYBE)
    form = interest.answer(units(), clock, samira.id, bakery.id, Answer.NO)
    assert [line.answer for line in form.lines] == [Answer.NO, None]
    assert interest.read_form(units(), samira.id) == form


def test_the_same_answer_again_changes_nothing(
    units: UnitFactory, samira: Attendee, bakery: Employer, say: Say
) -> None:
    say(samira, bakery.id, Answer.YES)
    say(samira, bakery.id, Answer.YES)
    with units() as unit:
        assert len(unit.journal.entries()) == 1


def test_the_journal_never_says_what_was_answered(
    units: UnitFactory, samira: Attendee, bakery: Employer, say: Say
) -> None:
    say(samira, bakery.id, Answer.YES)
    with units() as unit:
        entry = unit.journal.entries()[0]
    assert (entry.what, entry.subjects, entry.facts) == ("interest-answered", (samira.id,), {})


def test_nobody_answers_about_somebody_they_did_not_meet(
    units: UnitFactory, clock: SimulatedClock, samira: Attendee
) -> None:
    stranger = employers_of(units())[3]
    with pytest.raises(Refusal) as refusal:
        interest.answer(units(), clock, samira.id, stranger.id, Answer.YES)
    assert refusal.value.code is RefusalCode.UNKNOWN_CONVERSATION
    with pytest.raises(Refusal) as refusal:
        interest.answer(units(), clock, uuid4(), stranger.id, Answer.YES)
    assert refusal.value.code is RefusalCode.UNKNOWN_ATTENDEE


def test_the_other_sides_yes_shows_nowhere(
    units: UnitFactory, samira: Attendee, lotte: Attendee, bakery: Employer, say: Say
) -> None:
    before = interest.read_form(units(), lotte.id), matching.answer_counts(units()).employers
    say(samira, bakery.id, Answer.YES)
    after = interest.read_form(units(), lotte.id), matching.answer_counts(units()).employers
    assert before == after
    assert matching.matches(units()) == ()


def test_a_mutual_yes_is_a_match(
    units: UnitFactory, samira: Attendee, lotte: Attendee, bakery: Employer, say: Say
) -> None:
    say(samira, bakery.id, Answer.YES)
    say(lotte, samira.id, Answer.YES)
    assert [found.match for found in matching.matches(units())] == [Match(samira.id, bakery.id)]


def test_consent_taken_back_takes_the_match_back(
    units: UnitFactory,
    clock: SimulatedClock,
    samira: Attendee,
    lotte: Attendee,
    bakery: Employer,
    say: Say,
) -> None:
    say(samira, bakery.id, Answer.YES)
    say(lotte, samira.id, Answer.YES)
    form = interest.set_share_consent(units(), clock, samira.id, False)
    assert form.may_share is False
    assert matching.matches(units()) == ()
    interest.set_share_consent(units(), clock, samira.id, True)
    interest.set_share_consent(units(), clock, samira.id, True)
    assert len(matching.matches(units())) == 1
    with units() as unit:
        changes = unit.journal.latest(["share-consent-set"], 10)
    assert [entry.facts["given"] for entry in changes] == [True, False]


def test_only_a_candidate_has_contact_details_to_share(
    units: UnitFactory, clock: SimulatedClock, lotte: Attendee
) -> None:
    with pytest.raises(Refusal):
        interest.set_share_consent(units(), clock, lotte.id, True)


@pytest.mark.parametrize(
    ("route", "through", "phone"),
    [
        (ContactRoute(RouteKind.DIRECT), "", "+32470000001"),
        (ContactRoute(RouteKind.ORGANISATION, "Jobroad"), "Jobroad", ""),
        (ContactRoute(RouteKind.COMPANION), "Noor", "+32470000009"),
    ],
)
def test_a_match_is_reached_by_the_route_the_candidate_chose(
    units: UnitFactory,
    samira: Attendee,
    lotte: Attendee,
    bakery: Employer,
    say: Say,
    route: ContactRoute,
    through: str,
    phone: str,
) -> None:
    with units() as unit:
        unit.people.save(replace(samira, route=route, phone="+32470000001"))
        noor = a_candidate(99, "Noor", phone="+32470000009", companion_of=samira.id)
        register(unit, replace(noor, side=Side.COMPANION))
        unit.commit()
    say(samira, bakery.id, Answer.YES)
    say(lotte, samira.id, Answer.YES)
    (found,) = matching.matches(units())
    assert (found.candidate, found.employer) == ("Kandidaat1", "Werkgever 1")
    assert (found.route, found.through, found.phone) == (route.kind, through, phone)


class TestCounts:
    @pytest.fixture(autouse=True)
    def big_day(self, units: UnitFactory, clock: SimulatedClock) -> None:
        with units() as unit:
            people = small_day(unit, candidates=6, employers=6)
            unit.commit()
        guests, tables = candidates_of(units()), employers_of(units())
        rounds = [
            list(zip(guests, tables[shift:] + tables[:shift], strict=True)) for shift in range(4)
        ]
        seat(units(), clock, *rounds)
        arrive(units(), clock, *people)

    def answer_all(self, units: UnitFactory, say: Say, *given: Answer) -> None:
        answers = cycle(given)
        for guest in candidates_of(units()):
            for line in interest.read_form(units(), guest.id).lines:
                say(guest, line.other_id, next(answers))

    def test_large_mixed_totals_are_shown_when_the_day_is_over(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        self.answer_all(units, say, Answer.YES, Answer.NO, Answer.MAYBE, Answer.NO)
        end_the_day(units, clock)
        counts = matching.answer_counts(units())
        assert counts.candidates.by_answer == {Answer.YES: 6, Answer.MAYBE: 6, Answer.NO: 12}
        assert (counts.candidates.answered, counts.candidates.asked) == (24, 24)
        assert counts.employers.answered == 0

    def test_a_unanimous_total_is_hidden_for_it_tells_everyones_answer(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        self.answer_all(units, say, Answer.YES)
        end_the_day(units, clock)
        assert matching.answer_counts(units()).candidates.by_answer is None

    def test_a_small_total_is_hidden(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        guest = candidates_of(units())[0]
        say(guest, employers_of(units())[0].id, Answer.YES)
        end_the_day(units, clock)
        counts = matching.answer_counts(units()).candidates
        assert (counts.answered, counts.by_answer) == (1, None)

    def test_from_the_yeses_the_matches_cannot_be_subtracted(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        self.answer_all(units, say, Answer.YES, Answer.NO, Answer.MAYBE, Answer.NO)
        for contact in representatives_of(units()):
            for line in interest.read_form(units(), contact.id).lines:
                say(contact, line.other_id, Answer.YES)
        end_the_day(units, clock)
        counts = matching.answer_counts(units())
        assert counts.matches == 6
        assert counts.candidates.by_answer is None

    def test_while_people_answer_no_total_tells_what_the_last_one_said(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        self.answer_all(units, say, Answer.YES, Answer.NO, Answer.MAYBE, Answer.NO)
        phases = conducting.conductor_state(units(), clock).rows
        position = next(
            row.phase.position for row in phases if row.phase.kind is PhaseKind.INTEREST
        )
        conducting.start_phase(units(), clock, position, None)
        assert matching.answer_counts(units()).candidates.by_answer is None
        end_the_day(units, clock)
        assert matching.answer_counts(units()).candidates.by_answer is not None

    def test_an_answer_after_the_end_hides_the_totals_it_could_be_subtracted_from(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        self.answer_all(units, say, Answer.YES, Answer.NO, Answer.MAYBE, Answer.NO)
        end_the_day(units, clock)
        guest = candidates_of(units())[0]
        say(guest, interest.read_form(units(), guest.id).lines[1].other_id, Answer.YES)
        assert matching.answer_counts(units()).candidates.by_answer is None

    def test_many_answers_of_few_people_are_hidden(
        self, units: UnitFactory, clock: SimulatedClock, say: Say
    ) -> None:
        """Two people said every no: each of them knows the other's, and that nobody else did."""
        self.answer_all(units, say, Answer.YES, Answer.MAYBE)
        for guest in candidates_of(units())[:2]:
            for line in interest.read_form(units(), guest.id).lines:
                say(guest, line.other_id, Answer.NO)
        end_the_day(units, clock)
        assert matching.answer_counts(units()).candidates.by_answer is None
