"""Tells a letter that somebody presses from the letters that a scanner types.

When a key was pressed is what its event says: a thread that was held up is handed a whole code at
once. Where the system stamps a key only when it is fetched, keys seem far apart that were not. So
the stamps and the silence that was listened to must both say that a letter stood alone.
"""

from PySide6.QtCore import QObject

from kiosk.ui.conductor.silence import Silence

ALONE_MS = 700
"""A letter stands alone when no other came for so long before it."""
SCAN_LETTERS = 3
SCAN_OVER_MS = 1000
"""So many letters, none of them so long after the one before it, are a scanner's."""


class Rhythm(QObject):
    """Listens to letters; stamps are those of their events, in ms, 0 where there is none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letters = 0
        self._stamp = 0
        self._was_alone = True
        self._alone, self._scan_over = Silence(self), Silence(self)
        self._scan_over.over.connect(self._forget)

    @property
    def is_calm(self) -> bool:
        """Whether a letter that comes now would stand alone, as far as is known."""
        return not (self._alone.is_on or self._letters >= SCAN_LETTERS)

    @property
    def was_alone(self) -> bool:
        """Whether nothing had come before the last letter."""
        return self._was_alone

    def note_letter(self, stamp: int) -> None:
        """A letter came."""
        self._was_alone = not self.follows_letter(stamp)
        self._letters += 1
        self._stamp = stamp
        self._alone.begin(ALONE_MS)
        self._scan_over.begin(SCAN_OVER_MS)

    def follows_letter(self, stamp: int) -> bool:
        """Whether a key that comes now belongs to the letters before it."""
        is_stamped = bool(stamp and self._stamp)
        return not self.is_calm or (is_stamped and 0 <= stamp - self._stamp < ALONE_MS)

    def _forget(self) -> None:
        self._letters = 0
