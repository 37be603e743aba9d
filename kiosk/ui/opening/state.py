"""What the opening window shows at one moment."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Way(StrEnum):
    """The ways into the program."""

    OPEN = auto()
    MAKE = auto()
    DEMO = auto()


class Field(StrEnum):
    """What can be filled in."""

    FILE = auto()
    PASSPHRASE = auto()
    DESCRIPTION = auto()
    TARGET = auto()
    NEW_PASSPHRASE = auto()


class Lack(StrEnum):
    """Why nothing was tried yet, or nothing came of it."""

    FILE = auto()
    PASSPHRASE = auto()
    DESCRIPTION = auto()
    TARGET = auto()
    UNEXPECTED = auto()


@dataclass(frozen=True, slots=True)
class OpeningFace:
    """``trouble`` is one sentence, or empty; ``wrong`` is the field that it is about."""

    way: Way = Way.OPEN
    busy: bool = False
    trouble: str = ""
    wrong: Field | None = None
