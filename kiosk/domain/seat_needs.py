"""What a place must offer, as somebody says it in their own words; it stores nothing of why.

Two kinds of words tell it. One names what somebody uses or asks for (a wheelchair, a quiet place):
it counts unless it is denied, as in "no wheelchair". The other names what stands in their way (a
step, stairs, noise): it counts however it is put, since "no stairs please" and "trouble with
stairs" ask for the same, unless the clause says that it is no problem.

When in doubt a need counts. A table without a step is right for everybody, one with a step shuts
somebody out; whoever reads the report or stands at the desk can still say otherwise.
"""

import re

from kiosk.domain.people import SeatNeed
from kiosk.domain.registration import folded


def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


_ASKED_FOR = {
    SeatNeed.STEP_FREE: _whole_words(
        r"\w*rolstoel\w*|\w*rolwagen\w*|\w*wheel ?chair\w*|fauteuil roulant|\w*rollator\w*"
        r"|deambulateur|scooter\w*|scootmobiel\w*|gelijkvloers|step free|pmr|mobilite reduite"
        r"|slecht te been|toegankelijke? (?:tafel|plaats|plek)"
    ),
    SeatNeed.QUIET: _whole_words(
        r"rustige?|rustiger|stil(?:le)?|stilte|prikkel(?:arme?|vrije?)|quiet(?:er)?|calme?"
        r"|tranquille"
    ),
}
_IN_THE_WAY = {
    SeatNeed.STEP_FREE: _whole_words(
        r"drempel\w*|trap|trappen|trapjes?|traplopen|stairs|[dl]?escaliers?"
    ),
    SeatNeed.QUIET: _whole_words(
        r"prikkels?|prikkelgevoelige?|overprikkel\w*|lawaai|noise|noisy|bruit"
    ),
}
_CLAUSE = re.compile(
    r"[,;.!\n]|\b(?:maar|wel|want|but|mais|et|and|en(?! fauteuil))\b", re.IGNORECASE
)
_DENIALS = frozenset(
    {"geen", "niet", "nooit", "zonder", "nee", "neen", "no", "not", "never", "without", "dont"}
    | {"pas", "sans", "aucun", "aucune", "jamais", "non"}
)
_REACH = 3
"""So many words before a word can deny it: "niet in een rolstoel"."""
_DENIED_AFTER = re.compile(r" (?:is )?(?:niet|nee|neen|not|no|non|pas)(?: (?:nodig|needed)\b|$)")
_NOT_SO = re.compile(
    r"\b(?:geen|no|pas de|aucun) (?:probleem|problem|probleme)\b|\blukken\b"
    r"|\bgeen (?:nood|behoefte)\b|\bno need\b|\bpas besoin\b"
)
"""A clause with this names no need, whatever else is in it."""


def seat_needs_in(text: str) -> tuple[SeatNeed, ...]:
    """The needs that a text names, in the order of :class:`SeatNeed`."""
    clauses = [folded(clause) for clause in _CLAUSE.split(text)]
    return tuple(need for need in SeatNeed if any(_names(clause, need) for clause in clauses))


def _names(clause: str, need: SeatNeed) -> bool:
    if _NOT_SO.search(clause):
        return False
    if _IN_THE_WAY[need].search(clause):
        return True
    return any(not _is_denied(clause, found) for found in _ASKED_FOR[need].finditer(clause))


def _is_denied(clause: str, found: re.Match[str]) -> bool:
    """Two denials make a yes: "niet zonder rollator"."""
    before = clause[: found.start()].split()[-_REACH:]
    denials = sum(word in _DENIALS for word in before)
    return denials % 2 == 1 or bool(_DENIED_AFTER.match(clause[found.end() :]))
