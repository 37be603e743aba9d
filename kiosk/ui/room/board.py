"""The board: who sits where, in pages that stay long enough to be read."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from kiosk.domain.legibility import sight_of
from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.services.room import BoardRow, RoomScene, RoomView
from kiosk.services.room.board import (
    COLUMN_GAP,
    FOOT,
    ROW_GAP,
    UPRIGHT,
    BoardLayout,
    BoardSpace,
    board_layout,
    column_width,
    page_needs,
)
from kiosk.services.room.board_fit import page_seconds
from kiosk.services.room.board_row import EDGE, NUMBER_SIZE, RowSpace
from kiosk.services.room.names import Shape, shape_of
from kiosk.ui.room import board_words, words
from kiosk.ui.room.canvas import CENTRE, MARGIN, RIGHT, Canvas, Frame
from kiosk.ui.room.fitting import draw_whole
from kiosk.ui.room.paging import Turning

COUNTING = 800.0
"""The countdown at the top takes this much; on a small screen the title leaves it a good half."""
TITLE = 92.0
SPAN = 60.0
SPAN_SIDE, SPAN_GAP = 24.0, 32.0
"""Within the coloured ground of the badge numbers, and before it."""
LEAST_UNLISTED = 0.7
"""How far the line for who is not on the board may shrink; on two lines if need be."""
MOST_DOTS = 12
"""More pages than this are told in words only."""


def layout_of(frame: Frame, scene: RoomScene) -> BoardLayout:
    """The layout of a scene's board on this screen."""
    sight = sight_of(scene.screen_inches, scene.farthest_metres, frame.width / frame.height)
    return board_layout(_space(frame, scene), scene.board_seconds, sight)


def turning_of(frame: Frame, scene: RoomScene) -> Turning:
    """How many pages the board of a scene has on this screen, and how long each stays."""
    layout, people = layout_of(frame, scene), len(scene.board)
    stays = page_seconds(layout, people, scene.board_seconds)
    return Turning(layout.pages, stays, page_needs(layout, people))


def _space(frame: Frame, scene: RoomScene) -> BoardSpace:
    named = bool(scene.board and scene.board[0].name)
    return BoardSpace(frame.width, frame.height, len(scene.board), named, _shape(scene.board))


@lru_cache(maxsize=8)
def _shape(rows: tuple[BoardRow, ...]) -> Shape:
    people = ((row.badge_number, row.name) for row in rows)
    return shape_of(people, (row.table_number for row in rows))


def draw_board(canvas: Canvas, scene: RoomScene, page: int) -> None:
    """Everything of the board but its seconds."""
    layout = layout_of(canvas.frame, scene)
    shown = scene.board[page * layout.per_page : (page + 1) * layout.per_page]
    _draw_title(canvas, scene, board_words.badge_span(shown) if layout.pages > 1 else "")
    if not scene.board:
        _draw_nobody(canvas)
        return
    shape = _shape(scene.board)
    for index, row in enumerate(shown):
        _draw_row(canvas, _place(_space(canvas.frame, scene), layout, index), row, shape)
    _draw_foot(canvas, scene, page, layout.pages)


def _draw_title(canvas: Canvas, scene: RoomScene, span: str) -> None:
    """What to do, and whose page this is: the badge numbers on it, smaller together if need be."""
    night, weight = canvas.night, canvas.weight
    area = QRectF(MARGIN, 128, _title_width(canvas.frame), 96)
    text = board_words.board_title(scene)
    if not span:
        canvas.line(area, text, TITLE, night.text, weight.extrabold)
        return
    wide = canvas.width_of(text, TITLE, weight.extrabold)
    wide += canvas.width_of(span, SPAN, weight.bold) + 2 * SPAN_SIDE + SPAN_GAP
    share = min(1.0, area.width() / wide)
    chip = QRectF(0, 0, canvas.width_of(span, SPAN * share, weight.bold), 76 * share)
    chip.adjust(0, 0, 2 * SPAN_SIDE * share, 0)
    area.setWidth(area.width() - chip.width() - SPAN_GAP * share)
    used = canvas.line(area, text, TITLE * share, night.text, weight.extrabold)
    chip.moveCenter(area.center())
    chip.moveLeft(area.left() + used + SPAN_GAP * share)
    canvas.panel(chip, night.track, 14)
    canvas.line(chip, span, SPAN * share, night.text, weight.bold, CENTRE)


def _title_width(frame: Frame) -> float:
    if frame.is_upright:
        return frame.width - 2 * MARGIN
    return max(frame.width * 0.46, frame.width - 2 * MARGIN - COUNTING)


def _place(space: BoardSpace, layout: BoardLayout, index: int) -> QRectF:
    row, column = divmod(index, layout.columns)
    width = column_width(space, layout)
    left = MARGIN + column * (width + COLUMN_GAP)
    top = space.top + row * (layout.row_height + ROW_GAP)
    return QRectF(left, top, width, layout.row_height)


