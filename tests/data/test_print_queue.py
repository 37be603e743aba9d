"""The desk's print queue, on a real encrypted file."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal
from kiosk.domain.event import PublicNames
from kiosk.domain.print_jobs import Paper, PrintJob, PrintState, PrintTrouble
from kiosk.services.desk import print_queue as queue
from kiosk.services.ports import UnitFactory
from tests.helpers.days import PASSPHRASE, a_candidate, an_event, found, register, small_day

DESK = "desk 1"


@pytest.fixture
def people(units: UnitFactory) -> list[UUID]:
    with units() as unit:
        codes = small_day(unit)
        unit.commit()
    return list(codes)


def asked(
    units: UnitFactory, clock: SimulatedClock, who: UUID, paper: Paper = Paper.BADGE
) -> PrintJob:
    clock.advance(1)
    return queue.ask_for(units(), clock, paper, who, station=DESK)


def states(units: UnitFactory) -> list[PrintState]:
    return [line.state for line in queue.print_queue(units(), station=DESK).lines]


def journal(units: UnitFactory) -> list[tuple[str, dict[str, object]]]:
    with units() as unit:
        return [(e.what, dict(e.facts)) for e in unit.journal.entries() if "print" in e.what]


def test_the_oldest_job_is_next(units: UnitFactory, clock: SimulatedClock, people: list[UUID]):
    first, second = asked(units, clock, people[0]), asked(units, clock, people[1])
    assert queue.next_job(units(), station=DESK) == first
    queue.sent(units(), clock, first.id)
    assert queue.next_job(units(), station=DESK) == second
    assert queue.next_job(units(), station="desk 2") is None


def test_a_key_held_down_prints_one_badge(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    jobs = {asked(units, clock, people[0]).id for _press in range(5)}
    assert len(jobs) == 1
    assert asked(units, clock, people[0], Paper.ROUTE_CARD).id not in jobs


def test_a_badge_asked_for_after_it_was_sent_counts_as_printed_again(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    first = asked(units, clock, people[0])
    queue.sent(units(), clock, first.id)
    second = asked(units, clock, people[0])
    assert second.again_of == first.id
    assert states(units) == [PrintState.QUEUED, PrintState.REPRINTED]


def test_print_again_pressed_twice_prints_once_more(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    job = asked(units, clock, people[0])
    assert queue.print_again(units(), clock, job.id) == job
    queue.failed(units(), clock, job.id, PrintTrouble.PRINTER_REFUSED)
    clock.advance(1)
    again = queue.print_again(units(), clock, job.id)
    assert queue.print_again(units(), clock, job.id) == again
    assert states(units) == [PrintState.QUEUED, PrintState.REPRINTED]
    newest, old = queue.print_queue(units(), station=DESK).lines
    assert (newest.is_again, old.is_again) == (True, False)


def test_what_was_cancelled_is_not_printed_and_what_was_sent_stays_sent(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    first, second = asked(units, clock, people[0]), asked(units, clock, people[1])
    queue.cancel(units(), clock, first.id)
    queue.cancel(units(), clock, first.id)
    assert queue.next_job(units(), station=DESK) == second
    queue.sent(units(), clock, second.id)
    assert queue.cancel(units(), clock, second.id).state is PrintState.SENT


def test_a_paper_cancelled_while_the_printer_had_it_was_sent(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    job = asked(units, clock, people[0])
    queue.cancel(units(), clock, job.id)
    assert queue.sent(units(), clock, job.id).state is PrintState.SENT


def test_a_failure_is_recorded_once_and_told_with_its_reason(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    job = asked(units, clock, people[0])
    for _time in range(2):
        queue.failed(units(), clock, job.id, PrintTrouble.PAPER_NOT_MADE)
    shown = queue.print_queue(units(), station=DESK)
    assert shown.standing == queue.PrintStanding(waiting=0, failed=1)
    assert shown.lines[0].trouble is PrintTrouble.PAPER_NOT_MADE
    failures = [facts for what, facts in journal(units) if what == queue.PRINT_FAILED]
    assert failures == [{"paper": "badges", "trouble": "paper-not-made"}]


def test_without_a_printer_the_queue_is_kept_and_says_why(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    for who in people[:3]:
        asked(units, clock, who)
    marked = [
        queue.waits(units(), clock, PrintTrouble.NO_PRINTER, station=DESK) for _look in range(3)
    ]
    assert marked == [3, 0, 0]
    standing = queue.print_standing(units(), station=DESK)
    assert standing == queue.PrintStanding(waiting=3, no_printer=True)
    assert queue.print_queue(units(), station=DESK).standing == standing
    assert set(states(units)) == {PrintState.QUEUED}


def test_a_line_tells_what_a_badge_tells(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    asked(units, clock, people[0])
    (line,) = queue.print_queue(units(), station=DESK).lines
    assert (line.name, line.badge_number, line.paper) == ("Kandidaat1", 1, Paper.BADGE)


def test_where_badges_show_no_names_the_queue_shows_none(units: UnitFactory, clock: SimulatedClock):
    person = a_candidate(17)
    with units() as unit:
        found(unit, an_event(PublicNames.BADGE_NUMBER))
        register(unit, person)
        unit.commit()
    asked(units, clock, person.id)
    assert queue.print_queue(units(), station=DESK).lines[0].name == ""


def test_the_journal_tells_the_story_without_names(
    units: UnitFactory, clock: SimulatedClock, people: list[UUID]
):
    first, second = asked(units, clock, people[0]), asked(units, clock, people[1])
    queue.sent(units(), clock, first.id)
    queue.print_again(units(), clock, first.id)
    queue.cancel(units(), clock, second.id)
    assert [what for what, _facts in journal(units)] == [
        queue.PRINT_ASKED,
        queue.PRINT_ASKED,
        queue.PRINT_SENT,
        queue.PRINT_ASKED,
        queue.PRINT_CANCELLED,
    ]
    assert "Kandidaat" not in str(journal(units))


def test_nothing_is_asked_for_somebody_unknown(units: UnitFactory, clock: SimulatedClock):
    with pytest.raises(Refusal):
        asked(units, clock, UUID(int=7))


# Takes the oldest job as the printing thread does, says so, and is killed with it in hand.
TAKER = """
import sys
from pathlib import Path
from kiosk.data.eventfile import open_event_file
from kiosk.services.desk.print_queue import next_job
from tests.helpers.days import PASSPHRASE
file = open_event_file(Path(sys.argv[1]), PASSPHRASE)
print(next_job(file.unit(), station="desk 1").id, flush=True)
sys.stdin.read()
"""


def test_a_job_in_hand_at_kill_9_is_still_queued(tmp_path: Path, clock: SimulatedClock):
    path = tmp_path / "dag.stoelendans"
    file: EventFile = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        people = list(small_day(unit))
        unit.commit()
    jobs = [asked(file.unit, clock, who) for who in people[:2]]
    file.close()
    taker = subprocess.Popen(
        [sys.executable, "-c", TAKER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert taker.stdout is not None
    assert taker.stdout.readline().strip() == str(jobs[0].id)
    taker.send_signal(signal.SIGKILL)
    taker.communicate()
    again = open_event_file(path, PASSPHRASE)
    assert queue.next_job(again.unit(), station=DESK) == jobs[0]
    assert states(again.unit) == [PrintState.QUEUED, PrintState.QUEUED]
    again.close()
