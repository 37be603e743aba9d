"""News for the organiser as a value: what was done, or why nothing was."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import Refusal
from kiosk.i18n.messages import refusal_text


@dataclass(frozen=True, slots=True)
class Notice:
    """One line; ``path`` is a file that can be opened. ``tone`` is ok, info or warn."""

    text: str
    tone: str = "ok"
    path: Path | None = None


def notice_of(refusal: Refusal) -> Notice:
    """A refusal in words."""
    return Notice(refusal_text(refusal), "warn")
