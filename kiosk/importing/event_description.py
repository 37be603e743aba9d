"""Reading ``event.toml``: the event as its organisers describe it, each mistake named."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from babel import Locale

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import PublicNames
from kiosk.domain.programme import PhaseKind, PhaseLine, PhaseSound
from kiosk.importing.expected import Expected, line_of
from kiosk.importing.tables import about, read_bytes
from kiosk.importing.values.text import tidy_line
from kiosk.services.founding import EventDescription

Section: TypeAlias = Mapping[str, object]
Value = TypeVar("Value")

MOST_TABLES = 500
MOST_MINUTES = 720
MOST_ROUNDS = 40
_LONGEST_TEXT = 200
_ROUNDS = "rounds"
_EVENT_KEYS = frozenset(
    {"title", "date", "place", "timezone", "languages", "public_names", "made_with"}
    | {"tables", "desk", "programme"}
)
_DESK_KEYS = frozenset({"opens", "closes"})
_PHASE_KEYS = frozenset({"kind", "title", "starts", "minutes", "sound", "prompt"})
_ROUND_KEYS = _PHASE_KEYS | {"count", "changeover_minutes"}


def read_event_description(path: Path) -> EventDescription:
    """The description in a file.

    Raises:
        Refusal: EVENT_DESCRIPTION, with the ``key`` at fault and what was ``expected`` there (an
            :class:`Expected` code); or the file is missing or can't be read.
    """
    with about(path):
        try:
            text = read_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise _refusal(path.name, Expected.TOML) from error
        return parse_event_description(text)


def parse_event_description(text: str) -> EventDescription:
    """The same for the text of such a file."""
    try:
        said = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refusal(line_of(error), Expected.TOML) from error
    _refuse_unknown(said, _EVENT_KEYS)
    opens, closes = _desk_hours(said.get("desk", {}))
    return EventDescription(
        title=_get(said, "title", _text, Expected.TEXT),
        date=_get(said, "date", _date, Expected.DATE),
        place=_get(said, "place", _text, Expected.TEXT, default=""),
        timezone=_get(said, "timezone", _timezone, Expected.TIMEZONE, default="Europe/Brussels"),
        languages=_get(said, "languages", _languages, Expected.LANGUAGES, default=("nl",)),
        public_names=_get(
            said,
            "public_names",
            _public_names,
            Expected.PUBLIC_NAMES,
            default=PublicNames.CHOSEN_NAME,
        ),
        table_count=_table_count(said),
        made_with=_get(said, "made_with", _text, Expected.TEXT, default=""),
        programme=_programme(said.get("programme")),
        desk_opens=opens,
        desk_closes=closes,
    )


def _refusal(key: str, expected: Expected) -> Refusal:
    return Refusal(RefusalCode.EVENT_DESCRIPTION, key=key, expected=expected.value)


def _refuse_unknown(section: Section, known: frozenset[str], prefix: str = "") -> None:
    for key in section:
        if key not in known:
            raise _refusal(prefix + key, Expected.KNOWN_KEY)


def _get(
    section: Section,
    key: str,
    parse: Callable[[object], Value | None],
    expected: Expected,
    *,
    default: Value | None = None,
    prefix: str = "",
) -> Value:
    """The value of a key; without a default the key must be there."""
    value = parse(section[key]) if key in section else default
    if value is None:
        raise _refusal(prefix + key, expected)
    return value


def _text(value: object) -> str | None:
    text = tidy_line(value) if isinstance(value, str) else ""
    return text if 0 < len(text) <= _LONGEST_TEXT else None


def _date(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _timezone(value: object) -> str | None:
    try:
        return ZoneInfo(value).key if isinstance(value, str) and value else None
    except (OSError, ValueError, KeyError):
        return None


def _languages(value: object) -> tuple[str, ...] | None:
    known = Locale.parse("en").languages
    if not isinstance(value, list) or not value:
        return None
    codes = tuple(code for code in value if isinstance(code, str) and code in known)
    return codes if len(codes) == len(value) == len(set(codes)) else None


def _public_names(value: object) -> PublicNames | None:
    known = {names.value: names for names in PublicNames}
    return known.get(value) if isinstance(value, str) else None


def _number(lowest: int, highest: int) -> Callable[[object], int | None]:
    def parse(value: object) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value if lowest <= value <= highest else None

    return parse


def _table_count(said: Section) -> int:
    tables = said.get("tables")
    if not isinstance(tables, dict):
        raise _refusal("tables", Expected.TABLE)
    _refuse_unknown(tables, frozenset({"count"}), "tables.")
    count = _number(1, MOST_TABLES)
    return _get(tables, "count", count, Expected.TABLE_COUNT, prefix="tables.")


def _desk_hours(said: object) -> tuple[time | None, time | None]:
    """From when until when the desk checks people in, on the event's day."""
    if not isinstance(said, dict):
        raise _refusal("desk", Expected.TABLE)
    _refuse_unknown(said, _DESK_KEYS, "desk.")
    opens, closes = (_clock_time(said, key, "desk.") for key in ("opens", "closes"))
    if closes is not None and closes <= (opens or time(0)):
        raise _refusal("desk.closes", Expected.LATER_TIME)
    return opens, closes


