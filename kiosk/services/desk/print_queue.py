"""The desk's print queue: what is asked for is in the file, whatever the printer does.

A paper is printed at least once, perhaps twice: a job stays QUEUED until the printer has taken it
and that was recorded. A program that is killed in between prints it again when it is next started,
because a badge too many is thrown away, while one too few leaves somebody at the desk without.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.event import Event
from kiosk.domain.print_jobs import Paper, PrintJob, PrintState, PrintTrouble
from kiosk.services.desk.check_in import known
from kiosk.services.paperwork.day import shown_name
from kiosk.services.ports import UnitOfWork

PRINT_ASKED = "print-asked"
PRINT_SENT = "print-sent"
PRINT_FAILED = "print-failed"
PRINT_WAITS = "print-waits"
PRINT_CANCELLED = "print-cancelled"

LATEST = 60
"""So many jobs are shown, and searched for an earlier one of the same paper."""

_ENDED = {PrintState.SENT, PrintState.FAILED}


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One job as the desk shows it. ``name`` is as on the badge: empty where badges show none."""

    job_id: UUID
    attendee_id: UUID
    name: str
    badge_number: int
    paper: Paper
    state: PrintState
    trouble: PrintTrouble
    asked_at: datetime
    changed_at: datetime | None = None
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class PrintStanding:
    """How it goes: ``waiting`` counts all that wait, ``failed`` those among the newest jobs."""

    waiting: int = 0
    failed: int = 0
    no_printer: bool = False


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """A desk's newest jobs, newest first."""

    event: Event
    lines: tuple[PrintLine, ...] = ()
    standing: PrintStanding = PrintStanding()


def ask_for(
    unit: UnitOfWork, clock: Clock, paper: Paper, attendee_id: UUID, *, station: str
) -> PrintJob:
    """Queue a paper of somebody.

    While the same paper waits already, that job is the answer: a key that is held down prints one
    badge. What was printed before counts as printed again.

    Raises:
        Refusal: UNKNOWN_ATTENDEE.
    """
    with unit:
        known(unit, attendee_id)
        earlier = [
            job
            for job in unit.prints.waiting(station) + unit.prints.latest(station, LATEST)
            if (job.attendee_id, job.paper) == (attendee_id, paper)
        ]
        if earlier and earlier[0].state is PrintState.QUEUED:
            return earlier[0]
        before = next((job for job in earlier if job.state in _ENDED), None)
        job = PrintJob(uuid4(), clock.now(), station, paper, attendee_id)
        return _queue(unit, clock, job, before)


def print_again(unit: UnitOfWork, clock: Clock, job_id: UUID) -> PrintJob:
    """Queue a paper once more, with the badge code that is valid by then.

    Asked twice for the same job, or for one that still waits, nothing is added.
    """
    with unit:
        job = _job(unit, job_id)
        if job.state is PrintState.QUEUED:
            return job
        if job.state is PrintState.REPRINTED:
            return _repeat_of(unit, job) or job
        again = PrintJob(uuid4(), clock.now(), job.station, job.paper, job.attendee_id)
        return _queue(unit, clock, again, job)


def next_job(unit: UnitOfWork, *, station: str) -> PrintJob | None:
    """The job that has waited longest; it stays QUEUED until ``sent`` or ``failed``."""
    with unit.reading():
        return next(iter(unit.prints.waiting(station)), None)


def sent(unit: UnitOfWork, clock: Clock, job_id: UUID) -> PrintJob:
    """The printer has taken it, perhaps just before somebody cancelled it."""
    wanted = {PrintState.QUEUED, PrintState.CANCELLED}
    return _move(unit, clock, job_id, wanted, PrintState.SENT, PRINT_SENT)


def failed(unit: UnitOfWork, clock: Clock, job_id: UUID, trouble: PrintTrouble) -> PrintJob:
    """It could not be made, or the printer refused it; those behind it go on."""
    wanted = {PrintState.QUEUED}
    return _move(unit, clock, job_id, wanted, PrintState.FAILED, PRINT_FAILED, trouble)


