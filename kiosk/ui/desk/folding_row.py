"""Things in a row that becomes two rows where there is no room for one."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 14


class FoldingRow(QWidget):
    """Lays its visible children out in reading order, on as many rows as they need.

    Those added with ``least`` need that many ems of width and share what is left over in their
    row; the others are as wide as they want to be. Those ``at_end`` stand at the right. When there
    is less height than they ask for, each row gives in proportion to what it can.
    """

    def __init__(self, gap: int = GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._least: dict[QWidget, int] = {}
        self._at_end: set[QWidget] = set()
        self._natural: dict[QWidget, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(self, child: QWidget, *, least: int = 0, at_end: bool = False) -> None:
        """One more; ``least`` ems make it stretch."""
        child.setParent(self)
        self._least[child] = least
        if at_end:
            self._at_end.add(child)

    def arrange(self) -> None:
        """Place everything now, before the next painting."""
        self._natural.clear()
        self._natural = {child: self._width_of(child) for child in self._shown()}
        rows = self._rows()
        widths = self._widths(rows)
        for child, width in widths.items():
            child.resize(width, child.height())
            layout = child.layout()
            if layout:  # what is in it may be higher or lower at its new width
                layout.activate()
        self.updateGeometry()
        top = 0
        for row, height in zip(rows, self._heights(rows), strict=True):
            self._place(row, widths, top, height)
            top += height + self._gap

    def sizeHint(self) -> QSize:
        rows = self._rows()
        width = self._sum([self._width_of(child) for child in self._shown()])
        return QSize(width, self._sum([_wanted_height(row) for row in rows]))

    def minimumSizeHint(self) -> QSize:
        width = max((child.minimumSizeHint().width() for child in self._shown()), default=0)
        return QSize(width, self._sum([_least_height(row) for row in self._rows()]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [child for child in self._least if not child.isHidden()]

    def _width_of(self, child: QWidget) -> int:
        """What it would like, as it was when things were last arranged."""
        if child in self._natural:
            return self._natural[child]
        least = self._least[child]
        return self.fontMetrics().height() * least if least else child.sizeHint().width()

    def _rows(self) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        for child in self._shown():
            longer = [*rows[-1], child] if rows else []
            if longer and self._sum([self._width_of(each) for each in longer]) <= self.width():
                rows[-1] = longer
            else:
                rows.append([child])
        return rows

    def _widths(self, rows: list[list[QWidget]]) -> dict[QWidget, int]:
        """What each gets of its row: those that stretch share what the others leave."""
        widths: dict[QWidget, int] = {}
        for row in rows:
            fixed = {c: min(self._width_of(c), self.width()) for c in row if not self._least[c]}
            stretching = [child for child in row if child not in fixed]
            room = self.width() - sum(fixed.values()) - self._gap * (len(row) - 1)
            share = max(0, room // max(1, len(stretching)))
            widths |= fixed | dict.fromkeys(stretching, share)
        return widths

    def _heights(self, rows: list[list[QWidget]]) -> list[int]:
        wanted = [_wanted_height(row) for row in rows]
        least = [min(_wanted_height(row), _least_height(row)) for row in rows]
        give = sum(wanted) - sum(least)
        over = self._sum(wanted) - self.height()
        if over <= 0 or give <= 0:
            return wanted
        share = min(1.0, over / give)
        return [round(want - (want - low) * share) for want, low in zip(wanted, least, strict=True)]

    def _place(self, row: list[QWidget], widths: dict[QWidget, int], top: int, height: int) -> None:
        left, right = 0, self.width()
        for child in (child for child in row if child not in self._at_end):
            child.setGeometry(self._mirrored(QRect(left, top, widths[child], height)))
            left += widths[child] + self._gap
        for child in (child for child in reversed(row) if child in self._at_end):
            right -= widths[child]
            child.setGeometry(self._mirrored(QRect(right, top, widths[child], height)))
            right -= self._gap

    def _mirrored(self, area: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            area.moveRight(self.width() - 1 - area.left())
        return area

    def _sum(self, sizes: list[int]) -> int:
        """All of them, with the gaps between."""
        return sum(sizes) + self._gap * max(0, len(sizes) - 1)


def _wanted_height(row: list[QWidget]) -> int:
    return max(child.sizeHint().height() for child in row)


def _least_height(row: list[QWidget]) -> int:
    return max(child.minimumSizeHint().height() for child in row)
