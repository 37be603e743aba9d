"""An event is one encrypted file, and whatever goes wrong, the file is not harmed."""

import multiprocessing
import os
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.data import cipher, engine, schema
from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.data.unlocking import unlock
from kiosk.domain.errors import Refusal, RefusalCode
from tests.helpers.days import MORNING, PASSPHRASE, an_event


@pytest.fixture
def closed_file(tmp_path: Path) -> Path:
    path = tmp_path / "gent.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        unit.events.save(an_event())
        for number in range(40):
            unit.journal.append(MORNING, "test", "note", facts={"number": number})
        unit.commit()
    file.close()
    return path


def refused(path: Path, passphrase: str = PASSPHRASE) -> RefusalCode:
    before = path.read_bytes()
    with pytest.raises(Refusal) as refusal:
        open_event_file(path, passphrase)
    assert path.read_bytes() == before, "the file was touched"
    return refusal.value.code


def overwrite(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def test_a_file_opens_again_with_its_passphrase(closed_file: Path) -> None:
    file = open_event_file(closed_file, PASSPHRASE)
    with file.unit() as unit:
        assert unit.events.get().title == "Careerdating Gent"
    file.close()


def test_nothing_readable_is_in_the_file(closed_file: Path) -> None:
    content = closed_file.read_bytes()
    assert b"Careerdating" not in content
    assert b"SQLite format" not in content


def test_closing_leaves_one_single_file(closed_file: Path) -> None:
    assert [entry.name for entry in closed_file.parent.iterdir()] == [closed_file.name]


def test_a_wrong_passphrase_is_named_as_such(closed_file: Path) -> None:
    assert refused(closed_file, "een andere zin") is RefusalCode.WRONG_PASSPHRASE


@pytest.mark.parametrize("offset", [20, 4000, 4096, 9000, -200])
def test_one_changed_byte_anywhere_is_damage_and_not_a_wrong_passphrase(
    closed_file: Path, offset: int
) -> None:
    content = bytearray(closed_file.read_bytes())
    content[offset] ^= 0xFF
    closed_file.write_bytes(content)
    assert refused(closed_file) is RefusalCode.FILE_DAMAGED


def test_a_file_cut_short_is_damage(closed_file: Path) -> None:
    closed_file.write_bytes(closed_file.read_bytes()[:-1000])
    assert refused(closed_file) is RefusalCode.FILE_DAMAGED


def test_a_file_that_lost_whole_pages_is_damage(closed_file: Path) -> None:
    closed_file.write_bytes(closed_file.read_bytes()[: -3 * cipher.PAGE_SIZE])
    with pytest.raises(Refusal) as refusal:
        open_event_file(closed_file, PASSPHRASE)
    assert refusal.value.code is RefusalCode.FILE_DAMAGED


def test_a_file_overwritten_with_zeros_is_damage(closed_file: Path) -> None:
    size = closed_file.stat().st_size
    overwrite(closed_file, cipher.SALT_SIZE, bytes(size - cipher.SALT_SIZE))
    assert refused(closed_file) is RefusalCode.FILE_DAMAGED


@pytest.mark.parametrize("content", [b"", b"short", b"Voornaam;Familienaam\n" * 50])
def test_something_else_is_no_event_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.stoelendans"
    path.write_bytes(content)
    assert refused(path) is RefusalCode.NOT_AN_EVENT


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        open_event_file(tmp_path / "nowhere.stoelendans", PASSPHRASE)
    assert refusal.value.code is RefusalCode.FILE_NOT_FOUND
    assert not list(tmp_path.iterdir())


def test_a_newer_schema_is_left_alone(closed_file: Path) -> None:
    file = open_event_file(closed_file, PASSPHRASE)
    file._connection.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    assert refused(closed_file) is RefusalCode.NEWER_SCHEMA


def test_an_older_schema_is_upgraded_after_a_copy_was_made(closed_file: Path) -> None:
    file = open_event_file(closed_file, PASSPHRASE)
    for (table,) in file._connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        file._connection.execute("PRAGMA foreign_keys = OFF")
        file._connection.execute(f"DROP TABLE {table}")
    file.close()
    open_event_file(closed_file, PASSPHRASE).close()
    copies = [p for p in closed_file.parent.iterdir() if "before" in p.name]
    assert len(copies) == 1


def _hold_the_lock(path: Path, ready: Event, done: Event) -> None:
    """A program of an earlier version, which kept the file to itself."""
    connection = engine.connect(path, unlock(path, PASSPHRASE))
    connection.execute("BEGIN EXCLUSIVE")
    ready.set()
    done.wait(20)
    connection.close()


def test_a_file_that_another_program_keeps_to_itself_is_said_to_be_in_use(
    closed_file: Path,
) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold_the_lock, args=(closed_file, ready, done))
    other.start()
    try:
        assert ready.wait(20)
        with pytest.raises(Refusal) as refusal:
            open_event_file(closed_file, PASSPHRASE)
        assert refusal.value.code is RefusalCode.IN_USE
    finally:
        done.set()
        other.join()
    open_event_file(closed_file, PASSPHRASE).close()


