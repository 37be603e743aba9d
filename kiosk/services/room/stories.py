"""Stories between conversations: what a view shows in turn with its own picture."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from kiosk.domain.event import FALLBACK_LANGUAGE
from kiosk.domain.programme import Phase, PhaseKind, phase_after, taking_place
from kiosk.domain.stories import Story, StoryConsents, StoryKind, StoryPage
from kiosk.services.room.values import RoomScene, RoomSnapshot, RoomState, RoomView
from kiosk.services.stories.library import Library, questions_in, shown_stories
from kiosk.services.stories.turns import Group, Turn, group_at, story_turns, turn_at

TOLD_IN = frozenset({PhaseKind.WELCOME, PhaseKind.INFO, PhaseKind.BREAK})
DOORS_OPEN = 90 * 60.0
"""Seconds before the first phase from which on stories are told to whoever comes in."""
NEVER = 60.0
EXAMPLE_TITLE = "Careerdating"
_PICTURES = frozenset({RoomState.PROGRAMME, RoomState.BREAK})
_OWN_PICTURE = Turn(None, NEVER)


class RoomStories:
    """The turns of an event's languages, and its questions.

    Stories are told before the first phase, and while a phase counts down. When it is paused or
    over its time, the phase's own picture stays: then the room waits, and wants to know what for.
    A consent that was given or taken back holds from the next snapshot on.
    """

    def __init__(self, library: Library, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._library = library
        self._consents: StoryConsents | None = None
        self._questions: tuple[str, ...] = ()
        self._told: tuple[Group, ...] = ()

    def told(
        self, view: RoomView, snapshot: RoomSnapshot, seconds: float | None, now: datetime
    ) -> RoomView:
        """The view with its story or question.

        ``seconds`` is the length of the running phase, None before the first one. A phase's own
        question goes before those of the house.
        """
        self._mind(snapshot.consents)
        scene = view.scene
        if scene.state is RoomState.ROUND and self._questions and not scene.question:
            question = self._questions[((scene.round_number or 1) - 1) % len(self._questions)]
            return replace(view, scene=replace(scene, question=question))
        page = self._turn(view, snapshot, seconds, now).page
        if page is None:
            return view
        language = page.story.language
        return replace(view, scene=replace(scene, story=page, language=language, programme=()))

    def seconds_left(
        self, view: RoomView, snapshot: RoomSnapshot, seconds: float | None, now: datetime
    ) -> float:
        """How long until the next turn."""
        return self._turn(view, snapshot, seconds, now).seconds

    def _turn(
        self, view: RoomView, snapshot: RoomSnapshot, seconds: float | None, now: datetime
    ) -> Turn:
        """The turn of this moment, with the seconds that are left of it."""
        elapsed = _elapsed(view, snapshot, seconds, now)
        self._mind(snapshot.consents)
        groups = self._told
        if elapsed is None or not groups:
            return _OWN_PICTURE
        before = _told_before(snapshot) if snapshot.run else 0.0
        turn, left = turn_at(groups, elapsed, group_at(groups, before))
        return replace(turn, seconds=left)

    def _mind(self, consents: StoryConsents) -> None:
        """Tell from now on only what these allow."""
        if consents != self._consents:
            self._consents = consents
            self._questions = self._house_questions(consents)
            self._told = story_turns(shown_stories(self._library, self.languages, consents))

    def _house_questions(self, consents: StoryConsents) -> tuple[str, ...]:
        """Those of the event's first language; where it has none, the English ones."""
        first = next(iter(self.languages), FALLBACK_LANGUAGE)
        own = questions_in(self._library, first, consents)
        return own or questions_in(self._library, FALLBACK_LANGUAGE, consents)


def example_view(page: StoryPage) -> RoomView:
    """A moment of a day with this text, as an example of how it will look.

    A question stands beside a round's countdown, anything else before the first round.
    """
    if page.story.kind is StoryKind.QUESTION:
        return RoomView(_round_with(page.story), remaining=420.0, share=0.125)
    return RoomView(_scene_with(page))


def _round_with(story: Story) -> RoomScene:
    return RoomScene(
        RoomState.ROUND,
        story.language,
        EXAMPLE_TITLE,
        "",
        time(14, 1),
        kind=PhaseKind.ROUND,
        round_number=1,
        rounds=8,
        next_at=time(14, 8),
        minutes=7,
        next_kind=PhaseKind.CHANGEOVER,
        question=story.title,
    )


def _scene_with(page: StoryPage) -> RoomScene:
    return RoomScene(
        RoomState.PROGRAMME,
        page.story.language,
        EXAMPLE_TITLE,
        "",
        time(13, 40),
        kind=PhaseKind.INFO,
        next_at=time(14, 0),
        minutes=20,
        next_kind=PhaseKind.ROUND,
        story=page,
    )


def _elapsed(
    view: RoomView, snapshot: RoomSnapshot, seconds: float | None, now: datetime
) -> float | None:
    """Seconds for which stories have been told by now; None where none are."""
    scene = view.scene
    tells = scene.kind in TOLD_IN and scene.state in _PICTURES
    if not tells or scene.is_paused or scene.is_over:
        return None
    if seconds is not None and view.remaining is not None:
        return seconds - view.remaining
    first = phase_after(snapshot.phases, -1)
    if first is None or snapshot.run is not None:
        return None
    left = (snapshot.event.moment(first.starts) - now).total_seconds()
    return DOORS_OPEN - left if 0 < left <= DOORS_OPEN else None


def _told_before(snapshot: RoomSnapshot) -> float:
    """Planned seconds with stories until now: each phase goes on where the one before ended."""
    position = snapshot.run.position if snapshot.run else 0
    return DOORS_OPEN + sum(phase.seconds for phase in _telling(snapshot.phases[:position]))


def _telling(phases: Sequence[Phase]) -> list[Phase]:
    return [phase for phase in taking_place(phases) if phase.kind in TOLD_IN]
