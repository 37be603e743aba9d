"""Values to print, without an event file."""

from dataclasses import replace
from datetime import UTC, datetime, time

from kiosk.domain.codes import new_code
from kiosk.domain.event import Event
from kiosk.domain.people import RouteKind, Side
from kiosk.services.paperwork import (
    BadgeData,
    BrochureData,
    MatchBox,
    Personal,
    RouteCard,
    Stop,
)
from tests.helpers.days import an_event

DAY = (
    Stop(1, time(14, 20), 4, ("Bakkerij De Korenbloem",)),
    Stop(2, time(14, 28), 9, ("Kringwinkel Brugse Poort",)),
    Stop(3, time(14, 36)),
)


def a_badge(number: int = 17, name: str = "Samira", **fields: object) -> BadgeData:
    return replace(BadgeData(number, name, ("nl", "ar"), new_code()), **fields)


def a_route_card(name: str = "Samira", stops: tuple[Stop, ...] = DAY) -> RouteCard:
    return RouteCard(17, name, stops, 3, datetime(2023, 3, 21, 14, 5, tzinfo=UTC))


def a_brochure(
    audience: Side = Side.CANDIDATE,
    language: str = "nl",
    matches: tuple[MatchBox, ...] = (),
    name: str = "Samira",
) -> BrochureData:
    return BrochureData(audience, language, 8, 7, Personal(17, name, DAY, matches))


def made_with(who: str) -> Event:
    return replace(an_event(), made_with=who)


THROUGH_COMPANION = MatchBox("Bakkerij De Korenbloem", RouteKind.COMPANION, "", ("Lotte",))
