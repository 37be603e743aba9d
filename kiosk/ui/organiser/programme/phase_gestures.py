"""What is typed or pressed about one phase becomes an edit; what is no edit is told or shown."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme import Phase, PhaseSound, Resize, Skip, StartAt, TakeUp
from kiosk.domain.programme.editing import LONGEST, SHORTEST
from kiosk.domain.text import one_line
from kiosk.i18n import _
from kiosk.i18n.lengths import read_clock, read_length
from kiosk.i18n.messages import refusal_text
from kiosk.ui.organiser.programme.edit_line import EditLine
from kiosk.ui.organiser.programme.reading import ProgrammeReading
from kiosk.ui.organiser.programme.row_faces import chosen_phase

MOST_LETTERS = 200
"""Of a title and of a question, as in an event description."""


class PhaseGestures:
    """``misread`` is set by the presenter; it is told why, or nothing when nothing changes."""

    def __init__(self, line: EditLine) -> None:
        self._line = line
        self._reading: ProgrammeReading | None = None
        self.misread: Callable[[str], None] = _nothing

    def take(self, reading: ProgrammeReading) -> None:
        """What is seen from now on."""
        self._reading = reading

    def rename(self, position: int, title: str) -> None:
        """Another title; without one it is called what it is."""
        self._describe(position, title=one_line(title, MOST_LETTERS))

    def ask(self, position: int, prompt: str) -> None:
        """Another question for the conversations; without one, one of the house."""
        self._describe(position, prompt=one_line(prompt, MOST_LETTERS))

    def set_sound(self, position: int, sound: PhaseSound) -> None:
        """Another sound at its end."""
        self._describe(position, sound=sound)

    def set_length(self, position: int, text: str) -> None:
        """Another length."""
        phase, seconds = self._at(position), length_or_why(text, self.misread)
        if phase is None or seconds is None:
            return
        if seconds == phase.seconds:
            self.misread("")
        else:
            self._line.add(Resize(position, seconds))

    def lengthen(self, position: int, seconds: int) -> None:
        """More or less time than it has; one press at a time, or it would be added to nothing."""
        phase = self._at(position)
        if phase is not None and not self._line.is_busy:
            longer = min(max(phase.seconds + seconds, SHORTEST), LONGEST)
            self._line.add(Resize(position, longer))

    def set_start(self, position: int, text: str) -> None:
        """Begin at this clock time, not earlier."""
        phase, starts = self._at(position), read_clock(text)
        if phase is None:
            return
        if starts is None:
            wrong = _("“{text}” is no time of day. Write it as 14:30. Nothing was changed.")
            self.misread(wrong.format(text=text.strip()))
        elif phase.fixed and starts == phase.starts:
            self.misread("")
        else:
            self._line.add(StartAt(position, starts))

    def set_fixed(self, position: int, *, is_fixed: bool) -> None:
        """Begin at the time that is planned now, or when the phase above ends."""
        phase = self._at(position)
        if phase is not None and phase.fixed is not is_fixed:
            self._line.add(StartAt(position, phase.starts if is_fixed else None))

    def toggle_skip(self, position: int) -> None:
        """Pass over it, or take it up again."""
        phase = self._at(position)
        if phase is not None:
            self._line.add(TakeUp(position) if phase.skipped else Skip(position))

    def _describe(
        self,
        position: int,
        *,
        title: str | None = None,
        sound: PhaseSound | None = None,
        prompt: str | None = None,
    ) -> None:
        phase = self._at(position)
        if phase is None:
            return
        stands = self._line.description(phase)
        said = replace(
            stands,
            title=stands.title if title is None else title,
            sound=sound or stands.sound,
            prompt=stands.prompt if prompt is None else prompt,
        )
        if said == stands:
            self.misread("")
        else:
            self._line.add(said)

    def _at(self, position: int) -> Phase | None:
        return chosen_phase(self._reading.phases, position) if self._reading else None


def length_or_why(text: str, tell: Callable[[str], None]) -> int | None:
    """A length in seconds; None after telling why there is none."""
    seconds = read_length(text)
    if seconds is None:
        wrong = _("“{text}” is no length. Write minutes, such as 7 or 7:30. Nothing was changed.")
        tell(wrong.format(text=text.strip()))
        return None
    if not SHORTEST <= seconds <= LONGEST:
        tell(refusal_text(Refusal(RefusalCode.PHASE_LENGTH)))
        return None
    return seconds


def changeover_or_why(text: str, tell: Callable[[str], None]) -> int | None:
    """The same for the time between rounds, which may be none at all."""
    return 0 if read_length(text) == 0 else length_or_why(text, tell)


def _nothing(_text: str) -> None:
    """Before a presenter is there, nobody is told."""
