"""The desk's logic without Qt: gestures come in, use cases are asked, screens go out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.codes import CodeForm, code_in, form_of
from kiosk.domain.desk import DeskSettings
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.verdicts import DeskRecord, Tone, Verdict, VerdictCode
from kiosk.scanning.wedge import RepeatGuard
from kiosk.services.desk import check_in, edits
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.desk.leaving import check_out
from kiosk.services.desk.news import DeskNews, desk_news
from kiosk.services.desk.settings import change_desk_settings, desk_settings
from kiosk.services.desk.state import WELCOMES, DeskState, desk_state
from kiosk.services.desk.undoing import last_welcomed, undo
from kiosk.services.ports import UnitOfWork
from kiosk.services.search import PeopleIndex, PersonLine, load_people
from kiosk.ui.desk.screen import Answer, DeskScreen, Left, Undone
from kiosk.ui.tasks.asking import Asks


@dataclass(frozen=True, slots=True)
class TooLate:
    """An undo that needs the organiser: whose check-in it would take back."""

    record: DeskRecord


UNDOABLE = WELCOMES | {VerdictCode.ALREADY_HERE}
"""Cards about somebody whose check-in can be taken back."""
CAMERA_AFTER_SCANNER = 5.0
"""For so many seconds a camera says nothing new about a badge that was just scanned."""


class DeskPresenter:
    """One desk with its station name and the volunteer behind it.

    These are set by the view before ``refresh``: ``show`` is called with every new screen,
    ``judged`` with every verdict, ``too_late`` when an undo needs the organiser, and
    ``others_changed`` when another desk did something.
    """

    def __init__(self, asks: Asks, clock: Clock, *, station: str, volunteer: str = "") -> None:
        self._asks = asks
        self._clock = clock
        self._station = station
        self._sightings = RepeatGuard(CAMERA_AFTER_SCANNER)
        self.index = PeopleIndex(())
        self.screen = DeskScreen(volunteer=volunteer)
        self.show: Callable[[DeskScreen], None] = _nothing
        self.judged: Callable[[Verdict], None] = _nothing
        self.too_late: Callable[[DeskRecord], None] = _nothing
        self.settings_taken: Callable[[DeskSettings], None] = _nothing
        self.others_changed: Callable[[], None] = _no_news

    @property
    def clock(self) -> Clock:
        """The clock that everything at this desk goes by."""
        return self._clock

    @property
    def post(self) -> DeskPost:
        """This desk as use cases know it."""
        return DeskPost(self._station, self.screen.volunteer, self.screen.settings)

    def refresh(self) -> None:
        """Read counters, last scans, people and settings anew."""
        clock = self._clock
        self._asks.ask(partial(desk_settings, station=self._station), self._take_settings)
        self._asks.ask(lambda unit: desk_state(unit, clock), self._take_state)
        self._asks.ask(load_people, self._take_people)

    def look_around(self) -> None:
        """See what other desks did meanwhile; with no news this costs next to nothing."""
        if self.screen.state is not None:
            clock, since = self._clock, self.screen.state.sequence
            self._asks.ask(lambda unit: desk_news(unit, clock, since), self._take_news)

    def scanned(self, text: str) -> None:
        """A scanner read something, wherever the focus was."""
        code = code_in(text)
        garbled = code is None and form_of(text) is CodeForm.GARBLED
        self._update(scanner_heard=self._clock.now(), scanner_garbled=garbled)
        self._sightings.is_repeat(code or text, self.clock.monotonic())
        self.seen(text)

    def seen(self, text: str) -> None:
        """A code came in from a scanner or a camera.

        Anything that is no code but could be a name is put into the box and not acted upon:
        perhaps somebody types very fast.
        """
        no_code = form_of(text) is CodeForm.NOT_A_CODE and code_in(text) is None
        if no_code and self.index.search(text):
            self.type(text)
        else:
            self._scan(text)

    def seen_by_camera(self, text: str) -> None:
        """A camera saw a code; one that was just scanned is the same badge in the same hand."""
        if not self._sightings.is_repeat(code_in(text) or text, self.clock.monotonic()):
            self.seen(text)

    def type(self, query: str) -> None:
        """The text in the box has changed; the only one who fits it to the letter is marked."""
        found = tuple(self.index.search(query)) if query.strip() else ()
        is_plain = len(found) == 1 and self.index.has_as_typed(query)
        self._update(query=query, results=found, chosen=0 if is_plain else None)

    def move(self, step: int) -> None:
        """Mark the next or previous line of the results."""
        if self.screen.results:
            start = -1 if self.screen.chosen is None else self.screen.chosen
            last = len(self.screen.results) - 1
            self._update(chosen=min(max(start + step, 0), last))

    def enter(self) -> None:
        """Enter in the box: a whole code is scanned, a marked person checked in.

        With several people and none marked, or one who fits only but for a typing error, the first
        is marked, so that no one is taken for another by a hasty key. What fits nobody stays in the
        box with a hint: nothing that was typed is ever called an unknown code.
        """
        screen = self.screen
        if form_of(screen.query) is CodeForm.VALID:
            self._scan(screen.query)
        elif screen.chosen is not None:
            self.choose(screen.results[screen.chosen])
        elif screen.results:
            self.move(1)

    def choose(self, line: PersonLine) -> None:
        """Check in somebody from the list."""
        self.check_in(line.attendee_id)

    def check_in(self, attendee_id: UUID) -> None:
        """Check in somebody the desk knows."""
        self._act(check_in.check_in_person, attendee_id, self.take_verdict)

    def consent(self) -> None:
        """Whoever is in front says yes to taking part."""
        self._act_in_front(VerdictCode.CONSENT_MISSING, edits.consent_and_check_in)

    def expect(self) -> None:
        """Whoever is in front had cancelled, and is here after all."""
        self._act_in_front(VerdictCode.NOT_COMING, edits.expect_and_check_in)

    def check_out(self) -> None:
        """Whoever is in front leaves."""
        if self.screen.attendee_id:
            use_case = partial(
                check_out,
                clock=self._clock,
                attendee_id=self.screen.attendee_id,
                station=self._station,
            )
            self._asks.ask(use_case, lambda record: self.take_change(Left(record)))

    def undo(self) -> None:
        """Take back the check-in in front; with nobody in front, the last one of this desk.

        Nobody is checked out behind a card about somebody else, nor one after the other by a key
        that is pressed twice.
        """
        answer, who = self.screen.answer, self.screen.attendee_id
        is_here = isinstance(answer, Verdict) and answer.code in UNDOABLE
        if who is None or is_here:
            self._asks.ask(partial(self._undo, who), self._take_undone)

    def back(self) -> None:
        """Leave the list or the answer."""
        if self.screen.searching:
            self.type("")
        else:
            self._update(answer=None)

    def set_volunteer(self, name: str) -> None:
        """Somebody else stands at the desk."""
        self._update(volunteer=name)

    def change_settings(self, settings: DeskSettings) -> None:
        """Keep other settings for this desk."""
        use_case = partial(
            change_desk_settings, clock=self._clock, settings=settings, station=self._station
        )
        self._asks.ask(use_case, self._take_settings)

    def take_verdict(self, verdict: Verdict) -> None:
        """Show a verdict that was given here or in a panel of this desk."""
        who = verdict.attendee_id
        if who and verdict.tone is Tone.OK:
            self.index.came(who)
        state = self.screen.state.after(verdict) if self.screen.state else None
        self._update(state=state, answer=verdict, query="", results=(), chosen=None)
        self.judged(verdict)
        if who and who not in self.index:
            self.look_around()

    def take_change(self, answer: Answer) -> None:
        """Show that somebody's check-in was undone, or that they left."""
        if answer.record:
            self.index.went(answer.record.attendee.id)
        self._update(answer=answer, query="", results=(), chosen=None)
        self.look_around()

    def _scan(self, text: str) -> None:
        use_case = partial(check_in.scan, clock=self._clock, text=text, desk=self.post)
        self._asks.ask(use_case, self.take_verdict)

    def _act(
        self,
        use_case: Callable[..., Verdict],
        attendee_id: UUID,
        then: Callable[[Verdict], None],
    ) -> None:
        asked = partial(use_case, clock=self._clock, attendee_id=attendee_id, desk=self.post)
        self._asks.ask(asked, then)

    def _act_in_front(self, code: VerdictCode, use_case: Callable[..., Verdict]) -> None:
        answer, who = self.screen.answer, self.screen.attendee_id
        if isinstance(answer, Verdict) and answer.code is code and who:
            self._act(use_case, who, self.take_verdict)

    def _undo(self, in_front: UUID | None, unit: UnitOfWork) -> DeskRecord | TooLate:
        who = in_front or last_welcomed(unit, station=self._station)
        try:
            return undo(unit, self._clock, who, station=self._station)
        except Refusal as refusal:
            if refusal.code is not RefusalCode.UNDO_TOO_LATE:
                raise
        with unit.reading():
            return TooLate(check_in.known(unit, who))

    def _take_undone(self, undone: DeskRecord | TooLate) -> None:
        if isinstance(undone, TooLate):
            self.too_late(undone.record)
        else:
            self.take_change(Undone(undone))

    def _take_state(self, state: DeskState) -> None:
        self._update(state=state)

    def _take_settings(self, settings: DeskSettings) -> None:
        self._update(settings=settings)
        self.settings_taken(settings)

    def _take_people(self, index: PeopleIndex) -> None:
        self.index = index
        if self.screen.searching:
            self.type(self.screen.query)

    def _take_news(self, news: DeskNews | None) -> None:
        if news is None:
            return
        for person in news.came:
            self.index.came(person)
        for person in news.went:
            self.index.went(person)
        for line in news.changed:
            self.index.put(line)
        if news.all_changed:
            self._asks.ask(load_people, self._take_people)
        self._update(state=news.state)
        if self.screen.searching:
            self._search_again()
        self.others_changed()

    def _search_again(self) -> None:
        """The list is open while another desk registers somebody: show them; the mark stays."""
        screen = self.screen
        marked = None if screen.chosen is None else screen.results[screen.chosen].attendee_id
        found = tuple(self.index.search(screen.query))
        places = {line.attendee_id: at for at, line in enumerate(found)}
        self._update(results=found, chosen=places.get(marked) if marked else None)

    def _update(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_news() -> None:
    """Before a view is there, nobody listens."""
