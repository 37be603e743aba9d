"""The programme at the host's left hand: the whole day in sight, no title cut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.services.conductor_state import PhaseStanding
from kiosk.ui.conductor.programme_list import PhaseLine, ProgrammeList
from kiosk.ui.conductor.state import PaceFace, PhaseLineFace
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


def test_a_whole_day_is_in_sight_on_a_small_laptop_with_how_it_runs(
    programme: ProgrammeList,
) -> None:
    coming = PhaseStanding.COMING
    titles = ("Onthaal", LONG, *("Ronde 1",) * 8, "Pauze", "Interesse invullen", "Samen vieren")
    programme.resize(378, 521)
    programme.show_pace(PaceFace("6 min achter", "warn", "Einde 16:33, 6 min achter"))
    programme.show()
    programme.show_lines(
        tuple(PhaseLineFace("13:30", title, "20:00", coming, small=False) for title in titles)
    )
    QApplication.processEvents()
    needed = sum(line.height() for line in programme.findChildren(PhaseLine))
    assert needed <= programme._scroll.viewport().height()


def test_a_short_day_has_higher_lines_than_a_long_one(programme: ProgrammeList) -> None:
    short = show(programme, 3)[1].height()
    assert short > show(programme, 12)[1].height()


def test_a_long_title_takes_more_lines_at_its_own_size(programme: ProgrammeList) -> None:
    fitted = show(programme, 9)[0]._title._fitted
    assert fitted is not None
    assert fitted.whole
    assert len(fitted.lines) == 2
    assert fitted.font.pixelSize() == 18


def test_a_changeover_that_runs_is_as_large_as_any_other_part(programme: ProgrammeList) -> None:
    show(programme, 4)
    lines = [
        replace(face, standing=PhaseStanding.RUNNING) if at == 2 else face
        for at, face in enumerate(day(4))
    ]
    programme.show_lines(tuple(lines))
    QApplication.processEvents()
    programme.grab()
    shown = programme.findChildren(PhaseLine)
    sizes = [line._title.fontMetrics().height() for line in shown]
    assert sizes[2] == sizes[1] > sizes[4]
    assert shown[2].height() == shown[1].height() > shown[4].height()


def test_a_skipped_part_has_no_time_at_which_it_would_begin(programme: ProgrammeList) -> None:
    show(programme, 4)
    lines = [
        replace(face, standing=PhaseStanding.SKIPPED) if at == 3 else face
        for at, face in enumerate(day(4))
    ]
    programme.show_lines(tuple(lines))
    skipped = programme.findChildren(PhaseLine)[3]
    assert not skipped._starts.text()
    assert skipped.accessibleName() == "Ronde 2 7:00 overgeslagen"


class Counts(QObject):
    """How often something was laid out anew below a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.layouts: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.layouts.append(repr(watched))
        return False


@pytest.mark.parametrize("rounds", [9, 30])
def test_showing_the_same_day_again_lays_out_nothing(
    programme: ProgrammeList, qapp: QApplication, rounds: int
) -> None:
    show(programme, rounds)
    show(programme, rounds)
    counts = Counts()
    qapp.processEvents()
    qapp.installEventFilter(counts)
    programme.show_lines(day(rounds))
    qapp.processEvents()
    qapp.removeEventFilter(counts)
    assert counts.layouts == []


def heights(programme: ProgrammeList, rounds: int) -> list[int]:
    show(programme, rounds)
    return [line.height() for line in programme._lines]


def test_lines_are_as_high_as_in_a_new_list_whatever_was_shown_before(
    programme: ProgrammeList, qapp: QApplication
) -> None:
    fresh = heights(programme, 9)
    programme.resize(300, 400)
    crowded = heights(programme, 9)
    assert crowded != fresh
    heights(programme, 30)
    programme.resize(378, 662)
    apply_theme(qapp, 2.0)
    assert heights(programme, 9) != fresh
    apply_theme(qapp)
    heights(programme, 9)
    assert heights(programme, 9) == fresh
    programme.resize(300, 400)
    assert heights(programme, 9) == crowded
