"""Yes and no, as people write them in Dutch, English and French."""

from kiosk.domain.registration import folded

_YES = frozenset({"ja", "j", "yes", "y", "oui", "o", "true", "waar", "vrai", "1", "x", "ok"})
_NO = frozenset({"nee", "neen", "n", "no", "non", "false", "onwaar", "faux", "0"})
_AGREES = frozenset({"akkoord", "toestemming", "agree", "accept", "accepte", "jaccepte", "daccord"})
_TAKES_BACK = frozenset(
    {"maar", "but", "mais", "niet", "geen", "not", "pas", "ne", "misschien", "maybe"}
)


def parse_answer(text: str) -> bool | None:
    """True, False, or None when it is neither; "Ja, ik doe mee" and "Ik ga akkoord" are a yes.

    The first word decides. A yes with a "but" is no answer to build a consent on.
    """
    words = folded(text).split()
    if not words:
        return None
    if words[0] in _NO:
        return False
    if _TAKES_BACK & set(words):
        return None
    return True if words[0] in _YES or _AGREES & set(words) else None
