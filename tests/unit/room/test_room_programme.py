"""The lines of the day on the room's screen: what takes place, and when."""

from dataclasses import replace
from datetime import time

from kiosk.domain.programme import Phase, PhaseKind
from kiosk.services.room import RoomSnapshot
from tests.helpers.rooms import a_snapshot, view_at

INFO, BREAK = 1, 5


def with_phase(shown: RoomSnapshot, position: int, **fields: object) -> RoomSnapshot:
    phases = list(shown.phases)
    phases[position] = replace(phases[position], **fields)  # type: ignore[arg-type]
    return replace(shown, phases=tuple(phases))


def test_a_day_on_time_shows_the_planned_times() -> None:
    scene = view_at(a_snapshot(), INFO, 900, late=240).scene
    assert not scene.is_late
    assert [row.starts for row in scene.programme[2:4]] == [time(14, 20), time(14, 35)]


def test_a_day_five_minutes_behind_shows_when_things_are_expected() -> None:
    scene = view_at(a_snapshot(), INFO, 900, late=720).scene
    assert scene.is_late
    assert [row.starts for row in scene.programme[2:4]] == [time(14, 32), time(14, 47)]


def test_an_edit_of_today_shows_when_things_are_expected() -> None:
    skipped = view_at(with_phase(a_snapshot(), INFO, skipped=True), 0, 900).scene
    assert skipped.is_late
    assert [row.starts for row in skipped.programme[1:3]] == [time(14, 0), time(14, 15)]
    longer = view_at(with_phase(a_snapshot(), INFO, seconds=3000), 0, 900).scene
    assert [row.starts for row in longer.programme[1:3]] == [time(14, 0), time(14, 50)]


def test_what_is_over_and_what_runs_keep_their_planned_times() -> None:
    scene = view_at(a_snapshot(), INFO, 900, late=720).scene
    assert [row.starts for row in scene.programme[:2]] == [time(13, 30), time(14, 0)]


def test_expected_times_do_not_flicker_from_second_to_second() -> None:
    lines = {
        view_at(a_snapshot(), INFO, left, late=720).scene.programme for left in range(900, 840, -1)
    }
    assert len(lines) == 1


def test_a_skipped_phase_is_no_line_of_the_day() -> None:
    shown = with_phase(a_snapshot(), BREAK, skipped=True)
    kinds = [row.kind for row in view_at(shown, INFO, 900).scene.programme]
    assert PhaseKind.BREAK not in kinds


def test_rounds_around_a_skipped_break_are_one_line() -> None:
    shown = with_phase(a_snapshot(), BREAK, skipped=True)
    rounds = [row.rounds for row in view_at(shown, INFO, 900).scene.programme if row.rounds]
    assert rounds == [(1, 4)]


def test_a_break_that_was_put_in_is_a_line_of_the_day() -> None:
    shown = a_snapshot()
    extra = Phase(BREAK, PhaseKind.BREAK, "Frisse lucht", time(14, 35), 300, planned_seconds=0)
    later = [replace(phase, position=phase.position + 1) for phase in shown.phases[BREAK:]]
    phases = (*shown.phases[:BREAK], extra, *later)
    titles = [
        row.title for row in view_at(replace(shown, phases=phases), INFO, 900).scene.programme
    ]
    assert "Frisse lucht" in titles


def test_the_question_of_a_round_is_the_one_that_the_organisers_chose() -> None:
    shown = with_phase(a_snapshot(), 2, prompt="Waar kom je je bed voor uit?")
    assert view_at(shown, 2, 298).scene.question == "Waar kom je je bed voor uit?"
