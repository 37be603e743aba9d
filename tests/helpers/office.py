"""An organiser's office: importing rows into one event, and looking at what came of it."""

from collections.abc import Sequence

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Attendee, ConsentKind
from kiosk.domain.registration import EmployerRow, IssueCode, PersonRow, RowIssue
from kiosk.importing.registrations import PeopleFile, RegistrationFile
from kiosk.services.enrolment import EnrolmentReport, enrol_employers, enrol_people
from kiosk.services.ports import UnitFactory
from tests.helpers.days import found


class Office:
    """An organiser who imports files into one event."""

    def __init__(self, units: UnitFactory, clock: SimulatedClock) -> None:
        self.units = units
        self.clock = clock
        with units() as unit:
            found(unit)
            unit.commit()

    def take(self, file: RegistrationFile, *, dry_run: bool = False) -> EnrolmentReport:
        if isinstance(file, PeopleFile):
            return self.people(file.rows, noticed=file.issues, dry_run=dry_run)
        return self.employers(file.rows, noticed=file.issues, dry_run=dry_run)

    def people(self, rows: Sequence[PersonRow], **more) -> EnrolmentReport:
        return enrol_people(self.units(), self.clock, rows, station="office", **more)

    def employers(self, rows: Sequence[EmployerRow], **more) -> EnrolmentReport:
        return enrol_employers(self.units(), self.clock, rows, station="office", **more)

    def content(self) -> tuple[object, ...]:
        """All that an import could change."""
        with self.units() as unit:
            return (
                unit.people.all(),
                unit.people.codes(),
                unit.people.consents(),
                sorted(unit.people.wishes(), key=repr),
                unit.employers.all(),
                unit.journal.entries(),
            )

    def attendees(self) -> list[Attendee]:
        with self.units() as unit:
            return unit.people.all()

    def find(self, given_name: str) -> Attendee:
        (attendee,) = [a for a in self.attendees() if a.given_name == given_name]
        return attendee

    def consent(self, attendee: Attendee) -> dict[ConsentKind, bool]:
        with self.units() as unit:
            return unit.people.consents().get(attendee.id, {})

    def tables(self) -> dict[str, int]:
        with self.units() as unit:
            return {employer.name: employer.table_number for employer in unit.employers.all()}


def warned(report: EnrolmentReport, code: IssueCode) -> list[RowIssue]:
    return [issue for issue in report.issues if issue.code is code]
