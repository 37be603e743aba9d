"""The host's keys while a scanner types too: fast, slowly, or into a program that stood still."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.codes import ALPHABET, RANDOM_LETTERS, check_letters
from kiosk.ui.conductor.keys import HELD_MS, LETTERS, REACHES_ROOM, HostKeys
from kiosk.ui.conductor.message_panel import MessagePanel
from kiosk.ui.conductor.silence import LATE_MS, Silence
from kiosk.ui.conductor.state import Gesture
from kiosk.ui.conductor.view import ConductorPage
from kiosk.ui.theme.style import apply_theme

GAPS = (0, 5, 20, 50, 90, 110, 150, 200, 400)
"""Milliseconds between two letters, from the fastest scanner to one slower than a person."""
NONE = Qt.KeyboardModifier.NoModifier
ASKS_FIRST = QEvent.Type.ShortcutOverride
MORNING = 1_000_000
"""When the first key of a test was pressed, by the stamp of its event."""


class Page(QWidget):
    """What the host's page does with keys, and a button that has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = HostKeys(self)
        self.gestures: list[Gesture] = []
        self.clicks = 0
        self.keys.gestured.connect(self.gestures.append)
        button = QPushButton("Start", self)
        button.clicked.connect(self.count_click)
        QVBoxLayout(self).addWidget(button)
        button.setFocus()
        self.show()

    def count_click(self) -> None:
        self.clicks += 1

    def event(self, event: QEvent) -> bool:
        if event.type() == ASKS_FIRST and isinstance(event, QKeyEvent):
            self.keys.note_key(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.take(event)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    yield page
    shiboken6.delete(page)


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> Iterator[ConductorPage]:
    apply_theme(qapp)
    host = ConductorPage()
    host.resize(1366, 657)
    with qtbot.waitActive(host):
        host.show()
    yield host
    shiboken6.delete(host)


def code_with(first: str) -> str:
    """A badge code that begins with this letter and has all others of the alphabet but two."""
    at = ALPHABET.index(first)
    body = (ALPHABET[at:] + ALPHABET[:at])[:RANDOM_LETTERS]
    return body + check_letters(body)


def key_event(letter: str, stamp: int, *, repeated: bool = False) -> QKeyEvent:
    """A key as the system sends it; Qt asks who wants it before it presses."""
    key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, letter, repeated)
    event.setTimestamp(stamp)
    return event


def press(page: QWidget, letter: str, stamp: int, *, repeated: bool = False) -> None:
    event = key_event(letter, stamp, repeated=repeated)
    QApplication.sendEvent(page.focusWidget() or page, event)


def scan(page: QWidget, code: str, gap: int, stamp: int = MORNING) -> int:
    """Type a code and Enter; the stamp of the key that would come next."""
    for number, letter in enumerate(f"{code}\r"):
        press(page, letter, stamp + number * gap)
    return stamp + (len(code) + 1) * gap


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("first", ALPHABET)
def test_no_scan_does_anything_however_slow(page: Page, first: str, gap: int) -> None:
    for code in (code_with(first), code_with(first).lower()):
        scan(page, code, gap)
        assert not page.keys.is_waiting
    QApplication.processEvents()
    assert (page.gestures, page.clicks) == ([], 0)


@pytest.mark.parametrize("stalled_after", range(20))
def test_a_scan_into_a_program_that_stood_still_does_nothing(
    page: Page, stalled_after: int
) -> None:
    """Where a key is stamped when it is fetched, a stall looks like a pause of seconds."""
    stamp = MORNING
    for number, letter in enumerate(f"{code_with('N')}\r"):
        stamp += 5_000 if number == stalled_after + 1 else 5
        press(page, letter, stamp)
    QApplication.processEvents()
    assert not page.keys.is_waiting
    assert (page.gestures, page.clicks) == ([], 0)


