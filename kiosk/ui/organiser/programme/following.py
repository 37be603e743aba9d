"""Where phases go when the programme is edited; the rules themselves are the domain's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.programme import (
    Insert,
    InsertRounds,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    ResizeAll,
    edited,
)

_LABEL = datetime(1, 1, 1, tzinfo=UTC)


def places_after(phases: Sequence[Phase], edit: ProgrammeEdit, begun: int) -> Mapping[int, int]:
    """Where each phase stands after an edit; one that went is not there.

    Phases have no name of their own. So each is labelled by when it began, which no edit looks at
    or copies, and the labels are read again afterwards.
    """
    labelled = [
        replace(phase, started_at=_LABEL + timedelta(days=phase.position)) for phase in phases
    ]
    return {
        (phase.started_at - _LABEL).days: phase.position
        for phase in edited(labelled, edit, begun)
        if phase.started_at is not None
    }


def added_position(changed: Sequence[Phase], places: Mapping[int, int]) -> int | None:
    """The first phase that an edit put in; a changeover that came along does not count."""
    kept = set(places.values())
    added = (
        phase.position
        for phase in changed
        if phase.position not in kept and phase.kind is not PhaseKind.CHANGEOVER
    )
    return next(added, None)


def carried_along(edit: ProgrammeEdit, places: Mapping[int, int]) -> ProgrammeEdit | None:
    """The same edit after another one; None when its phase went."""
    if isinstance(edit, ResizeAll):
        return edit
    if isinstance(edit, Insert | InsertRounds):
        return replace(edit, after=places.get(edit.after, edit.after))
    position = places.get(edit.position)
    return None if position is None else replace(edit, position=position)