def _draw_row(canvas: Canvas, area: QRectF, row: BoardRow, shape: Shape) -> None:
    night, weight = canvas.night, canvas.weight
    space = RowSpace(area.width(), area.height())
    canvas.panel(area, night.panel, 14)
    inside = area.adjusted(EDGE, 0, space.used_width(shape) - area.width() - EDGE, 0)
    badge = badge_label(row.badge_number)
    if not row.name:
        size = NUMBER_SIZE * space.grown
        words_area = inside.adjusted(0, 0, -_draw_table(canvas, inside, row, shape, size) - 12, 0)
        canvas.line(words_area, badge, size, night.text, weight.bold)
        return
    size = space.size
    used = _draw_table(canvas, inside, row, shape, size)
    number = QRectF(inside.left(), area.top(), space.badge_width(shape), area.height())
    canvas.line(number, badge, size, night.muted, weight.regular)
    name = inside.adjusted(number.width(), 0, -used - space.gap, 0)
    draw_whole(canvas, name, row.name, size, night.text, weight.semibold)


def _draw_table(canvas: Canvas, inside: QRectF, row: BoardRow, shape: Shape, size: float) -> float:
    """The table's number on its coloured ground, at the right; returns how wide it is."""
    space = RowSpace(inside.width(), inside.height())
    width = space.chip_width(shape.table, size)
    chip = QRectF(0, 0, width, inside.height() - EDGE * space.grown)
    chip.moveCenter(QPointF(inside.right() - width / 2, inside.center().y()))
    canvas.panel(chip, canvas.night.running, 12)
    table = str(row.table_number)
    canvas.line(chip, table, size, canvas.night.background, canvas.weight.bold, CENTRE)
    return width


def _draw_foot(canvas: Canvas, scene: RoomScene, page: int, pages: int) -> None:
    night, size, weight = canvas.night, canvas.size.caption, canvas.weight.regular
    area = QRectF(MARGIN, canvas.frame.height - FOOT + 18, canvas.frame.width - 2 * MARGIN, 52)
    used = 0.0
    if pages > 1:
        dots = pages * 26.0 + 12 if pages <= MOST_DOTS else 0.0
        if dots:
            canvas.dots(QPointF(area.right(), area.center().y()), page, pages, night.muted)
        text = area.adjusted(0, 0, -dots, 0)
        used = dots + canvas.line(
            text, board_words.page_of(page, pages), size, night.muted, weight, RIGHT
        )
    left = area.adjusted(0, 0, -used - 40, 0)
    legend = canvas.line(left, board_words.board_legend(scene), size, night.muted, weight)
    rest = left.adjusted(legend + 40, -8, 0, 8)
    unlisted = _("Not on the board? You rest this round. Questions? Ask at the desk.")
    if canvas.width_of(unlisted, size * LEAST_UNLISTED, weight) / 2 <= rest.width() * 0.9:
        draw_whole(canvas, rest, unlisted, size, night.faint, weight)


def _draw_nobody(canvas: Canvas) -> None:
    frame = canvas.frame
    side = 160.0
    mark = QRectF(frame.width / 2 - side / 2, frame.height / 2 - side, side, side)
    canvas.icon("table", mark, canvas.night.running)
    below = QRectF(MARGIN, mark.bottom() + 30, frame.width - 2 * MARGIN, 80)
    text = _("We will show you to a table in a moment")
    canvas.line(below, text, 56, canvas.night.muted, canvas.weight.semibold, CENTRE)


def moving_area(frame: Frame) -> QRectF:
    """Where the seconds are."""
    if frame.is_upright:
        return QRectF(0, 110 + UPRIGHT, frame.width, 124)
    left = MARGIN + _title_width(frame)
    return QRectF(left, 110, frame.width - left, 124)


def draw_moving(canvas: Canvas, view: RoomView) -> None:
    """The seconds until the round, with the words before them."""
    night, weight, scene = canvas.night, canvas.weight, view.scene
    area = moving_area(canvas.frame).adjusted(20, 16, -MARGIN, -10)
    used = 0.0
    if scene.is_paused:
        mark = QRectF(area.right() - 68, area.center().y() - 34, 68, 68)
        canvas.icon("pause", mark, night.last_minute)
        used = 84
    elif not scene.is_over and view.remaining is not None:
        figures = words.digits(view.remaining)
        used = 18 + canvas.figures(area, figures, 84, night.last_minute, RIGHT)
    text = _("Paused for a moment") if scene.is_paused else board_words.board_countdown(scene)
    before = area.adjusted(0, 8, -used, 8)
    canvas.line(before, text, 50, night.muted, weight.semibold, RIGHT)
