"""Dress the application: bundled fonts, the palette, and one stylesheet filled from the tokens."""

from dataclasses import fields
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.config import FONTS, ICONS
from kiosk.ui.theme.tokens import Tokens, load_tokens

TEMPLATE = Path(__file__).with_name("style.qss")


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, so that no machine needs them installed."""
    known = set(QFontDatabase.families())
    if load_tokens().font.family in known:
        return
    for path in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(pixels: float, weight: int | None = None) -> QFont:
    """The house font at a size in px; ``weight`` as the tokens count it."""
    tokens = load_tokens().font
    face = QFont([tokens.family, *tokens.fallback])
    face.setPixelSize(max(1, round(pixels)))
    face.setWeight(QFont.Weight(weight or tokens.weights.regular))
    return face


def text_scale() -> float:
    """How large text is at the moment, beside the size that the tokens give."""
    return QFontInfo(QApplication.font()).pixelSize() / load_tokens().font.size.body


def text_font(pixels: float, weight: int | None = None) -> QFont:
    """The house font for what is painted on a light screen; it grows with the text size."""
    return font(pixels * text_scale(), weight)


def stylesheet(tokens: Tokens, scale: float = 1.0) -> str:
    """The stylesheet, with every size multiplied by ``scale``."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(_values(tokens, scale))


def _values(tokens: Tokens, scale: float) -> dict[str, str]:
    values = {"icons": ICONS.as_posix()}
    for colours in (tokens.light, tokens.state):
        values |= {field.name: getattr(colours, field.name) for field in fields(colours)}
    for prefix, sizes in (
        ("text", tokens.font.size),
        ("radius", tokens.shape.radius),
        ("gap", tokens.shape.gap),
    ):
        for field in fields(sizes):
            values[f"{prefix}_{field.name}"] = _px(getattr(sizes, field.name) * scale)
    weights = tokens.font.weights
    values |= {f"weight_{f.name}": str(getattr(weights, f.name)) for f in fields(weights)}
    # a border belongs to the height that a finger meets, but not to what QSS calls min-height
    values["target"] = _px(tokens.shape.touch_target * scale - 4)
    values["knob"] = _px(26 * scale)
    return values


def _px(size: float) -> str:
    return f"{round(size)}px"


def apply_theme(app: QApplication, scale: float = 1.0) -> None:
    """Dress the application; called again with another ``scale`` it changes all text sizes."""
    load_fonts()
    tokens = load_tokens()
    sheet = stylesheet(tokens, scale)
    if app.styleSheet() == sheet:
        return
    app.setStyle("Fusion")
    app.setFont(font(tokens.font.size.body * scale))
    app.setPalette(_palette(tokens))
    app.setStyleSheet(sheet)


def _palette(tokens: Tokens) -> QPalette:
    light = tokens.light
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, light.paper),
        (QPalette.ColorRole.Base, light.surface),
        (QPalette.ColorRole.AlternateBase, light.paper),
        (QPalette.ColorRole.Button, light.surface),
        (QPalette.ColorRole.WindowText, light.ink),
        (QPalette.ColorRole.Text, light.ink),
        (QPalette.ColorRole.ButtonText, light.ink),
        (QPalette.ColorRole.PlaceholderText, light.muted),
        (QPalette.ColorRole.ToolTipBase, light.ink),
        (QPalette.ColorRole.ToolTipText, light.surface),
        (QPalette.ColorRole.Highlight, light.primary),
        (QPalette.ColorRole.HighlightedText, light.surface),
        (QPalette.ColorRole.Accent, light.primary),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def set_look(widget: QWidget, **properties: str | bool) -> None:
    """Set the properties that the stylesheet selects on, and dress the widget anew."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
