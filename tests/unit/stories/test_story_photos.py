"""A picture beside a text: a bare name, looked at beforehand, with words for who can't see it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain.stories import Story
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
FOREIGN = '<image href="x.png"/>'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/>{more}</svg>'


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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bench.png", picture("PNG")),
        ("Onze werkplaats.JPG", picture("JPEG")),
        ("bench.svg", DRAWING.format(more="").encode()),
    ],
)
def test_a_picture_beside_the_text_is_taken_with_its_words(
    tmp_path: Path, name: str, content: bytes
) -> None:
    story = read(tmp_path, name, content)
    assert isinstance(story, Story)
    assert story.picture == ""
    assert story.photo is not None
    assert story.photo.path == tmp_path / name
    assert story.photo.text == "A workshop with two benches"


@pytest.mark.parametrize(
    ("name", "content", "mistake"),
    [
        ("bench.png", None, Mistake.PICTURE),
        ("../bench.png", None, Mistake.PICTURE),
        ("/etc/bench.png", None, Mistake.PICTURE),
        ("C:bench.png", None, Mistake.PICTURE),
        ("bench.gif", None, Mistake.PICTURE),
        ("bench.png", b"no picture", Mistake.PICTURE_BROKEN),
        ("bench.png", picture("GIF"), Mistake.PICTURE_BROKEN),
        ("bench.png", picture("PNG", 400)[:-30], Mistake.PICTURE_BROKEN),
        ("bench.jpg", picture("JPEG", 400)[:-300], Mistake.PICTURE_BROKEN),
        ("bench.svg", b"<html/>", Mistake.PICTURE_BROKEN),
        ("bench.svg", b"<svg", Mistake.PICTURE_BROKEN),
        ("bench.svg", b"\xff\xfe", Mistake.PICTURE_BROKEN),
        ("bench.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', Mistake.PICTURE_BROKEN),
        ("bench.svg", DRAWING.format(more=FOREIGN).encode(), Mistake.PICTURE_BROKEN),
        ("bench.png", b"x" * (photos.MOST_BYTES + 1), Mistake.PICTURE_LARGE),
        ("bench.png", picture("PNG", 6500), Mistake.PICTURE_LARGE),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_picture_is_told_beforehand_with_its_line(
    tmp_path: Path, name: str, content: bytes | None, mistake: Mistake
) -> None:
    found = read(tmp_path, name, content)
    assert found == Problem("work.en.md", mistake, name, 7)


def test_a_picture_without_words_is_not_shown(tmp_path: Path) -> None:
    found = read(tmp_path, "bench.png", picture("PNG"), more="")
    assert found == Problem("work.en.md", Mistake.PICTURE_TEXT, "bench.png", 7)


def test_another_picture_under_the_same_name_is_another_story(tmp_path: Path) -> None:
    read(tmp_path, "bench.png", picture("PNG"))
    before = read_library([tmp_path]).fingerprint("work")
    read(tmp_path, "bench.png", picture("PNG", 41))
    assert read_library([tmp_path]).fingerprint("work") != before
