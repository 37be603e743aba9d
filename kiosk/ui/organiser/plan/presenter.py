"""The plan page without its paint: what is shown, and what making and publishing do."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import PlanMethod, PlanState, PlanStep
from kiosk.i18n import _, language, ngettext
from kiosk.services.ports import StoredPlan, UnitOfWork
from kiosk.services.seating import PlanClash, PlanGrid, PlanOutcome, publish_plan
from kiosk.ui.organiser.actions import Comparison, MakesPlans, Printed, Prints
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.plan.grid_faces import grid_face
from kiosk.ui.organiser.plan.hand_presenter import HandPresenter
from kiosk.ui.organiser.plan.list_faces import list_face
from kiosk.ui.organiser.plan.options_faces import (
    Doing,
    clash_face,
    empty_text,
    options_face,
    set_aside_face,
)
from kiosk.ui.organiser.plan.place_presenter import PlacePresenter
from kiosk.ui.organiser.plan.quality_faces import quality_face
from kiosk.ui.organiser.plan.reading import PlanReading, read_plan
from kiosk.ui.organiser.plan.state import DemandsFace, Drawer, PlanFace
from kiosk.ui.tasks.asking import Asks


class PlanPresenter:
    """``show`` and ``tell`` are set by the view; ``planned`` is called when another plan counts.

    ``hand`` changes the plan by hand, ``place`` is the list of employers for one place of it.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        makes: MakesPlans,
        print_route_cards: Prints,
        station: str,
    ) -> None:
        self._asks, self._clock, self._station = asks, clock, station
        self._makes, self._print = makes, print_route_cards
        self._reading: PlanReading | None = None
        self._doing = Doing()
        self._method = makes.methods[0]
        self._other: tuple[int, Comparison] | None = None
        self._demands: DemandsFace | None = None
        self._drawer: Drawer | None = None
        self.hand = HandPresenter(asks, clock, station)
        self.place = PlacePresenter(asks, clock, station, self.hand)
        self.show: Callable[[PlanFace], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.planned: Callable[[], None] = _no_one
        for part in (self.hand, self.place):
            part.tell = self._pass_on
            part.changed = self.refresh

    def refresh(self) -> None:
        """Read the plan anew."""
        self._asks.ask(partial(read_plan, language()), self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        reading = self._reading
        if reading is not None and reading.overview.grid is not None:
            again = grid_face(reading.overview.grid, reading.broken)
            self._reading = replace(reading, grid=again)
        self._render()
        self.hand.retranslate()
        self.place.retranslate()

    def choose_method(self, method: PlanMethod) -> None:
        """Make the next plan in this way."""
        self._method = method
        self._render()

    def make(self) -> None:
        """Make a plan as a draft; demands that can't be met are told."""
        self._make(set_aside=False)

    def make_without(self) -> None:
        """Make it without the demands that can't be met."""
        self._make(set_aside=True)

    def _make(self, *, set_aside: bool) -> None:
        self._demands = None
        self._start(Doing(is_busy=True, is_making=True))
        self._makes.make(self._method, self, set_aside=set_aside)

    def cancel(self) -> None:
        """Make no plan after all; nothing has changed."""
        self._makes.cancel()
        self._stop(Notice(_("No plan was made, and nothing has changed."), "info"))

    def publish(self) -> None:
        """Put the draft in force; on a day that has begun only when it is asked twice."""
        reading = self._reading
        grid = reading.overview.grid if reading else None
        if reading is None or grid is None or grid.state is not PlanState.DRAFT:
            return
        if reading.overview.begun and not self._doing.is_armed:
            self._doing = Doing(is_armed=True)
            text = _(
                "Conversations were held already. This plan changes routes from round {number} on."
                " Press once more to publish it all the same."
            )
            first = reading.overview.request.first_round
            self.tell(Notice(text.format(number=first), "warn"))
            self._render()
            return
        self._start(Doing(is_busy=True))
        self._asks.ask(partial(self._publish, grid.version), self._published, self.refused)

    def print_route_cards(self) -> None:
        """Make the route cards of the plan in force."""
        self._start(Doing(is_busy=True))
        spoken = language()
        self._asks.ask_aside(lambda unit: self._print(unit, spoken), self._printed, self.refused)

    def toggle_list(self, drawer: Drawer) -> None:
        """Open a list below the grid, or close it."""
        self._drawer = None if self._drawer is drawer else drawer
        self._render()

    def close_list(self) -> None:
        """Close the list below the grid."""
        self._drawer = None
        self._render()

    def close_demands(self) -> None:
        """The organiser has read what clashes, or was left out."""
        self._demands = None
        self._render()

    def dismiss(self) -> None:
        """The organiser has read it, and is not so sure any more."""
        self._doing = replace(self._doing, is_armed=False)
        self.tell(None)
        self._render()

    def stepped(self, step: PlanStep, /) -> None:
        """The plan that is being made has come so far."""
        self._doing = replace(self._doing, step=step)
        self._render()

    def made(self, outcome: PlanOutcome, /) -> None:
        """A draft is there."""
        if outcome.set_aside:
            self._demands = set_aside_face(outcome.set_aside)
        count = outcome.figures.conversations
        text = ngettext(
            "Draft {version} is made: {count} conversation. It counts once you publish it.",
            "Draft {version} is made: {count} conversations. It counts once you publish it.",
            count,
        )
        self._stop(Notice(text.format(version=outcome.plan.version, count=count)))
        self.refresh()
        others = [each for each in self._makes.methods if each is not outcome.plan.method]
        for method in others[:1]:
            self._makes.compare(method, partial(self._compared, outcome.plan.version))

    def refused(self, refusal: Refusal, /) -> None:
        """Nothing was made, published or printed, and this is why."""
        if isinstance(refusal, PlanClash):
            self._demands = clash_face(refusal)
            self._stop(None)
        else:
            self._stop(notice_of(refusal))

    def failed(self) -> None:
        """The planner has a fault."""
        self._stop(
            Notice(
                _("The plan could not be made, by a fault of this program. Nothing has changed."),
                "warn",
            )
        )

    def _pass_on(self, notice: Notice | None) -> None:
        self.tell(notice)

    def _publish(self, version: int, unit: UnitOfWork) -> StoredPlan:
        return publish_plan(unit, self._clock, version, station=self._station)

    def _published(self, plan: StoredPlan) -> None:
        self._stop(Notice(_("Plan {version} is in force.").format(version=plan.version)))
        self.refresh()
        self.planned()

    def _printed(self, printed: Printed) -> None:
        text = ngettext(
            "{count} route card is ready to print.",
            "{count} route cards are ready to print.",
            printed.count,
        ).format(count=printed.count)
        overview = self._reading.overview if self._reading else None
        if overview and overview.grid and overview.grid.version != overview.published:
            note = _("They are of version {version}, which is in force, not of the draft.")
            text = f"{text} {note.format(version=overview.published)}"
        self._stop(Notice(text, path=printed.path))

    def _compared(self, version: int, other: Comparison) -> None:
        self._other = version, other
        self._render()

    def _start(self, doing: Doing) -> None:
        self._doing = doing
        self.tell(None)
        self._render()

    def _stop(self, notice: Notice | None) -> None:
        self._doing = Doing()
        self.tell(notice)
        self._render()

    def _take(self, reading: PlanReading) -> None:
        self._reading = reading
        self.hand.take_reading(reading)
        self.place.take_reading()
        self._render()

    def _render(self) -> None:
        if self._reading is not None:
            self.show(self._face(self._reading))

    def _face(self, reading: PlanReading) -> PlanFace:
        overview = reading.overview
        grid, methods = overview.grid, tuple(self._makes.methods)
        other = self._comparison(grid)
        return PlanFace(
            grid=reading.grid,
            empty=empty_text(overview),
            quality=quality_face(grid, reading, other) if grid else None,
            options=options_face(overview, self._doing, methods, self._method, other),
            demands=self._demands,
            drawer=list_face(self._drawer, reading) if self._drawer and grid else None,
            versions_text=_("Versions"),
        )

    def _comparison(self, grid: PlanGrid | None) -> Comparison | None:
        """What the other method gave beside this very plan."""
        if grid is None or self._other is None or self._other[0] != grid.version:
            return None
        return self._other[1]


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
