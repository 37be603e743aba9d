"""Importing registration files: read all of them first, then take all in, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.importing.mapping import read_mapping
from kiosk.importing.registrations import EmployersFile, RegistrationFile, read_registrations
from kiosk.services.enrolment import EnrolmentReport, enrol_employers, enrol_people
from kiosk.services.joining import JoinedUnit
from kiosk.services.ports import UnitFactory, UnitOfWork


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file led to, or would lead to."""

    path: Path
    report: EnrolmentReport


def import_files(
    units: UnitFactory,
    clock: Clock,
    paths: Sequence[Path],
    *,
    station: str,
    mapping: Path | None = None,
    dry_run: bool = False,
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
    with units() as whole:
        reports = [
            FileReport(path, _enrol(JoinedUnit(whole), clock, file, station, dry_run=dry_run))
            for path, file in files
        ]
        if not dry_run:
            whole.commit()
    return reports


def _enrol(
    unit: UnitOfWork, clock: Clock, file: RegistrationFile, station: str, *, dry_run: bool
) -> EnrolmentReport:
    if isinstance(file, EmployersFile):
        return enrol_employers(
            unit, clock, file.rows, station=station, noticed=file.issues, dry_run=dry_run
        )
    return enrol_people(
        unit, clock, file.rows, station=station, noticed=file.issues, dry_run=dry_run
    )
