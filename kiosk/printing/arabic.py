"""Arabic letters in their joined forms and in the order in which paper shows them.

PDF code draws characters one after the other from the left and knows nothing of joining. Names
are short, so the plain rules do: each letter takes the form its neighbours call for, lam and alef
merge, and a run of Arabic is turned round. The forms come from Python's own Unicode data.
"""

import re
import unicodedata
from functools import cache

_RUN = re.compile(r"[\u0600-\u06ff\u0750-\u077f]+(?:[ ][\u0600-\u06ff\u0750-\u077f]+)*")
_FORM_RANGES = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_LETTERS = range(0x600, 0x780)
_LAM = "\u0644"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letters to their forms, ``{letters: {"initial": form, …}}``; lam-alef has two letters."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for span in _FORM_RANGES for code in span):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        points = [int(point, 16) for point in letters.split()]
        if kind.startswith("<") and points and all(p in _LETTERS for p in points):
            text = "".join(map(chr, points))
            if len(text) == 1 or text[0] == _LAM:
                found.setdefault(text, {})[kind[1:]] = chr(code)
    return found


def shaped(text: str) -> str:
    """The text as it must be drawn; one without Arabic comes back as it is."""
    if not _RUN.search(text):
        return text
    return _RUN.sub(lambda match: _turned(_joined(match[0])), text)


def _turned(run: str) -> str:
    """From right to left, digits excepted."""
    return re.sub(r"\d+", lambda digits: digits[0][::-1], run[::-1])


def _units(run: str) -> list[str]:
    """Letters, with lam and alef as one and without the vowel marks that need stacking."""
    plain = "".join(c for c in run if not unicodedata.combining(c))
    return re.findall(_LAM + "[\u0622\u0623\u0625\u0627]|.", plain)


def _joined(run: str) -> str:
    units = _units(run)
    shapes = [_forms().get(unit, {}) for unit in units]
    drawn = []
    for place, (unit, forms) in enumerate(zip(units, shapes, strict=True)):
        before = place > 0 and "initial" in shapes[place - 1] and "final" in forms
        after = place + 1 < len(units) and "initial" in forms and "final" in shapes[place + 1]
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, after), "isolated"
        )
        drawn.append(forms.get(kind, unit))
    return "".join(drawn)
