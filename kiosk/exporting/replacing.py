"""Files appear whole or not at all: written beside their place, then moved there in one step."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from kiosk.domain.errors import Refusal, RefusalCode

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LONGEST_NAME = 200


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write several files of one folder; nothing is replaced before all are safely on disk.

    Readable by the owner only. What stood there before stays when anything fails.

    Raises:
        Refusal: FOLDER_UNWRITABLE, DISK_FULL, or TARGET_OPEN when another program holds a file.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            with _refusing(path):
                waiting[path] = _write_beside(path, content)
        for path, part in waiting.items():
            _move(part, path)
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)


@contextmanager
def new_folder(folder: Path) -> Iterator[None]:
    """A folder that is there within the block; one that was made for nothing goes again.

    Raises:
        Refusal: FILE_EXISTS when a file has its name, FOLDER_UNWRITABLE, DISK_FULL.
    """
    missing = [place for place in (folder, *folder.parents) if not os.path.lexists(place)]
    try:
        _make(folder)
        yield
    except BaseException:
        for place in missing:
            with suppress(OSError):  # not made either, or something is in it by now
                place.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        with _refusing(folder):
            folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Refusal(RefusalCode.FILE_EXISTS, path=folder.name) from error


def _write_beside(path: Path, content: bytes) -> Path:
    descriptor, name = mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor is no path
            file.write(content)
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _move(part: Path, path: Path) -> None:
    """Put a finished file in its place. Windows lets nobody replace a file that is open."""
    with _refusing(path):
        try:
            part.replace(path)
        except PermissionError as error:
            if path.is_file():
                raise Refusal(RefusalCode.TARGET_OPEN, path=path.name) from error
            raise


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say what the disk refuses as a Refusal."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise Refusal(RefusalCode.DISK_FULL) from error
        if error.errno == errno.ENAMETOOLONG:
            raise Refusal(RefusalCode.NAME_TOO_LONG, longest=_LONGEST_NAME) from error
        folder = path.absolute().parent
        raise Refusal(RefusalCode.FOLDER_UNWRITABLE, folder=folder.name or str(folder)) from error
