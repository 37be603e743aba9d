"""Decoding off the main thread, of the newest frame only.

Between camera and decoder there is room for one frame: a newer one takes the place of one that
waits, so that what is read is never older than a moment, however slow the laptop. The way back has
room for one picture too, so that a busy main thread finds one and not a queue.
"""

import sys
from dataclasses import dataclass
from threading import Condition, Lock, Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.scanning.picture import Decoded, Picture
from kiosk.ui.desk.camera.source import Frame

PREVIEW_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Seen:
    """What the decoder saw since it was last asked: a small picture, and all codes."""

    preview: Picture
    codes: tuple[Decoded, ...] = ()


class DecodingWorker(QObject):
    """``seen`` carries a Seen, on the main thread. ``close`` ends the thread before it returns."""

    seen = Signal(object)
    _posted = Signal()
    _broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dropped = 0
        self._waiting: Frame | None = None
        self._closed = False
        self._turn = Condition()
        self._answer: Seen | None = None
        self._answering = Lock()
        queued = Qt.ConnectionType.QueuedConnection
        self._posted.connect(self._deliver, queued)
        self._broke.connect(self._report, queued)
        self._thread = Thread(target=self._work, name="camera", daemon=True)
        self._thread.start()

    @property
    def dropped(self) -> int:
        """How many frames made room for newer ones."""
        return self._dropped

    @property
    def running(self) -> bool:
        """Whether the thread lives."""
        return self._thread.is_alive()

    def offer(self, frame: Frame) -> None:
        """Decode this frame next, in place of one that waits."""
        with self._turn:
            self._dropped += self._waiting is not None
            self._waiting = frame
            self._turn.notify()

    def close(self) -> None:
        """End the thread; what it still found is not told."""
        with self._turn:
            self._closed = True
            self._waiting = None
            self._turn.notify()
        self._thread.join()

    def _work(self) -> None:
        try:
            self._decode_frames()
        except BaseException as error:  # noqa: BLE001 - reported on the main thread
            self._broke.emit(error)

    def _decode_frames(self) -> None:
        from kiosk.scanning.decoding import LiveDecoder, reduced_to

        decoder = LiveDecoder()
        while (frame := self._next_frame()) is not None:
            picture = frame.luminance()
            if picture is not None:
                self._post(Seen(reduced_to(picture, PREVIEW_WIDTH), decoder.decode(picture)))

    def _next_frame(self) -> Frame | None:
        """The newest frame, once there is one; None at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._waiting is not None)
            frame, self._waiting = self._waiting, None
            return None if self._closed else frame

    def _post(self, newest: Seen) -> None:
        with self._answering:
            unread = self._answer
            earlier = unread.codes if unread else ()
            self._answer = Seen(newest.preview, (*earlier, *newest.codes))
        if unread is None:
            self._posted.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._answering:
            answer, self._answer = self._answer, None
        if answer is not None and not self._closed:
            self.seen.emit(answer)

    @Slot(object)
    def _report(self, error: BaseException) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
