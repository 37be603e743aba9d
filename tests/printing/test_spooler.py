"""The thread that prints: in order, never lost, never in the way of a scan."""

import sys
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Event
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import new_code
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Side
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.domain.print_jobs import Paper, PrintJob, PrintState, PrintTrouble
from kiosk.printing import spooler as spooling
from kiosk.printing.desk_papers import DeskPaper, MakePaper, desk_papers, trial_paper
from kiosk.printing.spooler import PrintRun, Round, Spooler
from kiosk.services.desk import print_queue as queue
from kiosk.services.desk.print_queue import PrintLine
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, small_day
from tests.helpers.fake_printer import FakePrinter
from tests.printing import pdfs

DESK = "desk 1"


class Told:
    """Counts what the spooler has to tell, and can be waited for."""

    def __init__(self) -> None:
        self.times = 0
        self._heard: SimpleQueue[None] = SimpleQueue()

    def __call__(self) -> None:
        self.times += 1
        self._heard.put(None)

    def wait(self) -> None:
        self._heard.get(timeout=10)


@pytest.fixture
def codes(units: UnitFactory) -> dict[UUID, str]:
    with units() as unit:
        people = small_day(unit)
        unit.commit()
    return people


@pytest.fixture
def people(codes: dict[UUID, str]) -> list[UUID]:
    return list(codes)


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def make(units: UnitFactory, clock: SimulatedClock) -> MakePaper:
    return desk_papers(units, clock, lambda: "nl")


@pytest.fixture
def run(
    units: UnitFactory, clock: SimulatedClock, printer: FakePrinter, make: MakePaper, told: Told
) -> PrintRun:
    return PrintRun(units, clock, station=DESK, printer=printer, make=make, told=told)


@pytest.fixture
def ask(units: UnitFactory, clock: SimulatedClock) -> Callable[..., PrintJob]:
    def ask(who: UUID, paper: Paper = Paper.BADGE) -> PrintJob:
        clock.advance(1)
        return queue.ask_for(units(), clock, paper, who, station=DESK)

    return ask


def lines(units: UnitFactory) -> list[PrintLine]:
    """The oldest first."""
    return list(reversed(queue.print_queue(units(), station=DESK).lines))


def test_badges_come_out_in_the_order_they_were_asked_for(
    units, clock, run, printer, ask, people, codes
):
    for who in people[:3]:
        ask(who)
    assert run.work_off(clock.now()) is Round.DONE
    assert printer.titles == ["Badge 01", "Badge 02", "Badge 03"]
    assert [pdfs.codes(content) for _title, content in printer.papers] == [
        [codes[who]] for who in people[:3]
    ]
    assert {line.state for line in lines(units)} == {PrintState.SENT}


def test_a_paper_is_one_card_and_its_title_holds_no_name(clock, run, printer, ask, people):
    ask(people[0])
    run.work_off(clock.now())
    ((title, content),) = printer.papers
    assert pdfs.millimetres(content) == {(105, 148)}
    assert "Kandidaat" not in title


def test_a_badge_printed_again_shows_the_code_that_replaced_a_lost_one(
    units, clock, run, printer, ask, people
):
    job = ask(people[0])
    run.work_off(clock.now())
    fresh = new_code()
    with units() as unit:
        unit.people.give_code(people[0], fresh, MORNING)
        unit.commit()
    queue.print_again(units(), clock, job.id)
    run.work_off(clock.now())
    first, second = (pdfs.codes(content) for _title, content in printer.papers)
    assert first != second == [fresh]
    assert pdfs.texts(printer.papers[0][1]) == pdfs.texts(printer.papers[1][1])


@pytest.mark.parametrize("side", [Side.CANDIDATE, Side.EMPLOYER])
def test_a_route_card_that_can_not_be_made_fails_and_the_next_goes_on(
    units, clock, run, printer, ask, people, side: Side
):
    with units() as unit:
        someone = next(person.id for person in unit.people.all() if person.side is side)
        if side is Side.EMPLOYER:
            employer = unit.employers.all()[0]
            planned = [Conversation(1, employer.table_number, people[0], employer.id)]
            unit.plans.add(PlanMethod.CAROUSEL, planned, MORNING)
            unit.commit()
    ask(someone, Paper.ROUTE_CARD)
    ask(people[1])
    assert run.work_off(clock.now()) is Round.DONE
    failed, done = lines(units)
    assert (failed.state, failed.trouble) == (PrintState.FAILED, PrintTrouble.PAPER_NOT_MADE)
    assert done.state is PrintState.SENT


