"""Codes are read as a camera sees them: turned, mirrored, soft, small, several at once."""

import random

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageOps

from benchmarks.camera_frames import CLASSES, empty_frames, frames
from kiosk.domain.codes import new_code
from kiosk.scanning.decoding import Decoded, LiveDecoder, decode, picture_of, reduced_to
from kiosk.scanning.looks import LIVE
from kiosk.scanning.picture import Picture, every_other
from tests.helpers.cameras import badge, desk

CODE, OTHER = (new_code(random.Random(seed).choice) for seed in (1, 2))
READ = (Decoded(CODE, is_badge_code=True),)


def plain(picture: Image.Image) -> set[str]:
    """What zxing-cpp alone reads."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return {code.text for code in found}


def texts(found: tuple[Decoded, ...]) -> set[str]:
    return {code.text for code in found}


def other_qr(text: str) -> Image.Image:
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return Image.fromarray(made.to_image(scale=6)).convert("L")


class Steps:
    """A timer that says how much time each look took."""

    def __init__(self, step: float) -> None:
        self.step = step
        self.now = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.mark.parametrize("turn", [0, 17, 45, 90, 180, 200, 270])
def test_a_badge_is_read_however_it_is_turned(turn: int) -> None:
    turned = desk(badge(CODE)).rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=130)
    assert decode(turned) == READ


def test_a_mirrored_badge_is_read() -> None:
    assert decode(ImageOps.mirror(desk(badge(CODE)))) == READ


def test_light_on_dark_is_read() -> None:
    assert decode(desk(badge(CODE, ink=255, paper=0), ground=0)) == READ


def test_two_badges_in_one_picture_are_both_read() -> None:
    assert texts(decode(desk(badge(CODE), badge(OTHER)))) == {CODE, OTHER}


def test_a_text_that_is_there_twice_is_told_once() -> None:
    assert decode(desk(badge(CODE), badge(CODE))) == READ


def test_other_qr_codes_are_told_and_are_no_badge_codes() -> None:
    found = decode(desk(other_qr("https://example.org/?a=1"), badge(CODE)))
    assert {code.text: code.is_badge_code for code in found} == {
        "https://example.org/?a=1": False,
        CODE: True,
    }


def test_a_badge_code_with_a_wrong_letter_is_no_badge_code() -> None:
    wrong = CODE[:-1] + ("B" if CODE[-1] != "B" else "C")
    assert decode(desk(badge(wrong))) == (Decoded(wrong, is_badge_code=False),)


def test_a_code_that_fills_the_picture_without_a_margin_is_read() -> None:
    assert decode(ImageOps.crop(badge(CODE, module=1), 4)) == READ


def test_a_huge_picture_is_read() -> None:
    assert decode(desk(badge(CODE, module=60), size=(4000, 3000))) == READ
    assert decode(desk(badge(CODE, module=5), size=(4000, 3000))) == READ


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (1, 4000), (4000, 1), (9, 9)])
def test_a_picture_too_small_for_a_code_holds_none(size: tuple[int, int]) -> None:
    assert decode(Image.new("L", size, 200)) == ()
    assert LiveDecoder(budget=9).decode(picture_of(Image.new("L", size, 200))) == ()


@pytest.mark.parametrize("name", empty_frames())
def test_nothing_is_read_where_there_is_nothing(name: str) -> None:
    picture = empty_frames()[name]
    assert LiveDecoder(budget=9).decode(picture_of(picture)) == ()


def test_a_blurred_badge_is_read_where_zxing_alone_fails() -> None:
    soft = desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6))
    assert plain(soft) == set()
    assert decode(soft) == READ


def test_a_badge_under_a_lamp_is_read_where_zxing_alone_fails() -> None:
    frame = next(frame for frame in frames("glare", 24) if not plain(frame.picture))
    assert texts(decode(frame.picture)) == {frame.code}


@pytest.mark.parametrize("name", CLASSES)
def test_no_frame_that_zxing_alone_reads_is_lost(name: str) -> None:
    for frame in frames(name, 2):
        assert plain(frame.picture) <= texts(LiveDecoder().decode(picture_of(frame.picture)))


def test_a_camera_finds_what_a_file_gives_within_some_frames() -> None:
    soft = picture_of(desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6)))
    live = LiveDecoder(budget=1.5, timer=Steps(1))
    tries = [live.decode(soft) for _ in LIVE]
    assert tries[0] == ()
    assert READ in tries


def test_what_helped_once_is_tried_first_in_the_next_frame() -> None:
    soft = picture_of(desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6)))
    live = LiveDecoder(budget=4, timer=Steps(1))
    while live.decode(soft) != READ:
        pass
    assert live.decode(soft) == READ


def test_a_frame_that_has_used_up_its_time_is_not_looked_at_again() -> None:
    soft = picture_of(desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6)))
    live = LiveDecoder(budget=0.5, timer=Steps(1))
    assert [live.decode(soft) for _ in LIVE] == [()] * len(LIVE)


def test_one_slow_look_is_tried_again_after_a_while() -> None:
    soft = picture_of(desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6)))
    timer = Steps(100)
    live = LiveDecoder(budget=150, timer=timer)
    assert live.decode(soft) == ()
    timer.step = 1
    assert any(live.decode(soft) == READ for _ in range(50))


def test_a_poster_on_the_wall_does_not_hide_a_blurred_badge() -> None:
    scene = desk(badge(CODE)).filter(ImageFilter.GaussianBlur(4.6))
    scene.paste(other_qr("https://example.org"), (600, 300))
    live = LiveDecoder(budget=9)
    assert texts(live.decode(picture_of(scene))) == {"https://example.org", CODE}


def test_the_padding_of_a_cameras_rows_is_passed_over() -> None:
    seen = desk(badge(CODE))
    rows = [
        seen.crop((0, y, seen.width, y + 1)).tobytes() + b"\xaa" * 64 for y in range(seen.height)
    ]
    padded = Picture(seen.width, seen.height, seen.width + 64, b"".join(rows))
    assert LiveDecoder().decode(padded) == READ
    assert decode(padded) == READ
    assert reduced_to(padded, 640).pixels == seen.reduce(2).tobytes()


@pytest.mark.parametrize("first", [0, 1])
def test_grey_is_taken_from_between_the_colours(first: int) -> None:
    seen = desk(badge(CODE))
    packed = bytearray(b"\x80" * (2 * seen.width * seen.height))
    packed[first::2] = seen.tobytes()
    picture = every_other(bytes(packed), *seen.size, 2 * seen.width, first)
    assert picture == picture_of(seen)


@pytest.mark.parametrize(
    ("width", "height", "stride", "count"), [(10, 10, 10, 99), (10, 10, 9, 200), (0, 5, 5, 99)]
)
def test_a_picture_with_too_few_bytes_is_refused(
    width: int, height: int, stride: int, count: int
) -> None:
    with pytest.raises(ValueError, match="bytes"):
        Picture(width, height, stride, bytes(count))


def test_a_picture_in_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="RGB"):
        decode(Image.new("RGB", (50, 50)))


@given(st.integers(1, 90), st.integers(1, 90), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_any_bytes_are_a_picture_and_never_an_error(
    width: int, height: int, mill: random.Random
) -> None:
    picture = Picture(width, height, width, mill.randbytes(width * height))
    LiveDecoder(budget=9).decode(picture)


def test_a_dim_badge_is_read() -> None:
    dim = desk(badge(CODE)).point([value // 12 + 9 for value in range(256)])
    speckle = Image.frombytes("L", dim.size, random.Random(3).randbytes(dim.width * dim.height))
    noisy = ImageChops.add(dim, speckle.point([value // 40 for value in range(256)]))
    assert decode(noisy) == READ
