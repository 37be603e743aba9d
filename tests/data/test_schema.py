"""The migrations and the mappings say the same, and go up and down with data inside."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from kiosk.data import schema
from kiosk.data.eventfile import EventFile
from kiosk.data.tables import Base
from kiosk.services.ports import UnitFactory
from tests.helpers.days import small_day


def test_migrated_schema_equals_the_mappings(event_file: EventFile) -> None:
    with event_file._engine.connect() as connection, connection.begin():
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_every_migration_goes_down_and_up_with_data(
    event_file: EventFile, units: UnitFactory
) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()
    event_file._connection.execute("PRAGMA foreign_keys = OFF")
    schema.downgrade(event_file._engine, "base")
    with event_file._engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    schema.upgrade(event_file._engine)
    assert schema.revision(event_file._engine) == schema.REVISION


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE attendee SET side = 'patient'",
        "UPDATE attendee SET badge_number = 1",
        "UPDATE attendee SET employer_id = NULL",
        "UPDATE employer SET seats = -1",
        "UPDATE consent SET kind = 'anything'",
        "INSERT INTO check_in VALUES ('00', '2023-03-21', 'desk', 'Els')",
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule(
    event_file: EventFile, units: UnitFactory, broken: str
) -> None:
    with units() as unit:
        small_day(unit)
        unit.commit()
    with (
        event_file._engine.connect() as connection,
        connection.begin(),
        pytest.raises(IntegrityError),
    ):
        connection.exec_driver_sql(broken)
