"""What the host is offered and told when the day goes otherwise than planned; no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import PublicNames
from kiosk.domain.people import ConsentKind
from kiosk.domain.plan import ChangeKind, DayChange, PlanMethod, SeatingPlan
from kiosk.i18n import use_language
from kiosk.planning import Carousel
from kiosk.services import conducting
from kiosk.services.conductor_state import ConductorState
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import make_plan
from kiosk.ui.conductor.mender import Mender
from kiosk.ui.conductor.presenter import ConductorPresenter
from kiosk.ui.conductor.state import ConductorView, Gesture, NoticeFace, PanelFace
from tests.helpers.asking import AnswersAtOnce
from tests.helpers.days import small_day
from tests.helpers.mending import MendsByHand
from tests.helpers.seats import arrive, candidates_of, employers_of, representatives_of

ROUND_1 = 2


@dataclass
class Screen:
    """The host's screen without its paint, on a real file."""

    units: UnitFactory
    clock: SimulatedClock
    mends: MendsByHand = field(default_factory=MendsByHand)
    refusals: list[RefusalCode] = field(default_factory=list)
    repaints: int = 0

    def __post_init__(self) -> None:
        self.presenter = ConductorPresenter(self.clock)
        self.repairs = self.presenter.repairs
        asks = AnswersAtOnce(self.units)
        self.mender = Mender(asks, self.clock, self.mends, self.repairs, self)
        self.look_again()

    @property
    def seen(self) -> Countdown | None:
        return self.presenter.countdown

    def changed(self, state: ConductorState) -> None:
        self.presenter.show(state)

    def refused(self, refusal: Refusal) -> None:
        self.refusals.append(refusal.code)
        self.presenter.show_refusal(refusal)

    def told(self) -> None:
        self.repaints += 1

    def look_again(self) -> None:
        """Another desk did something."""
        self.presenter.show(conducting.conductor_state(self.units(), self.clock, self.seen))
        self.mender.look()

    def go_to(self, position: int) -> None:
        """The host goes on with the programme."""
        state = conducting.conductor_state(self.units(), self.clock)
        while state.position != position:
            state = conducting.next_phase(self.units(), self.clock, state.position)
        self.look_again()

    def view(self) -> ConductorView:
        view = self.presenter.view()
        assert view is not None
        return view

    def notice(self) -> NoticeFace:
        notice = self.view().notice
        assert notice is not None
        return notice

    def panel(self) -> PanelFace:
        panel = self.view().panel
        assert panel is not None
        return panel

    def table(self, index: int = 0) -> PanelFace:
        """A tap on a table."""
        self.repairs.open(employers_of(self.units())[index].id)
        return self.panel()

    def tap(self, text: str, *, group: int = 0) -> None:
        """A tap in the open panel."""
        actions = self.panel().groups[group].actions
        deed = next(action.deed for action in actions if action.text == text)
        assert isinstance(deed, DayChange)
        self.repairs.close()
        self.mender.apply(deed)


@pytest.fixture
def screen(units: UnitFactory, clock: SimulatedClock) -> Screen:
    """Six people for four tables of one seat; everybody is here but the people of table 4."""
    use_language("en")
    with units() as unit:
        small_day(unit)
        unit.commit()
    make_plan(units(), clock, Carousel(), PlanMethod.CAROUSEL, station="organiser")
    people, contacts = candidates_of(units()), representatives_of(units())
    arrive(units(), clock, *(p.id for p in people), *(c.id for c in contacts[:3]))
    return Screen(units, clock)


@pytest.fixture(autouse=True)
def dutch_again() -> object:
    yield
    use_language("nl")


def offered(face: PanelFace, group: int = 0) -> list[str]:
    return [action.text for action in face.groups[group].actions]


def said(notice: NoticeFace) -> tuple[str, str, Sequence[Gesture]]:
    return notice.title, notice.text, [action.gesture for action in notice.actions]


