"""The smaller collections: the event, employers and interest."""

from datetime import datetime

from sqlalchemy import Connection, Row, select

from kiosk.data.tables import EmployerRow, EventRow, InterestRow
from kiosk.data.writing import save
from kiosk.domain.event import Event, PublicNames
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import Employer, Presence, Side


class SqlEvents:
    """The one event of the file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Event:
        row = self._connection.execute(select(*EventRow.__table__.c)).one()
        return Event(
            id=row.id,
            title=row.title,
            date=row.date,
            place=row.place,
            timezone=row.timezone,
            languages=tuple(row.languages),
            public_names=PublicNames(row.public_names),
            table_count=row.table_count,
            made_with=row.made_with,
            desk_opens=row.desk_opens,
            desk_closes=row.desk_closes,
        )

    def save(self, event: Event) -> None:
        values = {
            "id": event.id,
            "title": event.title,
            "date": event.date,
            "place": event.place,
            "timezone": event.timezone,
            "languages": list(event.languages),
            "public_names": event.public_names.value,
            "table_count": event.table_count,
            "made_with": event.made_with,
            "desk_opens": event.desk_opens,
            "desk_closes": event.desk_closes,
        }
        save(self._connection, EventRow, values)


class SqlEmployers:
    """Organisations with a table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Employer]:
        rows = select(*EmployerRow.__table__.c).order_by(EmployerRow.table_number)
        return [_employer(row) for row in self._connection.execute(rows)]

    def save(self, employer: Employer) -> None:
        values = {
            "id": employer.id,
            "name": employer.name,
            "table_number": employer.table_number,
            "seats": employer.seats,
            "sectors": list(employer.sectors),
            "languages": list(employer.languages),
            "jobs": employer.jobs,
            "remark": employer.remark,
            "arrives": employer.presence.arrives,
            "leaves": employer.presence.leaves,
            "step_free": employer.step_free,
            "quiet": employer.quiet,
        }
        save(self._connection, EmployerRow, values)


def _employer(row: Row[*tuple[object, ...]]) -> Employer:
    return Employer(
        id=row.id,
        name=row.name,
        table_number=row.table_number,
        seats=row.seats,
        sectors=tuple(row.sectors),
        languages=tuple(row.languages),
        jobs=row.jobs,
        remark=row.remark,
        presence=Presence(row.arrives, row.leaves),
        step_free=row.step_free,
        quiet=row.quiet,
    )


class SqlInterests:
    """Answers by side."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Interest]:
        rows = self._connection.execute(select(*InterestRow.__table__.c))
        return [
            Interest(row.candidate_id, row.employer_id, Side(row.side), Answer(row.answer))
            for row in rows
        ]

    def save(self, interest: Interest, at: datetime) -> None:
        values = {
            "candidate_id": interest.candidate_id,
            "employer_id": interest.employer_id,
            "side": interest.side.value,
            "answer": interest.answer.value,
            "at": at,
        }
        save(self._connection, InterestRow, values)
