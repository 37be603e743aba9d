"""Make the program's sounds out of sine waves, so that they are ours and small.

``python tools/make_sounds.py`` writes 16-bit mono WAV files at 22,050 Hz into ``assets/sounds``.
Every sound begins and ends at silence, so that no loudspeaker clicks. What the whole room hears
swells up before it fades: nothing strikes suddenly, for some people there are startled easily.
The same script makes the same bytes again.
"""

import cmath
import math
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

RATE = 22_050
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"
ATTACK = 0.006
RELEASE = 0.04
PEAK = 0.82 * 32_767

# Partials as (multiple of the ground tone, loudness, how much faster it fades).
BELL = ((1.0, 1.0, 1.0), (2.0, 0.32, 1.6), (3.01, 0.12, 2.4))
MARIMBA = ((1.0, 1.0, 1.0), (3.93, 0.22, 3.2), (9.2, 0.05, 6.0))
# Pairs of nearly the same tone beat slowly, as metal does; what is high is faint and soon over.
GONG = (
    (1.0, 1.0, 1.0),
    (1.004, 0.35, 1.0),
    (1.5, 0.5, 1.2),
    (2.0, 0.55, 1.4),
    (2.005, 0.25, 1.4),
    (2.67, 0.22, 2.0),
    (3.0, 0.2, 2.4),
    (4.02, 0.1, 3.2),
    (5.34, 0.05, 4.5),
)
BOWL = (
    (1.0, 1.0, 1.0),
    (1.004, 0.3, 1.0),
    (2.0, 0.22, 1.3),
    (2.76, 0.16, 1.8),
    (5.2, 0.03, 4.0),
)


@dataclass(frozen=True)
class Note:
    """A tone that starts at ``at`` seconds and has faded to a third after ``fade`` seconds.

    ``attack`` is how long it takes to be as loud as it gets.
    """

    hertz: float
    at: float
    fade: float
    loudness: float = 1.0
    partials: Sequence[tuple[float, float, float]] = BELL
    attack: float = ATTACK


class Sound(NamedTuple):
    """Its length in seconds, its notes, and how long its end takes to become silence."""

    seconds: float
    notes: tuple[Note, ...]
    release: float = RELEASE


def come_in(*ending: Note, seconds: float = 0.5) -> Sound:
    """The family of welcomes: a fifth upwards on a bell, and what comes after it."""
    return Sound(seconds, (Note(659.3, 0.0, 0.10, 0.8), Note(987.8, 0.09, 0.16), *ending))


def look(hertz: float, fade: float = 0.14) -> Sound:
    """The family of attention: a wooden tone twice, nothing is wrong, and a tone of its own."""
    taps = (Note(587.3, at, 0.08, 1.0, MARIMBA) for at in (0.0, 0.12))
    return Sound(0.6, (*taps, Note(hertz, 0.27, fade, 0.9, MARIMBA)))


def not_this_one(*ending: float) -> Sound:
    """The family of refusals: a third downwards, low and soft, and tones of its own."""
    third = (Note(311.1, 0.0, 0.10, 1.0, MARIMBA), Note(246.9, 0.13, 0.14, 1.0, MARIMBA))
    last = (Note(tone, 0.30 + 0.11 * at, 0.13, 0.9, MARIMBA) for at, tone in enumerate(ending))
    return Sound(0.7, (*third, *last))


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
    # deep and round: it fills the room and startles nobody
    "gong": Sound(
        4.4,
        (
            Note(130.8, 0.0, 1.3, 0.85, GONG, attack=0.05),
            Note(65.4, 0.0, 1.1, 0.3, BOWL, attack=0.09),
        ),
        release=1.0,
    ),
    # a singing bowl that is stroked, not struck
    "soft-gong": Sound(3.6, (Note(196.0, 0.0, 1.0, 0.34, BOWL, attack=0.16),), release=1.2),
    # three steps down, unhurried
    "last-minute": Sound(
        2.2,
        (
            Note(523.3, 0.0, 0.35, 0.5, BOWL, attack=0.04),
            Note(440.0, 0.34, 0.35, 0.5, BOWL, attack=0.04),
            Note(349.2, 0.68, 0.5, 0.55, BOWL, attack=0.04),
        ),
        release=0.6,
    ),
}


def samples(sound: Sound) -> "array[int]":
    """The notes mixed, as loud as they may be together."""
    mixed = [0.0] * round(sound.seconds * RATE)
    for note in sound.notes:
        _add(mixed, note)
    mixed = [value * _end(at / RATE, sound) for at, value in enumerate(mixed)]
    loudest = max(abs(value) for value in mixed)
    scale = PEAK * min(1.0, max(note.loudness for note in sound.notes)) / loudest
    return array("h", (round(value * scale) for value in mixed))


def write(name: str, folder: Path) -> None:
    """Write one sound into ``folder``."""
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples(SOUNDS[name]).tobytes())


def _end(moment: float, sound: Sound) -> float:
    return min(1.0, (sound.seconds - moment) / sound.release)


def _add(mixed: list[float], note: Note) -> None:
    first = math.ceil(note.at * RATE)
    swelling = range(first, min(len(mixed), first + math.ceil(note.attack * RATE)))
    starts = [min(1.0, (at / RATE - note.at) / note.attack) for at in swelling]
    for multiple, loud, faster in note.partials:
        # a tone that fades is a hand that turns and shrinks: each step is one multiplication
        turning = complex(-faster / note.fade, 2 * math.pi * note.hertz * multiple)
        hand = note.loudness * loud * cmath.exp(turning * (first / RATE - note.at))
        step = cmath.exp(turning / RATE)
        for at, start in zip(swelling, starts, strict=True):
            mixed[at] += start * hand.imag
            hand *= step
        for at in range(swelling.stop, len(mixed)):
            mixed[at] += hand.imag
            hand *= step


def main() -> None:
    """Write all sounds."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        write(name, FOLDER)
        print(f"{name}.wav  {sound.seconds:.1f} s")


if __name__ == "__main__":
    main()
