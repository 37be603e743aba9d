"""An afternoon at the desk in the whole program: everything a volunteer can do, on a real file."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app.demo import PASSPHRASE, demo_start, make_demo
from kiosk.app.program import Program
from kiosk.app.registration import Chance
from kiosk.app.start import make_application
from kiosk.data.eventfile import EventFile, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.codes import new_code
from kiosk.domain.people import Attendee, ConsentKind, Side, Standing
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import use_language
from kiosk.services.desk.check_in import DeskPost, scan
from kiosk.ui.desk.scanner.presenter import TEST_CODE
from kiosk.ui.desk.screen import Left
from tests.helpers.days import MORNING

LAPTOP = (1366, 768)


@pytest.fixture(scope="module")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = make_demo(tmp_path_factory.mktemp("demo"), SimulatedClock(MORNING), Chance.seeded(7))
    file.close()
    return file.path


class Desk:
    """The running program with a volunteer at it."""

    def __init__(self, program: Program, file: EventFile, clock: SimulatedClock) -> None:
        self.program, self.file, self.clock = program, file, clock
        self.presenter = program.stations.desk_presenter
        self.front = program.stations.desk._front

    def settle(self) -> None:
        self.program.worker.drain()
        QApplication.processEvents()

    def scan(self, code: str) -> VerdictCode | None:
        """A badge under the scanner."""
        self.clock.advance(3)
        self.program.window.route_scan(code)
        self.settle()
        return self.verdict

    @property
    def verdict(self) -> VerdictCode | None:
        answer = self.presenter.screen.answer
        return answer.code if isinstance(answer, Verdict) else None

    def press(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or QApplication.focusWidget(), key)
        self.settle()

    def people(self, side: Side = Side.CANDIDATE) -> list[tuple[Attendee, str]]:
        """Everybody of a side who is expected, with the badge code."""
        with self.file.unit() as unit:
            codes = unit.people.codes()
            expected = [a for a in unit.people.all() if a.standing is Standing.EXPECTED]
        return [(a, codes[a.id]) for a in expected if a.side is side]

    def change(self, attendee: Attendee, **values: object) -> None:
        with self.file.unit() as unit:
            unit.people.save(replace(attendee, **values))  # type: ignore[arg-type]
            unit.commit()

    def is_here(self, attendee_id: UUID) -> bool:
        with self.file.unit() as unit:
            return attendee_id in unit.people.present()


@pytest.fixture
def desk(demo_path: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    file = open_event_file(Path(shutil.copy(demo_path, tmp_path / demo_path.name)), PASSPHRASE)
    make_application()
    use_language("nl")
    clock = SimulatedClock(demo_start(file.unit()))
    program = Program(file, clock, show_paper=lambda _path: None, own_file=False)
    with qtbot.waitActive(program.window):
        program.start()
    program.window.showNormal()
    program.window.resize(*LAPTOP)
    running = Desk(program, file, clock)
    running.settle()
    yield running
    program.window.close()
    program.close()
    file.close()


def test_somebody_leaves_and_comes_back(desk: Desk) -> None:
    who, code = desk.people()[0]
    assert desk.scan(code) is VerdictCode.WELCOME
    assert desk.scan(code) is VerdictCode.ALREADY_HERE
    desk.press(Qt.Key.Key_F6)
    assert isinstance(desk.presenter.screen.answer, Left)
    assert not desk.is_here(who.id)
    assert desk.scan(code) is VerdictCode.WELCOME_BACK
    assert desk.is_here(who.id)


def test_a_missing_yes_and_a_cancelled_visitor_are_settled_with_one_key(desk: Desk) -> None:
    (silent, silent_code), (gone, gone_code) = desk.people()[:2]
    with desk.file.unit() as unit:
        unit.people.set_consent(silent.id, ConsentKind.TAKE_PART, False, MORNING)
        unit.commit()
    desk.change(gone, standing=Standing.CANCELLED)
    for code, refused in (
        (silent_code, VerdictCode.CONSENT_MISSING),
        (gone_code, VerdictCode.NOT_COMING),
    ):
        assert desk.scan(code) is refused
        desk.press(Qt.Key.Key_F7)
        assert desk.verdict is VerdictCode.WELCOME
    desk.scan(new_code())
    desk.press(Qt.Key.Key_F7)
    assert desk.verdict is VerdictCode.OTHER_EVENT, "there is nobody to say yes"


def test_a_lost_badge_is_replaced_and_the_old_one_refused(desk: Desk) -> None:
    who, old = desk.people()[0]
    desk.scan(old)
    desk.press(Qt.Key.Key_F4)
    panel = desk.front.panel
    assert panel is not None
    for _press in range(2):
        panel._replace.click()
        desk.settle()
    with desk.file.unit() as unit:
        new = unit.people.codes()[who.id]
    assert new != old
    assert desk.scan(old) is VerdictCode.REPLACED_BADGE
    assert desk.scan(new) is VerdictCode.ALREADY_HERE


def test_a_scan_in_the_middle_of_a_form_is_answered_and_the_form_is_kept(desk: Desk) -> None:
    _who, code = desk.people()[0]
    desk.press(Qt.Key.Key_F5)
    QTest.keyClicks(QApplication.focusWidget(), "Ama")
    field = QApplication.focusWidget()
    assert desk.scan(code) is VerdictCode.WELCOME
    assert desk.front.currentWidget() is desk.front.card
    desk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field
    assert field.text() == "Ama"


def test_another_desk_s_welcome_shows_here_without_a_key(desk: Desk, tmp_path: Path) -> None:
    (_who, code), (other, other_code) = desk.people()[:2]
    before = desk.presenter.screen.state
    elsewhere = open_event_file(desk.file.path, PASSPHRASE)
    scan(elsewhere.unit(), desk.clock, code, desk=DeskPost("desk 2", "Noor"))
    elsewhere.close()
    desk.presenter.look_around()
    desk.settle()
    after = desk.presenter.screen.state
    assert before is not None
    assert after is not None
    assert after.candidates.here == before.candidates.here + 1
    assert desk.scan(code) is VerdictCode.ALREADY_HERE
    assert "balie 2, door Noor" in desk.front.card.accessibleName()
    assert desk.scan(other_code) is VerdictCode.WELCOME
    assert desk.is_here(other.id)


def test_the_scanner_is_tried_out_without_checking_anybody_in(desk: Desk) -> None:
    who, code = desk.people()[0]
    desk.program._panels.open_device("scanner")
    desk.scan(TEST_CODE)
    desk.scan(code)
    assert not desk.is_here(who.id)
    desk.press(Qt.Key.Key_Escape)
    assert desk.scan(code) is VerdictCode.WELCOME


def test_closing_the_day_takes_the_pin_and_refuses_who_comes_later(
    desk: Desk, qtbot: QtBot
) -> None:
    (_early, first), (_late, second) = desk.people()[:2]
    assert desk.scan(first) is VerdictCode.WELCOME
    desk.program._panels.open_device("settings")
    desk.settle()
    setup = desk.front.panel
    assert setup is not None
    setup._close_day.click()
    desk.settle()
    assert desk.scan(second) is VerdictCode.WELCOME, "without the PIN nothing is closed"
    desk.press(Qt.Key.Key_Escape)
    setup._secret.setText(PASSPHRASE)
    setup._unlock.click()
    qtbot.waitUntil(lambda: setup._presenter.screen.unlocked)
    setup._close_day.click()
    desk.settle()
    _last, third = desk.people()[2]
    assert desk.scan(third) is VerdictCode.EVENT_CLOSED
    assert desk.scan(first) is VerdictCode.ALREADY_HERE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_at_the_desk_makes_the_page_scroll_on_a_laptop(desk: Desk, language: str) -> None:
    desk.program.window.set_language(language)
    page = desk.program.stations.desk.parentWidget().parentWidget()
    assert isinstance(page, QScrollArea)
    (who, code), (_other, other) = desk.people()[:2]
    long = replace(who, chosen_name="Maximiliaan-Alexander", needs="tolk Arabisch, " * 6)
    desk.change(long)
    panels = desk.program._panels

    def type_a_name() -> None:
        desk.presenter.type("so")

    steps = (
        lambda: None,
        lambda: desk.scan(code),
        lambda: desk.scan(code),
        lambda: desk.scan(new_code()),
        lambda: desk.scan("#" * 20),
        type_a_name,
        lambda: desk.presenter.type("nobody at all"),
        panels.open_walk_in,
        lambda: panels.open_person(who.id),
        panels.open_call_list,
        *(lambda device=device: panels.open_device(device) for device in ("scanner", "printer")),
        lambda: panels.open_device("settings"),
        panels.toggle_camera,
        lambda: desk.scan(other),
        panels.toggle_camera,
    )
    for number, step in enumerate(steps):
        step()
        desk.settle()
        QApplication.processEvents()
        assert page.verticalScrollBar().maximum() == 0, f"step {number}"
        assert page.horizontalScrollBar().maximum() == 0, f"step {number}"


def test_what_was_set_beside_the_settings_meanwhile_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.program._panels.open_device("settings")
    desk.settle()
    setup = desk.front.panel
    assert setup is not None
    setup._secret.setText(PASSPHRASE)
    setup._unlock.click()
    qtbot.waitUntil(lambda: setup._presenter.screen.unlocked)
    desk.presenter.change_settings(replace(desk.presenter.screen.settings, mirrored=False))
    desk.settle()
    setup._idle.setValue(12)
    desk.settle()
    kept = desk.presenter.screen.settings
    assert (kept.idle_minutes, kept.mirrored) == (12, False)


def test_a_scan_at_any_field_of_any_panel_leaves_the_field_as_it_was(desk: Desk) -> None:
    (who, code), (_other, other) = desk.people()[:2]
    assert desk.scan(code) is VerdictCode.WELCOME
    panels = desk.program._panels
    tried = 0
    for open_panel in (
        panels.open_walk_in,
        lambda: panels.open_person(who.id),
        panels.open_call_list,
        lambda: panels.open_device("settings"),
    ):
        open_panel()
        desk.settle()
        panel = desk.front.panel
        assert panel is not None
        fields = [field for field in panel.findChildren(QLineEdit) if field.isEnabled()]
        for field in fields:
            desk.front.uncover()
            field.setFocus()
            if QApplication.focusWidget() is not field:
                continue
            desk.clock.advance(5)
            before = field.text()
            QTest.keyClicks(field, (code if tried % 2 else other) + "\r")
            desk.settle()
            assert field.text() == before
            assert desk.presenter.screen.scanner_heard == desk.clock.now()
            tried += 1
    assert tried >= 8
    assert desk.presenter.post.volunteer == ""
