"""The window before the main window, with real encrypted files and a real demo description."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.config import DEMO
from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.i18n import use_language
from kiosk.importing.event_description import read_event_description
from kiosk.services.founding import found_event
from kiosk.ui.opening.state import Way
from kiosk.ui.opening.window import OpeningWindow
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import MORNING, PASSPHRASE, found

DESCRIPTION = DEMO / "event.toml"


class Chosen:
    """A person who chooses what they were told to, or nothing."""

    def __init__(self) -> None:
        self.answer = ""

    def event(self, parent: QWidget, start: str) -> str:
        return self.answer

    description = target = event


class Desk:
    """A window, whatever it opened, and hands to work it."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        event: Path | None = None,
        open_demo: Callable[[], EventFile] | None = None,
    ) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.opened: list[EventFile] = []
        self.chosen = Chosen()
        self.window = OpeningWindow(
            open_event_file, make_event, open_demo or self.demo, event, self.chosen
        )
        self.window.opened.connect(self.opened.append)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def demo(self) -> EventFile:
        return make_event(DESCRIPTION, self.folder / "demo.stoelendans", PASSPHRASE)

    def field(self, name: str) -> QLineEdit:
        return self._visible(QLineEdit, name)

    def button(self, name: str) -> QAbstractButton:
        return self._visible(QAbstractButton, name)

    def type(self, name: str, text: str) -> None:
        self.field(name).setFocus()
        QTest.keyClicks(self.field(name), text)

    def enter(self, name: str) -> None:
        QTest.keyClick(self.field(name), Qt.Key.Key_Return)

    def go(self, way: Way) -> None:
        number = list(Way).index(way) + 1
        QTest.keyClick(self.window, str(number), Qt.KeyboardModifier.ControlModifier)

    @property
    def trouble(self) -> str:
        return self.window._card.trouble.text

    def wait_for_trouble(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.trouble)

    def wait_until_opened(self) -> EventFile:
        self.qtbot.waitUntil(lambda: bool(self.opened))
        return self.opened[0]

    def has_focus(self, name: str) -> bool:
        return self.window.focusWidget() is self.field(name)

    def _visible(self, kind, name: str):
        found = [
            part
            for part in self.window.findChildren(kind)
            if part.accessibleName() == name and part.isVisible()
        ]
        assert len(found) == 1, name
        return found[0]


def make_event(description: Path, target: Path, passphrase: str) -> EventFile:
    """What the program does to make an event."""
    described = read_event_description(description)
    file = create_event_file(target, passphrase)
    found_event(file.unit(), SimulatedClock(MORNING), described)
    return file


Starts = Callable[..., Desk]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Starts]:
    use_language("en")
    apply_theme(QApplication.instance())
    desks: list[Desk] = []

    def begin(event: Path | None = None, open_demo: Callable[[], EventFile] | None = None) -> Desk:
        desks.append(Desk(qtbot, tmp_path, event, open_demo))
        return desks[-1]

    yield begin
    for desk in desks:
        desk.window.close()
        for file in desk.opened:
            file.close()
    use_language("nl")


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """An event file that nobody has open."""
    file = create_event_file(tmp_path / "gent.stoelendans", PASSPHRASE)
    unit = file.unit()
    with unit:
        found(unit)
        unit.commit()
    file.close()
    return file.path


def test_a_named_event_only_asks_for_its_passphrase(start: Starts, event: Path) -> None:
    desk = start(event)
    assert desk.field("Event file").text() == str(event)
    assert desk.has_focus("Passphrase")
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    assert desk.wait_until_opened().path == event
    assert not desk.window.isVisible()


def test_nothing_typed_in_secret_outlives_the_window(start: Starts, event: Path) -> None:
    desk = start(event)
    field = desk.field("Passphrase")
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_until_opened()
    assert field.text() == ""


def test_an_event_can_be_chosen_in_a_dialog(start: Starts, event: Path) -> None:
    desk = start()
    assert desk.has_focus("Event file")
    desk.chosen.answer = str(event)
    desk.button("Choose file… Event file").click()
    assert desk.has_focus("Passphrase")
    desk.type("Passphrase", PASSPHRASE)
    desk.button("Open the event").click()
    assert desk.wait_until_opened().path == event


