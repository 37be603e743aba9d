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
    """Reads with the voices of the operating system; ``find_reader`` makes one."""

    def __init__(self, speech: "QTextToSpeech", voices: "dict[str, QVoice]") -> None:
        self._speech = speech
        self._voices = voices

    def can_speak(self, language: str) -> bool:
        return language in self._voices

    def say(self, text: str, language: str) -> None:
        self._speech.stop()
        self._speech.setLocale(self._voices[language].locale())
        self._speech.setVoice(self._voices[language])
        self._speech.say(text)

    def stop(self) -> None:
        self._speech.stop()


def find_reader() -> Reader:
    """A reader with the voices there are. It loads a library, so not while somebody waits."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return SilentReader()
    engines = [name for name in QTextToSpeech.availableEngines() if name not in NOT_FOR_EARS]
    if not engines:
        return SilentReader()
    speech = QTextToSpeech(engines[0])
    voices = {voice.locale().name()[:2]: voice for voice in _voices(speech)}
    return VoiceReader(speech, voices) if voices else SilentReader()


def _voices(speech: "QTextToSpeech") -> "list[QVoice]":
    found = []
    for locale in speech.availableLocales():
        speech.setLocale(locale)
        found += speech.availableVoices()
    return found
