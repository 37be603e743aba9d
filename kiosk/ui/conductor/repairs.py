"""Repairs of the day without paint: which panel is open, what was done, and what is proposed.

It holds nothing of the room itself: that comes with every state.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kiosk.domain.event import Event
from kiosk.domain.plan import PlanRequest, SeatingPlan
from kiosk.i18n import N_, _
from kiosk.services.conductor_state import ConductorState
from kiosk.services.seating.effects import DayEffect
from kiosk.services.seating.proposals import PlanProposal
from kiosk.ui.conductor.change_words import (
    consequence,
    happened,
    improvement,
    is_improvement,
    new_plan,
    proposal_title,
)
from kiosk.ui.conductor.panels import (
    day_panel,
    effect_panel,
    moment_of,
    rest_panel,
    table_panel,
)
from kiosk.ui.conductor.state import Gesture, NoticeAction, NoticeFace, PanelAction, PanelFace


class Improving(StrEnum):
    """How far the search for a better rest of the day is, or how it ended without one."""

    SEARCHING = "searching"
    NOTHING_BETTER = "nothing-better"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Improvement:
    """A better rest of the day: what it was made from, the plan, and what it changes."""

    request: PlanRequest
    plan: SeatingPlan
    effect: DayEffect


@dataclass(frozen=True, slots=True)
class Done:
    """The last thing that was done to the plan, or ``undone``."""

    effect: DayEffect
    undone: bool


_IMPROVING = {
    Improving.SEARCHING: (
        N_("Looking for a better rest of the day …"),
        N_("Everything goes on meanwhile. You decide whether it is used."),
    ),
    Improving.NOTHING_BETTER: (
        N_("The plan is good as it is."),
        N_("Nothing better was found for the rest of the day, so all stays as it is."),
    ),
    Improving.FAILED: (
        N_("No better plan came of it."),
        N_("Something went wrong while looking. The plan stays as it is."),
    ),
}


class RepairPresenter:
    """Decides which notice about the plan comes first, and what the open panel shows.

    What was just done goes before what might be done; a proposal comes last and never twice when
    the host left it.
    """

    def __init__(self) -> None:
        self._panel: UUID | Gesture | None = None
        self._done: Done | None = None
        self._improving: Improving | None = None
        self._found: Improvement | None = None
        self._proposal: PlanProposal | None = None
        self._left: PlanProposal | None = None
        self.supersedes: Callable[[], None] = _nothing

    @property
    def is_viewing(self) -> bool:
        """Whether the host looks at who would change: then nothing else takes its place."""
        return self._panel is Gesture.VIEW

    @property
    def answers_host(self) -> bool:
        """Whether the notice is about something that the host did or asked for."""
        return bool(self._done or self._improving or self._found)

    @property
    def is_searching(self) -> bool:
        """Whether a better rest of the day is being looked for."""
        return self._improving is Improving.SEARCHING

    @property
    def known(self) -> PlanProposal | None:
        """The last proposal, be it left or not."""
        return self._proposal

    @property
    def accepted(self) -> PlanProposal | Improvement | None:
        """What "apply" is about right now."""
        return None if self._done or self._improving else self._found or self._offered

    def open(self, panel: UUID | Gesture) -> None:
        """Show a table, the list of rest, the day, or what a notice is about."""
        self._panel = panel

    def close(self) -> None:
        """Put the panel away."""
        self._panel = None

    def moved_on(self) -> None:
        """Another phase began: what was open or said was about the one before."""
        self._panel = self._done = self._improving = self._found = None

    def show_done(self, effect: DayEffect, *, undone: bool) -> None:
        """The plan was changed; what was proposed before is no longer sure."""
        self.moved_on()
        self._done = Done(effect, undone)
        self._proposal = None
        self.supersedes()

    def put_done_away(self) -> None:
        """Something else was done since."""
        self._done = None

    def forget_done(self) -> None:
        """It was said long enough, unless the host is looking at it."""
        if not self.is_viewing:
            self._done = None

    def show_proposal(self, proposal: PlanProposal | None) -> None:
        """What the check-ins say; None when all is well."""
        if not self.is_viewing:
            self._proposal = proposal

    def searching(self) -> None:
        """A better rest of the day is being looked for."""
        self.moved_on()
        self._improving = Improving.SEARCHING

    def search_ended(self, how: Improving | None = None) -> None:
        """Nothing came of it; None when the host stopped it."""
        self._improving = how

    def show_found(self, found: Improvement) -> None:
        """A plan was found; it is only worth a question when it is better."""
        better = is_improvement(found.effect)
        self._improving = None if better else Improving.NOTHING_BETTER
        self._found = found if better else None

    def leave_it(self) -> None:
        """The host has read it, or wants it not."""
        if self.answers_host:
            self._done = self._improving = self._found = None
        else:
            self._left = self._proposal
        self._panel = None

    def notice(self, state: ConductorState) -> NoticeFace | None:
        """What the bar says about the plan."""
        if self._done:
            return self._done_notice(self._done, state.event)
        if self._improving:
            return _improving_notice(self._improving)
        if self._found:
            return _notice(
                improvement(self._found.effect),
                consequence(self._found.effect),
                (
                    NoticeAction(_("Accept"), Gesture.ACCEPT),
                    NoticeAction(_("Leave it as it is"), Gesture.LEAVE_IT),
                    NoticeAction(_("View"), Gesture.VIEW),
                ),
                tone="info",
            )
        return self._proposal_notice()

    def panel(self, state: ConductorState) -> PanelFace | None:
        """The panel beside the floor plan; None when none is open or what it was about is gone."""
        moment = moment_of(state)
        if self._panel is Gesture.VIEW:
            return self._effect_panel(state)
        if self._panel is Gesture.SHOW_DAY:
            return day_panel(state.round_count, can_change=moment is not None and state.has_plan)
        if moment is None or state.room is None:
            return None
        if self._panel is Gesture.SHOW_REST:
            return rest_panel(state, moment)
        table = next((t for t in state.room.tables if t.employer_id == self._panel), None)
        return table_panel(table, moment) if table else None

    def _done_notice(self, done: Done, event: Event) -> NoticeFace:
        title = happened(done.effect, event)
        if done.undone:
            title = _("Undone: {what}").format(what=title)
        actions = []
        if not done.undone:
            actions.append(NoticeAction(_("Undo"), Gesture.UNDO_CHANGE, "secondary"))
        if done.effect.moves:
            actions.append(NoticeAction(_("View"), Gesture.VIEW, "secondary"))
        return _notice(title, consequence(done.effect), tuple(actions), tone="info")

    def _proposal_notice(self) -> NoticeFace | None:
        proposal = self._offered
        if proposal is None:
            return None
        actions = (
            NoticeAction(_("Apply"), Gesture.ACCEPT),
            NoticeAction(_("View"), Gesture.VIEW),
        )
        return _notice(proposal_title(proposal), new_plan(proposal.effect), actions)

    @property
    def _offered(self) -> PlanProposal | None:
        """The proposal, unless the host left it; later rounds do not make it another one."""
        proposal, left = self._proposal, self._left
        return None if proposal and left and left.subject == proposal.subject else proposal

    def _effect_panel(self, state: ConductorState) -> PanelFace | None:
        notice = self.notice(state)
        effect = self._effect
        if notice is None or effect is None:
            return None
        foot = tuple(
            PanelAction(
                action.text, action.gesture, role=action.role or ("secondary" if at else "sun")
            )
            for at, action in enumerate(notice.actions)
            if action.gesture is not Gesture.VIEW
        )
        return effect_panel(notice.title, notice.text, effect, state.event, foot)

    @property
    def _effect(self) -> DayEffect | None:
        """What the notice is about."""
        about = self._done or self._found or self._offered
        return about.effect if about else None


def _notice(
    title: str, text: str, actions: tuple[NoticeAction, ...], tone: str = "warn"
) -> NoticeFace:
    return NoticeFace(title, text, tone, actions, waits=True)


def _improving_notice(how: Improving) -> NoticeFace:
    title, text = _IMPROVING[how]
    stop = (NoticeAction(_("Stop"), Gesture.STOP_IMPROVING, "secondary"),)
    return _notice(_(title), _(text), stop if how is Improving.SEARCHING else (), tone="info")


def _nothing() -> None:
    """There is no other notice that would have to make way."""
