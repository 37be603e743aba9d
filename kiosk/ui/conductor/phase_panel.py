"""What a part of the programme offers when it is tapped: other lengths, another place, a start."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.domain.plan import ChangeKind, DayChange
from kiosk.domain.programme import (
    Expected,
    Insert,
    Move,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    TakeUp,
    phase_after,
    rounds_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.lengths import duration
from kiosk.i18n.programme_words import row_title
from kiosk.services.conductor_state import ConductorState, PhaseStanding
from kiosk.ui.conductor.state import PanelAction, PanelFace, PanelGroup, ShowPhase, StartPhase
from kiosk.ui.conductor.wording import clock_time

MINUTE = 60
STEPS = (-5, -1, 1, 5)
"""Minutes that one tap takes or gives."""
CHANGEOVER_STEPS = (-30, -15, 15, 30)
"""Seconds for each changeover: a tap is about all that come."""
BREAKS = (5, 10, 15)
SHORTEST = 10


def phase_panel(
    state: ConductorState, phase: Phase, expected: Expected | None, *, armed: bool = False
) -> PanelFace:
    """A part of the programme: when it will be, and what can be done with it.

    ``armed`` says that a first tap would have left a running round: the second one does.
    """
    row = state.rows[phase.position]
    groups = [PanelGroup(note=_when(state, phase, row.standing, expected))]
    if row.standing is PhaseStanding.COMING:
        groups += _lengths(state, phase)
    groups += _places(state, phase, row.standing, armed=armed)
    if row.standing is not PhaseStanding.SKIPPED:
        groups += _breaks(state, phase, row.standing)
    return PanelFace(
        row_title(phase), tuple(groups), _foot(state, phase), about=phase.position, careful=True
    )


def _when(
    state: ConductorState, phase: Phase, standing: PhaseStanding, expected: Expected | None
) -> str:
    length = duration(phase.seconds)
    if standing is PhaseStanding.SKIPPED:
        return _("Skipped. Planned at {time}, {length}.").format(
            time=clock_time(phase.starts), length=length
        )
    if standing is PhaseStanding.DONE:
        return _("Done. Planned at {time}, {length}.").format(
            time=clock_time(phase.starts), length=length
        )
    planned = _("Planned at {time}, {length}.").format(time=clock_time(phase.starts), length=length)
    if expected is None or standing is PhaseStanding.RUNNING:
        return planned
    fixed = _("It does not begin earlier.") if phase.fixed else ""
    return " ".join((planned, _expected_at(state, expected.starts), fixed)).strip()


def _expected_at(state: ConductorState, moment: datetime) -> str:
    return _("Expected at {time}.").format(time=f"{state.event.local(moment):%H:%M}")


def _lengths(state: ConductorState, phase: Phase) -> Iterator[PanelGroup]:
    if phase.kind is not PhaseKind.CHANGEOVER:
        title = row_title(phase)
        actions = tuple(
            _action(_minutes(step), Resize(phase.position, phase.seconds + step * MINUTE), title)
            for step in STEPS
            if phase.seconds + step * MINUTE >= MINUTE
        )
        yield PanelGroup(_("Shorter or longer"), actions=actions)
    if phase.is_part_of_rounds:
        yield from _all_rounds(state, phase)


def _all_rounds(state: ConductorState, phase: Phase) -> Iterator[PanelGroup]:
    """All that come, in one tap: rounds of different lengths would be unfair to somebody."""
    begun = -1 if state.position is None else state.position
    coming = [p for p in taking_place(state.phases) if p.position > begun]
    changeover = next((p for p in coming if p.kind is PhaseKind.CHANGEOVER), None)
    if phase.kind is PhaseKind.ROUND and len(rounds_of(coming)) > 1:
        heading = _("Every round that comes")
        steps = tuple(
            _action(_minutes(n), ResizeAll(phase.kind, phase.seconds + n * MINUTE), heading)
            for n in (-1, 1)
            if phase.seconds + n * MINUTE >= MINUTE
        )
        yield PanelGroup(heading, actions=steps)
    if changeover is not None:
        heading = _("Every changeover, now {length}").format(length=duration(changeover.seconds))
        steps = tuple(
            _action(_seconds(n), ResizeAll(PhaseKind.CHANGEOVER, changeover.seconds + n), heading)
            for n in CHANGEOVER_STEPS
            if changeover.seconds + n >= SHORTEST
        )
        yield PanelGroup(heading, actions=steps)


def _places(
    state: ConductorState, phase: Phase, standing: PhaseStanding, *, armed: bool
) -> Iterator[PanelGroup]:
    if standing is PhaseStanding.SKIPPED:
        yield PanelGroup(actions=(_action(_("Do it after all"), TakeUp(phase.position), ""),))
    elif standing is not PhaseStanding.RUNNING:
        start = PanelAction(
            _("Sure? Again") if armed else _("Start now"),
            StartPhase(phase.position),
            icon="play",
            role="sun" if armed else "secondary",
        )
        yield PanelGroup(actions=(start, *_order(state, phase, standing)))


def _order(state: ConductorState, phase: Phase, standing: PhaseStanding) -> Iterator[PanelAction]:
    """Rounds are dropped and added at the end: one is as good as another to who plans."""
    if standing is not PhaseStanding.COMING or phase.kind is PhaseKind.CHANGEOVER:
        return
    title, begun = row_title(phase), -1 if state.position is None else state.position
    others = [p for p in state.phases if p.kind is not PhaseKind.CHANGEOVER]
    place = next(at for at, p in enumerate(others) if p.position == phase.position)
    if place and others[place - 1].position > begun:
        yield _action(_("Earlier"), Move(phase.position, -1), title)
    if place + 1 < len(others):
        yield _action(_("Later"), Move(phase.position, 1), title)
    rounds = len(rounds_of(state.phases))
    if phase.kind is PhaseKind.ROUND:
        less = DayChange(ChangeKind.ROUND_DROPPED, None, rounds)
        yield PanelAction(_("One round fewer"), less, icon="minus")
    elif begun >= 0 and not phase.agreed_seconds:
        yield _action(_("Take it out"), Remove(phase.position), title)
    else:
        yield _action(_("Skip"), Skip(phase.position), title)


def _breaks(state: ConductorState, phase: Phase, standing: PhaseStanding) -> Iterator[PanelGroup]:
    following = phase_after(state.phases, phase.position)
    if standing is PhaseStanding.DONE or following is None:
        return
    actions = tuple(
        _action(
            ngettext("{n} minute", "{n} minutes", n).format(n=n),
            Insert(phase.position, PhaseKind.BREAK, n * MINUTE),
            _("A break after this"),
        )
        for n in BREAKS
    )
    yield PanelGroup(_("A break after this"), actions=actions)


def _foot(state: ConductorState, phase: Phase) -> tuple[PanelAction, ...]:
    """To the part before and after, for who has no mouse."""
    shown = [p.position for p in state.phases if p.kind is not PhaseKind.CHANGEOVER]
    before = [position for position in shown if position < phase.position]
    after = [position for position in shown if position > phase.position]
    actions = []
    if before:
        actions.append(PanelAction(_("Part before"), ShowPhase(before[-1])))
    if after:
        actions.append(PanelAction(_("Part after"), ShowPhase(after[0])))
    return tuple(actions)


def _action(text: str, edit: ProgrammeEdit, about: str) -> PanelAction:
    return PanelAction(text, edit, f"{about}: {text}" if about else text)


def _minutes(step: int) -> str:
    sign = "+" if step > 0 else "\N{MINUS SIGN}"
    return _("{sign} {n} min").format(sign=sign, n=abs(step))


def _seconds(step: int) -> str:
    sign = "+" if step > 0 else "\N{MINUS SIGN}"
    return _("{sign} {n} s").format(sign=sign, n=abs(step))
