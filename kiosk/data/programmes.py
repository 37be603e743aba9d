"""The programme and the countdown of its running phase, and how former edits can be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from kiosk.data.tables import PhaseJson, PhaseRow, ProgrammeEditRow, RunRow
from kiosk.data.writing import save
from kiosk.domain.countdown import RunState, StoredRun
from kiosk.domain.programme import Phase, PhaseKind, PhaseSound
from kiosk.services.ports import FormerProgramme


class SqlProgrammes:
    """Phases and the running countdown, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def phases(self) -> tuple[Phase, ...]:
        rows = self._connection.execute(select(*PhaseRow.__table__.c).order_by(PhaseRow.position))
        return tuple(_phase(row) for row in rows)

    def replace(self, phases: Sequence[Phase]) -> None:
        """The countdown goes on in the phase at its position."""
        run = self.run()
        self.save_run(None)
        self._connection.execute(delete(PhaseRow))
        rows = [
            {**_as_json(phase), "starts": phase.starts, "started_at": phase.started_at}
            for phase in phases
        ]
        if rows:
            self._connection.execute(insert(PhaseRow), rows)
        if run is not None:
            self.save_run(run)

    def note_start(self, position: int, at: datetime | None) -> None:
        started = update(PhaseRow).where(PhaseRow.position == position).values(started_at=at)
        self._connection.execute(started)

    def run(self) -> StoredRun | None:
        row = self._connection.execute(select(*RunRow.__table__.c)).first()
        if row is None:
            return None
        return StoredRun(
            position=row.position,
            state=RunState(row.state),
            remaining=row.remaining,
            seconds=row.seconds,
            started_at=row.started_at,
            changed_at=row.changed_at,
            changes=row.changes,
        )

    def save_run(self, run: StoredRun | None) -> None:
        if run is None:
            self._connection.execute(delete(RunRow))
            return
        values = {
            "id": 1,
            "position": run.position,
            "state": run.state.value,
            "remaining": run.remaining,
            "seconds": run.seconds,
            "started_at": run.started_at,
            "changed_at": run.changed_at,
            "changes": run.changes,
        }
        save(self._connection, RunRow, values)

    def keep_former(
        self,
        phases: Sequence[Phase],
        at: datetime,
        station: str,
        *,
        begun: int,
        plan_version: int | None,
    ) -> None:
        last = self._connection.execute(select(func.max(ProgrammeEditRow.number))).scalar()
        values = {
            "number": (last or 0) + 1,
            "at": at,
            "station": station,
            "begun": begun,
            "plan_version": plan_version,
            "phases": [_as_json(phase) for phase in phases],
        }
        self._connection.execute(insert(ProgrammeEditRow), values)

    def former(self) -> FormerProgramme | None:
        newest = select(*ProgrammeEditRow.__table__.c).order_by(ProgrammeEditRow.number.desc())
        row = self._connection.execute(newest.limit(1)).first()
        if row is None:
            return None
        phases = tuple(_former_phase(values) for values in row.phases)
        return FormerProgramme(row.number, row.at, phases, row.begun, row.plan_version)

    def forget_former(self, number: int) -> None:
        gone = delete(ProgrammeEditRow).where(ProgrammeEditRow.number == number)
        self._connection.execute(gone)

    def forget_formers_of(self, plan_version: int | None) -> None:
        same = ProgrammeEditRow.plan_version == plan_version
        first = self._connection.execute(select(func.min(ProgrammeEditRow.number)).where(same))
        number = first.scalar()
        if number is not None:
            gone = delete(ProgrammeEditRow).where(ProgrammeEditRow.number >= number)
            self._connection.execute(gone)


def _phase(row: Row[tuple[object, ...]]) -> Phase:
    return Phase(
        position=row.position,
        kind=PhaseKind(row.kind),
        title=row.title,
        starts=row.starts,
        seconds=row.seconds,
        round_number=row.round_number,
        fixed=row.fixed,
        skipped=row.skipped,
        sound=PhaseSound(row.sound),
        prompt=row.prompt,
        planned_seconds=row.planned_seconds,
        started_at=row.started_at,
    )


def _as_json(phase: Phase) -> PhaseJson:
    """Without when it really began: that is never undone."""
    return {
        "position": phase.position,
        "kind": phase.kind.value,
        "title": phase.title,
        "starts": phase.starts.isoformat(),
        "seconds": phase.seconds,
        "round_number": phase.round_number,
        "fixed": phase.fixed,
        "skipped": phase.skipped,
        "sound": phase.sound.value,
        "prompt": phase.prompt,
        "planned_seconds": phase.planned_seconds,
    }


def _former_phase(values: PhaseJson) -> Phase:
    known = Phase(
        int(values["position"] or 0),
        PhaseKind(str(values["kind"])),
        str(values["title"]),
        time.fromisoformat(str(values["starts"])),
        int(values["seconds"] or 0),
    )
    number, planned = values["round_number"], values["planned_seconds"]
    return replace(
        known,
        round_number=None if number is None else int(number),
        fixed=bool(values["fixed"]),
        skipped=bool(values["skipped"]),
        sound=PhaseSound(str(values["sound"])),
        prompt=str(values["prompt"]),
        planned_seconds=None if planned is None else int(planned),
    )
