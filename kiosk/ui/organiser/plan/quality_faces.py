"""How good a plan is, in figures and words, never better than it is."""

from decimal import Decimal

from babel.numbers import format_decimal

from kiosk.domain.plan import PlanBound, PlanFigures, PlanOrigin, PlanState
from kiosk.i18n import N_, _, language, ngettext
from kiosk.i18n.plan_messages import method_name
from kiosk.services.overview import PlanOverview
from kiosk.services.seating import PlanGrid
from kiosk.ui.organiser.actions import Comparison
from kiosk.ui.organiser.plan.reading import PlanReading
from kiosk.ui.organiser.plan.state import Line, QualityFace
from kiosk.ui.organiser.wording import span

_IN_FORCE = {
    PlanOrigin.MADE: N_("Version {version} is in force."),
    PlanOrigin.BY_HAND: N_("Version {version} is in force, changed by hand."),
    PlanOrigin.REPAIRED: N_("Version {version} is in force, repaired today."),
    PlanOrigin.POLISHED: N_("Version {version} is in force, polished today."),
    PlanOrigin.RESTORED: N_("Version {version} is in force, put back today."),
}


def share_text(figures: PlanFigures, bound: PlanBound | None) -> str | None:
    """The share of the best possible, as "99.8 %"; None where there is nothing to hold it to.

    It is rounded down, so that "100 %" says that nothing better exists. Points that were bought
    with fairness are no share of a fair plan's.
    """
    if bound is None or bound.points <= 0 or figures.points > bound.points:
        return None
    if figures.points == bound.points and figures.least >= bound.least:
        return "100\N{NO-BREAK SPACE}%"
    tenths = Decimal(min(max(figures.points, 0) * 1000 // bound.points, 999)) / 10
    number = format_decimal(tenths, format="0.0", locale=language())
    return f"{number}\N{NO-BREAK SPACE}%"


def quality_face(grid: PlanGrid, reading: PlanReading, other: Comparison | None) -> QualityFace:
    """The card of a plan. What another method proved counts for this plan as well."""
    figures = grid.figures
    bound = grid.bound or (other.bound if other else None)
    share = share_text(figures, bound)
    people = span(figures.least, figures.most)
    return QualityFace(
        figure=share or people,
        caption=_("of the best possible") if share else _("conversations per person"),
        standing=_standing(grid, reading.overview),
        is_draft=grid.state is PlanState.DRAFT,
        wishes=Line(_("Wishes met"), _out_of(figures.wishes_met, figures.wishes)),
        facts=(
            *_turns(figures, bound, people if share else None),
            *_demands(figures, reading),
            Line(_("Mean walk"), _("{metres} m").format(metres=round(figures.walk))),
            Line(_("Longest wait"), _rounds(figures.longest_wait)),
            Line(_("Empty seats"), str(figures.empty_seats)),
        ),
    )


def comparison_text(other: Comparison, bound: PlanBound | None) -> str:
    """What the other method would give, in one small line."""
    figures = other.figures
    facts = {
        "method": method_name(other.method),
        "span": span(figures.least, figures.most),
        "wishes": _out_of(figures.wishes_met, figures.wishes),
    }
    share = share_text(figures, other.bound or bound)
    if share is None:
        return _("{method}: {span} conversations each, {wishes} wishes").format(**facts)
    return _("{method}: {share}, {span} conversations each, {wishes} wishes").format(
        **facts, share=share
    )


def _standing(grid: PlanGrid, overview: PlanOverview) -> str:
    if grid.state is PlanState.PUBLISHED:
        return _(_IN_FORCE[grid.origin]).format(version=grid.version)
    if overview.published is None:
        return _("Draft. No plan is in force yet.")
    return _("Draft. Version {version} is in force.").format(version=overview.published)


def _turns(figures: PlanFigures, bound: PlanBound | None, people: str | None) -> list[Line]:
    lines = [Line(_("Conversations per person"), people)] if people else []
    if not people:
        lines.append(Line(_("Conversations"), str(figures.conversations)))
    if bound is not None and figures.least < bound.least:
        lines.append(Line(_("Best possible least"), str(bound.least), "warn"))
    return lines


def _demands(figures: PlanFigures, reading: PlanReading) -> list[Line]:
    """Musts, forbidden combinations, and what is better not there at all."""
    forbidden = _forbidden(reading.overview)
    lines = [Line(_("Forbidden combinations"), str(forbidden), _bad(forbidden))]
    if figures.musts:
        tone = "bad" if figures.musts_met < figures.musts else "ink"
        lines.insert(0, Line(_("Musts met"), _out_of(figures.musts_met, figures.musts), tone))
    if figures.rather_not:
        lines.append(Line(_("Rather-not combinations"), str(figures.rather_not), "warn"))
    if reading.broken:
        lines.append(Line(_("Not possible any more"), str(len(reading.broken)), "bad"))
    return lines


def _forbidden(overview: PlanOverview) -> int:
    never = {seeker.candidate_id: seeker.never for seeker in overview.request.seekers}
    return sum(c.employer_id in never.get(c.candidate_id, ()) for c in overview.conversations)


def _bad(count: int) -> str:
    return "bad" if count else "ink"


def _out_of(met: int, of: int) -> str:
    return _("{met} / {wishes}").format(met=met, wishes=of)


def _rounds(count: int) -> str:
    return ngettext("{count} round", "{count} rounds", count).format(count=count)
