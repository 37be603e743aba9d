"""Print jobs in the event file: what was asked for survives the program that was asked."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, insert, or_, select

from kiosk.data.prepared import AnyRow, Prepared
from kiosk.data.tables import PrintJobRow
from kiosk.data.writing import save
from kiosk.domain.print_jobs import Paper, PrintJob, PrintState, PrintTrouble

_JOBS = select(*PrintJobRow.__table__.c)
_ORDER = (PrintJobRow.asked_at, PrintJobRow.paper, PrintJobRow.id)
"""As they were asked for; of one scan the badge comes before the route card."""
_INSERT = Prepared(insert(PrintJobRow))
_MADE = (PrintState.QUEUED.value, PrintState.SENT.value, PrintState.REPRINTED.value)
_ASKED_BEFORE = Prepared(
    select(PrintJobRow.id)
    .where(
        PrintJobRow.attendee_id == bindparam("attendee", type_=PrintJobRow.attendee_id.type),
        PrintJobRow.paper == bindparam("paper"),
        # one by one: the driver is given no list
        or_(*(PrintJobRow.state == state for state in _MADE)),
    )
    .limit(1)
)


class SqlPrintJobs:
    """Print jobs within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, job: PrintJob) -> None:
        _INSERT.write(self._connection, **_values(job))

    def save(self, job: PrintJob) -> None:
        save(self._connection, PrintJobRow, _values(job))

    def get(self, job_id: UUID) -> PrintJob | None:
        return next(iter(self._read(_JOBS.where(PrintJobRow.id == job_id))), None)

    def waiting(self, station: str) -> list[PrintJob]:
        waiting = _JOBS.where(
            PrintJobRow.station == station, PrintJobRow.state == PrintState.QUEUED.value
        )
        return self._read(waiting.order_by(*_ORDER))

    def latest(self, station: str, limit: int) -> list[PrintJob]:
        newest = _JOBS.where(PrintJobRow.station == station)
        latest = [column.desc() for column in _ORDER]
        return self._read(newest.order_by(*latest).limit(limit))

    def was_asked(self, attendee_id: UUID, paper: Paper) -> bool:
        found = _ASKED_BEFORE.first(self._connection, attendee=attendee_id, paper=paper.value)
        return found is not None

    def _read(self, statement: Select[*tuple[object, ...]]) -> list[PrintJob]:
        return _jobs(self._connection.execute(statement).all())


def _jobs(rows: Sequence[AnyRow]) -> list[PrintJob]:
    return [
        PrintJob(
            row.id,
            row.asked_at,
            row.station,
            Paper(row.paper),
            row.attendee_id,
            PrintState(row.state),
            PrintTrouble(row.trouble),
            row.changed_at,
            row.again_of,
        )
        for row in rows
    ]


def _values(job: PrintJob) -> dict[str, object]:
    return {
        "id": job.id,
        "asked_at": job.asked_at,
        "station": job.station,
        "paper": job.paper.value,
        "attendee_id": job.attendee_id,
        "state": job.state.value,
        "trouble": job.trouble.value,
        "changed_at": job.changed_at,
        "again_of": job.again_of,
    }
