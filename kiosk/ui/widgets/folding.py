"""Boxes that fold when text grows: a row that breaks into lines, and a row that becomes a column.

They place their parts themselves. A QLayout written in Python would have to share its items with
C++, and who may delete them is settled badly there.
"""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.tokens import load_tokens

_RESIZING = (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange)
"""Parts say that they want another size, or took on their fonts while nobody could tell."""


class FoldingBox(QWidget):
    """Holds parts and is as high as their arrangement in its width. Subclasses arrange."""

    def __init__(self, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_parts(*parts)

    def set_parts(self, *parts: QWidget) -> None:
        """Show these in this order; parts of before that are left out are only hidden."""
        for part in self._parts:
            if part not in parts:
                part.hide()
        self._parts = list(parts)
        for part in parts:
            if part.parentWidget() is not self:
                was_hidden = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
                part.setParent(self)
                part.setVisible(not was_hidden)
        self._changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._arranged(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._visible()), default=0)
        return QSize(widest, 0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [_hint(part) for part in self._visible()]
        wide = sum(hint.width() for hint in hints) + self._gap() * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def event(self, event: QEvent) -> bool:
        if event.type() in _RESIZING:
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for part, place in zip(self._visible(), self._arranged(self.width()), strict=True):
            part.setGeometry(place)

    def _visible(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _gap(self) -> int:
        return load_tokens().shape.gap.tight

    def _arranged(self, width: int) -> list[QRect]:
        """Where each visible part stands in this width."""
        raise NotImplementedError


class FlowBox(FoldingBox):
    """Parts beside each other, and on a next line where the width ends, as words in a text.

    Parts that join later are met by Tab in their places, not after everything else.
    """

    def set_parts(self, *parts: QWidget) -> None:
        super().set_parts(*parts)
        _put_in_tab_order(self, *parts)

    def _arranged(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x, y, tallest = 0, 0, 0
        for part in self._visible():
            wide = min(_hint(part).width(), max(width, part.minimumSizeHint().width()))
            high = _height(part, wide)
            if x > 0 and x + wide > width:
                x, y, tallest = 0, y + tallest + self._gap(), 0
            places.append(QRect(x, y, wide, high))
            x += wide + self._gap()
            tallest = max(tallest, high)
        return places


class PairBox(FoldingBox):
    """Parts share a row while each gets the width it asks for; else they stand below each other.

    What is left of a row goes to the part at the place ``grows``, or to all of them evenly. Parts
    stand at the top of the row, or at its ``middle``.
    """

    def __init__(
        self,
        *parts: QWidget,
        grows: int | None = None,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._grows, self._middle = grows, middle
        super().__init__(*parts, parent=parent)

    def _gap(self) -> int:
        return load_tokens().shape.gap.normal

    def _arranged(self, width: int) -> list[QRect]:
        parts = self._visible()
        rest = width - self.sizeHint().width()
        return self._below(parts, width) if rest < 0 else self._beside(parts, rest)

    def _beside(self, parts: list[QWidget], rest: int) -> list[QRect]:
        growing = range(len(parts)) if self._grows is None else [self._grows]
        places: list[QRect] = []
        x = 0
        for at, part in enumerate(parts):
            wide = _hint(part).width() + (rest // len(growing) if at in growing else 0)
            places.append(QRect(x, 0, wide, _height(part, wide)))
            x += wide + self._gap()
        if self._middle:
            tallest = max((place.height() for place in places), default=0)
            for place in places:
                place.moveTop((tallest - place.height()) // 2)
        return places

    def _below(self, parts: list[QWidget], width: int) -> list[QRect]:
        places: list[QRect] = []
        y = 0
        for part in parts:
            high = _height(part, width)
            places.append(QRect(0, y, width, high))
            y += high + super()._gap()
        return places


def _put_in_tab_order(*widgets: QWidget) -> None:
    """Qt moves only those that Tab stops at, so all of them are such for a moment."""
    policies = [widget.focusPolicy() for widget in widgets]
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
    for widget, policy in zip(widgets, policies, strict=True):
        widget.setFocusPolicy(policy)


def _hint(part: QWidget) -> QSize:
    return part.sizeHint().expandedTo(part.minimumSizeHint()).expandedTo(part.minimumSize())


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else _hint(part).height()
