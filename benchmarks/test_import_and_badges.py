"""The longest work of the evening before: 2,000 people in, 1,000 badges out."""

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.days import somebody
from kiosk.app.registration import import_files
from kiosk.data.eventfile import EventFile, create_event_file
from kiosk.domain.clock import SystemClock
from kiosk.domain.codes import new_code
from kiosk.printing.papers import make_paper
from kiosk.printing.qr import rectangles
from tests.helpers.days import PASSPHRASE, found

PEOPLE = 2_000
BADGES = 1_000
HEAD = ("Voornaam", "Familienaam", "E-mailadres", "Welke talen spreek je?", "Ik neem deel")


@pytest.fixture
def event(tmp_path: Path) -> Iterator[EventFile]:
    file = create_event_file(tmp_path / "groot.stoelendans", PASSPHRASE)
    with file.unit() as unit:
        found(unit)
        unit.commit()
    yield file
    file.close()


def registrations(folder: Path, count: int) -> Path:
    """A form export with that many different people."""
    mill = random.Random(count)
    path = folder / "inschrijvingen.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(HEAD)
        for number in range(count):
            given, family = somebody(mill)
            rows.writerow((given, family, f"{number}@mail.example", "Nederlands", "Ja"))
    return path


def test_import(
    event: EventFile, tmp_path: Path, benchmark: BenchmarkFixture, figure: Callable[..., None]
) -> None:
    path = registrations(tmp_path, PEOPLE)
    benchmark.pedantic(
        lambda: import_files(event.unit(), SystemClock(), [path], station="benchmark"), rounds=1
    )
    with event.unit() as unit:
        assert len(unit.people.all()) == PEOPLE
    floor = [bare_inserts(event) for _ in range(5)]
    ours = list(benchmark.stats.stats.data)
    figure(f"import of {PEOPLE:,} people", ours, floor, "bare inserts of the same rows", "10 s")


def bare_inserts(event: EventFile) -> float:
    """The rows of the tables that an import fills, written once more by hand into copies."""
    driver = event._connection  # noqa: SLF001 - a floor has nothing above it
    tables = ("attendee", "badge_code", "consent", "journal")
    kept = {table: driver.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    begun = perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    for table, rows in kept.items():
        driver.execute(f"CREATE TABLE copy_{table} AS SELECT * FROM {table} WHERE 0")
        marks = ", ".join("?" * len(rows[0]))
        driver.executemany(f"INSERT INTO copy_{table} VALUES ({marks})", rows)
    driver.execute("COMMIT")
    seconds = perf_counter() - begun
    for table in tables:
        driver.execute(f"DROP TABLE copy_{table}")
    return seconds


def test_badges(
    event: EventFile, tmp_path: Path, benchmark: BenchmarkFixture, figure: Callable[..., None]
) -> None:
    path = registrations(tmp_path, BADGES)
    import_files(event.unit(), SystemClock(), [path], station="benchmark")
    make_paper("badges", event.unit(), SystemClock(), "nl")  # fonts are loaded once
    files = benchmark.pedantic(
        lambda: make_paper("badges", event.unit(), SystemClock(), "nl"),
        setup=rectangles.cache_clear,
        rounds=3,
    )
    assert sum(file.count for file in files) == BADGES
    floor = [qr_codes() for _ in range(3)]
    ours = list(benchmark.stats.stats.data)
    figure(f"{BADGES:,} badges as PDF", ours, floor, "their QR codes alone", "10 s")


def qr_codes() -> float:
    """As many QR codes as there are badges, without paper."""
    begun = perf_counter()
    for _ in range(BADGES):
        rectangles(new_code())
    return perf_counter() - begun
