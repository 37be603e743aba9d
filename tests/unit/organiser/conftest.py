"""What presenters need: answers at once, and a record of what a view would have been given."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanMethod, figures_of
from kiosk.i18n import speaking
from kiosk.planning import PLANNERS
from kiosk.services.seating import make_plan, plan_request
from kiosk.ui.organiser.actions import Comparison, Printed
from kiosk.ui.organiser.plan.presenter import PlanPresenter
from tests.helpers.days import small_day


class AnswersAtOnce:
    """Runs a use case on the real file while the asker waits."""

    def __init__(self, units) -> None:
        self._units = units

    def ask(self, use_case, then, otherwise: Callable[[Refusal], None] | None = None) -> None:
        try:
            answer = use_case(self._units())
        except Refusal as refusal:
            assert otherwise is not None, "nobody would hear of this refusal"
            otherwise(refusal)
        else:
            then(answer)

    ask_aside = ask


class Seen:
    """The last thing that was shown."""

    def __init__(self) -> None:
        self.last = None

    def __call__(self, value) -> None:
        self.last = value


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.fixture
def asks(units) -> AnswersAtOnce:
    return AnswersAtOnce(units)


@pytest.fixture
def seen() -> type[Seen]:
    return Seen


@pytest.fixture
def people(units):
    """Six candidates, four employers."""
    with units() as unit:
        codes = small_day(unit)
        unit.commit()
    return codes


class MakesAtOnce:
    """Makes plans with the real planners, while the asker waits."""

    methods = (PlanMethod.BEST, PlanMethod.CAROUSEL)

    def __init__(self, asks: AnswersAtOnce, clock) -> None:
        self._asks, self._clock = asks, clock

    def make(self, method, watcher, /, *, set_aside) -> None:
        def make(unit):
            planner = PLANNERS[method]()
            options = {"publish": False, "set_aside": set_aside}
            return make_plan(unit, self._clock, planner, method, station="office", **options)

        self._asks.ask(make, watcher.made, watcher.refused)

    def cancel(self) -> None:
        pass

    def compare(self, method, then, /) -> None:
        def compare(unit):
            request, planner = plan_request(unit), PLANNERS[method]()
            made = planner.plan(request)
            return Comparison(method, figures_of(request, made.conversations), made.bound)

        self._asks.ask(compare, then)


class StillMaking(MakesAtOnce):
    """Never gets anywhere by itself."""

    def __init__(self, asks, clock) -> None:
        super().__init__(asks, clock)
        self.watcher = None
        self.cancelled = False

    def make(self, method, watcher, /, *, set_aside) -> None:
        self.watcher = watcher

    def cancel(self) -> None:
        self.cancelled = True


@pytest.fixture
def makes(asks, clock) -> MakesAtOnce:
    return MakesAtOnce(asks, clock)


@pytest.fixture
def still_making(asks, clock) -> StillMaking:
    return StillMaking(asks, clock)


@pytest.fixture
def plan_page(asks, clock, seen):
    """Builds the plan page's presenter, with what a view would have been given."""

    def build(makes, prints=lambda _unit, language: Printed(Path(language), 6)) -> PlanPresenter:
        presenter = PlanPresenter(asks, clock, makes, prints, "office")
        for part in (presenter, presenter.hand, presenter.place):
            part.show = seen()
        presenter.tell = seen()
        return presenter

    return build


@pytest.fixture
def page(plan_page, makes):
    return plan_page(makes)
