"""Things below each other, the whole in the middle of its area."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class _Block:
    height: float
    gap: float
    draw: Callable[[QRectF], None]


class Stack:
    """Collect blocks with their heights, then draw them where they belong."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._blocks: list[_Block] = []

    def add(self, height: float, draw: Callable[[QRectF], None], gap: float = 0) -> None:
        """A block of this height, ``gap`` below the one before."""
        self._blocks.append(_Block(height, gap if self._blocks else 0, draw))

    @property
    def height(self) -> float:
        """How high all of it is."""
        return sum(block.gap + block.height for block in self._blocks)

    def draw(self, area: QRectF) -> None:
        """Draw the blocks; where there is too little height, the gaps give way first."""
        spare = area.height() - self.height
        gaps = sum(block.gap for block in self._blocks)
        squeeze = max(0.0, 1 + min(0.0, spare) / gaps) if gaps else 1.0
        top = area.top() + max(0.0, spare) / 2
        for block in self._blocks:
            top += block.gap * squeeze
            block.draw(QRectF(area.left(), top, self.width, block.height))
            top += block.height