def test_thinking_better_of_the_dialog_changes_nothing(start: Starts, event: Path) -> None:
    desk = start(event)
    desk.button("Choose file… Event file").click()
    assert desk.field("Event file").text() == str(event)


def test_a_wrong_passphrase_is_said_and_asked_for_again(start: Starts, event: Path) -> None:
    before = event.read_bytes()
    desk = start(event)
    desk.type("Passphrase", "een andere zin")
    desk.enter("Passphrase")
    desk.wait_for_trouble("That is not the passphrase of gent.stoelendans.")
    assert desk.field("Passphrase").text() == ""
    assert desk.has_focus("Passphrase")
    assert desk.field("Event file").text() == str(event)
    assert event.read_bytes() == before
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_until_opened()


def test_a_file_in_use_is_said(start: Starts, event: Path) -> None:
    elsewhere = open_event_file(event, PASSPHRASE)
    # as a program of an earlier version does, which keeps the file to itself
    elsewhere._connection.execute("BEGIN EXCLUSIVE")
    desk = start(event)
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_for_trouble("open in another Stoelendans window")
    elsewhere._connection.execute("ROLLBACK")
    elsewhere.close()
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_until_opened()


def test_a_damaged_file_is_said(start: Starts, event: Path) -> None:
    content = bytearray(event.read_bytes())
    content[-2000:-1900] = bytes(100)
    event.write_bytes(content)
    desk = start(event)
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_for_trouble("gent.stoelendans is damaged")
    assert desk.has_focus("Passphrase")


def test_a_missing_file_puts_the_cursor_there(start: Starts, tmp_path: Path) -> None:
    desk = start(tmp_path / "weg.stoelendans")
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_for_trouble("There is no file weg.stoelendans.")
    assert desk.has_focus("Event file")


def test_a_new_event_is_made_from_its_description(start: Starts, tmp_path: Path) -> None:
    desk = start()
    desk.go(Way.MAKE)
    assert desk.has_focus("Event description (event.toml)")
    desk.type("Event description (event.toml)", str(DESCRIPTION))
    desk.type("Where to save it", str(tmp_path / "nieuw"))
    desk.type("Passphrase", PASSPHRASE)
    desk.type("The same once more", PASSPHRASE)
    desk.enter("The same once more")
    made = desk.wait_until_opened()
    assert made.path == tmp_path / "nieuw.stoelendans"
    with made.unit() as unit:
        assert unit.events.get().title == "Careerdating Gent"


def test_a_chosen_description_suggests_where_to_save(start: Starts, tmp_path: Path) -> None:
    desk = start()
    desk.go(Way.MAKE)
    desk.chosen.answer = str(tmp_path / "event.toml")
    desk.button("Choose… Event description (event.toml)").click()
    assert desk.field("Where to save it").text() == str(tmp_path / "event.stoelendans")


def test_an_event_that_is_there_is_never_replaced(start: Starts, event: Path) -> None:
    before = event.read_bytes()
    desk = start()
    desk.go(Way.MAKE)
    desk.type("Event description (event.toml)", str(DESCRIPTION))
    desk.type("Where to save it", str(event))
    desk.type("Passphrase", PASSPHRASE)
    desk.type("The same once more", PASSPHRASE)
    desk.enter("Passphrase")
    desk.wait_for_trouble("gent.stoelendans is there already")
    assert desk.has_focus("Where to save it")
    assert event.read_bytes() == before


def test_the_demo_takes_one_button(start: Starts) -> None:
    desk = start()
    desk.go(Way.DEMO)
    QTest.keyClick(desk.button("Start the demo"), Qt.Key.Key_Return)
    assert desk.wait_until_opened().path.name == "demo.stoelendans"


