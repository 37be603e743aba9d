"""An organiser's own picture beside a text: looked at when it is read, and made ready to paint.

A picture may come from anywhere, is called what it likes, and may be broken or enormous. Here, away
from the main thread, it is decoded by what it holds, turned upright and made as small as a screen
needs it. What is painted later is that copy only. Drawings (SVG) are no pictures to us: one of a
few kilobytes can keep a painter busy for minutes.
"""

import hashlib
import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.stories import Photo
from kiosk.services.stories.files import FileTooLarge, read_limited
from kiosk.services.stories.mistakes import Mistake, MistakeFound

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 8_000_000
MOST_PIXELS = 40_000_000
MOST_SIDE = 20_000
SHOWN_SIDE = 1920
"""Pixels; the card of a story is hardly larger on a beamer of 4K."""
QUALITY = 90
FORMATS = ("PNG", "JPEG")
KEPT = 64
_FILE = re.compile(r"\w[\w .-]*\.\w+")


def is_file_name(name: str) -> bool:
    """Whether a fact names a file: a bare name, no way to another folder."""
    return _FILE.fullmatch(name) is not None


def find_photo(folder: Path, name: str, text: str, line: int) -> Photo:
    """The picture called ``name`` in a folder; ``line`` is where the text names it.

    Raises:
        MistakeFound: It is not there, too large, or no picture.
    """
    path = folder / name
    try:
        state = path.stat()
        found = _looked_at(path, (state.st_mtime_ns, state.st_size, state.st_ino))
    except OSError as error:
        raise MistakeFound(Mistake.PICTURE, name, line) from error
    if isinstance(found, Mistake):
        raise MistakeFound(found, name, line)
    digest, content = found
    return Photo(text, digest, content)


@lru_cache(maxsize=KEPT)
def _looked_at(path: Path, _stamp: tuple[int, int, int]) -> tuple[str, bytes] | Mistake:
    """The hash of a file and what we paint of it, or what is wrong; once until it changes."""
    try:
        content = read_limited(path, MOST_BYTES)
        return hashlib.sha256(content).hexdigest(), _made_ready(content)
    except FileTooLarge:
        return Mistake.PICTURE_LARGE
    except MistakeFound as found:
        return found.mistake


def _made_ready(content: bytes) -> bytes:
    """A picture upright, in its colours, and no larger than a screen."""
    from PIL import Image, ImageOps  # heavy; only texts with a picture need it

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            _check_size(*picture.size)
            picture.draft("RGB", _shown_size(*picture.size))
            upright = ImageOps.exif_transpose(_plain(picture))
            upright.thumbnail((SHOWN_SIDE, SHOWN_SIDE), Image.Resampling.BILINEAR)
            return _written(upright)
    except MistakeFound:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise MistakeFound(Mistake.PICTURE_LARGE) from error
    except Exception as error:
        # whatever Pillow stumbles over is the file's fault, and takes no other text along
        raise MistakeFound(Mistake.PICTURE_BROKEN) from error


def _check_size(width: int, height: int) -> None:
    """Before it is decoded: a small file may unfold to gigabytes."""
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise MistakeFound(Mistake.PICTURE_LARGE)


def _shown_size(width: int, height: int) -> tuple[int, int]:
    """As large as it will be shown: a JPEG decodes faster when it need not be larger."""
    share = SHOWN_SIDE / max(width, height)
    return max(1, int(width * share)), max(1, int(height * share))


def _plain(picture: "Image.Image") -> "Image.Image":
    """In the colours of a screen; decoding it tells whether all of it is there."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _written(picture: "Image.Image") -> bytes:
    content = BytesIO()
    if picture.mode == "RGBA":
        picture.save(content, "PNG", compress_level=1)
    else:
        picture.save(content, "JPEG", quality=QUALITY)
    return content.getvalue()
