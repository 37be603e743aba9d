"""What an edit did, in one sentence."""

from collections.abc import Sequence

from kiosk.domain.programme import (
    Describe,
    Insert,
    InsertRounds,
    Move,
    Phase,
    PhaseKind,
    ProgrammeEdit,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    StartAt,
    TakeUp,
    rounds_of,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.lengths import clock_text, duration
from kiosk.i18n.programme_words import in_sentence, kind_name, phase_name, sound_name


def edit_words(phases: Sequence[Phase], edit: ProgrammeEdit) -> str:
    """What is done by an edit of ``phases``, as they were before it."""
    match edit:
        case ResizeAll():
            return _all_resized(edit)
        case Insert():
            name = edit.title or kind_name(edit.kind)
            return _("“{phase}” is added.").format(phase=name)
        case InsertRounds(count=count):
            text = ngettext("{count} round is added.", "{count} rounds are added.", count)
            return text.format(count=count)
        case _:
            return _about(phases[edit.position], edit)


def plan_words(before: Sequence[Phase], after: Sequence[Phase]) -> str:
    """What became of a plan in force; empty when the number of rounds is the same."""
    more = len(rounds_of(after)) - len(rounds_of(before))
    if more < 0:
        less = ngettext(
            "A round less: the seating plan was mended.",
            "{count} rounds less: the seating plan was mended.",
            -more,
        )
        return less.format(count=-more)
    if more > 0:
        text = ngettext(
            "A round more: the seating plan was mended.",
            "{count} rounds more: the seating plan was mended.",
            more,
        )
        return text.format(count=more)
    return ""


def _all_resized(edit: ResizeAll) -> str:
    length = duration(edit.seconds)
    if edit.kind is PhaseKind.CHANGEOVER:
        return _("Every coming changeover now lasts {length}.").format(length=length)
    return _("Every coming round now lasts {length}.").format(length=length)


def _about(phase: Phase, edit: Resize | Skip | TakeUp | Move | Remove | StartAt | Describe) -> str:
    match edit:
        case Resize():
            text = _("“{phase}” lasts {length} instead of {former}.")
            length, former = duration(edit.seconds), duration(phase.seconds)
            return text.format(phase=in_sentence(phase_name(phase)), length=length, former=former)
        case StartAt():
            return _start_words(in_sentence(phase_name(phase)), edit)
        case Describe():
            return _description_words(phase, edit)
        case _:
            return _place_words(edit).format(phase=in_sentence(phase_name(phase)))


def _place_words(edit: Skip | TakeUp | Move | Remove) -> str:
    match edit:
        case Skip():
            return _("“{phase}” is skipped.")
        case TakeUp():
            return _("“{phase}” takes place again.")
        case Remove():
            return _("“{phase}” is removed.")
        case Move(by=by) if by < 0:
            return _("“{phase}” comes one place earlier.")
        case _:
            return _("“{phase}” comes one place later.")


def _start_words(name: str, edit: StartAt) -> str:
    if edit.starts is None:
        return _("“{phase}” begins when the one above it ends.").format(phase=name)
    return _("“{phase}” begins at {time}.").format(phase=name, time=clock_text(edit.starts))


def _description_words(phase: Phase, edit: Describe) -> str:
    name = in_sentence(phase_name(phase))
    if edit.title != phase.title:
        new = edit.title or kind_name(phase.kind)
        return _("“{phase}” is now called “{title}”.").format(phase=name, title=in_sentence(new))
    if edit.sound != phase.sound:
        return _("“{phase}” ends with: {sound}.").format(phase=name, sound=sound_name(edit.sound))
    if edit.prompt:
        return _("“{phase}” has the question “{prompt}”").format(
            phase=name, prompt=in_sentence(edit.prompt)
        )
    return _("“{phase}” has no question of its own any more.").format(phase=name)
