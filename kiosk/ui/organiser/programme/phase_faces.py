"""The chosen phase as it can be edited, what can be added after it, and the totals of the day."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.programme import (
    Move,
    Pace,
    Phase,
    PhaseKind,
    Remove,
    Skip,
    TakeUp,
    is_possible,
    planned_end,
    rounds_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.lengths import (
    MINUTE,
    clock_text,
    duration,
    length_text,
)
from kiosk.i18n.programme_words import kind_name, phase_name
from kiosk.ui.organiser.programme.reading import ProgrammeReading
from kiosk.ui.organiser.programme.row_faces import mark_of, mark_text, moved_start
from kiosk.ui.organiser.programme.state import AddingFace, Mark, PhaseFace, TotalsFace

USUAL_ROUND = 7 * MINUTE
USUAL_CHANGEOVER = MINUTE


def phase_face(reading: ProgrammeReading, phase: Phase) -> PhaseFace:
    """What can be done with a phase, asked from the rules themselves."""
    phases, begun, at = reading.phases, reading.begun, phase.position
    is_changeover = phase.kind is PhaseKind.CHANGEOVER
    skip = TakeUp(at) if phase.skipped else Skip(at)
    return PhaseFace(
        position=at,
        heading=phase_name(phase),
        when=_when(reading, phase),
        why=_why(reading, phase),
        is_locked=at <= begun,
        title=phase.title,
        title_hint=kind_name(phase.kind),
        length=length_text(phase.seconds),
        starts=clock_text(phase.starts),
        is_fixed=phase.fixed,
        sound=phase.sound,
        prompt=phase.prompt,
        skip_text=_("Take up again") if phase.skipped else _("Skip"),
        can_rename=not phase.is_part_of_rounds,
        can_ask=phase.kind is PhaseKind.ROUND,
        can_be_fixed=not is_changeover and at > begun,
        begins_the_day=at == 0,
        can_go_earlier=is_possible(phases, Move(at, -1), begun),
        can_go_later=is_possible(phases, Move(at, 1), begun),
        can_skip=not is_changeover and is_possible(phases, skip, begun),
        can_remove=is_possible(phases, Remove(at), begun),
    )


def adding_face(reading: ProgrammeReading, after: int) -> AddingFace:
    """The lengths of rounds and changeovers to begin with are those that are there."""
    rounds = _coming(reading, PhaseKind.ROUND)
    changeovers = _coming(reading, PhaseKind.CHANGEOVER)
    phases = reading.phases
    where = _("After “{phase}”").format(phase=phase_name(phases[after])) if after >= 0 else ""
    return AddingFace(
        after=where or _("At the beginning"),
        round_length=length_text(rounds[0].seconds if rounds else USUAL_ROUND),
        changeover_length=length_text(changeovers[0].seconds if changeovers else USUAL_CHANGEOVER),
        has_rounds=bool(rounds),
        has_changeovers=bool(changeovers),
    )


def totals_face(reading: ProgrammeReading, now: datetime) -> TotalsFace:
    """Rounds, begin, end and length as agreed; on the day also how the day keeps to it."""
    phases, event = reading.phases, reading.overview.event
    ends = planned_end(event, phases)
    if ends is None:
        return TotalsFace(_("There is nothing in the programme yet."))
    begins = event.moment(phases[0].starts)
    rounds = len(rounds_of(phases))
    count = ngettext("{count} round", "{count} rounds", rounds).format(count=rounds)
    text = _("{rounds} · {begins} to {ends} · {length}").format(
        rounds=count,
        begins=clock_text(phases[0].starts),
        ends=clock_text(event.local(ends).time()),
        length=duration((ends - begins).total_seconds()),
    )
    pace = reading.pace(now)
    if pace is None:
        return TotalsFace(text)
    words, tone = _pace(pace)
    expected = clock_text(event.local(pace.ends).time())
    return TotalsFace(text, words, tone, _("expected end {time}").format(time=expected))


def _pace(pace: Pace) -> tuple[str, str]:
    minutes = round(pace.behind / MINUTE)
    if not minutes:
        return _("on time"), "ok"
    if minutes > 0:
        behind = ngettext("{minutes} min behind", "{minutes} min behind", minutes)
        return behind.format(minutes=minutes), "warn"
    early = ngettext("{minutes} min ahead", "{minutes} min ahead", -minutes)
    return early.format(minutes=-minutes), "info"


def _when(reading: ProgrammeReading, phase: Phase) -> str:
    starts, ends = clock_text(phase.starts), clock_text(phase.ends)
    times = _("{starts} to {ends}").format(starts=starts, ends=ends)
    if began := moved_start(reading, phase, None):
        times = _("planned {planned}, began {moved}").format(planned=starts, moved=began)
    mark = mark_text(mark_of(reading, phase))
    kind = "" if phase.is_part_of_rounds else kind_name(phase.kind)
    parts = (kind, "" if phase.skipped else times, duration(phase.seconds), mark)
    return " · ".join(part for part in parts if part)


def _why(reading: ProgrammeReading, phase: Phase) -> str:
    """Why it is closed, or something about it can't be done."""
    if phase.position <= reading.begun:
        return _why_closed(mark_of(reading, phase))
    if phase.kind is PhaseKind.CHANGEOVER:
        return _("A changeover belongs to its round: it moves along, and is skipped with it.")
    if rounds_of(reading.phases) == (phase,):
        return _("This is the only round, so it can't be skipped or removed.")
    if reading.begun >= 0 and phase.agreed_seconds:
        return _("This was agreed before the day: it can be skipped, not removed.")
    return ""


def _why_closed(mark: Mark) -> str:
    match mark:
        case Mark.RUNNING:
            return _("This runs now. The host gives it more or less time while it runs.")
        case Mark.SKIPPED:
            return _("The day has gone past this, so it stays as it is.")
        case _:
            return _("This is over, so it stays as it is.")


def _coming(reading: ProgrammeReading, kind: PhaseKind) -> Sequence[Phase]:
    return [
        phase
        for phase in taking_place(reading.phases)
        if phase.kind is kind and phase.position > reading.begun
    ]
