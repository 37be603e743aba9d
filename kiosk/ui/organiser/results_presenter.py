"""The results page without its paint: figures, matches, and the export."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal
from kiosk.domain.people import RouteKind, badge_label
from kiosk.i18n import _, language, ngettext
from kiosk.services.export import FigureCode, MatchLine
from kiosk.services.overview import DayResults, day_results
from kiosk.services.ports import UnitOfWork
from kiosk.ui.organiser.actions import Exports
from kiosk.ui.organiser.logic_model import answers, figure, logic_model
from kiosk.ui.organiser.notice import Notice, notice_of
from kiosk.ui.organiser.results_state import MatchRow, ResultsFace, Tile
from kiosk.ui.tasks.asking import Asks

SUFFIX = ".xlsx"


class ResultsPresenter:
    """``show`` and ``tell`` are set by the view."""

    def __init__(self, asks: Asks, clock: Clock, exports: Exports) -> None:
        self._asks = asks
        self._clock = clock
        self._exports = exports
        self._results: DayResults | None = None
        self._busy = False
        self.show: Callable[[ResultsFace], None] = _nothing
        self.tell: Callable[[Notice | None], None] = _nothing

    def refresh(self) -> None:
        """Read the day anew."""
        self._asks.ask(partial(day_results, clock=self._clock), self._take)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        if self._results is not None:
            self.show(self._face(self._results))

    def export(self, chosen: Path) -> None:
        """Write the workbook where the organiser wants it."""
        path = chosen if chosen.suffix.casefold() == SUFFIX else chosen.with_name(_named(chosen))
        self._busy = True
        self.tell(None)
        self.retranslate()
        spoken = language()

        def write(unit: UnitOfWork) -> Path:
            self._exports(unit, path, spoken)
            return path

        self._asks.ask_aside(write, self._written, self._refused)

    def dismiss(self) -> None:
        """The organiser has read it."""
        self.tell(None)

    def _written(self, path: Path) -> None:
        self._busy = False
        text = _("{file} is written. It names people: keep it safe.").format(file=path.name)
        self.tell(Notice(text, path=path))
        self.retranslate()

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self.tell(notice_of(refusal))
        self.retranslate()

    def _take(self, results: DayResults) -> None:
        self._results = results
        self.show(self._face(results))

    def _face(self, results: DayResults) -> ResultsFace:
        matches = tuple(map(_match_row, results.day.matches))
        return ResultsFace(
            _tiles(results),
            logic_model(results),
            matches,
            _("Matches {count}").format(count=len(matches)),
            _("results-{date}").format(date=results.day.event.date.isoformat()) + SUFFIX,
            can_export=not self._busy,
        )


def _named(chosen: Path) -> str:
    return chosen.name + SUFFIX


def _tiles(results: DayResults) -> tuple[Tile, ...]:
    matches = figure(results, FigureCode.MATCHES)[0]
    return (
        Tile(_out_of(figure(results, FigureCode.CANDIDATES_HERE)), _("candidates")),
        Tile(_out_of(figure(results, FigureCode.EMPLOYERS_HERE)), _("employers")),
        Tile(str(figure(results, FigureCode.CONVERSATIONS_HELD)[0]), _("conversations held")),
        Tile(_out_of(answers(results)), _("answers")),
        Tile(str(matches), ngettext("mutual yes", "mutual yeses", matches)),
    )


def _out_of(numbers: tuple[int, int]) -> str:
    return _("{count} / {total}").format(count=numbers[0], total=numbers[1])


def _match_row(line: MatchLine) -> MatchRow:
    contact = line.contact
    return MatchRow(
        str(contact.table_number),
        contact.employer,
        ", ".join(line.representatives),
        badge_label(contact.badge_number),
        contact.candidate,
        _route(line),
    )


def _route(line: MatchLine) -> str:
    """How to reach somebody, by the way they chose and no other."""
    contact = line.contact
    ways = {
        RouteKind.DIRECT: _("directly"),
        RouteKind.COMPANION: _("through the companion"),
        RouteKind.ORGANISATION: _("through an organisation"),
    }
    named = _("through {name}").format(name=contact.through) if contact.through else ""
    details = [part for part in (contact.phone, contact.email) if part]
    if contact.route is RouteKind.DIRECT and not details:
        details = [_("no details are known")]
    return " · ".join((named or ways[contact.route], *details))


def _nothing(_value: object) -> None:
    """Before a view is there, nothing is shown."""
