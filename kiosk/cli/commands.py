"""One function for each command: open, call the use case, print what came of it."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app.demo import make_demo
from kiosk.app.registration import Chance, import_files
from kiosk.cli.files import opened
from kiosk.cli.output import complain, say, say_json
from kiosk.cli.passphrase import ask_passphrase, choose_passphrase
from kiosk.cli.reports import rehearsal_lines, report_facts, report_lines
from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock, SystemClock
from kiosk.domain.people import badge_label
from kiosk.domain.plan import PlanMethod
from kiosk.domain.verdicts import Tone, Verdict
from kiosk.exporting import kind_of, write_export
from kiosk.exporting.replacing import new_folder, write_files
from kiosk.i18n import _, ngettext
from kiosk.i18n.verdict_messages import headline
from kiosk.importing.event_description import read_event_description
from kiosk.planning import PLANNERS
from kiosk.printing.papers import make_paper
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.services.export import export_day
from kiosk.services.founding import found_event
from kiosk.services.rehearsal import RehearsalReport, opening, rehearse

DONE, FOUND_WANTING = 0, 1
STATION = "command line"
PICTURES = Path("shots") / "rehearsal"


def new_command(arguments: Namespace) -> int:
    """Make an event file; the description is read first, so that a mistake leaves no file."""
    description = read_event_description(arguments.description)
    passphrase = choose_passphrase(arguments.passphrase_file)
    clock = SystemClock()
    file = create_event_file(
        arguments.event, passphrase, lambda unit: found_event(unit, clock, description)
    )
    try:
        with file.unit() as unit:
            event, phases = unit.events.get(), unit.programme.phases()
    finally:
        file.close()
    if arguments.json:
        say_json({"event": event, "phases": phases})
    else:
        say(
            _("{path} is made: {title}, {date}.").format(
                path=arguments.event.name, title=event.title, date=event.date.isoformat()
            )
        )
    return DONE


def import_command(arguments: Namespace) -> int:
    """Take in files; passed-over rows and warnings are told, and are no failure."""
    with opened(arguments) as file:
        reports = import_files(
            file.unit(),
            SystemClock(),
            arguments.files,
            station=STATION,
            mapping=arguments.mapping,
            dry_run=arguments.dry_run,
        )
    if arguments.json:
        say_json([report_facts(each) for each in reports])
    else:
        for each in reports:
            say(*report_lines(each))
    return DONE


def print_command(arguments: Namespace) -> int:
    """Make the PDF files of one kind of paper."""
    with opened(arguments) as file:
        with file.unit() as unit:
            language = unit.events.get().language
        files = make_paper(arguments.paper, file.unit(), SystemClock(), language)
    paths = [arguments.output / made.name for made in files]
    with new_folder(arguments.output):
        write_files({path: made.content for path, made in zip(paths, files, strict=True)})
    if arguments.json:
        say_json(
            [{"path": path, "count": made.count} for path, made in zip(paths, files, strict=True)]
        )
    else:
        say(*(str(path) for path in paths))
    for number in sorted({number for made in files for number in made.unwritable}):
        complain(
            _("The name of badge {number} has letters that can't be printed; the number is shown.")
            .format(number=badge_label(number))
        )  # fmt: skip
    return DONE


def export_command(arguments: Namespace) -> int:
    """Write the day's results: a workbook, or CSV files into a folder."""
    target = arguments.output
    with opened(arguments) as file:
        results = export_day(file.unit(), SystemClock(), kind_of(target), station=STATION)
        write_export(results, target, results.event.language)
    if arguments.json:
        say_json({"path": target, "figures": results.figures})
    else:
        say(_("The results are in {path}.").format(path=target))
    return DONE


def rehearse_command(arguments: Namespace) -> int:
    """Live through a day on a throw-away copy; found wanting when a promise was broken."""
    with TemporaryDirectory(prefix="stoelendans-rehearsal-") as folder:
        file = _rehearsed_file(arguments, Path(folder))
        try:
            if arguments.speed:
                from kiosk.app.start import play_rehearsal

                return play_rehearsal(
                    file,
                    seed=arguments.seed,
                    speed=arguments.speed,
                    language=arguments.language,
                    report=lambda report: _tell_rehearsal(report, json=arguments.json),
                )
            clock = SimulatedClock(opening(file.unit()))
            planner = PLANNERS[PlanMethod.BEST]()
            report = rehearse(file.unit, clock, planner, seed=arguments.seed)
        finally:
            file.close()
    _tell_rehearsal(report, json=arguments.json)
    return DONE if report.sound else FOUND_WANTING


