"""The host's screen without its paint: what is shown, and what a gesture means right now."""

from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown, RunState
from kiosk.domain.errors import Refusal
from kiosk.domain.programme import PhaseKind
from kiosk.i18n import _
from kiosk.i18n.messages import refusal_text
from kiosk.i18n.programme_words import row_title
from kiosk.services.conducting import InterruptedRun
from kiosk.services.conductor_state import ConductorState
from kiosk.ui.conductor.floor import room_face
from kiosk.ui.conductor.programme_presenter import ProgrammePresenter
from kiosk.ui.conductor.repairs import RepairPresenter
from kiosk.ui.conductor.state import (
    ConductorView,
    ControlsFace,
    Gesture,
    NoticeAction,
    NoticeFace,
    PanelFace,
    RoomFace,
    TimeFace,
)
from kiosk.ui.conductor.wording import minutes_and_seconds, phase_heading


class NextStep(StrEnum):
    """What a press on "next" leads to."""

    NOTHING = "nothing"
    ASK_AGAIN = "ask-again"
    ADVANCE = "advance"
    FINISH = "finish"


class ConductorPresenter:
    """Holds the last state that the event file confirmed, and what stands open around it.

    Between changes the time comes from the state's own countdown and the clock; nothing here
    reads the file.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.repairs = RepairPresenter()
        self.programme = ProgrammePresenter(clock)
        self.programme.supersedes = self.repairs.put_done_away
        self.repairs.supersedes = self.programme.forget_done
        self._state: ConductorState | None = None
        self._offer: InterruptedRun | None = None
        self._refusal: Refusal | None = None
        self._armed = False
        self._moving = False

    @property
    def countdown(self) -> Countdown | None:
        """The running countdown, to hand to the next gesture; None while an offer stands open."""
        return self._state.countdown if self._state and not self._offer else None

    @property
    def position(self) -> int | None:
        """The phase that the host sees, to hand to "next"."""
        return self._state.position if self._state else None

    @property
    def state(self) -> ConductorState | None:
        """The last state that the file confirmed."""
        return self._state

    @property
    def may_mend(self) -> bool:
        """Whether the plan may be changed: not before a state is there, nor while an offer is."""
        return self._state is not None and self._offer is None

    @property
    def is_paused(self) -> bool:
        """Whether the time stands still."""
        countdown = self.countdown
        return countdown is not None and countdown.run.state is RunState.PAUSED

    @property
    def offers_recovery(self) -> bool:
        """Whether the notice is a proposal to win time back."""
        state = self._state
        if state is None or self._offer or self._refusal:
            return False
        notice = self._notice(state)
        return notice is not None and notice == self.programme.recovery_notice(state)

    def show(self, state: ConductorState) -> None:
        """Take over a state that was read or committed."""
        if state.position != self.position:
            self._armed = False
            self.repairs.moved_on()
            self.programme.moved_on()
        self._state = state
        self._moving = False
        self._refusal = None

    def open(self, panel: UUID | Gesture) -> None:
        """Show a table, a list, or what a notice is about."""
        self.programme.close()
        self.repairs.open(panel)

    def open_programme(self, what: int | Gesture) -> None:
        """Show a part of the programme, or the proposal to win time back."""
        self.repairs.close()
        self.programme.open(what)

    def close_panel(self) -> None:
        """Put away whatever is open."""
        self.repairs.close()
        self.programme.close()

    def show_checkpoint(self, countdown: Countdown) -> bool:
        """Take over a countdown that was only written down anew; False when it is another one."""
        state = self._state
        if state is None or not countdown.run.is_same(
            state.countdown.run if state.countdown else None
        ):
            return False
        self._state = replace(state, countdown=countdown)
        return True

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why a gesture changed nothing."""
        self._refusal = refusal
        self._moving = False
        self._armed = False

    def offer(self, interrupted: InterruptedRun | None) -> None:
        """After a restart: ask how to go on; until then nothing changes the day."""
        self._offer = interrupted

    def close_offer(self) -> None:
        """The host chose."""
        self._offer = None

    def dismiss(self) -> None:
        """The host has read it."""
        self._refusal = None

    def press_next(self) -> NextStep:
        """One press on "next": a round that is not over, and the end of the day, ask a second one.

        While an earlier press is on its way nothing happens, so that no press counts twice.
        """
        state = self._state
        if state is None or self._moving or self._offer or state.finished:
            return NextStep.NOTHING
        if self._asks_twice(state) and not self._armed:
            self._armed = True
            return NextStep.ASK_AGAIN
        self._armed = False
        self._moving = True
        return NextStep.ADVANCE if state.following else NextStep.FINISH

    def asks_before(self, position: int) -> bool:
        """Whether going to another part asks for a second tap: a round is not over yet."""
        state = self._state
        if state is None or not self._cuts_round_short(state):
            return False
        return not self.programme.arm(position)

    def begin_move(self) -> bool:
        """Whether a jump to a phase may begin now, also after the end; one at a time."""
        state = self._state
        if state is None or self._moving or self._offer:
            return False
        self._moving = True
        return True

    def disarm(self) -> None:
        """The second press did not come in time."""
        self._armed = False
        self.programme.disarm()

    def seconds_left(self) -> float:
        """Seconds left in the running phase, negative in overtime; 0 when nothing runs.

        While an offer stands open: where the phase would be had nothing happened.
        """
        countdown = self._state.countdown if self._state else None
        return countdown.remaining(self._clock) if countdown else 0.0

    def view(self) -> ConductorView | None:
        """The whole screen, in the language in use; None before the first state."""
        state = self._state
        if state is None:
            return None
        return ConductorView(
            programme=self.programme.lines(state),
            pace=self.programme.pace(state),
            time=self._time(state),
            controls=self._controls(state),
            room=_room(state),
            notice=self._notice(state),
            panel=None if self._offer else self._panel(state),
        )

    def _asks_twice(self, state: ConductorState) -> bool:
        if state.running is None:
            return False
        return self._cuts_round_short(state) or state.following is None

    def _cuts_round_short(self, state: ConductorState) -> bool:
        in_round = state.running is not None and state.running.kind is PhaseKind.ROUND
        return in_round and self.seconds_left() > 0

    def _time(self, state: ConductorState) -> TimeFace:
        phase = state.running
        if phase is None:
            return _idle_time(state)
        heading = phase_heading(phase, state.round_count)
        left = self.seconds_left()
        time = minutes_and_seconds(left)
        if self._offer:
            return TimeFace(heading, time, _("interrupted"), "warn")
        if self.is_paused:
            return TimeFace(heading, time, _("paused"), "muted")
        if time.startswith("+"):
            waits = self._waits_until(state)
            return TimeFace(heading, time, waits or _("overtime"), "muted" if waits else "warn")
        return TimeFace(heading, time)

    def _waits_until(self, state: ConductorState) -> str:
        """Over its time, but what follows has a clock time that has not come."""
        fixed = state.fixed_start(self._clock)
        if fixed is None or fixed <= self._clock.now():
            return ""
        return _("waits for {time}").format(time=f"{state.event.local(fixed):%H:%M}")

    def _controls(self, state: ConductorState) -> ControlsFace:
        return ControlsFace(
            running=self.countdown is not None,
            paused=self.is_paused,
            next_text=self._next_text(state),
            next_icon="play" if state.running is None else "next",
            next_armed=self._armed,
            next_enabled=not (state.finished or self._offer) and bool(state.rows),
            message=state.sign.message,
            dark=state.sign.blackout,
        )

    def _next_text(self, state: ConductorState) -> str:
        if self._armed:
            return _("Sure? Again")
        if state.running is None:
            return _("Finished") if state.finished else _("Start")
        return _("Next") if state.following else _("Finish")

    def _notice(self, state: ConductorState) -> NoticeFace | None:
        if self._refusal:
            why = refusal_text(self._refusal)
            done = NoticeAction(_("OK"), Gesture.DISMISS)
            return NoticeFace(_("Nothing was changed"), why, "info", (done,))
        if self._offer:
            return self._offer_notice(self._offer)
        programme, repairs = self.programme, self.repairs
        if programme.says_done:
            return programme.done_notice()
        about_plan = repairs.notice(state)
        if repairs.answers_host:
            return about_plan
        return programme.reminder(state) or programme.recovery_notice(state) or about_plan

    def _panel(self, state: ConductorState) -> PanelFace | None:
        return self.programme.panel(state) or self.repairs.panel(state)

    def _offer_notice(self, offer: InterruptedRun) -> NoticeFace:
        stopped = minutes_and_seconds(offer.remaining_stored)
        wait = NoticeAction(_("Hold at {time}").format(time=stopped), Gesture.RESUME_PAUSED)
        if offer.state is RunState.PAUSED:
            return NoticeFace(
                _("{phase} was paused.").format(phase=row_title(offer.phase)),
                _("Then Stoelendans stopped. No time was lost."),
                "warn",
                (wait,),
            )
        would_be = minutes_and_seconds(self.seconds_left())
        return NoticeFace(
            _("{phase} was running.").format(phase=row_title(offer.phase)),
            _("Then Stoelendans stopped. Go on as if nothing happened, or wait where it was?"),
            "warn",
            (
                NoticeAction(
                    _("Resume at {time}").format(time=would_be), Gesture.RESUME_AS_IF_NOTHING
                ),
                wait,
            ),
        )


def _idle_time(state: ConductorState) -> TimeFace:
    """Before the start the face shows how long the first phase will take."""
    following = state.following
    if state.finished:
        return TimeFace(_("The programme is over"), "0:00", _("finished"), "muted")
    if following is None:
        return TimeFace(_("There is no programme yet"), "0:00", _("not started"), "muted")
    heading = phase_heading(following, state.round_count)
    return TimeFace(heading, minutes_and_seconds(following.seconds), _("not started"), "muted")


def _room(state: ConductorState) -> RoomFace:
    running = state.running
    return room_face(
        state.room, state.event, now=running is not None and running.kind is PhaseKind.ROUND
    )
