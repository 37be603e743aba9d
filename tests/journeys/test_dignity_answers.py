"""Nobody learns a one-sided yes, however they compare what they are given; a no undoes a yes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.interest import Answer
from kiosk.domain.people import Attendee, ConsentKind, Employer, Standing
from kiosk.domain.registration import PersonRow
from kiosk.exporting.sheets import Sheet, sheets_of
from kiosk.i18n import speaking
from kiosk.printing.papers import make_paper
from kiosk.services import interest, matching, paperwork
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.enrolment import enrol_people
from kiosk.services.export import ExportKind, export_day
from kiosk.services.ports import UnitFactory
from kiosk.services.room import room_snapshot
from tests.helpers.days import small_day
from tests.helpers.seats import (
    arrive,
    candidates_of,
    employers_of,
    end_the_day,
    representatives_of,
    seat,
)
from tests.printing.pdfs import texts

PHONE, EMAIL = "+32470123456", "kandidaat@mail.example"


@dataclass
class Day:
    """Six candidates met six employers each; the first of both are looked at."""

    units: UnitFactory
    clock: SimulatedClock
    guest: Attendee
    employer: Employer
    contact: Attendee

    def say(self, who: Attendee, about: Attendee | Employer, given: Answer) -> None:
        interest.answer(self.units(), self.clock, who.id, about.id, given)

    def match(self) -> None:
        self.say(self.guest, self.employer, Answer.YES)
        self.say(self.contact, self.guest, Answer.YES)

    def workbook(self) -> tuple[Sheet, ...]:
        with speaking("en"):
            return sheets_of(export_day(self.units(), self.clock, ExportKind.WORKBOOK))

    def papers(self, reader: Attendee) -> tuple[object, ...]:
        only = (reader.id,)
        return (
            paperwork.brochures(self.units(), self.clock, ("nl",), only=only).cards,
            paperwork.interest_forms(self.units(), self.clock, only).cards,
            paperwork.badges(self.units(), self.clock, only).cards,
        )

    def seen_by_employer(self) -> tuple[object, ...]:
        """Everything that reaches the other side: papers, the station, the room."""
        return (
            self.papers(self.contact),
            interest.read_form(self.units(), self.contact.id),
            room_snapshot(self.units()),
        )

    def telling(self) -> str:
        """All that leaves the file about matches, in one text."""
        papers = [self.papers(reader) for reader in (self.guest, self.contact)]
        found = matching.matches(self.units())
        return repr((self.workbook(), papers, found))


@pytest.fixture
def day(units: UnitFactory, clock: SimulatedClock) -> Day:
    with units() as unit:
        people = small_day(unit, candidates=6, employers=6)
        unit.commit()
    guests, tables = candidates_of(units()), employers_of(units())
    guest = replace(guests[0], phone=PHONE, email=EMAIL, given_name="Samira", chosen_name="Samira")
    with units() as unit:
        unit.people.save(guest)
        unit.commit()
    seat(
        units(),
        clock,
        *(list(zip(guests, tables[at:] + tables[:at], strict=True)) for at in range(4)),
    )
    arrive(units(), clock, *people)
    return Day(units, clock, guest, tables[0], representatives_of(units())[0])


def everybody_answers(day: Day) -> None:
    given = [Answer.YES, Answer.NO, Answer.MAYBE, Answer.NO]
    for person in candidates_of(day.units()):
        for line, said in zip(interest.read_form(day.units(), person.id).lines, given, strict=True):
            interest.answer(day.units(), day.clock, person.id, line.other_id, said)


def test_whatever_a_candidate_says_the_employer_gets_the_same(day: Day) -> None:
    unknowing = day.seen_by_employer()
    for given in Answer:
        day.say(day.guest, day.employer, given)
        assert day.seen_by_employer() == unknowing


def test_whatever_an_employer_says_the_candidate_gets_the_same(day: Day) -> None:
    unknowing = day.papers(day.guest), interest.read_form(day.units(), day.guest.id)
    for given in Answer:
        day.say(day.contact, day.guest, given)
        assert (
            day.papers(day.guest),
            interest.read_form(day.units(), day.guest.id),
        ) == unknowing


def test_an_employers_yes_without_the_candidates_looks_like_no(day: Day) -> None:
    """The employer said yes and waits; only the candidate's own yes may change what is seen."""
    day.say(day.contact, day.guest, Answer.YES)
    day.say(day.guest, day.employer, Answer.NO)
    refused = day.seen_by_employer()
    day.say(day.guest, day.employer, Answer.MAYBE)
    assert day.seen_by_employer() == refused


