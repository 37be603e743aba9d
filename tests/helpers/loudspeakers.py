"""Loudspeakers that a test plugs in and pulls out, and that remember what was heard from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LAPTOP, HALL = "Laptop", "Zaal <b>links</b>"


@dataclass(frozen=True)
class Played:
    """A sound, where it came from and how loud it was, in per cent."""

    sound: str
    device: str
    volume: int


@dataclass
class FakePlayback:
    """A sound that is tied to a loudspeaker until it is loaded anew."""

    sound: str
    device: str
    speakers: "FakeLoudspeakers"
    volume: int = 0

    def play(self) -> None:
        if self.device in self.speakers.there:
            self.speakers.played.append(Played(self.sound, self.device, self.volume))

    def set_volume(self, percent: int) -> None:
        self.volume = percent


@dataclass
class FakeLoudspeakers:
    """The first that is there is the system's own choice."""

    there: list[str] = field(default_factory=lambda: [LAPTOP, HALL])
    played: list[Played] = field(default_factory=list)
    asked: int = 0
    _changed: Callable[[], None] = lambda: None

    def find(self) -> "FakeLoudspeakers":
        """The library is loaded."""
        self.asked += 1
        return self

    def names(self) -> tuple[str, ...]:
        return tuple(self.there)

    def default(self) -> str:
        return self.there[0] if self.there else ""

    def listen(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def load(self, path: Path, device: str) -> FakePlayback:
        assert self.there, "a sound without a loudspeaker"
        assert path.exists()
        return FakePlayback(path.stem, device or self.default(), self)

    def for_voice(self, device: str) -> Mapping[str, object]:
        return {"audioDevice": device}

    def become(self, *names: str) -> None:
        """Somebody plugs in or pulls out."""
        self.there[:] = names
        self._changed()

    def heard(self) -> list[str]:
        """The sounds that came out, in order."""
        return [played.sound for played in self.played]
