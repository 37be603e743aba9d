"""What every programme must be, whatever was done to it."""

from collections.abc import Sequence
from itertools import pairwise

from kiosk.domain.programme import Phase, PhaseKind, rounds_of, taking_place


def assert_can_be_hosted(phases: Sequence[Phase], begun: int = -1) -> None:
    """Positions and rounds count on, and a changeover stands between two rounds or nowhere.

    What has begun (up to position ``begun``) stays as it was, whatever comes after it.
    """
    assert [phase.position for phase in phases] == list(range(len(phases)))
    numbers = [phase.round_number for phase in rounds_of(phases)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers
    assert all(phase.seconds > 0 for phase in phases)
    coming = [phase for phase in taking_place(phases) if phase.position > begun]
    neighbours = pairwise([None, *taking_place(phases), None])
    for before, phase in neighbours:
        if phase is None or before is None or phase not in coming:
            continue
        if before.kind is PhaseKind.CHANGEOVER:
            assert phase.kind is PhaseKind.ROUND
            assert before.round_number == phase.round_number
    for phase in coming:
        earlier = [p for p in taking_place(phases) if p.position < phase.position]
        if phase.kind is PhaseKind.CHANGEOVER:
            assert earlier
            assert earlier[-1].kind is PhaseKind.ROUND
