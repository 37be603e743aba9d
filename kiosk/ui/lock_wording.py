"""The words of the lock card."""

from dataclasses import dataclass

from kiosk.i18n import _
from kiosk.ui.lock_presenter import LockFace, Purpose


@dataclass(frozen=True, slots=True)
class LockWords:
    """What each part of the card says; ``trouble`` is empty while all is well."""

    title: str
    subtitle: str
    field: str
    button: str
    icon: str
    trouble: str


def lock_words(face: LockFace) -> LockWords:
    """The card in words, in the language in use."""
    leaving = face.purpose is Purpose.LEAVE
    title, subtitle = _leaving(face) if leaving else _locked()
    word, icon = (_("Leave"), "leave") if leaving else (_("Unlock"), "lock")
    field = _("PIN or passphrase") if face.has_pin else _("Passphrase")
    button = _("One moment …") if face.checking else word
    return LockWords(title, subtitle, field, button, icon, _trouble(face))


def _locked() -> tuple[str, str]:
    return _("Locked"), _("Badges can still be scanned; names stay hidden.")


def _leaving(face: LockFace) -> tuple[str, str]:
    if face.has_pin:
        return _("Leave?"), _("To leave the program: PIN or passphrase.")
    return _("Leave?"), _("To leave the program: the passphrase.")


def _trouble(face: LockFace) -> str:
    if face.wait:
        time = f"{face.wait // 60}:{face.wait % 60:02d}"
        return _("A few wrong tries. Try again in {time}.").format(time=time)
    if not face.refused:
        return ""
    if face.has_pin:
        return _("That is neither the PIN nor the passphrase. Try again.")
    return _("That is not the passphrase. Try again.")
