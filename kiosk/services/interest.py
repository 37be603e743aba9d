"""Interest: everyone answers about their own conversations; only a mutual yes ever comes out.

Nothing in this module hands out one side's answer to anybody but that side: a form carries its
holder's own answers and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kiosk.domain import codes
from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.event import PublicNames
from kiosk.domain.interest import Answer, Interest
from kiosk.domain.people import Attendee, ConsentKind, Side
from kiosk.domain.plan import Conversation
from kiosk.services.ports import UnitOfWork

INTEREST_ANSWERED = "interest-answered"
SHARE_CONSENT_SET = "share-consent-set"

INTEREST_STATION = "interest"


class FormCode(StrEnum):
    """What the interest station answers to a scan."""

    OPEN = "open"
    NO_CONVERSATIONS = "no-conversations"
    UNKNOWN_CODE = "unknown-code"
    DAMAGED_CODE = "damaged-code"
    REPLACED_BADGE = "replaced-badge"


@dataclass(frozen=True, slots=True)
class InterestLine:
    """One conversation, as its holder may see it, with the holder's own answer.

    For a candidate ``name`` is the employer's and ``badge_number`` is None. For a representative
    it is the candidate's public name, empty when the event shows badge numbers only, and there
    are no ``sectors``: nothing else about a person.
    """

    other_id: UUID
    name: str
    round_number: int
    table_number: int
    badge_number: int | None
    sectors: tuple[str, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class InterestForm:
    """One person's form. ``may_share`` is the candidate's consent, None for a representative.

    ``name`` is empty when the event shows badge numbers only: whoever waits behind can read it.
    """

    attendee_id: UUID
    side: Side
    name: str
    organisation: str
    languages: tuple[str, ...]
    may_share: bool | None
    lines: tuple[InterestLine, ...]

    @property
    def answered(self) -> int:
        """How many lines have an answer."""
        return sum(line.answer is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class FormVerdict:
    """The answer to a scan; a form comes with ``OPEN`` only."""

    code: FormCode
    form: InterestForm | None = None


def open_form(unit: UnitOfWork, code: str) -> FormVerdict:
    """The form of whoever holds this badge code."""
    match codes.form_of(code):
        case codes.CodeForm.NOT_A_CODE:
            return FormVerdict(FormCode.UNKNOWN_CODE)
        case codes.CodeForm.DAMAGED:
            return FormVerdict(FormCode.DAMAGED_CODE)
    with unit:
        record = unit.people.record_by_code(codes.normalise(code))
        if record is None:
            return FormVerdict(FormCode.UNKNOWN_CODE)
        if record.badge_replaced:
            return FormVerdict(FormCode.REPLACED_BADGE)
        form = _form(unit, record.attendee, record.organisation)
        if not form.lines:
            return FormVerdict(FormCode.NO_CONVERSATIONS)
        return FormVerdict(FormCode.OPEN, form)


def read_form(unit: UnitOfWork, attendee_id: UUID) -> InterestForm:
    """The form of somebody who is known already, for example after an answer.

    Raises:
        Refusal: ``UNKNOWN_ATTENDEE``.
    """
    with unit:
        record = unit.people.record_by_id(attendee_id)
        if record is None:
            raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
        return _form(unit, record.attendee, record.organisation)


def answer(
    unit: UnitOfWork,
    clock: Clock,
    attendee_id: UUID,
    other_id: UUID,
    given: Answer,
    *,
    station: str = INTEREST_STATION,
) -> InterestForm:
    """Keep one answer, durably, and give the form back; the same answer again changes nothing.

    The journal says that somebody answered, never what: it must not give away a one-sided yes.

    Raises:
        Refusal: ``UNKNOWN_ATTENDEE``, or ``UNKNOWN_CONVERSATION`` when these two have none.
    """
    with unit:
        record = unit.people.record_by_id(attendee_id)
        if record is None:
            raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
        holder = record.attendee
        form = _form(unit, holder, record.organisation)
        lines = {line.other_id: line for line in form.lines}
        if other_id not in lines:
            raise Refusal(RefusalCode.UNKNOWN_CONVERSATION)
        if lines[other_id].answer is given:
            return form
        now = clock.now()
        unit.interests.save(_interest(holder, other_id, given), now)
        unit.journal.append(now, station, INTEREST_ANSWERED, [attendee_id])
        unit.commit()
        lines[other_id] = replace(lines[other_id], answer=given)
        return replace(form, lines=tuple(lines.values()))


def set_share_consent(
    unit: UnitOfWork,
    clock: Clock,
    attendee_id: UUID,
    given: bool,
    *,
    station: str = INTEREST_STATION,
) -> InterestForm:
    """Give or take back the consent to share contact details after a mutual yes.

    Raises:
        Refusal: ``UNKNOWN_ATTENDEE`` for anyone but a candidate.
    """
    with unit:
        record = unit.people.record_by_id(attendee_id)
        if record is None or record.attendee.side is not Side.CANDIDATE:
            raise Refusal(RefusalCode.UNKNOWN_ATTENDEE)
        if _may_share(unit, attendee_id) is not given:
            now = clock.now()
            unit.people.set_consent(attendee_id, ConsentKind.SHARE_CONTACT, given, now)
            facts = {"given": given}
            unit.journal.append(now, station, SHARE_CONSENT_SET, [attendee_id], facts)
        form = _form(unit, record.attendee, "")
        unit.commit()
        return form


def conversations_met(unit: UnitOfWork) -> tuple[Conversation, ...]:
    """The planned conversations that took place, as far as anyone knows; inside an open unit.

    In a round that was conducted, those that were held. In any other round, all of them: a day
    that is run without the host's screen can still ask for interest.
    """
    plan = unit.plans.current()
    planned = plan.conversations if plan else ()
    held = {c.key for c in unit.plans.held_conversations()}
    conducted = {number for number, _, _ in held}
    return tuple(c for c in planned if c.round_number not in conducted or c.key in held)


def _form(unit: UnitOfWork, holder: Attendee, organisation: str) -> InterestForm:
    by_name = unit.events.get().public_names is PublicNames.CHOSEN_NAME
    own = {_other(holder, i): i.answer for i in unit.interests.all() if _is_own(holder, i)}
    lines = [replace(line, answer=own.get(line.other_id)) for line in _lines(unit, holder)]
    lines.sort(key=lambda line: (line.round_number, line.table_number, line.badge_number or 0))
    candidate = holder.side is Side.CANDIDATE
    return InterestForm(
        holder.id,
        holder.side,
        holder.public_name if by_name else "",
        organisation,
        holder.languages,
        _may_share(unit, holder.id) if candidate else None,
        tuple(lines),
    )


def _lines(unit: UnitOfWork, holder: Attendee) -> Iterator[InterestLine]:
    employers = {employer.id: employer for employer in unit.employers.all()}
    people = {person.id: person for person in unit.people.all()}
    by_name = unit.events.get().public_names is PublicNames.CHOSEN_NAME
    for met in conversations_met(unit):
        if not _takes_part(holder, met):
            continue
        place = met.round_number, met.table_number
        if holder.side is Side.CANDIDATE:
            employer = employers[met.employer_id]
            yield InterestLine(employer.id, employer.name, *place, None, employer.sectors)
        else:
            other = people[met.candidate_id]
            name = other.public_name if by_name else ""
            yield InterestLine(other.id, name, *place, other.badge_number)


def _takes_part(holder: Attendee, pair: Conversation | Interest) -> bool:
    if holder.side is Side.CANDIDATE:
        return pair.candidate_id == holder.id
    return holder.side is Side.EMPLOYER and pair.employer_id == holder.employer_id


def _is_own(holder: Attendee, interest: Interest) -> bool:
    return interest.side is holder.side and _takes_part(holder, interest)


def _other(holder: Attendee, pair: Conversation | Interest) -> UUID:
    return pair.employer_id if holder.side is Side.CANDIDATE else pair.candidate_id


def _interest(holder: Attendee, other_id: UUID, given: Answer) -> Interest:
    if holder.side is Side.CANDIDATE or holder.employer_id is None:
        return Interest(holder.id, other_id, Side.CANDIDATE, given)
    return Interest(other_id, holder.employer_id, Side.EMPLOYER, given)


def _may_share(unit: UnitOfWork, attendee_id: UUID) -> bool:
    return unit.people.consents().get(attendee_id, {}).get(ConsentKind.SHARE_CONTACT, False)
