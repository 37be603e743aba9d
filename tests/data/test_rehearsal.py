"""A rehearsed day: everything happens that happens on a real one, and the same for each seed."""

import json
from dataclasses import asdict, replace
from datetime import time
from pathlib import Path

import pytest

from kiosk.data.eventfile import create_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.interest import Answer
from kiosk.domain.people import Presence
from kiosk.domain.programme import PhaseKind
from kiosk.planning import Carousel
from kiosk.services.ports import UnitFactory
from kiosk.services.rehearsal import Rehearsal, RehearsalReport, StepKind, opening, rehearse
from tests.helpers.days import (
    MORNING,
    PASSPHRASE,
    a_candidate,
    register,
    small_day,
)

CANDIDATES, EMPLOYERS = 20, 8


def founded(units: UnitFactory) -> UnitFactory:
    with units() as unit:
        small_day(unit, CANDIDATES, EMPLOYERS)
        announced = Presence(arrives=time(14, 30), leaves=time(15, 10))
        register(unit, a_candidate(90, "Piet", presence=announced))
        unit.commit()
    return units


def lived(units: UnitFactory, seed: int) -> RehearsalReport:
    clock = SimulatedClock(opening(units()))
    return rehearse(units, clock, Carousel(), seed=seed)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> RehearsalReport:
    file = create_event_file(tmp_path_factory.mktemp("day") / "dag.stoelendans", PASSPHRASE)
    try:
        return lived(founded(file.unit), seed=7)
    finally:
        file.close()


def test_every_promise_of_the_house_is_kept(report: RehearsalReport) -> None:
    assert set(report.checks) >= {"nobody_met_twice", "nobody_checked_in_twice", "no_one_sided_yes"}
    assert report.checks == dict.fromkeys(report.checks, True)
    assert report.sound
    assert report.journal_whole


def test_people_come_stay_away_and_come_late(report: RehearsalReport) -> None:
    assert report.attendees == CANDIDATES + 1 + EMPLOYERS
    assert report.arrivals + report.no_shows == report.attendees
    assert report.no_shows == 1
    assert report.late == 1


def test_the_desk_has_every_kind_of_scan(report: RehearsalReport) -> None:
    assert report.verdicts == {
        "welcome": report.arrivals,
        "already-here": 1,
        "other-event": 1,
        "damaged-code": 1,
    }


def test_all_rounds_are_held_with_a_few_conversations_missed(report: RehearsalReport) -> None:
    assert report.rounds == 4
    assert report.conversations_planned == 4 * EMPLOYERS
    assert 0 < report.conversations_planned - report.conversations_held <= 6
    assert report.least <= report.most


def test_both_sides_answer_and_some_of_it_is_mutual(report: RehearsalReport) -> None:
    assert report.answers > report.conversations_held
    assert report.matches <= report.mutual_yes
    assert report.mutual_yes > 0


def test_every_phase_starts_and_the_day_runs_a_little_late(report: RehearsalReport) -> None:
    assert [phase.kind for phase in report.phases][:3] == [
        PhaseKind.WELCOME,
        PhaseKind.INFO,
        PhaseKind.ROUND,
    ]
    assert len(report.phases) == 11
    assert report.phases[0].seconds_late == 0
    assert all(0 <= phase.seconds_late < 10 * 60 for phase in report.phases)


def test_the_same_seed_gives_the_same_report(report: RehearsalReport, tmp_path: Path) -> None:
    file = create_event_file(tmp_path / "nog.stoelendans", PASSPHRASE)
    try:
        assert lived(founded(file.unit), seed=7) == report
    finally:
        file.close()


def test_the_report_is_plain_json_without_a_name(report: RehearsalReport) -> None:
    text = json.dumps(asdict(report))
    assert "Kandidaat" not in text
    assert json.loads(text)["journal_whole"] is True


@pytest.mark.parametrize("seed", [1, 2])
def test_other_seeds_are_other_days_and_as_sound(units: UnitFactory, seed: int) -> None:
    assert lived(founded(units), seed).sound


def test_the_host_pauses_adds_and_takes_time(units: UnitFactory) -> None:
    lived(founded(units), seed=7)
    with units() as unit:
        entries = unit.journal.entries()
    what = [entry.what for entry in entries]
    assert (what.count("phase-paused"), what.count("phase-resumed")) == (1, 1)
    adjusted = [entry.facts["seconds"] for entry in entries if entry.what == "phase-adjusted"]
    assert adjusted == [60, -60]
    assert what[-1] == "programme-finished"


def test_a_day_can_be_rehearsed_again_on_the_same_file(units: UnitFactory) -> None:
    lived(founded(units), seed=7)
    again = lived(units, seed=8)
    assert again.checks["nobody_checked_in_twice"]
    assert again.checks["no_one_sided_yes"]
    assert again.journal_whole


def test_whoever_plays_it_gets_the_steps_in_order_of_time(units: UnitFactory) -> None:
    founded(units)
    clock = SimulatedClock(opening(units()))
    rehearsal = Rehearsal(clock, Carousel(), seed=3)
    seen = []
    for step in rehearsal.steps():
        seen.append(step)
        clock.advance_to(step.at)
        step.act(units())
    assert [step.at for step in seen] == sorted(step.at for step in seen)
    assert {step.kind for step in seen} == set(StepKind)
    assert rehearsal.report.sound


def test_the_witness_contradicts_a_day_on_which_something_was_meddled_with(
    units: UnitFactory,
) -> None:
    founded(units)
    clock = SimulatedClock(opening(units()))
    rehearsal = Rehearsal(clock, Carousel(), seed=3)
    for step in rehearsal.steps():
        clock.advance_to(step.at)
        if step.kind is StepKind.REPORT:
            with units() as unit:
                kept = unit.interests.all()[0]
                other = next(answer for answer in Answer if answer is not kept.answer)
                unit.interests.save(replace(kept, answer=other), MORNING)
                unit.commit()
        step.act(units())
    assert not rehearsal.report.sound
    assert not rehearsal.report.checks["every_answer_kept"]
