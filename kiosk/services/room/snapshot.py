"""Read from the event file what the room may see."""

from collections.abc import Container, Iterator
from uuid import UUID

from kiosk.domain.countdown import StoredRun
from kiosk.domain.event import Event, PublicNames
from kiosk.domain.indicators import shareable
from kiosk.domain.people import Attendee, Side
from kiosk.domain.plan import Conversation
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.day_position import is_finished
from kiosk.services.matching import mutual_yeses
from kiosk.services.ports import UnitOfWork
from kiosk.services.room.values import BoardRow, RoomSnapshot, RoomTotals
from kiosk.services.seating.absences import absences_in
from kiosk.services.stories.consents import standing_consents


def room_snapshot(unit: UnitOfWork) -> RoomSnapshot:
    """Everything that the room display needs until the next change."""
    with unit.reading():
        event, phases = unit.events.get(), unit.programme.phases()
        run = unit.programme.run()
        finished = run is None and is_finished(unit)
        return RoomSnapshot(
            event,
            phases,
            run,
            finished,
            boards=_boards(unit, event, len(rounds_of(phases))),
            totals=_totals(unit, phases, run, finished=finished),
            sign=unit.room.sign(),
            settings=unit.room.settings(),
            consents=standing_consents(unit),
        )


def _boards(unit: UnitOfWork, event: Event, rounds: int) -> tuple[tuple[BoardRow, ...], ...]:
    plan = unit.plans.current()
    conversations = plan.conversations if plan else ()
    present = unit.people.present()
    here = [person for person in unit.people.all() if person.id in present]
    happened = [each.change for each in unit.day_changes.standing()]
    return tuple(
        tuple(
            sorted(
                BoardRow(person.badge_number, _shown_name(event, person), table)
                for person, table in _places(
                    here, conversations, number, absences_in(happened, number)
                )
            )
        )
        for number in range(1, rounds + 1)
    )


def _places(
    here: list[Attendee],
    conversations: tuple[Conversation, ...],
    round_number: int,
    absent: Container[UUID],
) -> Iterator[tuple[Attendee, int]]:
    """Everyone who is here and has a place in this round, on either side of a table.

    Representatives and companions are on the board too, though they could find their table
    without it: a board with only one side on it would tell the whole room who is in recovery.
    Somebody who has not checked in is left out: the room needs no list of who stayed away, and
    the host's screen tells who is missing. Nobody is sent to a table that is closed.
    """
    tables: dict[UUID, int] = {
        c.employer_id: c.table_number for c in conversations if c.employer_id not in absent
    }
    tables |= {c.candidate_id: c.table_number for c in _in_round(conversations, round_number)}
    for person in here:
        anchor = {Side.EMPLOYER: person.employer_id, Side.COMPANION: person.companion_of}
        table = tables.get(anchor.get(person.side) or person.id)
        if table is not None:
            yield person, table


def _in_round(conversations: tuple[Conversation, ...], number: int) -> Iterator[Conversation]:
    return (c for c in conversations if c.round_number == number)


def _shown_name(event: Event, person: Attendee) -> str:
    return "" if event.public_names is PublicNames.BADGE_NUMBER else person.public_name


def _totals(
    unit: UnitOfWork, phases: tuple[Phase, ...], run: StoredRun | None, *, finished: bool
) -> RoomTotals:
    position = run.position if run else len(phases) if finished else 0
    return RoomTotals(
        people=len(unit.people.check_ins()),
        conversations=len(unit.plans.held()),
        rounds=sum(phase.position < position for phase in rounds_of(phases)),
        matches=shareable(len(mutual_yeses(unit))),
    )
