"""How long a text stays on a shared screen, so that everyone can read it to the end."""

CHARACTERS_PER_SECOND = 12.0
"""The "six-second rule" of subtitling: two lines of 37 letters stay 6 seconds, 12 a second.

Source: J. Díaz Cintas and A. Remael, Audiovisual Translation: Subtitling (2007). We take the
slower end, for people who read in a second language or from the back of the room.
"""
LEAST_SECONDS = 12.0
"""No picture comes and goes faster: people look up, and then begin to read."""


def reading_seconds(text: str) -> float:
    """Seconds that a text stays, from its length in characters."""
    return max(LEAST_SECONDS, len(text) / CHARACTERS_PER_SECOND)
