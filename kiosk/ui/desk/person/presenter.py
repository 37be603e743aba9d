"""One person's panel without Qt: edits wait here until they are saved, whatever happens around."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import ConsentKind, SeatNeed
from kiosk.domain.verdicts import DeskRecord, Verdict
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.edits import PersonDetails, edit_person, person_details, replace_badge
from kiosk.services.desk.leaving import check_out
from kiosk.services.search import PeopleIndex, PersonLine
from kiosk.ui.desk.fields.people import find_candidates, person_label
from kiosk.ui.desk.fields.suggestion import Suggestion
from kiosk.ui.desk.person.state import PersonDraft, PersonScreen
from kiosk.ui.tasks.asking import Asks

Answer = TypeVar("Answer")


class PersonPresenter:
    """``show`` is called with every new screen.

    ``checked_in`` gets the Verdict and ``left`` the DeskRecord of whoever came or went by a press
    here; ``changed`` is called when the file has something else about them; ``refused`` is told
    what could not be done.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        post: Callable[[], DeskPost],
        people: Callable[[], PeopleIndex],
        refused: Callable[[Refusal], None],
    ) -> None:
        self._asks, self._clock = asks, clock
        self._post, self._people, self._refused = post, people, refused
        self.screen = PersonScreen()
        self.show: Callable[[PersonScreen], None] = _nothing
        self.checked_in: Callable[[Verdict], None] = _nothing
        self.left: Callable[[DeskRecord], None] = _nothing
        self.changed: Callable[[], None] = _no_news

    def open(self, attendee_id: UUID) -> None:
        """Show somebody; opened again, their edits that were not saved are still there."""
        if attendee_id != self.screen.attendee_id:
            self.screen = PersonScreen()
            self.show(self.screen)
        self._asks.ask(partial(person_details, attendee_id=attendee_id), self._take, self._refuse)

    def refresh(self) -> None:
        """Read anew, because somebody else may have changed it; edits stay."""
        if self.screen.attendee_id:
            self.open(self.screen.attendee_id)

    def change(self, **said: object) -> None:
        """A field was edited."""
        draft = replace(self.screen.draft, **said)  # type: ignore[arg-type]
        self._update(draft=draft, saved=False, replacing=False, replaced=False, nameless=False)

    def answer(self, kind: ConsentKind, answer: bool | None) -> None:
        """A question was answered."""
        self.change(answers={**self.screen.draft.answers, kind: answer})

    def toggle_seat_need(self, need: SeatNeed) -> None:
        """A tick box was pressed; the needs stay in one order, whichever was ticked first."""
        ticked = set(self.screen.draft.seat_needs) ^ {need}
        self.change(seat_needs=tuple(each for each in SeatNeed if each in ticked))

    def choose_candidate(self, line: PersonLine | None) -> None:
        """With whom a companion comes; None for nobody in particular."""
        self.change(candidate=(line.attendee_id, person_label(line)) if line else None)

    def find_candidates(self, query: str) -> list[Suggestion]:
        """With whom a companion can come."""
        return find_candidates(self._people(), query)

    def save(self) -> None:
        """Take the edits over."""
        sent = self.screen.draft
        use_case = partial(edit_person, edit=sent.edit(), desk=self._post())
        self._do(use_case, partial(self._saved, sent))

    def replace_badge(self) -> None:
        """The first press asks for another one, the second gives a new badge."""
        if self.screen.replacing:
            self._do(partial(replace_badge, desk=self._post()), self._badge_replaced)
        else:
            self._update(replacing=True, replaced=False)

    def come_or_go(self) -> None:
        """Check out whoever is here, check in anybody else."""
        if self.screen.is_here:
            self._do(partial(check_out, station=self._post().station), self._gone)
        else:
            self._do(partial(check_in_person, desk=self._post()), self._come)

    def _do(self, use_case: Callable[..., Answer], then: Callable[[Answer], None]) -> None:
        """Ask the file one thing at a time."""
        about = self.screen.attendee_id
        if about is not None and not self.screen.busy:
            self._update(busy=True, replacing=False, replaced=False, saved=False)
            asked = partial(use_case, clock=self._clock, attendee_id=about)
            self._asks.ask(asked, then, self._refuse)

    def _saved(self, sent: PersonDraft, details: PersonDetails) -> None:
        """What was typed while the file was busy is not saved yet."""
        kept = PersonDraft.of(details)
        draft = self.screen.draft.on_top_of(sent, kept)
        self._update(details=details, draft=draft, saved=draft == kept, busy=False)
        self.changed()

    def _badge_replaced(self, _record: DeskRecord) -> None:
        self._update(replaced=True, busy=False)
        self.refresh()
        self.changed()

    def _come(self, verdict: Verdict) -> None:
        self._update(busy=False)
        self.refresh()
        self.checked_in(verdict)

    def _gone(self, record: DeskRecord) -> None:
        self._update(busy=False)
        self.refresh()
        self.left(record)

    def _refuse(self, refusal: Refusal) -> None:
        nameless = refusal.code is RefusalCode.NAME_MISSING
        self._update(busy=False, nameless=nameless)
        if not nameless:
            self._refused(refusal)

    def _take(self, details: PersonDetails) -> None:
        """What the file says; edits that were not saved are laid on top of it."""
        new = PersonDraft.of(details)
        before = self.screen.details
        if before and before.record.attendee.id == details.record.attendee.id:
            new = self.screen.draft.on_top_of(PersonDraft.of(before), new)
        self._update(details=details, draft=new)

    def _update(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_news() -> None:
    """Before somebody listens, nobody is told."""
