"""Files appear whole or not at all: written beside their place, then moved there in one step."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from kiosk.domain.errors import Refusal, RefusalCode

_FULL = {errno.ENOSPC, errno.EDQUOT}
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


def make_folder(folder: Path) -> None:
    """Make sure that a folder is there.

    Raises:
        Refusal: FILE_EXISTS when a file has its name, FOLDER_UNWRITABLE, DISK_FULL.
    """
    try:
        with _refusing(folder):
            folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise Refusal(RefusalCode.FILE_EXISTS, path=folder.name) from error


def _write_beside(path: Path, content: bytes) -> Path:
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
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
