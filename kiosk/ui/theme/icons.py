"""Our own line icons, drawn in the stroke of the logo, in any colour and crisp at any size.

The files in ``assets/icons`` are plain SVG with one ink; the ink is replaced before drawing, so
that one file serves light and dark screens, chosen and disabled states.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.config import ICONS

INK = "#17212B"
RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in ICONS.glob("*.svg")))


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Read once: a desk paints the same few icons after every scan."""
    svg = _source(name).replace(INK, colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def draw_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Paint an icon into ``area`` with whatever the painter paints on."""
    _renderer(name, colour).render(painter, area)


def pixmap(name: str, size: int, colour: str, dpr: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` logical px for a screen with ``dpr`` pixels in each."""
    pixels = max(1, round(size * dpr))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, name, QRectF(0, 0, pixels, pixels), colour)
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


def icon(name: str, colour: str = INK, size: int = 24) -> QIcon:
    """The icon for a button, sharp on screens of any scale."""
    result = QIcon()
    for ratio in RATIOS:
        result.addPixmap(pixmap(name, size, colour, ratio))
    return result
