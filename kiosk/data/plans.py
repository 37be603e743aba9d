"""Versions of the seating plan, changes by hand to a draft, and what was held."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    delete,
    func,
    insert,
    select,
    true,
    tuple_,
    update,
)

from kiosk.data.tables import (
    ConversationRow,
    EmployerRow,
    HeldRow,
    PlanEditRow,
    PlanRow,
    SeatJson,
)
from kiosk.domain.plan import (
    Conversation,
    PlanBound,
    PlanMethod,
    PlanOrigin,
    PlanState,
    in_order,
)
from kiosk.services.ports import PlanEdit, PlanVersion, SeatOf, StoredPlan

_PLAN = cast("Table", PlanRow.__table__).c
_PUBLISHED = PlanRow.state == PlanState.PUBLISHED.value


class SqlPlans:
    """Plans within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[int, StoredPlan] = {}
        """What was read in this transaction: use cases look at the same plan several times."""

    def current(self) -> StoredPlan | None:
        return self._newest(_PUBLISHED)

    def current_of(self, candidate_id: UUID) -> StoredPlan | None:
        return self._newest(_PUBLISHED, ConversationRow.candidate_id == candidate_id)

    def newest(self) -> StoredPlan | None:
        return self._newest(true())

    def get(self, version: int) -> StoredPlan | None:
        return self._newest(PlanRow.version == version)

    def versions(self) -> list[PlanVersion]:
        count = (
            select(func.count())
            .where(ConversationRow.plan_version == PlanRow.version)
            .scalar_subquery()
        )
        rows = select(*_PLAN, count.label("conversations")).order_by(PlanRow.version.desc())
        return [
            PlanVersion(
                row.version,
                PlanMethod(row.method),
                PlanState(row.state),
                PlanOrigin(row.origin),
                row.created_at,
                row.published_at,
                row.conversations,
            )
            for row in self._connection.execute(rows)
        ]

    def add(
        self,
        method: PlanMethod,
        conversations: Sequence[Conversation],
        at: datetime,
        *,
        state: PlanState = PlanState.PUBLISHED,
        origin: PlanOrigin = PlanOrigin.MADE,
        locked: Collection[SeatOf] = (),
        seed: int = 0,
        bound: PlanBound | None = None,
    ) -> StoredPlan:
        last = self._connection.execute(select(func.max(PlanRow.version))).scalar()
        version = (last or 0) + 1
        values = {
            "version": version,
            "method": method.value,
            "created_at": at,
            "state": state.value,
            "origin": origin.value,
            "published_at": at if state is PlanState.PUBLISHED else None,
            "seed": seed,
            "bound_least": bound.least if bound else None,
            "bound_points": bound.points if bound else None,
        }
        self._connection.execute(insert(PlanRow), values)
        self._insert(version, conversations, frozenset(locked))
        return StoredPlan(
            version,
            method,
            at,
            in_order(conversations),
            state,
            origin,
            at if state is PlanState.PUBLISHED else None,
            frozenset(locked),
            seed,
            bound,
        )

    def publish(self, version: int, at: datetime) -> None:
        self._read.pop(version, None)
        values = {"state": PlanState.PUBLISHED.value, "published_at": at}
        self._connection.execute(update(PlanRow).where(PlanRow.version == version).values(**values))

    def edit(self, version: int, edit: PlanEdit, at: datetime) -> None:
        self._apply(version, edit)
        values = {
            "plan_version": version,
            "number": self.edits(version) + 1,
            "at": at,
            "removed": _as_json(edit.removed, edit.removed_locks),
            "added": _as_json(edit.added, edit.added_locks),
        }
        self._connection.execute(insert(PlanEditRow), values)

    def undo_edit(self, version: int) -> PlanEdit | None:
        last = (
            select(*PlanEditRow.__table__.c)
            .where(PlanEditRow.plan_version == version)
            .order_by(PlanEditRow.number.desc())
            .limit(1)
        )
        row = self._connection.execute(last).first()
        if row is None:
            return None
        removed, removed_locks = _from_json(row.added)
        added, added_locks = _from_json(row.removed)
        back = PlanEdit(removed, added, removed_locks, added_locks)
        self._apply(version, back)
        self._connection.execute(
            delete(PlanEditRow).where(
                PlanEditRow.plan_version == version, PlanEditRow.number == row.number
            )
        )
        return back

    def edits(self, version: int) -> int:
        count = select(func.count()).where(PlanEditRow.plan_version == version)
        return self._connection.execute(count).scalar_one()

    def held(self) -> frozenset[tuple[UUID, UUID]]:
        rows = self._connection.execute(select(HeldRow.candidate_id, HeldRow.employer_id))
        return frozenset((row.candidate_id, row.employer_id) for row in rows)

    def held_conversations(self) -> tuple[Conversation, ...]:
        rows = select(
            HeldRow.round_number,
            EmployerRow.table_number,
            HeldRow.candidate_id,
            HeldRow.employer_id,
        ).join(EmployerRow, EmployerRow.id == HeldRow.employer_id)
        return in_order(Conversation(*row) for row in self._connection.execute(rows))

    def mark_held(self, conversations: Sequence[Conversation], at: datetime) -> None:
        known = {(c.candidate_id, c.employer_id): c for c in self.held_conversations()}
        for c in conversations:
            before = known.get((c.candidate_id, c.employer_id))
            if before and before.round_number != c.round_number:  # it was noted too early
                row = (HeldRow.candidate_id == c.candidate_id, HeldRow.employer_id == c.employer_id)
                again = update(HeldRow).where(*row).values(round_number=c.round_number, at=at)
                self._connection.execute(again)
        rows = [
            {
                "candidate_id": c.candidate_id,
                "employer_id": c.employer_id,
                "round_number": c.round_number,
                "at": at,
            }
            for c in conversations
            if (c.candidate_id, c.employer_id) not in known
        ]
        if rows:
            self._connection.execute(insert(HeldRow), rows)

    def _newest(
        self, plans: ColumnElement[bool], only: ColumnElement[bool] | None = None
    ) -> StoredPlan | None:
        """The newest of some plans; with ``only``, just these of its conversations."""
        newest = select(*_PLAN).where(plans).order_by(PlanRow.version.desc()).limit(1)
        plan = self._connection.execute(newest).first()
        if plan is None:
            return None
        if only is None and plan.version in self._read:
            return self._read[plan.version]
        rows = select(
            ConversationRow.round_number,
            EmployerRow.table_number,  # where they receive now, should they have moved since
            ConversationRow.candidate_id,
            ConversationRow.employer_id,
            ConversationRow.locked,
        ).join(EmployerRow, EmployerRow.id == ConversationRow.employer_id)
        rows = rows.where(ConversationRow.plan_version == plan.version)
        found = self._connection.execute(rows if only is None else rows.where(only)).all()
        conversations = in_order(Conversation(*row[:4]) for row in found)
        locked = frozenset((row.candidate_id, row.round_number) for row in found if row.locked)
        stored = _stored(plan, conversations, locked)
        if only is None:
            self._read[plan.version] = stored
        return stored

    def _apply(self, version: int, edit: PlanEdit) -> None:
        self._read.pop(version, None)
        seats = [(c.candidate_id, c.round_number) for c in edit.removed]
        if seats:
            here = tuple_(ConversationRow.candidate_id, ConversationRow.round_number).in_(seats)
            self._connection.execute(
                delete(ConversationRow).where(ConversationRow.plan_version == version, here)
            )
        self._insert(version, edit.added, edit.added_locks)

    def _insert(
        self, version: int, conversations: Iterable[Conversation], locked: frozenset[SeatOf]
    ) -> None:
        rows = [
            {
                "plan_version": version,
                "round_number": c.round_number,
                "candidate_id": c.candidate_id,
                "employer_id": c.employer_id,
                "table_number": c.table_number,
                "locked": (c.candidate_id, c.round_number) in locked,
            }
            for c in conversations
        ]
        if rows:
            self._connection.execute(insert(ConversationRow), rows)


