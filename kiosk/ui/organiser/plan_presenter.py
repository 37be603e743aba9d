"""The plan page without its paint: what is shown, and what its two buttons do."""

from collections.abc import Callable
from functools import partial

from kiosk.domain.errors import Refusal
from kiosk.domain.people import badge_label
from kiosk.domain.plan import PlanFigures, PlanMethod
from kiosk.i18n import N_, _, language, ngettext
from kiosk.services.overview import PlanOverview, plan_overview
from kiosk.services.seating import CellKind, GridCell, GridRow, PlanGrid, PlanOutcome
from kiosk.ui.organiser.actions import MakesPlan, Printed, Prints
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.plan_state import CellFace, GridFace, Line, PlanFace, RowFace
from kiosk.ui.organiser.wording import NONE, short_name, span
from kiosk.ui.tasks.asking import Asks

_METHODS = {PlanMethod.CAROUSEL: N_("Carousel")}
MINUTE = 60


class PlanPresenter:
    """``show`` and ``tell`` are set by the view; ``planned`` is called after a new plan."""

    def __init__(self, asks: Asks, make_plan: MakesPlan, print_route_cards: Prints) -> None:
        self._asks = asks
        self._make_plan = make_plan
        self._print = print_route_cards
        self._overview: PlanOverview | None = None
        self._busy = False
        self._armed = False
        self.show: Callable[[PlanFace], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.planned: Callable[[], None] = _no_one

    def refresh(self) -> None:
        """Read the plan anew."""
        self._asks.ask(plan_overview, self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        if self._overview is not None:
            self.show(self._face(self._overview))

    def make(self) -> None:
        """Make a plan; on a day that has begun only when it is asked twice."""
        if self._overview and self._overview.begun and not self._armed:
            self._armed = True
            self.tell(
                Notice(
                    _(
                        "Conversations were held already. A new plan changes everybody's route. "
                        "Press once more to make it all the same."
                    ),
                    "warn",
                )
            )
            self.retranslate()
            return
        self._start()
        self._asks.ask(self._make_plan, self._made, self._refused)

    def print_route_cards(self) -> None:
        """Make the route cards of the plan in force."""
        self._start()
        spoken = language()
        self._asks.ask(lambda unit: self._print(unit, spoken), self._printed, self._refused)

    def dismiss(self) -> None:
        """The organiser has read it, and is not so sure any more."""
        self._armed = False
        self.tell(None)
        self.retranslate()

    def _start(self) -> None:
        self._busy = True
        self._armed = False
        self.tell(None)
        self.retranslate()

    def _made(self, outcome: PlanOutcome) -> None:
        self._busy = False
        count = outcome.figures.conversations
        text = ngettext(
            "Plan {version} is in force: {count} conversation.",
            "Plan {version} is in force: {count} conversations.",
            count,
        )
        self.tell(Notice(text.format(version=outcome.plan.version, count=count)))
        self.refresh()
        self.planned()

    def _printed(self, printed: Printed) -> None:
        self._busy = False
        text = ngettext(
            "{count} route card is ready to print.",
            "{count} route cards are ready to print.",
            printed.count,
        )
        self.tell(Notice(text.format(count=printed.count), path=printed.path))
        self.retranslate()

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self.tell(notice_of(refusal))
        self.retranslate()

    def _take(self, overview: PlanOverview) -> None:
        self._overview = overview
        self.show(self._face(overview))

    def _face(self, overview: PlanOverview) -> PlanFace:
        grid = overview.grid
        return PlanFace(
            grid=_grid(grid) if grid else None,
            empty=_empty(overview),
            figure=span(grid.figures.least, grid.figures.most) if grid else NONE,
            figure_caption=_("conversations per person"),
            facts=_facts(grid.figures, overview.avoided) if grid else (),
            options=_options(overview),
            make_text=self._make_text(grid),
            can_make=not self._busy and bool(overview.candidates and overview.employers),
            can_print=not self._busy and grid is not None,
        )

    def _make_text(self, grid: PlanGrid | None) -> str:
        if self._busy:
            return _("One moment …")
        if self._armed:
            return _("Sure? Again")
        return _("Make a new plan") if grid else _("Make a plan")


def _empty(overview: PlanOverview) -> str:
    if not overview.candidates or not overview.employers:
        return _("Take in the people and the employers first, on the page People.")
    return _("{candidates} people and {employers} employers are waiting for a plan.").format(
        candidates=overview.candidates, employers=overview.employers
    )


def _facts(figures: PlanFigures, avoided: int) -> tuple[Line, ...]:
    met = _("{met} / {wishes}").format(met=figures.wishes_met, wishes=figures.wishes)
    return (
        Line(_("Conversations"), str(figures.conversations)),
        Line(_("Wishes met"), met),
        Line(_("Empty seats"), str(figures.empty_seats)),
        Line(_("Forbidden pairs"), str(avoided), "bad" if avoided else "ink"),
    )


def _options(overview: PlanOverview) -> tuple[Line, ...]:
    lengths = sorted({phase.seconds // MINUTE for phase in overview.rounds})
    minutes = span(lengths[0], lengths[-1]) if lengths else "0"
    method = overview.grid.method if overview.grid else PlanMethod.CAROUSEL
    return (
        Line(
            _("Rounds"),
            _("{rounds} \u00d7 {minutes} min").format(rounds=len(overview.rounds), minutes=minutes),
        ),
        Line(
            _("Changeover"),
            _("{minutes} min").format(minutes=overview.changeover_seconds // MINUTE),
        ),
        Line(_("Method"), _(_METHODS[method])),
    )


def _grid(grid: PlanGrid) -> GridFace:
    numbers = [phase.round_number for phase in grid.rounds]
    return GridFace(
        tuple(_("R{number}").format(number=number) for number in numbers),
        tuple(map(_row, grid.rows)),
    )


def _row(row: GridRow) -> RowFace:
    face = partial(_cell, row.name)
    return RowFace(badge_label(row.badge_number), row.name, tuple(map(face, row.cells)))


def _cell(name: str, cell: GridCell) -> CellFace:
    where = {"name": name, "number": cell.round_number}
    if cell.kind is CellKind.REST:
        spoken = _("{name}, round {number}: rest").format(**where)
        return CellFace(cell.kind, _("rest"), spoken)
    if cell.kind is CellKind.AWAY:
        return CellFace(cell.kind, NONE, _("{name}, round {number}: not there").format(**where))
    spoken = (
        _("{name}, round {number}: {employer}, table {table}, as wished")
        if cell.wanted
        else _("{name}, round {number}: {employer}, table {table}")
    )
    facts = {**where, "employer": cell.employer_name, "table": cell.table_number}
    text = short_name(cell.employer_name)
    return CellFace(cell.kind, text, spoken.format(**facts), cell.wanted)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