class TestTheTable:
    def test_before_its_round_a_guest_may_be_away_late_gone_or_rest(self, screen: Screen) -> None:
        face = screen.table()
        assert face.title == "Table 1 · Werkgever 1"
        assert face.groups[0].heading == "Kandidaat1"
        assert offered(face) == ["Not here", "Late", "Gone home", "Rest"]
        assert offered(face, 1) == ["1 round", "2 rounds", "Rest of the day"]
        assert offered(face, 2) == ["One seat more"]

    def test_in_its_round_rest_is_for_now_or_for_the_next_one(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        face = screen.table()
        assert offered(face) == ["Not here", "Gone home", "Rest now", "Rest round 2"]
        assert [group.heading for group in face.groups[1:]] == [
            "Close now",
            "Close from round 2",
            "1 seat",
        ]

    def test_who_has_not_come_may_be_late(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        first = candidates_of(units())[0]
        with units() as unit:
            unit.people.check_out(first.id, clock.now())
            unit.commit()
        screen.go_to(ROUND_1)
        face = screen.table()
        assert face.groups[0].note == "missing"
        assert "Late" in offered(face)

    def test_whoever_is_away_can_be_back(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.table()
        screen.tap("Not here")
        face = screen.table()
        assert face.groups[0].note == "not here"
        assert offered(face) == ["Back", "Gone home"]
        screen.tap("Back")
        assert screen.notice().title == "Kandidaat1 is back."

    def test_in_the_last_round_nothing_is_said_of_a_next_one(self, screen: Screen) -> None:
        screen.go_to(8)
        assert screen.presenter._state.room.round_number == 4
        face = screen.table(1)
        assert offered(face) == ["Not here", "Gone home", "Rest now"]
        assert [group.heading for group in face.groups[1:]] == ["Close now", "1 seat"]
        assert offered(face, 1) == ["Rest of the day"]

    def test_a_closed_table_can_only_be_opened(self, screen: Screen) -> None:
        screen.table()
        screen.tap("Rest of the day", group=1)
        assert screen.notice().title == "Table 1, Werkgever 1, is closed from round 1."
        face = screen.table()
        assert [group.heading for group in face.groups] == ["The table is closed"]
        screen.tap("Open again")
        assert screen.notice().title == "Table 1, Werkgever 1, is open again."

    def test_it_can_be_closed_for_some_rounds(self, screen: Screen) -> None:
        screen.table()
        screen.tap("1 round", group=1)
        assert screen.notice().title == "Table 1, Werkgever 1, is closed in round 1."
        screen.mender.undo()
        screen.table()
        screen.tap("2 rounds", group=1)
        assert screen.notice().title == "Table 1, Werkgever 1, is closed in rounds 1 to 2."

    def test_seats_go_up_and_down_one_by_one(self, screen: Screen) -> None:
        for seats in (2, 3):
            screen.table()
            screen.tap("One seat more", group=-1)
            title = f"Table 1, Werkgever 1, takes {seats} conversations at once."
            assert screen.notice().title == title
        face = screen.table()
        assert face.groups[-1].heading == "3 seats"
        assert offered(face, -1) == ["One seat less", "One seat more"]

    def test_every_button_says_whom_it_is_about(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        face = screen.table()
        assert face.groups[0].actions[0].name == "Kandidaat1: Not here"
        assert face.groups[1].actions[-1].name == "Close now: Rest of the day"


class TestTheListOfRest:
    def test_it_has_those_who_are_away_first_and_takes_them_back(self, screen: Screen) -> None:
        screen.table()
        screen.tap("Rest")
        assert screen.view().room.rest == "Rest: 2"
        screen.repairs.open(Gesture.SHOW_REST)
        face = screen.panel()
        assert face.title == "Rest, round 1"
        assert [(g.heading, g.note) for g in face.groups] == [
            ("Kandidaat1", "rests"),
            ("Kandidaat6", ""),
        ]
        assert offered(face) == ["Back", "Gone home", "Rest round 2"]
        assert offered(face, 1) == ["Not here", "Gone home", "Rest round 2"]

    def test_it_says_when_everybody_has_a_table(self, screen: Screen) -> None:
        for index in (0, 1, 2, 3):
            screen.table(index)
            screen.tap("One seat more", group=-1)
        screen.repairs.open(Gesture.SHOW_REST)
        assert screen.panel().groups[0].note == "Everybody has a table in this round."


class TestTheDay:
    def test_a_round_more_or_less_an_undo_and_something_better(self, screen: Screen) -> None:
        screen.repairs.open(Gesture.SHOW_DAY)
        assert offered(screen.panel()) == [
            "One round fewer",
            "One round more",
            "Undo last change",
            "Improve the rest of the day",
        ]
        screen.tap("One round fewer")
        assert screen.notice().title == "The day has a round less."
        screen.repairs.open(Gesture.SHOW_DAY)
        screen.tap("One round more")
        assert screen.notice().title == "The day has a round more."

    def test_when_all_rounds_are_over_something_can_still_be_undone(self, screen: Screen) -> None:
        screen.go_to(9)
        screen.repairs.open(Gesture.SHOW_DAY)
        assert offered(screen.panel()) == ["Undo last change"]


class TestWhatWasDone:
    def test_it_is_told_with_a_way_back(self, screen: Screen) -> None:
        screen.table()
        screen.tap("Rest")
        assert said(screen.notice()) == (
            "Kandidaat1 rests in round 1.",
            "1 person gets a table they did not have; everybody keeps 2 conversations.",
            [Gesture.UNDO_CHANGE, Gesture.VIEW],
        )
        assert screen.notice().waits
        screen.mender.undo()
        title, _text, ways = said(screen.notice())
        assert title == "Undone: Kandidaat1 rests in round 1."
        assert ways == [Gesture.VIEW]

    def test_what_touches_nobody_else_is_said_too(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.table()
        screen.tap("Rest round 2")
        assert said(screen.notice())[:2] == (
            "Kandidaat1 rests in round 2.",
            "For everybody else all stays as it was.",
        )

    def test_where_nobody_changes_places_there_is_nothing_to_view(self, screen: Screen) -> None:
        screen.table(1)
        screen.tap("1 round", group=1)
        screen.table(1)
        screen.tap("Open again")
        screen.mender.apply(
            DayChange(ChangeKind.TABLE_OPENED, employers_of(screen.units())[1].id, 1)
        )
        assert said(screen.notice())[2] == [Gesture.UNDO_CHANGE]

    def test_the_view_says_who_sits_where_the_announced_round_first(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.table()
        screen.tap("Gone home")
        screen.repairs.open(Gesture.VIEW)
        face = screen.panel()
        assert face.title == "Kandidaat1 has gone home."
        assert [(group.heading, group.note) for group in face.groups[1:]] == [
            ("Round 2, announced", "No table"),
            ("Round 4", "No table"),
            ("", "A table they did not have"),
        ]
        assert face.groups[1].lines == ("Kandidaat1: table 2 → no table",)
        assert face.groups[3].lines == ("Kandidaat6: no table → table 3",)
        assert [action.deed for action in face.foot] == [Gesture.UNDO_CHANGE]

    def test_nobody_is_named_where_badges_have_numbers_only(
        self, units: UnitFactory, screen: Screen
    ) -> None:
        with units() as unit:
            event = replace(unit.events.get(), public_names=PublicNames.BADGE_NUMBER)
            unit.events.save(event)
            unit.commit()
        screen.look_again()
        assert screen.view().room.tables[0].names == "Badge 01"
        assert screen.table().groups[0].heading == "Badge 01"
        screen.tap("Rest")
        assert screen.notice().title == "Badge 01 rests in round 1."
        screen.repairs.open(Gesture.VIEW)
        told = repr(screen.panel())
        assert "Badge 01" in told
        assert "Kandidaat" not in told

    def test_what_can_not_be_done_is_said_and_changes_nothing(self, screen: Screen) -> None:
        screen.mender.undo()
        assert screen.refusals == [RefusalCode.NOTHING_TO_UNDO]
        assert screen.notice().title == "Nothing was changed"
        screen.presenter.dismiss()
        assert screen.view().notice is None

    def test_another_phase_ends_what_was_open_and_said(self, screen: Screen) -> None:
        screen.table()
        screen.tap("Rest")
        screen.table(1)
        screen.go_to(0)
        assert screen.view().panel is None
        assert screen.view().notice is None


class TestAProposal:
    def test_it_says_who_is_missing_and_what_would_change(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        title, text, ways = said(screen.notice())
        assert title == "Werkgever 4 is not here."
        assert text.startswith("New plan from round 2: ")
        assert text.endswith(".")
        assert ways == [Gesture.ACCEPT, Gesture.VIEW]
        assert screen.notice().waits

    def test_late_comers_are_counted_with_it(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        screen.go_to(ROUND_1)
        people = candidates_of(units())[:2]
        for person in people:
            screen.mender.apply(DayChange(ChangeKind.NO_SHOW, person.id, 1))
        clock.advance(60)
        for person in people:
            check_in_person(units(), clock, person.id, desk=DeskPost("desk 1"))
        screen.repairs.leave_it()
        screen.look_again()
        assert screen.notice().title == "Werkgever 4 is not here, 2 late-comers wait."

    def test_it_is_applied_as_one_change(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.mender.accept()
        assert screen.notice().title == "Table 4, Werkgever 4, is closed from round 2."
        screen.look_again()
        screen.repairs.forget_done()
        assert screen.view().notice is None

    def test_left_alone_it_does_not_come_back_until_something_else_is_wrong(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        screen.go_to(ROUND_1)
        screen.repairs.leave_it()
        assert screen.view().notice is None
        screen.go_to(ROUND_1 + 2)
        assert screen.view().notice is None
        third = representatives_of(units())[2]
        with units() as unit:
            unit.people.check_out(third.id, clock.now())
            unit.commit()
        screen.look_again()
        assert screen.notice().title == "2 employers are not here."

    def test_what_was_just_done_goes_first_and_then_the_proposal_comes(
        self, screen: Screen
    ) -> None:
        screen.go_to(ROUND_1)
        screen.table(1)
        screen.tap("Rest round 2")
        screen.look_again()
        assert screen.notice().title == "Kandidaat2 rests in round 2."
        assert screen.repairs.accepted is None
        screen.repairs.forget_done()
        assert screen.notice().title == "Werkgever 4 is not here."

    def test_nothing_takes_its_place_while_the_host_looks_at_it(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        screen.go_to(ROUND_1)
        screen.repairs.open(Gesture.VIEW)
        before = screen.panel()
        late = representatives_of(units())[3]
        check_in_person(units(), clock, late.id, desk=DeskPost("desk 1"))
        screen.look_again()
        assert screen.panel() == before
        screen.repairs.close()
        screen.mender.look()
        assert screen.view().notice is None

    def test_a_refusal_and_an_offer_to_resume_come_before_it(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        screen.go_to(ROUND_1)
        screen.presenter.show_refusal(Refusal(RefusalCode.NOTHING_TO_UNDO))
        assert screen.notice().title == "Nothing was changed"
        screen.presenter.offer(conducting.interrupted_run(units(), clock))
        screen.presenter.dismiss()
        screen.repairs.open(Gesture.VIEW)
        assert screen.notice().title == "Round 1 was running."
        assert screen.view().panel is None
        assert not screen.presenter.may_mend


class TestABetterRestOfTheDay:
    def poor(self, units: UnitFactory, clock: SimulatedClock, screen: Screen) -> SeatingPlan:
        """The plan in force loses its last two rounds; returns them."""
        with units() as unit:
            plan = unit.plans.current()
            assert plan is not None
            kept = [c for c in plan.conversations if c.round_number < 3]
            unit.plans.add(plan.method, kept, clock.now())
            unit.commit()
        screen.go_to(ROUND_1)
        screen.repairs.leave_it()
        return SeatingPlan(tuple(c for c in plan.conversations if c.round_number >= 3))

    def test_it_is_shown_and_the_host_decides(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        better = self.poor(units, clock, screen)
        screen.mender.improve()
        assert said(screen.notice())[::2] == (
            "Looking for a better rest of the day …",
            [Gesture.STOP_IMPROVING],
        )
        screen.mends.answer(better)
        title, text, ways = said(screen.notice())
        assert (
            title == "Better by 100.0\N{NO-BREAK SPACE}%: 6 people change tables from round 3 on."
        )
        assert text == ("6 people get a table they did not have; everybody keeps 2 conversations.")
        assert ways == [Gesture.ACCEPT, Gesture.LEAVE_IT, Gesture.VIEW]
        screen.repairs.open(Gesture.VIEW)
        assert [a.deed for a in screen.panel().foot] == [Gesture.ACCEPT, Gesture.LEAVE_IT]
        screen.mender.accept()
        assert screen.notice().title == "The rest of the day was improved."

    def test_it_can_be_left(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        better = self.poor(units, clock, screen)
        screen.mender.improve()
        screen.mends.answer(better)
        screen.repairs.leave_it()
        assert screen.view().notice is None
        assert screen.repairs.accepted is None

    def test_a_plan_that_is_no_better_is_not_asked_about(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.mender.improve()
        request = screen.mends.request
        assert request is not None
        screen.mends.answer(SeatingPlan(request.former))
        assert screen.notice().title == "The plan is good as it is."
        assert screen.repairs.accepted is None

    def test_a_search_that_failed_is_said_calmly(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.mender.improve()
        screen.mends.answer(None)
        assert screen.notice().title == "No better plan came of it."

    def test_it_can_be_stopped(self, screen: Screen) -> None:
        screen.go_to(ROUND_1)
        screen.repairs.leave_it()
        screen.mender.improve()
        screen.mender.stop()
        assert screen.mends.stopped
        assert screen.view().notice is None

    def test_when_the_last_round_is_announced_there_is_nothing_left_to_improve(
        self, screen: Screen
    ) -> None:
        screen.go_to(6)
        screen.mender.improve()
        assert screen.mends.request is None
        assert screen.notice().title == "The plan is good as it is."

    def test_something_that_happens_meanwhile_ends_the_search(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        better = self.poor(units, clock, screen)
        screen.mender.improve()
        screen.table()
        screen.tap("Gone home")
        screen.mends.answer(better)
        assert screen.notice().title == "Kandidaat1 has gone home."

    def test_a_plan_for_a_day_that_is_no_longer_so_is_refused(
        self, units: UnitFactory, clock: SimulatedClock, screen: Screen
    ) -> None:
        better = self.poor(units, clock, screen)
        screen.mender.improve()
        last = candidates_of(units())[5]
        with units() as unit:
            unit.people.set_consent(last.id, ConsentKind.TAKE_PART, False, clock.now())
            unit.commit()
        screen.mends.answer(better)
        assert screen.refusals == [RefusalCode.PEOPLE_CHANGED]
