"""Every figure is printed beside its floor: what this machine must do at least, in the same run.

These machines are noisy, so the ratio counts and not the milliseconds.
"""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.days import BigDay, big_day

SIZES = (2_000, 20_000)


@dataclass(frozen=True)
class Figure:
    """One measured thing beside its floor, in seconds."""

    name: str
    ours: list[float]
    floor: list[float]
    floor_name: str
    aim: str


FIGURES: list[Figure] = []


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


def percentile(ordered: list[float], share: int) -> float:
    """The value below which that share of the ordered values lies."""
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
