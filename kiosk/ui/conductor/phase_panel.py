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
    is_possible,
    phase_after,
    rounds_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.programme_words import row_title
from kiosk.services.conductor_state import ConductorState, PhaseStanding
from kiosk.ui.conductor.state import PanelAction, PanelFace, PanelGroup, ShowPhase, StartPhase
from kiosk.ui.conductor.wording import clock_time, minutes_and_seconds

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
    if phase.position > state.begun and row.standing is PhaseStanding.COMING:
        groups += _lengths(state, phase)
    groups += _places(state, phase, row.standing, armed=armed)
    if row.standing is not PhaseStanding.SKIPPED:
        groups += _breaks(state, phase)
    return PanelFace(
        row_title(phase), tuple(groups), _foot(state, phase), about=phase.position, careful=True
    )


def _when(
    state: ConductorState, phase: Phase, standing: PhaseStanding, expected: Expected | None
) -> str:
    length = minutes_and_seconds(phase.seconds)
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
    coming = [p for p in taking_place(state.phases) if p.position > state.begun]
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
        heading = _("Every changeover, now {length}").format(
            length=minutes_and_seconds(changeover.seconds)
        )
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
        take_up = TakeUp(phase.position)
        if is_possible(state.phases, take_up, state.begun):
            yield PanelGroup(actions=(_action(_("Do it after all"), take_up, ""),))
    elif standing is not PhaseStanding.RUNNING:
        start = PanelAction(
            _("Sure? Again") if armed else _("Start now"),
            StartPhase(phase.position),
            icon="play",
            role="sun" if armed else "secondary",
        )
        yield PanelGroup(actions=(start, *_order(state, phase)))


def _order(state: ConductorState, phase: Phase) -> Iterator[PanelAction]:
    """Rounds are dropped and added at the end: one is as good as another to who plans."""
    if phase.position <= state.begun or phase.kind is PhaseKind.CHANGEOVER:
        return
    title = row_title(phase)
    for text, move in (
        (_("Earlier"), Move(phase.position, -1)),
        (_("Later"), Move(phase.position, 1)),
    ):
        if is_possible(state.phases, move, state.begun):
            yield _action(text, move, title)
    if phase.kind is PhaseKind.ROUND:
        yield from _one_round_fewer(state)
    elif state.begun >= 0 and not phase.agreed_seconds:
        yield _action(_("Take it out"), Remove(phase.position), title)
    else:
        yield _action(_("Skip"), Skip(phase.position), title)


def _one_round_fewer(state: ConductorState) -> Iterator[PanelAction]:
    rounds = rounds_of(state.phases)
    if is_possible(state.phases, Skip(rounds[-1].position), state.begun):
        less = DayChange(ChangeKind.ROUND_DROPPED, None, len(rounds))
        yield PanelAction(_("One round fewer"), less, icon="minus")


def _breaks(state: ConductorState, phase: Phase) -> Iterator[PanelGroup]:
    heading = _("A break after this")
    inserts = {n: Insert(phase.position, PhaseKind.BREAK, n * MINUTE) for n in BREAKS}
    actions = tuple(
        _action(ngettext("{n} minute", "{n} minutes", n).format(n=n), insert, heading)
        for n, insert in inserts.items()
        if is_possible(state.phases, insert, state.begun)
    )
    if actions and phase_after(state.phases, phase.position):
        yield PanelGroup(heading, actions=actions)


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
