"""Names of people: tidy, and not shouted."""

import re

_PARTICLES = frozenset({"de", "den", "der", "van", "ten", "ter", "la", "le", "du", "el", "al"})
_CONJUNCTION = re.compile(r"\s*(?:[;,/&+\n]|\b(?:en|and|et)\b)\s*", re.IGNORECASE)
_LETTERS_AFTER_BREAK = re.compile(r"(^|[\s'\u2019\-])(\w)")
_SHORTEST_SHOUT = 3


def calm_family_name(name: str) -> str:
    """``PEETERS`` as Peeters, ``VAN DEN BROECK`` as Van den Broeck; others as they are."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < _SHORTEST_SHOUT or not name.isupper():
        return name
    raised = _LETTERS_AFTER_BREAK.sub(lambda m: m.group(1) + m.group(2).upper(), name.lower())
    first, *rest = raised.split(" ")
    return " ".join([first, *(w.lower() if w.lower() in _PARTICLES else w for w in rest)])


def several_people(text: str) -> tuple[str, ...]:
    """The people named in one cell: ``Jo Mertens en Fien Claes`` are two."""
    return tuple(dict.fromkeys(part for part in _CONJUNCTION.split(text) if part))


def split_full_name(text: str) -> tuple[str, str]:
    """Given and family name: before and after the first space, or around a comma."""
    family, comma, given = text.partition(",")
    if comma and given.strip():
        return given.strip(), family.strip()
    given, _, family = text.partition(" ")
    return given, family.strip()
