"""The migrations and the mappings say the same, and go up and down with data inside."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from kiosk.data import schema
from kiosk.data.engine import tables_may_be_rebuilt
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.data.tables import Base
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.edits import EditedField
from kiosk.domain.people import SeatNeed, Side, WishKind
from kiosk.domain.plan import PlanState
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.services.ports import UnitFactory
from tests.helpers.days import PASSPHRASE, small_day
from tests.helpers.desks import POST

SAMPLES = Path(__file__).parent / "samples"


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
        "INSERT INTO check_in VALUES ('00', '2023-03-21', 'desk', 'Els', NULL)",
        "INSERT INTO desk_settings VALUES ('desk 1', 'sometimes', 'never', '', '', 1, 5)",
        "INSERT INTO staff_pin VALUES (2, x'00', x'00', 1)",
        "UPDATE attendee SET companion_of = '00'",
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


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.stoelendans")), ids=lambda p: p.stem)
def test_a_file_of_an_earlier_program_is_copied_and_brought_up_to_date(
    sample: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sample, tmp_path / "oud.stoelendans"))
    file = open_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        assert len(unit.people.all()) == 3
        assert len(unit.people.present()) == 2
        assert unit.events.get().desk_opens is None
        assert unit.journal.first_broken() is None
        plan = unit.plans.current()
        assert plan is None or plan.state is PlanState.PUBLISHED
    file.close()
    assert len(list(tmp_path.glob("oud.before-*.stoelendans"))) == 1


def test_a_file_of_an_earlier_program_takes_edits_of_what_a_table_must_offer(
    tmp_path: Path, clock: SimulatedClock
) -> None:
    path = Path(shutil.copy(SAMPLES / "schema-0002.stoelendans", tmp_path / "oud.stoelendans"))
    file = open_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        who = next(person for person in unit.people.all() if person.side is Side.CANDIDATE)
    edit = PersonEdit(who.public_name, (), "", {}, seat_needs=(SeatNeed.STEP_FREE,))
    edit_person(file.unit(), clock, who.id, edit, desk=POST)
    with tables_may_be_rebuilt(file._connection):
        schema.downgrade(file._engine, "0002")
        schema.upgrade(file._engine)
    with file.unit() as unit:
        assert EditedField.SEAT_NEEDS not in {line.field for line in unit.people.edits(who.id)}
    file.close()


def test_whom_somebody_would_not_meet_stays_apart_in_a_file_of_an_earlier_program(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(SAMPLES / "schema-0002.stoelendans", tmp_path / "oud.stoelendans"))
    file = open_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        kinds = sorted((wish.kind, wish.weight) for wish in unit.people.wishes())
        plan = unit.plans.current()
    file.close()
    assert kinds == [(WishKind.NEVER, 0), (WishKind.WISH, 5)]
    assert plan is not None
    assert plan.version == 1
    assert len(plan.conversations) == 3


def test_a_day_of_an_earlier_program_keeps_its_fixed_times_and_when_it_began(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(SAMPLES / "schema-0003.stoelendans", tmp_path / "oud.stoelendans"))
    file = open_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        phases, run = unit.programme.phases(), unit.programme.run()
    file.close()
    assert [phase.position for phase in phases if phase.fixed] == [0]
    assert [phase.started_at is not None for phase in phases[:5]] == [True] * 4 + [False]
    assert run is not None
    assert run.position == 3
    assert phases[3].started_at == run.started_at
