"""The call list's logic without Qt: who is shown, who said that they will not come."""

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.people import Standing, badge_label
from kiosk.domain.search import asked_words, words_of
from kiosk.domain.verdicts import Verdict
from kiosk.services.desk.call_list import CallLine, call_list
from kiosk.services.desk.check_in import DeskPost
from kiosk.services.desk.edits import expect_and_check_in, set_standing
from kiosk.services.ports import UnitOfWork
from kiosk.ui.desk.call_list.state import CallRow, CallScreen
from kiosk.ui.tasks.asking import Asks

AT_ONCE = 10
"""So many rows are shown before somebody asks for more: each takes a moment to lay out."""


class CallListPresenter:
    """``show`` is called with every new screen, ``checked_in`` with the verdict of whoever came.

    ``changed`` is called when somebody is not coming, or will after all; ``refused`` is told what
    could not be done.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        post: Callable[[], DeskPost],
        refused: Callable[[Refusal], None],
    ) -> None:
        self._asks, self._clock, self._post, self._refused = asks, clock, post, refused
        self._listed: list[_Listed] = []
        self._declined: dict[UUID, CallLine] = {}
        self._most = AT_ONCE
        self.screen = CallScreen()
        self.show: Callable[[CallScreen], None] = _nothing
        self.checked_in: Callable[[Verdict], None] = _nothing
        self.changed: Callable[[], None] = _no_news

    def refresh(self) -> None:
        """Read anew; those who were just marked here as not coming stay in their places."""
        self._asks.ask(_read, self._take)

    def forget(self) -> None:
        """The list was closed: who is not coming is not in it the next time."""
        self._declined.clear()
        self._most = AT_ONCE
        self.filter("")

    def filter(self, query: str) -> None:
        """Show only those with words that begin so."""
        self.screen = replace(self.screen, query=query)
        self._render()

    def show_more(self) -> None:
        """Show as many again."""
        self._most += AT_ONCE
        self._render()

    def toggle_coming(self, row: CallRow) -> None:
        """They are not coming; or, pressed again, they will after all."""
        standing = Standing.EXPECTED if row.declined else Standing.CANCELLED
        use_case = partial(
            set_standing,
            clock=self._clock,
            attendee_id=row.attendee_id,
            standing=standing,
            desk=self._post(),
        )
        self._asks.ask(use_case, lambda _none: self._marked(row), self._refuse)

    def check_in(self, row: CallRow) -> None:
        """They stand at the desk, whatever they said before."""
        use_case = partial(
            expect_and_check_in,
            clock=self._clock,
            attendee_id=row.attendee_id,
            desk=self._post(),
        )
        self._asks.ask(use_case, partial(self._came, row), self._refuse)

    def _marked(self, row: CallRow) -> None:
        if row.declined:
            self._declined.pop(row.attendee_id, None)
        else:
            self._declined[row.attendee_id] = row.line
        self.refresh()
        self.changed()

    def _came(self, row: CallRow, verdict: Verdict) -> None:
        self._declined.pop(row.attendee_id, None)
        self.refresh()
        self.checked_in(verdict)

    def _refuse(self, refusal: Refusal) -> None:
        """Another desk was faster: look again, and say so."""
        self.refresh()
        self._refused(refusal)

    def _take(self, listed: list["_Listed"]) -> None:
        """Those who just declined go where the list had them."""
        missing = {each.row.attendee_id for each in listed}
        for who in missing & self._declined.keys():
            del self._declined[who]
        self.screen = replace(self.screen, loaded=True, missing=len(listed))
        for line in self._declined.values():
            insort(listed, _Listed.of(CallRow(line, declined=True)), key=_place)
        self._listed = listed
        self._render()

    def _render(self) -> None:
        words = [f" {word}" for word in asked_words(self.screen.query)]
        rows = [each.row for each in self._listed if _fits(each.searched, words)]
        more = max(0, len(rows) - self._most)
        self.screen = replace(self.screen, rows=tuple(rows[: self._most]), more=more)
        self.show(self.screen)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row with the words by which it is found, made ready before anybody types."""

    row: CallRow
    searched: str

    @classmethod
    def of(cls, row: CallRow) -> "_Listed":
        line = row.line
        texts = (line.name, line.organisation, line.through, badge_label(line.badge_number))
        words = (word for text in texts for word in (*words_of(text), *asked_words(text)))
        return cls(row, "".join(f" {word}" for word in words))


def _read(unit: UnitOfWork) -> list[_Listed]:
    """On the thread of the file, because a long list takes a while."""
    return [_Listed.of(CallRow(line)) for line in call_list(unit)]


def _place(listed: _Listed) -> tuple[int, int, str, int]:
    return listed.row.line.order


def _fits(searched: str, words: list[str]) -> bool:
    return all(word in searched for word in words)


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_news() -> None:
    """Before somebody listens, nobody is told."""
