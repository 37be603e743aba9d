"""When somebody comes and goes, as a remark says it: "Komt pas om 14u30", "leaves at 3 pm"."""

import re
from datetime import time

from kiosk.domain.people import Presence

_TIME = re.compile(
    r"""(?<![\d/.,:])
    (?P<hour>[01]?\d|2[0-3])
    (?: \s?[uh:]\s?(?P<minute>[0-5]\d)? (?:\s?uur)? | \.(?P<dotted>[0-5]\d)(?:\s?uur)? | \s?uur
      | (?=\s?[ap]\.?m\b) )
    (?: \s?(?P<half>[ap])\.?m\b\.? )?
    (?![\d/.,]\d|\d|\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_COMES = re.compile(
    r"\b(pas|vanaf|komt?|kom|aanwezig van|niet voor|ten vroegste|na|van|from|arriv\w*|only|"
    r"not before|after|come|comes|à partir|a partir|dès|après|pas avant|vien[st]|entre|tussen|"
    r"between)\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(tot|weg|vertrek\w*|uiterlijk|ten laatste|until|till|leave|leaves|leaving|gone|"
    r"jusqu\w*|part|pars|partir|quitt\w*)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^\s*(en|and|et|-|\u2013)\s*$", re.IGNORECASE)
_FROM = re.compile(r"(à|a) partir", re.IGNORECASE)
_NOON = 12
_CLAUSE_END = re.compile(r"[,;\n]|\.\s")


def parse_presence(text: str) -> Presence:
    """The times in a remark, each given to coming or going by the words around it.

    The words before a time decide; without any, the words after it. A time that neither side of
    it explains says nothing about presence.
    """
    arrives: time | None = None
    leaves: time | None = None
    found = list(_TIME.finditer(text))
    for index, match in enumerate(found):
        start = found[index - 1].end() if index else 0
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        before, after = text[start : match.start()], text[match.end() : end]
        if (arrives is not None and _BETWEEN.match(before)) or _is_going(before, after):
            leaves = _time(match)
        elif _COMES.search(_last_clause(before)):
            arrives = _time(match)
    if arrives and leaves and arrives >= leaves:
        return Presence()
    return Presence(arrives, leaves)


def _is_going(before: str, after: str) -> bool:
    before = _FROM.sub("from", _last_clause(before))
    comes = list(_COMES.finditer(before))
    goes = list(_GOES.finditer(before))
    if comes or goes:
        last_comes = comes[-1].start() if comes else -1
        return bool(goes) and goes[-1].start() > last_comes
    return bool(_GOES.search(_first_clause(after)))


def _last_clause(text: str) -> str:
    return _CLAUSE_END.split(text)[-1]


def _first_clause(text: str) -> str:
    return _CLAUSE_END.split(text)[0]


def _time(match: re.Match[str]) -> time:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["dotted"] or 0)
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return time(hour, minute)
