"""Make the program's sounds out of sine waves, so that they are ours and small.

``python tools/make_sounds.py`` writes 16-bit mono WAV files at 22,050 Hz into ``assets/sounds``.
Every sound begins and ends at silence, so that no loudspeaker clicks.
"""

import math
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 22_050
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"
ATTACK = 0.006
RELEASE = 0.04
PEAK = 0.82 * 32_767

# Partials as (multiple of the ground tone, loudness, how much faster it fades).
BELL = ((1.0, 1.0, 1.0), (2.0, 0.32, 1.6), (3.01, 0.12, 2.4))
MARIMBA = ((1.0, 1.0, 1.0), (3.93, 0.22, 3.2), (9.2, 0.05, 6.0))
GONG = (
    (1.0, 1.0, 1.0),
    (1.48, 0.6, 1.2),
    (2.0, 0.5, 1.5),
    (2.52, 0.34, 2.0),
    (3.36, 0.2, 2.8),
    (4.7, 0.1, 4.0),
)


@dataclass(frozen=True)
class Note:
    """A tone that starts at ``at`` seconds and has faded to a third after ``fade`` seconds."""

    hertz: float
    at: float
    fade: float
    loudness: float = 1.0
    partials: Sequence[tuple[float, float, float]] = BELL


Sound = tuple[float, tuple[Note, ...]]


def come_in(*ending: Note, seconds: float = 0.5) -> Sound:
    """The family of welcomes: a fifth upwards on a bell, and what comes after it."""
    return seconds, (Note(659.3, 0.0, 0.10, 0.8), Note(987.8, 0.09, 0.16), *ending)


def look(hertz: float, fade: float = 0.14) -> Sound:
    """The family of attention: a wooden tone twice, nothing is wrong, and a tone of its own."""
    taps = (Note(587.3, at, 0.08, 1.0, MARIMBA) for at in (0.0, 0.12))
    return 0.6, (*taps, Note(hertz, 0.27, fade, 0.9, MARIMBA))


def not_this_one(*ending: float) -> Sound:
    """The family of refusals: a third downwards, low and soft, and tones of its own."""
    third = (Note(311.1, 0.0, 0.10, 1.0, MARIMBA), Note(246.9, 0.13, 0.14, 1.0, MARIMBA))
    last = (Note(tone, 0.30 + 0.11 * at, 0.13, 0.9, MARIMBA) for at, tone in enumerate(ending))
    return 0.7, (*third, *last)


SOUNDS: dict[str, Sound] = {
    "welcome": come_in(),
    # the fifth opens to the octave
    "welcome-back": come_in(Note(1318.5, 0.19, 0.14, 0.8), seconds=0.55),
    # come in, and two taps on wood: there is something to read
    "welcome-attention": come_in(
        Note(587.3, 0.24, 0.08, 1.0, MARIMBA), Note(587.3, 0.36, 0.10, 1.0, MARIMBA), seconds=0.6
    ),
    "already-here": look(587.3),
    "not-coming": look(440.0),
    # a question rises
    "consent-missing": look(880.0),
    "too-early": look(659.3),
    # the day is over: down to the octave below
    "event-closed": look(293.7, 0.18),
    "replaced-badge": not_this_one(311.1),
    "other-event": not_this_one(207.7),
    "unknown-code": not_this_one(),
    "damaged-code": not_this_one(246.9, 246.9),
    "garbled-scan": not_this_one(329.6, 233.1),
    "gong": (4.0, (Note(130.8, 0.0, 1.2, 1.0, GONG), Note(65.4, 0.0, 1.0, 0.4))),
    "soft-gong": (2.6, (Note(196.0, 0.0, 0.7, 0.5, GONG),)),
    # three steps down, unhurried
    "last-minute": (
        1.6,
        (Note(784.0, 0.0, 0.25, 0.8), Note(659.3, 0.28, 0.25, 0.8), Note(523.3, 0.56, 0.35, 0.9)),
    ),
}


def samples(seconds: float, notes: Sequence[Note]) -> "array[int]":
    """The notes mixed, as loud as they may be together."""
    mixed = [_value(at / RATE, seconds, notes) for at in range(round(seconds * RATE))]
    loudest = max(abs(value) for value in mixed)
    most = max(note.loudness for note in notes)
    return array("h", (round(value / loudest * PEAK * min(1.0, most)) for value in mixed))


def _value(moment: float, seconds: float, notes: Sequence[Note]) -> float:
    end = min(1.0, (seconds - moment) / RELEASE)
    return end * sum(_note(moment - note.at, note) for note in notes if moment >= note.at)


def _note(since: float, note: Note) -> float:
    start = min(1.0, since / ATTACK)
    turn = 2 * math.pi * note.hertz * since
    return start * sum(
        note.loudness * loud * math.exp(-since * faster / note.fade) * math.sin(turn * multiple)
        for multiple, loud, faster in note.partials
    )


def main() -> None:
    """Write all sounds."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (seconds, notes) in SOUNDS.items():
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(seconds, notes).tobytes())
        print(f"{name}.wav  {seconds:.1f} s")


if __name__ == "__main__":
    main()
