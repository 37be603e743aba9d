"""Short sounds. A laptop without loudspeaker or sound library stays silent, and that is fine."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import SOUNDS
from kiosk.domain.verdicts import Verdict, VerdictCode

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

UNSEEN = ("offscreen", "minimal")
"""Where there is no screen there is nobody to hear, and asking for loudspeakers only complains."""


class Sound(StrEnum):
    """The sounds of the day; beside these every verdict has one that carries its code."""

    WELCOME_ATTENTION = "welcome-attention"
    GONG = "gong"
    SOFT_GONG = "soft-gong"
    LAST_MINUTE = "last-minute"


NAMES = (*(code.value for code in VerdictCode), *(sound.value for sound in Sound))
"""Every sound there is."""


def verdict_sound(verdict: Verdict) -> str:
    """The sound of an answer; a welcome with something to read or to ask says so."""
    record = verdict.record
    if verdict.code is not VerdictCode.WELCOME or record is None:
        return verdict.code
    attendee = record.attendee
    is_careful = bool(attendee.needs or attendee.seat_needs or record.missing)
    return Sound.WELCOME_ATTENTION if is_careful else verdict.code


class SoundPlayer:
    """Plays sounds by name, at once; ``prepare`` may be called when there is time for it."""

    def __init__(self, folder: Path = SOUNDS) -> None:
        self._folder = folder
        self._effects: dict[str, QSoundEffect] | None = None

    @property
    def audible(self) -> bool:
        """Whether anything can be heard."""
        self.prepare()
        return bool(self._effects)

    def prepare(self) -> None:
        """Load the library and all sounds. It takes a moment, so not while somebody waits."""
        if self._effects is None:
            self._effects = self._load()

    def play(self, sound: str) -> None:
        """Play a sound, over one that may still be heard."""
        self.prepare()
        if self._effects and sound in self._effects:
            self._effects[sound].play()

    def _load(self) -> "dict[str, QSoundEffect]":
        from PySide6.QtCore import QLoggingCategory, QUrl
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.platformName() in UNSEEN:
            return {}
        # its search for optional libraries is no news to anybody
        QLoggingCategory.setFilterRules("qt.multimedia*=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        effects = {}
        for name in NAMES:
            effects[name] = QSoundEffect()
            effects[name].setSource(QUrl.fromLocalFile(str(self._folder / f"{name}.wav")))
        return effects
