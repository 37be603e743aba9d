"""The programme page without its paint: what is shown, and how gestures become edits."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.plan import Repair
from kiosk.domain.programme import Insert, InsertRounds, Move, PhaseKind, Remove, ResizeAll
from kiosk.domain.text import one_line
from kiosk.i18n import _
from kiosk.i18n.edit_messages import edit_words, plan_words
from kiosk.i18n.lengths import clock_text
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.programme.edit_line import EditLine, Outcome, Undo
from kiosk.ui.organiser.programme.following import added_position
from kiosk.ui.organiser.programme.history import Deed, History
from kiosk.ui.organiser.programme.phase_faces import adding_face, phase_face, totals_face
from kiosk.ui.organiser.programme.phase_gestures import (
    MOST_LETTERS,
    PhaseGestures,
    changeover_or_why,
    length_or_why,
)
from kiosk.ui.organiser.programme.reading import ProgrammeReading, position_like, read
from kiosk.ui.organiser.programme.row_faces import chosen_phase, row_faces
from kiosk.ui.organiser.programme.state import ProgrammeFace, Side
from kiosk.ui.tasks.asking import Asks


class ProgrammePresenter:
    """``show`` and ``tell`` are set by the view; ``changed`` is called after every edit.

    ``phase`` edits one phase, the one that is chosen or whose field was typed in.
    """

    def __init__(self, asks: Asks, clock: Clock, repair: Repair, station: str) -> None:
        self._asks, self._clock = asks, clock
        self._reading: ProgrammeReading | None = None
        self._chosen = -1
        self._side = Side.PHASE
        self._said = ""
        self._history = History()
        self._line = EditLine(asks, clock, repair, station)
        self._line.done, self._line.refused = self._done, self._refused
        self.phase = PhaseGestures(self._line)
        self.phase.misread = self._misread
        self.show: Callable[[ProgrammeFace], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.changed: Callable[[], None] = _no_one

    def refresh(self) -> None:
        """Read the programme anew."""
        self._asks.ask(read, self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._said = ""
        self._render()

    def choose(self, position: int) -> None:
        """Another phase is the chosen one; what is being put in will come after it."""
        if position != self._chosen:
            self._chosen = position
            self._side = Side.PHASE if self._side is Side.LENGTHS else self._side
            self._render()

    def open_side(self, side: Side) -> None:
        """Show something else beside the list."""
        self._side = side
        self._render()

    def close_side(self) -> None:
        """Show the chosen phase again."""
        self.open_side(Side.PHASE)

    def move(self, by: int) -> None:
        """The chosen phase comes one place earlier (-1) or later (1)."""
        if self._is_somewhere():
            self._line.add(Move(self._chosen, by))

    def toggle_skip(self) -> None:
        """Pass over the chosen phase, or take it up again."""
        self.phase.toggle_skip(self._chosen)

    def remove(self) -> None:
        """Take the chosen phase out."""
        if self._is_somewhere():
            self._line.add(Remove(self._chosen))

    def lengthen(self, seconds: int) -> None:
        """Give the chosen phase more time, or less."""
        self.phase.lengthen(self._chosen, seconds)

    def insert(self, kind: PhaseKind, title: str, length: str) -> None:
        """Put a phase in after the chosen one."""
        seconds = length_or_why(length, self._misread)
        if seconds is not None:
            self._line.add(Insert(self._after(), kind, seconds, one_line(title, MOST_LETTERS)))

    def insert_rounds(self, count: int, length: str, changeover: str) -> None:
        """Put rounds in after the chosen phase, with changeovers between them or without."""
        seconds = length_or_why(length, self._misread)
        between = changeover_or_why(changeover, self._misread) if seconds is not None else None
        if seconds is not None and between is not None:
            self._line.add(InsertRounds(self._after(), count, seconds, between))

    def resize_all(self, kind: PhaseKind, length: str) -> None:
        """Give every coming round, or changeover, this length."""
        seconds = length_or_why(length, self._misread)
        if seconds is not None:
            self._line.add(ResizeAll(kind, seconds))

    def undo(self) -> None:
        """Take back the newest edit."""
        self._line.add(Undo())

    def dismiss(self) -> None:
        """The organiser has read it."""
        self.tell(None)

    def _after(self) -> int:
        """Nothing is put in between phases that have begun."""
        begun = self._reading.begun if self._reading else -1
        return max(self._chosen, begun)

    def _is_somewhere(self) -> bool:
        phases = self._reading.phases if self._reading else ()
        return chosen_phase(phases, self._chosen) is not None

    def _done(self, outcome: Outcome) -> None:
        reading = self._reading
        assert reading is not None, "nothing is edited before it was read"
        if isinstance(outcome.change, Undo):
            self._undone(reading, outcome)
        else:
            self._history.note(
                outcome.after, Deed(edit_words(outcome.before, outcome.change), self._chosen)
            )
            self._said = edit_words(outcome.before, outcome.change)
            self._follow(outcome)
        if isinstance(outcome.change, Insert | InsertRounds | ResizeAll):
            self._side = Side.PHASE
        self.tell(_plan_notice(outcome) if reading.has_plan else None)
        self.refresh()
        self.changed()

    def _follow(self, outcome: Outcome) -> None:
        """The chosen phase stays chosen wherever it went; what was put in is chosen."""
        last = len(outcome.after) - 1
        chosen = outcome.places.get(self._chosen, min(self._chosen, last))
        added = added_position(outcome.after, outcome.places)
        is_added = isinstance(outcome.change, Insert | InsertRounds) and added is not None
        self._chosen = added if is_added and added is not None else chosen
        self._adopt(outcome)

    def _undone(self, reading: ProgrammeReading, outcome: Outcome) -> None:
        deed = self._history.newest(outcome.before)
        if deed is not None:
            self._said = _("Undone: {what}").format(what=deed.words)
            self._chosen = min(deed.chosen, len(outcome.after) - 1)
            self._history.forget_newest()
        else:
            at = reading.overview.undo_at or self._clock.now()
            time = clock_text(reading.overview.event.local(at).time())
            self._said = _("The change of {time} is undone.").format(time=time)
            self._chosen = position_like(outcome.after, outcome.before, self._chosen)
        self._adopt(outcome)

    def _adopt(self, outcome: Outcome) -> None:
        """Until it is read anew, this is what stands."""
        if self._reading is not None:
            overview = replace(self._reading.overview, phases=outcome.after)
            self._reading = replace(self._reading, overview=overview)

    def _refused(self, refusal: Refusal) -> None:
        match refusal.code:
            case RefusalCode.PROGRAMME_CHANGED:
                text = _(
                    "The programme was changed elsewhere meanwhile. This is how it stands now;"
                    " do it once more if it is still needed."
                )
                self.tell(Notice(text, "info"))
            case RefusalCode.EDIT_BEGUN:
                text = _("That can't be undone any more: what it was about has begun.")
                self.tell(Notice(text, "warn"))
            case _:
                self.tell(notice_of(refusal))
        self.refresh()

    def _misread(self, text: str) -> None:
        """What was typed means nothing; what stands is shown again."""
        self.tell(Notice(text, "warn") if text else None)
        self._render()

    def _take(self, reading: ProgrammeReading) -> None:
        before, self._reading = self._reading, reading
        if before is None:
            last = len(reading.phases) - 1
            self._chosen = min(max(reading.begun, 0), last)
        else:
            self._chosen = position_like(reading.phases, before.phases, self._chosen)
        self._line.take(reading.phases, reading.begun)
        self.phase.take(reading)
        self._render()

    def _render(self) -> None:
        if self._reading is not None:
            self.show(self._face(self._reading))

    def _face(self, reading: ProgrammeReading) -> ProgrammeFace:
        now = self._clock.now()
        phase = chosen_phase(reading.phases, self._chosen)
        deed = self._history.newest(reading.phases)
        return ProgrammeFace(
            rows=row_faces(reading, now),
            chosen=self._chosen,
            phase=phase_face(reading, phase) if phase else None,
            totals=totals_face(reading, now),
            side=self._side,
            adding=adding_face(reading, self._after()),
            said=self._said,
            can_undo=reading.overview.undo_at is not None,
            undo_tip=_("Undo: {what}").format(what=deed.words) if deed else _("Undo"),
        )


def _plan_notice(outcome: Outcome) -> Notice | None:
    """What became of the seating plan in force."""
    words = plan_words(outcome.before, outcome.after)
    if words and isinstance(outcome.change, Undo):
        words = _("The seating plan is again as it was before.")
    return Notice(words, "info") if words else None


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
