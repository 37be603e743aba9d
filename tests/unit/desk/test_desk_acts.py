"""What the desk does beside scanning, and what it hears of the desk next to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import CODE_LENGTH
from kiosk.domain.errors import RefusalCode
from kiosk.domain.people import ConsentKind, Side, Standing
from kiosk.domain.registration import PersonRow
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.services.desk.check_in import DeskPost, check_in_person, scan
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.news import DeskNews
from kiosk.services.desk.state import DeskAct, DeskState
from kiosk.services.desk.undoing import FREE_MINUTES, undo
from kiosk.services.desk.walk_ins import WalkIn, register_walk_in
from kiosk.services.enrolment import enrol_people
from kiosk.services.ports import UnitFactory
from kiosk.services.search import PeopleIndex
from kiosk.ui.desk.presenter import CAMERA_AFTER_SCANNER, DeskPresenter
from kiosk.ui.desk.screen import Left, Undone
from tests.helpers.asking import AnswersAtOnce
from tests.helpers.days import MORNING, a_candidate, found, register
from tests.helpers.desks import arrival, journal

NEXT_DESK = DeskPost("desk 2", "Karim")
SAMIRA, JAN = a_candidate(17), a_candidate(8, "Jan")
CANCELLED = replace(a_candidate(9, "Bram"), standing=Standing.CANCELLED)
UNDECIDED = a_candidate(21, "Noor")


@dataclass
class Desk:
    """The presenter, and all that it told its view."""

    presenter: DeskPresenter
    asks: AnswersAtOnce
    clock: SimulatedClock
    units: UnitFactory
    codes: dict[UUID, str]
    verdicts: list[VerdictCode]
    too_late: list[UUID]
    others: list[str]

    @property
    def code(self) -> VerdictCode | None:
        """The verdict in front."""
        answer = self.presenter.screen.answer
        return answer.code if isinstance(answer, Verdict) else None

    @property
    def state(self) -> DeskState:
        """Counters and last scans."""
        state = self.presenter.screen.state
        assert state is not None
        return state

    def scan(self, attendee_id: UUID) -> None:
        """A scanner reads somebody's badge."""
        self.presenter.scanned(self.codes[attendee_id])

    def found(self, query: str) -> list[tuple[str, bool]]:
        """Who is found, and whether they are here."""
        return [(line.name, line.here) for line in self.presenter.index.search(query)]

    def read_again(self) -> list[object]:
        """Everything that was read from the file as a whole since the last call."""
        kinds = (DeskNews, DeskState, PeopleIndex)
        read = [answer for answer in self.asks.answers if isinstance(answer, kinds)]
        self.asks.answers.clear()
        return read


