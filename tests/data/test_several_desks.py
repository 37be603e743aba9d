"""Several desks on one file: each program is one desk, and none disturbs the other."""

import multiprocessing
from collections import Counter
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.domain.clock import SystemClock
from kiosk.services.desk.check_in import DeskPost, check_in_person, scan
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.news import desk_news
from kiosk.services.desk.state import desk_state
from kiosk.services.ports import UnitOfWork
from tests.helpers.days import PASSPHRASE, small_day


@pytest.fixture
def day_file(tmp_path: Path) -> Path:
    """Five hundred people with badges."""
    path = tmp_path / "dag.stoelendans"
    file = create_event_file(
        path, PASSPHRASE, lambda unit: _fill(unit, candidates=480, employers=20)
    )
    file.close()
    return path


def _fill(unit: UnitOfWork, candidates: int, employers: int) -> None:
    with unit:
        small_day(unit, candidates, employers)
        unit.commit()


def everybody(path: Path) -> list[str]:
    """All badge codes."""
    file = open_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        codes = sorted(unit.people.codes().values())
    file.close()
    return codes


def _scan_all(
    path: Path, station: str, codes: list[str], gate: Barrier, told: "Queue[list[str]]"
) -> None:
    """A desk of its own: everyone's badge, as fast as it goes."""
    file = open_event_file(path, PASSPHRASE)
    gate.wait(30)
    desk, clock = DeskPost(station), SystemClock()
    told.put([scan(file.unit(), clock, code, desk=desk).code.value for code in codes])
    file.close()


def test_two_programs_that_scan_everybody_at_once_welcome_each_of_them_once(
    day_file: Path,
) -> None:
    codes = everybody(day_file)
    context = multiprocessing.get_context("spawn")
    gate, told = context.Barrier(2), context.Queue()
    desks = [
        context.Process(target=_scan_all, args=(day_file, name, order, gate, told))
        for name, order in (("desk 1", codes), ("desk 2", codes[::-1]))
    ]
    for desk in desks:
        desk.start()
    verdicts = [code for _desk in desks for code in told.get(timeout=60)]
    for desk in desks:
        desk.join(20)
    assert Counter(verdicts) == {"welcome": 500, "already-here": 500}
    file = open_event_file(day_file, PASSPHRASE)
    with file.unit() as unit:
        assert len(unit.people.present()) == 500
        assert {arrival.station for arrival in unit.people.check_ins().values()} == {
            "desk 1",
            "desk 2",
        }
        assert unit.journal.first_broken() is None
    file.close()


def test_a_copy_made_while_another_desk_scans_is_whole(day_file: Path) -> None:
    codes = everybody(day_file)
    first = open_event_file(day_file, PASSPHRASE)
    second = open_event_file(day_file, PASSPHRASE)
    scan(second.unit(), SystemClock(), codes[0], desk=DeskPost("desk 2"))
    copy = day_file.with_name("kopie.stoelendans")
    first.copy_to(copy)
    first.close()
    second.close()
    kept = open_event_file(copy, PASSPHRASE)
    with kept.unit() as unit:
        assert len(unit.people.present()) == 1
    assert kept.faults() == []
    kept.close()


def test_a_desk_hears_what_another_desk_did(day_file: Path) -> None:
    codes, clock = everybody(day_file), SystemClock()
    ours, theirs = (open_event_file(day_file, PASSPHRASE) for _desk in range(2))
    state = desk_state(ours.unit(), clock)
    assert desk_news(ours.unit(), clock, state.sequence) is None

    came = [scan(theirs.unit(), clock, code, desk=DeskPost("desk 2")) for code in codes[:3]]
    ids = [verdict.attendee_id for verdict in came]
    check_out(theirs.unit(), clock, ids[1], station="desk 2")
    news = desk_news(ours.unit(), clock, state.sequence)
    assert news is not None
    assert news.came == {ids[0], ids[2]}
    assert news.went == {ids[1]}
    assert not news.changed
    assert desk_news(ours.unit(), clock, news.state.sequence) is None

    edit = PersonEdit("Zoé", ("fr",), "", {})
    edit_person(theirs.unit(), clock, ids[0], edit, desk=DeskPost("desk 2"))
    later = desk_news(ours.unit(), clock, news.state.sequence)
    assert later is not None
    assert [(line.attendee_id, line.public_name) for line in later.changed] == [(ids[0], "Zoé")]
    ours.close()
    theirs.close()


def test_a_desk_that_reads_for_long_holds_up_no_scan(day_file: Path) -> None:
    codes, clock = everybody(day_file), SystemClock()
    ours, theirs = (open_event_file(day_file, PASSPHRASE) for _desk in range(2))
    with ours.unit().reading() as unit:
        before = unit.people.present()
        verdict = scan(theirs.unit(), clock, codes[0], desk=DeskPost("desk 2"))
        assert unit.people.present() == before, "one reading sees one state"
    again = check_in_person(ours.unit(), clock, verdict.attendee_id, desk=DeskPost("desk 1"))
    assert again.check_in == verdict.check_in
    assert again.check_in.station == "desk 2"
    ours.close()
    theirs.close()
