"""Attendees with their codes, consents, wishes and arrivals."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Connection,
    ScalarSelect,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute

from kiosk.data.prepared import AnyRow, Prepared
from kiosk.data.tables import (
    AttendeeRow,
    BadgeCodeRow,
    CheckInRow,
    ConsentRow,
    ConversationRow,
    EmployerRow,
    PhaseRow,
    PlanRow,
    RunRow,
    WishRow,
)
from kiosk.data.writing import save
from kiosk.domain.people import (
    Attendee,
    CheckIn,
    ConsentKind,
    ContactRoute,
    Presence,
    RouteKind,
    Side,
    Standing,
    Wish,
)
from kiosk.domain.programme import PhaseKind
from kiosk.domain.verdicts import DeskRecord, FirstTable

_ATTENDEE = AttendeeRow.__table__.c
_ALL = select(*_ATTENDEE).order_by(AttendeeRow.badge_number)


def _next_conversation(column: InstrumentedAttribute[int]) -> ScalarSelect[int]:
    """A column of the attendee's first conversation in a round that has not begun yet."""
    running = select(RunRow.position).scalar_subquery()
    return (
        select(column)
        .join(PhaseRow, PhaseRow.round_number == ConversationRow.round_number)
        .where(
            ConversationRow.candidate_id == AttendeeRow.id,
            ConversationRow.plan_version == select(func.max(PlanRow.version)).scalar_subquery(),
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
        *_ATTENDEE,
        ConsentRow.given.label("may_take_part"),
        CheckInRow.at.label("checked_in_at"),
        CheckInRow.station,
        CheckInRow.volunteer,
        EmployerRow.name.label("organisation"),
        EmployerRow.table_number.label("own_table"),
        _next_conversation(ConversationRow.table_number).label("next_table"),
        _next_conversation(ConversationRow.round_number).label("next_round"),
    )
    .outerjoin(
        ConsentRow,
        (ConsentRow.attendee_id == AttendeeRow.id)
        & (ConsentRow.kind == ConsentKind.TAKE_PART.value),
    )
    .outerjoin(CheckInRow, CheckInRow.attendee_id == AttendeeRow.id)
    .outerjoin(EmployerRow, EmployerRow.id == AttendeeRow.employer_id)
)
_DESK_BY_ID = Prepared(_DESK.where(AttendeeRow.id == bindparam("attendee_id")))
_DESK_BY_CODE = Prepared(
    _DESK.add_columns(BadgeCodeRow.replaced_at)
    .join(BadgeCodeRow, BadgeCodeRow.attendee_id == AttendeeRow.id)
    .where(BadgeCodeRow.code == bindparam("code"))
)
_CHECK_IN = Prepared(
    insert(CheckInRow).from_select(
        ["attendee_id", "at", "station", "volunteer"],
        select(
            bindparam("attendee", type_=CheckInRow.attendee_id.type),
            bindparam("at", type_=CheckInRow.at.type),
            bindparam("station"),
            bindparam("volunteer"),
        ).where(
            ~exists().where(
                CheckInRow.attendee_id == bindparam("attendee", type_=CheckInRow.attendee_id.type)
            )
        ),
    )
)

_RETIRE_CODES = Prepared(
    update(BadgeCodeRow)
    .where(
        BadgeCodeRow.attendee_id == bindparam("of_attendee", type_=BadgeCodeRow.attendee_id.type),
        BadgeCodeRow.replaced_at.is_(None),
    )
    .values(replaced_at=bindparam("now", type_=BadgeCodeRow.given_at.type))
)
_GIVE_CODE = Prepared(insert(BadgeCodeRow))


