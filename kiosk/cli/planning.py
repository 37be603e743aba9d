"""``stoelendans plan``: make a plan, tell how good it is, and why wishes were not met."""

from argparse import Namespace
from collections.abc import Iterator
from math import floor

from kiosk.cli.files import opened
from kiosk.cli.output import complain, say, say_json
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SystemClock
from kiosk.domain.people import badge_label
from kiosk.domain.plan import (
    PlanFigures,
    PlanMethod,
    PlanState,
    UnmetWish,
    figures_of,
)
from kiosk.i18n import _
from kiosk.i18n.plan_messages import clash_text, demand_text, unmet_text
from kiosk.planning import PLANNERS
from kiosk.services.seating import Names, PlanClash, PlanOutcome, make_plan, names_of, plan_request

STATION = "command line"
DONE, REFUSED = 0, 1
MANY_PAIRS = 50_000


def plan_command(arguments: Namespace) -> int:
    """Make a plan, put it in force unless it is to be a draft, and tell what it gives."""
    method: PlanMethod = arguments.method
    with opened(arguments) as file:
        try:
            outcome = _make(file, method, arguments)
        except PlanClash as clash:
            complain(clash_text(clash.demands, clash.why))
            complain(_("With --set-aside the plan is made without what can't be kept."))
            return REFUSED
        names = names_of(file.unit())
        beside = _carousel_beside(file) if method is PlanMethod.BEST else None
    if arguments.json:
        say_json(_facts(outcome, names, beside))
    else:
        say(*_lines(outcome, names, beside))
    return DONE


def _make(file: EventFile, method: PlanMethod, arguments: Namespace) -> PlanOutcome:
    return make_plan(
        file.unit(),
        SystemClock(),
        PLANNERS[method](),
        method,
        station=STATION,
        publish=not arguments.draft,
        set_aside=arguments.set_aside,
        seed=arguments.seed,
    )


def _carousel_beside(file: EventFile) -> PlanFigures | None:
    """What the simple choice would give; None for a day so large that it takes too long."""
    request = plan_request(file.unit())
    if len(request.seekers) * len(request.tables) > MANY_PAIRS:
        return None
    carousel = PLANNERS[PlanMethod.CAROUSEL]().plan(request)
    return figures_of(request, carousel.conversations)


def _facts(outcome: PlanOutcome, names: Names, beside: PlanFigures | None) -> dict[str, object]:
    plan = outcome.plan
    return {
        "version": plan.version,
        "state": plan.state,
        "method": plan.method,
        "seed": plan.seed,
        "bound": plan.bound,
        "share": outcome.share,
        "figures": outcome.figures,
        "carousel": beside,
        "set_aside": outcome.set_aside,
        "unmet": [_unmet_facts(wish, names) for wish in outcome.unmet],
        "conversations": plan.conversations,
    }


def _unmet_facts(wish: UnmetWish, names: Names) -> dict[str, object]:
    badge_number, name = names.people[wish.candidate_id]
    return {
        "candidate_id": wish.candidate_id,
        "badge_number": badge_number,
        "name": name,
        "employer_id": wish.employer_id,
        "employer": names.employers[wish.employer_id],
        "strength": wish.strength,
        "must": wish.must,
        "why": wish.why,
        "text": unmet_text(wish.why),
    }


def _lines(outcome: PlanOutcome, names: Names, beside: PlanFigures | None) -> Iterator[str]:
    figures, plan = outcome.figures, outcome.plan
    yield _("Plan {version}: {conversations} conversations.").format(
        version=plan.version, conversations=figures.conversations
    )
    yield _("Everyone has {least} to {most} conversations.").format(
        least=figures.least, most=figures.most
    )
    if outcome.share is not None:
        yield _("That is {share} % of the best possible.").format(
            share=floor(outcome.share * 1000) / 10
        )
    yield _("Wishes met: {met} of {wishes}. Seats left empty: {empty}.").format(
        met=figures.wishes_met, wishes=figures.wishes, empty=figures.empty_seats
    )
    for demand in outcome.set_aside:
        yield _("Made without: {demand}.").format(demand=demand_text(demand))
    yield from (_unmet_line(wish, names) for wish in outcome.unmet)
    if beside is not None:
        yield _(
            "The carousel would meet {met} wishes, with {least} to {most} conversations."
        ).format(met=beside.wishes_met, least=beside.least, most=beside.most)
    if plan.state is PlanState.DRAFT:
        yield _("It is a draft: publish it on the page Plan.")


def _unmet_line(wish: UnmetWish, names: Names) -> str:
    badge_number, name = names.people[wish.candidate_id]
    return "  " + _("{badge} {name}, {employer}: {why}").format(
        badge=badge_label(badge_number),
        name=name,
        employer=names.employers[wish.employer_id],
        why=unmet_text(wish.why),
    )
