"""Names of people: tidy, and not shouted."""

import re

_PARTICLES = frozenset({"de", "den", "der", "van", "ten", "ter", "la", "le", "du", "el", "al"})
_CONJUNCTION = re.compile(r"\s*(?:[;,/&+\n]|\b(?:en|and|et)\b)\s*", re.IGNORECASE)
_LETTERS_AFTER_BREAK = re.compile(r"(^|[\s'\u2019\-])(\w)")
_SHORTEST_SHOUT = 3
_ROLE = re.compile(
    r"^(?:(?:de|the|le|la|een|an?|une?)\s+)?"
    r"(?:(?:sociaal\s+)?tolk|(?:job|talen?)?coach|begeleid(?:st)?er|interpreter|interprète)\b"
    r"[\s:\-\u2013]*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^)]*\)")


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


def helper_names(text: str) -> tuple[str, ...]:
    """The people in a cell about interpreters and coaches, without what they are.

    ``Tolk: Karim Haddad (Arabisch)`` is Karim Haddad; ``tolk`` alone is nobody.
    """
    named = (_ROLE.sub("", part).strip() for part in several_people(_ASIDE.sub("", text)))
    return tuple(dict.fromkeys(name for name in named if name))


def split_full_name(text: str) -> tuple[str, str]:
    """Given and family name: before and after the first space, or around a comma."""
    family, comma, given = text.partition(",")
    if comma and given.strip():
        return given.strip(), family.strip()
    given, _, family = text.partition(" ")
    return given, family.strip()
