"""What an edit of the programme did, in a sentence."""

from collections.abc import Sequence

from kiosk.domain.programme import (
    Describe,
    Insert,
    InsertRounds,
    Move,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    Recovery,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    StartAt,
    TakeUp,
    rounds_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.ui.conductor.wording import minutes_and_seconds, phase_title

MINUTE = 60


def edit_sentence(before: Sequence[Phase], edit: ProgrammeEdit) -> str:
    """What was done, by the names that were on the screen."""
    match edit:
        case Insert():
            return _("A break of {n} min was put in.").format(n=edit.seconds // MINUTE)
        case InsertRounds():
            return _("Rounds were put in.")
        case ResizeAll():
            return _all_resized(edit)
        case Resize():
            phase = before[edit.position]
            return _("{phase}: {after} instead of {before}.").format(
                phase=phase_title(phase),
                after=minutes_and_seconds(edit.seconds),
                before=minutes_and_seconds(phase.seconds),
            )
    return _of_phase(before[edit.position], edit)


def _all_resized(edit: ResizeAll) -> str:
    length = minutes_and_seconds(edit.seconds)
    if edit.kind is PhaseKind.CHANGEOVER:
        return _("Every changeover that comes: {length}.").format(length=length)
    return _("Every round that comes: {length}.").format(length=length)


def _of_phase(phase: Phase, edit: Skip | TakeUp | Move | Remove | StartAt | Describe) -> str:
    title = phase_title(phase)
    match edit:
        case Skip():
            return _("{phase} is skipped.").format(phase=title)
        case TakeUp():
            return _("{phase} takes place after all.").format(phase=title)
        case Move():
            way = _("{phase} comes earlier.") if edit.by < 0 else _("{phase} comes later.")
            return way.format(phase=title)
        case Remove():
            return _("{phase} was taken out.").format(phase=title)
    return _("{phase} was changed.").format(phase=title)


def recovery_title(recovery: Recovery) -> str:
    """How late the day will end, and how much of that can be won back."""
    late, won = round(recovery.late / MINUTE), round(recovery.seconds / MINUTE)
    return _("The day will end {late} min late. {won} min can be won back.").format(
        late=late, won=won
    )


def recovery_parts(before: Sequence[Phase], recovery: Recovery, begun: int) -> tuple[str, ...]:
    """What becomes shorter, one thing at a time, from what costs people least."""
    coming = [phase for phase in taking_place(before) if phase.position > begun]
    parts = []
    changeovers = [p.seconds for p in coming if p.kind is PhaseKind.CHANGEOVER]
    if recovery.changeover is not None and changeovers:
        parts.append(
            _("changeovers of {after} instead of {before}").format(
                after=minutes_and_seconds(recovery.changeover),
                before=minutes_and_seconds(max(changeovers)),
            )
        )
    parts += [
        _("{phase} {after} instead of {before}").format(
            phase=phase_title(before[edit.position]),
            after=minutes_and_seconds(edit.seconds),
            before=minutes_and_seconds(before[edit.position].seconds),
        )
        for edit in recovery.edits
        if isinstance(edit, Resize)
    ]
    if recovery.drops_round:
        left = len([p for p in rounds_of(before) if p.position > begun]) - 1
        parts.append(
            ngettext(
                "a round less: {n} round is still to come",
                "a round less: {n} rounds are still to come",
                left,
            ).format(n=left)
        )
    return tuple(parts)


def as_sentence(parts: Sequence[str]) -> str:
    """Parts in a row, begun with a capital."""
    whole = (
        _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
        if len(parts) > 1
        else "".join(parts)
    )
    return f"{whole[:1].upper()}{whole[1:]}."