def cancel(unit: UnitOfWork, clock: Clock, job_id: UUID) -> PrintJob:
    """Take it out of the queue; what has left already stays as it is."""
    wanted = {PrintState.QUEUED}
    return _move(unit, clock, job_id, wanted, PrintState.CANCELLED, PRINT_CANCELLED)


def waits(unit: UnitOfWork, clock: Clock, trouble: PrintTrouble, *, station: str) -> int:
    """Note on every queued job why it waits; how many were not known to wait."""
    with unit:
        now = clock.now()
        fresh = [job for job in unit.prints.waiting(station) if job.trouble is not trouble]
        for job in fresh:
            unit.prints.save(replace(job, trouble=trouble, changed_at=now))
        if fresh:
            facts = {"trouble": trouble.value, "count": len(fresh)}
            unit.journal.append(now, station, PRINT_WAITS, facts=facts)
            unit.commit()
        return len(fresh)


def print_standing(unit: UnitOfWork, *, station: str) -> PrintStanding:
    """How it goes at a desk; cheap enough to ask after every scan."""
    with unit.reading():
        return _standing(unit, station, unit.prints.latest(station, LATEST))


def print_queue(unit: UnitOfWork, *, station: str) -> PrintQueue:
    """What a desk's print panel shows."""
    with unit.reading():
        event = unit.events.get()
        jobs = unit.prints.latest(station, LATEST)
        lines = tuple(map(_lines(unit, event), jobs))
        return PrintQueue(event, lines, _standing(unit, station, jobs))


def _standing(unit: UnitOfWork, station: str, latest: Sequence[PrintJob]) -> PrintStanding:
    waiting = unit.prints.waiting(station)
    return PrintStanding(
        len(waiting),
        sum(job.state is PrintState.FAILED for job in latest),
        any(job.trouble is PrintTrouble.NO_PRINTER for job in waiting),
    )


def _queue(unit: UnitOfWork, clock: Clock, job: PrintJob, before: PrintJob | None) -> PrintJob:
    now = clock.now()
    if before is not None:
        job = replace(job, again_of=before.id)
        unit.prints.save(replace(before, state=PrintState.REPRINTED, changed_at=now))
    unit.prints.add(job)
    facts = {"paper": job.paper.value, "again": before is not None}
    unit.journal.append(now, job.station, PRINT_ASKED, (job.attendee_id,), facts)
    unit.commit()
    return job


def _move(
    unit: UnitOfWork,
    clock: Clock,
    job_id: UUID,
    wanted: set[PrintState],
    state: PrintState,
    what: str,
    trouble: PrintTrouble = PrintTrouble.NONE,
) -> PrintJob:
    with unit:
        job = _job(unit, job_id)
        if job.state not in wanted:
            return job
        job = replace(job, state=state, trouble=trouble, changed_at=clock.now())
        unit.prints.save(job)
        facts = {"paper": job.paper.value}
        if trouble:
            facts["trouble"] = trouble.value
        unit.journal.append(clock.now(), job.station, what, (job.attendee_id,), facts)
        unit.commit()
        return job


def _job(unit: UnitOfWork, job_id: UUID) -> PrintJob:
    job = unit.prints.get(job_id)
    assert job is not None, "the file keeps every job"
    return job


def _repeat_of(unit: UnitOfWork, job: PrintJob) -> PrintJob | None:
    later = unit.prints.latest(job.station, LATEST)
    return next((each for each in later if each.again_of == job.id), None)


def _lines(unit: UnitOfWork, event: Event) -> Callable[[PrintJob], PrintLine]:
    def line(job: PrintJob) -> PrintLine:
        person = unit.people.get(job.attendee_id)
        assert person is not None, "the file keeps a job only while its person is there"
        return PrintLine(
            job.id,
            job.attendee_id,
            shown_name(event, person),
            person.badge_number,
            job.paper,
            job.state,
            job.trouble,
            job.asked_at,
            job.changed_at,
            job.again_of is not None,
        )

    return line
