"""Each phase as a row: planned and real times, where the day is, and what to look at."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk.domain.programme import Phase, PhaseKind, taking_place
from kiosk.domain.programme.pace import planned_start
from kiosk.i18n import _
from kiosk.i18n.lengths import clock_text, duration, length_text
from kiosk.i18n.programme_words import kind_name, phase_name, row_title, sound_name
from kiosk.ui.organiser.programme.clashes import clash_texts, waiting_texts
from kiosk.ui.organiser.programme.reading import ProgrammeReading
from kiosk.ui.organiser.programme.state import Mark, RowFace

WORTH_SAYING = 60.0
"""A phase that begins less early or late than this begins as planned."""


def row_faces(reading: ProgrammeReading, now: datetime) -> tuple[RowFace, ...]:
    """All phases in order."""
    expected = reading.expected(now)
    if expected:
        warnings = waiting_texts(reading.overview.event, reading.phases, expected)
    else:
        warnings = clash_texts(taking_place(reading.phases)) if reading.begun < 0 else {}
    real = {each.position: each.starts for each in expected}
    return tuple(_row(reading, phase, real, warnings) for phase in reading.phases)


def mark_of(reading: ProgrammeReading, phase: Phase) -> Mark:
    """Where the day is, seen from a phase."""
    if phase.skipped:
        return Mark.SKIPPED
    if phase.position > reading.begun:
        return Mark.COMING
    is_running = reading.run is not None and reading.run.position == phase.position
    return Mark.RUNNING if is_running else Mark.DONE


def mark_text(mark: Mark) -> str:
    """The same in a word."""
    match mark:
        case Mark.RUNNING:
            return _("runs now")
        case Mark.DONE:
            return _("done")
        case Mark.SKIPPED:
            return _("skipped")
        case _:
            return ""


def _row(
    reading: ProgrammeReading,
    phase: Phase,
    expected: Mapping[int, datetime],
    warnings: Mapping[int, str],
) -> RowFace:
    mark = mark_of(reading, phase)
    moved = moved_start(reading, phase, expected.get(phase.position))
    warning = "" if mark in (Mark.DONE, Mark.SKIPPED) else warnings.get(phase.position, "")
    decided = _decided(phase)
    detail = " · ".join(part for part in (_kind(phase), decided) if part)
    return RowFace(
        position=phase.position,
        kind=phase.kind,
        mark=mark,
        mark_text=mark_text(mark),
        starts=clock_text(phase.starts),
        ends="" if phase.skipped else clock_text(phase.ends),
        moved=moved,
        is_late=mark is Mark.COMING and _is_late(reading, phase, expected),
        title=row_title(phase),
        detail=detail,
        is_detail_needed=bool(decided),
        warning=warning,
        length=length_text(phase.seconds),
        fixed_text=_("fixed") if phase.fixed else "",
        sound=phase.sound,
        sound_text=sound_name(phase.sound),
        spoken=_spoken(phase, _said_times(phase, mark, moved), mark_text(mark), warning, detail),
    )


def _spoken(phase: Phase, times: str, mark: str, warning: str, detail: str) -> str:
    """All of a row, in the order in which it matters."""
    parts = (
        phase_name(phase),
        times,
        duration(phase.seconds),
        _("fixed time") if phase.fixed else "",
        mark,
        warning,
        detail,
        sound_name(phase.sound),
    )
    return ", ".join(part for part in parts if part)


def moved_start(reading: ProgrammeReading, phase: Phase, expected: datetime | None) -> str:
    """When it really began or will, where that is another time than planned."""
    event = reading.overview.event
    real = phase.started_at if phase.position <= reading.begun else expected
    if real is None or phase.skipped or event.local(real).date() != event.date:
        return ""
    planned = planned_start(event, reading.phases, phase)
    if abs((real - planned).total_seconds()) < WORTH_SAYING:
        return ""
    return clock_text(event.local(real).time())


def _is_late(reading: ProgrammeReading, phase: Phase, expected: Mapping[int, datetime]) -> bool:
    starts = expected.get(phase.position)
    planned = planned_start(reading.overview.event, reading.phases, phase)
    return starts is not None and (starts - planned).total_seconds() >= WORTH_SAYING


def _said_times(phase: Phase, mark: Mark, moved: str) -> str:
    starts, ends = clock_text(phase.starts), clock_text(phase.ends)
    if phase.skipped:
        return ""
    if not moved:
        return _("from {starts} to {ends}").format(starts=starts, ends=ends)
    if mark is Mark.COMING:
        return _("planned {planned}, expected {moved}").format(planned=starts, moved=moved)
    return _("planned {planned}, began {moved}").format(planned=starts, moved=moved)


def _decided(phase: Phase) -> str:
    """What else an organiser decided: a length that was agreed otherwise, and the question."""
    parts: list[str] = []
    if not phase.skipped and phase.agreed_seconds != phase.seconds:
        agreed = _("agreed: {length}").format(length=duration(phase.agreed_seconds))
        parts.append(agreed if phase.agreed_seconds else _("added today"))
    if phase.prompt and phase.kind is PhaseKind.ROUND:
        parts.append(_("“{prompt}”").format(prompt=phase.prompt))
    return " · ".join(parts)


def _kind(phase: Phase) -> str:
    """What happens, where the title does not say so itself."""
    kind = kind_name(phase.kind)
    says_so = phase.is_part_of_rounds or phase_name(phase).casefold() == kind.casefold()
    return "" if says_so else kind


def chosen_phase(phases: Sequence[Phase], position: int) -> Phase | None:
    """The phase at a position that may be nowhere."""
    return phases[position] if 0 <= position < len(phases) else None