def test_the_rest_of_a_code_that_waited_behind_a_stall_comes_before_its_first_letter_counts(
    page: Page, qtbot: QtBot
) -> None:
    press(page, "N", MORNING)
    stall(HELD_MS + 2 * LATE_MS)
    for number, letter in enumerate("BGP\r"):
        QCoreApplication.postEvent(page.focusWidget(), key_event(letter, MORNING + 5 * number))
    qtbot.waitUntil(lambda: page.keys.is_calm)
    assert (page.gestures, page.clicks) == ([], 0)


def test_silence_counts_only_when_somebody_listened(page: Page, qtbot: QtBot) -> None:
    silence, over = Silence(page), []
    silence.over.connect(lambda: over.append(True))
    silence.begin(10)
    stall(10 + 2 * LATE_MS)
    QApplication.processEvents()
    assert silence.is_on
    assert not over
    qtbot.waitUntil(lambda: bool(over))


def stall(milliseconds: int) -> None:
    """The thread is busy with something else."""
    busy = QElapsedTimer()
    busy.start()
    while not busy.hasExpired(milliseconds):
        pass


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_alone_acts_within_half_a_second(page: Page, qtbot: QtBot, letter: str) -> None:
    since = QElapsedTimer()
    since.start()
    press(page, letter.lower(), MORNING)
    qtbot.waitUntil(lambda: bool(page.gestures), timeout=10 * HELD_MS)
    assert page.gestures == [LETTERS[letter]]
    if LETTERS[letter] in REACHES_ROOM:
        assert since.elapsed() >= HELD_MS


def test_letters_count_again_once_it_is_calm(page: Page, qtbot: QtBot) -> None:
    after = scan(page, code_with("N"), 50)
    press(page, "G", after + 300)
    assert not page.keys.is_waiting
    qtbot.waitUntil(lambda: page.keys.is_calm)
    press(page, "G", after + 3_000)
    qtbot.waitUntil(lambda: page.gestures == [Gesture.GONG])
    qtbot.waitUntil(lambda: page.keys.is_calm)
    press(page, "N", after + 6_000)
    qtbot.waitUntil(lambda: page.gestures == [Gesture.GONG, Gesture.NEXT])
    assert not page.clicks


def test_a_letter_that_was_typed_soon_after_another_does_not_count_however_late_it_comes(
    page: Page, qtbot: QtBot
) -> None:
    press(page, "X", MORNING)
    qtbot.waitUntil(lambda: page.keys.is_calm)
    press(page, "N", MORNING + 150)
    assert not page.keys.is_waiting


def test_a_key_held_down_counts_once(page: Page, qtbot: QtBot) -> None:
    press(page, "N", MORNING)
    for number in range(20):
        press(page, "N", MORNING + 250 + 30 * number, repeated=True)
    qtbot.waitUntil(lambda: bool(page.gestures))
    press(page, "\r", MORNING + 900, repeated=True)
    assert page.gestures == [Gesture.NEXT]
    assert not page.clicks


def test_shift_is_no_letter(page: Page) -> None:
    shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(page, shift)
    press(page, "N", MORNING)
    QApplication.sendEvent(page, shift)
    assert page.keys.is_waiting


def test_enter_presses_what_has_the_focus_also_right_after_a_letter_of_the_host(
    page: Page, qtbot: QtBot
) -> None:
    press(page, "\r", MORNING)
    assert page.clicks == 1
    press(page, "P", MORNING + 2_000)
    qtbot.waitUntil(lambda: page.gestures == [Gesture.SHOW_PROGRAMME])
    press(page, "\r", MORNING + 2_300)
    assert page.clicks == 2