def test_a_route_card_shows_the_plan_in_force(units, clock, run, printer, ask, people):
    with units() as unit:
        employer = unit.employers.all()[0]
        planned = [Conversation(1, employer.table_number, people[0], employer.id)]
        unit.plans.add(PlanMethod.CAROUSEL, planned, MORNING)
        unit.commit()
    ask(people[0], Paper.ROUTE_CARD)
    run.work_off(clock.now())
    ((title, content),) = printer.papers
    assert title.endswith(" 01")
    assert employer.name in pdfs.texts(content)[0]


def test_a_paper_the_printer_refuses_has_failed_and_the_next_goes_on(
    units, clock, run, printer, ask, people
):
    printer.refuses = {"Badge 01"}
    ask(people[0])
    ask(people[1])
    run.work_off(clock.now())
    failed, done = lines(units)
    assert (failed.state, failed.trouble) == (PrintState.FAILED, PrintTrouble.PRINTER_REFUSED)
    assert (done.state, printer.titles) == (PrintState.SENT, ["Badge 02"])


def test_a_missing_printer_is_said_once_and_the_queue_is_printed_when_it_comes(
    units, clock, run, printer, ask, people, told
):
    printer.plugged = False
    for who in people[:3]:
        ask(who)
    for _look in range(3):
        assert run.work_off(clock.now()) is Round.WAITS
    assert told.times == 1
    assert queue.print_standing(units(), station=DESK).no_printer
    printer.plugged = True
    assert run.work_off(clock.now()) is Round.DONE
    assert printer.titles == ["Badge 01", "Badge 02", "Badge 03"]
    assert not queue.print_standing(units(), station=DESK).no_printer


def test_a_printer_unplugged_in_mid_paper_leaves_the_job_queued(
    units, clock, run, printer, ask, people
):
    ask(people[0])
    printer.print_pdf = _unplugged_by(printer)
    assert run.work_off(clock.now()) is Round.WAITS
    (line,) = lines(units)
    assert (line.state, line.trouble) == (PrintState.QUEUED, PrintTrouble.NO_PRINTER)


def _unplugged_by(printer: FakePrinter) -> Callable[[bytes, str], None]:
    def unplug(content: bytes, title: str) -> None:
        printer.plugged = False
        FakePrinter.print_pdf(printer, content, title)

    return unplug


def test_a_paper_whose_verdict_is_not_out_yet_waits(units, clock, run, printer, ask, people):
    before = clock.now()
    ask(people[0])
    assert run.work_off(before) is Round.WAITS
    assert printer.papers == []
    assert run.work_off(clock.now()) is Round.DONE


def test_nothing_is_held_while_a_paper_is_drawn_or_handed_over(
    units, clock, printer, told, ask, people
):
    scans: list[str] = []

    def scan_meanwhile() -> None:
        with units() as unit:
            unit.journal.append(clock.now(), DESK, "scan")
            unit.commit()
        scans.append("scanned")

    def make(_job: PrintJob) -> DeskPaper:
        desk = threading.Thread(target=scan_meanwhile)
        desk.start()
        desk.join(10)
        return DeskPaper(b"%PDF-", "Badge 01")

    ask(people[0])
    run = PrintRun(units, clock, station=DESK, printer=printer, make=make, told=told)
    run.work_off(clock.now())
    assert scans == ["scanned"]


def test_a_paper_that_could_not_be_noted_is_not_printed_a_second_time(
    units, clock, run, printer, ask, people, monkeypatch: pytest.MonkeyPatch
):
    ask(people[0])
    note, full = queue.sent, [True]

    def sent(*arguments: object, **facts: object) -> PrintJob:
        if full[0]:
            raise Refusal(RefusalCode.DISK_FULL)
        return note(*arguments, **facts)  # type: ignore[arg-type]

    monkeypatch.setattr(spooling.print_queue, "sent", sent)
    assert run.work_off(clock.now()) is Round.WAITS
    assert run.work_off(clock.now()) is Round.WAITS
    full[0] = False
    assert run.work_off(clock.now()) is Round.DONE
    assert [line.state for line in lines(units)] == [PrintState.SENT]
    assert len(printer.papers) == 1


