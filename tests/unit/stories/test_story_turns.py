"""Programme and stories in turn: the clock alone says which picture it is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.countdown import Countdown, RunState, begin, changed
from kiosk.domain.pacing import reading_seconds
from kiosk.domain.programme import PhaseKind, lay_out
from kiosk.domain.stories import StoryConsents, StoryKind
from kiosk.services.room import RoomSnapshot, RoomState, RoomTotals, RoomView, room_view
from kiosk.services.room.stories import DOORS_OPEN, RoomStories
from kiosk.services.stories import (
    Library,
    group_at,
    questions_in,
    shipped_library,
    shown_stories,
    story_turns,
    turn_at,
)
from tests.helpers.days import LINES, an_event

PHASES = lay_out(LINES)
GROUPS = story_turns(shown_stories(shipped_library(), ("nl", "en")))


def position_of(kind: PhaseKind) -> int:
    return next(phase.position for phase in PHASES if phase.kind is kind)


def told(countdown: Countdown, clock: SimulatedClock) -> RoomView:
    event = replace(an_event(), languages=("nl", "en"))
    totals = RoomTotals(0, 0, 0, None)
    snapshot = RoomSnapshot(event, PHASES, countdown.run, False, ((),) * 8, totals)
    stories = RoomStories(shipped_library(), event.languages)
    view = room_view(snapshot, countdown, clock)
    return stories.told(view, snapshot, countdown.run.seconds, clock.now())


def begun(kind: PhaseKind, gone: float) -> tuple[Countdown, SimulatedClock]:
    position = position_of(kind)
    clock = SimulatedClock(an_event().moment(PHASES[position].starts))
    countdown = begin(position, PHASES[position].seconds, clock)
    clock.advance(gone)
    return countdown, clock


@pytest.mark.parametrize(("length", "seconds"), [(10, 12.0), (144, 12.0), (240, 20.0)])
def test_a_text_stays_as_long_as_reading_it_takes_and_never_less_than_twelve_seconds(
    length: int, seconds: float
) -> None:
    assert reading_seconds("x" * length) == seconds


def test_the_programme_comes_before_each_story_and_the_languages_take_turns() -> None:
    for group in GROUPS:
        own, *pages = group
        assert own.page is None
        assert [turn.page.story.language for turn in pages if turn.page] == ["nl", "en"]


def test_every_story_has_its_turn_and_after_the_last_they_begin_again() -> None:
    total = sum(turn.seconds for group in GROUPS for turn in group)
    shown = {turn_at(GROUPS, second)[0].page for second in range(int(total))}
    assert shown == {turn.page for group in GROUPS for turn in group}
    assert turn_at(GROUPS, total + 20)[0] == turn_at(GROUPS, 20)[0]


def test_the_seconds_left_lead_to_exactly_the_next_turn() -> None:
    turn, left = turn_at(GROUPS, 15)
    assert turn_at(GROUPS, 15 + left - 0.01)[0] == turn
    assert turn_at(GROUPS, 15 + left + 0.01)[0] != turn


def test_a_later_phase_goes_on_with_the_next_story() -> None:
    length = sum(turn.seconds for turn in GROUPS[0])
    assert group_at(GROUPS, 0) == 0
    assert group_at(GROUPS, length + 1) == 1
    assert turn_at(GROUPS, 13, first=1)[0].page == GROUPS[1][1].page


def before_the_day(minutes: float, **changes: object) -> RoomView:
    """So many minutes before the first phase, with the doors open."""
    clock = SimulatedClock(an_event().moment(PHASES[0].starts) - timedelta(minutes=minutes))
    totals = RoomTotals(0, 0, 0, None)
    event = replace(an_event(), languages=("nl", "en"))
    snapshot = replace(RoomSnapshot(event, PHASES, None, False, ((),) * 8, totals), **changes)
    view = room_view(snapshot, None, clock)
    return RoomStories(shipped_library(), event.languages).told(view, snapshot, None, clock.now())


def test_stories_and_programme_take_turns_while_the_doors_are_open() -> None:
    scenes = [before_the_day(90 - gone / 60).scene for gone in range(0, 30 * 60, 6)]
    ids = {scene.story.story.id for scene in scenes if scene.story}
    assert any(scene.programme and not scene.story for scene in scenes)
    assert len(ids) == len(GROUPS)
    assert all(scene.next_at == PHASES[0].starts for scene in scenes)


def test_long_before_the_day_and_when_it_is_late_the_programme_is_shown() -> None:
    for minutes in (91, 240, 24 * 60, 0, -3):
        scene = before_the_day(minutes).scene
        assert scene.story is None
        assert scene.programme


def test_the_first_phase_goes_on_with_the_story_that_comes_next() -> None:
    length = sum(turn.seconds for group in GROUPS for turn in group)
    number = group_at(GROUPS, DOORS_OPEN % length)
    view = told(*begun(PhaseKind.WELCOME, 14.0))
    assert view.scene.story == GROUPS[number][1].page


@pytest.mark.parametrize("kind", [PhaseKind.WELCOME, PhaseKind.BREAK])
def test_a_story_keeps_the_picture_its_countdown_and_when_it_goes_on(kind: PhaseKind) -> None:
    before = told(*begun(kind, 5.0))
    view = told(*begun(kind, 14.0))
    assert before.scene.story is None
    assert view.scene.story is not None
    assert view.scene.state is before.scene.state
    assert view.scene.next_at == before.scene.next_at
    assert view.remaining == pytest.approx((before.remaining or 0) - 9)


def test_a_program_that_was_restarted_shows_the_same_story() -> None:
    countdown, clock = begun(PhaseKind.BREAK, 100.0)
    again = Countdown.resume(countdown.run, clock)
    assert told(again, clock).scene == told(countdown, clock).scene


def test_a_minute_more_for_the_phase_does_not_turn_the_page() -> None:
    countdown, clock = begun(PhaseKind.BREAK, 40.0)
    longer = changed(countdown, clock, add=60)
    assert told(longer, clock).scene.story == told(countdown, clock).scene.story


def test_paused_or_over_its_time_the_phase_shows_its_own_picture() -> None:
    countdown, clock = begun(PhaseKind.BREAK, 14.0)
    assert told(changed(countdown, clock, state=RunState.PAUSED), clock).scene.story is None
    clock.advance(countdown.run.seconds)
    assert told(countdown, clock).scene.story is None


def test_before_a_round_the_board_is_shown_and_no_story() -> None:
    kind = PhaseKind.INFO if any(p.kind is PhaseKind.INFO for p in PHASES) else PhaseKind.BREAK
    seconds = PHASES[position_of(kind)].seconds
    for gone in range(int(seconds) - 60, int(seconds)):
        scene = told(*begun(kind, gone)).scene
        assert scene.state is not RoomState.BOARD or scene.story is None


def test_each_round_has_another_question_in_the_first_language_of_the_event() -> None:
    rounds = [phase for phase in PHASES if phase.kind is PhaseKind.ROUND][:2]
    asked = []
    for phase in rounds:
        clock = SimulatedClock(an_event().moment(phase.starts))
        asked.append(told(begin(phase.position, phase.seconds, clock), clock).scene.question)
    assert asked[0] == "Waar word jij blij van op het werk?"
    assert asked[1] not in ("", asked[0])


def test_where_the_first_language_has_no_question_the_rounds_have_the_english_ones() -> None:
    position = position_of(PhaseKind.ROUND)
    clock = SimulatedClock(an_event().moment(PHASES[position].starts))
    countdown = begin(position, PHASES[position].seconds, clock)
    totals = RoomTotals(0, 0, 0, None)
    snapshot = RoomSnapshot(an_event(), PHASES, countdown.run, False, ((),) * 8, totals)
    view = room_view(snapshot, countdown, clock)
    stories = RoomStories(shipped_library(), ("fr", "nl"))
    scene = stories.told(view, snapshot, countdown.run.seconds, clock.now()).scene
    assert scene.question == "What do you enjoy about work?"


def test_a_question_of_a_round_goes_before_those_of_the_house() -> None:
    position = position_of(PhaseKind.ROUND)
    clock = SimulatedClock(an_event().moment(PHASES[position].starts))
    own = replace(PHASES[position], prompt="Wat leerde je van je buren?")
    phases = (*PHASES[:position], own, *PHASES[position + 1 :])
    countdown = begin(position, own.seconds, clock)
    totals = RoomTotals(0, 0, 0, None)
    snapshot = RoomSnapshot(an_event(), phases, countdown.run, False, ((),) * 8, totals)
    view = room_view(snapshot, countdown, clock)
    stories = RoomStories(shipped_library(), ("nl",))
    scene = stories.told(view, snapshot, own.seconds, clock.now()).scene
    assert scene.question == "Wat leerde je van je buren?"


def test_a_consent_holds_from_the_next_snapshot_and_ends_with_it() -> None:
    own = replace(
        next(s for s in shipped_library().stories if s.kind is StoryKind.INFORMATION),
        id="own", kind=StoryKind.TESTIMONIAL, language="nl",
    )  # fmt: skip
    library = Library((own,))
    stories = RoomStories(library, ("nl",))
    countdown, clock = begun(PhaseKind.BREAK, 14.0)
    totals = RoomTotals(0, 0, 0, None)
    closed = RoomSnapshot(an_event(), PHASES, countdown.run, False, ((),) * 8, totals)
    allowed = replace(closed, consents=StoryConsents(frozenset({library.fingerprint("own")})))
    view, now = room_view(closed, countdown, clock), clock.now()
    shown = [
        stories.told(view, snapshot, countdown.run.seconds, now).scene.story
        for snapshot in (closed, allowed, closed)
    ]
    assert [page is not None for page in shown] == [False, True, False]


def test_a_story_that_was_taken_back_comes_back_under_no_other_name() -> None:
    information = next(s for s in shipped_library().stories if s.kind is StoryKind.INFORMATION)
    question = next(s for s in shipped_library().stories if s.kind is StoryKind.QUESTION)
    library = Library((information, question))
    taken_back = StoryConsents(own=frozenset({information.id, question.id}))
    language = (information.language,)
    assert shown_stories(library, language, taken_back) == ()
    assert questions_in(library, question.language, taken_back) == ()
    assert len(shown_stories(library, language)) == 1
    assert questions_in(library, question.language) == (question.title,)
