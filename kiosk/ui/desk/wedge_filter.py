"""Listens to every key of the application and takes a scanner's bursts out of the stream.

The first letters of a burst look like typing and have landed in a text field by the time the
burst is recognised. So the field is remembered as it was before, and put back.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from shiboken6 import getCppPointer, isValid

from kiosk.domain.clock import Clock
from kiosk.domain.codes import ALPHABET, code_in
from kiosk.scanning.wedge import (
    LONGEST_GAP,
    BurstDetector,
    Phase,
    Reading,
    RepeatGuard,
    is_badge_scan,
    is_other_scan,
)

SCAN_FIELD = "scan_field"
"""A property of fields that are meant for scans: any code may be taken out of them."""
_LETTERS = frozenset(ALPHABET + ALPHABET.lower())
_SUFFIX_KEYS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_KEY_OF_SUFFIX = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _Field:
    """A text field as it was before the first letter of a possible burst."""

    def __init__(self, edit: QLineEdit) -> None:
        self.edit = edit
        self._text = edit.text()
        self._cursor = edit.cursorPosition()
        self._selection = (edit.selectionStart(), edit.selectionLength())

    def takes_scan(self, text: str) -> bool:
        """Whether a scan may be taken out of here. A secret is left alone unless it is a code."""
        if self.edit.echoMode() is not QLineEdit.EchoMode.Normal:
            return code_in(text) is not None
        return is_badge_scan(text) or (bool(self.edit.property(SCAN_FIELD)) and is_other_scan(text))

    def restore(self) -> None:
        """Take the letters of the burst out again, and tell whoever was told of them."""
        self.edit.setText(self._text)
        self.edit.setCursorPosition(self._cursor)
        if self._selection[0] >= 0:
            self.edit.setSelection(*self._selection)
        self.edit.textEdited.emit(self._text)

    def give_back(self, reading: Reading) -> None:
        """It was no scan: type it after all, with the key that ended it."""
        self.edit.insert(reading.text)
        if reading.suffix:
            key = _KEY_OF_SUFFIX[reading.suffix]
            no_modifier = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                again = QKeyEvent(kind, key, no_modifier, reading.suffix)
                QCoreApplication.postEvent(self.edit, again)


class WedgeFilter(QObject):
    """An event filter for the application; ``scanned`` carries what a scanner read.

    Letters that came faster than a person types but are no code are given back to the text field
    they were meant for: a password manager, or a very quick name. A burst that does not begin like
    a code is only watched, and taken out of the field at its end if a scanner must have sent it.
    """

    scanned = Signal(str)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._detector = BurstDetector()
        self._guard = RepeatGuard()
        self._field: _Field | None = None
        self._taking = False
        self._last: tuple[int, QWidget | None] = (0, None)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(round(LONGEST_GAP * 1000) + 20)
        self._pause.timeout.connect(self._wait_for_end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or self._is_passed_on(watched, event):
            return False
        return self._key(watched, event)

    def _is_passed_on(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether this is the key just seen, which its widget left to its parent."""
        address = getCppPointer(event)[0]
        before, child = self._last
        self._last = (address, watched)
        return address == before and child is not None and child.parentWidget() is watched

    def _key(self, target: QWidget, event: QKeyEvent) -> bool:
        """Whether the key was the scanner's and must not go any further."""
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            self._detector.reset()
            return False
        letter = _SUFFIX_KEYS.get(Qt.Key(event.key()), event.text())
        if len(letter) != 1:
            return False
        self._poll()
        reading = self._detector.feed(letter, self._clock.monotonic())
        if self._detector.quick_letters == 1:
            edit = _edit_of(target)
            self._field = _Field(edit) if edit is not None else None
        return self._take(reading)

    def _take(self, reading: Reading) -> bool:
        if reading.phase is Phase.TYPING:
            return False
        if reading.phase is Phase.ENDS:
            return self._end(reading)
        self._pause.start()
        if reading.phase is Phase.BEGINS:
            self._begin(reading.text)
        return self._taking

    def _begin(self, text: str) -> None:
        self._taking = self._field is None or _LETTERS.issuperset(text)
        if self._taking and self._field is not None:
            self._field.restore()

    def _wait_for_end(self) -> None:
        self._poll()
        if self._detector.in_burst:
            self._pause.start()

    def _poll(self) -> None:
        reading = self._detector.poll(self._clock.monotonic())
        if reading is not None:
            self._end(reading)

    def _end(self, reading: Reading) -> bool:
        """Whether the burst was the scanner's, so that its suffix goes no further either."""
        self._pause.stop()
        field, self._field = self._field, None
        taken, self._taking = self._taking, False
        if field is not None and isValid(field.edit) and not field.takes_scan(reading.text):
            if taken:
                field.give_back(reading)
            return taken
        if field is not None and not taken and isValid(field.edit):
            field.restore()
        seen = code_in(reading.text) or reading.text
        if not self._guard.is_repeat(seen, self._clock.monotonic()):
            self.scanned.emit(reading.text)
        return True


def _edit_of(widget: QWidget) -> QLineEdit | None:
    """The text field that a key to ``widget`` goes into, if any."""
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        edit = widget.lineEdit() if isinstance(widget, QComboBox) else widget.findChild(QLineEdit)
    else:
        edit = widget if isinstance(widget, QLineEdit) else None
    return edit if edit is not None and not edit.isReadOnly() else None
