"""Attendees as rows: which column holds what."""

from kiosk.data.prepared import AnyRow
from kiosk.domain.people import (
    Attendee,
    ContactRoute,
    Presence,
    RouteKind,
    SeatNeed,
    Side,
    Standing,
)


def values_of(attendee: Attendee) -> dict[str, object]:
    """The columns of an attendee."""
    return {
        "id": attendee.id,
        "side": attendee.side.value,
        "badge_number": attendee.badge_number,
        "given_name": attendee.given_name,
        "family_name": attendee.family_name,
        "chosen_name": attendee.chosen_name,
        "email": attendee.email,
        "phone": attendee.phone,
        "route_kind": attendee.route.kind.value,
        "route_through": attendee.route.through,
        "languages": list(attendee.languages),
        "sectors": list(attendee.sectors),
        "needs": attendee.needs,
        "arrives": attendee.presence.arrives,
        "leaves": attendee.presence.leaves,
        "standing": attendee.standing.value,
        "employer_id": attendee.employer_id,
        "companion_of": attendee.companion_of,
        "seat_needs": [need.value for need in attendee.seat_needs],
    }


def attendee_of(row: AnyRow) -> Attendee:
    """The attendee in a row that has all those columns."""
    return Attendee(
        id=row.id,
        side=Side(row.side),
        badge_number=row.badge_number,
        given_name=row.given_name,
        family_name=row.family_name,
        chosen_name=row.chosen_name,
        email=row.email,
        phone=row.phone,
        route=ContactRoute(RouteKind(row.route_kind), row.route_through),
        languages=tuple(row.languages),
        sectors=tuple(row.sectors),
        needs=row.needs,
        presence=Presence(row.arrives, row.leaves),
        standing=Standing(row.standing),
        employer_id=row.employer_id,
        companion_of=row.companion_of,
        seat_needs=tuple(map(SeatNeed, row.seat_needs)),
    )
