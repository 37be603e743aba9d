"""Importing registration files: read all of them first, then take all in, or none."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code
from kiosk.importing.mapping import read_mapping
from kiosk.importing.registrations import EmployersFile, RegistrationFile, read_registrations
from kiosk.services.enrolment import EnrolmentReport, enrol_employers, enrol_people
from kiosk.services.joining import JoinedUnit
from kiosk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Chance:
    """Where badge numbers and codes come from; replaced only where a day is replayed."""

    choose_number: Callable[[Sequence[int]], int] = secrets.choice
    new_code: Callable[[], str] = new_code

    @classmethod
    def seeded(cls, seed: int) -> "Chance":
        """The same numbers and codes for the same seed, for throw-away events only."""
        generator = Random(seed)  # noqa: S311 - nobody's real badge
        return cls(generator.choice, lambda: new_code(generator.choice))


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file led to, or would lead to."""

    path: Path
    report: EnrolmentReport


def import_files(
    unit: UnitOfWork,
    clock: Clock,
    paths: Sequence[Path],
    *,
    station: str,
    mapping: Path | None = None,
    dry_run: bool = False,
    chance: Chance = Chance(),
) -> list[FileReport]:
    """Take in files of people and employers as one transaction.

    Employers go first, whatever the order of the files, so that wishes find whom they are about.
    A dry run does the same work and keeps nothing of it.

    Raises:
        Refusal: a file or the mapping can't be read; nothing was changed.
    """
    columns = read_mapping(mapping) if mapping else None
    files = [(path, read_registrations(path, columns)) for path in paths]
    files.sort(key=lambda pair: not isinstance(pair[1], EmployersFile))
    with unit as whole:
        reports = [
            FileReport(path, _enrol(JoinedUnit(whole), clock, file, station, chance, dry_run))
            for path, file in files
        ]
        if not dry_run:
            whole.commit()
    return reports


def _enrol(
    unit: UnitOfWork,
    clock: Clock,
    file: RegistrationFile,
    station: str,
    chance: Chance,
    dry_run: bool,
) -> EnrolmentReport:
    if isinstance(file, EmployersFile):
        return enrol_employers(
            unit,
            clock,
            file.rows,
            station=station,
            noticed=file.issues,
            choose_number=chance.choose_number,
            new_code=chance.new_code,
            dry_run=dry_run,
        )
    return enrol_people(
        unit,
        clock,
        file.rows,
        station=station,
        noticed=file.issues,
        choose_number=chance.choose_number,
        new_code=chance.new_code,
        dry_run=dry_run,
    )
