"""Whatever a phone or a scanner writes becomes the same grey picture; what is none is refused."""

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain.codes import new_code
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.scanning.decoding import Decoded, decode
from kiosk.scanning.picture_files import MOST_PAGES, grey, grey_pages
from tests.helpers.cameras import badge, desk

CODE, OTHER = (new_code(random.Random(seed).choice) for seed in (3, 4))
SEEN = desk(badge(CODE), size=(640, 480))


def codes(path: Path) -> list[str]:
    return [code.text for page in grey_pages(path) for code in decode(page)]


def transparent() -> Image.Image:
    """Black modules on nothing, as a drawing program exports them."""
    clear = Image.new("RGBA", SEEN.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=SEEN.point([255 if value < 64 else 0 for value in range(256)]))
    return clear


def turned() -> Image.Exif:
    """Held upright, saved lying down."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


FORMS: dict[str, Callable[[Path], None]] = {
    "grey.png": SEEN.save,
    "colour.jpg": lambda path: SEEN.convert("RGB").save(path, quality=50),
    "cmyk.jpg": lambda path: SEEN.convert("CMYK").save(path),
    "palette.gif": lambda path: SEEN.convert("RGB").convert("P").save(path),
    "black-and-white.png": lambda path: SEEN.convert("1").save(path),
    "transparent.png": lambda path: transparent().save(path),
    "transparent.webp": lambda path: transparent().save(path, lossless=True),
    "transparent-palette.png": lambda path: transparent().quantize(4).save(path),
    "twelve-bits.png": lambda path: SEEN.convert("I;16").point(lambda v: v * 16).save(path),
    "floating.tif": lambda path: SEEN.convert("F").save(path),
    "upright.jpg": lambda path: SEEN.convert("RGB").save(path, exif=turned()),
    "windows.bmp": SEEN.save,
    "plain.pgm": SEEN.save,
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_picture_gives_its_code(tmp_path: Path, name: str) -> None:
    FORMS[name](tmp_path / name)
    assert codes(tmp_path / name) == [CODE]


def test_a_picture_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    SEEN.convert("RGB").save(tmp_path / "upright.jpg", exif=turned())
    assert next(grey_pages(tmp_path / "upright.jpg")).size == (480, 640)


def test_every_page_of_a_scan_is_read(tmp_path: Path) -> None:
    other = desk(badge(OTHER), size=(640, 480))
    SEEN.save(tmp_path / "scan.tif", save_all=True, append_images=[other])
    assert codes(tmp_path / "scan.tif") == [CODE, OTHER]


def test_a_film_is_not_read_to_its_end(tmp_path: Path) -> None:
    shades = [Image.new("L", (8, 8), value) for value in range(MOST_PAGES + 20)]
    shades[0].save(tmp_path / "film.gif", save_all=True, append_images=shades[1:])
    assert len(list(grey_pages(tmp_path / "film.gif"))) == MOST_PAGES


def test_a_picture_of_one_shade_is_no_trouble() -> None:
    assert grey(Image.new("I;16", (4, 4), 900)).getextrema() == (0, 0)


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 60,000 by 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def cut(name: str, picture: Image.Image, folder: Path) -> bytes:
    """Half of a good file."""
    picture.save(folder / name)
    content = (folder / name).read_bytes()
    return content[: len(content) // 2]


def refusal(path: Path) -> RefusalCode:
    with pytest.raises(Refusal) as refused:
        list(grey_pages(path))
    assert refused.value.facts == {"path": str(path)}
    return refused.value.code


@pytest.mark.parametrize("content", [b"", b"hallo", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"\x89PNG\r\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "foto.png").write_bytes(content)
    assert refusal(tmp_path / "foto.png") is RefusalCode.NOT_A_PICTURE


@pytest.mark.parametrize("name", ["half.png", "half.jpg", "half.gif", "half.tif", "half.webp"])
def test_half_a_picture_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(cut(name, SEEN, tmp_path))
    assert refusal(tmp_path / name) is RefusalCode.NOT_A_PICTURE


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(bomb())
    assert refusal(tmp_path / "bomb.png") is RefusalCode.PICTURE_TOO_LARGE


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) is RefusalCode.FILE_UNREADABLE
    assert refusal(tmp_path / "weg.png") is RefusalCode.FILE_NOT_FOUND


def test_a_name_that_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 400)) is RefusalCode.FILE_NOT_FOUND


def test_a_badge_code_is_told_from_other_texts() -> None:
    assert decode(SEEN) == (Decoded(CODE, is_badge_code=True),)
