"""What could be won back, in words."""

from collections.abc import Sequence

from kiosk.domain.programme import (
    Phase,
    PhaseKind,
    Recovery,
    Resize,
    rounds_of,
    taking_place,
)
from kiosk.i18n import _, ngettext
from kiosk.i18n.lengths import duration
from kiosk.i18n.programme_words import in_sentence, row_title

MINUTE = 60


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
                after=duration(recovery.changeover),
                before=duration(max(changeovers)),
            )
        )
    parts += [
        _("{phase} {after} instead of {before}").format(
            phase=in_sentence(row_title(before[edit.position])),
            after=duration(edit.seconds),
            before=duration(before[edit.position].seconds),
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


def as_lines(parts: Sequence[str]) -> tuple[str, ...]:
    """Parts below a heading, each begun with a capital."""
    return tuple(f"{part[:1].upper()}{part[1:]}" for part in parts)


def as_sentence(parts: Sequence[str]) -> str:
    """Parts in a row, begun with a capital."""
    whole = (
        _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
        if len(parts) > 1
        else "".join(parts)
    )
    return f"{whole[:1].upper()}{whole[1:]}."
