"""Fixtures: a real encrypted file, and a clock that tests move by hand."""

import gc
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kiosk.data.cipher import FileKey
from kiosk.data.eventfile import EventFile, create_event_file, open_unlocked
from kiosk.data.unlocking import unlock
from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from tests.helpers.days import MORNING, PASSPHRASE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# At home hypothesis looks further each time; a gate must give the same answer twice.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session", autouse=True)
def collection_by_hand() -> Iterator[None]:
    """As the program does: a worker thread that collects could destroy a widget there."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def nothing_left_of_a_module() -> Iterator[None]:
    """Windows that outlive their tests would be dressed anew in every later one.

    A signal that is connected to a lambda keeps what that knows for as long as the window lives.
    Each module begins in Dutch, whatever the one before it spoke.
    """
    use_language("nl")
    yield
    if "PySide6.QtWidgets" in sys.modules:
        _close_windows()
    gc.collect()


def _close_windows() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if isinstance(QApplication.instance(), QApplication):
        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def collected_on_the_main_thread() -> Iterator[None]:
    """What a test leaves behind goes here and now."""
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def no_unexpected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in a log that no test asked for is a fault."""
    yield
    records = caplog.get_records("call")
    unexpected = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    assert not unexpected, unexpected


@pytest.fixture
def clock() -> SimulatedClock:
    """Half past one in the afternoon is half an hour away."""
    return SimulatedClock(MORNING)


@pytest.fixture(scope="session")
def empty_event(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FileKey]:
    """Made once: deriving a key is slow on purpose, and a copy is as real as the first."""
    path = tmp_path_factory.mktemp("empty") / "dag.stoelendans"
    create_event_file(path, PASSPHRASE).close()
    return path, unlock(path, PASSPHRASE)


@pytest.fixture
def event_file(tmp_path: Path, empty_event: tuple[Path, FileKey]) -> Iterator[EventFile]:
    """An empty, encrypted event file."""
    empty, key = empty_event
    file = open_unlocked(Path(shutil.copy(empty, tmp_path)), key)
    yield file
    file.close()


@pytest.fixture
def units(event_file: EventFile) -> UnitFactory:
    """Transactions on that file."""
    return event_file.unit
