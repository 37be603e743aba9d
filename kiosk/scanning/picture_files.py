"""Pictures from files, turned into the grey that a camera's decoder sees.

Whatever a phone, a scanner or a drawing program writes: turned as its EXIF says, palettes and
CMYK as colours, transparency on white paper, 16 bits as 8.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from PIL import Image as Images
from PIL import ImageOps
from PIL.Image import Image

from kiosk.domain.errors import Refusal, RefusalCode

MOST_PAGES = 64
RUN_OTHER_PROGRAMS = {"EPS", "WMF"}
"""Pillow hands these to a PostScript interpreter or to Windows; no badge comes that way."""
WIDE_MODES = ("I", "F")


def grey_pages(path: Path) -> Iterator[Image]:
    """The picture in grey; a scan of several pages gives each, up to a limit.

    Raises:
        Refusal: FILE_NOT_FOUND, FILE_UNREADABLE, NOT_A_PICTURE or PICTURE_TOO_LARGE.
    """
    _refuse_all_but_files(path)
    with _refusing(path):
        picture = _opened(path)
    with picture:
        with _refusing(path):
            pages = min(MOST_PAGES, getattr(picture, "n_frames", 1))
        for number in range(pages):
            with _refusing(path):
                page = _page(picture, number)
            yield page


def _refuse_all_but_files(path: Path) -> None:
    """A pipe would keep us waiting."""
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Refusal(RefusalCode.FILE_NOT_FOUND, path=str(path)) from error
    if not S_ISREG(mode):
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path))


def _opened(path: Path) -> Image:
    Images.init()
    return Images.open(path, formats=[name for name in Images.ID if name not in RUN_OTHER_PROGRAMS])


def _page(picture: Image, number: int) -> Image:
    picture.seek(number)
    return grey(ImageOps.exif_transpose(picture))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Whatever goes wrong in Pillow becomes a refusal, a picture that is a bomb included."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's advice on odd metadata
            warnings.simplefilter("error", Images.DecompressionBombWarning)
            yield
    except (Images.DecompressionBombError, Images.DecompressionBombWarning, MemoryError) as error:
        raise Refusal(RefusalCode.PICTURE_TOO_LARGE, path=str(path)) from error
    except PermissionError as error:
        raise Refusal(RefusalCode.FILE_UNREADABLE, path=str(path)) from error
    except Exception as error:  # a broken file makes Pillow raise anything from OSError to KeyError
        raise Refusal(RefusalCode.NOT_A_PICTURE, path=str(path)) from error


def grey(picture: Image) -> Image:
    """Grey values of 8 bits, as the eye weighs colours; transparent parts are white paper."""
    if picture.mode in WIDE_MODES or picture.mode.startswith("I;"):
        return _stretched(picture.convert("F"))
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        paper = Images.new("RGBA", seen.size, "white")
        return Images.alpha_composite(paper, seen).convert("L")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    return picture.convert("RGB").convert("L")


def _stretched(picture: Image) -> Image:
    """From the darkest to the brightest value there is: 16 bits are seldom all used."""
    low, high = (float(value) for value in picture.getextrema())  # type: ignore[arg-type]  # one band
    scale = 255 / (high - low) if high > low else 0.0
    return picture.point(lambda value: value * scale - low * scale).convert("L")
