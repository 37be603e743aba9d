"""Somebody who did not register: on the list, greeted, and with a badge, in one go."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from kiosk.domain.clock import Clock
from kiosk.domain.codes import new_code as random_code
from kiosk.domain.contact import normal_email, normal_phone
from kiosk.domain.desk import PaperOnScan
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import Attendee, ConsentKind, Employer, Side
from kiosk.domain.print_jobs import Paper, PrintJob
from kiosk.domain.seat_needs import seat_needs_in
from kiosk.domain.text import one_line
from kiosk.domain.verdicts import Verdict
from kiosk.services.desk.check_in import DeskPost, answer, known, remember
from kiosk.services.desk.edits import LONGEST_NAME, LONGEST_NEEDS, companion_of
from kiosk.services.enrolment.badge_numbers import BadgeNumbers, ChooseNumber
from kiosk.services.ports import UnitOfWork

WALKED_IN = "walked-in"
LONGEST_CONTACT = 200


@dataclass(frozen=True, slots=True)
class WalkIn:
    """What is asked of somebody at the desk; consents that are None were not answered.

    ``employer_id`` goes with a representative, ``companion_of`` with a companion; ``contact`` is
    a phone number or an e-mail address. ``id`` is drawn when the form begins, so that a form that
    is sent twice registers one person.
    """

    chosen_name: str
    side: Side
    languages: tuple[str, ...] = ()
    needs: str = ""
    contact: str = ""
    consents: dict[ConsentKind, bool | None] = field(default_factory=dict)
    employer_id: UUID | None = None
    companion_of: UUID | None = None
    id: UUID = field(default_factory=uuid4)


def organisations(unit: UnitOfWork) -> tuple[Employer, ...]:
    """For whom a representative may come, by table."""
    with unit.reading():
        return tuple(unit.employers.all())


def register_walk_in(
    unit: UnitOfWork,
    clock: Clock,
    walk_in: WalkIn,
    *,
    desk: DeskPost,
    choose_number: ChooseNumber = secrets.choice,
    new_code: Callable[[], str] = random_code,
) -> Verdict:
    """Register and greet somebody in one transaction, and queue their badge.

    Nothing is kept of somebody who does not want to take part. The same walk-in again is an
    ordinary check-in, and so changes nothing.

    Raises:
        Refusal: NAME_MISSING, CONSENT_NEEDED, CONTACT_UNREADABLE; EMPLOYER_MISSING and
            UNKNOWN_EMPLOYER for a representative, UNKNOWN_ATTENDEE for a companion's candidate.
    """
    _require_complete(walk_in)
    contact = _contact(walk_in.contact)
    with unit:
        is_new = unit.people.get(walk_in.id) is None
        if is_new:
            attendee = _attendee(unit, walk_in, contact, choose_number)
            _put_on_the_list(unit, clock, attendee, walk_in.consents, new_code(), desk.station)
            # Their badge is on its way already, whatever this desk prints on a scan.
            settings = replace(desk.settings, badge_on_scan=PaperOnScan.NEVER)
            desk = replace(desk, settings=settings)
        verdict = answer(unit, clock, known(unit, walk_in.id), desk)
        remember(unit, verdict, desk.station)
        unit.commit()
    return verdict


def _put_on_the_list(
    unit: UnitOfWork,
    clock: Clock,
    attendee: Attendee,
    consents: Mapping[ConsentKind, bool | None],
    code: str,
    station: str,
) -> None:
    now = clock.now()
    unit.people.save(attendee)
    unit.people.give_code(attendee.id, code, now)
    for kind, given in consents.items():
        if given is not None:
            unit.people.set_consent(attendee.id, kind, given, now)
    facts = {"badge_number": attendee.badge_number, "side": attendee.side.value}
    unit.journal.append(now, station, WALKED_IN, (attendee.id,), facts)
    unit.prints.add(PrintJob(uuid4(), now, station, Paper.BADGE, attendee.id))


def _require_complete(walk_in: WalkIn) -> None:
    if not one_line(walk_in.chosen_name, LONGEST_NAME):
        raise Refusal(RefusalCode.NAME_MISSING)
    if walk_in.side is Side.EMPLOYER and walk_in.employer_id is None:
        raise Refusal(RefusalCode.EMPLOYER_MISSING)
    if not walk_in.consents.get(ConsentKind.TAKE_PART):
        raise Refusal(RefusalCode.CONSENT_NEEDED)


def _contact(written: str) -> tuple[str, str]:
    """What was written as e-mail address and phone number, one of them or both empty."""
    text = one_line(written, LONGEST_CONTACT)
    if not text:
        return "", ""
    found = normal_email(text) if "@" in text else normal_phone(text)
    if found is None:
        raise Refusal(RefusalCode.CONTACT_UNREADABLE)
    return (found, "") if "@" in text else ("", found)


def _attendee(
    unit: UnitOfWork, walk_in: WalkIn, contact: tuple[str, str], choose_number: ChooseNumber
) -> Attendee:
    taken, tables = unit.people.badge_numbers(), unit.events.get().table_count
    numbers = BadgeNumbers(taken, 1, choose_number, tables)
    name, side = one_line(walk_in.chosen_name, LONGEST_NAME), walk_in.side
    needs = one_line(walk_in.needs, LONGEST_NEEDS)
    email, phone = contact
    return Attendee(
        id=walk_in.id,
        side=side,
        badge_number=numbers.draw(),
        given_name=name,
        family_name="",
        chosen_name=name,
        email=email,
        phone=phone,
        languages=walk_in.languages,
        needs=needs,
        seat_needs=seat_needs_in(needs),
        employer_id=_employer_of(unit, walk_in),
        companion_of=companion_of(unit, side, walk_in.companion_of),
    )


def _employer_of(unit: UnitOfWork, walk_in: WalkIn) -> UUID | None:
    """For whom a representative comes; other people come for nobody."""
    if walk_in.side is not Side.EMPLOYER:
        return None
    if walk_in.employer_id not in {employer.id for employer in unit.employers.all()}:
        raise Refusal(RefusalCode.UNKNOWN_EMPLOYER)
    return walk_in.employer_id
