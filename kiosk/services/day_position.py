"""Where the day is: which rounds are done, which one runs, which is announced, which can change."""

from kiosk.domain.plan import RoundStanding
from kiosk.domain.programme import last_begun_of, rounds_of
from kiosk.services.ports import UnitOfWork

PHASE_STARTED = "phase-started"
PROGRAMME_FINISHED = "programme-finished"


def is_finished(unit: UnitOfWork) -> bool:
    """Whether the host ended the programme; inside an open unit of work."""
    last = unit.journal.latest((PHASE_STARTED, PROGRAMME_FINISHED), 1)
    return bool(last) and last[0].what == PROGRAMME_FINISHED


def first_open_round(unit: UnitOfWork) -> int:
    """The first round that has not begun; one more than there are when the programme is over.

    A host who goes back to an earlier part opens nothing again that people have sat through.
    """
    rounds, begun = rounds_of(unit.programme.phases()), last_begun(unit)
    return sum(phase.position <= begun for phase in rounds) + 1


def last_begun(unit: UnitOfWork) -> int:
    """The position of the last phase that has begun, -1 before the first; all, when it is over."""
    phases, run = unit.programme.phases(), unit.programme.run()
    if run is None and is_finished(unit):
        return len(phases) - 1
    return last_begun_of(phases, run.position if run else None)


def running_round(unit: UnitOfWork) -> int | None:
    """The round that goes on now, if any; inside an open unit of work."""
    run = unit.programme.run()
    rounds = rounds_of(unit.programme.phases())
    return next((p.round_number for p in rounds if run and p.position == run.position), None)


def round_standings(unit: UnitOfWork) -> dict[int, RoundStanding]:
    """What may still change in each round, inside an open unit of work.

    While the programme runs, the next round is announced: it stands on the room's board, on paper
    and in people's minds.
    """
    first, running = first_open_round(unit), running_round(unit)
    begun = unit.programme.run() is not None
    return {
        number: _standing(number, first, running, begun=begun)
        for number in range(1, len(rounds_of(unit.programme.phases())) + 1)
    }


def _standing(number: int, first: int, running: int | None, *, begun: bool) -> RoundStanding:
    if number == running:
        return RoundStanding.RUNNING
    if number < first:
        return RoundStanding.DONE
    return RoundStanding.ANNOUNCED if begun and number == first else RoundStanding.DRAFT
