"""The window around the stations: tabs, lock, notices, language, scans from anywhere."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import N_, _, use_language
from kiosk.ui.shell import Page, ShellWindow
from kiosk.ui.shell_header import ShellHeader
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import an_event


class Station(QLabel):
    """A page that counts what it is asked."""

    def __init__(self) -> None:
        super().__init__("Samira B.")
        self.refreshed = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def refresh(self) -> None:
        self.refreshed += 1

    def retranslate(self) -> None:
        self.setText(_("Undo"))


class ScanningStation(Station):
    def __init__(self) -> None:
        super().__init__()
        self.scans: list[str] = []

    def take_scan(self, text: str) -> None:
        self.scans.append(text)


class Answers:
    """Knows one passphrase, and answers at once."""

    has_pin = False

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        then(secret == "open up")


@pytest.fixture
def pages() -> list[Page]:
    desk, host, interest = ScanningStation(), Station(), ScanningStation()
    return [
        Page("desk", N_("Undo"), desk, take_scan=desk.take_scan, refresh=desk.refresh),
        Page("host", N_("Back"), host, refresh=host.refresh),
        Page("interest", N_("Lock"), interest, interest.take_scan, for_visitors=True),
    ]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, pages: list[Page]) -> Iterator[ShellWindow]:
    apply_theme(qapp)
    use_language("en")
    clock = SimulatedClock(datetime(2023, 3, 21, 13, 2, tzinfo=UTC))
    window = ShellWindow(pages, clock, an_event(), Answers())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    yield window
    use_language("nl")


def press(window: ShellWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)


def words(window: ShellWindow) -> str:
    """Everything that can be read."""
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def scans(pages: list[Page]) -> list[list[str]]:
    return [page.widget.scans for page in pages if isinstance(page.widget, ScanningStation)]


def test_the_header_says_which_event_and_the_venues_time(window: ShellWindow) -> None:
    assert "Careerdating Gent" in words(window)
    assert "14:02" in words(window)


def test_keys_change_the_page_and_it_reads_its_state_anew(
    window: ShellWindow, pages: list[Page]
) -> None:
    press(window, Qt.Key.Key_2)
    assert window.current_key == "host"
    assert isinstance(pages[1].widget, Station)
    assert pages[1].widget.refreshed == 1
    assert QApplication.focusWidget() is pages[1].widget


def test_a_scan_goes_to_the_page_in_front_that_takes_scans(
    window: ShellWindow, pages: list[Page]
) -> None:
    window.show_page("interest")
    window.route_scan("CODE")
    assert scans(pages) == [[], ["CODE"]]


def test_a_scan_on_any_other_page_shows_the_desk(window: ShellWindow, pages: list[Page]) -> None:
    window.show_page("host")
    window.route_scan("CODE")
    assert scans(pages) == [["CODE"], []]
    assert window.current_key == "desk"


def test_the_lock_hides_every_name_at_once(window: ShellWindow) -> None:
    assert "Samira" in words(window)
    press(window, Qt.Key.Key_L)
    assert window.locked
    assert "Samira" not in words(window)
    press(window, Qt.Key.Key_2)
    assert window.current_key == "desk"


def test_while_locked_a_scan_counts_at_the_desk_and_shows_a_word_only(
    window: ShellWindow, pages: list[Page]
) -> None:
    window.show_page("interest")
    window.lock()
    window.route_scan("CODE")
    window.note_verdict(Verdict(VerdictCode.WELCOME, datetime(2023, 3, 21, tzinfo=UTC)))
    assert scans(pages) == [["CODE"], []]
    assert "Welcome" in words(window)
    assert window.current_key == "interest"


def test_only_the_passphrase_opens_the_lock(window: ShellWindow) -> None:
    window.lock()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "let me in\r")
    assert window.locked
    assert "not the passphrase" in words(window)
    field.selectAll()
    QTest.keyClicks(field, "open up\r")
    assert not window.locked
    assert field.text() == ""


def test_visitors_see_no_tabs_and_leave_with_the_passphrase_only(window: ShellWindow) -> None:
    window.show_page("interest")
    assert not window.findChild(ShellHeader).isVisible()
    press(window, Qt.Key.Key_2)
    assert window.locked
    field = window.findChild(QLineEdit)
    QTest.keyClicks(field, "let me in")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.current_key == "interest"
    field.clear()
    QTest.keyClicks(field, "open up")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (window.current_key, window.locked) == ("host", False)
    assert window.findChild(ShellHeader).isVisible()


def test_a_visitor_who_asked_by_mistake_goes_back(window: ShellWindow) -> None:
    window.show_page("interest")
    window.leave_for("desk")
    back = next(b for b in window.findChildren(QPushButton) if b.text() == "Back" and b.isVisible())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (window.current_key, window.locked) == ("interest", False)


def test_a_lock_from_a_page_with_names_offers_no_way_back(window: ShellWindow) -> None:
    window.show_page("interest")
    window.leave_for("desk")
    window._uncover()
    window.show_page("host")
    window.lock()
    shown = [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]
    assert shown == ["Unlock"]


def test_while_locked_a_notice_waits_for_whoever_may_read_it(window: ShellWindow) -> None:
    window.lock()
    window.tell("Samira's badge is printed.")
    assert "Samira" not in window._notices.accessibleName()
    window._uncover()
    assert "Samira's badge is printed." in words(window)


def test_a_refusal_is_told_without_stopping_anyone(window: ShellWindow, qtbot: QtBot) -> None:
    window.tell_refusal(Refusal(RefusalCode.NO_PLAN))
    assert "There is no plan yet" in words(window)
    close = next(
        button
        for button in window._notices.findChildren(QWidget)
        if button.accessibleName() == "Close"
    )
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert "There is no plan yet" not in words(window)


def test_the_language_changes_while_it_runs(window: ShellWindow, qtbot: QtBot) -> None:
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "NL")
    with qtbot.waitSignal(window.language_changed) as heard:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == ["nl"]
    assert "Ongedaan maken" in words(window)
    assert button.text() == "EN"


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1366, 768), (2560, 1440)])
def test_everything_in_the_header_can_be_reached_at_any_size(
    window: ShellWindow, width: int, height: int
) -> None:
    window.resize(width, height)
    assert window.size().toTuple() == (width, height)
    for button in window._header.findChildren(QPushButton):
        corner = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(corner)
        assert button.accessibleName()
