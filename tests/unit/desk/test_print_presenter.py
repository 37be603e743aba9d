"""Printing at the desk without a screen: what is shown, what is asked for, what is kept."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.errors import Refusal
from kiosk.domain.print_jobs import Paper, PrintJob, PrintState, PrintTrouble
from kiosk.i18n import speaking
from kiosk.services.desk import print_queue as queue
from kiosk.services.ports import UnitFactory, UnitOfWork
from kiosk.ui.desk.printing.presenter import PrintPresenter
from kiosk.ui.desk.printing.state import LightState, PrinterLight, PrintScreen, Trial
from kiosk.ui.desk.printing.wording import light_saying, line_detail, line_saying, news
from kiosk.ui.devices.printer import Printers
from tests.helpers.days import small_day

Answer = TypeVar("Answer")
DESK = "desk 1"
OFFICE = Printers(("Office", "Badges"), "Office")


class AsksAtOnce:
    """Answers on the spot, so that a test needs no thread."""

    def __init__(self, units: UnitFactory) -> None:
        self._units = units
        self.asked: list[object] = []

    def ask(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        self.asked.append(use_case)
        then(use_case(self._units()))

    ask_aside = ask


class Papers:
    """Notes what the presenter wants of whoever prints."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def nudge(self) -> None:
        self.calls.append("nudge")

    def look(self) -> None:
        self.calls.append("look")

    def try_out(self) -> None:
        self.calls.append("try out")


@pytest.fixture
def papers() -> Papers:
    return Papers()


@pytest.fixture
def people(units: UnitFactory) -> list[UUID]:
    with units() as unit:
        codes = small_day(unit)
        unit.commit()
    return list(codes)


@pytest.fixture
def ask(units: UnitFactory, clock: SimulatedClock) -> Callable[[UUID], PrintJob]:
    def ask(who: UUID) -> PrintJob:
        clock.advance(1)
        return queue.ask_for(units(), clock, Paper.BADGE, who, station=DESK)

    return ask


@pytest.fixture
def presenter(units: UnitFactory, clock: SimulatedClock, papers: Papers) -> PrintPresenter:
    return PrintPresenter(AsksAtOnce(units), clock, papers, station=DESK)


def words(screen: PrintScreen) -> str:
    with speaking("en"):
        return news(screen).words


def test_watching_reads_the_queue_and_looks_for_printers(presenter, papers, people, ask):
    ask(people[0])
    presenter.watch()
    assert papers.calls == ["look"]
    assert presenter.screen.queue is not None
    assert [line.badge_number for line in presenter.screen.queue.lines] == [1]


def test_a_desk_that_does_not_look_reads_only_how_it_goes(presenter, people, ask):
    ask(people[0])
    presenter.refresh()
    assert presenter.screen.queue is None
    assert presenter.screen.light == PrinterLight(LightState.PRINTING, 1)
    presenter.watch()
    presenter.look_away()
    ask(people[1])
    presenter.refresh()
    assert presenter.screen.queue is not None
    assert len(presenter.screen.queue.lines) == 1


def test_printing_again_asks_for_a_new_job_and_nudges(units, clock, presenter, papers, people, ask):
    job = ask(people[0])
    queue.sent(units(), clock, job.id)
    presenter.watch()
    presenter.again(job.id)
    assert papers.calls == ["look", "nudge"]
    assert presenter.screen.queue is not None
    states = sorted(line.state for line in presenter.screen.queue.lines)
    assert states == [PrintState.QUEUED, PrintState.REPRINTED]


def test_a_cancelled_job_is_shown_as_cancelled(presenter, people, ask):
    job = ask(people[0])
    presenter.watch()
    presenter.cancel(job.id)
    assert presenter.screen.queue is not None
    assert presenter.screen.queue.lines[0].state is PrintState.CANCELLED
    assert presenter.screen.light.state is LightState.UNKNOWN