def _programme(said: object) -> tuple[PhaseLine, ...]:
    if not isinstance(said, list) or not said or not all(isinstance(p, dict) for p in said):
        raise _refusal("programme", Expected.PHASES)
    lines = tuple(_phase_line(phase, f"programme.{n}.") for n, phase in enumerate(said, 1))
    if not any(line.kind is PhaseKind.ROUND for line in lines):
        raise _refusal("programme", Expected.PHASES)
    _refuse_overlap(lines)
    return lines


def _phase_line(said: Section, prefix: str) -> PhaseLine:
    kind = _get(said, "kind", _phase_kind, Expected.PHASE_KIND, prefix=prefix)
    _refuse_unknown(said, _ROUND_KEYS if kind is PhaseKind.ROUND else _PHASE_KEYS, prefix)
    minutes, rounds = _number(1, MOST_MINUTES), _number(1, MOST_ROUNDS)
    return PhaseLine(
        kind=kind,
        minutes=_get(said, "minutes", minutes, Expected.MINUTES, prefix=prefix),
        title=_get(said, "title", _text, Expected.TEXT, default="", prefix=prefix),
        starts=_clock_time(said, "starts", prefix),
        count=_get(said, "count", rounds, Expected.ROUND_COUNT, default=1, prefix=prefix),
        changeover_minutes=_get(
            said,
            "changeover_minutes",
            _halves,
            Expected.CHANGEOVER_MINUTES,
            default=0.0,
            prefix=prefix,
        ),
        sound=_get(said, "sound", _sound, Expected.SOUND, default=PhaseSound.GONG, prefix=prefix),
        prompt=_get(said, "prompt", _text, Expected.TEXT, default="", prefix=prefix),
    )


def _halves(value: object) -> float | None:
    """A minute and a half is a usual time to change tables."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if 0 <= value <= MOST_MINUTES and float(value * 2).is_integer() else None


def _sound(value: object) -> PhaseSound | None:
    known = {sound.value: sound for sound in PhaseSound}
    return known.get(value) if isinstance(value, str) else None


def _phase_kind(value: object) -> PhaseKind | None:
    """``rounds`` stands for several rounds with changeovers between them."""
    if value == _ROUNDS:
        return PhaseKind.ROUND
    alone = {kind.value: kind for kind in PhaseKind if kind is not PhaseKind.CHANGEOVER}
    return alone.get(value) if isinstance(value, str) else None


def _clock_time(said: Section, key: str, prefix: str) -> time | None:
    moment = said.get(key)
    if moment is not None and not isinstance(moment, time):
        raise _refusal(f"{prefix}{key}", Expected.LOCAL_TIME)
    return moment


def _refuse_overlap(lines: tuple[PhaseLine, ...]) -> None:
    """No phase starts before the one above it ends; an overlap is a typing error."""
    ends: timedelta | None = None
    for number, line in enumerate(lines, 1):
        starts = _since_midnight(line.starts) if line.starts else ends
        if ends is not None and starts is not None and starts < ends:
            raise _refusal(f"programme.{number}.starts", Expected.LATER_TIME)
        ends = (starts or timedelta(hours=13)) + _length(line)


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second)


def _length(line: PhaseLine) -> timedelta:
    changeovers = (line.count - 1) * line.changeover_minutes
    return timedelta(minutes=line.count * line.minutes + changeovers)
