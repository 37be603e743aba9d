"""Reads a page aloud, where the machine has a voice for its language; elsewhere it is silent."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

NOT_FOR_EARS = frozenset({"mock", "none"})
"""Engines that Qt brings for its own tests."""


class Reader(Protocol):
    """Something that may be able to read aloud."""

    def can_speak(self, language: str) -> bool:
        """Whether there is a voice for this ISO code."""
        ...

    def say(self, text: str, language: str) -> None:
        """Start reading; whatever was being read stops."""
        ...

    def stop(self) -> None:
        """Be quiet."""
        ...


class SilentReader:
    """A machine without a voice."""

    def can_speak(self, language: str) -> bool:  # noqa: ARG002 - the protocol's form
        return False

    def say(self, text: str, language: str) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """There is nothing to stop."""


class VoiceReader:
    """Reads with the voices of the operating system; the library is loaded when first needed."""

    def __init__(self) -> None:
        self._speech: QTextToSpeech | None = None
        self._voices: dict[str, QVoice] | None = None

    def can_speak(self, language: str) -> bool:
        if self._voices is None:
            self._voices = self._find_voices()
        return language in self._voices

    def say(self, text: str, language: str) -> None:
        if self.can_speak(language) and self._speech and self._voices:
            self._speech.stop()
            self._speech.setLocale(self._voices[language].locale())
            self._speech.setVoice(self._voices[language])
            self._speech.say(text)

    def stop(self) -> None:
        if self._speech:
            self._speech.stop()

    def _find_voices(self) -> "dict[str, QVoice]":
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return {}
        engines = [name for name in QTextToSpeech.availableEngines() if name not in NOT_FOR_EARS]
        if not engines:
            return {}
        self._speech = QTextToSpeech(engines[0])
        return {voice.locale().name()[:2]: voice for voice in _voices(self._speech)}


def find_reader() -> Reader:
    """A reader with whatever voices this machine turns out to have."""
    return VoiceReader()


def _voices(speech: "QTextToSpeech") -> "list[QVoice]":
    found = []
    for locale in speech.availableLocales():
        speech.setLocale(locale)
        found += speech.availableVoices()
    return found
