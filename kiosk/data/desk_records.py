"""All that the desk must know about one person, in one look-up on the way of every scan."""

from uuid import UUID

from sqlalchemy import Connection, ScalarSelect, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from kiosk.data.attendee_rows import attendee_of
from kiosk.data.prepared import AnyRow, Prepared
from kiosk.data.tables import (
    AttendeeRow,
    BadgeCodeRow,
    CheckInRow,
    CompanionLinkRow,
    ConsentRow,
    ConversationRow,
    EmployerRow,
    EventRow,
    PhaseRow,
    PlanRow,
    RunRow,
)
from kiosk.domain.people import Attendee, CheckIn, ConsentKind, RouteKind, Side
from kiosk.domain.plan import PlanState
from kiosk.domain.programme import PhaseKind
from kiosk.domain.verdicts import DeskHours, DeskRecord, FirstTable, MissingAnswer

_TakePart, _Share, _FollowUp = aliased(ConsentRow), aliased(ConsentRow), aliased(ConsentRow)
_Candidate, _Receiving = aliased(AttendeeRow), aliased(EmployerRow)
_CONSENTS = (
    (_TakePart, ConsentKind.TAKE_PART),
    (_Share, ConsentKind.SHARE_CONTACT),
    (_FollowUp, ConsentKind.FOLLOW_UP),
)


def _next_conversation(column: InstrumentedAttribute[int]) -> ScalarSelect[int]:
    """A column of the first conversation in a round that has not begun yet.

    A companion goes where the candidate goes.
    """
    running = select(RunRow.position).scalar_subquery()
    in_force = select(func.max(PlanRow.version)).where(PlanRow.state == PlanState.PUBLISHED.value)
    return (
        select(column)
        .select_from(ConversationRow)
        .join(PhaseRow, PhaseRow.round_number == ConversationRow.round_number)
        .join(_Receiving, _Receiving.id == ConversationRow.employer_id)
        .where(
            ConversationRow.candidate_id == func.coalesce(AttendeeRow.companion_of, AttendeeRow.id),
            ConversationRow.plan_version == in_force.scalar_subquery(),
            PhaseRow.kind == PhaseKind.ROUND.value,
            PhaseRow.position > func.coalesce(running, -1),
        )
        .order_by(PhaseRow.position)
        .limit(1)
        .correlate(AttendeeRow)
        .scalar_subquery()
    )


_DESK = (
    select(
        *AttendeeRow.__table__.c,
        _TakePart.given.label("may_take_part"),
        _Share.given.label("may_share"),
        _FollowUp.given.label("may_follow_up"),
        CheckInRow.at.label("checked_in_at"),
        CheckInRow.station,
        CheckInRow.volunteer,
        CheckInRow.left_at,
        EmployerRow.name.label("organisation"),
        EmployerRow.table_number.label("own_table"),
        func.coalesce(func.nullif(_Candidate.chosen_name, ""), _Candidate.given_name, "").label(
            "accompanies"
        ),
        EventRow.desk_opens,
        EventRow.desk_closes,
        _next_conversation(_Receiving.table_number).label("next_table"),
        _next_conversation(ConversationRow.round_number).label("next_round"),
    )
    .select_from(AttendeeRow)
    .outerjoin(CheckInRow, CheckInRow.attendee_id == AttendeeRow.id)
    .outerjoin(EmployerRow, EmployerRow.id == AttendeeRow.employer_id)
    .outerjoin(_Candidate, _Candidate.id == AttendeeRow.companion_of)
    .outerjoin(EventRow, EventRow.id.is_not(None))
)
for _consent, _kind in _CONSENTS:
    _DESK = _DESK.outerjoin(
        _consent, (_consent.attendee_id == AttendeeRow.id) & (_consent.kind == _kind.value)
    )

_BY_ID = Prepared(
    _DESK.where(AttendeeRow.id == bindparam("attendee_id", type_=AttendeeRow.id.type))
)
_BY_NUMBER = Prepared(_DESK.where(AttendeeRow.badge_number == bindparam("badge_number")))
_BY_CODE = Prepared(
    _DESK.add_columns(BadgeCodeRow.replaced_at)
    .join(BadgeCodeRow, BadgeCodeRow.attendee_id == AttendeeRow.id)
    .where(BadgeCodeRow.code == bindparam("code"))
)
_CANDIDATE_BIND = bindparam("candidate", type_=AttendeeRow.id.type)
_SHARED = select(CompanionLinkRow.companion_id).where(
    CompanionLinkRow.candidate_id == _CANDIDATE_BIND
)
_COMPANIONS = Prepared(
    select(AttendeeRow.chosen_name, AttendeeRow.given_name)
    .where((AttendeeRow.companion_of == _CANDIDATE_BIND) | AttendeeRow.id.in_(_SHARED))
    .order_by(AttendeeRow.badge_number)
)


def by_id(connection: Connection, attendee_id: UUID) -> DeskRecord | None:
    """The record of an attendee."""
    row = _BY_ID.first(connection, attendee_id=attendee_id)
    return _record(connection, row, attendee_of(row)) if row else None


def by_number(connection: Connection, badge_number: int) -> DeskRecord | None:
    """The record of whoever has this badge number."""
    row = _BY_NUMBER.first(connection, badge_number=badge_number)
    return _record(connection, row, attendee_of(row)) if row else None


def by_code(connection: Connection, code: str) -> DeskRecord | None:
    """The record of whoever was given this badge code, be it replaced since."""
    row = _BY_CODE.first(connection, code=code)
    if row is None:
        return None
    return _record(connection, row, attendee_of(row), replaced=row.replaced_at is not None)


def _record(
    connection: Connection, row: AnyRow, attendee: Attendee, *, replaced: bool = False
) -> DeskRecord:
    came = row.checked_in_at is not None
    return DeskRecord(
        attendee=attendee,
        may_take_part=bool(row.may_take_part),
        badge_replaced=replaced,
        check_in=CheckIn(row.checked_in_at, row.station, row.volunteer, row.left_at)
        if came
        else None,
        organisation=row.organisation or "",
        first_table=_first_table(row),
        missing=_missing(attendee, row),
        companions=_companions(connection, attendee),
        accompanies=row.accompanies,
        hours=DeskHours(row.desk_opens, row.desk_closes),
    )


def _first_table(row: AnyRow) -> FirstTable | None:
    if row.own_table is not None:
        return FirstTable(row.own_table)
    if row.next_table is not None:
        return FirstTable(row.next_table, row.next_round)
    return None


def _missing(attendee: Attendee, row: AnyRow) -> tuple[MissingAnswer, ...]:
    """What was never answered; only candidates are asked these things."""
    if attendee.side is not Side.CANDIDATE:
        return ()
    is_direct = attendee.route.kind is RouteKind.DIRECT
    unasked = {
        MissingAnswer.SHARE_CONTACT: row.may_share is None,
        MissingAnswer.FOLLOW_UP: row.may_follow_up is None,
        MissingAnswer.LANGUAGES: not attendee.languages,
        MissingAnswer.CONTACT: is_direct and not (attendee.email or attendee.phone),
    }
    return tuple(answer for answer, is_missing in unasked.items() if is_missing)


def _companions(connection: Connection, attendee: Attendee) -> tuple[str, ...]:
    if attendee.side is not Side.CANDIDATE:
        return ()
    rows = _COMPANIONS.all(connection, candidate=attendee.id)
    return tuple(row.chosen_name or row.given_name for row in rows)