def test_without_consent_a_mutual_yes_looks_like_none(day: Day) -> None:
    day.say(day.contact, day.guest, Answer.YES)
    alone = day.seen_by_employer()
    interest.set_share_consent(day.units(), day.clock, day.guest.id, False)
    day.say(day.guest, day.employer, Answer.YES)
    assert day.seen_by_employer() == alone


@pytest.mark.parametrize("is_over", [False, True])
def test_two_exports_with_one_answer_between_them_do_not_tell_it(day: Day, is_over: bool) -> None:
    everybody_answers(day)
    if is_over:
        end_the_day(day.units, day.clock)
        assert "not shown" not in repr(day.workbook()[2].rows[0]), "else nothing is compared"
    seen = []
    for given in (Answer.MAYBE, Answer.YES, Answer.NO):
        line = interest.read_form(day.units(), day.guest.id).lines[3]
        interest.answer(day.units(), day.clock, day.guest.id, line.other_id, given)
        seen.append(day.workbook())
    assert seen[0] == seen[1] == seen[2]


Undo = Callable[[Day], object]


def takes_sharing_back(day: Day) -> None:
    interest.set_share_consent(day.units(), day.clock, day.guest.id, False)


def withdraws_altogether(day: Day) -> None:
    with day.units() as unit:
        unit.people.set_consent(day.guest.id, ConsentKind.TAKE_PART, False, day.clock.now())
        unit.commit()


def answers_the_form_with_no(day: Day) -> None:
    no = PersonRow(2, "Samira", "Benali", "", phone=PHONE, email=EMAIL, take_part=False)
    report = enrol_people(day.units(), day.clock, [no], station="organiser")
    assert [change.outcome.value for change in report.changes] == ["cancelled"]


@pytest.mark.parametrize(
    "undo", [takes_sharing_back, withdraws_altogether, answers_the_form_with_no]
)
def test_a_consent_taken_back_takes_the_match_out_of_everything(day: Day, undo: Undo) -> None:
    day.match()
    assert PHONE in day.telling()
    undo(day)
    assert PHONE not in day.telling()
    assert EMAIL not in day.telling()
    assert matching.matches(day.units()) == ()
    assert room_snapshot(day.units()).totals.matches == 0


def test_an_answer_taken_back_takes_the_match_out_of_everything(day: Day) -> None:
    day.match()
    day.say(day.guest, day.employer, Answer.MAYBE)
    assert PHONE not in day.telling()


def test_who_cancelled_is_on_no_sheet_and_on_nobodys_paper(
    units: UnitFactory, clock: SimulatedClock
) -> None:
    with units() as unit:
        small_day(unit, candidates=2, employers=1)
        unit.commit()
    (gone, other), (employer,) = candidates_of(units()), employers_of(units())
    seat(units(), clock, [(gone, employer)], [(other, employer)])
    with units() as unit:
        unit.people.save(
            replace(gone, standing=Standing.CANCELLED, given_name="Weg", chosen_name="Weggegaan")
        )
        unit.commit()
    with speaking("en"):
        sheets = sheets_of(export_day(units(), clock, ExportKind.WORKBOOK))
    assert "Weggegaan" not in repr(sheets)
    for kind in ("badges", "route-cards", "interest-forms", "brochures"):
        made = make_paper(kind, units(), clock, "nl")
        assert all("Weggegaan" not in " ".join(texts(file.content)) for file in made), kind
    assert (
        check_in_person(units(), clock, gone.id, desk=DeskPost("desk")).code.value == "not-coming"
    )


def test_few_matches_are_no_figure_for_the_room(day: Day) -> None:
    day.match()
    assert room_snapshot(day.units()).totals.matches is None
