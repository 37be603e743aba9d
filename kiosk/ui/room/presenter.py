"""The room display's logic: keep the snapshot and the countdown, say what is to be seen now."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, shown_seconds
from kiosk.services.room import RoomScene, RoomSnapshot, RoomState, RoomView, room_view
from kiosk.services.room.stories import RoomStories
from kiosk.services.stories import Library, shipped_library

PAGE_SECONDS = 8.0


class RoomPresenter:
    """What the room sees, from a snapshot that is renewed at each change.

    The countdown is tied to the monotonic clock once for each stored run. A snapshot that was
    read again for another reason (somebody checked in) keeps it, so that setting the laptop's
    clock in mid-round moves nothing. ``library`` gives the stories, when the first are needed.
    """

    def __init__(self, clock: Clock, library: Callable[[], Library] = shipped_library) -> None:
        self._clock = clock
        self._library = library
        self._stories: RoomStories | None = None
        self._snapshot: RoomSnapshot | None = None
        self._countdown: Countdown | None = None
        self._held = False

    @property
    def has_picture(self) -> bool:
        """Whether anything has been read yet."""
        return self._snapshot is not None

    def take(self, snapshot: RoomSnapshot, countdown: Countdown | None = None) -> None:
        """Show this from now on; ``countdown`` is the host's own, where it is at hand."""
        run = snapshot.run
        self._snapshot = snapshot
        self._take_stories(snapshot)
        if run is None:
            self._countdown = None
        elif countdown is not None and countdown.run == run:
            self._countdown = countdown
        elif self._countdown is None or self._countdown.run != run:
            self._countdown = Countdown.resume(run, self._clock)

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
        if self._stories is None or self._countdown is None or self._held:
            return view
        return self._stories.told(view, self._snapshot, self._countdown.run.seconds)

    def seconds_to_change(self, view: RoomView, pixels_per_second: float) -> float:
        """How long the picture stays as it is: until a second, a minute or a pixel has passed."""
        now = self._clock.now()
        minute = 60 - (now.second + now.microsecond / 1e6)
        counts = view.remaining is not None and not view.scene.is_paused
        if not counts or view.remaining is None:
            return minute
        turn = self._seconds_to_turn(view)
        second = view.remaining - (shown_seconds(view.remaining) - 1)
        pixel = 1 / pixels_per_second if pixels_per_second else minute
        return min(minute, second, pixel, turn)

    def _take_stories(self, snapshot: RoomSnapshot) -> None:
        languages = snapshot.event.languages
        if self._stories is None or self._stories.languages != languages:
            self._stories = RoomStories.of(self._library(), languages)

    def _seconds_to_turn(self, view: RoomView) -> float:
        if self._stories is None or self._snapshot is None or self._countdown is None:
            return 60.0
        return self._stories.seconds_left(view, self._snapshot, self._countdown.run.seconds)


@dataclass(frozen=True, slots=True)
class Slide:
    """What counts as one picture: another one comes with a fade."""

    state: RoomState
    round_number: int | None
    page: int
    story: tuple[str, str, int] | None = None


def slide_of(scene: RoomScene, page: int) -> Slide:
    """The picture that a scene and page belong to; a round's last minute is the same picture."""
    same = {RoomState.LAST_MINUTE: RoomState.ROUND, RoomState.TIME_UP: RoomState.ROUND}
    told = scene.story
    story = (told.story.id, told.story.language, told.page) if told else None
    return Slide(same.get(scene.state, scene.state), scene.round_number, page, story)


class Pager:
    """Turns the pages of the board, each shown for :data:`PAGE_SECONDS`, from the first one on."""

    def __init__(self) -> None:
        self._subject: tuple[RoomState, int | None] | None = None
        self._since = 0.0

    def page(self, scene: RoomScene, pages: int, now: float) -> int:
        """The page to show at ``now``, in seconds that never jump."""
        subject = (scene.state, scene.round_number)
        if subject != self._subject:
            self._subject, self._since = subject, now
        return int((now - self._since) // PAGE_SECONDS) % max(1, pages)

    def seconds_left(self, now: float) -> float:
        """How long the page at ``now`` stays."""
        return PAGE_SECONDS - (now - self._since) % PAGE_SECONDS
