"""The desk's logic without Qt: gestures come in, use cases are asked, screens go out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.codes import ALPHABET, CodeForm, form_of
from kiosk.domain.verdicts import DeskRecord, Tone, Verdict, VerdictCode
from kiosk.services import check_in
from kiosk.services.check_in import DeskState
from kiosk.services.ports import UnitOfWork
from kiosk.services.search import PeopleIndex, PersonLine, load_people
from kiosk.ui.desk.screen import DeskScreen, Undone
from kiosk.ui.tasks.asking import Asks

MOST_STRANGE_LETTERS = 3
SHORTEST_MACHINE_TEXT = 6


class DeskPresenter:
    """One desk with its station name and the volunteer behind it.

    ``show`` is called with every new screen and ``judged`` with every verdict; both are set by
    the view before ``open``.
    """

    def __init__(self, asks: Asks, clock: Clock, *, station: str, volunteer: str = "") -> None:
        self._asks = asks
        self._clock = clock
        self._station = station
        self._volunteer = volunteer
        self._index = PeopleIndex(())
        self.screen = DeskScreen()
        self.show: Callable[[DeskScreen], None] = _nothing
        self.judged: Callable[[Verdict], None] = _nothing

    def refresh(self) -> None:
        """Read counters, last scans and people anew: at the start, and when others changed them."""
        self._asks.ask(check_in.desk_state, self._take_state)
        self._asks.ask(load_people, self._take_people)

    def scanned(self, text: str) -> None:
        """A scanner read something, wherever the focus was."""
        self._update(scanner_heard=self._clock.now())
        if form_of(text) is CodeForm.NOT_A_CODE and self._index.search(text):
            self.type(text)
            self.enter()
        else:
            self._scan(text)

    def type(self, query: str) -> None:
        """The text in the box has changed."""
        found = tuple(self._index.search(query)) if query.strip() else ()
        self._update(query=query, results=found, chosen=0 if len(found) == 1 else None)

    def move(self, step: int) -> None:
        """Mark the next or previous line of the results."""
        if self.screen.results:
            start = -1 if self.screen.chosen is None else self.screen.chosen
            last = len(self.screen.results) - 1
            self._update(chosen=min(max(start + step, 0), last))

    def enter(self) -> None:
        """Enter in the box: a whole code is scanned, a marked person checked in.

        With several people and none marked, the first is marked, so that no one is taken for
        another by a hasty key. A name that nobody has is never called an unknown code.
        """
        screen = self.screen
        if form_of(screen.query) is CodeForm.VALID:
            self._scan(screen.query)
        elif screen.chosen is not None:
            self.choose(screen.results[screen.chosen])
        elif screen.results:
            self.move(1)
        elif _made_by_machine(screen.query):
            self._scan(screen.query)

    def choose(self, line: PersonLine) -> None:
        """Check in somebody from the list."""
        use_case = partial(
            check_in.check_in_person,
            clock=self._clock,
            attendee_id=line.attendee_id,
            station=self._station,
            volunteer=self._volunteer,
        )
        self._asks.ask(use_case, self._take_verdict)

    def undo(self) -> None:
        """Take back the check-in in front, or else the last one of this desk."""
        answer, who = self.screen.answer, self.screen.attendee_id
        in_front = isinstance(answer, Verdict) and answer.code is VerdictCode.WELCOME
        self._asks.ask(partial(self._undo, who if in_front else None), self._take_undone)

    def back(self) -> None:
        """Leave the list or the answer."""
        if self.screen.searching:
            self.type("")
        else:
            self._update(answer=None)

    def _scan(self, text: str) -> None:
        use_case = partial(
            check_in.scan,
            clock=self._clock,
            text=text,
            station=self._station,
            volunteer=self._volunteer,
        )
        self._asks.ask(use_case, self._take_verdict)

    def _undo(self, attendee_id: UUID | None, unit: UnitOfWork) -> DeskRecord:
        if attendee_id is None:
            return check_in.undo_last(unit, self._clock, station=self._station)
        return check_in.undo(unit, self._clock, attendee_id, station=self._station)

    def _take_verdict(self, verdict: Verdict) -> None:
        if verdict.attendee_id and verdict.tone is Tone.OK:
            self._index.came(verdict.attendee_id)
        state = self.screen.state.after(verdict) if self.screen.state else None
        self._update(state=state, answer=verdict, query="", results=(), chosen=None)
        self.judged(verdict)

    def _take_undone(self, record: DeskRecord) -> None:
        self._index.went(record.attendee.id)
        self._update(answer=Undone(record), query="", results=(), chosen=None)
        self._asks.ask(check_in.desk_state, self._take_state)

    def _take_state(self, state: DeskState) -> None:
        self._update(state=state)

    def _take_people(self, index: PeopleIndex) -> None:
        self._index = index
        if self.screen.searching:
            self.type(self.screen.query)

    def _update(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _made_by_machine(text: str) -> bool:
    """Whether a text that fits nobody came from a code rather than from somebody's head."""
    text = text.strip()
    if len(text) < SHORTEST_MACHINE_TEXT or any(letter.isspace() for letter in text):
        return False
    if form_of(text) is CodeForm.DAMAGED:
        strange = sum(letter not in ALPHABET for letter in text.upper())
        return strange <= MOST_STRANGE_LETTERS
    return any(letter.isdigit() for letter in text)
