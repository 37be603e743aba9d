"""Papers that a welcome asks for by itself: never, the first time, or always."""

from datetime import datetime
from uuid import uuid4

from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.people import Attendee, Side
from kiosk.domain.print_jobs import Paper, PrintJob
from kiosk.services.ports import UnitOfWork


def print_on_welcome(
    unit: UnitOfWork, attendee: Attendee, settings: DeskSettings, station: str, at: datetime
) -> None:
    """Queue what this desk prints on a welcome, in the welcome's own transaction.

    Only candidates have a route card: they are the ones who change tables.
    """
    wanted = {Paper.BADGE: settings.badge_on_scan}
    if attendee.side is Side.CANDIDATE:
        wanted[Paper.ROUTE_CARD] = settings.route_card_on_scan
    for paper, when in wanted.items():
        if when is PaperOnScan.NEVER:
            continue
        if when is PaperOnScan.FIRST_TIME and unit.prints.was_asked(attendee.id, paper):
            continue
        unit.prints.add(PrintJob(uuid4(), at, station, paper, attendee.id))