def test_an_existing_file_is_never_overwritten(closed_file: Path) -> None:
    before = closed_file.read_bytes()
    with pytest.raises(Refusal) as refusal:
        create_event_file(closed_file, PASSPHRASE)
    assert refusal.value.code is RefusalCode.FILE_EXISTS
    assert closed_file.read_bytes() == before


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        create_event_file(tmp_path / "nowhere" / "gent.stoelendans", PASSPHRASE)
    assert refusal.value.code is RefusalCode.FOLDER_UNWRITABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_permission_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refusal) as refusal:
            create_event_file(tmp_path / "gent.stoelendans", PASSPHRASE)
    finally:
        tmp_path.chmod(0o700)
    assert refusal.value.code is RefusalCode.FOLDER_UNWRITABLE


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        create_event_file(tmp_path / "gent.stoelendans", "kort")
    assert refusal.value.code is RefusalCode.PASSPHRASE_TOO_SHORT
    assert not list(tmp_path.iterdir())


def test_the_file_knows_its_own_passphrase(event_file: EventFile) -> None:
    assert event_file.unlocks_with(PASSPHRASE)
    assert not event_file.unlocks_with(PASSPHRASE + "!")


def test_ordinary_sqlcipher_opens_the_file_with_the_passphrase(closed_file: Path) -> None:
    connection = sqlcipher.connect(closed_file)
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT title FROM event").fetchone() == ("Careerdating Gent",)
    connection.close()


def test_the_schema_revision_is_the_newest_migration(event_file: EventFile) -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(schema._MIGRATIONS))
    assert scripts.get_current_head() == schema.REVISION
    assert schema.revision(event_file._engine) == schema.REVISION


def test_a_full_disk_is_named_while_the_log_is_folded_in(tmp_path: Path) -> None:
    class Full:
        def execute(self, _sql: str) -> None:
            raise sqlcipher.OperationalError("database or disk is full")

    with pytest.raises(Refusal) as refusal:
        engine.fold_in_wal(Full(), tmp_path / "gent.stoelendans")
    assert refusal.value.code is RefusalCode.DISK_FULL


def test_a_copy_that_does_not_fit_is_no_copy(closed_file: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    file = open_event_file(closed_file, PASSPHRASE)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(Refusal):
            file.copy_to(tmp_path / "kopie.stoelendans")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        file.close()
    assert [entry.name for entry in tmp_path.iterdir()] == [closed_file.name]


def test_looking_at_a_file_leaves_its_bytes_and_its_date(closed_file: Path) -> None:
    os.utime(closed_file, ns=(10**18, 10**18))
    before = closed_file.read_bytes()
    file = open_event_file(closed_file, PASSPHRASE)
    assert file.faults() == []
    with file.unit() as unit:
        assert unit.journal.first_broken() is None
    file.close()
    assert closed_file.read_bytes() == before
    assert closed_file.stat().st_mtime_ns == 10**18
