"""Every figure is printed beside its floor: what this machine must do at least, in the same run.

These machines are noisy, so the ratio counts and not the milliseconds.
"""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.days import BigDay, big_day
from benchmarks.plan_figures import PLANS, write_plans

SIZES = (2_000, 20_000)


@dataclass(frozen=True)
class Figure:
    """One measured thing beside its floor, in seconds."""

    name: str
    ours: list[float]
    floor: list[float]
    floor_name: str
    aim: str


@dataclass(frozen=True)
class Rate:
    """Of how many frames the code was read: by the floor, and by us in more and more time."""

    name: str
    frames: int
    plain: int
    first: int
    soon: int
    file: int


FIGURES: list[Figure] = []
RATES: list[Rate] = []


@pytest.fixture(scope="session", autouse=True)
def collection_by_hand() -> Iterator[None]:
    """As in the program: what is collected on the worker's thread could be a widget."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected_on_the_main_thread() -> None:
    """What one benchmark leaves behind is not paid for by the next."""
    gc.collect()


@pytest.fixture
def figure() -> Callable[..., None]:
    """Note a figure for the table at the end."""

    def note(name: str, ours: list[float], floor: list[float], floor_name: str, aim: str) -> None:
        FIGURES.append(Figure(name, sorted(ours), sorted(floor), floor_name, aim))

    return note


@pytest.fixture
def rate() -> Callable[[Rate], None]:
    """Note a decode rate for the table at the end."""
    return RATES.append


@pytest.fixture(scope="module", params=SIZES)
def day(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BigDay]:
    """An encrypted event with that many attendees."""
    folder: Path = tmp_path_factory.mktemp("day")
    built = big_day(folder / "groot.stoelendans", request.param)
    yield built
    built.file.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("figures beside their floor (milliseconds)")
    head = (
        f"{'figure':<44}{'p50':>9}{'p95':>9}   {'floor p50':>9}{'p95':>9}{'ratio':>8}   floor · aim"
    )
    terminalreporter.write_line(head)
    for row in FIGURES:
        ours, floor = percentile(row.ours, 50), percentile(row.floor, 50)
        terminalreporter.write_line(
            f"{row.name:<44}{ours * 1e3:9.3f}{percentile(row.ours, 95) * 1e3:9.3f}   "
            f"{floor * 1e3:9.3f}{percentile(row.floor, 95) * 1e3:9.3f}{ours / floor:8.2f}   "
            f"{row.floor_name} · {row.aim}"
        )
    if RATES:
        write_rates(terminalreporter)
    if PLANS:
        write_plans(terminalreporter)


def write_rates(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("codes read, of so many frames")
    head = f"{'frames':<20}{'of':>4}{'plain':>8}{'ours: 1 frame':>15}{'15 frames':>11}{'file':>7}"
    terminalreporter.write_line(head)
    for row in RATES:
        terminalreporter.write_line(
            f"{row.name:<20}{row.frames:>4}{row.plain:>8}{row.first:>15}{row.soon:>11}{row.file:>7}"
        )


def percentile(ordered: list[float], share: int) -> float:
    """The value below which that share of the ordered values lies."""
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
