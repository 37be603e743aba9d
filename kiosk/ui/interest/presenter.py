"""The interest station without its paint: one person at a time, and every tap kept at once."""

from collections.abc import Callable
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.interest import Answer
from kiosk.i18n import LANGUAGES, language, speaking
from kiosk.i18n.messages import refusal_text
from kiosk.services import interest
from kiosk.services.interest import FormCode, FormVerdict, InterestForm
from kiosk.services.ports import UnitOfWork
from kiosk.ui.interest.state import StationView
from kiosk.ui.interest.wording import LANGUAGE_NAMES, form_face, idle_face, reply, thanks
from kiosk.ui.tasks.asking import Asks

PATIENCE = 45
"""Seconds without a touch after which a form closes itself. Nothing is lost: each tap is kept."""


class InterestPresenter:
    """``show`` is called with every new picture; the view sets it before the first scan.

    ``second`` is to be called once a second. Time is counted here in seconds of the person at the
    station, not of the event's clock, which a rehearsal may speed up.
    """

    def __init__(self, asks: Asks, clock: Clock) -> None:
        self._asks = asks
        self._clock = clock
        self._form: InterestForm | None = None
        self._reply: FormCode | None = None
        self._is_thankful = False
        self._trouble: Refusal | None = None
        self._choice: str | None = None
        self._left = PATIENCE
        self._visit = 0
        self.show: Callable[[StationView], None] = _nothing

    @property
    def is_open(self) -> bool:
        """Whether somebody's form is on the screen."""
        return self._form is not None

    @property
    def language(self) -> str:
        """The visitor's choice, else what they speak, else the language of the program."""
        if self._choice:
            return self._choice
        spoken = self._form.languages if self._form else ()
        usable = [code for code in spoken if code in LANGUAGES]
        return usable[0] if usable and language() not in usable else language()

    def scan(self, code: str) -> None:
        """Somebody's badge code arrived; whoever was here before is done."""
        choice = self._choice if self._form is None else None
        self._leave()
        self._choice = choice
        visit = self._visit
        self._asks.ask(
            lambda unit: interest.open_form(unit, code),
            lambda verdict: self._opened(visit, verdict),
            self._refused,
        )

    def answer(self, other_id: UUID, given: Answer) -> None:
        """Keep a tap; it is shown as chosen when it is safe in the file."""
        self.touch()
        if self._form:
            holder, clock = self._form.attendee_id, self._clock
            self._keep(lambda unit: interest.answer(unit, clock, holder, other_id, given))

    def set_consent(self, given: bool) -> None:
        """Give or take back the consent; both are one tap."""
        self.touch()
        if self._form:
            holder, clock = self._form.attendee_id, self._clock
            self._keep(lambda unit: interest.set_share_consent(unit, clock, holder, given))

    def change_language(self) -> None:
        """The next language, for this visitor only."""
        self.touch()
        self._choice = self._next_language()
        self.paint()

    def touch(self) -> None:
        """Somebody is still here."""
        if self._left != PATIENCE:
            self._left = PATIENCE
            self.paint()

    def second(self) -> None:
        """A second went by without a touch."""
        self._left -= 1
        if self._left <= 0:
            self.close()
        elif self._form:
            self.paint()

    def done(self) -> None:
        """The visitor says it is enough."""
        self.close()
        self._is_thankful = True
        self.paint()

    def close(self) -> None:
        """Nothing of the person stays."""
        self._leave()
        self.paint()

    def paint(self) -> None:
        """Show what there is, in the visitor's language."""
        with speaking(self.language):
            self.show(self._view())

    def _view(self) -> StationView:
        languages = self.language, LANGUAGE_NAMES[self._next_language()]
        if self._form:
            trouble = refusal_text(self._trouble) if self._trouble else ""
            return StationView(form_face(self._form, self._left, trouble), *languages)
        message = thanks() if self._is_thankful else reply(self._reply) if self._reply else None
        return StationView(idle_face(message), *languages)

    def _next_language(self) -> str:
        return LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]

    def _leave(self) -> None:
        self._visit += 1
        self._form = self._reply = self._trouble = self._choice = None
        self._is_thankful = False
        self._left = PATIENCE

    def _opened(self, visit: int, verdict: FormVerdict) -> None:
        if visit != self._visit:
            return
        self._form = verdict.form
        self._reply = None if verdict.form else verdict.code
        self.paint()

    def _keep(self, change: Callable[[UnitOfWork], InterestForm]) -> None:
        visit = self._visit
        self._asks.ask(change, lambda form: self._kept(visit, form), self._refused)

    def _kept(self, visit: int, form: InterestForm) -> None:
        if visit == self._visit:
            self._form, self._trouble = form, None
            self.paint()

    def _refused(self, refusal: Refusal) -> None:
        self._trouble = refusal
        self.paint()


def _nothing(_view: StationView) -> None:
    """Nobody looks yet."""
