"""The page of stories without its paint: what is looked at, and who said yes to it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.stories import Story
from kiosk.i18n import _, language, ngettext
from kiosk.services.ports import UnitOfWork
from kiosk.services.stories.consents import give_consent, take_back_consent
from kiosk.services.stories.overview import StoriesOverview, stories_overview
from kiosk.services.stories.own_texts import copy_to_edit, make_folder
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.stories.faces import (
    consent_face,
    nothing_to_preview,
    preview_face,
    texts_face,
    version_in,
)
from kiosk.ui.organiser.stories.state import ConsentAnswer, ConsentFace, PreviewFace, TextsFace
from kiosk.ui.tasks.asking import Asks


class StoriesPresenter:
    """``show_texts``, ``show_preview``, ``show_consent`` and ``tell`` are set by the view.

    ``texts_read`` is called when the texts are others than before, ``consents_changed`` when a yes
    was recorded or taken back: the room display then knows at once.
    """

    def __init__(
        self,
        asks: Asks,
        clock: Clock,
        folder: Path,
        open_folder: Callable[[Path], None],
        station: str,
    ) -> None:
        self._asks, self._clock = asks, clock
        self._folder, self._open_folder, self._station = folder, open_folder, station
        self._overview: StoriesOverview | None = None
        self._selected = ""
        self._language = ""
        self._page = 0
        self._busy = False
        self.show_texts: Callable[[TextsFace], None] = _nothing
        self.show_preview: Callable[[PreviewFace], None] = _nothing
        self.show_consent: Callable[[ConsentFace | None], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.texts_read: Callable[[], None] = _no_one
        self.consents_changed: Callable[[], None] = _no_one

    def refresh(self) -> None:
        """Read everything anew, without a word about it."""
        self._asks.ask_aside(partial(stories_overview, folder=self._folder), self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._render()

    def select(self, story_id: str) -> None:
        """Look at another text, from its first page."""
        if story_id != self._selected:
            self._selected, self._page = story_id, 0
            self._render()

    def choose_language(self, code: str) -> None:
        """Look at another language of the same text."""
        self._language, self._page = code, 0
        self._render()

    def turn(self, pages: int) -> None:
        """Turn so many pages on, or back."""
        self._page = max(0, self._page + pages)
        self._render()

    def read_again(self) -> None:
        """The organiser has edited a file: here and in the room it is read anew."""
        self._asks.ask_aside(partial(stories_overview, folder=self._folder), self._reread)

    def open_folder(self) -> None:
        """Show where own texts stand; the folder is made when it is first wanted."""
        self._asks.ask(lambda _unit: make_folder(self._folder), self._open_folder, self._refused)

    def copy(self) -> None:
        """Copy the text that is looked at, to be edited."""
        story_id = self._selected
        self._asks.ask(
            lambda _unit: copy_to_edit(self._folder, story_id), self._copied, self._refused
        )

    def give_consent(self, answer: ConsentAnswer) -> None:
        """Somebody said yes to the text as it is looked at."""
        if self._overview is None:
            return
        library, story_id = self._overview.library, self._selected
        clock, station = self._clock, self._station

        def record(unit: UnitOfWork) -> None:
            give_consent(unit, clock, library, story_id, answer.given_by, answer.form, station)

        self._begin(record, _("The yes is recorded."))

    def take_back(self, given_by: str) -> None:
        """Somebody who said yes takes it back: the room stops showing it."""
        story_id, clock, station = self._selected, self._clock, self._station

        def record(unit: UnitOfWork) -> None:
            take_back_consent(unit, clock, story_id, given_by, station)

        self._begin(record, _("It is taken back. The room does not show this text any more."))

    def dismiss(self) -> None:
        """The organiser has read it."""
        self.tell(None)

    def _begin(self, record: Callable[[UnitOfWork], None], said: str) -> None:
        self._busy = True
        self.tell(None)
        self._render()
        self._asks.ask(record, lambda _done: self._recorded(said), self._refused)

    def _recorded(self, said: str) -> None:
        self._busy = False
        self.consents_changed()
        self.tell(Notice(said))
        self.refresh()

    def _reread(self, overview: StoriesOverview) -> None:
        self._take(overview)
        broken = len(overview.library.problems)
        said = ngettext(
            "The texts are read again. {count} file needs mending.",
            "The texts are read again. {count} files need mending.",
            broken,
        ).format(count=broken)
        self.tell(Notice(said, "warn") if broken else Notice(_("The texts are read again.")))

    def _copied(self, names: tuple[str, ...]) -> None:
        said = _("Your copy is ready: {files}. Edit it, and then choose \u201cRead again\u201d.")
        self.tell(Notice(said.format(files=", ".join(names)), "info"))
        self.refresh()

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self._render()
        self.tell(notice_of(refusal))

    def _take(self, overview: StoriesOverview) -> None:
        """What is said here of the texts must hold in the room: they are read there anew, too."""
        before, self._overview = self._overview, overview
        if before is None or before.library != overview.library:
            self.texts_read()
        ids = overview.ids()
        if self._selected not in ids:
            self._selected, self._page = (ids[0] if ids else ""), 0
        self._render()

    def _render(self) -> None:
        if self._overview is None:
            return
        self.show_texts(texts_face(self._overview, self._selected))
        story = self._story(self._overview)
        if story is None:
            self.show_preview(nothing_to_preview())
            self.show_consent(None)
            return
        face = preview_face(self._overview, story, self._page)
        self._page = face.page.page if face.page else 0
        self.show_preview(face)
        self.show_consent(consent_face(self._overview, story, busy=self._busy))

    def _story(self, overview: StoriesOverview) -> Story | None:
        """The text that is looked at, in the language that was chosen last."""
        versions = overview.library.versions(self._selected)
        return version_in(versions, self._language or language()) if versions else None


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
