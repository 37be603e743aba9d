"""A long day: thousands of calls into Qt and a thousand scans leave nothing behind.

One release of PySide6 lost a reference to None with each void call and died of it after some
thousands; see the bounds in pyproject.toml.
"""

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SystemClock
from kiosk.domain.verdicts import VerdictCode
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from kiosk.ui.desk.presenter import DeskPresenter
from kiosk.ui.desk.station import DeskStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import small_day

CALLS = 20_000
SCANS = 1_000
FIRST = 200
"""Scans after which caches are warm; only what comes later counts as growth."""
MEMORY = Path("/proc/self/statm")
PAGE = 4096
MOST_GROWTH = 8 * 2**20


def resident() -> int:
    """Bytes of memory in use, once garbage is gone."""
    gc.collect()
    return int(MEMORY.read_text(encoding="ascii").split()[1]) * PAGE


def test_void_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.update()
    assert abs(sys.getrefcount(None) - before) < CALLS // 100


@pytest.mark.skipif(not MEMORY.exists(), reason="reads memory from /proc")
def test_a_thousand_scans_do_not_grow_the_program(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory
) -> None:
    use_language("nl")
    apply_theme(qapp)
    with units() as unit:
        codes = list(small_day(unit, candidates=30).values())
        unit.commit()
    worker = DatabaseWorker(units)
    desk = DeskStation(DeskPresenter(worker, SystemClock(), station="desk 1"))
    verdicts: list[VerdictCode] = []
    desk.judged.connect(lambda verdict: verdicts.append(verdict.code))
    qtbot.addWidget(desk)
    desk.resize(1366, 704)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.refresh()

    def scan(first: int, last: int) -> None:
        for number in range(first, last):
            desk.take_scan(codes[number % len(codes)])
            worker.drain()
            qapp.processEvents()

    scan(0, FIRST)
    memory, nones = resident(), sys.getrefcount(None)
    scan(FIRST, SCANS)

    assert resident() - memory < MOST_GROWTH
    assert sys.getrefcount(None) > nones - SCANS
    assert len(verdicts) == SCANS
    assert verdicts.count(VerdictCode.WELCOME) == len(codes)
    worker.close()
