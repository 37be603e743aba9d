"""The programme at the host's left hand: the whole day in sight, no title cut."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.services.conductor_state import PhaseStanding
from kiosk.ui.conductor.programme_list import PhaseLine, ProgrammeList
from kiosk.ui.conductor.state import PhaseLineFace
from kiosk.ui.theme.style import apply_theme

LONG = "Welkom, werk en herstel, getuigenissen"


@pytest.fixture
def programme(qtbot: QtBot, qapp: QApplication) -> Iterator[ProgrammeList]:
    apply_theme(qapp)
    programme = ProgrammeList()
    programme.resize(378, 662)
    yield programme
    shiboken6.delete(programme)


def day(rounds: int) -> tuple[PhaseLineFace, ...]:
    coming = PhaseStanding.COMING
    lines = [PhaseLineFace("14:00", LONG, "20:00", coming, small=False)]
    for number in range(1, rounds + 1):
        lines.append(PhaseLineFace("14:20", f"Ronde {number}", "7:00", coming, small=False))
        lines.append(PhaseLineFace("14:27", "Wisseltijd", "1:00", coming, small=True))
    return tuple(lines)


def show(programme: ProgrammeList, rounds: int) -> list[PhaseLine]:
    programme.show()
    programme.show_lines(day(rounds))
    QApplication.processEvents()
    programme.grab()
    return programme.findChildren(PhaseLine)


def test_a_day_that_fits_needs_no_scroll_bar_whatever_was_shown_before(
    programme: ProgrammeList, qtbot: QtBot
) -> None:
    bar = programme._scroll.verticalScrollBar()
    show(programme, 30)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    show(programme, 9)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_short_day_has_higher_lines_than_a_long_one(programme: ProgrammeList) -> None:
    short = show(programme, 3)[1].height()
    assert short > show(programme, 12)[1].height()


def test_a_long_title_takes_more_lines_at_its_own_size(programme: ProgrammeList) -> None:
    fitted = show(programme, 9)[0]._title._fitted
    assert fitted is not None
    assert fitted.whole
    assert len(fitted.lines) == 2
    assert fitted.font.pixelSize() == 18
