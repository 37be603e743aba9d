"""What other desks on the same event have done since one looked last."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.services.desk.check_in import SCAN
from kiosk.services.desk.edits import ATTENDEE_EDITED
from kiosk.services.desk.leaving import CHECKED_OUT
from kiosk.services.desk.state import WELCOMES, DeskState, desk_state
from kiosk.services.desk.undoing import UNDO
from kiosk.services.desk.walk_ins import WALKED_IN
from kiosk.services.enrolment.session import KINDS as IMPORT_KINDS
from kiosk.services.ports import JournalEntry, UnitOfWork
from kiosk.services.search import PersonLine, person_line

_EDITS = frozenset({ATTENDEE_EDITED, WALKED_IN})
_SEEN_AT_DESKS = frozenset({SCAN, UNDO, CHECKED_OUT})
_WELCOMES = {code.value for code in WELCOMES}


@dataclass(frozen=True, slots=True)
class DeskNews:
    """The state as it is now, who came and went, and whose line in the search has changed.

    After an import too many have changed: then ``all_changed`` asks to read everyone anew.
    """

    state: DeskState
    came: frozenset[UUID]
    went: frozenset[UUID]
    changed: tuple[PersonLine, ...]
    all_changed: bool


def desk_news(unit: UnitOfWork, clock: Clock, since: int) -> DeskNews | None:
    """What happened after journal entry ``since``; None when nothing did.

    Every change is in the journal, so one look at its last number is enough most of the time.
    """
    with unit.reading():
        if unit.journal.last_sequence() == since:
            return None
        entries = unit.journal.since(since)
        edited = {who for entry in entries if entry.what in _EDITS for who in entry.subjects}
        lines = [person_line(unit, who) for who in edited]
    last_act = dict(_acts(entries))
    return DeskNews(
        desk_state(unit, clock),
        frozenset(person for person, came in last_act.items() if came),
        frozenset(person for person, came in last_act.items() if not came),
        tuple(line for line in lines if line),
        any(entry.what in IMPORT_KINDS for entry in entries),
    )


def _acts(entries: Iterable[JournalEntry]) -> Iterable[tuple[UUID, bool]]:
    """Whom each entry is about, and whether it made them come."""
    for entry in entries:
        if entry.what == SCAN and entry.facts["verdict"] not in _WELCOMES:
            continue
        if entry.what in _SEEN_AT_DESKS:
            yield from ((subject, entry.what == SCAN) for subject in entry.subjects)
