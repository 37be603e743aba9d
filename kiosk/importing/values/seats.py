"""How many conversations an employer's table holds at once."""

import re
from dataclasses import dataclass

from kiosk.domain.registration import folded

MOST_SEATS = 20
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_BELOW_ZERO = re.compile(r"^[-\u2212\u2013]\s*\d")
_WHOLE = re.compile(r"(\d)[.,]0+$")
_IN_WORDS = {
    word: number
    for number, words in enumerate(("een one un une", "twee two deux", "drie three trois"), 1)
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Seats:
    """``rest`` is what else the cell says, e.g. who will sit there."""

    count: int
    rest: str = ""


def parse_seats(text: str) -> Seats | None:
    """The one whole number in the cell; None when there is none, several, or an absurd one."""
    if folded(text) in _IN_WORDS:
        return Seats(_IN_WORDS[folded(text)])
    text = _WHOLE.sub(r"\1", text)
    numbers = [] if _BELOW_ZERO.match(text) else _NUMBER.findall(text)
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= MOST_SEATS:
        return None
    rest = _NUMBER.sub("", text).strip(" ()[]:-")
    return Seats(int(numbers[0]), rest)
