"""What happened to the plan on the day: nothing is deleted, what was undone is marked so."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from kiosk.data.tables import DayChangeRow
from kiosk.domain.plan import ChangeKind, DayChange
from kiosk.services.ports import RecordedChange

OF_TABLES = (ChangeKind.TABLE_CLOSED, ChangeKind.TABLE_OPENED, ChangeKind.SEATS)


class SqlDayChanges:
    """Changes within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        change: DayChange,
        at: datetime,
        station: str,
        *,
        plan_version: int | None,
        former_version: int | None,
    ) -> RecordedChange:
        last = self._connection.execute(select(func.max(DayChangeRow.number))).scalar()
        number = (last or 0) + 1
        of_table = change.kind in OF_TABLES
        values = {
            "number": number,
            "at": at,
            "station": station,
            "kind": change.kind.value,
            "candidate_id": None if of_table else change.subject,
            "employer_id": change.subject if of_table else None,
            "from_round": change.from_round,
            "until_round": change.until_round,
            "seats": change.seats,
            "plan_version": plan_version,
            "former_version": former_version,
        }
        self._connection.execute(insert(DayChangeRow), values)
        return RecordedChange(number, at, station, change, plan_version, former_version)

    def standing(self) -> list[RecordedChange]:
        rows = (
            select(*DayChangeRow.__table__.c)
            .where(DayChangeRow.undone_at.is_(None))
            .order_by(DayChangeRow.number)
        )
        return [
            RecordedChange(
                row.number,
                row.at,
                row.station,
                DayChange(
                    ChangeKind(row.kind),
                    _subject(row.candidate_id, row.employer_id),
                    row.from_round,
                    row.until_round,
                    row.seats,
                ),
                row.plan_version,
                row.former_version,
            )
            for row in self._connection.execute(rows)
        ]

    def led_to(self, numbers: Sequence[int], plan_version: int) -> None:
        self._connection.execute(
            update(DayChangeRow)
            .where(DayChangeRow.number.in_(numbers))
            .values(plan_version=plan_version)
        )

    def take_back(self, number: int, at: datetime) -> None:
        self._connection.execute(
            update(DayChangeRow).where(DayChangeRow.number == number).values(undone_at=at)
        )


def _subject(candidate_id: UUID | None, employer_id: UUID | None) -> UUID | None:
    return candidate_id or employer_id
