"""Stories between conversations: what a view shows in turn with its own picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.domain.programme import Phase, PhaseKind
from kiosk.services.room.values import RoomSnapshot, RoomState, RoomView
from kiosk.services.stories.library import Library, questions_in, shown_stories
from kiosk.services.stories.turns import Group, Turn, group_at, story_turns, turn_at

TOLD_IN = frozenset({PhaseKind.WELCOME, PhaseKind.INFO, PhaseKind.BREAK})
_PICTURES = frozenset({RoomState.PROGRAMME, RoomState.BREAK})
NEVER = 60.0


@dataclass(frozen=True, slots=True)
class RoomStories:
    """The turns of an event's languages, and its questions.

    Stories are told while a phase counts down. When it is paused or over its time, the phase's
    own picture stays: then the room waits, and wants to know what for.
    """

    languages: tuple[str, ...]
    groups: tuple[Group, ...]
    questions: tuple[str, ...]

    @classmethod
    def of(cls, library: Library, languages: tuple[str, ...]) -> "RoomStories":
        """What a library has for an event."""
        first = languages[0] if languages else "en"
        groups = story_turns(shown_stories(library, languages))
        return cls(languages, groups, questions_in(library, first))

    def told(self, view: RoomView, snapshot: RoomSnapshot, seconds: float) -> RoomView:
        """The view with its story or question; ``seconds`` is the length of the running phase."""
        scene = view.scene
        if scene.state is RoomState.ROUND and self.questions:
            question = self.questions[((scene.round_number or 1) - 1) % len(self.questions)]
            return replace(view, scene=replace(scene, question=question))
        page = self._turn(view, snapshot, seconds)[0].page
        if page is None:
            return view
        language = page.story.language
        return replace(view, scene=replace(scene, story=page, language=language, programme=()))

    def seconds_left(self, view: RoomView, snapshot: RoomSnapshot, seconds: float) -> float:
        """How long until the next turn."""
        return self._turn(view, snapshot, seconds)[1]

    def _turn(self, view: RoomView, snapshot: RoomSnapshot, seconds: float) -> tuple[Turn, float]:
        scene, remaining = view.scene, view.remaining
        tells = self.groups and scene.kind in TOLD_IN and scene.state in _PICTURES
        if not tells or scene.is_paused or scene.is_over or remaining is None:
            return Turn(None, NEVER), NEVER
        first = group_at(self.groups, _told_before(snapshot))
        return turn_at(self.groups, seconds - remaining, first)


def _told_before(snapshot: RoomSnapshot) -> float:
    """Planned seconds of the earlier phases with stories: each phase goes on where one ended."""
    position = snapshot.run.position if snapshot.run else 0
    return sum(phase.seconds for phase in _telling(snapshot.phases[:position]))


def _telling(phases: Sequence[Phase]) -> list[Phase]:
    return [phase for phase in phases if phase.kind in TOLD_IN]