def test_choices_are_kept_one_by_one(presenter):
    kept: list[DeskSettings] = []
    presenter.settings_changed = kept.append
    presenter.take_settings(DeskSettings(camera="Webcam"))
    presenter.choose_printer("Badges")
    presenter.print_badges(PaperOnScan.FIRST_TIME)
    presenter.print_route_cards(PaperOnScan.ALWAYS)
    presenter.print_route_cards(PaperOnScan.ALWAYS)
    assert len(kept) == 3
    assert kept[-1] == DeskSettings(
        PaperOnScan.FIRST_TIME, PaperOnScan.ALWAYS, printer="Badges", camera="Webcam"
    )


@pytest.mark.parametrize(
    ("printers", "chosen", "state"),
    [
        (None, "", LightState.UNKNOWN),
        (OFFICE, "", LightState.READY),
        (OFFICE, "Badges", LightState.READY),
        (OFFICE, "Unplugged", LightState.NO_PRINTER),
        (Printers(), "", LightState.NO_PRINTER),
        (Printers(("Office",)), "", LightState.NO_PRINTER),
    ],
)
def test_the_light_tells_whether_the_chosen_printer_is_there(
    printers: Printers | None, chosen: str, state: LightState
):
    screen = PrintScreen(printers=printers, settings=DeskSettings(printer=chosen))
    assert screen.light.state is state


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (queue.PrintStanding(), "Printer ready"),
        (queue.PrintStanding(waiting=1), "1 paper to print"),
        (queue.PrintStanding(waiting=3, failed=1), "1 print failed"),
        (queue.PrintStanding(waiting=3, no_printer=True), "No printer · 3 wait"),
    ],
)
def test_the_light_says_the_most_urgent_thing(standing: queue.PrintStanding, said: str):
    screen = PrintScreen(standing=standing, printers=OFFICE)
    with speaking("en"):
        assert light_saying(screen.light).words == said


def test_without_a_printer_the_panel_says_that_nothing_is_lost():
    screen = PrintScreen(standing=queue.PrintStanding(3, no_printer=True))
    assert words(screen).startswith("No printer: 3 papers wait, nothing is lost.")
    assert "nothing is lost" in words(PrintScreen(printers=Printers()))


def test_the_light_is_told_only_when_it_changes(presenter, people, ask):
    lights: list[PrinterLight] = []
    presenter.light_changed = lights.append
    presenter.take_printers(OFFICE)
    presenter.refresh()
    ask(people[0])
    presenter.refresh()
    presenter.refresh()
    assert [light.state for light in lights] == [LightState.READY, LightState.PRINTING]


def test_a_test_page_is_followed_to_its_end(presenter, papers):
    presenter.try_out()
    assert (papers.calls, presenter.screen.trial) == (["try out"], Trial.ON_ITS_WAY)
    presenter.take_trial(False)
    assert "not printed" in words(presenter.screen)
    presenter.take_trial(True)
    assert "sent" in words(presenter.screen)


@pytest.mark.parametrize("state", PrintState)
@pytest.mark.parametrize("trouble", PrintTrouble)
def test_every_state_has_words_a_colour_and_an_icon(
    presenter, people, ask, state: PrintState, trouble: PrintTrouble
):
    ask(people[0])
    presenter.watch()
    shown = presenter.screen.queue
    assert shown is not None
    line = shown.lines[0]
    told = line_saying(_with(line, state, trouble))
    assert all((told.words, told.tone, told.icon))


def _with(line: queue.PrintLine, state: PrintState, trouble: PrintTrouble) -> queue.PrintLine:
    return queue.PrintLine(
        line.job_id, line.attendee_id, line.name, 1, line.paper, state, trouble, line.asked_at
    )


def test_a_paper_asked_for_again_says_so(units, clock, presenter, people, ask):
    job = ask(people[0])
    queue.sent(units(), clock, job.id)
    queue.print_again(units(), clock, job.id)
    presenter.watch()
    shown = presenter.screen.queue
    assert shown is not None
    with speaking("en"):
        details = {line_detail(line, shown.event) for line in shown.lines}
    assert details == {"Badge · again · 13:00", "Badge · 13:00"}
