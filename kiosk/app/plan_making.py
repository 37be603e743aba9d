"""Making a plan beside the screens: read the file, solve elsewhere, keep the draft."""

from collections.abc import Callable
from functools import partial

from kiosk.app.plan_watch import PlanWatch
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import Clash, PlanMethod, PlanRequest, SeatingPlan, figures_of
from kiosk.planning import PLANNERS
from kiosk.planning.worker import PlanJob
from kiosk.services.ports import UnitOfWork
from kiosk.services.seating import PlanClash, PlanOutcome, keep_plan, plan_request
from kiosk.services.seating.making import named, require_people
from kiosk.ui.organiser.actions import Comparison, WatchesMaking
from kiosk.ui.tasks.asking import Asks

USUAL = (PlanMethod.BEST, PlanMethod.CAROUSEL)


class PlanMaking:
    """Fills :class:`kiosk.ui.organiser.actions.MakesPlans` with the planners there are."""

    def __init__(self, asks: Asks, clock: Clock, station: str) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._making: _Making | None = None
        self._watch, self._beside = PlanWatch(), PlanWatch()

    @property
    def methods(self) -> tuple[PlanMethod, ...]:
        """The ways there are, the usual one first."""
        return tuple(method for method in USUAL if method in PLANNERS)

    def make(self, method: PlanMethod, watcher: WatchesMaking, /, *, set_aside: bool) -> None:
        """Make a plan and keep it as a draft; one that is being made is given up."""
        self.stop()
        self._making = _Making(self._asks, self._watch, watcher, self._keeper(method))
        self._making.begin(method, set_aside=set_aside)

    def cancel(self) -> None:
        """Give up the plan that is being made, unless it is being written down already."""
        self._watch.cancel()
        if self._making is not None:
            self._making.give_up()

    def compare(self, method: PlanMethod, then: Callable[[Comparison], None], /) -> None:
        """See what another method would give; a plan that is wanted comes first."""

        def tell(request: PlanRequest, _job: PlanJob, plan: SeatingPlan | Clash) -> None:
            if isinstance(plan, SeatingPlan):
                self._asks.ask(lambda _unit: _comparison(method, request, plan), then)

        def begin(request: PlanRequest) -> None:
            job = PlanJob(method, request, set_aside=True)
            self._beside.start(job, partial(tell, request))

        self._asks.ask(_readable_request, begin, _nothing_to_compare)

    def stop(self) -> None:
        """Let go of everything that is on its way, because the program ends."""
        self.cancel()
        self._beside.cancel()

    def _keeper(self, method: PlanMethod) -> "_Keeps":
        def keep(
            unit: UnitOfWork, request: PlanRequest, plan: SeatingPlan, job: PlanJob
        ) -> PlanOutcome:
            return keep_plan(
                unit,
                self._clock,
                request,
                plan,
                method,
                station=self._station,
                publish=False,
                dropped=job.dropped,
            )

        return keep


_Keeps = Callable[[UnitOfWork, PlanRequest, SeatingPlan, PlanJob], PlanOutcome]


class _Making:
    """One plan on its way, from the request to the draft."""

    def __init__(self, asks: Asks, watch: PlanWatch, watcher: WatchesMaking, keep: _Keeps) -> None:
        self._asks, self._watch, self._watcher, self._keep = asks, watch, watcher, keep
        self._is_wanted, self._is_solved = True, False

    def begin(self, method: PlanMethod, *, set_aside: bool) -> None:
        """Read what the planner may know, and let it solve."""

        def solve(request: PlanRequest) -> None:
            if self._is_wanted:
                self._watch.start(
                    PlanJob(method, request, set_aside=set_aside),
                    partial(self._solved, request),
                    stepped=self._watcher.stepped,
                    failed=self._watcher.failed,
                )

        self._asks.ask(_readable_request, solve, self._refused)

    def give_up(self) -> None:
        """Nothing more comes of it, unless it is being written down already."""
        self._is_wanted = self._is_solved

    def _solved(self, request: PlanRequest, job: PlanJob, result: SeatingPlan | Clash) -> None:
        self._is_solved = True
        if isinstance(result, Clash):
            self._asks.ask(partial(_by_name, result), self._refused)
        else:
            self._asks.ask(
                lambda unit: self._keep(unit, request, result, job),
                self._watcher.made,
                self._refused,
            )

    def _refused(self, refusal: Refusal) -> None:
        if self._is_wanted:
            self._watcher.refused(refusal)


def _readable_request(unit: UnitOfWork) -> PlanRequest:
    request = plan_request(unit)
    require_people(request)
    return request


def _by_name(clash: Clash, unit: UnitOfWork) -> PlanClash:
    return PlanClash(named(unit, clash.demands), clash.why)


def _comparison(method: PlanMethod, request: PlanRequest, plan: SeatingPlan) -> Comparison:
    return Comparison(method, figures_of(request, plan.conversations), plan.bound)


def _nothing_to_compare(_refusal: Refusal) -> None:
    """The plan that was made says what is the matter; a comparison need not."""