def _stored(
    plan: Row[*tuple[object, ...]],
    conversations: tuple[Conversation, ...],
    locked: frozenset[SeatOf],
) -> StoredPlan:
    known = plan.bound_least is not None and plan.bound_points is not None
    return StoredPlan(
        plan.version,
        PlanMethod(plan.method),
        plan.created_at,
        conversations,
        PlanState(plan.state),
        PlanOrigin(plan.origin),
        plan.published_at,
        locked,
        plan.seed,
        PlanBound(plan.bound_least, plan.bound_points) if known else None,
    )


def _as_json(conversations: Sequence[Conversation], locks: Collection[SeatOf]) -> list[SeatJson]:
    return [
        (
            c.round_number,
            c.table_number,
            str(c.candidate_id),
            str(c.employer_id),
            (c.candidate_id, c.round_number) in locks,
        )
        for c in conversations
    ]


def _from_json(seats: Sequence[SeatJson]) -> tuple[tuple[Conversation, ...], frozenset[SeatOf]]:
    found = tuple(
        Conversation(number, table, UUID(candidate), UUID(employer))
        for number, table, candidate, employer, _ in seats
    )
    locks = frozenset(
        (UUID(candidate), number) for number, _, candidate, _, locked in seats if locked
    )
    return found, locks
