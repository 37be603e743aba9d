"""What was done here, so that an undo can say what it takes back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.domain.programme import Phase


@dataclass(frozen=True, slots=True)
class Deed:
    """An edit in words, and which phase was chosen before it."""

    words: str
    chosen: int


class History:
    """The newest deed counts only while the programme is as it left it."""

    def __init__(self) -> None:
        self._deeds: list[tuple[list[Phase], Deed]] = []

    def note(self, after: Sequence[Phase], deed: Deed) -> None:
        """Something was done, and led to this programme."""
        self._deeds.append((_agreed(after), deed))

    def newest(self, phases: Sequence[Phase]) -> Deed | None:
        """What an undo of this programme would take back; None when it was done elsewhere."""
        if not self._deeds or self._deeds[-1][0] != _agreed(phases):
            return None
        return self._deeds[-1][1]

    def forget_newest(self) -> None:
        """It is undone."""
        if self._deeds:
            self._deeds.pop()


def _agreed(phases: Sequence[Phase]) -> list[Phase]:
    """When phases began is no edit."""
    return [replace(phase, started_at=None) for phase in phases]
