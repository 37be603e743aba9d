"""The list of employers for one place: what each would gain, or why it can't be."""

from uuid import UUID

from kiosk.domain.people import WishKind
from kiosk.i18n import _
from kiosk.services.ports import SeatOf
from kiosk.ui.organiser.plan.moving import Moves
from kiosk.ui.organiser.plan.state import PlaceFace, PlaceOption


def place_face(moves: Moves, seat: SeatOf) -> PlaceFace:
    """Rest first, then what is possible by what it gains, then what is not."""
    board = moves.board
    tables = [table.employer_id for table in board.request.tables]
    ranked = [(_option(moves, seat, each), moves.seat_gain(seat, each)) for each in tables]
    ranked.sort(key=lambda each: (not each[0].is_legal, -each[1]))
    return PlaceFace(
        seat,
        _("{name}, round {number}").format(name=moves.name(seat), number=seat[1]),
        (_option(moves, seat, None), *(option for option, _gain in ranked)),
        _("Unlock place") if board.is_locked(*seat) else _("Lock place"),
        can_lock=moves.is_taken(seat),
    )


def _option(moves: Moves, seat: SeatOf, employer_id: UUID | None) -> PlaceOption:
    board = moves.board
    is_current = moves.has_nothing_to_do(seat, employer_id)
    is_legal = is_current or moves.seat_rule(seat, employer_id) is None
    note = _("now") if is_current else moves.seat_note(seat, employer_id)
    if employer_id is None:
        return PlaceOption(None, _("Rest"), note, is_legal, is_current)
    table = _("{employer}, table {table}").format(
        employer=moves.employer(employer_id), table=board.tables[employer_id].table_number
    )
    asked = asked_of(moves, seat[0], employer_id)
    return PlaceOption(employer_id, table, note, is_legal, is_current, asked)


def asked_of(moves: Moves, candidate_id: UUID, employer_id: UUID) -> frozenset[WishKind]:
    """What is asked about a pair, by the person or by organisers."""
    seeker = moves.board.seekers.get(candidate_id)
    if seeker is None:
        return frozenset()
    said = {
        WishKind.MUST: seeker.musts,
        WishKind.RATHER_NOT: seeker.rather_not,
        WishKind.NEVER: seeker.never,
    }
    return frozenset(kind for kind, employers in said.items() if employer_id in employers)