def test_the_window_lives_on_while_an_event_is_opened(start: Starts, tmp_path: Path) -> None:
    go_on, threads = threading.Event(), []

    def slow_demo() -> EventFile:
        threads.append(threading.current_thread().name)
        go_on.wait(10)
        return create_event_file(tmp_path / "demo.stoelendans", PASSPHRASE)

    desk = start(open_demo=slow_demo)
    desk.go(Way.DEMO)
    desk.button("Start the demo").click()
    busy = desk.button("Preparing the demo…")
    assert not busy.isEnabled()
    desk.go(Way.OPEN)
    assert busy.isVisible()
    go_on.set()
    desk.wait_until_opened()
    assert threads[0].startswith("opening")


def test_closing_while_an_event_is_opened_lets_go_of_it(start: Starts, event: Path) -> None:
    desk = start(event)
    desk.type("Passphrase", PASSPHRASE)
    desk.enter("Passphrase")
    desk.window.close()
    assert desk.opened == []
    open_event_file(event, PASSPHRASE).close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("opening")]


def test_a_bug_is_heard_and_the_window_goes_on(
    qtbot: QtBot, start: Starts, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard.append(error))
    desk = start(open_demo=lambda: 1 // 0)
    desk.go(Way.DEMO)
    desk.button("Start the demo").click()
    desk.wait_for_trouble("Something went wrong that never should.")
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], ZeroDivisionError)
    assert desk.button("Start the demo").isEnabled()


def test_a_shown_passphrase_is_only_painted(start: Starts, event: Path) -> None:
    desk = start(event)
    desk.type("Passphrase", PASSPHRASE)
    field = desk.field("Passphrase")
    hidden = field.grab().toImage()
    desk.button("Show the passphrase").click()
    assert field.grab().toImage() != hidden
    spoken = QAccessible.queryAccessibleInterface(field)
    for kind in QAccessible.Text:
        if kind is not QAccessible.Text.UserText:
            assert PASSPHRASE not in spoken.text(kind)
    assert PASSPHRASE not in desk.window.windowTitle()
    field.selectAll()
    field.copy()
    assert PASSPHRASE not in QApplication.clipboard().text()
    desk.button("Show the passphrase").click()


def test_a_click_in_shown_words_puts_the_cursor_there(start: Starts, event: Path) -> None:
    desk = start(event)
    desk.type("Passphrase", PASSPHRASE)
    desk.button("Show the passphrase").click()
    field = desk.field("Passphrase")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(2, 20))
    assert field.cursorPosition() == 0
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 4, 20))
    assert field.cursorPosition() == len(PASSPHRASE)


def test_the_language_changes_with_one_click_and_loses_nothing(start: Starts, event: Path) -> None:
    desk = start(event)
    languages: list[str] = []
    desk.window.language_changed.connect(languages.append)
    desk.type("Passphrase", "een andere zin")
    desk.enter("Passphrase")
    desk.wait_for_trouble("That is not the passphrase")
    desk.type("Passphrase", "half")
    desk.button("Change the language to nl").click()
    assert languages == ["nl"]
    assert desk.field("Wachtzin").text() == "half"
    assert desk.button("Open het evenement").isVisible()


def test_tab_walks_from_top_to_bottom(start: Starts) -> None:
    desk = start()
    names = []
    for _step in range(5):
        names.append(desk.window.focusWidget().accessibleName())
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    assert names == [
        "Event file",
        "Choose file… Event file",
        "Passphrase",
        "Show the passphrase",
        "Open the event",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_off(start: Starts, language: str, scale: float) -> None:
    use_language(language)
    apply_theme(QApplication.instance(), scale)
    desk = start()
    desk.window.resize(900, 640)
    for way in Way:
        desk.go(way)
        QApplication.processEvents()
        for button in desk.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                assert button.visibleRegion().isEmpty() or button.geometry().left() >= 0
        assert desk.window._scroll.horizontalScrollBar().maximum() == 0


def test_every_part_to_work_with_has_a_name(start: Starts) -> None:
    desk = start()
    for way in Way:
        desk.go(way)
        for kind in (QLineEdit, QAbstractButton):
            parts = [part for part in desk.window.findChildren(kind) if part.isVisible()]
            assert all(part.accessibleName() for part in parts)
