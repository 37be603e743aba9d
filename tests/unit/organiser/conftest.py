"""What presenters need: answers at once, and a record of what a view would have been given."""

from collections.abc import Callable

import pytest

from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanMethod
from kiosk.i18n import speaking
from kiosk.planning.carousel import Carousel
from kiosk.services.seating import make_plan
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


@pytest.fixture
def planner(clock):
    """Makes a carousel plan."""
    method = PlanMethod.CAROUSEL
    return lambda unit: make_plan(unit, clock, Carousel(), method, station="organiser")
