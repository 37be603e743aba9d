"""Scan → verdict, beside a bare durable commit of the same rows through the bare driver."""

from collections.abc import Callable
from itertools import islice
from time import perf_counter
from uuid import uuid4

from benchmarks.days import BigDay
from kiosk.domain.clock import SystemClock
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.check_in import scan

SCANS = 1000


def test_scan_to_verdict(day: BigDay, figure: Callable[..., None]) -> None:
    clock = SystemClock()
    codes = list(islice(day.codes.items(), 2 * SCANS))
    ours, floor = [], []
    # Turn by turn, so that a slow moment of the machine meets both.
    for (_, code), (attendee, _) in zip(codes[:SCANS], codes[SCANS:], strict=True):
        begun = perf_counter()
        verdict = scan(day.file.unit(), clock, code, station="desk 1", volunteer="Els")
        ours.append(perf_counter() - begun)
        assert verdict.code is VerdictCode.WELCOME
        floor.append(bare_commit(day, attendee.hex))
    name = f"scan → verdict, {len(day.codes):,} attendees"
    figure(name, ours, floor, "bare durable commit of the same rows", "under 2 ×")


def bare_commit(day: BigDay, attendee: str) -> float:
    """The same two rows with the same indexes, by hand; seconds from first word to durable.

    The journal row is taken back afterwards, outside the measurement, to keep its chain whole.
    """
    connection = day.file._connection
    moment = "2023-03-21 13:02:00.000000"
    sequence = connection.execute("SELECT max(sequence) + 1 FROM journal").fetchone()[0]
    subjects, facts = f'["{uuid4()}"]', '{"verdict": "welcome"}'
    begun = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO check_in VALUES (?, ?, ?, ?)", (attendee, moment, "desk 1", "Els")
    )
    connection.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sequence, moment, "desk 1", "scan", subjects, facts, "0" * 64),
    )
    connection.execute("COMMIT")
    seconds = perf_counter() - begun
    connection.execute("DELETE FROM journal WHERE sequence = ?", (sequence,))
    return seconds
