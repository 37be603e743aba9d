"""Making, opening and closing the one encrypted file of an event.

Opening never harms a file: the passphrase and every page are checked before SQLite sees it.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import RLock

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kiosk.config import MIN_PASSPHRASE
from kiosk.data import cipher, engine, schema
from kiosk.data.unit_of_work import SqlUnitOfWork
from kiosk.data.unlocking import unlock
from kiosk.domain.errors import Refusal, RefusalCode

_LONGEST_NAME = 200
"""In bytes. File systems take 255; drafts, logs and copies beside the file have longer names."""


class EventFile:
    """An open event file. Its units take turns, on any thread; close it when done."""

    def __init__(self, path: Path, key: cipher.FileKey, connection: sqlcipher.Connection) -> None:
        self.path = path
        self._key = key
        self._connection = connection
        self._engine: Engine = engine.make_engine(connection, path)
        self._turn = RLock()

    def unit(self) -> SqlUnitOfWork:
        """A new transaction, begun when its ``with`` block is entered."""
        return SqlUnitOfWork(self._engine, self.path, self._turn)

    def unlocks_with(self, passphrase: str) -> bool:
        """Whether this is the file's passphrase."""
        return cipher.derive_key(passphrase, self._key.salt) == self._key

    def faults(self) -> list[str]:
        """What a full check of pages and structure finds; empty when all is well."""
        engine.fold_in_wal(self._connection, self.path)
        return engine.integrity_faults(self._connection)

    def copy_to(self, path: Path) -> None:
        """A whole copy beside the open file, with the same passphrase."""
        engine.copy_whole(self._connection, self._key, self.path, path)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        self._engine.dispose()
        self._connection.close()


def create_event_file(
    path: Path, passphrase: str, fill: Callable[[SqlUnitOfWork], object] = lambda _unit: None
) -> EventFile:
    """Make a new event file with the current schema, and with what ``fill`` puts into it.

    It is built under another name and moved into place, so a file is there whole or not at all.

    Raises:
        Refusal: it exists already, its name is too long, the folder can't be written, the disk is
            full, or the passphrase is too short.
    """
    if len(passphrase.strip()) < MIN_PASSPHRASE:
        raise Refusal(RefusalCode.PASSPHRASE_TOO_SHORT, least=MIN_PASSPHRASE)
    _require_new(path)
    _require_writable_folder(path)
    key = cipher.derive_key(passphrase, cipher.new_salt())
    draft = path.with_name(f".{path.name}.new")
    _remove(draft)
    try:
        _build(draft, key, path, fill)
        draft.replace(path)
    finally:
        _remove(draft)
    return EventFile(path, key, engine.connect(path, key))


def open_event_file(path: Path, passphrase: str) -> EventFile:
    """Open an event file, upgrading an older schema after making a copy beside it.

    Raises:
        Refusal: not there, not ours, wrong passphrase, damaged, in use, newer than this program,
            or in a folder that can't be written.
    """
    return open_unlocked(path, unlock(path, passphrase))


def open_unlocked(path: Path, key: cipher.FileKey) -> EventFile:
    """Open an event file whose key is known already; see :func:`open_event_file`."""
    _require_writable_folder(path)
    connection = engine.connect(path, key)
    try:
        _require_whole(path, connection)
        _upgrade_if_older(path, connection)
    except BaseException:
        connection.close()
        raise
    return EventFile(path, key, connection)


def _build(
    draft: Path, key: cipher.FileKey, path: Path, fill: Callable[[SqlUnitOfWork], object]
) -> None:
    connection = engine.connect(draft, key)
    try:
        bound = engine.make_engine(connection, path)
        schema.upgrade(bound)
        fill(SqlUnitOfWork(bound, path, RLock()))
        engine.fold_in_wal(connection, path)
    finally:
        connection.close()


def _copy(path: Path, target: Path) -> None:
    """A whole copy, or none."""
    try:
        shutil.copy2(path, target)
    except OSError as error:
        target.unlink(missing_ok=True)
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        folder = target.absolute().parent.name
        code = RefusalCode.DISK_FULL if full else RefusalCode.FOLDER_UNWRITABLE
        raise Refusal(code, folder=folder) from error


def _require_whole(path: Path, connection: sqlcipher.Connection) -> None:
    if engine.integrity_faults(connection):
        raise Refusal(RefusalCode.FILE_DAMAGED, path=path.name)


def _upgrade_if_older(path: Path, connection: sqlcipher.Connection) -> None:
    bound = engine.make_engine(connection, path)
    found = schema.revision(bound)
    if found == schema.REVISION:
        return
    if not schema.is_older(found):
        raise Refusal(RefusalCode.NEWER_SCHEMA, path=path.name)
    engine.fold_in_wal(connection, path)
    _copy(path, path.with_name(f"{path.stem}.before-{schema.REVISION}{path.suffix}"))
    with engine.tables_may_be_rebuilt(connection):
        schema.upgrade(bound)


def _require_new(path: Path) -> None:
    """A dangling link counts as there: what it points to is not ours to make."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise Refusal(RefusalCode.NAME_TOO_LONG, longest=_LONGEST_NAME)
    try:
        taken = os.path.lexists(path)
    except ValueError as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path)) from error
    if taken:
        raise Refusal(RefusalCode.FILE_EXISTS, path=str(path))


def _require_writable_folder(path: Path) -> None:
    folder = path.absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Refusal(RefusalCode.FOLDER_UNWRITABLE, folder=folder.name or str(folder))


def _remove(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + "-wal")):
        leftover.unlink(missing_ok=True)
