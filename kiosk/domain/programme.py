"""The programme (draaiboek): the day's phases with their planned times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class PhaseKind(StrEnum):
    """What happens in a phase; it decides what the room display shows."""

    WELCOME = "welcome"
    INFO = "info"
    ROUND = "round"
    CHANGEOVER = "changeover"
    BREAK = "break"
    INTEREST = "interest"
    CELEBRATION = "celebration"


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One line of the organisers' programme; a ``round`` line stands for several rounds."""

    kind: PhaseKind
    minutes: int
    title: str = ""
    starts: time | None = None
    count: int = 1
    changeover_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of the day; ``position`` counts from 0, ``starts`` is local to the venue.

    ``round_number`` is set for rounds; for a changeover it is the round that comes next.
    """

    position: int
    kind: PhaseKind
    title: str
    starts: time
    seconds: int
    round_number: int | None = None

    @property
    def ends(self) -> time:
        """Planned end, local; a day that runs past midnight wraps."""
        return _later(self.starts, self.seconds)


def _later(moment: time, seconds: int) -> time:
    return (datetime.combine(date.min, moment) + timedelta(seconds=seconds)).time()


def lay_out(lines: Sequence[PhaseLine], first_start: time = time(13, 0)) -> tuple[Phase, ...]:
    """Turn programme lines into phases.

    A line with ``starts`` begins then, any other when the one before it ends. A line of rounds
    becomes rounds with changeovers between them, and none after its last round.
    """
    phases: list[Phase] = []
    rounds = 0
    moment = first_start
    for line in lines:
        moment = line.starts or moment
        for kind, seconds in _parts(line):
            if kind is PhaseKind.ROUND:
                rounds += 1
            number = {PhaseKind.ROUND: rounds, PhaseKind.CHANGEOVER: rounds + 1}.get(kind)
            phases.append(Phase(len(phases), kind, line.title, moment, seconds, number))
            moment = _later(moment, seconds)
    return tuple(phases)


def _parts(line: PhaseLine) -> Iterator[tuple[PhaseKind, int]]:
    if line.kind is not PhaseKind.ROUND:
        yield line.kind, line.minutes * 60
        return
    for index in range(line.count):
        if index and line.changeover_minutes:
            yield PhaseKind.CHANGEOVER, line.changeover_minutes * 60
        yield PhaseKind.ROUND, line.minutes * 60


def rounds_of(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """Only the rounds, in order."""
    return tuple(phase for phase in phases if phase.kind is PhaseKind.ROUND)


def with_round_added(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """One round more after the last one, as long as that one; what follows comes later."""
    rounds = rounds_of(phases)
    last = rounds[-1]
    changeover = next((p for p in phases if p.kind is PhaseKind.CHANGEOVER), None)
    number = (last.round_number or 0) + 1
    added = [replace(last, round_number=number)]
    if changeover is not None:
        added.insert(0, replace(changeover, round_number=number))
    following = phases[last.position + 1 :]
    return _one_after_another([*phases[: last.position + 1], *added, *following], last.position)


def without_last_round(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The last round and the changeover to it are left out; what follows comes earlier."""
    number = rounds_of(phases)[-1].round_number
    kept = [phase for phase in phases if phase.round_number != number]
    left = rounds_of(kept)
    return _one_after_another(kept, left[-1].position if left else 0)


def _one_after_another(phases: Sequence[Phase], known: int) -> tuple[Phase, ...]:
    """Phases in this order: those up to position ``known`` keep their times, others follow on."""
    laid: list[Phase] = []
    for position, phase in enumerate(phases):
        starts = phase.starts if position <= known or not laid else laid[-1].ends
        laid.append(replace(phase, position=position, starts=starts))
    return tuple(laid)
