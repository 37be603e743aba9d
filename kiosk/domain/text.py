"""What people write, made tidy and harmless, whether it came from a file or from a desk."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*")


def tidy(text: str) -> str:
    """Without control and direction characters and stray spaces; line breaks stay."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\t", " ")))
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", visible)).strip()


def one_line(text: str, longest: int) -> str:
    """The same on one line of at most so many letters."""
    return tidy(text).replace("\n", " ")[:longest].strip()
