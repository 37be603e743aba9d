"""The only place that knows SQLite and SQLCipher: connecting, locking, durability, and trouble.

Several programs, one for each desk, may have the file open. A unit of work takes the write lock
when it begins, so what it has read is still true when it commits; another waits its turn. WAL
with ``synchronous=FULL`` makes a commit durable when it returns.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.base import Connection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import StaticPool

from kiosk.data.cipher import FileKey
from kiosk.domain.errors import Refusal, RefusalCode

READING = "stoelendans_reading"
"""Execution option of a transaction that only reads: it sees one state, and nobody waits for it."""

OPENING_WAIT_SECONDS = 2.0
TURN_WAIT_SECONDS = 15.0
"""A turn takes a few milliseconds; an import of thousands of people may take seconds."""

LOOK_AGAIN_SECONDS = 0.001
_PATIENT = f"PRAGMA busy_timeout = {round(TURN_WAIT_SECONDS * 1000)}"

_TROUBLE = {
    "database is locked": RefusalCode.IN_USE,
    "disk is full": RefusalCode.DISK_FULL,
    "unable to open database file": RefusalCode.FOLDER_UNWRITABLE,
    "readonly database": RefusalCode.FOLDER_UNWRITABLE,
    "malformed": RefusalCode.FILE_DAMAGED,
    "not a database": RefusalCode.FILE_DAMAGED,
    "hmac": RefusalCode.FILE_DAMAGED,
    "disk i/o error": RefusalCode.FILE_DAMAGED,
}


def connect(path: Path, key: FileKey) -> sqlcipher.Connection:
    """Open the file, and switch on durability and foreign keys.

    Raises:
        Refusal: the file is in use, damaged, or its folder can't be written.
    """
    try:
        return _connected(path, key)
    except sqlcipher.DatabaseError as error:
        raise refusal_of(error, path) or error from error


def _connected(path: Path, key: FileKey) -> sqlcipher.Connection:
    connection = sqlcipher.connect(
        path, isolation_level=None, check_same_thread=False, timeout=OPENING_WAIT_SECONDS
    )
    try:
        connection.execute(key.pragma)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        # What was replaced or erased is gone from unused pages too. SQLCipher's own default, said
        # here because consents rest on it.
        connection.execute("PRAGMA secure_delete = ON")
        # Room for all pages of a large event: each page read again must be decrypted again.
        connection.execute("PRAGMA cache_size = -65536")
        # A folder that can't be written shows here, before anybody relies on it.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        connection.execute(_PATIENT)
    except sqlcipher.DatabaseError:
        connection.close()
        raise
    return connection


def make_engine(connection: sqlcipher.Connection, path: Path) -> Engine:
    """A SQLAlchemy engine around the one connection."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        # An unexpected error is printed; the statement may be, the people in it may not.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def take_write_lock(connection: Connection) -> None:
        # Straight to the driver: this runs before every scan's verdict.
        cursor = connection.connection.cursor()
        if connection.get_execution_options().get(READING):
            cursor.execute("BEGIN")
        else:
            _wait_for_turn(cursor)

    @event.listens_for(engine, "handle_error")
    def name_the_trouble(context: ExceptionContext) -> None:
        refusal = refusal_of(context.original_exception, path)
        if refusal:
            raise refusal from context.original_exception

    return engine


def _wait_for_turn(cursor: DBAPICursor) -> None:
    """Take the write lock, asking again and again after a moment.

    SQLite's own waiting sleeps ever longer, so a desk that is asked often could keep another one
    from its turn for seconds.
    """
    deadline = monotonic() + TURN_WAIT_SECONDS
    cursor.execute("PRAGMA busy_timeout = 1")
    try:
        while True:
            try:
                cursor.execute("BEGIN IMMEDIATE")
            except sqlcipher.OperationalError as error:
                if "locked" not in str(error) or monotonic() > deadline:
                    raise
                sleep(LOOK_AGAIN_SECONDS)
            else:
                return
    finally:
        cursor.execute(_PATIENT)


@contextmanager
def tables_may_be_rebuilt(connection: sqlcipher.Connection) -> Iterator[None]:
    """Let a migration put a new table in the place of one that others refer to.

    SQLite changes most things by copying a table and dropping the old one, which foreign keys
    forbid. Afterwards every reference must lead somewhere again.

    Raises:
        RuntimeError: the migration left a reference that leads nowhere.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError("a migration left references that lead nowhere")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def integrity_faults(connection: sqlcipher.Connection) -> list[str]:
    """What SQLCipher's page check and SQLite's structure check find; empty when all is well."""
    try:
        pages = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        structure = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    except sqlcipher.DatabaseError as error:
        return [str(error)]
    return pages + [fault for fault in structure if fault != "ok"]


def fold_in_wal(connection: sqlcipher.Connection, path: Path) -> None:
    """Write everything into the main file, so that it is whole on its own.

    Raises:
        Refusal: DISK_FULL; nothing is lost, it stays in the log beside the file.
    """
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlcipher.DatabaseError as error:
        raise refusal_of(error, path) or error from error


def copy_whole(connection: sqlcipher.Connection, key: FileKey, path: Path, target: Path) -> None:
    """A copy of one state of the file with the same key, whatever other programs write meanwhile.

    Raises:
        Refusal: DISK_FULL, FOLDER_UNWRITABLE; nothing is left of the copy then.
    """
    try:
        copy = sqlcipher.connect(target, isolation_level=None)
        try:
            copy.execute(key.pragma)
            connection.backup(copy)
        finally:
            copy.close()
    except sqlcipher.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise refusal_of(error, path) or error from error


def refusal_of(error: BaseException | None, path: Path) -> Refusal | None:
    """The refusal that a database error stands for; None for an error that is a bug."""
    text = str(error).lower()
    for words, code in _TROUBLE.items():
        if words in text and isinstance(error, sqlcipher.DatabaseError):
            folder = path.absolute().parent
            return Refusal(code, path=path.name, folder=folder.name or str(folder))
    return None
