"""An import's report, as lines for a person and as facts for a program."""

from collections.abc import Iterator

from kiosk.app.registration import FileReport
from kiosk.domain.registration import RowIssue, Severity
from kiosk.i18n import _, ngettext
from kiosk.i18n.import_messages import (
    companions_text,
    issue_text,
    place_text,
    severity_text,
)
from kiosk.services.enrolment import Enrolled
from kiosk.services.rehearsal import RehearsalReport


def report_facts(each: FileReport) -> dict[str, object]:
    """Counts, totals and every issue with its row, code and suggestion."""
    report = each.report
    return {
        "file": each.path.name,
        "dry_run": report.dry_run,
        **{outcome.value.replace("-", "_"): report.count(outcome) for outcome in Enrolled},
        "totals": report.totals,
        "issues": [_issue_facts(issue) for issue in report.issues],
    }


def _issue_facts(issue: RowIssue) -> dict[str, object]:
    return {
        "row": issue.row,
        "severity": issue.severity,
        "code": issue.code,
        "facts": issue.facts,
        "suggestion": issue.suggestion,
        "text": issue_text(issue),
    }


def report_lines(each: FileReport) -> Iterator[str]:
    """What happened, who is in the event now, and what somebody should look at."""
    report, totals = each.report, each.report.totals
    yield f"{each.path.name}: " + (
        _("tried out, nothing is written") if report.dry_run else _("imported")
    )
    yield "  " + _(
        "added {added}, changed {updated}, unchanged {unchanged}, cancelled {cancelled}, not kept"
        " {not_kept}"
    ).format(**{o.value.replace("-", "_"): report.count(o) for o in Enrolled})
    yield "  " + _("In the event: {people}, {employers}, {seats}.").format(
        people=ngettext("{count} candidate", "{count} candidates", totals.candidates).format(
            count=totals.candidates
        ),
        employers=ngettext("{count} employer", "{count} employers", totals.employers).format(
            count=totals.employers
        ),
        seats=ngettext("{count} seat", "{count} seats", totals.seats).format(count=totals.seats),
    )
    if totals.companions:
        yield "  " + companions_text(totals.companions)
    for severity in Severity:
        issues = report.of(severity)
        if issues:
            yield f"  {severity_text(severity)}:"
            yield from (_issue_line(issue) for issue in issues)


def _issue_line(issue: RowIssue) -> str:
    place = place_text(issue)
    return f"    {place}: {issue_text(issue)}" if place else f"    {issue_text(issue)}"


def rehearsal_lines(report: RehearsalReport) -> Iterator[str]:
    """The rehearsed day in a few lines."""
    yield _("{event}, rehearsed with seed {seed}").format(event=report.event, seed=report.seed)
    yield "  " + _("{arrivals} of {attendees} came, {late} late, {no_shows} did not").format(
        arrivals=report.arrivals,
        attendees=report.attendees,
        late=report.late,
        no_shows=report.no_shows,
    )
    yield "  " + _("{held} of {planned} conversations held in {rounds} rounds").format(
        held=report.conversations_held, planned=report.conversations_planned, rounds=report.rounds
    )
    yield "  " + _("{answers} answers, {mutual} times yes from both, {matches} matches").format(
        answers=report.answers, mutual=report.mutual_yes, matches=report.matches
    )
    kept = sum(report.checks.values())
    yield "  " + _("{kept} of {all} promises kept").format(kept=kept, all=len(report.checks))
    yield from (f"    ! {name}" for name, was_kept in report.checks.items() if not was_kept)
