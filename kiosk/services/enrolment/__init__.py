"""Enrolment: rows of registration files become attendees and employers, each exactly once."""

from kiosk.services.enrolment.employers import enrol_employers
from kiosk.services.enrolment.people import enrol_people
from kiosk.services.enrolment.report import Enrolled, EnrolmentReport, RowChange, Totals

__all__ = [
    "Enrolled",
    "EnrolmentReport",
    "RowChange",
    "Totals",
    "enrol_employers",
    "enrol_people",
]
