"""The programme (draaiboek): the day's phases with their planned times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
