"""The logic model of the day: from what went in to what came out, in figures the file knows.

Which box leads to which is the thinking behind a careerdating, not a measurement. What happens in
the months after is not in the file, and therefore not in the picture.
"""

from collections.abc import Sequence

from kiosk.domain.programme import Phase, PhaseKind
from kiosk.i18n import _, ngettext
from kiosk.services.export import FigureCode
from kiosk.services.overview import DayResults
from kiosk.ui.organiser.results_state import Box, BoxColumn
from kiosk.ui.organiser.wording import span

MINUTE = 60


def logic_model(results: DayResults) -> tuple[BoxColumn, ...]:
    """All columns, in the language in use; a box that would be empty is left out."""
    return (
        BoxColumn(_("Inputs"), "muted", _inputs(results)),
        BoxColumn(_("Activities"), "primary", _activities(results.phases)),
        BoxColumn(_("Outputs"), "info", _outputs(results)),
        BoxColumn(_("Outcomes on the day"), "warn", _outcomes(results)),
    )


def figure(results: DayResults, code: FigureCode) -> tuple[int, int]:
    """An indicator as n out of N."""
    return next((f.count, f.out_of) for f in results.day.figures if f.code is code)


def _inputs(results: DayResults) -> tuple[Box, ...]:
    employers = figure(results, FigureCode.EMPLOYERS_HERE)[1]
    seats = ngettext("{count} seat", "{count} seats", results.seats)
    event = results.day.event
    boxes = [
        Box(
            "employers",
            _employers(employers),
            seats.format(count=results.seats),
            leads_to=("rounds",),
        ),
        Box(
            "representatives",
            ngettext(
                "{count} contact person", "{count} contact persons", results.representatives
            ).format(count=results.representatives),
            leads_to=("info", "rounds"),
        ),
        Box(
            "companions",
            ngettext("{count} companion", "{count} companions", results.companions).format(
                count=results.companions
            ),
            leads_to=("rounds",),
        ),
        Box(
            "room",
            ngettext("{count} table", "{count} tables", event.table_count).format(
                count=event.table_count
            ),
            event.place,
            leads_to=("rounds", "interest"),
        ),
        Box("makers", event.made_with, _("made it together with us"), leads_to=("info",)),
    ]
    missing = {
        "representatives": not results.representatives,
        "companions": not results.companions,
        "makers": not event.made_with,
    }
    return tuple(box for box in boxes if not missing.get(box.key))


def _activities(phases: Sequence[Phase]) -> tuple[Box, ...]:
    rounds = [phase for phase in phases if phase.kind is PhaseKind.ROUND]
    boxes = [
        _phase_box(
            "welcome", PhaseKind.WELCOME, phases, _("Welcome"), ("candidates", "employers-here")
        ),
        _phase_box("info", PhaseKind.INFO, phases, _("Information"), ("conversations",)),
        Box(
            "rounds",
            _("Musical chairs"),
            _rounds(rounds),
            leads_to=("conversations",),
        ),
        _phase_box("interest", PhaseKind.INTEREST, phases, _("Interest"), ("answers",)),
    ]
    return tuple(box for box in boxes if box.text)


def _phase_box(
    key: str,
    kind: PhaseKind,
    phases: Sequence[Phase],
    fallback: str,
    leads_to: tuple[str, ...],
) -> Box:
    """The phases of one kind together; without text when the programme has none."""
    found = [phase for phase in phases if phase.kind is kind]
    if not found:
        return Box(key, fallback)
    minutes = sum(phase.seconds for phase in found) // MINUTE
    title = found[0].title or fallback
    return Box(key, title, _("{minutes} min").format(minutes=minutes), leads_to=leads_to)


def _rounds(rounds: Sequence[Phase]) -> str:
    if not rounds:
        return ""
    lengths = sorted({phase.seconds // MINUTE for phase in rounds})
    text = ngettext(
        "{count} round of {minutes} min", "{count} rounds of {minutes} min", len(rounds)
    )
    return text.format(count=len(rounds), minutes=span(lengths[0], lengths[-1]))


def _outputs(results: DayResults) -> tuple[Box, ...]:
    candidates = figure(results, FigureCode.CANDIDATES_HERE)
    employers = figure(results, FigureCode.EMPLOYERS_HERE)
    conversations = figure(results, FigureCode.CONVERSATIONS_HELD)
    given, asked = answers(results)
    return (
        Box(
            "candidates",
            ngettext("{count} candidate", "{count} candidates", candidates[1]).format(
                count=candidates[1]
            ),
            _("{count} here").format(count=candidates[0]),
            candidates,
            ("matched-candidates",),
        ),
        Box(
            "employers-here",
            _employers(employers[1]),
            _("{count} here").format(count=employers[0]),
            employers,
            ("matched-employers",),
        ),
        Box(
            "conversations",
            ngettext("{count} conversation", "{count} conversations", conversations[1]).format(
                count=conversations[1]
            ),
            _("{count} held").format(count=conversations[0]),
            conversations,
            ("matches",),
        ),
        Box(
            "answers",
            ngettext("{count} question", "{count} questions", asked).format(count=asked),
            _("{count} answered").format(count=given),
            (given, asked),
            ("matches",),
        ),
    )


def _outcomes(results: DayResults) -> tuple[Box, ...]:
    matches, conversations = figure(results, FigureCode.MATCHES)
    people = len({line.contact.match.candidate_id for line in results.day.matches})
    tables = len({line.contact.match.employer_id for line in results.day.matches})
    here = figure(results, FigureCode.CANDIDATES_HERE)[0]
    employers = figure(results, FigureCode.EMPLOYERS_HERE)[0]
    out_of = _("of {count} conversations").format(count=conversations)
    return (
        Box("matches", _matches(matches), out_of, (matches, conversations)),
        Box(
            "matched-candidates",
            ngettext(
                "{count} candidate with a match", "{count} candidates with a match", people
            ).format(count=people),
            _("of {count} here").format(count=here),
            (people, here),
        ),
        Box(
            "matched-employers",
            ngettext(
                "{count} employer with a match", "{count} employers with a match", tables
            ).format(count=tables),
            _("of {count} here").format(count=employers),
            (tables, employers),
        ),
    )


def answers(results: DayResults) -> tuple[int, int]:
    """Answers of both sides together, out of all that were asked."""
    ours = figure(results, FigureCode.CANDIDATE_ANSWERS)
    theirs = figure(results, FigureCode.EMPLOYER_ANSWERS)
    return ours[0] + theirs[0], ours[1] + theirs[1]


def _employers(count: int) -> str:
    return ngettext("{count} employer", "{count} employers", count).format(count=count)


def _matches(count: int) -> str:
    return ngettext("{count} mutual yes", "{count} mutual yeses", count).format(count=count)
