"""The host's station, wired: gestures become use cases, committed states become pictures."""

import math
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.domain.clock import Clock
from kiosk.domain.countdown import Countdown
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import DayChange
from kiosk.domain.programme import PhaseKind
from kiosk.services import conducting
from kiosk.services.conducting import InterruptedRun
from kiosk.services.conductor_state import ConductorState
from kiosk.services.programme_editing import edit_is_newest
from kiosk.ui.conductor.editor import ProgrammeEditor
from kiosk.ui.conductor.mender import Mender, MendsDay
from kiosk.ui.conductor.presenter import ConductorPresenter
from kiosk.ui.conductor.state import Deed, Gesture, ShowPhase, StartPhase
from kiosk.ui.conductor.timekeeper import Timekeeper
from kiosk.ui.conductor.view import ConductorPage
from kiosk.ui.tasks.asking import Asks

MINUTE = 60.0
LONGEST_TICK_MS = 250
"""The face is right again this soon after a stall, and smooth in a rehearsal at speed."""

SAID_MS = 45_000
"""How long what was just done stays in the bar; undo stays in the menu of the day."""


class ConductorStation(QObject):
    """Give it a worker, a clock, a gong and a planner; put ``page`` in a window, call ``start``.

    ``programme_changed`` carries the committed :class:`ConductorState` after every change that
    the room should show. Call ``refresh`` when another station changed who is here or the plan.
    """

    programme_changed = Signal(object)

    def __init__(
        self,
        worker: Asks,
        clock: Clock,
        strike_gong: Callable[[], None],
        mends: MendsDay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = ConductorPage()
        self._worker = worker
        self._clock = clock
        self._presenter = ConductorPresenter(clock)
        self._repairs = self._presenter.repairs
        self._mender = Mender(worker, clock, mends, self._repairs, self)
        self._programme = self._presenter.programme
        self._editor = ProgrammeEditor(worker, clock, mends.repair, self._programme, self)
        self.time = Timekeeper(worker, clock, self._presenter, self, self)
        self._told: ConductorState | None = None
        self._tick = self._timer(LONGEST_TICK_MS, self._paint)
        self._said = self._timer(SAID_MS, self._forget_done)
        self._acts = self._about_time(strike_gong) | self._about_room()
        self._acts_on_the_day = self._about_plan() | self._about_programme()
        self._connect()

    def _connect(self) -> None:
        self.page.gestured.connect(self._act)
        self.page.wanted.connect(self._do)
        self.page.table_chosen.connect(self._open)
        self.page.phase_chosen.connect(self._open_phase)
        self.page.message_sent.connect(self._editor.show_message)
        self.page.shown.connect(self._paint)
        self.page.shown.connect(self.refresh)

    def _about_time(self, strike_gong: Callable[[], None]) -> dict[Gesture, Callable[[], None]]:
        return {
            Gesture.MINUTE_LESS: partial(self.time.adjust, -MINUTE),
            Gesture.HALF_MINUTE_LESS: partial(self.time.adjust, -MINUTE / 2),
            Gesture.HALF_MINUTE_MORE: partial(self.time.adjust, MINUTE / 2),
            Gesture.MINUTE_MORE: partial(self.time.adjust, MINUTE),
            Gesture.PAUSE: self.time.toggle_pause,
            Gesture.GONG: strike_gong,
            Gesture.NEXT: self.time.press_next,
            Gesture.RESUME_AS_IF_NOTHING: self.time.resume_as_if_nothing,
            Gesture.RESUME_PAUSED: self.time.resume_paused,
            Gesture.DISMISS: self._dismiss,
        }

    def _about_room(self) -> dict[Gesture, Callable[[], None]]:
        return {
            Gesture.MESSAGE: self.page.open_message,
            Gesture.BLACKOUT: partial(self._with_state, self._editor.toggle_blackout),
        }

    def _about_programme(self) -> dict[Gesture, Callable[[], None]]:
        return {
            Gesture.SHOW_PROGRAMME: self._open_coming,
            Gesture.SHOW_RECOVERY: partial(self._presenter.open_programme, Gesture.SHOW_RECOVERY),
            Gesture.ACCEPT_RECOVERY: self._win_back,
            Gesture.LEAVE_RECOVERY: self._programme.leave_recovery,
            Gesture.UNDO_PROGRAMME: self._undo,
        }

    def _about_plan(self) -> dict[Gesture, Callable[[], None]]:
        return {
            Gesture.SHOW_REST: partial(self._open, Gesture.SHOW_REST),
            Gesture.SHOW_DAY: partial(self._open, Gesture.SHOW_DAY),
            Gesture.VIEW: partial(self._open, Gesture.VIEW),
            Gesture.CLOSE_PANEL: self._close_panel,
            Gesture.UNDO_CHANGE: self._undo,
            Gesture.ACCEPT: self._mender.accept,
            Gesture.LEAVE_IT: self._leave_it,
            Gesture.IMPROVE: self._mender.improve,
            Gesture.STOP_IMPROVING: self._mender.stop,
        }

    def start(self, *, offers: bool = True) -> None:
        """Once after the file was opened: offer to resume what a crash interrupted.

        Not beside a program that has the event open already: there the day goes on.
        """
        self.time.start(self._offer if offers else None)
        self.refresh()

    def stop(self) -> None:
        """The program ends: nothing is looked for or painted any more."""
        self._mender.stop()
        self.time.stop()
        self._tick.stop()
        self._said.stop()

    def refresh(self) -> None:
        """Read the day anew, and what it says about the plan."""
        clock, seen = self._clock, self._presenter.countdown
        self._worker.ask(lambda unit: conducting.conductor_state(unit, clock, seen), self._show)
        if self.page.isVisible():
            self._mender.look()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.page.retranslate()
        self._paint()

    @property
    def seen(self) -> Countdown | None:
        """The countdown on the screen."""
        return self._presenter.countdown

    def changed(self, state: ConductorState) -> None:
        """The plan was mended: the room hears of it, and something else may be wrong now."""
        self._said.start()
        self._committed(state)
        self._mender.look()

    def refused(self, refusal: Refusal) -> None:
        """Say why nothing was changed."""
        self._presenter.show_refusal(refusal)
        self._paint()
        if refusal.code is RefusalCode.PROGRAMME_CHANGED:
            self._look_again(refusal)

    def _look_again(self, refusal: Refusal) -> None:
        """Show the programme as it is, with the reason why nothing was changed still in sight."""
        clock, seen = self._clock, self._presenter.countdown

        def show(state: ConductorState) -> None:
            self._show(state)
            self._presenter.show_refusal(refusal)
            self._paint()

        self._worker.ask(lambda unit: conducting.conductor_state(unit, clock, seen), show)

    def told(self) -> None:
        """The plan has something else to say."""
        self._paint()

    def outdated(self) -> None:
        """Another desk went on, paused, or gave a minute: here and in the room it is so too."""
        self.refresh()

    def _act(self, gesture: Gesture) -> None:
        if gesture in self._acts:
            self._acts[gesture]()
        elif self._presenter.may_mend:
            self._acts_on_the_day[gesture]()
            self._paint()

    def _do(self, deed: Deed) -> None:
        """A tap in a panel, which is done with then; an edit leaves its part in sight."""
        state = self._presenter.state
        if isinstance(deed, Gesture):
            self._presenter.close_panel()
            self._act(deed)
        elif isinstance(deed, ShowPhase):
            self._open_phase(deed.position)
        elif isinstance(deed, DayChange):
            self._presenter.close_panel()
            self._mender.apply(deed)
        elif isinstance(deed, StartPhase):
            self.time.go_to(deed.position)
        elif state is not None:
            self._editor.edit(state, deed)
        self._paint()

    def _open(self, panel: UUID | Gesture) -> None:
        if self._presenter.may_mend:
            self._presenter.open(panel)
            self._paint()

    def _open_phase(self, position: int) -> None:
        if self._presenter.may_mend:
            self._presenter.open_programme(position)
            self._paint()

    def _open_coming(self) -> None:
        """What comes next is what there is most to decide about."""
        state = self._presenter.state
        phases = state.phases if state else ()
        begun = state.begun if state else -1
        coming = [p for p in phases if p.position > begun and p.kind is not PhaseKind.CHANGEOVER]
        if phases:
            self._open_phase((coming or phases[-1:])[0].position)

    def _undo(self) -> None:
        """Whatever was done last, be it to the programme or to the plan."""
        self._worker.ask(edit_is_newest, self._undo_newest)

    def _undo_newest(self, is_edit: bool) -> None:
        if is_edit:
            self._editor.undo()
        else:
            self._mender.undo()

    def _win_back(self) -> None:
        """Only what the host can see: a key alone accepts nothing that was waved away."""
        if self._presenter.offers_recovery or self._programme.shows_recovery:
            self._with_state(self._editor.win_back)

    def _with_state(self, act: Callable[[ConductorState], None]) -> None:
        state = self._presenter.state
        if state is not None:
            act(state)

    def _close_panel(self) -> None:
        """What was held back while the host looked is asked for now."""
        self._presenter.close_panel()
        self._mender.look()

    def _leave_it(self) -> None:
        """Wave away the notice that stands there, whatever it is about."""
        if self._programme.says_done:
            self._programme.forget_done()
        elif self._presenter.offers_recovery:
            self._programme.leave_recovery()
        else:
            self._mender.stop()
            self._repairs.leave_it()

    def _forget_done(self) -> None:
        self._programme.forget_done()
        self._repairs.forget_done()
        self._paint()

    def _committed(self, state: ConductorState) -> None:
        self._told = None
        self._show(state)

    def moved(self, state: ConductorState) -> None:
        """A new phase may tell something about the plan; a minute more does not."""
        went_on = state.position != self._presenter.position
        self._committed(state)
        if went_on:
            self.time.settle()
            self._mender.stop()
            self._mender.look()

    def _dismiss(self) -> None:
        self._presenter.dismiss()
        self._paint()

    def _offer(self, interrupted: InterruptedRun | None) -> None:
        self._presenter.offer(interrupted)

    def _show(self, state: ConductorState) -> None:
        """The room hears of it when it is not what it heard last: another desk may have acted."""
        self._presenter.show(state)
        self.page.message.speak_to_room(state.event.language)
        self._paint()
        if self._presenter.may_mend and not _is_told(self._told, state):
            self._told = state
            self.programme_changed.emit(state)

    def _paint(self) -> None:
        view = self._presenter.view() if self.page.isVisible() else None
        if view is None:
            return
        self.page.render_view(view)
        self._tick.start(self._until_next_second())

    def _until_next_second(self) -> int:
        left = self._presenter.seconds_left()
        return min(LONGEST_TICK_MS, math.floor((left - math.floor(left)) * 1000) + 1)

    def _timer(self, interval: int, act: Callable[[], None] | None) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        if act:
            timer.timeout.connect(act)
        return timer


def _is_told(told: ConductorState | None, state: ConductorState) -> bool:
    """Whether the room shows this countdown, programme and sign already."""
    if told is None or (told.countdown is None) != (state.countdown is None):
        return False
    same = told.countdown is None or told.countdown.run.is_same(
        state.countdown.run if state.countdown else None
    )
    return same and (told.phases, told.sign, told.finished) == (
        state.phases,
        state.sign,
        state.finished,
    )
