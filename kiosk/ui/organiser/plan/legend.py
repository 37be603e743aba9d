"""What the colours and signs of the plan mean, below it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.services.seating import CellKind
from kiosk.ui.organiser.plan.painting import paint_patch
from kiosk.ui.organiser.plan.state import CellFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import IconLabel, PlainLabel
from kiosk.ui.widgets.folding import FlowBox

PATCH = QSize(22, 18)
SIGN = 18
SHADES = tuple(CellFace(CellKind.TABLE, "", strength) for strength in range(6))
REST = (CellFace(CellKind.REST, ""),)


class PlanLegend(FlowBox):
    """Patches and signs with their words, on as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = [PlainLabel(look="caption", tone="muted") for _each in range(4)]
        pictures = (
            _Patches(SHADES),
            _Patches(REST),
            IconLabel("star", SIGN),
            IconLabel("lock", SIGN),
        )
        entries = [_entry(*each) for each in zip(pictures, self._words, strict=True)]
        super().__init__(*entries, parent=parent)

    def retranslate(self) -> None:
        """Name the kinds in the language in use."""
        names = (_("from no wish to a strong wish"), _("rest"), _("must meet"), _("locked"))
        for word, name in zip(self._words, names, strict=True):
            word.setText(name)


def _entry(picture: QWidget, word: PlainLabel) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, load_tokens().shape.gap.normal, 0)
    row.setSpacing(6)
    row.addWidget(picture)
    row.addWidget(word)
    return entry


class _Patches(QWidget):
    """Grounds side by side, the weakest first."""

    def __init__(self, faces: tuple[CellFace, ...]) -> None:
        super().__init__()
        self._faces = faces
        self.setFixedSize(PATCH.width() * len(faces), PATCH.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, face in enumerate(self._faces):
            left = at * PATCH.width()
            paint_patch(painter, QRectF(left, 0, PATCH.width() - 2, PATCH.height()), face)
