"""A main window around made-up pages that show a name, with somebody who knows the PIN."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.verdicts import Verdict, VerdictCode
from kiosk.i18n import N_, use_language
from kiosk.ui.lockdown import LockDown
from kiosk.ui.shell import Page, ShellWindow
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import an_event

NAME = "Samira"
PIN = "4719"
IDLE_MINUTES = 5


class Keeper:
    """Knows a PIN, and answers at once."""

    has_pin = True

    def ask(self, secret: str, then: Callable[[bool], None]) -> None:
        then(secret == PIN)


class NamePage(QWidget):
    """A name to read, to hear and to hover, and a field somebody types in."""

    def __init__(self) -> None:
        super().__init__()
        self.scans: list[str] = []
        self.label, self.field = QLabel(NAME), QLineEdit(NAME)
        self.label.setAccessibleName(NAME)
        self.label.setToolTip(NAME)
        column = QVBoxLayout(self)
        column.addWidget(self.label)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def take_scan(self, text: str) -> None:
        self.scans.append(text)


@dataclass
class Shell:
    """What a test needs of the window."""

    window: ShellWindow
    pages: dict[str, NamePage]
    clock: SimulatedClock

    def told(self) -> str:
        """All that can be read, heard or hovered, on whatever of ours is visible."""
        said = []
        for top in QApplication.topLevelWidgets():
            for part in (top, *top.findChildren(QWidget)):
                if part.isVisible():
                    said += [part.accessibleName(), part.accessibleDescription()]
                    said += [part.toolTip(), part.windowTitle()]
                    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
                        said.append(part.text())
        return "\n".join(said)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key for whatever has the focus."""
        held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def answer(self, secret: str) -> None:
        """Type at the card, where the cursor must be."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert field.echoMode() is QLineEdit.EchoMode.Password
        field.clear()
        QTest.keyClicks(field, secret)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def click(self, word: str) -> None:
        """Press a button by its word or its name."""
        button = next(
            b
            for b in self.window.findChildren(QAbstractButton)
            if b.isVisible() and word in (b.text(), b.accessibleName())
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def scan(self) -> None:
        """Somebody is welcomed."""
        self.window.route_scan("CODE")
        self.window.note_verdict(Verdict(VerdictCode.WELCOME, self.clock.now()))

    def wait(self, seconds: float) -> None:
        """Nobody is here for a while; the window looks at the clock once a second."""
        for _second in range(round(seconds)):
            self.clock.advance(1)
            self.window._idle.look()


@pytest.fixture
def lock_down() -> LockDown:
    """As at a real event, unless a test says otherwise."""
    return LockDown.EVENT


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, lock_down: LockDown) -> Iterator[Shell]:
    apply_theme(qapp)
    use_language("en")
    pages = {key: NamePage() for key in ("desk", "host", "interest", "people")}
    clock = SimulatedClock(datetime(2023, 3, 21, 13, 2, tzinfo=UTC))
    window = ShellWindow(
        [
            Page("desk", N_("Desk"), pages["desk"], pages["desk"].take_scan),
            Page("host", N_("Host"), pages["host"], locks_when_idle=False),
            Page(
                "interest",
                N_("Interest"),
                pages["interest"],
                pages["interest"].take_scan,
                for_visitors=True,
                locks_when_idle=False,
            ),
            Page("people", N_("People"), pages["people"]),
        ],
        clock,
        an_event(),
        Keeper(),
        lock_down,
        IDLE_MINUTES,
    )
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    yield Shell(window, pages, clock)
    window.let_go()
    window.close()
    window.deleteLater()
    use_language("nl")
