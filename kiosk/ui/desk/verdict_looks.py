"""How each answer of the desk looks: its colour and its icon, wherever it is shown.

Its word is in ``kiosk/i18n/verdict_messages.py``, its sound in ``kiosk/ui/sound.py``.
"""

from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.verdicts import TONE, Tone, Verdict, VerdictCode
from kiosk.ui.desk.screen import Answer, Left, Undone
from kiosk.ui.theme.tokens import Patch, load_tokens

ICONS = {
    VerdictCode.WELCOME: "check-circle",
    VerdictCode.WELCOME_BACK: "door-in",
    VerdictCode.ALREADY_HERE: "person-check",
    VerdictCode.NOT_COMING: "calendar-cross",
    VerdictCode.CONSENT_MISSING: "question-bubble",
    VerdictCode.TOO_EARLY: "clock",
    VerdictCode.EVENT_CLOSED: "moon",
    VerdictCode.REPLACED_BADGE: "badge-off",
    VerdictCode.OTHER_EVENT: "signpost",
    VerdictCode.UNKNOWN_CODE: "qr-question",
    VerdictCode.DAMAGED_CODE: "qr-broken",
    VerdictCode.GARBLED_SCAN: "keyboard",
}


@dataclass(frozen=True, slots=True)
class Look:
    """``ground`` and ``ink`` colour a card; ``mark`` is the icon's colour on white."""

    icon: str
    ground: str
    ink: str
    mark: str


def verdict_look(code: VerdictCode) -> Look:
    """How a verdict looks, whoever it is about: for cards, lists and the locked screen."""
    tokens = load_tokens()
    patch = tokens.verdict.codes[code]
    is_light = TONE[code] is Tone.ATTENTION
    return _look(ICONS[code], patch, tokens.state.warn if is_light else patch.ground)


def undone_look() -> Look:
    """How a check-in that was taken back looks."""
    patch = load_tokens().verdict.undone
    return _look("undo", patch, patch.ground)


def left_look() -> Look:
    """How it looks that somebody has checked out."""
    patch = load_tokens().verdict.left
    return _look("leave", patch, patch.ground)


def answer_look(answer: Answer) -> Look:
    """How the answer in front of the volunteer looks."""
    match answer:
        case Verdict():
            return verdict_look(answer.code)
        case Undone():
            return undone_look()
        case Left():
            return left_look()
        case _:
            assert_never(answer)


def _look(icon: str, patch: Patch, mark: str) -> Look:
    return Look(icon, patch.ground, patch.ink, mark)
