"""The last scans, newest first: as many lines as there is room for."""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.event import Event
from kiosk.domain.verdicts import TONE, Tone
from kiosk.i18n import _
from kiosk.services.desk.state import RECENT_SCANS, DeskAct, RecentScan
from kiosk.ui.desk.verdict_looks import Look, left_look, undone_look, verdict_look
from kiosk.ui.desk.wording import clock_time, recent_name, recent_number
from kiosk.ui.theme.icons import pixmap
from kiosk.ui.theme.style import text_font
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.text import fit

LEAST_LINES = 1
LINE = 1.85
"""Height of a line in heights of its text."""
SMALLEST = 14
MIDDLE = Qt.AlignmentFlag.AlignVCenter
_icon = cache(pixmap)


class RecentList(QWidget):
    """Painted, not laid out: every scan moves all lines, and a scan must cost next to nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scans: tuple[RecentScan, ...] = ()
        self._event: Event | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_scans(self, scans: tuple[RecentScan, ...], event: Event) -> None:
        """Show these."""
        self._scans, self._event = scans, event
        self.setAccessibleName("\n".join(self.lines()))
        self.update()

    def lines(self) -> Iterator[str]:
        """What it says, line by line."""
        assert self._event is not None or not self._scans
        for scan in self._scans:
            assert self._event is not None
            parts = (clock_time(scan.at, self._event), recent_name(scan), _meaning(scan))
            yield ", ".join(filter(None, parts))

    def sizeHint(self) -> QSize:
        return QSize(200, self._line_height() * RECENT_SCANS)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._line_height() * LEAST_LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._event is None:
            return
        painter = QPainter(self)
        height = self._line_height()
        room = max(LEAST_LINES, self.height() // height)
        for number, scan in enumerate(self._scans[:room]):
            self._paint_scan(painter, QRect(0, number * height, self.width(), height), scan)

    def _paint_scan(self, painter: QPainter, area: QRect, scan: RecentScan) -> None:
        assert self._event is not None
        tokens = load_tokens()
        quiet = text_font(tokens.font.size.body)
        metrics, gap = QFontMetrics(quiet), 10
        time, number = clock_time(scan.at, self._event), recent_number(scan)
        time_width, number_width = metrics.horizontalAdvance("00:00"), metrics.horizontalAdvance
        size = metrics.ascent()
        painter.setFont(quiet)
        painter.setPen(QColor(tokens.light.muted))
        painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignLeft, time)
        painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignRight, number)
        look = _look(scan)
        mark = area.topLeft() + QPoint(time_width + gap, (area.height() - size) // 2)
        painter.drawPixmap(mark, self._mark(look, size))
        left = mark.x() + size + gap
        name = QRect(
            left, area.top(), area.right() - number_width(number) - gap - left, area.height()
        )
        _paint_name(painter, name, recent_name(scan))
        painter.setPen(QColor(tokens.light.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _mark(self, look: Look, size: int) -> QPixmap:
        return _icon(look.icon, size, look.mark, self.devicePixelRatioF())

    def _line_height(self) -> int:
        return round(QFontMetrics(text_font(load_tokens().font.size.body)).ascent() * LINE) + 4


def _paint_name(painter: QPainter, area: QRect, name: str) -> None:
    tokens = load_tokens()
    face = text_font(tokens.font.size.body, tokens.font.weights.semibold)
    fitted = fit(name, face, area.size(), 1, SMALLEST)
    painter.setFont(fitted.font)
    painter.setPen(QColor(tokens.light.ink))
    painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignLeft, fitted.text)


def _look(scan: RecentScan) -> Look:
    if scan.code is not None:
        return verdict_look(scan.code)
    return left_look() if scan.act is DeskAct.LEFT else undone_look()


def _meaning(scan: RecentScan) -> str:
    """The icon in a word, for those who hear the list."""
    if scan.code is None:
        return _("left") if scan.act is DeskAct.LEFT else _("undone")
    if scan.attendee is None:
        return ""
    return {
        Tone.OK: _("checked in"),
        Tone.ATTENTION: _("attention"),
        Tone.REFUSED: _("refused"),
    }[TONE[scan.code]]
