"""The loudspeakers of this machine, or none where there is no library or nobody to hear."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

UNSEEN = ("offscreen", "minimal")
"""Where there is no screen there is nobody to hear, and asking for loudspeakers only complains."""


class Playback(Protocol):
    """One sound that is ready to be heard."""

    def play(self) -> None:
        """Be heard at once, from the beginning."""
        ...

    def set_volume(self, percent: int) -> None:
        """As loud as this, between 0 and 100, as ears count it."""
        ...


class Loudspeakers(Protocol):
    """Loudspeakers come and go while the program runs."""

    def names(self) -> tuple[str, ...]:
        """Those that are there now, as the system names them."""
        ...

    def default(self) -> str:
        """The system's own choice, empty when there is none."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever one came or went, or another became the default."""
        ...

    def load(self, path: Path, device: str) -> Playback:
        """Make a sound ready for this loudspeaker, empty for the system's own choice.

        Only while there is a loudspeaker.
        """
        ...

    def for_voice(self, device: str) -> Mapping[str, object]:
        """What Qt's voice has to be told to speak from this loudspeaker."""
        ...


class NoLoudspeakers:
    """A machine that can't make a sound: everything else works on."""

    def names(self) -> tuple[str, ...]:
        """None."""
        return ()

    def default(self) -> str:
        """None."""
        return ""

    def listen(self, _changed: Callable[[], None]) -> None:
        """Nothing will ever change."""

    def load(self, path: Path, _device: str) -> Playback:
        """Nobody asks for it, because there is no loudspeaker."""
        raise RuntimeError(f"no loudspeaker for {path.name}")

    def for_voice(self, _device: str) -> Mapping[str, object]:
        """Nothing."""
        return {}


def find_loudspeakers() -> Loudspeakers:
    """Load QtMultimedia, which takes a moment, and find what there is."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() in UNSEEN:
        return NoLoudspeakers()
    expect_little()
    try:
        from kiosk.ui.sounds.multimedia import MultimediaLoudspeakers
    except ImportError:
        return NoLoudspeakers()
    return MultimediaLoudspeakers()


def expect_little() -> None:
    """QtMultimedia's search for optional libraries is no news to anybody."""
    from PySide6.QtCore import QLoggingCategory

    QLoggingCategory.setFilterRules("qt.multimedia*=false")
