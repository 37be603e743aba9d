"""XLSX, XLS and ODS: each sheet as a table of text, read by a child process that may fall over."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.importing.tables import (
    MAX_COLUMNS,
    MAX_ROWS,
    Table,
    TableTrouble,
    table_of,
    unreadable,
)

MAX_UNPACKED = 200_000_000
_PATIENCE = 60
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READER = Path(__file__).with_name("workbook_child.py")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def is_workbook(content: bytes) -> bool:
    """Whether the bytes begin like a workbook; a file's name proves nothing."""
    return content.startswith((_ZIP, _OLD_EXCEL))


def read_workbook(content: bytes) -> tuple[Table, ...]:
    """All sheets, in the workbook's order."""
    if content.startswith(_ZIP):
        _refuse_bomb(content)
    answer = json.loads(_ask_child(content))
    if "trouble" in answer:
        raise unreadable(TableTrouble(answer["trouble"]))
    return tuple(table_of(name, rows) for name, rows in answer["sheets"])


def _ask_child(content: bytes) -> bytes:
    limits = (str(MAX_ROWS), str(MAX_COLUMNS))
    try:
        done = subprocess.run(  # noqa: S603 - our own file, run by our own interpreter
            [sys.executable, "-I", str(_READER), *limits],
            input=content,
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            creationflags=_NO_WINDOW,
            env={name: value for name, value in os.environ.items() if name != PASSPHRASE_VARIABLE},
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise unreadable(TableTrouble.DAMAGED) from error
    return done.stdout


def _refuse_bomb(content: bytes) -> None:
    """A small archive may unpack to more than any list of people needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise unreadable(TableTrouble.DAMAGED) from error
    if unpacked > MAX_UNPACKED:
        raise unreadable(TableTrouble.TOO_LARGE)
