"""How many conversations an employer's table holds at once."""

import re
from dataclasses import dataclass

MOST_SEATS = 20
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Seats:
    """``rest`` is what else the cell says, e.g. who will sit there."""

    count: int
    rest: str = ""


def parse_seats(text: str) -> Seats | None:
    """The one whole number in the cell; None when there is none, several, or an absurd one."""
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= MOST_SEATS:
        return None
    rest = _NUMBER.sub("", text).strip(" ()[]:-")
    return Seats(int(numbers[0]), rest)
