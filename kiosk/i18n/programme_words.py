"""Words of the programme page: kinds, sounds, and what a phase is called."""

from kiosk.domain.programme import Phase, PhaseKind, PhaseSound
from kiosk.i18n import N_, _

_KINDS = {
    PhaseKind.WELCOME: N_("Welcome"),
    PhaseKind.INFO: N_("Information"),
    PhaseKind.ROUND: N_("Round"),
    PhaseKind.CHANGEOVER: N_("Changeover"),
    PhaseKind.BREAK: N_("Break"),
    PhaseKind.INTEREST: N_("Interest"),
    PhaseKind.CELEBRATION: N_("Celebration"),
}
LONGEST_NAME = 60
_SOUNDS = {
    PhaseSound.GONG: N_("gong"),
    PhaseSound.SOFT_GONG: N_("soft gong"),
    PhaseSound.SPOKEN: N_("spoken"),
    PhaseSound.SILENT: N_("no sound"),
}


def kind_name(kind: PhaseKind) -> str:
    """What happens in a phase of this kind."""
    return _(_KINDS[kind])


def sound_name(sound: PhaseSound) -> str:
    """How the room hears that a phase comes to its end."""
    return _(_SOUNDS[sound])


def phase_name(phase: Phase) -> str:
    """Rounds are told apart by number; other phases have a title, or the word for their kind."""
    if phase.kind is PhaseKind.ROUND:
        return _("Round {number}").format(number=phase.round_number or "")
    if phase.kind is PhaseKind.CHANGEOVER:
        return _("Change to round {number}").format(number=phase.round_number or "")
    return phase.title or kind_name(phase.kind)


def in_sentence(name: str) -> str:
    """A name that is too long for a sentence is shortened there."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def row_title(phase: Phase) -> str:
    """The same in the list, where the round that a changeover leads to is the next row."""
    return kind_name(phase.kind) if phase.kind is PhaseKind.CHANGEOVER else phase_name(phase)
