"""The words of the room display, chosen from a scene, in the language in use."""

from collections.abc import Sequence
from datetime import time

from kiosk.domain.countdown import shown_seconds
from kiosk.domain.programme import PhaseKind
from kiosk.domain.stories import Source
from kiosk.i18n import _, ngettext
from kiosk.services.room import ProgrammeRow, RoomScene, RoomState
from kiosk.ui.room import board_words, closing_words


def clock(moment: time) -> str:
    """14:05, the way the venue writes it."""
    return f"{moment:%H:%M}"


def digits(remaining: float) -> str:
    """Minutes and seconds left; in overtime with a plus; whole hours where there are any."""
    seconds = shown_seconds(remaining)
    sign, seconds = ("+", -seconds) if seconds < 0 else ("", seconds)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02d}:{rest:02d}" if hours else f"{sign}{minutes}:{rest:02d}"


def kind_name(kind: PhaseKind) -> str:
    """What a phase is called when the organisers gave it no title."""
    names = {
        PhaseKind.WELCOME: _("Welcome"),
        PhaseKind.INFO: _("Information"),
        PhaseKind.ROUND: _("Round"),
        PhaseKind.CHANGEOVER: _("Changeover"),
        PhaseKind.BREAK: _("Break"),
        PhaseKind.INTEREST: _("Interest"),
        PhaseKind.CELEBRATION: _("Celebration"),
    }
    return names[kind]


def title(scene: RoomScene) -> str:
    """The title of the running phase."""
    if scene.kind is None:
        return _("Welcome")
    return scene.title or kind_name(scene.kind)


def row_title(row: ProgrammeRow) -> str:
    """A programme line: the organisers' words, or which rounds these are."""
    if row.rounds is None:
        return row.title or kind_name(row.kind)
    first, last = row.rounds
    if first == last:
        return _("Round {number}").format(number=first)
    text = _("Rounds {first} and {last}") if last == first + 1 else _("Rounds {first} to {last}")
    return text.format(first=first, last=last)


def under_digits(scene: RoomScene) -> str:
    """What the big figures mean; nothing that stands beside them in large letters."""
    if scene.is_paused:
        return _("paused for a moment")
    if scene.state is RoomState.TIME_UP:
        return ""
    if scene.is_over:
        return _("we go on in a moment")
    if scene.state is RoomState.LAST_MINUTE:
        return _("bring it to a close")
    return _("left to talk") if scene.state is RoomState.ROUND else _("to go")


def round_parts(scene: RoomScene) -> tuple[str, str]:
    """``Round 3`` and ``of 8``: two weights in one heading."""
    return (
        _("Round {number}").format(number=scene.round_number),
        _("of {count}").format(count=scene.rounds),
    )


def soon(scene: RoomScene) -> str:
    """What comes after this round; ``*`` around the time makes it bold."""
    if scene.next_at is None:
        return ""
    said = {
        PhaseKind.CHANGEOVER: _("Soon: change tables at *{time}*"),
        PhaseKind.BREAK: _("Soon: break at *{time}*"),
        PhaseKind.INTEREST: _("Soon: say whom you would like to see again · *{time}*"),
        PhaseKind.ROUND: _("Soon: the next round at *{time}*"),
    }
    kind = scene.next_kind
    line = said.get(kind, _("This round ends at *{time}*")) if kind else _("Ends at *{time}*")
    line = line.format(time=clock(scene.next_at))
    if kind is PhaseKind.CHANGEOVER and scene.break_after:
        line += " · " + _("break after round {number}").format(number=scene.break_after)
    return line


def after_round(scene: RoomScene) -> str:
    """What comes when a round is over; while it is paused nobody knows when."""
    if scene.is_paused:
        return ""
    said = {
        PhaseKind.CHANGEOVER: _("Soon: change tables"),
        PhaseKind.BREAK: _("Soon: break"),
        PhaseKind.INTEREST: _("Soon: say whom you would like to see again"),
        PhaseKind.CELEBRATION: _("Soon: celebrate together"),
    }
    return said.get(scene.next_kind, "") if scene.next_kind else ""


def next_line(scene: RoomScene) -> str:
    """When the next thing starts; ``*`` around the time makes it bold.

    Beside the ring of a break only the time: how long it is until then, that it is over and that
    it is paused are said by the ring.
    """
    counted = scene.state is RoomState.BREAK
    if scene.is_paused:
        return "" if counted else _("Paused for a moment")
    if scene.minutes is None or scene.next_at is None:
        return _("We start in a moment") if scene.next_kind and not counted else ""
    if scene.next_kind is None:
        return _("Until *{time}*").format(time=clock(scene.next_at))
    return _start(scene) if counted else f"{_start(scene)} · {in_minutes(scene.minutes)}"


def _start(scene: RoomScene) -> str:
    moment = clock(scene.next_at) if scene.next_at else ""
    if scene.state is RoomState.BREAK:
        return _("We go on at *{time}*").format(time=moment)
    if scene.next_kind is PhaseKind.ROUND:
        return _("The rounds start at *{time}*").format(time=moment)
    return _("We start at *{time}*").format(time=moment)


def in_minutes(minutes: int) -> str:
    """How long until then; from an hour on, hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)
    return _("in {hours} h {minutes:02d}").format(hours=hours, minutes=rest)


def after_break(scene: RoomScene) -> str:
    """What follows a break."""
    if scene.round_number is None:
        return ""
    return _("Then: round {number} of {count}").format(
        number=scene.round_number, count=scene.rounds
    )


def programme_heading(scene: RoomScene) -> str:
    """Above the lines of the day, and whether their times are the planned ones."""
    return _("Today, as expected now") if scene.is_late else _("Today")


def below_message(scene: RoomScene) -> str:
    """What counts down below the host's words; said before the figures."""
    if scene.is_paused:
        return _("Paused for a moment")
    if scene.kind is PhaseKind.CHANGEOVER:
        return board_words.board_countdown(scene)
    if scene.kind is PhaseKind.ROUND:
        return _("Time is up") if scene.is_over else " ".join(round_parts(scene))
    return title(scene)


def source_line(sources: Sequence[Source]) -> str:
    """Where the facts of a story come from."""
    listed = "; ".join(source.line for source in sources)
    return ngettext("Source: {sources}", "Sources: {sources}", len(sources)).format(sources=listed)


def interest_steps() -> tuple[str, str, str]:
    """The three steps of saying whom you would like to see again."""
    return (
        _("Go to the interest table"),
        _("Scan your badge"),
        _("Say yes, maybe or no for each conversation"),
    )


def summary(scene: RoomScene) -> str:
    """The picture in one line, for who listens to the screen instead of looking at it."""
    if scene.story is not None:
        return scene.story.spoken
    if scene.state is RoomState.BOARD:
        return board_words.board_title(scene)
    if scene.state in (RoomState.ROUND, RoomState.LAST_MINUTE, RoomState.TIME_UP):
        return f"{' '.join(round_parts(scene))}, {_time_left(scene)}"
    said = {
        RoomState.MESSAGE: scene.message,
        RoomState.BLACKOUT: _("The screen is dark for a moment"),
        RoomState.BACK_SOON: _("We will be right back"),
    }
    if scene.state is RoomState.CELEBRATION and scene.is_over:
        return closing_words.farewell()
    return said.get(scene.state) or title(scene)


def _time_left(scene: RoomScene) -> str:
    """How a round stands, with what its picture says in large letters."""
    if scene.two_minutes:
        return _("2 minutes to go")
    is_up = scene.state is RoomState.TIME_UP and not scene.is_paused
    return _("time is up") if is_up else under_digits(scene)
