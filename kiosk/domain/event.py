"""One careerdating day, as its organisers describe it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

FALLBACK_LANGUAGE = "en"
"""More people share English than any other language."""


class PublicNames(StrEnum):
    """What the room screen and the badges show of a person."""

    CHOSEN_NAME = "chosen-name"
    BADGE_NUMBER = "badge-number"


@dataclass(frozen=True, slots=True)
class Event:
    """``languages`` are ISO codes, the first is the default; ``made_with`` names co-authors.

    A line such as "made together with people in recovery" is printed only when ``made_with``
    says who did. The desk checks in from ``desk_opens`` until ``desk_closes``; None is no limit.
    """

    id: UUID
    title: str
    date: date
    place: str
    timezone: str
    languages: tuple[str, ...]
    public_names: PublicNames
    table_count: int
    made_with: str = ""
    desk_opens: datetime | None = None
    desk_closes: datetime | None = None

    @property
    def language(self) -> str:
        """The default language; English where none is named."""
        return next(iter(self.languages), FALLBACK_LANGUAGE)

    @property
    def zone(self) -> ZoneInfo:
        """The venue's time zone."""
        return ZoneInfo(self.timezone)

    def moment(self, local: time) -> datetime:
        """The UTC moment of a local clock time on the event's day."""
        return datetime.combine(self.date, local, self.zone).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        """A moment as the clock on the venue's wall shows it."""
        return moment.astimezone(self.zone)
