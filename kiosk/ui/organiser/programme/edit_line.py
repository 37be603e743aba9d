"""Edits go to the file one after another, so that each is about the programme that was seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.plan import Repair
from kiosk.domain.programme import Describe, Phase, ProgrammeEdit, Resize, StartAt
from kiosk.services.ports import UnitOfWork
from kiosk.services.programme_editing import edit_programme, undo_programme_edit
from kiosk.ui.organiser.programme.following import carried_along, places_after
from kiosk.ui.tasks.asking import Asks


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the newest edit."""


Change: TypeAlias = ProgrammeEdit | Undo


@dataclass(frozen=True, slots=True)
class Outcome:
    """A change that is in the file. ``places`` is where each phase went; empty for an undo."""

    change: Change
    before: tuple[Phase, ...]
    after: tuple[Phase, ...]
    places: Mapping[int, int]


class EditLine:
    """While a button's edit is on its way, another press does nothing; what is typed waits.

    ``done`` and ``refused`` are set by the presenter.
    """

    def __init__(self, asks: Asks, clock: Clock, repair: Repair, station: str) -> None:
        self._asks, self._clock = asks, clock
        self._repair, self._station = repair, station
        self._phases: tuple[Phase, ...] = ()
        self._begun = -1
        self._line: list[Change] = []
        self.done: Callable[[Outcome], None] = _nothing
        self.refused: Callable[[Refusal], None] = _nothing

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._line)

    def take(self, phases: Sequence[Phase], begun: int) -> None:
        """What people see from now on."""
        self._phases, self._begun = tuple(phases), begun

    def add(self, change: Change) -> None:
        """Do it as soon as what came before it is done."""
        if change in self._line or not (_is_typed(change) or all(map(_is_typed, self._line))):
            return
        self._line.append(change)
        if len(self._line) == 1:
            self._send()

    def description(self, phase: Phase) -> Describe:
        """Title, sound and question of a phase, with what is on its way."""
        coming = [
            change
            for change in self._line
            if isinstance(change, Describe) and change.position == phase.position
        ]
        stands = Describe(phase.position, phase.title, phase.sound, phase.prompt)
        return coming[-1] if coming else stands

    def _send(self) -> None:
        change, seen = self._line[0], self._phases
        self._asks.ask(
            partial(self._use_case, change, seen), partial(self._done, change, seen), self._refuse
        )

    def _use_case(
        self, change: Change, seen: Sequence[Phase], unit: UnitOfWork
    ) -> tuple[Phase, ...]:
        clock, repair, station = self._clock, self._repair, self._station
        if isinstance(change, Undo):
            return undo_programme_edit(unit, clock, repair, station=station)
        return edit_programme(unit, clock, repair, change, seen, station=station)

    def _done(self, change: Change, seen: tuple[Phase, ...], after: tuple[Phase, ...]) -> None:
        undone = isinstance(change, Undo)
        places = {} if isinstance(change, Undo) else places_after(seen, change, self._begun)
        waiting = [] if undone else [_carried(each, places) for each in self._line[1:]]
        self._line = [each for each in waiting if each is not None]
        self._phases = after
        self.done(Outcome(change, seen, after, places))
        if self._line:
            self._send()

    def _refuse(self, refusal: Refusal) -> None:
        """What waits was about a programme that may not come to be."""
        self._line.clear()
        self.refused(refusal)


def _is_typed(change: Change) -> bool:
    return isinstance(change, Describe | Resize | StartAt)


def _carried(change: Change, places: Mapping[int, int]) -> Change | None:
    return change if isinstance(change, Undo) else carried_along(change, places)


def _nothing(_value: object) -> None:
    """Before a presenter is there, nobody is told."""
