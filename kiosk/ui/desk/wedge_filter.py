"""Listens to every key of the application and takes a scanner's bursts out of the stream.

The first letters of a burst look like typing and have landed in a text field by the time the
burst is recognised. So the field is remembered as it was before, and put back.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from shiboken6 import getCppPointer, isValid

from kiosk.domain.clock import Clock
from kiosk.domain.codes import ALPHABET, CodeForm, form_of
from kiosk.scanning.wedge import LONGEST_GAP, BurstDetector, Phase, Reading, RepeatGuard

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

    def restore(self) -> None:
        """Take the letters of the burst out again."""
        self.edit.setText(self._text)
        self.edit.setCursorPosition(self._cursor)
        if self._selection[0] >= 0:
            self.edit.setSelection(*self._selection)

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
    they were meant for: a password manager, or a very quick name.
    """

    scanned = Signal(str)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._detector = BurstDetector()
        self._guard = RepeatGuard()
        self._field: _Field | None = None
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
            self._end(reading)
            return True
        self._pause.start()
        return reading.phase is Phase.GOES_ON or self._begin(reading.text)

    def _begin(self, text: str) -> bool:
        if self._field is not None:
            if not _LETTERS.issuperset(text):
                self._detector.reset()
                return False
            self._field.restore()
        return True

    def _wait_for_end(self) -> None:
        self._poll()
        if self._detector.in_burst:
            self._pause.start()

    def _poll(self) -> None:
        reading = self._detector.poll(self._clock.monotonic())
        if reading is not None:
            self._end(reading)

    def _end(self, reading: Reading) -> None:
        self._pause.stop()
        field, self._field = self._field, None
        in_field = field is not None and isValid(field.edit)
        if field and in_field and form_of(reading.text) is CodeForm.NOT_A_CODE:
            field.give_back(reading)
        elif not self._guard.is_repeat(reading.text, self._clock.monotonic()):
            self.scanned.emit(reading.text)


def _edit_of(widget: QWidget) -> QLineEdit | None:
    """The text field that a key to ``widget`` goes into, if any."""
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        edit = widget.lineEdit() if isinstance(widget, QComboBox) else widget.findChild(QLineEdit)
    else:
        edit = widget if isinstance(widget, QLineEdit) else None
    return edit if edit is not None and not edit.isReadOnly() else None
