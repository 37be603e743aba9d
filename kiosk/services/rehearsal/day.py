"""The rehearsed day: who does what, when, through the same use cases that the screens call.

Whoever plays it takes one step after the other, lets the clock come to the step's moment, and
acts. On a simulated clock a day takes seconds; on an accelerated one it can be watched.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from random import Random

from kiosk.config import DEFAULT_STATION
from kiosk.domain import codes
from kiosk.domain.clock import Clock, SimulatedClock
from kiosk.domain.countdown import Countdown
from kiosk.domain.people import Side
from kiosk.domain.plan import PlanMethod, SeatingPlanner
from kiosk.domain.programme import Phase, PhaseKind
from kiosk.services import conducting, interest
from kiosk.services.conductor_state import ConductorState
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.services.rehearsal.agenda import Act, Agenda, Step, StepKind
from kiosk.services.rehearsal.crowd import Visitor, damaged, read_crowd
from kiosk.services.rehearsal.report import RehearsalReport, report_of
from kiosk.services.rehearsal.witness import Witness
from kiosk.services.seating import make_plan, plan_request

VOLUNTEER = "rehearsal"
PAUSE_SECONDS = 45
MINUTE = 60
EARLY = timedelta(minutes=30)


def opening(unit: UnitOfWork) -> datetime:
    """When a rehearsal of this event begins: half an hour before the first phase."""
    with unit:
        event, phases = unit.events.get(), unit.programme.phases()
        return event.moment(phases[0].starts) - EARLY


def rehearse(
    units: UnitFactory, clock: SimulatedClock, planner: SeatingPlanner, *, seed: int
) -> RehearsalReport:
    """Live through the whole day as fast as the disk allows. Same event and seed, same report."""
    rehearsal = Rehearsal(clock, planner, seed=seed)
    for step in rehearsal.steps():
        clock.advance_to(step.at)
        step.act(units())
    return rehearsal.report


class Rehearsal:
    """One simulated day on an event file: use a copy, for it is lived through for real."""

    report: RehearsalReport
    """What happened; set by the last step."""

    def __init__(
        self,
        clock: Clock,
        planner: SeatingPlanner,
        *,
        seed: int,
        method: PlanMethod = PlanMethod.BEST,
    ) -> None:
        self._clock = clock
        self._planner = planner
        self._method = method
        self._seed = seed
        self._chance = Random(seed)  # noqa: S311 - a replayable day, no secrets
        self._agenda = Agenda()
        self._witness = Witness()
        self._visitors: list[Visitor] = []
        self._state: ConductorState

    def steps(self) -> Iterator[Step]:
        """Every step of the day in order; act on one before asking for the next."""
        self._agenda.add(self._clock.now(), StepKind.PLAN, self._open)
        yield from self._agenda

    def _open(self, unit: UnitOfWork) -> None:
        if plan_request(unit).open_rounds:  # a day that was lived through keeps its plan
            make_plan(unit, self._clock, self._planner, self._method, station=VOLUNTEER)
        self._witness.look_around(unit)
        self._visitors = read_crowd(unit, self._chance)
        self._state = conducting.conductor_state(unit, self._clock)
        for visitor in self._visitors:
            if visitor.arrives:
                self._scan_at(visitor.arrives, visitor.code)
        self._add_mishaps()
        first = self._state.rows[0].phase
        moment = self._state.event.moment(first.starts)
        self._agenda.add(moment, StepKind.HOST, self._begin)

    def _add_mishaps(self) -> None:
        """A badge scanned twice, one read wrong at first, and a code of some other day."""
        came = [(v.arrives, v.code) for v in self._visitors if v.arrives]
        if not came:
            return
        twice, misread, stranger = (self._chance.choice(came) for _ in range(3))
        self._scan_at(twice[0] + timedelta(seconds=20), twice[1])
        self._scan_at(misread[0] - timedelta(seconds=4), damaged(misread[1], self._chance))
        unknown = codes.new_code(self._chance.choice)
        self._scan_at(stranger[0] + timedelta(seconds=2), unknown)

    def _scan_at(self, moment: datetime, code: str) -> None:
        self._agenda.add(moment, StepKind.SCAN, partial(self._scan, code))

    def _scan(self, code: str, unit: UnitOfWork) -> None:
        verdict = scan(unit, self._clock, code, desk=DeskPost(DEFAULT_STATION, VOLUNTEER))
        self._witness.saw_scan(verdict)

    def _begin(self, unit: UnitOfWork) -> None:
        """Start the first phase, wherever a day that was rehearsed before has stopped."""
        if self._state.position is not None:
            conducting.finish(unit, self._clock, self._state.position)
        self._enter(conducting.start_phase(unit, self._clock, 0, None))

    def _next(self, unit: UnitOfWork) -> None:
        self._watch_round(unit)
        self._enter(conducting.next_phase(unit, self._clock, self._state.position))

    def _finish(self, unit: UnitOfWork) -> None:
        self._watch_round(unit)
        self._state = conducting.finish(unit, self._clock, self._state.position)
        self._agenda.add(self._clock.now(), StepKind.REPORT, self._close)

    def _close(self, unit: UnitOfWork) -> None:
        self.report = report_of(unit, self._witness, self._seed)

    def _watch_round(self, unit: UnitOfWork) -> None:
        phase = self._state.running
        state = conducting.conductor_state(unit, self._clock, self._state.countdown)
        if state.room and phase and phase.kind is PhaseKind.ROUND:
            self._witness.saw_round(state.room)

    def _enter(self, state: ConductorState) -> None:
        """Put on the agenda what happens in the phase that has just begun, and its end."""
        self._state = state
        phase = state.running
        if phase is None:
            return
        shift = self._disturb(phase)
        if phase.position == _interest_position([row.phase for row in state.rows]):
            self._ask_everyone(phase.seconds)
        overtime = self._chance.randint(2, 20)
        following = self._next if state.following else self._finish
        self._later(phase.seconds + shift + overtime, StepKind.HOST, following)

    def _disturb(self, phase: Phase) -> int:
        """Round 2 is paused, round 3 gets a minute, round 4 loses one; seconds it takes longer."""
        match phase.kind, phase.round_number:
            case PhaseKind.ROUND, 2:
                self._later(phase.seconds * 0.4, StepKind.HOST, self._pause)
                return PAUSE_SECONDS
            case PhaseKind.ROUND, 3:
                self._later(phase.seconds * 0.6, StepKind.HOST, partial(self._adjust, MINUTE))
                return MINUTE
            case PhaseKind.ROUND, 4 if phase.seconds > 3 * MINUTE:
                self._later(phase.seconds * 0.3, StepKind.HOST, partial(self._adjust, -MINUTE))
                return -MINUTE
        return 0

    def _pause(self, unit: UnitOfWork) -> None:
        self._state = conducting.pause(unit, self._clock, self._countdown())
        self._later(PAUSE_SECONDS, StepKind.HOST, self._resume)

    def _resume(self, unit: UnitOfWork) -> None:
        self._state = conducting.resume(unit, self._clock, self._countdown())

    def _adjust(self, seconds: int, unit: UnitOfWork) -> None:
        self._state = conducting.adjust(unit, self._clock, self._countdown(), seconds)

    def _countdown(self) -> Countdown:
        countdown = self._state.countdown
        if countdown is None:
            raise AssertionError("only a running phase is disturbed")
        return countdown

    def _ask_everyone(self, seconds: int) -> None:
        """Everyone who came and is still there goes to the interest station once."""
        now = self._clock.now()
        asked = [
            visitor
            for visitor in _one_for_each_table(self._visitors)
            if visitor.arrives and visitor.arrives <= now
            if visitor.leaves is None or now < visitor.leaves
        ]
        for visitor in asked:
            after = self._chance.uniform(0.05, 0.9) * seconds
            self._later(after, StepKind.INTEREST, partial(self._answer, visitor))
        candidates = [v for v in asked if v.attendee.side is Side.CANDIDATE]
        if candidates:
            doubting = partial(self._withdraw, self._chance.choice(candidates))
            self._later(0.95 * seconds, StepKind.INTEREST, doubting)

    def _answer(self, visitor: Visitor, unit: UnitOfWork) -> None:
        person = visitor.attendee
        form = interest.open_form(unit, visitor.code).form
        lines = form.lines if form else ()
        for line, given in zip(lines, visitor.opinions(self._seed), strict=False):
            if given is None:
                continue
            interest.answer(unit, self._clock, person.id, line.other_id, given)
            if person.side is Side.CANDIDATE:
                self._witness.said[person.id, line.other_id, Side.CANDIDATE] = given
            elif person.employer_id:
                self._witness.said[line.other_id, person.employer_id, Side.EMPLOYER] = given

    def _withdraw(self, visitor: Visitor, unit: UnitOfWork) -> None:
        """Somebody takes back the consent to share, as easily as it was given."""
        interest.set_share_consent(unit, self._clock, visitor.attendee.id, False)
        self._witness.may_share[visitor.attendee.id] = False

    def _later(self, seconds: float, kind: StepKind, act: Act) -> None:
        self._agenda.add(self._clock.now() + timedelta(seconds=seconds), kind, act)


def _interest_position(phases: Sequence[Phase]) -> int:
    """Where people answer: the programme's own phase for it, else the last one."""
    own = (phase.position for phase in phases if phase.kind is PhaseKind.INTEREST)
    return next(own, len(phases) - 1)


def _one_for_each_table(visitors: Sequence[Visitor]) -> Iterator[Visitor]:
    """Candidates, and of each employer the first representative who comes."""
    spoken_for = set()
    for visitor in visitors:
        person = visitor.attendee
        if person.side is Side.CANDIDATE:
            yield visitor
        elif person.employer_id and visitor.arrives and person.employer_id not in spoken_for:
            spoken_for.add(person.employer_id)
            yield visitor
