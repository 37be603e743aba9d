"""An import's report in words, before and after it was applied."""

from collections.abc import Sequence

from kiosk.domain.registration import Severity
from kiosk.i18n import _
from kiosk.i18n.import_messages import (
    companions_text,
    issue_text,
    place_text,
    severity_text,
)
from kiosk.services.enrolment import Enrolled, EnrolmentReport
from kiosk.ui.organiser.actions import ImportedFile
from kiosk.ui.organiser.people_state import FileFace, ImportFace, IssueLine

_TONES = {Severity.WARNING: "warn", Severity.SKIPPED: "neutral", Severity.NOTICE: "info"}


def preview_face(files: Sequence[ImportedFile], *, busy: bool) -> ImportFace:
    """What would happen; nothing has been changed yet."""
    idle = all(file.report.changed_nothing for file in files)
    text = (
        _("Everything in here is known already. There is nothing to take in.")
        if idle
        else _("Nothing has been changed yet. Have a look, then take it in.")
    )
    close = _("Close") if idle else _("Leave it")
    return ImportFace(_("Before taking in"), text, _files(files), not idle, close, busy)


def applied_face(files: Sequence[ImportedFile]) -> ImportFace:
    """What happened."""
    totals = files[-1].report.totals
    text = _("{candidates} candidates and {employers} employers are in the event now.").format(
        candidates=totals.candidates, employers=totals.employers
    )
    if totals.companions:
        text = f"{text} {companions_text(totals.companions)}"
    return ImportFace(_("Taken in"), text, _files(files), can_apply=False, close_text=_("Close"))


def _files(files: Sequence[ImportedFile]) -> tuple[FileFace, ...]:
    return tuple(
        FileFace(file.name, tuple(_figures(file.report)), tuple(_headings(file.report)))
        for file in files
    )


def _figures(report: EnrolmentReport) -> list[str]:
    """Only outcomes that occur, and how many rows were passed over."""
    passed_over = len(report.of(Severity.SKIPPED))
    said = [
        (report.count(Enrolled.ADDED), _("{count} new")),
        (report.count(Enrolled.UPDATED), _("{count} updated")),
        (report.count(Enrolled.UNCHANGED), _("{count} unchanged")),
        (report.count(Enrolled.CANCELLED), _("{count} cancelled")),
        (passed_over, _("{count} passed over")),
    ]
    return [text.format(count=count) for count, text in said if count]


def _headings(report: EnrolmentReport) -> list[tuple[str, tuple[IssueLine, ...]]]:
    return [
        (
            severity_text(severity),
            tuple(IssueLine(place_text(issue), tone, issue_text(issue)) for issue in found),
        )
        for severity, tone in _TONES.items()
        if (found := report.of(severity))
    ]
