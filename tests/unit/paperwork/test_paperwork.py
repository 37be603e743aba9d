"""What papers may show: the plan, one's own name, and of answers only a mutual yes."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import PublicNames
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
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.services import paperwork
from kiosk.services.paperwork import MatchBox, reading_language
from kiosk.services.ports import UnitFactory
from tests.helpers.days import (
    MORNING,
    a_candidate,
    a_representative,
    an_employer,
    an_event,
    found,
    register,
)

LANGUAGES = ("nl", "en")


class Day:
    """One candidate, one employer with its representative, and a conversation in round 2."""

    def __init__(self, units: UnitFactory, names: PublicNames = PublicNames.CHOSEN_NAME) -> None:
        self.units = units
        self.samira = a_candidate(
            17, phone="+32478804850", email="samira@mail.example", languages=("nl", "ar")
        )
        self.bakery: Employer = an_employer(4, "Bakkerij De Korenbloem")
        self.lotte = a_representative(40, self.bakery)
        with units() as unit:
            found(unit, an_event(names))
            unit.employers.save(self.bakery)
            self.codes = {p.id: register(unit, p) for p in (self.samira, self.lotte)}
            conversation = Conversation(2, 4, self.samira.id, self.bakery.id)
            unit.plans.add(PlanMethod.CAROUSEL, [conversation], MORNING)
            unit.commit()

    def answers(self, candidate: Answer | None, employer: Answer | None) -> None:
        given = {Side.CANDIDATE: candidate, Side.EMPLOYER: employer}
        with self.units() as unit:
            for side, answer in given.items():
                if answer is not None:
                    interest = Interest(self.samira.id, self.bakery.id, side, answer)
                    unit.interests.save(interest, MORNING)
            unit.commit()

    def save(self, person: Attendee) -> None:
        with self.units() as unit:
            unit.people.save(person)
            unit.commit()

    def matches_of(self, clock: SimulatedClock, person: Attendee) -> tuple[MatchBox, ...]:
        batch = paperwork.brochures(self.units(), clock, LANGUAGES, only={person.id})
        (card,) = batch.cards
        assert card.personal is not None
        return card.personal.matches


@pytest.fixture
def day(units: UnitFactory) -> Day:
    return Day(units)


def test_badges_of_both_sides_have_the_same_fields(day: Day, clock: SimulatedClock):
    batch = paperwork.badges(day.units(), clock)
    assert [(b.badge_number, b.name, b.code) for b in batch.cards] == [
        (17, "Samira", day.codes[day.samira.id]),
        (40, "Lotte", day.codes[day.lotte.id]),
    ]
    assert "Bakkerij" not in repr(batch.cards)
    assert "Benali" not in repr(batch.cards)


def test_an_event_with_numbers_only_puts_no_name_on_paper(units: UnitFactory, clock):
    day = Day(units, PublicNames.BADGE_NUMBER)
    batch = paperwork.badges(day.units(), clock)
    cards = paperwork.route_cards(day.units(), clock)
    assert [card.name for card in (*batch.cards, *cards.cards)] == ["", "", ""]


def test_one_badge_can_be_reprinted(day: Day, clock: SimulatedClock):
    batch = paperwork.badges(day.units(), clock, only={day.lotte.id})
    assert [badge.badge_number for badge in batch.cards] == [40]


def test_nothing_is_printed_for_somebody_who_cancelled(day: Day, clock: SimulatedClock):
    day.save(replace(day.samira, standing=Standing.CANCELLED))
    assert [b.badge_number for b in paperwork.badges(day.units(), clock).cards] == [40]


def test_a_route_card_has_every_round_and_rests_between(day: Day, clock: SimulatedClock):
    (card,) = paperwork.route_cards(day.units(), clock).cards
    assert [(s.round_number, f"{s.starts:%H:%M}", s.table_number) for s in card.stops] == [
        (1, "14:20", None),
        (2, "14:28", 4),
        (3, "14:50", None),
        (4, "14:58", None),
    ]
    assert card.stops[1].company == ("Bakkerij De Korenbloem",)
    assert card.plan_version == 1


def test_a_route_card_needs_a_plan(units: UnitFactory, clock: SimulatedClock):
    with units() as unit:
        found(unit)
        unit.commit()
    with pytest.raises(Refusal) as refused:
        paperwork.route_cards(units(), clock)
    assert refused.value.code is RefusalCode.NO_PLAN


def test_a_table_card_names_the_employer_and_no_person(day: Day, clock: SimulatedClock):
    (card,) = paperwork.table_cards(day.units(), clock).cards
    assert (card.table_number, card.employer) == (4, "Bakkerij De Korenbloem")


def test_interest_forms_list_whom_each_side_meets(day: Day, clock: SimulatedClock):
    forms = paperwork.interest_forms(day.units(), clock).cards
    assert [(f.badge_number, f.lines[0].number, f.lines[0].name) for f in forms] == [
        (17, 4, "Bakkerij De Korenbloem"),
        (40, 17, "Samira"),
    ]


@pytest.mark.parametrize(
    ("candidate", "employer"),
    [
        (Answer.YES, None),
        (None, Answer.YES),
        (Answer.YES, Answer.MAYBE),
        (Answer.MAYBE, Answer.YES),
        (Answer.YES, Answer.NO),
        (Answer.NO, Answer.YES),
    ],
)
def test_a_one_sided_yes_changes_nobodys_brochure(
    day: Day, clock: SimulatedClock, candidate: Answer | None, employer: Answer | None
):
    before = paperwork.brochures(day.units(), clock, LANGUAGES)
    day.answers(candidate, employer)
    assert paperwork.brochures(day.units(), clock, LANGUAGES) == before


def test_a_mutual_yes_reaches_both(day: Day, clock: SimulatedClock):
    day.answers(Answer.YES, Answer.YES)
    (hers,) = day.matches_of(clock, day.samira)
    (theirs,) = day.matches_of(clock, day.lotte)
    assert (hers.name, hers.contacts) == ("Bakkerij De Korenbloem", ("Lotte",))
    assert (hers.phone, hers.email) == ("", "")
    assert (theirs.name, theirs.phone) == ("Samira", "+32478804850")


def test_without_consent_a_mutual_yes_stays_unsaid(day: Day, clock: SimulatedClock):
    day.answers(Answer.YES, Answer.YES)
    with day.units() as unit:
        unit.people.set_consent(day.samira.id, ConsentKind.SHARE_CONTACT, False, MORNING)
        unit.commit()
    assert day.matches_of(clock, day.samira) == ()
    assert day.matches_of(clock, day.lotte) == ()


@pytest.mark.parametrize(
    "route", [ContactRoute(RouteKind.COMPANION), ContactRoute(RouteKind.ORGANISATION, "Jobroad")]
)
def test_a_chosen_route_keeps_phone_and_address_private(
    day: Day, clock: SimulatedClock, route: ContactRoute
):
    day.save(replace(day.samira, route=route))
    day.answers(Answer.YES, Answer.YES)
    (box,) = day.matches_of(clock, day.lotte)
    assert (box.phone, box.email, box.through) == ("", "", route.through)


def test_a_companion_who_comes_along_is_named(day: Day, clock: SimulatedClock):
    day.save(replace(day.samira, route=ContactRoute(RouteKind.COMPANION)))
    day.save(Attendee(uuid4(), Side.COMPANION, 41, "Jo", "Maes", "Jo", companion_of=day.samira.id))
    day.answers(Answer.YES, Answer.YES)
    assert day.matches_of(clock, day.lotte)[0].through == "Jo"


def test_there_is_a_brochure_for_the_table_in_each_language(day: Day, clock: SimulatedClock):
    batch = paperwork.brochures(day.units(), clock, LANGUAGES)
    nameless = [(b.audience, b.language) for b in batch.cards if b.personal is None]
    assert nameless == [
        (side, code) for side in (Side.CANDIDATE, Side.EMPLOYER) for code in LANGUAGES
    ]


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        (("nl", "ar"), "nl"),
        (("ar", "nl"), "nl"),
        ((), "nl"),
        (("ar", "en"), "en"),
        (("ar", "fr"), "en"),
    ],
)
def test_a_brochure_speaks_the_readers_language(spoken: tuple[str, ...], language: str):
    assert reading_language(spoken, ("nl", "en", "fr"), LANGUAGES) == language


def test_making_papers_is_journalled_without_a_name_or_code(day: Day, clock: SimulatedClock):
    paperwork.badges(day.units(), clock, only={day.samira.id})
    with day.units() as unit:
        (entry,) = unit.journal.latest(["paper-made"], 5)
    assert dict(entry.facts) == {"paper": "badges", "count": 1}
    assert entry.subjects == (day.samira.id,)
    assert not any(isinstance(value, UUID) for value in entry.facts.values())
