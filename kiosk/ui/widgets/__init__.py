"""The small parts every station is built from; each looks, reads aloud and takes keys properly."""

from kiosk.ui.widgets.buttons import ActionButton, ChoiceButton, IconButton
from kiosk.ui.widgets.frames import Card, Separator
from kiosk.ui.widgets.growing_label import GrowingLabel
from kiosk.ui.widgets.labels import FittedLabel, IconLabel, Pill, PlainLabel
from kiosk.ui.widgets.progress import ProgressBar
from kiosk.ui.widgets.tiles import NumberBadge, NumberTile
from kiosk.ui.widgets.toggle import Toggle

__all__ = [
    "ActionButton",
    "Card",
    "ChoiceButton",
    "FittedLabel",
    "GrowingLabel",
    "IconButton",
    "IconLabel",
    "NumberBadge",
    "NumberTile",
    "Pill",
    "PlainLabel",
    "ProgressBar",
    "Separator",
    "Toggle",
]