class EnterPresses(QPushButton):
    """A button as some desktops have it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return:
            self.click()
        else:
            super().keyPressEvent(event)


def test_enter_of_a_scan_presses_no_button_that_takes_enter_itself(
    page: Page, qtbot: QtBot
) -> None:
    button = EnterPresses("Finish", page)
    button.clicked.connect(page.count_click)
    button.show()
    button.setFocus()
    scan(page, code_with("D"), 200)
    assert not page.clicks
    qtbot.waitUntil(lambda: page.keys.is_calm)
    press(page, "\r", MORNING + 20_000)
    assert page.clicks == 1


class TestTheHostsPage:
    @pytest.mark.parametrize("gap", GAPS)
    def test_a_scan_leaves_it_as_it_is(self, host: ConductorPage, gap: int) -> None:
        seen: list[object] = []
        for reports in (host.gestured, host.wanted, host.message_sent, host.phase_chosen):
            reports.connect(seen.append)
        host.timer.next_button.setEnabled(True)
        host.timer.next_button.setFocus()
        scan(host, code_with("N"), gap)
        assert seen == []

    def test_time_is_given_and_taken_at_once_even_after_a_scan(self, host: ConductorPage) -> None:
        seen: list[Gesture] = []
        host.gestured.connect(seen.append)
        host.setFocus()
        scan(host, code_with("B"), 5)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            QTest.keyClick(host, key)
        assert seen == [
            Gesture.PAUSE,
            Gesture.HALF_MINUTE_MORE,
            Gesture.MINUTE_MORE,
            Gesture.MINUTE_LESS,
        ]


class TestTheMessageField:
    @pytest.fixture
    def said(self, host: ConductorPage) -> list[str]:
        said: list[str] = []
        host.message_sent.connect(said.append)
        host.open_message()
        return said

    @pytest.mark.parametrize("gap", GAPS)
    def test_a_scanned_code_is_gone_and_the_host_reads_why(
        self, host: ConductorPage, said: list[str], gap: int
    ) -> None:
        scan(host, code_with("B"), gap)
        assert (host.message.field.text(), said) == ("", [])
        assert "badge" in why(host.message)
        assert host.message.isVisible()

    def test_a_code_that_lost_a_letter_is_gone_with_enter(
        self, host: ConductorPage, said: list[str]
    ) -> None:
        scan(host, code_with("B")[:8] + code_with("B")[9:], 150)
        assert (host.message.field.text(), said) == ("", [])
        assert "badge" in why(host.message)

    def test_a_code_that_follows_words_or_is_pasted_is_gone_too(
        self, host: ConductorPage, said: list[str]
    ) -> None:
        host.message.field.setText("Er is koffie ")
        QTest.keyClicks(host.message.field, code_with("K").lower())
        assert host.message.field.text() == ""
        host.message.field.insert(f"Kijk: {code_with('R')}")
        assert host.message.field.text() == ""
        QTest.keyClick(host.message.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert host.message.field.text() == ""
        assert said == []

    def test_words_go_to_the_room_and_the_next_message_begins_with_the_usual_note(
        self, host: ConductorPage, said: list[str]
    ) -> None:
        usual = why(host.message)
        scan(host, code_with("B"), 50)
        assert why(host.message) != usual
        host.open_message()
        assert why(host.message) == usual
        scan(host, "Noorderlicht in de gang", 150)
        assert said == ["Noorderlicht in de gang"]

    def test_invisible_letters_are_no_message(self, host: ConductorPage, said: list[str]) -> None:
        host.message.field.setText("\u2066\u200b")
        QTest.keyClick(host.message.field, Qt.Key.Key_Return)
        assert said == []

    def test_keys_of_the_page_mean_nothing_on_its_buttons(
        self, host: ConductorPage, said: list[str]
    ) -> None:
        seen: list[Gesture] = []
        host.gestured.connect(seen.append)
        host.message.field.setText("Tot zo")
        host.message._send_button.setFocus()
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Up, Qt.Key.Key_Space):
            QTest.keyClick(host.message._send_button, key)
            host.message._send_button.setFocus()
        assert seen == []
        assert said == ["Tot zo"]


def why(panel: MessagePanel) -> str:
    return panel._note.text().casefold()


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.MetaModifier,
    ],
)
def test_a_letter_with_alt_or_control_is_somebodys_shortcut(
    page: Page, letter: str, held: Qt.KeyboardModifier
) -> None:
    """Qt gives Alt+B the text of a b."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter)), held, letter.lower())
    assert not page.keys.take(event)
    assert not page.keys.is_waiting