@pytest.fixture
def desk(units: UnitFactory, clock: SimulatedClock) -> Desk:
    """Samira and Jan are expected, Bram has cancelled, Noor said no to taking part."""
    with units() as unit:
        found(unit)
        people = (SAMIRA, JAN, CANCELLED, UNDECIDED)
        codes = {person.id: register(unit, person) for person in people}
        unit.people.set_consent(UNDECIDED.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    asks = AnswersAtOnce(units)
    presenter = DeskPresenter(asks, clock, station="desk 1", volunteer="Els")
    desk = Desk(presenter, asks, clock, units, codes, [], [], [])
    presenter.judged = lambda verdict: desk.verdicts.append(verdict.code)
    presenter.too_late = lambda record: desk.too_late.append(record.attendee.id)
    presenter.others_changed = lambda: desk.others.append("changed")
    presenter.refresh()
    desk.read_again()
    return desk


def test_a_camera_that_sees_a_badge_just_scanned_says_nothing(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.clock.advance(CAMERA_AFTER_SCANNER - 0.1)
    desk.presenter.seen_by_camera(desk.codes[SAMIRA.id])
    desk.presenter.seen_by_camera(desk.codes[SAMIRA.id].lower())
    assert desk.verdicts == [VerdictCode.WELCOME]
    desk.clock.advance(0.2)
    desk.presenter.seen_by_camera(desk.codes[SAMIRA.id])
    assert desk.verdicts == [VerdictCode.WELCOME, VerdictCode.ALREADY_HERE]


def test_a_camera_that_sees_another_badge_checks_it_in_at_once(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.presenter.seen_by_camera(desk.codes[JAN.id])
    assert desk.verdicts == [VerdictCode.WELCOME, VerdictCode.WELCOME]
    assert desk.presenter.screen.attendee_id == JAN.id


def test_a_camera_is_no_scanner_that_was_heard(desk: Desk) -> None:
    desk.presenter.seen_by_camera(desk.codes[SAMIRA.id])
    assert desk.presenter.screen.scanner_heard is None
    desk.scan(JAN.id)
    assert desk.presenter.screen.scanner_heard == desk.clock.now()


@pytest.mark.parametrize("text", ["samira", "Samira Benali", "17", "benali"])
def test_scanned_text_that_could_be_a_name_is_put_into_the_box_and_does_nothing(
    desk: Desk, text: str
) -> None:
    desk.presenter.scanned(text)
    assert desk.presenter.screen.query == text
    assert SAMIRA.id in {line.attendee_id for line in desk.presenter.screen.results}
    assert desk.verdicts == []
    assert arrival(desk.units, SAMIRA.id) is None


def test_scanned_text_that_is_nobody_is_answered(desk: Desk) -> None:
    desk.presenter.scanned("5410188031072")
    assert desk.verdicts == [VerdictCode.UNKNOWN_CODE]
    assert desk.presenter.screen.query == ""


@pytest.mark.parametrize(
    ("sent", "garbled"),
    [("#" * CODE_LENGTH, True), ("{code}#", False), ("]{code}", False), ("{code}", False)],
)
def test_the_scanner_is_called_garbled_only_when_nothing_could_be_read(
    desk: Desk, sent: str, garbled: bool
) -> None:
    desk.presenter.scanned(sent.format(code=desk.codes[SAMIRA.id]))
    assert desk.presenter.screen.scanner_garbled is garbled


def test_garbage_is_forgotten_with_the_next_good_scan(desk: Desk) -> None:
    desk.presenter.scanned("#" * CODE_LENGTH)
    desk.scan(SAMIRA.id)
    assert not desk.presenter.screen.scanner_garbled


def test_somebody_who_says_yes_at_the_desk_is_welcome(desk: Desk) -> None:
    desk.scan(UNDECIDED.id)
    assert desk.code is VerdictCode.CONSENT_MISSING
    desk.presenter.expect()
    assert desk.code is VerdictCode.CONSENT_MISSING, "that is the answer to another question"
    desk.presenter.consent()
    assert desk.verdicts == [VerdictCode.CONSENT_MISSING, VerdictCode.WELCOME]
    assert desk.state.candidates.here == 1
    with desk.units() as unit:
        assert unit.people.consents_of(UNDECIDED.id)[ConsentKind.TAKE_PART]
        (edit,) = unit.people.edits(UNDECIDED.id)
    assert (edit.before, edit.after, edit.volunteer) == ("no", "yes", "Els")


def test_somebody_who_had_cancelled_and_came_after_all_is_welcome(desk: Desk) -> None:
    desk.scan(CANCELLED.id)
    assert desk.code is VerdictCode.NOT_COMING
    desk.presenter.consent()
    assert desk.code is VerdictCode.NOT_COMING
    desk.presenter.expect()
    assert desk.verdicts == [VerdictCode.NOT_COMING, VerdictCode.WELCOME]
    assert arrival(desk.units, CANCELLED.id) is not None
    desk.presenter.look_around()
    (line,) = desk.presenter.index.search("bram")
    assert (line.here, line.cancelled) == (True, False)


@pytest.mark.parametrize("gesture", ["consent", "expect", "check_out"])
def test_a_gesture_about_nobody_does_nothing(desk: Desk, gesture: str) -> None:
    act: Callable[[], None] = getattr(desk.presenter, gesture)
    entries = journal(desk.units)
    act()
    desk.scan(UNDECIDED.id)
    desk.presenter.type("samira")
    act()
    assert desk.verdicts == [VerdictCode.CONSENT_MISSING]
    assert len(journal(desk.units)) == len(entries) + 1
    assert desk.asks.refusals == []


def test_a_welcome_is_asked_for_no_yes_again(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.presenter.consent()
    desk.presenter.expect()
    assert desk.verdicts == [VerdictCode.WELCOME]


def test_whoever_is_in_front_can_leave_and_is_welcome_back(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.clock.advance(60)
    desk.presenter.check_out()
    answer = desk.presenter.screen.answer
    assert isinstance(answer, Left)
    assert answer.record.check_in is not None
    assert answer.record.check_in.left_at == desk.clock.now()
    assert desk.state.candidates.here == 0
    assert desk.state.recent[0].act is DeskAct.LEFT
    assert desk.found("samira") == [("Samira Benali", False)]
    desk.scan(SAMIRA.id)
    assert desk.verdicts == [VerdictCode.WELCOME, VerdictCode.WELCOME_BACK]
    assert desk.found("samira") == [("Samira Benali", True)]


def test_somebody_who_is_not_here_can_not_leave(desk: Desk) -> None:
    desk.scan(CANCELLED.id)
    desk.presenter.check_out()
    assert desk.asks.refusals == [RefusalCode.NOT_HERE]
    assert desk.code is VerdictCode.NOT_COMING


def test_a_check_in_is_taken_back_for_ten_minutes(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.clock.advance(FREE_MINUTES * 60)
    desk.presenter.undo()
    assert isinstance(desk.presenter.screen.answer, Undone)
    assert desk.too_late == []
    assert arrival(desk.units, SAMIRA.id) is None


def test_after_ten_minutes_the_organiser_is_asked_and_nothing_changes(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.clock.advance(FREE_MINUTES * 60 + 1)
    before, entries = desk.presenter.screen, journal(desk.units)
    desk.presenter.undo()
    assert desk.too_late == [SAMIRA.id]
    assert desk.presenter.screen == before
    assert journal(desk.units) == entries
    assert arrival(desk.units, SAMIRA.id) is not None
    assert desk.asks.refusals == []


def test_a_late_undo_is_about_the_last_check_in_when_nobody_is_in_front(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.scan(JAN.id)
    desk.presenter.back()
    desk.clock.advance(FREE_MINUTES * 60 + 1)
    desk.presenter.undo()
    assert desk.too_late == [JAN.id]


def test_whom_another_desk_greeted_after_an_undo_here_is_not_undone_here(desk: Desk) -> None:
    desk.scan(JAN.id)
    desk.scan(SAMIRA.id)
    desk.presenter.undo()
    check_in_person(desk.units(), desk.clock, SAMIRA.id, desk=NEXT_DESK)
    desk.presenter.back()
    desk.presenter.undo()
    assert desk.presenter.screen.attendee_id == JAN.id
    assert arrival(desk.units, SAMIRA.id) is not None


def test_who_came_and_went_at_the_next_desk_shows_here(desk: Desk) -> None:
    for person in (SAMIRA, JAN):
        scan(desk.units(), desk.clock, desk.codes[person.id], desk=NEXT_DESK)
    check_out(desk.units(), desk.clock, JAN.id, station=NEXT_DESK.station)
    assert desk.found("samira") == [("Samira Benali", False)]
    desk.presenter.look_around()
    assert desk.found("samira") == [("Samira Benali", True)]
    assert desk.found("jan") == [("Jan Benali", False)]
    assert desk.state.candidates.here == 1
    assert [line.act for line in desk.state.recent] == [
        DeskAct.LEFT,
        DeskAct.SCANNED,
        DeskAct.SCANNED,
    ]
    assert desk.others == ["changed"]


def test_what_the_next_desk_took_back_shows_here(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    undo(desk.units(), desk.clock, SAMIRA.id, station=NEXT_DESK.station)
    desk.presenter.look_around()
    assert desk.found("samira") == [("Samira Benali", False)]
    assert desk.state.candidates.here == 0


def test_a_name_that_the_next_desk_changed_is_found_here(desk: Desk) -> None:
    edit = PersonEdit("Zahra", (), "", {})
    edit_person(desk.units(), desk.clock, SAMIRA.id, edit, desk=NEXT_DESK)
    assert desk.found("zahra") == []
    desk.presenter.look_around()
    assert [name for name, _here in desk.found("zahra")] == ["Samira Benali"]
    assert not [read for read in desk.read_again() if isinstance(read, PeopleIndex)]


def test_a_walk_in_of_either_desk_is_found_at_once(desk: Desk) -> None:
    consents: dict[ConsentKind, bool | None] = {ConsentKind.TAKE_PART: True}
    theirs = WalkIn("Maalik", Side.CANDIDATE, consents=consents)
    register_walk_in(desk.units(), desk.clock, theirs, desk=NEXT_DESK)
    desk.presenter.look_around()
    assert desk.found("maalik") == [("Maalik", True)]
    ours = WalkIn("Yara", Side.CANDIDATE, consents=consents)
    verdict = register_walk_in(desk.units(), desk.clock, ours, desk=desk.presenter.post)
    desk.presenter.take_verdict(verdict)
    assert desk.found("yara") == [("Yara", True)]
    assert desk.state.candidates.here == 2


def test_an_import_makes_the_desk_read_everybody_anew(desk: Desk) -> None:
    desk.presenter.type("thi")
    assert desk.presenter.screen.results == ()
    row = PersonRow(2, "Thi", "Ng", email="thi@example.org")
    enrol_people(desk.units(), desk.clock, [row], station="office")
    desk.presenter.look_around()
    assert [type(read) for read in desk.read_again()] == [DeskNews, PeopleIndex]
    assert [line.name for line in desk.presenter.screen.results] == ["Thi Ng"]
    assert desk.state.candidates.expected == 4


def test_the_own_scans_of_a_desk_make_it_read_nothing_again(desk: Desk) -> None:
    for sent in (desk.codes[SAMIRA.id], desk.codes[JAN.id], "#" * CODE_LENGTH, "5410188031072"):
        desk.presenter.scanned(sent)
        desk.presenter.look_around()
    assert len(desk.verdicts) == 4
    assert desk.read_again() == []
    assert desk.others == []
    assert desk.state.candidates.here == 2


def test_a_scan_of_the_next_desk_between_two_own_ones_is_not_missed(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    scan(desk.units(), desk.clock, desk.codes[CANCELLED.id], desk=NEXT_DESK)
    desk.scan(JAN.id)
    desk.presenter.look_around()
    assert len(desk.read_again()) == 1
    assert [line.code for line in desk.state.recent] == [
        VerdictCode.WELCOME,
        VerdictCode.NOT_COMING,
        VerdictCode.WELCOME,
    ]
    desk.presenter.look_around()
    assert desk.read_again() == []


def test_who_stands_at_the_desk_from_now_on_is_named_from_now_on(desk: Desk) -> None:
    desk.scan(SAMIRA.id)
    desk.presenter.set_volunteer("Karim")
    desk.scan(JAN.id)
    came = [arrival(desk.units, person.id) for person in (SAMIRA, JAN)]
    assert [each.volunteer for each in came if each] == ["Els", "Karim"]
