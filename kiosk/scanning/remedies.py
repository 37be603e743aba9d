"""What is done to a picture before it is read once more, each against one kind of trouble.

All of it is Pillow at the speed of C. Grey values stay 8 bits; what does not fit is cut off.
"""

from PIL import Image as Images
from PIL import ImageChops, ImageFilter, ImageOps
from PIL.Image import Image, Resampling

MIDDLE = 128
_STEEP = tuple(max(0, min(255, (value - MIDDLE) * 4 + MIDDLE)) for value in range(256))
_PASSES = 6


def flattened(picture: Image) -> Image:
    """Against glare and shadow: how much each pixel differs from its surroundings."""
    around = picture.filter(ImageFilter.BoxBlur(12))
    return ImageChops.subtract(picture, around, offset=MIDDLE).point(_STEEP)


def crisp(picture: Image) -> Image:
    """Against a little blur: every edge four times as steep."""
    return Images.blend(picture.filter(ImageFilter.BoxBlur(4)), picture, 4)


def deblurred(picture: Image, radius: int) -> Image:
    """Against much blur: guess what would look like this once blurred, and better the guess.

    Each pass adds the difference between the picture and the blurred guess to the guess (van
    Cittert 1931). At half the size, because blur has left no finer detail. ``radius`` is that of
    the blur, in pixels of the half-sized picture.
    """
    seen = picture.reduce(2)
    guess = seen
    for _ in range(_PASSES):
        error = ImageChops.subtract(seen, guess.filter(ImageFilter.BoxBlur(radius)), offset=MIDDLE)
        guess = ImageChops.add(guess, error, offset=-MIDDLE)
    return enlarged(guess, 2)


def enlarged(picture: Image, times: int) -> Image:
    """Against small modules: more pixels for each, with soft edges between them."""
    size = (picture.width * times, picture.height * times)
    return picture.resize(size, Resampling.BICUBIC)


def narrowed(picture: Image) -> Image:
    """Against a badge held aslant: half as wide, so that a low code is square again."""
    return picture.resize((picture.width, picture.height * 2), Resampling.BICUBIC)


def flatter(picture: Image) -> Image:
    """The same for a code that looks too high."""
    return picture.resize((picture.width * 2, picture.height), Resampling.BICUBIC)


def framed(picture: Image) -> Image:
    """Against a picture that ends where the code does: a white margin."""
    return ImageOps.expand(picture, max(8, max(picture.size) // 6), fill=255)
