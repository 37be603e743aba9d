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


class PhaseSound(StrEnum):
    """How the room hears that a phase comes to its end."""

    GONG = "gong"
    SOFT_GONG = "soft-gong"
    SPOKEN = "spoken"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One line of the organisers' programme; a ``round`` line stands for several rounds."""

    kind: PhaseKind
    minutes: int
    title: str = ""
    starts: time | None = None
    count: int = 1
    changeover_minutes: float = 0
    sound: PhaseSound = PhaseSound.GONG
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of the day; ``position`` counts from 0, ``starts`` is local to the venue.

    ``starts`` is when it is planned to begin: a ``fixed`` phase never begins earlier, a linked one
    when the one before it ends. ``seconds`` is the length that holds; ``planned_seconds`` the one
    that was agreed before the day, where that is another one. ``round_number`` is set for rounds;
    for a changeover it is the round that comes next. A ``skipped`` phase is passed over and can
    come back. ``prompt`` is the question on the room display, empty for one of the house.
    ``started_at`` is when it really began, the last time that it did.
    """

    position: int
    kind: PhaseKind
    title: str
    starts: time
    seconds: int
    round_number: int | None = None
    fixed: bool = False
    skipped: bool = False
    sound: PhaseSound = PhaseSound.GONG
    prompt: str = ""
    planned_seconds: int | None = None
    started_at: datetime | None = None

    @property
    def agreed_seconds(self) -> int:
        """Its length in the programme as agreed before the day; 0 when it was put in later."""
        return self.seconds if self.planned_seconds is None else self.planned_seconds

    @property
    def ends(self) -> time:
        """Planned end, local; a day that runs past midnight wraps."""
        return later(self.starts, self.agreed_seconds)

    @property
    def is_part_of_rounds(self) -> bool:
        """A round, or a changeover to one."""
        return self.kind in (PhaseKind.ROUND, PhaseKind.CHANGEOVER)


def later(moment: time, seconds: int) -> time:
    """A clock time so many seconds on; past midnight it begins again."""
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
        fixed = line.starts is not None
        moment = line.starts or moment
        for kind, seconds in _parts(line):
            if kind is PhaseKind.ROUND:
                rounds += 1
            number = {PhaseKind.ROUND: rounds, PhaseKind.CHANGEOVER: rounds + 1}.get(kind)
            phases.append(
                Phase(
                    len(phases),
                    kind,
                    line.title,
                    moment,
                    seconds,
                    number,
                    fixed=fixed,
                    sound=line.sound,
                    prompt=line.prompt if kind is line.kind else "",
                )
            )
            fixed = False
            moment = later(moment, seconds)
    return tuple(phases)


def _parts(line: PhaseLine) -> Iterator[tuple[PhaseKind, int]]:
    if line.kind is not PhaseKind.ROUND:
        yield line.kind, line.minutes * 60
        return
    for index in range(line.count):
        if index and line.changeover_minutes:
            yield PhaseKind.CHANGEOVER, round(line.changeover_minutes * 60)
        yield PhaseKind.ROUND, line.minutes * 60


def taking_place(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """Without those that are skipped, in order."""
    return tuple(phase for phase in phases if not phase.skipped)


def rounds_of(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """Only the rounds that take place, in order."""
    return tuple(phase for phase in taking_place(phases) if phase.kind is PhaseKind.ROUND)


def last_begun_of(phases: Sequence[Phase], position: int | None) -> int:
    """The position of the last phase that has begun when ``position`` runs; -1 before the first."""
    begun = (phase.position for phase in phases if phase.started_at is not None)
    return max((-1 if position is None else position, *begun))


def held_until(phases: Sequence[Phase], position: int) -> int:
    """How far the day stays as it was when it goes back to ``position``: to the last held round.

    What was jumped to behind a part that never began comes again, whatever was done there. A
    changeover is no such part: two rounds may have been held without one.
    """
    held = position
    for phase in taking_place(phases[position + 1 :]):
        if phase.started_at is None and phase.kind is not PhaseKind.CHANGEOVER:
            break
        if phase.kind is PhaseKind.ROUND:
            held = phase.position
    return held


def phase_after(phases: Sequence[Phase], position: int) -> Phase | None:
    """What takes place after ``position``, -1 for the first of the day; None when nothing does."""
    return next(iter(taking_place(phases[position + 1 :])), None)
