"""What commands print: lines for people, JSON for programs, complaints on stderr."""

import json
import sys
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import singledispatch
from pathlib import Path
from uuid import UUID


def say(*lines: str) -> None:
    """Lines for a person, on stdout."""
    for line in lines:
        print(line)


def complain(line: str) -> None:
    """One sentence about what went wrong, on stderr."""
    print(line, file=sys.stderr)


def say_json(value: object) -> None:
    """A value for a program, on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_for_json))


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
