"""One transaction on the event file, with everything a use case may reach."""

from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, RootTransaction

from kiosk.data.day_changes import SqlDayChanges
from kiosk.data.engine import READING, refusal_of
from kiosk.data.journal import SqlJournal
from kiosk.data.people import SqlPeople
from kiosk.data.plans import SqlPlans
from kiosk.data.prints import SqlPrintJobs
from kiosk.data.programmes import SqlProgrammes
from kiosk.data.repositories import SqlEmployers, SqlEvents, SqlInterests
from kiosk.data.room import SqlRoom, SqlStories
from kiosk.data.settings import SqlSettings


class SqlUnitOfWork:
    """Fills :class:`kiosk.services.ports.UnitOfWork`; without ``commit()`` nothing stays."""

    events: SqlEvents
    programme: SqlProgrammes
    employers: SqlEmployers
    people: SqlPeople
    plans: SqlPlans
    day_changes: SqlDayChanges
    interests: SqlInterests
    settings: SqlSettings
    prints: SqlPrintJobs
    room: SqlRoom
    stories: SqlStories
    journal: SqlJournal

    def __init__(self, engine: Engine, path: Path, turn: RLock) -> None:
        """One connection serves all units; ``turn`` makes a second thread wait for it."""
        self._engine = engine
        self._path = path
        self._turn = turn
        self._options: dict[str, object] = {}
        self._connection: Connection
        self._transaction: RootTransaction

    def reading(self) -> Self:
        self._options = {READING: True}
        return self

    def __enter__(self) -> Self:
        self._turn.acquire()
        try:
            connection = self._engine.connect()
            if self._options:
                connection = connection.execution_options(**self._options)
            self._connection = connection
            self._transaction = connection.begin()
        except BaseException:
            self._turn.release()
            raise
        self.events = SqlEvents(connection)
        self.programme = SqlProgrammes(connection)
        self.employers = SqlEmployers(connection)
        self.people = SqlPeople(connection)
        self.plans = SqlPlans(connection)
        self.day_changes = SqlDayChanges(connection)
        self.interests = SqlInterests(connection)
        self.settings = SqlSettings(connection)
        self.prints = SqlPrintJobs(connection)
        self.room = SqlRoom(connection)
        self.stories = SqlStories(connection)
        self.journal = SqlJournal(connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
            self._connection.close()
        finally:
            self._options = {}
            self._turn.release()
        # Prepared statements raise the driver's errors; SQLAlchemy's were named on their way.
        refusal = refusal_of(error, self._path)
        if refusal:
            raise refusal from error

    def commit(self) -> None:
        self._transaction.commit()
