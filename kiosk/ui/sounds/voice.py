"""A voice for the room, where the system has one; without one the chimes have to do."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.ui.sounds.loudspeakers import UNSEEN, expect_little

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

PRETENDED = "mock"
"""Qt's engine for tests: it says it speaks and makes no sound."""
HOME = QLocale.Country.Belgium
"""Of several voices in one language the one from here is understood best."""


def _anywhere() -> Mapping[str, object]:
    """The system chooses from which loudspeaker the voice comes."""
    return {}


class Voice(QObject):
    """Speaks in a language that it has a voice for, and is silent in any other.

    ``output`` is asked for what Qt's engine has to know of the loudspeaker. ``engine`` is one by
    name; empty is the system's own. ``changed`` tells that an engine has become ready, or failed.
    """

    changed = Signal()

    def __init__(
        self,
        output: Callable[[], Mapping[str, object]] = _anywhere,
        engine: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._output, self._engine = output, engine
        self._speech: QTextToSpeech | None = None
        self._is_looked_for = False
        self._volume = 1.0

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for this language, given by its ISO code."""
        return self._locale(language) is not None

    def use(self, volume: int) -> None:
        """Speak this loud from the next sentence on, between 0 and 100."""
        self._volume = volume / 100
        if self._speech is not None:
            self._speech.setVolume(self._volume)

    def say(self, text: str, language: str) -> None:
        """Say it now, in place of what is still being said."""
        locale = self._locale(language)
        if locale is None or self._speech is None:
            return
        if self._speech.locale() != locale:
            self._speech.setLocale(locale)
        self._speech.say(text)

    def move(self) -> None:
        """Ask anew from which loudspeaker to speak, at the next sentence."""
        if self._speech is not None:
            self._speech.stateChanged.disconnect(self._state_changed)
            self._speech.stop()
            self._speech.deleteLater()
        self._speech, self._is_looked_for = None, False

    def hush(self) -> None:
        """Say nothing more."""
        if self._speech is not None:
            self._speech.stop()

    def _locale(self, language: str) -> QLocale | None:
        speech = self._found()
        if speech is None:
            return None
        spoken = [each for each in speech.availableLocales() if _code(each) == language]
        return min(spoken, key=lambda each: each.territory() is not HOME, default=None)

    def _found(self) -> "QTextToSpeech | None":
        if not self._is_looked_for:
            self._is_looked_for = True
            self._speech = self._load()
        return self._speech

    def _load(self) -> "QTextToSpeech | None":
        if not self._engine and QGuiApplication.platformName() in UNSEEN:
            return None
        expect_little()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return None
        if not self._engine and set(QTextToSpeech.availableEngines()) <= {PRETENDED}:
            return None
        speech = QTextToSpeech(self._engine, dict(self._output()), self)
        speech.setVolume(self._volume)
        speech.stateChanged.connect(self._state_changed)
        return speech

    def _state_changed(self) -> None:
        self.changed.emit()


def _code(locale: QLocale) -> str:
    return QLocale.languageToCode(locale.language())