def _tell_rehearsal(report: RehearsalReport, *, json: bool) -> None:
    if json:
        say_json(report)
    else:
        say(*rehearsal_lines(report))


def _rehearsed_file(arguments: Namespace, folder: Path) -> EventFile:
    if arguments.event is None:
        return make_demo(folder, SystemClock(), Chance.seeded(arguments.seed))
    passphrase = ask_passphrase(arguments.passphrase_file)
    copy = folder / arguments.event.name
    original = open_event_file(arguments.event, passphrase)
    try:
        original.copy_to(copy)
    finally:
        original.close()
    return open_event_file(copy, passphrase)


def demo_command(arguments: Namespace) -> int:
    """Open the app on sample people; with no display, rehearse and save pictures."""
    from kiosk.app.start import has_display, run_demo

    if has_display():
        return run_demo(arguments.language)
    say(_("There is no screen here, so the day is rehearsed without one. One moment …"))
    from kiosk.app.offscreen import SEED, rehearse_into_pictures

    with TemporaryDirectory(prefix="stoelendans-demo-") as folder:
        file = make_demo(Path(folder), SystemClock(), Chance.seeded(SEED))
        try:
            seen = rehearse_into_pictures(file, PICTURES, arguments.language)
        finally:
            file.close()
    say(*rehearsal_lines(seen.report))
    say(_("{count} pictures are in {folder}.").format(count=seen.pictures, folder=PICTURES))
    return DONE if seen.report.sound else FOUND_WANTING


def scan_command(arguments: Namespace) -> int:
    """Check people in; found wanting when any code is refused."""
    clock = SystemClock()
    desk = DeskPost(arguments.station, arguments.volunteer)
    with opened(arguments) as file:
        codes = _codes(arguments.codes)
        verdicts = [scan(file.unit(), clock, code, desk=desk) for code in codes]
    if arguments.json:
        say_json([_verdict_facts(verdict) for verdict in verdicts])
    else:
        say(*(_verdict_line(verdict) for verdict in verdicts))
    refused = any(verdict.tone is Tone.REFUSED for verdict in verdicts)
    return FOUND_WANTING if refused else DONE


def _codes(words: list[str]) -> Iterator[str]:
    for word in words:
        if word == "-":
            yield from (line.strip() for line in sys.stdin or () if line.strip())
        else:
            yield word


def _verdict_facts(verdict: Verdict) -> dict[str, object]:
    record = verdict.record
    facts: dict[str, object] = {"verdict": verdict.code, "at": verdict.at}
    if record:
        facts |= {
            "name": record.attendee.public_name,
            "badge_number": record.attendee.badge_number,
            "organisation": record.organisation,
            "needs": record.attendee.needs,
            "seat_needs": record.attendee.seat_needs,
            "first_table": record.first_table,
            "check_in": verdict.check_in,
        }
    return facts


def _verdict_line(verdict: Verdict) -> str:
    word = headline(verdict.code)
    if verdict.record is None:
        return word
    attendee = verdict.record.attendee
    return f"{word}: {attendee.public_name} ({badge_label(attendee.badge_number)})"


def verify_command(arguments: Namespace) -> int:
    """Check every page and the journal's chain."""
    with opened(arguments) as file:
        faults = file.faults()
        with file.unit() as unit:
            entries = len(unit.journal.entries())
            broken = unit.journal.first_broken()
    if arguments.json:
        say_json({"faults": faults, "journal_entries": entries, "journal_broken_at": broken})
    elif broken is not None:
        say(_("The journal was changed by hand at entry {number}.").format(number=broken))
    elif faults:
        say(_("The file has faults:"), *faults)
    else:
        whole = ngettext(
            "The file and its journal ({count} entry) are whole.",
            "The file and its journal ({count} entries) are whole.",
            entries,
        )
        say(whole.format(count=entries))
    return FOUND_WANTING if faults or broken is not None else DONE
