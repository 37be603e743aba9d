"""Camera frames of 1080 lines with a badge code in them, drawn the same again for a seed.

Each class is one kind of trouble at a desk, from mild to more than a camera can take, so that a
rate of 100 % means that the class is too easy to tell two decoders apart.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from kiosk.domain.codes import new_code
from kiosk.printing.qr import MODULES, QUIET, rectangles

WIDTH, HEIGHT = 1920, 1080
SIDE = MODULES + 2 * QUIET
FINE = 24
"""Pixels of a module in the drawing that is then laid into the frame."""

Grey = Image.Image
Spot = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """A picture and the code that it holds; none in an empty scene."""

    picture: Grey
    code: str


def badge(code: str, ink: int = 30, paper: int = 225) -> Grey:
    """A code with its quiet zone."""
    picture = Image.new("L", (SIDE * FINE, SIDE * FINE), paper)
    draw = ImageDraw.Draw(picture)
    for column, row, columns, rows in rectangles(code):
        left, top = (column + QUIET) * FINE, (row + QUIET) * FINE
        draw.rectangle((left, top, left + columns * FINE - 1, top + rows * FINE - 1), fill=ink)
    return picture


def noise(mill: random.Random, size: tuple[int, int]) -> Grey:
    """Grain around the middle grey, almost bell-shaped."""
    layers = [Image.frombytes("L", size, mill.randbytes(size[0] * size[1])) for _ in range(2)]
    return ImageChops.add(*layers, scale=2)


def grain(mill: random.Random, picture: Grey, strength: float) -> Grey:
    """The noise of a sensor; ``strength`` is the share of the full range."""
    speckle = noise(mill, picture.size).point(
        [round((v - 128) * strength + 128) for v in range(256)]
    )
    return ImageChops.add(picture, speckle, offset=-128)


def scene(mill: random.Random, light: int = 120) -> Grey:
    """A room out of focus with a few sharp things in it: shelves, cables, a printed page."""
    rough = noise(mill, (24, 14)).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    picture = rough.point([max(0, min(255, round((v - 128) * 0.6 + light))) for v in range(256)])
    draw = ImageDraw.Draw(picture)
    for _ in range(14):
        left, top = mill.randrange(WIDTH), mill.randrange(HEIGHT)
        area = (left, top, left + mill.randrange(20, 400), top + mill.randrange(8, 260))
        draw.rectangle(area, fill=mill.randrange(20, 235))
    for _ in range(10):
        line_of_print(mill, draw)
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def line_of_print(mill: random.Random, draw: ImageDraw.ImageDraw) -> None:
    """Small dark bars, as text looks to a camera."""
    left, top = mill.randrange(WIDTH), mill.randrange(HEIGHT)
    for _ in range(24):
        width = mill.randrange(3, 14)
        draw.rectangle((left, top, left + width, top + 12), fill=mill.randrange(20, 90))
        left += width + mill.randrange(3, 8)


def corners(middle: Spot, side: float, turn: float, tilt: Spot = (0.0, 0.0)) -> list[Spot]:
    """Where the four corners of a badge lie; ``tilt`` brings one side nearer, in radians."""
    spots = []
    for x, y in ((-1, -1), (-1, 1), (1, 1), (1, -1)):
        across = x * cos(turn) - y * sin(turn)
        down = x * sin(turn) + y * cos(turn)
        depth = 1 + 0.35 * (across * sin(tilt[0]) + down * sin(tilt[1]))
        spots.append(
            (
                middle[0] + side / 2 * across * cos(tilt[0]) / depth,
                middle[1] + side / 2 * down * cos(tilt[1]) / depth,
            )
        )
    return spots


def lay(ground: Grey, card: Grey, spots: list[Spot]) -> Grey:
    """The card in the frame with its corners there (top left, bottom left, bottom right, …)."""
    left, top = (int(min(spot[at] for spot in spots)) - 2 for at in (0, 1))
    right, bottom = (int(max(spot[at] for spot in spots)) + 3 for at in (0, 1))
    width, height = card.size
    # drawn twice as large as needed and averaged down: what a lens does to fine detail
    target = [((x - left) * 2, (y - top) * 2) for x, y in spots]
    source = [(0.0, 0.0), (0.0, float(height)), (float(width), float(height)), (float(width), 0.0)]
    size = ((right - left) * 2, (bottom - top) * 2)
    data = homography(target, source)
    nearer = card.resize(
        (max(SIDE, min(width, size[0])), max(SIDE, min(height, size[1]))), Image.Resampling.BOX
    )
    shrink = (nearer.width / width, nearer.height / height)
    data = [
        value * shrink[0 if at < 3 else 1] if at < 6 else value for at, value in enumerate(data)
    ]
    method, smooth = Image.Transform.PERSPECTIVE, Image.Resampling.BILINEAR
    laid = nearer.transform(size, method, data, smooth).reduce(2)
    mask = Image.new("L", nearer.size, 255).transform(size, method, data, smooth).reduce(2)
    result = ground.copy()
    result.paste(laid, (left, top), mask)
    return result


def homography(target: list[Spot], source: list[Spot]) -> list[float]:
    """The eight numbers that Pillow wants: from a pixel of the target to one of the source."""
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for at in range(8):
        pivot = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(8):
            if row != at:
                share = rows[row][at]
                rows[row] = [a - share * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [row[8] for row in rows]


@dataclass
class Shot:
    """One frame in the making. ``hard`` runs from 0, mild, to 1."""

    mill: random.Random
    hard: float

    def between(self, mild: float, severe: float) -> float:
        """A value that is worse the harder the frame is."""
        return mild + (severe - mild) * self.hard

    def put(
        self,
        code: str,
        module: float,
        *,
        turn: float | None = None,
        tilt: Spot = (0.0, 0.0),
        card: Grey | None = None,
        light: int = 120,
    ) -> Grey:
        """The badge somewhere in a scene, ``module`` pixels wide each."""
        side = module * SIDE
        room = side * 0.75
        middle = (
            self.mill.uniform(room, WIDTH - room),
            self.mill.uniform(min(room, HEIGHT / 2), max(HEIGHT - room, HEIGHT / 2)),
        )
        turn = self.mill.uniform(-0.35, 0.35) if turn is None else turn
        return lay(scene(self.mill, light), card or badge(code), corners(middle, side, turn, tilt))


def sharp(shot: Shot, code: str) -> Grey:
    picture = shot.put(code, shot.between(10, 3))
    return grain(shot.mill, picture, 0.03)


def turned(shot: Shot, code: str) -> Grey:
    picture = shot.put(code, shot.between(9, 3), turn=shot.mill.uniform(-pi, pi))
    return grain(shot.mill, picture, 0.04)


def tilted(shot: Shot, code: str) -> Grey:
    lean = shot.between(0.4, 1.2)
    way = shot.mill.uniform(-pi, pi)
    picture = shot.put(code, 8, tilt=(lean * cos(way), lean * sin(way)))
    return grain(shot.mill, picture, 0.04)


def blurred(shot: Shot, code: str) -> Grey:
    module = shot.mill.uniform(4, 9)
    picture = shot.put(code, module)
    soft = picture.filter(ImageFilter.GaussianBlur(module * shot.between(0.3, 1.0)))
    return grain(shot.mill, soft, 0.03)


def too_near(shot: Shot, code: str) -> Grey:
    """Held close to a lens that can not focus there."""
    module = shot.mill.uniform(10, 26)
    picture = shot.put(code, module, turn=shot.mill.uniform(-0.2, 0.2))
    soft = picture.filter(ImageFilter.GaussianBlur(module * shot.between(0.3, 0.8)))
    return grain(shot.mill, soft, 0.03)


def moved(shot: Shot, code: str) -> Grey:
    module = shot.mill.uniform(5, 9)
    picture = shot.put(code, module)
    length = max(2, round(module * shot.between(0.6, 2.6)))
    return grain(shot.mill, smear(picture, length, shot.mill.uniform(0, pi)), 0.03)


def smear(picture: Grey, length: int, way: float) -> Grey:
    """The mean of as many shifted copies: a hand that moved while the shutter was open."""
    mean = picture
    for step in range(1, length):
        shifted = ImageChops.offset(picture, round(step * cos(way)), round(step * sin(way)))
        mean = Image.blend(mean, shifted, 1 / (step + 1))
    return mean


def glaring(shot: Shot, code: str) -> Grey:
    """A lamp on a plastic sleeve: a white spot with a soft edge, over part of the code."""
    module = shot.mill.uniform(5, 9)
    side = module * SIDE
    middle = (shot.mill.uniform(side, WIDTH - side), HEIGHT / 2)
    picture = lay(
        scene(shot.mill), badge(code), corners(middle, side, shot.mill.uniform(-0.3, 0.3))
    )
    lamp = Image.new("L", (WIDTH // 4, HEIGHT // 4), 0)
    reach = side * shot.between(0.10, 0.34)
    way = shot.mill.uniform(-pi, pi)
    spot = (middle[0] + side * 0.24 * cos(way), middle[1] + side * 0.24 * sin(way))
    area = [(spot[at] + sign * reach) / 4 for sign in (-1, 1) for at in (0, 1)]
    ImageDraw.Draw(lamp).ellipse(area, fill=235)
    soft = lamp.filter(ImageFilter.GaussianBlur(reach / 8)).resize((WIDTH, HEIGHT))
    return grain(shot.mill, ImageChops.add(picture, soft), 0.03)


def dark(shot: Shot, code: str) -> Grey:
    """Low light: little contrast, and the grain of a sensor at its limit."""
    picture = shot.put(code, shot.mill.uniform(4, 9))
    depth = shot.between(0.40, 0.10)
    dim = picture.point([round(value * depth + 16) for value in range(256)])
    return grain(shot.mill, dim, shot.between(0.10, 0.22))


def small(shot: Shot, code: str) -> Grey:
    picture = shot.put(code, shot.between(3.0, 1.25), turn=shot.mill.uniform(-0.5, 0.5))
    return grain(shot.mill, picture.filter(ImageFilter.GaussianBlur(0.5)), 0.03)


def phone(shot: Shot, code: str, *, inverted: bool = False) -> Grey:
    """A bright screen in a dark frame, with a grid of pixels that beats with the camera's own."""
    ink, paper = (250, 12) if inverted else (12, 250)
    card = badge(code, ink, paper)
    grid = Image.new("L", card.size, 255)
    draw = ImageDraw.Draw(grid)
    pitch = 8
    for at in range(0, card.width, pitch):
        draw.rectangle((at, 0, at + 2, card.height), fill=round(shot.between(200, 70)))
        draw.rectangle((0, at, card.width, at + 2), fill=round(shot.between(200, 70)))
    case = Image.new("L", (card.width + 4 * FINE, card.height * 3 // 2), 10)
    screen = Image.new("L", (card.width + 2 * FINE, card.height * 4 // 3), paper)
    case.paste(screen, (FINE, FINE * 2))
    case.paste(ImageChops.multiply(card, grid), (2 * FINE, 5 * FINE))
    module = shot.between(8, 3)
    width, height = case.width / FINE * module, case.height / FINE * module
    left = shot.mill.uniform(60, WIDTH - width - 60)
    top = shot.mill.uniform(20, max(21, HEIGHT - height - 20))
    lean = shot.mill.uniform(-0.1, 0.1) * height
    spots = [(left, top), (left + lean, top + height), (left + width + lean, top + height),
             (left + width, top)]  # fmt: skip
    picture = lay(scene(shot.mill, light=60), case, spots)
    return grain(shot.mill, picture.filter(ImageFilter.GaussianBlur(shot.between(0.7, 1.6))), 0.05)


def phone_dark_mode(shot: Shot, code: str) -> Grey:
    return phone(shot, code, inverted=True)


CLASSES: dict[str, Callable[[Shot, str], Grey]] = {
    "sharp": sharp,
    "turned": turned,
    "tilted": tilted,
    "blurred": blurred,
    "too near": too_near,
    "moved": moved,
    "glare": glaring,
    "dark and noisy": dark,
    "small": small,
    "phone screen": phone,
    "phone, dark mode": phone_dark_mode,
}


def frames(name: str, count: int) -> Iterator[Frame]:
    """As many frames of a class, from mild to hard."""
    for number in range(count):
        mill = random.Random(f"{name} {number}")
        code = new_code(mill.choice)
        shot = Shot(mill, number / max(1, count - 1))
        yield Frame(CLASSES[name](shot, code), code)


def empty_frames() -> dict[str, Grey]:
    """What a camera sees for most of the day."""
    mill = random.Random("empty")
    return {
        "a lens cap": Image.new("L", (WIDTH, HEIGHT), 17),
        "a wall": grain(mill, Image.linear_gradient("L").resize((WIDTH, HEIGHT)), 0.02),
        "a room": grain(mill, scene(mill), 0.04),
        "a dark room": grain(mill, scene(mill, 40), 0.10),
        "a cellar": grain(mill, scene(mill, 20), 0.20),
    }
