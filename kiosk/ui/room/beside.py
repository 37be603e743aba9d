"""What stands beside the ring in a round, at its end, in a break and at the interest time."""

from functools import partial

from PySide6.QtCore import QRectF

from kiosk.i18n import _
from kiosk.services.room import RoomScene, RoomState
from kiosk.ui.room import words
from kiosk.ui.room.canvas import CENTRE, Canvas
from kiosk.ui.room.prompts import prompt_for
from kiosk.ui.room.ring import words_area
from kiosk.ui.room.stack import Stack
from kiosk.ui.room.story import draw_story_beside

SOFT = 40.0


def draw_beside(canvas: Canvas, scene: RoomScene) -> None:
    """The words for a scene with a ring."""
    area = words_area(canvas.frame)
    if scene.story is not None:
        draw_story_beside(canvas, scene, area)
        return
    stack = Stack(area.width())
    builders = {
        RoomState.ROUND: _round,
        RoomState.LAST_MINUTE: _last_minute,
        RoomState.TIME_UP: _time_up,
        RoomState.BREAK: _break,
        RoomState.INTEREST: _interest,
    }
    builders[scene.state](canvas, scene, stack)
    stack.draw(area)


def _round(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    _round_heading(canvas, scene, stack)
    stack.add(18, partial(_pips, canvas, scene), gap=30)
    question = _("Ask each other: “{question}”").format(
        question=scene.question or prompt_for(scene.round_number or 1)
    )
    _quoted(canvas, stack, question)
    if scene.two_minutes:
        _calm_word(canvas, stack, _("2 minutes left"), gap=44)
    else:
        _soft_line(canvas, stack, words.soon(scene), gap=44)


def _last_minute(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    _round_heading(canvas, scene, stack)
    _banner(canvas, stack, _("1 minute to go"))
    _text(canvas, stack, _("Say thank you."), gap=44)
    _text(canvas, stack, _("Note whether you would like to see each other again."), gap=8)


def _time_up(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    _round_heading(canvas, scene, stack)
    _banner(canvas, stack, _("Time is up"))
    _text(canvas, stack, _("Thank each other and take your things."), gap=44)
    _soft_line(canvas, stack, words.after_round(scene), gap=20)


def _break(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    stack.add(92, partial(_icon, canvas, "coffee"))
    _heading(canvas, stack, words.title(scene), gap=26)
    _line(canvas, stack, words.next_line(scene), gap=26)
    _soft_line(canvas, stack, words.after_break(scene), gap=16)


def _interest(canvas: Canvas, _scene: RoomScene, stack: Stack) -> None:
    stack.add(92, partial(_icon, canvas, "heart"))
    _heading(canvas, stack, _("Whom would you like to see again?"), gap=22, size=76)
    for number, step in enumerate(words.interest_steps(), 1):
        _step(canvas, stack, number, step)
    privacy = _("Only when you both say yes do we share contact details.")
    _wrapped(canvas, stack, privacy, canvas.size.caption, canvas.night.faint, gap=30)


def _round_heading(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    stack.add(128, partial(_two_part_heading, canvas, words.round_parts(scene)))


def _two_part_heading(canvas: Canvas, parts: tuple[str, str], area: QRectF) -> None:
    heavy = canvas.weight.extrabold
    whole = canvas.width_of(" ".join(parts), canvas.size.heading, heavy)
    size = canvas.size.heading * min(1, area.width() / whole)
    used = canvas.line(area, parts[0], size, canvas.night.text, heavy)
    rest = area.adjusted(used + canvas.width_of(" ", size, heavy), 0, 0, 0)
    canvas.line(rest, parts[1], size, canvas.night.faint, canvas.weight.bold)


def _pips(canvas: Canvas, scene: RoomScene, area: QRectF) -> None:
    """One short bar for each round: held, running, still to come."""
    current = scene.round_number or 1
    width = min(74.0, (area.width() + 14) / max(1, scene.rounds) - 14)
    for number in range(1, scene.rounds + 1):
        done, now = canvas.night.running, canvas.night.last_minute
        colour = done if number < current else now if number == current else canvas.night.track
        left = area.left() + (number - 1) * (width + 14)
        canvas.panel(QRectF(left, area.top(), width, area.height()), colour, area.height() / 2)


def _quoted(canvas: Canvas, stack: Stack, text: str) -> None:
    size, weight, width = canvas.size.body, canvas.weight.semibold, stack.width - 96
    height = canvas.height_of(text, size, weight, width) + 68

    def draw(area: QRectF) -> None:
        canvas.edged_panel(area, canvas.night.panel, canvas.night.last_minute)
        inside = area.adjusted(50, 34, -46, -20)
        canvas.paragraph(inside, text, size, canvas.night.text, weight)

    stack.add(height, draw, gap=38)


def _banner(canvas: Canvas, stack: Stack, text: str) -> None:
    def draw(area: QRectF) -> None:
        canvas.panel(area, canvas.night.last_minute)
        inside = area.adjusted(40, 0, -40, 0)
        canvas.line(inside, text, 60, canvas.tokens.light.ink, canvas.weight.bold)

    stack.add(142, draw, gap=30)


def _heading(
    canvas: Canvas, stack: Stack, text: str, gap: float = 0, size: float | None = None
) -> None:
    size = size or canvas.size.heading
    size = canvas.heading_size(text, size, stack.width, 2.6 * size)
    _wrapped(canvas, stack, text, size, canvas.night.text, gap, canvas.weight.extrabold)


def _text(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    _wrapped(canvas, stack, text, canvas.size.body, canvas.night.text, gap)


def _wrapped(
    canvas: Canvas,
    stack: Stack,
    text: str,
    size: float,
    colour: str,
    gap: float,
    weight: int | None = None,
) -> None:
    weight = weight or canvas.weight.regular
    height = canvas.height_of(text, size, weight, stack.width)

    def draw(area: QRectF) -> None:
        canvas.paragraph(area.adjusted(0, 0, 0, 2), text, size, colour, weight)

    stack.add(height, draw, gap)


def _line(canvas: Canvas, stack: Stack, text: str, gap: float, size: float | None = None) -> None:
    """A line; where it would become too small to read, its parts go below each other."""
    size = size or canvas.size.body
    plain = text.replace("*", "")
    too_long = canvas.width_of(plain, size, canvas.weight.regular) > stack.width * 1.15
    for index, part in enumerate(text.split(" · ") if too_long else [text]):
        draw = partial(_marked, canvas, part, size)
        stack.add(size * 1.4, draw, gap if index == 0 else 0)


def _soft_line(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    _line(canvas, stack, text, gap, SOFT)


def _calm_word(canvas: Canvas, stack: Stack, text: str, gap: float) -> None:
    """As high as a soft line, so that nothing else moves when it comes and goes."""

    def draw(area: QRectF) -> None:
        mark = QRectF(area.left(), area.top() + 2, 52, 52)
        canvas.icon("clock", mark, canvas.night.last_minute)
        words_area = area.adjusted(72, 0, 0, 0)
        canvas.line(words_area, text, 52, canvas.night.last_minute, canvas.weight.bold)

    stack.add(SOFT * 1.4, draw, gap)


def _marked(canvas: Canvas, text: str, size: float, area: QRectF) -> None:
    canvas.marked_line(area, text, size, canvas.night.muted)


def _icon(canvas: Canvas, name: str, area: QRectF) -> None:
    mark = QRectF(area.left(), area.top(), area.height(), area.height())
    canvas.icon(name, mark, canvas.night.last_minute)


def _step(canvas: Canvas, stack: Stack, number: int, text: str) -> None:
    size, weight = canvas.size.body, canvas.weight.regular
    high = canvas.height_of(text, size, weight, stack.width - 96)

    def draw(area: QRectF) -> None:
        disc = QRectF(area.left(), area.top(), 68, 68)
        canvas.panel(disc, canvas.night.panel, 34)
        canvas.line(disc, str(number), 38, canvas.night.running, canvas.weight.bold, CENTRE)
        inside = QRectF(area.left() + 96, area.top() + 5, area.width() - 96, high + 4)
        canvas.paragraph(inside, text, size, canvas.night.text, weight)

    stack.add(max(68, high), draw, gap=30 if number == 1 else 22)
