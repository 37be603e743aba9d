"""The programme on the host's screen, without paint: its panel, reminders, and time to win back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.domain.clock import Clock
from kiosk.domain.programme import (
    Expected,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    Recovery,
    forecast,
    is_the_day,
    planned_start,
    recovery_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.edit_messages import edit_words
from kiosk.i18n.programme_words import in_sentence, row_title
from kiosk.services.conductor_state import ConductorState, PhaseStanding
from kiosk.ui.conductor.phase_panel import phase_panel
from kiosk.ui.conductor.recovery_words import as_lines, as_sentence, recovery_parts, recovery_title
from kiosk.ui.conductor.state import (
    Gesture,
    NoticeAction,
    NoticeFace,
    PaceFace,
    PanelAction,
    PanelFace,
    PanelGroup,
    PhaseLineFace,
)
from kiosk.ui.conductor.wording import (
    clock_time,
    end_words,
    minutes_and_seconds,
    nearest_minute,
    pace_words,
)

MINUTE = 60
REMIND_AFTER = 60.0
"""Seconds that a part may be late before the host is reminded."""
ASK_AGAIN = 5 * 60.0
"""A proposal that was left comes back when the day has lost so much more."""


class ProgrammePresenter:
    """What the host sees of the programme between two states of the file."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: int | Gesture | None = None
        self._done = ""
        self._armed: int | None = None
        self._recovery: Recovery | None = None
        self._worked_out: tuple[tuple[Phase, ...], int | None, int] | None = None
        self._left_at: float | None = None
        self.supersedes: Callable[[], None] = _nothing

    @property
    def says_done(self) -> bool:
        """Whether the notice is about an edit that was just made."""
        return bool(self._done)

    @property
    def shows_recovery(self) -> bool:
        """Whether the panel is about time to win back."""
        return self._open is Gesture.SHOW_RECOVERY

    @property
    def recovery(self) -> Recovery | None:
        """The proposal that the host looks at."""
        return self._recovery

    def open(self, what: int | Gesture) -> None:
        """Show a part of the programme, or the proposal to win time back."""
        self._open = what

    def close(self) -> None:
        """Put the panel away."""
        self._open = None

    def arm(self, position: int) -> bool:
        """One tap to leave a running round for this part; True when it was the second."""
        was_armed, self._armed = self._armed == position, position
        return was_armed

    def disarm(self) -> None:
        """The second tap did not come in time."""
        self._armed = None

    def moved_on(self) -> None:
        """Another part began: what was open or said was about the one before."""
        self._open, self._done, self._armed = None, "", None

    def edited(self, before: tuple[Phase, ...], edit: ProgrammeEdit) -> None:
        """An edit is in the file."""
        self._done = edit_words(before, edit)
        self.supersedes()

    def caught_up(self, recovery: Recovery) -> None:
        """The proposal was accepted."""
        won = round(recovery.seconds / MINUTE)
        self._done = ngettext("{n} minute was won back.", "{n} minutes were won back.", won).format(
            n=won
        )
        self._open, self._left_at = None, None
        self.supersedes()

    def undone(self) -> None:
        """The newest edit was taken back."""
        self._done, self._open = "", None

    def forget_done(self) -> None:
        """It was said long enough."""
        self._done = ""

    def leave_recovery(self) -> None:
        """The host wants it not, for now."""
        self._left_at = self._recovery.late if self._recovery else None
        self._open = None

    def lines(self, state: ConductorState) -> tuple[PhaseLineFace, ...]:
        """The programme, with when each part began or is expected to begin.

        Changeovers are seen while they run only: they belong to the round that they lead to.
        """
        expected = self._expected(state)
        return tuple(
            _line(state, row.phase, row.standing, expected.get(row.phase.position))
            for row in state.rows
            if row.phase.kind is not PhaseKind.CHANGEOVER or row.standing is PhaseStanding.RUNNING
        )

    def pace(self, state: ConductorState) -> PaceFace | None:
        """How far behind the day is, and when it will end."""
        pace = state.pace(self._clock)
        if pace is None:
            return None
        text, tone = pace_words(round(pace.behind / MINUTE))
        ends = _("Ends at {time}, {pace}").format(
            time=nearest_minute(state.event, pace.ends), pace=end_words(round(pace.over / MINUTE))
        )
        return PaceFace(text, tone, ends)

    def panel(self, state: ConductorState) -> PanelFace | None:
        """The open panel; None when none is open or what it was about is gone."""
        if self._open is Gesture.SHOW_RECOVERY:
            return self._recovery_panel(state)
        if not isinstance(self._open, int) or self._open >= len(state.phases):
            return None
        phase = state.phases[self._open]
        expected = self._expected(state).get(phase.position)
        return phase_panel(state, phase, expected, armed=self._armed == phase.position)

    def done_notice(self) -> NoticeFace | None:
        """What an edit did, with its undo."""
        if not self._done:
            return None
        undo = NoticeAction(_("Undo"), Gesture.UNDO_PROGRAMME, "secondary")
        text = _("The times that follow were worked out anew.")
        return NoticeFace(self._done, text, "info", (undo,), waits=True)

    def reminder(self, state: ConductorState) -> NoticeFace | None:
        """Something should have begun and has not."""
        if state.running is None:
            return _not_begun(state, self._clock)
        return _fixed_overdue(state, self._clock) or self._running_over(state)

    def recovery_notice(self, state: ConductorState) -> NoticeFace | None:
        """A proposal to win time back, unless the host left it."""
        self._work_out(state)
        recovery = self._recovery
        if recovery is None or state.position is None:
            return None
        if self._left_at is not None and recovery.late < self._left_at + ASK_AGAIN:
            return None
        parts = recovery_parts(state.phases, recovery, state.begun)
        actions = (
            NoticeAction(_("Win it back"), Gesture.ACCEPT_RECOVERY),
            NoticeAction(_("View"), Gesture.SHOW_RECOVERY),
        )
        return NoticeFace(recovery_title(recovery), as_sentence(parts), "warn", actions, waits=True)

    def _running_over(self, state: ConductorState) -> NoticeFace | None:
        following, running = state.following, state.running
        left = state.countdown.remaining(self._clock) if state.countdown else 0.0
        if following is None or running is None or left > -REMIND_AFTER:
            return None
        if state.fixed_start(self._clock):  # who has a clock time is reminded of by it
            return None
        late = int(-left // MINUTE)
        title = ngettext(
            "{phase} should have started {n} minute ago.",
            "{phase} should have started {n} minutes ago.",
            late,
        ).format(phase=in_sentence(row_title(following)), n=late)
        text = _("{phase} has run over. Go on, or give it more time.").format(
            phase=in_sentence(row_title(running))
        )
        actions = (
            NoticeAction(_("Next"), Gesture.NEXT),
            NoticeAction(_("+ 1 min"), Gesture.MINUTE_MORE),
        )
        return NoticeFace(title, text, "warn", actions, waits=True)

    def _work_out(self, state: ConductorState) -> None:
        """Anew only when the day has lost or won a minute, or the programme is another one."""
        pace = state.pace(self._clock)
        over = round(pace.over / MINUTE) if pace else 0
        seen = (state.phases, state.position, over)
        if seen == self._worked_out:
            return
        self._worked_out = seen
        left = state.countdown.remaining(self._clock) if state.countdown else 0.0
        self._recovery = recovery_of(
            state.event, state.phases, state.position, left, self._clock.now()
        )

    def _expected(self, state: ConductorState) -> dict[int, Expected]:
        left = state.countdown.remaining(self._clock) if state.countdown else 0.0
        if state.finished:
            return {}
        expected = forecast(state.event, state.phases, state.position, left, self._clock.now())
        return {each.position: each for each in expected}

    def _recovery_panel(self, state: ConductorState) -> PanelFace | None:
        recovery = self._recovery
        if recovery is None or state.position is None:
            return None
        pace = state.pace(self._clock)
        ends = pace.ends if pace else self._clock.now()
        after = ends - timedelta(seconds=recovery.seconds)
        end = _("The day ends at {after} instead of {before}.").format(
            after=nearest_minute(state.event, after), before=nearest_minute(state.event, ends)
        )
        parts = recovery_parts(state.phases, recovery, state.begun)
        groups = (
            PanelGroup(note=end),
            PanelGroup(_("What becomes shorter"), lines=as_lines(parts)),
        )
        foot = (
            PanelAction(_("Win it back"), Gesture.ACCEPT_RECOVERY, role="sun"),
            PanelAction(_("Not now"), Gesture.LEAVE_RECOVERY),
        )
        return PanelFace(recovery_title(recovery), groups, foot)


def _line(
    state: ConductorState, phase: Phase, standing: PhaseStanding, expected: Expected | None
) -> PhaseLineFace:
    planned, starts = clock_time(phase.starts), clock_time(phase.starts)
    if standing is PhaseStanding.COMING and expected and state.position is not None:
        starts = f"{state.event.local(expected.starts):%H:%M}"
    elif phase.started_at and standing in (PhaseStanding.DONE, PhaseStanding.RUNNING):
        starts = f"{state.event.local(phase.started_at):%H:%M}"
    return PhaseLineFace(
        starts,
        row_title(phase),
        minutes_and_seconds(phase.seconds),
        standing,
        small=phase.kind is PhaseKind.CHANGEOVER,
        position=phase.position,
        planned="" if starts == planned else planned,
    )


def _not_begun(state: ConductorState, clock: Clock) -> NoticeFace | None:
    """The day should have begun and has not."""
    following, now = state.following, clock.now()
    if following is None or not is_the_day(state.event, state.phases, now):
        return None
    late = _late(state, following, now)
    if late < REMIND_AFTER:
        return None
    return NoticeFace(
        _("{phase} should have started at {time}.").format(
            phase=in_sentence(row_title(following)), time=clock_time(following.starts)
        ),
        _("Nothing is running. Start when you are ready: the time counts from then on."),
        "warn",
        (NoticeAction(_("Start now"), Gesture.NEXT),),
    )


def _fixed_overdue(state: ConductorState, clock: Clock) -> NoticeFace | None:
    """A part has its own clock time, somebody waits for it, and the day is not there yet."""
    now = clock.now()
    if state.position is None or not is_the_day(state.event, state.phases, now):
        return None
    coming = [p for p in taking_place(state.phases) if p.fixed and p.position > state.position]
    due = (p for p in coming if _late(state, p, now) >= REMIND_AFTER)
    phase = next(due, None)
    if phase is None:
        return None
    start = (NoticeAction(_("Start now"), Gesture.NEXT),) if phase == state.following else ()
    return NoticeFace(
        _("{phase} should have started at {time}.").format(
            phase=in_sentence(row_title(phase)), time=clock_time(phase.starts)
        ),
        _("It has a fixed time. Tap it in the programme to go to it, or to change that."),
        "warn",
        start,
        waits=True,
    )


def _late(state: ConductorState, phase: Phase, now: datetime) -> float:
    """Seconds since a part was to begin; negative before."""
    return (now - planned_start(state.event, state.phases, phase)).total_seconds()


def _nothing() -> None:
    """There is no other notice that would have to make way."""
