"""After an edit the programme is put in order: changeovers, numbers, positions, planned times.

A changeover belongs to the round that it leads to. It stands where two rounds follow each other,
goes when something else comes between them, and is skipped together with either of its rounds.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TypeGuard

from kiosk.domain.programme.phases import Phase, PhaseKind

NEW = -1
"""The position of a phase that is not in the programme yet."""


def arranged(before: Sequence[Phase], phases: Sequence[Phase], begun: int) -> tuple[Phase, ...]:
    """Phases in their new order, put right; those up to position ``begun`` stay as they are."""
    past = [phase for phase in phases if 0 <= phase.position <= begun]
    coming = [phase for phase in phases if not 0 <= phase.position <= begun]
    whole = [*past, *_with_changeovers(before, past, coming)]
    return _timed(_numbered(whole), begun, before)


def _with_changeovers(
    before: Sequence[Phase], past: Sequence[Phase], coming: Sequence[Phase]
) -> list[Phase]:
    neighbours = _rounds_without_changeover(before) | {(NEW, NEW)}
    usual = next((p for p in before if p.kind is PhaseKind.CHANGEOVER), None)
    last = next((phase for phase in reversed(past) if not phase.skipped), None)
    neighbour = past[-1] if past else None
    held: Phase | None = None
    result: list[Phase] = []
    for phase in coming:
        if phase.kind is PhaseKind.CHANGEOVER:
            held = phase
            continue
        if _is_round(phase) and _is_round(last):
            changeover = held or _usual(usual, (last.position, phase.position) in neighbours)
            if changeover is not None:
                result.append(replace(changeover, skipped=phase.skipped))
        elif held is not None and _is_round(phase) and _is_round(neighbour):
            result.append(replace(held, skipped=True))
        held, neighbour = None, phase
        result.append(phase)
        last = last if phase.skipped else phase
    return result


def _is_round(phase: Phase | None) -> TypeGuard[Phase]:
    return phase is not None and phase.kind is PhaseKind.ROUND


def _rounds_without_changeover(before: Sequence[Phase]) -> set[tuple[int, int]]:
    """Neighbours that never had a changeover between them get none now.

    Rounds that are put in together come with the changeovers that they need.
    """
    taking_place = [phase for phase in before if not phase.skipped]
    return {
        (one.position, other.position)
        for one, other in pairwise(taking_place)
        if _is_round(one) and _is_round(other)
    }


def _usual(alike: Phase | None, without: bool) -> Phase | None:
    if alike is None or without:
        return None
    return Phase(
        -1, PhaseKind.CHANGEOVER, alike.title, alike.starts, alike.seconds, sound=alike.sound
    )


def _numbered(phases: Sequence[Phase]) -> list[Phase]:
    """Rounds that take place count from 1; those that are skipped count on behind them.

    A changeover has the number of its round, also where that takes place without it.
    """
    taking_place = sum(_is_round(p) and not p.skipped for p in phases)
    counts = {False: 0, True: taking_place}
    result: list[Phase] = []
    for phase, following in zip_longest(phases, phases[1:]):
        number = None
        if _is_round(phase):
            counts[phase.skipped] += 1
            number = counts[phase.skipped]
        elif phase.kind is PhaseKind.CHANGEOVER:
            number = counts[(following if _is_round(following) else phase).skipped] + 1
        result.append(replace(phase, round_number=number))
    return result


def _timed(phases: Sequence[Phase], begun: int, before: Sequence[Phase]) -> tuple[Phase, ...]:
    """Positions in a row; planned times follow until the day has begun, and then stay."""
    result: list[Phase] = []
    for position, phase in enumerate(phases):
        is_new = phase.position < 0
        placed = replace(phase, position=position)
        if begun < 0:
            placed = replace(placed, planned_seconds=0 if placed.skipped else None)
        elif is_new:
            placed = replace(placed, planned_seconds=0)
        if is_new or (begun < 0 and not phase.fixed):
            first = before[0].starts if before else placed.starts
            placed = replace(placed, starts=result[-1].ends if result else first)
        result.append(placed)
    return tuple(result)


def agreed_anew(phases: Sequence[Phase], before: Sequence[Phase], begun: int) -> tuple[Phase, ...]:
    """Another order on the day is a new agreement about what comes when, not about how long.

    A changeover that the new order needs takes the place of one that it needs no more.
    """
    if begun < 0:
        return tuple(phases)
    result = list(phases[: begun + 1])
    for phase in phases[begun + 1 :]:
        placed = phase
        is_new = phase.kind is PhaseKind.CHANGEOVER and not phase.agreed_seconds
        if is_new and not any(p.kind is phase.kind and not p.agreed_seconds for p in before):
            placed = replace(placed, planned_seconds=None)
        if not phase.fixed:
            placed = replace(placed, starts=result[-1].ends)
        result.append(placed)
    return tuple(result)
