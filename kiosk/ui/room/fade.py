"""One picture comes in while the former goes: soft, and over in less than half a second."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPixmap, QRegion

FADE_SECONDS = 0.4


class Fade:
    """The former picture, as long as anything of it is to be seen.

    It begins to go when it is first painted: by then the new picture has been made, however long
    that took.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._former: QPixmap | None = None
        self._since: float | None = None
        self.region: QRegion | None = None
        """Where the former picture goes, in real pixels; None is everywhere."""

    @property
    def is_running(self) -> bool:
        """Whether something of the former picture is still there."""
        return self._former is not None

    def begin(self, former: QPixmap, region: QRegion | None = None) -> None:
        """From now on this picture goes: in ``region`` only, where the new one is another."""
        self.region = region
        self._former, self._since = former, None

    def stop(self) -> None:
        """The new picture is there at once."""
        self._former = None

    def paint(self, painter: QPainter) -> None:
        """Lay what is left of the former picture over the new one; let it go when it is gone."""
        if self._former is None:
            return
        now = self._seconds()
        self._since = now if self._since is None else self._since
        share = min(1.0, (now - self._since) / FADE_SECONDS)
        if self.region is not None:
            painter.setClipRegion(self.region)
        painter.setOpacity(1 - share * share * (3 - 2 * share))
        painter.drawPixmap(0, 0, self._former)
        if share >= 1:
            self._former = None
