"""The board: who sits where, in pages that stay long enough to be read."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from kiosk.domain.people import badge_label
from kiosk.i18n import _
from kiosk.services.room import BoardRow, RoomScene, RoomView
from kiosk.ui.room import words
from kiosk.ui.room.canvas import CENTRE, MARGIN, RIGHT, Canvas, Frame

TOP = 238.0
FOOT = 84.0
ROW = 82.0
ROW_GAP = 14.0
COLUMN_GAP = 22.0
NAMED = 470.0
NUMBERED = 300.0
LEAST = 0.7
VERY_WIDE = 2400.0
GROWTH = 1.5
"""Few people get larger rows, up to this."""
LONG_NAMES = 1.18
"""Letters may grow beyond what the longest names have room for: those few shrink back."""


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """Columns, rows on each page and pages for a number of people on a screen."""

    columns: int
    rows: int
    pages: int
    row_height: float

    @property
    def per_page(self) -> int:
        """How many people a page shows."""
        return self.columns * self.rows


def board_layout(frame: Frame, people: int, *, named: bool) -> BoardLayout:
    """Spread people evenly over as few pages as letters of a readable size allow."""
    width = frame.width - 2 * MARGIN + COLUMN_GAP
    most = 3 if named else 4
    least = (NAMED if named else NUMBERED) + COLUMN_GAP
    most += frame.width >= VERY_WIDE
    columns = max(1, min(most, int(width / least)))
    height = frame.height - TOP - FOOT + ROW_GAP
    fitting = max(1, int(height / (ROW + ROW_GAP)))
    pages = max(1, -(-people // (columns * fitting)))
    rows = max(1, -(-people // (columns * pages)))
    widest = (width / columns - COLUMN_GAP) / (NAMED if named else NUMBERED)
    grown = min(min(GROWTH, widest * LONG_NAMES) * ROW, height / rows - ROW_GAP)
    return BoardLayout(columns, rows, pages, grown)


def pages_of(frame: Frame, scene: RoomScene) -> int:
    """How many pages the board of a scene has on this screen."""
    return layout_of(frame, scene).pages


def layout_of(frame: Frame, scene: RoomScene) -> BoardLayout:
    """The layout of a scene's board."""
    named = bool(scene.board and scene.board[0].name)
    return board_layout(frame, len(scene.board), named=named)


def draw_board(canvas: Canvas, scene: RoomScene, page: int) -> None:
    """Everything of the board but its seconds."""
    frame = canvas.frame
    title = QRectF(MARGIN, 128, frame.width * 0.46, 96)
    canvas.line(title, words.board_title(scene), 92, canvas.night.text, canvas.weight.extrabold)
    if not scene.board:
        _draw_nobody(canvas)
        return
    layout = layout_of(frame, scene)
    shown = scene.board[page * layout.per_page : (page + 1) * layout.per_page]
    for index, row in enumerate(shown):
        _draw_row(canvas, _place(frame, layout, index), row)
    _draw_foot(canvas, scene, page, layout.pages)


def _place(frame: Frame, layout: BoardLayout, index: int) -> QRectF:
    row, column = divmod(index, layout.columns)
    width = (frame.width - 2 * MARGIN + COLUMN_GAP) / layout.columns - COLUMN_GAP
    left = MARGIN + column * (width + COLUMN_GAP)
    return QRectF(left, TOP + row * (layout.row_height + ROW_GAP), width, layout.row_height)


def _draw_row(canvas: Canvas, area: QRectF, row: BoardRow) -> None:
    night, weight, grown = canvas.night, canvas.weight, area.height() / ROW
    canvas.panel(area, night.panel, 14)
    size = 40 * grown
    table = str(row.table_number)
    chip_width = max(58 * grown, canvas.width_of(table, size, weight.bold) + 40 * grown)
    chip = QRectF(0, 0, chip_width, area.height() - 26 * grown)
    chip.moveCenter(QPointF(area.right() - 26 - chip_width / 2, area.center().y()))
    canvas.panel(chip, night.running, 12)
    canvas.line(chip, table, size, night.background, weight.bold, CENTRE)
    badge = badge_label(row.badge_number)
    if not row.name:
        words_area = QRectF(
            area.left() + 28, area.top(), chip.left() - area.left() - 40, area.height()
        )
        canvas.line(words_area, badge, size * 1.15, night.text, weight.bold)
        return
    number_width = max(74 * grown, canvas.width_of(badge, size * 0.94, weight.regular) + 24)
    number = QRectF(area.left() + 26, area.top(), number_width, area.height())
    canvas.line(number, badge, size * 0.94, night.muted, weight.regular)
    left = number.right()
    name = QRectF(left, area.top(), chip.left() - left - 16, area.height())
    canvas.line(name, row.name, size, night.text, weight.semibold, least=LEAST)


def _draw_foot(canvas: Canvas, scene: RoomScene, page: int, pages: int) -> None:
    night, size, weight = canvas.night, canvas.size.caption, canvas.weight.regular
    area = QRectF(MARGIN, canvas.frame.height - FOOT + 18, canvas.frame.width - 2 * MARGIN, 52)
    used = 0.0
    if pages > 1:
        dots = pages * 26.0 + 12
        canvas.dots(QPointF(area.right(), area.center().y()), page, pages, night.muted)
        text = area.adjusted(0, 0, -dots, 0)
        used = dots + canvas.line(
            text, words.page_of(page, pages), size, night.muted, weight, RIGHT
        )
    left = area.adjusted(0, 0, -used - 40, 0)
    legend = canvas.line(left, words.board_legend(scene), size, night.muted, weight)
    rest = left.adjusted(legend + 40, 0, 0, 0)
    unlisted = _("Not on the board? You have a rest this round.")
    if canvas.width_of(unlisted, size * 0.8, weight) <= rest.width():
        canvas.line(rest, unlisted, size, night.faint, weight)


def _draw_nobody(canvas: Canvas) -> None:
    frame = canvas.frame
    side = 160.0
    mark = QRectF(frame.width / 2 - side / 2, frame.height / 2 - side, side, side)
    canvas.icon("table", mark, canvas.night.running)
    below = QRectF(MARGIN, mark.bottom() + 30, frame.width - 2 * MARGIN, 80)
    text = _("Your route card tells you where to sit")
    canvas.line(below, text, 56, canvas.night.muted, canvas.weight.semibold, CENTRE)


def moving_area(frame: Frame) -> QRectF:
    """Where the seconds are."""
    return QRectF(frame.width * 0.46 + MARGIN, 110, frame.width * 0.54 - MARGIN, 124)


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
    text = _("Paused for a moment") if scene.is_paused else words.board_countdown(scene)
    before = area.adjusted(0, 8, -used, 8)
    canvas.line(before, text, 50, night.muted, weight.semibold, RIGHT)
