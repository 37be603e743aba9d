"""What commands print: lines for people, JSON for programs, complaints on stderr."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import singledispatch
from pathlib import Path
from typing import TextIO
from uuid import UUID

from kiosk.domain.errors import Refusal, RefusalCode


@contextmanager
def speaking_out() -> Iterator[None]:
    """Within the block every letter can be printed, and nothing printed is lost in silence.

    A letter that the terminal can't show is spelt out: a name must not end an import.

    Raises:
        Refusal: OUTPUT_LOST, when stdout leads to a full disk.
        BrokenPipeError: whoever read along has gone.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        with _kept():
            if sys.stdout:
                sys.stdout.flush()


def say(*lines: str) -> None:
    """Lines for a person, on stdout."""
    for line in lines:
        _print(line, sys.stdout)


def complain(line: str) -> None:
    """One sentence about what went wrong, on stderr; where nobody can read it, nothing is left."""
    with suppress(OSError):
        _print(line, sys.stderr)


def say_json(value: object) -> None:
    """A value for a program, on stdout, in ASCII where the encoding is not that of JSON."""
    encoding = str(getattr(sys.stdout, "encoding", None))
    text = json.dumps(
        value,
        ensure_ascii=encoding.casefold().replace("-", "") != "utf8",
        indent=2,
        default=_for_json,
    )
    _print(text, sys.stdout)


def fall_silent() -> None:
    """Nobody reads stdout any more: what is still on its way there goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _print(text: str, stream: TextIO | None) -> None:
    """A program started without a terminal may have no stream at all."""
    if stream:
        with _kept():
            print(text, file=stream)


@contextmanager
def _kept() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        fall_silent()
        raise Refusal(RefusalCode.OUTPUT_LOST) from error


@singledispatch
def _for_json(value: object) -> object:
    """What JSON does not know by itself; dataclasses become objects by field name."""
    if isinstance(value, frozenset):
        return sorted(value, key=str)
    if not is_dataclass(value):
        raise TypeError(f"no JSON form for {type(value).__name__}")
    return {field.name: getattr(value, field.name) for field in fields(value)}


@_for_json.register
def _(value: date | datetime | time) -> str:
    return value.isoformat()


@_for_json.register
def _(value: UUID | Path) -> str:
    return str(value)
