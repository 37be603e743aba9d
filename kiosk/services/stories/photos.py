"""An organiser's own picture beside a text: found by its bare name, looked at before it is shown.

It is decoded only when it is painted. Here its size is read, so that a broken or enormous file is
told to the organiser beforehand and not to the room.
"""

import hashlib
import re
from io import BytesIO
from pathlib import Path

from kiosk.domain.stories import Photo
from kiosk.services.stories.mistakes import Mistake, MistakeFound

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG")
SMALL = (64, 64)
"""A JPEG has no checksum: it is decoded, at an eighth of its size, to see whether it is whole."""
_FILE = re.compile(r"\w[\w .-]*\.(png|jpg|jpeg|svg)", re.IGNORECASE)
_DRAWING = ".svg"
_ROOT = "{http://www.w3.org/2000/svg}svg"
_ENTITY = b"<!ENTITY"
_FOREIGN = frozenset({"image", "script", "foreignObject"})
"""What a drawing may not hold: other files, and programs."""


def is_file_name(name: str) -> bool:
    """Whether a fact names a picture file: a bare name, no way to another folder."""
    return _FILE.fullmatch(name) is not None


def find_photo(folder: Path, name: str, text: str, line: int) -> Photo:
    """The picture called ``name`` in a folder; ``line`` is where the text names it.

    Raises:
        MistakeFound: It is not there, too large, or no picture.
    """
    path = folder / name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise MistakeFound(Mistake.PICTURE_LARGE, name, line)
        content = path.read_bytes()
    except OSError as error:
        raise MistakeFound(Mistake.PICTURE, name, line) from error
    look = _look_at_drawing if path.suffix.casefold() == _DRAWING else _look_at_picture
    look(content, name, line)
    return Photo(path, text, hashlib.sha256(content).hexdigest())


def _look_at_picture(content: bytes, name: str, line: int) -> None:
    from PIL import Image  # only texts with a picture need it

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise MistakeFound(Mistake.PICTURE_LARGE, name, line)
            if picture.format == "PNG":
                picture.verify()
            else:
                picture.draft("L", SMALL)
                picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise MistakeFound(Mistake.PICTURE_LARGE, name, line) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise MistakeFound(Mistake.PICTURE_BROKEN, name, line) from error


def _look_at_drawing(content: bytes, name: str, line: int) -> None:
    from xml.etree import ElementTree as ET  # only texts with a drawing need it

    broken = MistakeFound(Mistake.PICTURE_BROKEN, name, line)
    if _ENTITY in content:
        raise broken
    try:
        drawing = ET.fromstring(content.decode())  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError) as error:
        raise broken from error
    parts = {str(part.tag).rpartition("}")[2] for part in drawing.iter()}
    if drawing.tag != _ROOT or parts & _FOREIGN:
        raise broken
