"""What a plan is made from, and what can be done with it, in words."""

from dataclasses import dataclass

from kiosk.domain.plan import PlanMethod, PlanState, PlanStep
from kiosk.i18n import _
from kiosk.i18n.plan_messages import clash_text, demand_texts, method_name, step_text
from kiosk.services.overview import PlanOverview
from kiosk.services.seating import NamedDemand, PlanClash
from kiosk.ui.organiser.actions import Comparison
from kiosk.ui.organiser.plan.quality_faces import comparison_text
from kiosk.ui.organiser.plan.state import DemandsFace, Line, OptionsFace
from kiosk.ui.organiser.wording import span

MINUTE = 60
STEPS = tuple(PlanStep)


@dataclass(frozen=True, slots=True)
class Doing:
    """What the page is busy with. ``step`` is the newest of a plan that is being made."""

    is_busy: bool = False
    is_making: bool = False
    is_armed: bool = False
    step: PlanStep | None = None


def options_face(
    overview: PlanOverview,
    doing: Doing,
    methods: tuple[PlanMethod, ...],
    method: PlanMethod,
    other: Comparison | None,
) -> OptionsFace:
    """The card with the buttons."""
    grid = overview.grid
    has_draft = grid is not None and grid.state is PlanState.DRAFT
    free = not doing.is_busy
    return OptionsFace(
        facts=_facts(overview),
        methods=tuple((each, method_name(each)) for each in methods),
        method=method,
        comparison=comparison_text(other, grid.bound if grid else None) if other else "",
        make_text=_("Make again") if has_draft else _("Make plan"),
        publish_text=_("Sure? Again") if doing.is_armed else _("Publish"),
        can_make=free and bool(overview.candidates and overview.employers),
        can_publish=free and has_draft,
        can_print=free and overview.published is not None,
        has_draft=has_draft,
        working=_working(doing),
        done=STEPS.index(doing.step) if doing.step else 0,
        steps=len(STEPS),
    )


def empty_text(overview: PlanOverview) -> str:
    """Why there is no plan."""
    if not overview.candidates or not overview.employers:
        return _("Take in the people and the employers first, on the page People.")
    return _("{candidates} people and {employers} employers are waiting for a plan.").format(
        candidates=overview.candidates, employers=overview.employers
    )


def clash_face(clash: PlanClash) -> DemandsFace:
    """Demands that can't all be kept, with the offer to do without."""
    return DemandsFace(clash_text(clash.demands, clash.why), can_go_on=True)


def set_aside_face(demands: tuple[NamedDemand, ...]) -> DemandsFace:
    """Demands that the plan was made without."""
    listed = "; ".join(demand_texts(demands))
    return DemandsFace(_("Made without: {demands}.").format(demands=listed), can_go_on=False)


def _working(doing: Doing) -> str:
    if not doing.is_making:
        return ""
    return step_text(doing.step) if doing.step else _("Reading the wishes …")


def _facts(overview: PlanOverview) -> tuple[Line, ...]:
    lengths = sorted({phase.seconds // MINUTE for phase in overview.rounds})
    minutes = span(lengths[0], lengths[-1]) if lengths else "0"
    rounds = _("{rounds} \u00d7 {minutes} min").format(rounds=len(overview.rounds), minutes=minutes)
    changeover = _("{minutes} min").format(minutes=overview.changeover_seconds // MINUTE)
    return (Line(_("Rounds"), rounds), Line(_("Changeover"), changeover))
