"""The walk-in form's logic without Qt: what is missing, who is a double, when it is emptied."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.people import ConsentKind, Employer, Side, badge_label
from kiosk.domain.search import words_of
from kiosk.domain.verdicts import Verdict
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.walk_ins import organisations, register_walk_in
from kiosk.services.search import PeopleIndex, PersonLine
from kiosk.ui.desk.fields.people import find_candidates
from kiosk.ui.desk.fields.suggestion import Suggestion
from kiosk.ui.desk.walk_in.state import Draft, FormField, FormScreen
from kiosk.ui.tasks.asking import Asks

MOST_DOUBLES = 3
_NAMESAKES = 40
"""So many of one name are looked at for somebody who is not here yet."""

_FIELD_OF = {
    RefusalCode.NAME_MISSING: FormField.NAME,
    RefusalCode.EMPLOYER_MISSING: FormField.EMPLOYER,
    RefusalCode.UNKNOWN_EMPLOYER: FormField.EMPLOYER,
    RefusalCode.CONSENT_NEEDED: FormField.TAKE_PART,
    RefusalCode.CONTACT_UNREADABLE: FormField.CONTACT,
}


class WalkInPresenter:
    """``show`` is called with every new screen, ``registered`` with the verdict of whoever came.

    ``refused`` is told a refusal that belongs to no field.
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
        self._employers: tuple[Employer, ...] = ()
        self.screen = FormScreen()
        self.show: Callable[[FormScreen], None] = _nothing
        self.registered: Callable[[Verdict], None] = _nothing

    def refresh(self) -> None:
        """Read which organisations there are; what was typed stays."""
        self._asks.ask(organisations, self._take_employers)

    def change(self, **said: object) -> None:
        """Somebody said something; a problem that is mended by it goes away."""
        draft = replace(self.screen.draft, **said)  # type: ignore[arg-type]
        still = (self.screen.problems & draft.missing()) | self._unread_contact(draft)
        self._update(draft=draft, problems=still, doubles=self._doubles(draft), kept_nothing=False)

    def answer(self, kind: ConsentKind, answer: bool | None) -> None:
        """Somebody answered a question, or took the answer back."""
        self.change(answers={**self.screen.draft.answers, kind: answer})

    def forget(self) -> None:
        """The form was closed: the next person's answers are not begun with this one's."""
        self._update(draft=Draft(), problems=frozenset(), doubles=(), kept_nothing=False)

    def find_candidates(self, query: str) -> list[Suggestion]:
        """With whom a companion comes."""
        return find_candidates(self._people(), query)

    def find_employers(self, query: str) -> list[Suggestion]:
        """For whom a representative comes; all of them for an empty query."""
        asked = words_of(query)
        return [
            Suggestion(employer, employer.name, badge_label(employer.table_number))
            for employer in self._employers
            if all(_begins_a_word(part, employer.name) for part in asked)
        ]

    def submit(self) -> None:
        """Register, or say what is missing; of somebody who declines nothing is kept."""
        draft = self.screen.draft
        missing = draft.missing()
        if self.screen.busy:
            return
        if draft.declines:
            self._update(draft=Draft(), problems=frozenset(), doubles=(), kept_nothing=True)
        elif missing or draft.side is None:
            self._update(problems=missing)
        else:
            self._update(busy=True, problems=frozenset())
            self._register(draft, draft.side)

    def choose_double(self, line: PersonLine) -> None:
        """They were on the list all the time: check them in instead."""
        if self.screen.busy:
            return
        self._update(busy=True)
        use_case = partial(
            check_in_person, clock=self._clock, attendee_id=line.attendee_id, desk=self._post()
        )
        self._asks.ask(use_case, self._came, self._take_refusal)

    def _register(self, draft: Draft, side: Side) -> None:
        use_case = partial(
            register_walk_in, clock=self._clock, walk_in=draft.walk_in(side), desk=self._post()
        )
        self._asks.ask(use_case, self._came, self._take_refusal)

    def _came(self, verdict: Verdict) -> None:
        """Only now is the form emptied: the verdict is in the file."""
        self._update(draft=Draft(), problems=frozenset(), doubles=(), busy=False)
        self.registered(verdict)

    def _take_refusal(self, refusal: Refusal) -> None:
        problem = _FIELD_OF.get(refusal.code)
        self._update(busy=False, problems=frozenset({problem} if problem else ()))
        if problem is None:
            self._refused(refusal)

    def _take_employers(self, employers: tuple[Employer, ...]) -> None:
        self._employers = employers

    def _doubles(self, draft: Draft) -> tuple[PersonLine, ...]:
        """Whoever has just this name, on whatever side, and has not come yet."""
        if draft.name == self.screen.draft.name:
            return self.screen.doubles
        asked = sorted(words_of(draft.name))
        found = self._people().search(draft.name, _NAMESAKES) if asked else []
        same = (line for line in found if not line.here and asked in _names_of(line))
        return tuple(same)[:MOST_DOUBLES]

    def _unread_contact(self, draft: Draft) -> frozenset[FormField]:
        """A contact that could not be read stays wrong until it is written anew."""
        same = draft.contact == self.screen.draft.contact
        return self.screen.problems & {FormField.CONTACT} if same else frozenset()

    def _update(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]
        self.show(self.screen)


def _names_of(line: PersonLine) -> Sequence[list[str]]:
    return [sorted(words_of(name)) for name in (line.name, line.public_name)]


def _begins_a_word(part: str, name: str) -> bool:
    return any(word.startswith(part) for word in words_of(name))


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""
