"""A picture beside a text: a bare name, looked at beforehand, with words for who can't see it."""

import os
import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain.stories import Story
from kiosk.i18n import use_language
from kiosk.i18n.story_messages import problem_text
from kiosk.services.stories import Mistake, Problem, photos, read_library, read_story

TEXT = """+++
id = "work"
kind = "information"
language = "en"
reading_level = "B1"
licence = "own text"
picture = "{picture}"
{more}
+++
# A title

Words.
"""
SAID = 'picture_text = "A workshop with two benches"'


def picture(form: str, side: int = 40) -> bytes:
    content = BytesIO()
    Image.new("RGB", (side, side), "teal").save(content, form)
    return content.getvalue()


def read(folder: Path, name: str, content: bytes | None, more: str = SAID) -> Story | Problem:
    if content is not None:
        (folder / name).write_bytes(content)
    path = folder / "work.en.md"
    path.write_text(TEXT.format(picture=name, more=more), encoding="utf-8")
    return read_story(path)


def painted(content: bytes) -> Image.Image:
    """What the room gets of a picture."""
    with Image.open(BytesIO(content)) as image:
        image.load()
        return image


def deep_png(width: int, height: int, pixels: bytes, depth: int, colours: int) -> bytes:
    """A PNG, every chunk with its right checksum."""
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bench.png", picture("PNG")),
        ("Onze werkplaats.JPG", picture("JPEG")),
        ("named otherwise.png", picture("JPEG")),
        ("bench.jpg", picture("PNG")),
    ],
    ids=["png", "jpeg", "jpeg called png", "png called jpeg"],
)
def test_a_picture_beside_the_text_is_taken_with_its_words_whatever_it_is_called(
    tmp_path: Path, name: str, content: bytes
) -> None:
    story = read(tmp_path, name, content)
    assert isinstance(story, Story)
    assert story.picture == ""
    assert story.photo is not None
    assert story.photo.text == "A workshop with two benches"
    assert painted(story.photo.content).size == (40, 40)


@pytest.mark.parametrize(
    ("name", "content", "mistake"),
    [
        ("bench.png", None, Mistake.PICTURE),
        ("../bench.png", None, Mistake.PICTURE),
        ("/etc/bench.png", None, Mistake.PICTURE),
        ("C:bench.png", None, Mistake.PICTURE),
        ("bench.png", b"no picture", Mistake.PICTURE_BROKEN),
        ("bench.png", picture("GIF"), Mistake.PICTURE_BROKEN),
        ("bench.png", picture("PNG", 400)[:-30], Mistake.PICTURE_BROKEN),
        ("bench.jpg", picture("JPEG", 400)[:-300], Mistake.PICTURE_BROKEN),
        ("bench.png", deep_png(90, 90, b"no pixels", 8, 2), Mistake.PICTURE_BROKEN),
        ("bench.png", deep_png(90, 90, b"", 8, 2), Mistake.PICTURE_BROKEN),
        ("bench.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', Mistake.PICTURE_BROKEN),
        ("bench.png", b"x" * (photos.MOST_BYTES + 1), Mistake.PICTURE_LARGE),
        ("bench.png", picture("PNG", 6500), Mistake.PICTURE_LARGE),
        ("bench.png", deep_png(1, 39_000_000, b"", 1, 0), Mistake.PICTURE_LARGE),
    ],
    ids=range(14),
)
def test_what_is_no_picture_is_told_beforehand_with_its_line(
    tmp_path: Path, name: str, content: bytes | None, mistake: Mistake
) -> None:
    found = read(tmp_path, name, content)
    assert found == Problem("work.en.md", mistake, name, 7)


def test_a_drawing_is_refused_in_one_sentence_that_says_what_to_use(tmp_path: Path) -> None:
    found = read(tmp_path, "bench.svg", b"<svg/>")
    assert isinstance(found, Problem)
    use_language("en")
    said = problem_text(found.mistake, found.about)
    assert said == "the picture \u201cbench.svg\u201d can't be opened. Use PNG or JPEG."


def test_a_huge_picture_becomes_no_larger_than_a_screen(tmp_path: Path) -> None:
    story = read(tmp_path, "bench.jpg", picture("JPEG", 6000))
    assert isinstance(story, Story)
    assert story.photo is not None
    assert painted(story.photo.content).size == (1920, 1920)
    assert len(story.photo.content) < 1_000_000


def test_a_photo_that_was_taken_upright_stands_upright(tmp_path: Path) -> None:
    turned, content = Image.Exif(), BytesIO()
    turned[0x0112] = 6
    Image.new("RGB", (60, 40), "teal").save(content, "JPEG", exif=turned)
    story = read(tmp_path, "bench.jpg", content.getvalue())
    assert isinstance(story, Story)
    assert story.photo is not None
    assert painted(story.photo.content).size == (40, 60)


def test_what_one_can_see_through_stays_so_and_deep_greys_stay_grey(tmp_path: Path) -> None:
    clear = BytesIO()
    Image.new("RGBA", (9, 9), (0, 128, 128, 0)).save(clear, "PNG")
    row = b"\0" + struct.pack(">H", 0x8000) * 9
    deep = deep_png(9, 9, zlib.compress(row * 9), 16, 0)
    seen = []
    for content in (clear.getvalue(), deep):
        story = read(tmp_path, "bench.png", content)
        assert isinstance(story, Story)
        assert story.photo is not None
        seen.append(painted(story.photo.content).getpixel((4, 4)))
    assert seen == [(0, 128, 128, 0), (128, 128, 128)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes or devices in a folder")
@pytest.mark.parametrize("what", ["pipe", "device", "elsewhere"])
def test_only_a_plain_file_beside_the_text_is_a_picture(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture("PNG"))
    if what == "pipe":
        os.mkfifo(folder / "bench.png")
    else:
        target = tmp_path / "secret.png" if what == "elsewhere" else Path("/dev/zero")
        (folder / "bench.png").symlink_to(target)
    found = read(folder, "bench.png", None)
    assert found == Problem("work.en.md", Mistake.PICTURE, "bench.png", 7)


def test_a_picture_is_looked_at_once_until_it_changes(tmp_path: Path) -> None:
    read(tmp_path, "bench.png", picture("PNG"))
    before = photos._looked_at.cache_info()
    read(tmp_path, "bench.png", None)
    after = photos._looked_at.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1)


def test_a_picture_without_words_is_not_shown(tmp_path: Path) -> None:
    found = read(tmp_path, "bench.png", picture("PNG"), more="")
    assert found == Problem("work.en.md", Mistake.PICTURE_TEXT, "bench.png", 7)


def test_another_picture_under_the_same_name_is_another_story(tmp_path: Path) -> None:
    read(tmp_path, "bench.png", picture("PNG"))
    before = read_library([tmp_path]).fingerprint("work")
    read(tmp_path, "bench.png", picture("PNG", 41))
    assert read_library([tmp_path]).fingerprint("work") != before
