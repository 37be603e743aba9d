"""What stands beside the ring in a round, at its end, in a break and at the interest time."""

from functools import partial

from PySide6.QtCore import QRectF

from kiosk.i18n import _
from kiosk.services.room import RoomScene, RoomState
from kiosk.ui.room import words
from kiosk.ui.room.blocks import (
    SOFT,
    banner,
    calm_word,
    heading,
    icon_at_left,
    marked_line,
    numbered_step,
    plain_text,
    quoted,
    soft_line,
    wrapped,
)
from kiosk.ui.room.canvas import Canvas
from kiosk.ui.room.ring import words_area
from kiosk.ui.room.stack import Stack
from kiosk.ui.room.story import draw_story_beside


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
    if scene.question:
        quoted(canvas, stack, _("Ask each other: “{question}”").format(question=scene.question))
    if scene.two_minutes:
        calm_word(canvas, stack, _("2 minutes left"), gap=44)
    else:
        soft_line(canvas, stack, words.soon(scene), gap=44)


def _last_minute(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    _round_heading(canvas, scene, stack)
    banner(canvas, stack, _("Last minute"))
    plain_text(canvas, stack, _("Say thank you."), gap=44)
    plain_text(canvas, stack, _("Note whether you would like to see each other again."), gap=8)


def _time_up(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    _round_heading(canvas, scene, stack)
    banner(canvas, stack, _("Time is up"))
    plain_text(canvas, stack, _("Thank each other and take your things."), gap=44)
    soft_line(canvas, stack, words.after_round(scene), gap=20)


def _break(canvas: Canvas, scene: RoomScene, stack: Stack) -> None:
    stack.add(92, partial(icon_at_left, canvas, "coffee"))
    heading(canvas, stack, words.title(scene), gap=26)
    if line := words.next_line(scene):
        marked_line(canvas, stack, line, gap=26)
    soft_line(canvas, stack, words.after_break(scene), gap=16)


def _interest(canvas: Canvas, _scene: RoomScene, stack: Stack) -> None:
    stack.add(92, partial(icon_at_left, canvas, "heart"))
    heading(canvas, stack, _("Whom would you like to see again?"), gap=22, size=76)
    for number, step in enumerate(words.interest_steps(), 1):
        numbered_step(canvas, stack, number, step)
    privacy = _("Only when you both say yes do we share contact details.")
    wrapped(canvas, stack, privacy, SOFT, canvas.night.muted, gap=30)


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
