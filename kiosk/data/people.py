"""Attendees with their codes, consents, wishes and arrivals."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Connection,
    String,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from kiosk.data import desk_records
from kiosk.data.attendee_rows import attendee_of, values_of
from kiosk.data.prepared import Prepared
from kiosk.data.tables import (
    AttendeeEditRow,
    AttendeeRow,
    BadgeCodeRow,
    CheckInRow,
    CompanionLinkRow,
    ConsentRow,
    WishRow,
)
from kiosk.data.writing import save
from kiosk.domain.arrivals import Arrival
from kiosk.domain.edits import AttendeeEdit, EditedField
from kiosk.domain.indicators import Attendance
from kiosk.domain.people import (
    Attendee,
    CheckIn,
    ConsentKind,
    Side,
    Standing,
    Wish,
    WishKind,
    WishSource,
)
from kiosk.domain.verdicts import DeskRecord

_NO_LANGUAGES = "[]"
_ATTENDEE = AttendeeRow.__table__.c
_ALL = select(*_ATTENDEE).order_by(AttendeeRow.badge_number)
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
_ATTENDEE_BIND = bindparam("attendee", type_=CheckInRow.attendee_id.type)
_CHECK_OUT = Prepared(
    update(CheckInRow)
    .where(CheckInRow.attendee_id == _ATTENDEE_BIND, CheckInRow.left_at.is_(None))
    .values(left_at=bindparam("moment", type_=CheckInRow.at.type))
)
_COME_BACK = Prepared(
    update(CheckInRow)
    .where(CheckInRow.attendee_id == _ATTENDEE_BIND, CheckInRow.left_at.is_not(None))
    .values(left_at=None)
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
        return [attendee_of(row) for row in self._connection.execute(_ALL)]

    def badge_numbers(self) -> set[int]:
        return set(self._connection.scalars(select(AttendeeRow.badge_number)))

    def get(self, attendee_id: UUID) -> Attendee | None:
        found = select(*_ATTENDEE).where(AttendeeRow.id == attendee_id)
        row = self._connection.execute(found).first()
        return attendee_of(row) if row else None

    def save(self, attendee: Attendee) -> None:
        save(self._connection, AttendeeRow, values_of(attendee))

    def record_by_code(self, code: str) -> DeskRecord | None:
        return desk_records.by_code(self._connection, code)

    def record_by_number(self, badge_number: int) -> DeskRecord | None:
        return desk_records.by_number(self._connection, badge_number)

    def record_by_id(self, attendee_id: UUID) -> DeskRecord | None:
        return desk_records.by_id(self._connection, attendee_id)

    def codes(self) -> dict[UUID, str]:
        valid = select(BadgeCodeRow.attendee_id, BadgeCodeRow.code).where(
            BadgeCodeRow.replaced_at.is_(None)
        )
        return {row.attendee_id: row.code for row in self._connection.execute(valid)}

    def code_of(self, attendee_id: UUID) -> str | None:
        valid = select(BadgeCodeRow.code).where(
            BadgeCodeRow.attendee_id == attendee_id, BadgeCodeRow.replaced_at.is_(None)
        )
        return self._connection.scalar(valid)

    def sides_with_languages(self) -> dict[Side, bool]:
        told = func.max(case((cast(AttendeeRow.languages, String) != _NO_LANGUAGES, 1), else_=0))
        rows = self._connection.execute(
            select(AttendeeRow.side, told)
            .where(AttendeeRow.standing == Standing.EXPECTED.value)
            .group_by(AttendeeRow.side)
        )
        return {Side(side): bool(any_told) for side, any_told in rows}

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

    def consents_of(self, attendee_id: UUID) -> dict[ConsentKind, bool]:
        answers = select(ConsentRow.kind, ConsentRow.given).where(
            ConsentRow.attendee_id == attendee_id
        )
        return {ConsentKind(kind): given for kind, given in self._connection.execute(answers)}

    def set_consent(self, attendee_id: UUID, kind: ConsentKind, given: bool, at: datetime) -> None:
        values = {"attendee_id": attendee_id, "kind": kind.value, "given": given, "changed_at": at}
        save(self._connection, ConsentRow, values)

    def wishes(self) -> list[Wish]:
        rows = select(*WishRow.__table__.c)
        return [
            Wish(
                row.candidate_id,
                row.employer_id,
                row.weight,
                WishKind(row.kind),
                WishSource(row.source),
            )
            for row in self._connection.execute(rows)
        ]

    def replace_wishes(self, candidate_id: UUID, wishes: Sequence[Wish]) -> None:
        own = WishRow.source == WishSource.CANDIDATE.value
        self._connection.execute(delete(WishRow).where(WishRow.candidate_id == candidate_id, own))
        if wishes:
            self._connection.execute(insert(WishRow), [_wish_values(wish) for wish in wishes])

    def save_wish(self, wish: Wish) -> None:
        save(self._connection, WishRow, _wish_values(wish))

    def remove_wish(self, wish: Wish) -> None:
        self._connection.execute(
            delete(WishRow).where(
                WishRow.candidate_id == wish.candidate_id,
                WishRow.employer_id == wish.employer_id,
                WishRow.source == wish.source.value,
            )
        )

    def companions(self) -> dict[UUID, frozenset[UUID]]:
        pairs = [
            *self._connection.execute(
                select(AttendeeRow.id, AttendeeRow.companion_of).where(
                    AttendeeRow.companion_of.is_not(None)
                )
            ),
            *self._connection.execute(
                select(CompanionLinkRow.companion_id, CompanionLinkRow.candidate_id)
            ),
        ]
        helped: dict[UUID, frozenset[UUID]] = {}
        for companion_id, candidate_id in pairs:
            helped[companion_id] = helped.get(companion_id, frozenset()) | {candidate_id}
        return helped

    def link_companion(self, companion_id: UUID, candidate_id: UUID) -> None:
        values = {"companion_id": companion_id, "candidate_id": candidate_id}
        known = select(CompanionLinkRow.companion_id).filter_by(**values)
        if self._connection.execute(known).first() is None:
            self._connection.execute(insert(CompanionLinkRow), values)

    def check_ins(self) -> dict[UUID, CheckIn]:
        rows = self._connection.execute(select(*CheckInRow.__table__.c))
        return {
            row.attendee_id: CheckIn(row.at, row.station, row.volunteer, row.left_at)
            for row in rows
        }

    def present(self) -> frozenset[UUID]:
        here = select(CheckInRow.attendee_id).where(CheckInRow.left_at.is_(None))
        return frozenset(self._connection.scalars(here))

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

    def check_out(self, attendee_id: UUID, at: datetime) -> bool:
        return _CHECK_OUT.write(self._connection, attendee=attendee_id, moment=at) > 0

    def come_back(self, attendee_id: UUID) -> bool:
        return _COME_BACK.write(self._connection, attendee=attendee_id) > 0

    def attendance(self) -> dict[Side, Attendance]:
        here = func.count(CheckInRow.attendee_id).filter(CheckInRow.left_at.is_(None))
        counted = (AttendeeRow.standing == Standing.EXPECTED.value) | CheckInRow.at.is_not(None)
        rows = self._connection.execute(
            select(AttendeeRow.side, here, func.count().filter(counted))
            .outerjoin(CheckInRow, CheckInRow.attendee_id == AttendeeRow.id)
            .group_by(AttendeeRow.side)
        )
        found = {Side(side): Attendance(came, expected) for side, came, expected in rows}
        return {side: found.get(side, Attendance(0, 0)) for side in Side}

    def employers_present(self) -> frozenset[UUID]:
        receiving = (
            select(AttendeeRow.employer_id)
            .join(CheckInRow, CheckInRow.attendee_id == AttendeeRow.id)
            .where(AttendeeRow.employer_id.is_not(None), CheckInRow.left_at.is_(None))
            .distinct()
        )
        return frozenset(found for found in self._connection.scalars(receiving) if found)

    def arrivals_since(self, moment: datetime) -> list[Arrival]:
        since = select(CheckInRow.at, CheckInRow.station).where(CheckInRow.at >= moment)
        return [Arrival(at, station) for at, station in self._connection.execute(since)]

    def undo_check_in(self, attendee_id: UUID) -> None:
        self._connection.execute(delete(CheckInRow).where(CheckInRow.attendee_id == attendee_id))

    def edits(self, attendee_id: UUID) -> list[AttendeeEdit]:
        rows = self._connection.execute(
            select(*AttendeeEditRow.__table__.c)
            .where(AttendeeEditRow.attendee_id == attendee_id)
            .order_by(AttendeeEditRow.number)
        )
        return [
            AttendeeEdit(
                row.attendee_id,
                row.at,
                row.station,
                row.volunteer,
                EditedField(row.field),
                row.before,
                row.after,
            )
            for row in rows
        ]

    def add_edit(self, edit: AttendeeEdit) -> None:
        number = select(func.coalesce(func.max(AttendeeEditRow.number), 0) + 1).where(
            AttendeeEditRow.attendee_id == edit.attendee_id
        )
        values = {
            "attendee_id": edit.attendee_id,
            "number": self._connection.scalar(number),
            "at": edit.at,
            "station": edit.station,
            "volunteer": edit.volunteer,
            "field": edit.field.value,
            "before": edit.before,
            "after": edit.after,
        }
        self._connection.execute(insert(AttendeeEditRow), values)

    def forget_edits(self, attendee_id: UUID) -> None:
        self._connection.execute(
            update(AttendeeEditRow)
            .where(AttendeeEditRow.attendee_id == attendee_id)
            .values(before="", after="")
        )


def _wish_values(wish: Wish) -> dict[str, object]:
    return {
        "candidate_id": wish.candidate_id,
        "employer_id": wish.employer_id,
        "weight": wish.weight,
        "kind": wish.kind.value,
        "source": wish.source.value,
    }
