"""The people page without its paint: who is listed, and what an import would do."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.domain.errors import Refusal
from kiosk.domain.people import badge_label
from kiosk.i18n import _, language, ngettext
from kiosk.services.overview import PeopleOverview, PersonEntry, people_overview
from kiosk.ui.organiser.actions import ImportedFile, Imports, Printed, Prints
from kiosk.ui.organiser.import_faces import applied_face, preview_face
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.people_state import (
    Column,
    ImportFace,
    ListFace,
    PersonRow,
    Presence,
    Shown,
)
from kiosk.ui.organiser.wording import clock_time, language_names, side_name
from kiosk.ui.tasks.asking import Asks


class PeoplePresenter:
    """``show``, ``show_import`` and ``tell`` are set by the view.

    ``enrolled`` is called after an import that was applied.
    """

    def __init__(self, asks: Asks, imports: Imports, print_badges: Prints) -> None:
        self._asks = asks
        self._imports = imports
        self._print = print_badges
        self._overview: PeopleOverview | None = None
        self._query = ""
        self._shown = Shown.ALL
        self._sorted_by = Column.BADGE
        self._descending = False
        self._paths: tuple[Path, ...] = ()
        self._files: Sequence[ImportedFile] = ()
        self._applied = False
        self._busy = False
        self.show: Callable[[ListFace], None] = _nothing
        self.show_import: Callable[[ImportFace | None], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing
        self.enrolled: Callable[[], None] = _no_one

    def refresh(self) -> None:
        """Read everyone anew."""
        self._asks.ask(people_overview, self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._render()
        self._render_import()

    def search(self, query: str) -> None:
        """The text in the box has changed."""
        self._query = query
        self._render()

    def filter(self, shown: Shown) -> None:
        """Show everybody, those who are here, or those who are awaited."""
        self._shown = shown
        self._render()

    def sort(self, column: Column) -> None:
        """Sort by a column; once more turns the order round."""
        self._descending = self._sorted_by is column and not self._descending
        self._sorted_by = column
        self._render()

    def choose_files(self, paths: Sequence[Path]) -> None:
        """Find out what importing these files would do; nothing is changed."""
        self._paths = tuple(paths)
        self.tell(None)
        self._asks.ask(
            lambda unit: self._imports(unit, paths, dry_run=True), self._previewed, self._refused
        )

    def apply_import(self) -> None:
        """Take in the files that were looked at."""
        self._busy = True
        self._render_import()
        paths = self._paths
        self._asks.ask(
            lambda unit: self._imports(unit, paths, dry_run=False), self._taken_in, self._refused
        )

    def close_import(self) -> None:
        """Put the report away."""
        self._files = ()
        self._render_import()

    def print_badges(self) -> None:
        """Make the badges of everybody expected."""
        self.tell(None)
        spoken = language()
        self._asks.ask_aside(lambda unit: self._print(unit, spoken), self._printed, self._refused)

    def dismiss(self) -> None:
        """The organiser has read it."""
        self.tell(None)

    def _previewed(self, files: Sequence[ImportedFile]) -> None:
        self._files, self._applied = files, False
        self._render_import()

    def _taken_in(self, files: Sequence[ImportedFile]) -> None:
        self._files, self._applied, self._busy = files, True, False
        self._render_import()
        self.refresh()
        self.enrolled()

    def _printed(self, printed: Printed) -> None:
        text = ngettext(
            "{count} badge is ready to print.",
            "{count} badges are ready to print.",
            printed.count,
        )
        self.tell(Notice(text.format(count=printed.count), path=printed.path))

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self._render_import()
        self.tell(notice_of(refusal))

    def _take(self, overview: PeopleOverview) -> None:
        self._overview = overview
        self._render()

    def _render_import(self) -> None:
        if not self._files:
            self.show_import(None)
        elif self._applied:
            self.show_import(applied_face(self._files))
        else:
            self.show_import(preview_face(self._files, busy=self._busy))

    def _render(self) -> None:
        if self._overview is None:
            return
        everyone = self._overview.people
        found = [person for person in self._found(self._overview) if self._is_shown(person)]
        if not self._query.strip():
            found.sort(key=self._order, reverse=self._descending)
        self.show(
            ListFace(
                tuple(map(_row, found)),
                _filters(everyone),
                self._shown,
                self._sorted_by,
                self._descending,
                _("Nobody is found.") if everyone else _("Nobody is in the event yet."),
            )
        )

    def _found(self, overview: PeopleOverview) -> list[PersonEntry]:
        """Whoever the box asks for, best first; everybody when it is empty."""
        if not self._query.strip():
            return list(overview.people)
        by_id = {person.attendee_id: person for person in overview.people}
        lines = overview.index.search(self._query, limit=len(by_id))
        return [by_id[line.attendee_id] for line in lines if line.attendee_id in by_id]

    def _is_shown(self, person: PersonEntry) -> bool:
        match self._shown:
            case Shown.HERE:
                return _presence(person) is Presence.HERE
            case Shown.MISSING:
                return _presence(person) is Presence.AWAITED
            case _:
                return True

    def _order(self, person: PersonEntry) -> tuple[str, int]:
        row = _row(person)
        sorted_by = {
            Column.BADGE: "",
            Column.NAME: row.name,
            Column.SIDE: row.side,
            Column.ORGANISATION: row.organisation,
            Column.LANGUAGES: row.languages,
            Column.PRESENCE: row.presence_text,
            Column.NEEDS: "" if row.needs else "-",
        }
        return sorted_by[self._sorted_by].casefold(), person.badge_number


def _row(person: PersonEntry) -> PersonRow:
    presence = _presence(person)
    words = {Presence.AWAITED: _("not here yet"), Presence.CANCELLED: _("cancelled")}
    since = _("here since {time}")
    arrived = since.format(time=clock_time(person.arrived_at)) if person.arrived_at else ""
    return PersonRow(
        person.attendee_id,
        badge_label(person.badge_number),
        person.name,
        side_name(person.side),
        person.organisation,
        language_names(person.languages),
        presence,
        arrived or words[presence],
        _("Has a need; the desk knows which") if person.has_needs else "",
    )


def _presence(person: PersonEntry) -> Presence:
    if person.arrived_at is not None:
        return Presence.HERE
    return Presence.CANCELLED if person.cancelled else Presence.AWAITED


def _filters(people: Sequence[PersonEntry]) -> tuple[tuple[Shown, str], ...]:
    here = sum(_presence(person) is Presence.HERE for person in people)
    awaited = sum(_presence(person) is Presence.AWAITED for person in people)
    return (
        (Shown.ALL, _("All {count}").format(count=len(people))),
        (Shown.HERE, _("Here {count}").format(count=here)),
        (Shown.MISSING, _("Missing {count}").format(count=awaited)),
    )


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""


def _no_one() -> None:
    """Before somebody listens, nobody is told."""
