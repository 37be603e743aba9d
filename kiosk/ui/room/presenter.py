"""The room display's logic: keep the snapshot and the countdown, say what is to be seen now."""

from dataclasses import dataclass, replace

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, shown_seconds
from kiosk.services.room import (
    RoomScene,
    RoomSnapshot,
    RoomState,
    RoomView,
    following_moment,
    room_view,
    until_we_go_on,
)
from kiosk.services.room.stories import NEVER, RoomStories
from kiosk.services.stories import Library
from kiosk.ui.room.paging import Pager


class RoomPresenter:
    """What the room sees, from a snapshot that is renewed at each change.

    The countdown is tied to the monotonic clock once for each stored run. A snapshot that was
    read again for another reason (somebody checked in) keeps it, so that setting the laptop's
    clock in mid-round moves nothing. Stories take time to read: they are handed over with ``tell``.
    Several windows may show one presenter, and turn the same ``pager``.
    """

    def __init__(self, clock: Clock, library: Library | None = None) -> None:
        self._clock = clock
        self._library = library or Library()
        self._stories: RoomStories | None = None
        self._snapshot: RoomSnapshot | None = None
        self._countdown: Countdown | None = None
        self._held = False
        self.pager = Pager()

    def take(self, snapshot: RoomSnapshot, countdown: Countdown | None = None) -> None:
        """Show this from now on; ``countdown`` is the host's own, where it is at hand."""
        run = snapshot.run
        self._snapshot = snapshot
        self._take_stories(snapshot)
        if run is None:
            self._countdown = None
        elif countdown is not None and run.is_same(countdown.run):
            self._countdown = countdown
        elif self._countdown is None or not run.is_same(self._countdown.run):
            self._countdown = Countdown.resume(run, self._clock)

    def tell(self, library: Library) -> None:
        """Tell these stories from now on: they were read, or an organiser has edited them."""
        self._library, self._stories = library, None
        if self._snapshot is not None:
            self._take_stories(self._snapshot)

    def hold(self) -> None:
        """Tell the room that we will be right back, until the host decided how to go on."""
        self._held = True

    def release(self) -> None:
        """Go on."""
        self._held = False

    def view(self) -> RoomView | None:
        """What is to be seen at this moment; None before anything was read."""
        if self._snapshot is None:
            return None
        view = room_view(self._snapshot, None if self._held else self._countdown, self._clock)
        return view if self._held else self._told(view, self._snapshot, self._countdown)

    def following(self) -> RoomView | None:
        """What is to be seen once the host goes on to the next phase."""
        if self._snapshot is None:
            return None
        shown, countdown = following_moment(self._snapshot, self._countdown, self._clock)
        return self._told(room_view(shown, countdown, self._clock), shown, countdown)

    def seconds_to_change(self, view: RoomView, pixels_per_second: float) -> float:
        """How long the picture stays as it is: until a second, a minute or a pixel has passed."""
        now = self._clock.now()
        minute = min(60 - (now.second + now.microsecond / 1e6), self._seconds_to_turn(view))
        counts = view.remaining is not None and not view.scene.is_paused
        if not counts or view.remaining is None:
            return minute
        second = view.remaining - (shown_seconds(view.remaining) - 1)
        pixel = 1 / pixels_per_second if pixels_per_second else minute
        return min(minute, second, pixel)

    def _take_stories(self, snapshot: RoomSnapshot) -> None:
        languages = snapshot.event.languages
        if self._stories is None or self._stories.languages != languages:
            self._stories = RoomStories(self._library, languages)

    def _seconds_to_turn(self, view: RoomView) -> float:
        if self._stories is None or self._snapshot is None:
            return NEVER
        seconds = self._seconds_of(self._snapshot, self._countdown)
        return self._stories.seconds_left(view, self._snapshot, seconds, self._clock.now())

    def _told(
        self, view: RoomView, snapshot: RoomSnapshot, countdown: Countdown | None
    ) -> RoomView:
        """The view with its story or question."""
        if self._stories is None:
            return view
        seconds = self._seconds_of(snapshot, countdown)
        return self._stories.told(view, snapshot, seconds, self._clock.now())

    def _seconds_of(self, snapshot: RoomSnapshot, countdown: Countdown | None) -> float | None:
        """The length of what counts down, None before the first phase."""
        if countdown is None:
            return None
        counted = until_we_go_on(snapshot.event, snapshot.phases, countdown, self._clock)
        return counted.run.seconds


@dataclass(frozen=True, slots=True)
class Slide:
    """What counts as one picture: another one comes with a fade."""

    state: RoomState
    round_number: int | None
    page: int
    story: tuple[str, str, int] | None = None
    message: str = ""
    two_minutes: bool = False


def slide_of(scene: RoomScene, page: int) -> Slide:
    """The picture that a scene and page belong to; a round's last minute is the same picture."""
    same = {RoomState.LAST_MINUTE: RoomState.ROUND, RoomState.TIME_UP: RoomState.ROUND}
    told = scene.story
    story = (told.story.id, told.story.language, told.page) if told else None
    state = same.get(scene.state, scene.state)
    return Slide(state, scene.round_number, page, story, scene.message, scene.two_minutes)


def stilled(view: RoomView) -> RoomView:
    """The view without motion: the ring moves with the second, and never swells."""
    left = view.remaining
    if left is None or left <= 0 or view.share >= 1:
        return replace(view, pulse=0.0)
    return replace(view, pulse=0.0, share=1 - shown_seconds(left) * (1 - view.share) / left)
