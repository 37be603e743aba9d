"""Use case: what organisers ask about one person and one employer, beside the person's wishes."""

from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Side, Wish, WishKind, WishSource
from kiosk.services.ports import UnitOfWork

DEMAND_SET = "demand-set"


def set_demand(
    unit: UnitOfWork,
    clock: Clock,
    candidate_id: UUID,
    employer_id: UUID,
    kind: WishKind | None,
    *,
    station: str,
) -> None:
    """Ask that they must meet, rather not, or never; None takes back what was asked.

    The journal says about whom, and not what: that would hint at why.

    Raises:
        Refusal: ``UNKNOWN_ATTENDEE`` or ``UNKNOWN_EMPLOYER``.
    """
    with unit:
        person = unit.people.get(candidate_id)
        if person is None or person.side is not Side.CANDIDATE:
            raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
        if employer_id not in {employer.id for employer in unit.employers.all()}:
            raise Refusal(RefusalCode.UNKNOWN_EMPLOYER)
        asked = kind or WishKind.WISH
        wish = Wish(candidate_id, employer_id, kind=asked, source=WishSource.ORGANISER)
        if kind is None:
            unit.people.remove_wish(wish)
        else:
            unit.people.save_wish(wish)
        unit.journal.append(clock.now(), station, DEMAND_SET, (candidate_id, employer_id))
        unit.commit()