class SqlPeople:
    """Attendees within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Attendee]:
        return [_attendee(row) for row in self._connection.execute(_ALL)]

    def get(self, attendee_id: UUID) -> Attendee | None:
        found = select(*_ATTENDEE).where(AttendeeRow.id == attendee_id)
        row = self._connection.execute(found).first()
        return _attendee(row) if row else None

    def save(self, attendee: Attendee) -> None:
        save(self._connection, AttendeeRow, _values(attendee))

    def record_by_code(self, code: str) -> DeskRecord | None:
        row = _DESK_BY_CODE.first(self._connection, code=code)
        return _record(row, replaced=row.replaced_at is not None) if row else None

    def record_by_id(self, attendee_id: UUID) -> DeskRecord | None:
        row = _DESK_BY_ID.first(self._connection, attendee_id=attendee_id)
        return _record(row, replaced=False) if row else None

    def codes(self) -> dict[UUID, str]:
        valid = select(BadgeCodeRow.attendee_id, BadgeCodeRow.code).where(
            BadgeCodeRow.replaced_at.is_(None)
        )
        return {row.attendee_id: row.code for row in self._connection.execute(valid)}

    def give_code(self, attendee_id: UUID, code: str, at: datetime) -> None:
        _RETIRE_CODES.write(self._connection, of_attendee=attendee_id, now=at)
        _GIVE_CODE.write(
            self._connection, code=code, attendee_id=attendee_id, given_at=at, replaced_at=None
        )

    def consents(self) -> dict[UUID, dict[ConsentKind, bool]]:
        known: dict[UUID, dict[ConsentKind, bool]] = {}
        rows = select(ConsentRow.attendee_id, ConsentRow.kind, ConsentRow.given)
        for row in self._connection.execute(rows):
            known.setdefault(row.attendee_id, {})[ConsentKind(row.kind)] = row.given
        return known

    def set_consent(self, attendee_id: UUID, kind: ConsentKind, given: bool, at: datetime) -> None:
        values = {"attendee_id": attendee_id, "kind": kind.value, "given": given, "changed_at": at}
        save(self._connection, ConsentRow, values)

    def wishes(self) -> list[Wish]:
        rows = select(WishRow.candidate_id, WishRow.employer_id, WishRow.weight)
        return [Wish(*row) for row in self._connection.execute(rows)]

    def replace_wishes(self, candidate_id: UUID, wishes: Sequence[Wish]) -> None:
        self._connection.execute(delete(WishRow).where(WishRow.candidate_id == candidate_id))
        if wishes:
            rows = [
                {"candidate_id": candidate_id, "employer_id": w.employer_id, "weight": w.weight}
                for w in wishes
            ]
            self._connection.execute(insert(WishRow), rows)

    def check_ins(self) -> dict[UUID, CheckIn]:
        rows = self._connection.execute(select(*CheckInRow.__table__.c))
        return {row.attendee_id: CheckIn(row.at, row.station, row.volunteer) for row in rows}

    def check_in(self, attendee_id: UUID, check_in: CheckIn) -> bool:
        """One statement looks and inserts, so that two desks give one welcome."""
        written = _CHECK_IN.write(
            self._connection,
            attendee=attendee_id,
            at=check_in.at,
            station=check_in.station,
            volunteer=check_in.volunteer,
        )
        return written > 0

    def undo_check_in(self, attendee_id: UUID) -> None:
        self._connection.execute(delete(CheckInRow).where(CheckInRow.attendee_id == attendee_id))


def _values(attendee: Attendee) -> dict[str, object]:
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
    }


def _attendee(row: AnyRow) -> Attendee:
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
    )


def _record(row: AnyRow, *, replaced: bool) -> DeskRecord:
    here = row.checked_in_at is not None
    return DeskRecord(
        attendee=_attendee(row),
        may_take_part=bool(row.may_take_part),
        badge_replaced=replaced,
        check_in=CheckIn(row.checked_in_at, row.station, row.volunteer) if here else None,
        organisation=row.organisation or "",
        first_table=_first_table(row),
    )


def _first_table(row: AnyRow) -> FirstTable | None:
    if row.own_table is not None:
        return FirstTable(row.own_table)
    if row.next_table is not None:
        return FirstTable(row.next_table, row.next_round)
    return None
