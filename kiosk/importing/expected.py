"""What should have stood where an event description or mapping says something else."""

from enum import StrEnum


class Expected(StrEnum):
    """Stable codes; texts live in :mod:`kiosk.i18n.import_messages`."""

    TOML = "toml"
    KNOWN_KEY = "known-key"
    TEXT = "text"
    DATE = "date"
    LOCAL_TIME = "local-time"
    LATER_TIME = "later-time"
    TIMEZONE = "timezone"
    LANGUAGES = "languages"
    PUBLIC_NAMES = "public-names"
    TABLE = "table"
    PHASES = "phases"
    PHASE_KIND = "phase-kind"
    TABLE_COUNT = "table-count"
    MINUTES = "minutes"
    CHANGEOVER_MINUTES = "changeover-minutes"
    ROUND_COUNT = "round-count"
    SOUND = "sound"
    FILE_KIND = "file-kind"
    ROW_NUMBER = "row-number"
    COLUMN_TABLE = "column-table"
    COLUMN = "column"
    COLUMN_IN_FILE = "column-in-file"


def line_of(error: Exception) -> str:
    """Where a TOML text breaks off, as the parser words it: ``line 3, column 8``."""
    _, _, place = str(error).rpartition("(at ")
    return place.rstrip(")") if "line" in place else "TOML"