def test_a_bug_in_a_paper_is_reported_and_the_queue_goes_on(
    units, clock, printer, told, ask, people, monkeypatch: pytest.MonkeyPatch
):
    reported: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    jobs = [ask(people[0]), ask(people[1])]

    def make(job: PrintJob) -> DeskPaper:
        if job.id == jobs[0].id:
            raise ZeroDivisionError
        return DeskPaper(b"%PDF-", "Badge 02")

    run = PrintRun(units, clock, station=DESK, printer=printer, make=make, told=told)
    run.work_off(clock.now())
    assert [type(error) for error in reported] == [ZeroDivisionError]
    assert [line.state for line in lines(units)] == [PrintState.FAILED, PrintState.SENT]


def test_the_test_page_is_a_card_with_a_code_of_nobody(codes):
    paper = trial_paper("nl")
    assert pdfs.millimetres(paper.content) == {(105, 148)}
    (code,) = pdfs.codes(paper.content)
    assert code not in codes.values()
    assert pdfs.texts(paper.content) == [paper.title]


class Waits:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.asked = Event()
        self._passed = Event()

    def __call__(self, nudged: Event, seconds: float) -> None:
        assert seconds == spooling.RETRY_SECONDS
        self.asked.set()
        self._passed.wait(10)
        self._passed.clear()

    def pass_by(self) -> None:
        self._passed.set()


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def spooler(
    run: PrintRun, printer: FakePrinter, clock: SimulatedClock, waits: Waits
) -> Iterator[Spooler]:
    spooler = Spooler(run, printer, clock, waits)
    yield spooler
    waits.pass_by()
    spooler.close()


def test_a_nudge_prints_what_was_asked_for(units, printer, ask, people, told, spooler):
    spooler.start()
    ask(people[0])
    spooler.nudge()
    told.wait()
    assert printer.titles == ["Badge 01"]


def test_what_an_earlier_run_left_behind_is_printed_at_the_start(
    clock, run, printer, ask, people, told
):
    ask(people[0])
    spooler = Spooler(run, printer, clock)
    spooler.start()
    told.wait()
    spooler.close()
    assert printer.titles == ["Badge 01"]


def test_a_printer_that_is_plugged_in_is_noticed_without_a_nudge(
    printer, ask, people, told, spooler, waits
):
    printer.plugged = False
    ask(people[0])
    spooler.nudge()
    spooler.start()
    told.wait()
    assert waits.asked.wait(10)
    printer.plugged = True
    waits.pass_by()
    told.wait()
    assert printer.titles == ["Badge 01"]


def test_an_errand_is_run_between_two_papers(printer, spooler):
    ran_by: list[str] = []
    done = Event()

    def errand(_printer: object) -> None:
        ran_by.append(threading.current_thread().name)
        done.set()

    spooler.start()
    spooler.send(errand)
    assert done.wait(10)
    assert ran_by == ["printing"]


def test_draining_waits_for_all_that_was_asked_for(printer, ask, people, spooler):
    spooler.start()
    for who in people[:3]:
        ask(who)
    spooler.nudge()
    spooler.drain()
    assert len(printer.papers) == 3


def test_closing_gives_up_a_printer_that_hangs_and_keeps_the_job(
    units, clock, run, printer, ask, people, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(spooling, "CLOSING_SECONDS", 0.05)
    printer.jams = True
    ask(people[0])
    spooler = Spooler(run, printer, clock)
    spooler.start()
    assert printer.taken.wait(10)
    spooler.close()
    assert [line.state for line in lines(units)] == [PrintState.QUEUED]
    assert not [t for t in threading.enumerate() if t.name == "printing"]


def test_closing_one_that_never_started_is_fine(run, printer, clock):
    Spooler(run, printer, clock).close()
