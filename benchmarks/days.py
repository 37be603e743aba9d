"""Events far larger than any real one, with names from a seeded mill."""

import random
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlcipher3.dbapi2 import Connection

from kiosk.data.eventfile import EventFile, create_event_file
from kiosk.domain.people import Attendee, Side
from tests.helpers.days import PASSPHRASE, found, register

GIVEN = """
Samira Jonas Mieke Ahmed Elif Bram Chantal Dieter Fatima Goran Hanne Ilse Karel Lies Marco Nadia
Olena Piet Sven Tine Sofie Umut Wim Yasmina Zoë Björn Anaïs Łukasz Ştefan Özlem D'Arcy Jean-Pierre
"""
PARTS = "van der de el ben o' kova ic ski son maes claes peet bo ga wil lem jans vermeu len"


@dataclass(frozen=True)
class BigDay:
    """An open event file and everyone's badge code."""

    file: EventFile
    codes: dict[UUID, str]
    names: tuple[str, ...]

    @property
    def driver(self) -> Connection:
        """The bare connection underneath, for floors."""
        return self.file._connection  # noqa: SLF001 - a floor has nothing above it

    @property
    def turn(self) -> AbstractContextManager[object]:
        """Held while the bare connection is used beside a running program."""
        return self.file._turn  # noqa: SLF001 - as above


def somebody(mill: random.Random) -> tuple[str, str]:
    """A given name and a family name."""
    family = "".join(mill.choice(PARTS.split()) for _ in range(mill.randint(2, 4))).title()
    return mill.choice(GIVEN.split()), family


def big_day(path: Path, attendees: int) -> BigDay:
    """An event with that many candidates, all expected."""
    mill = random.Random(attendees)
    file = create_event_file(path, PASSPHRASE)
    codes, names = {}, []
    with file.unit() as unit:
        found(unit)
        for number in range(1, attendees + 1):
            given, family = somebody(mill)
            person = Attendee(uuid4(), Side.CANDIDATE, number, given, family, given)
            codes[person.id] = register(unit, person)
            names.append(f"{given} {family}")
        unit.commit()
    return BigDay(file, codes, tuple(names))
