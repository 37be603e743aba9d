"""What the colours of the plan mean, below it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.services.seating import CellKind
from kiosk.ui.organiser.plan_painting import paint_patch
from kiosk.ui.organiser.plan_state import CellFace
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import PlainLabel

PATCH = QSize(30, 20)
FACES = (
    CellFace(CellKind.TABLE, "", "", wanted=True),
    CellFace(CellKind.TABLE, "", ""),
    CellFace(CellKind.REST, "", ""),
)


class PlanLegend(QWidget):
    """A patch and a word for each kind of cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = load_tokens().shape.gap
        self._words = [PlainLabel(look="caption", tone="muted") for _face in FACES]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(gap.tight)
        for face, word in zip(FACES, self._words, strict=True):
            row.addWidget(_Patch(face))
            row.addWidget(word)
            row.addSpacing(gap.normal)
        row.addStretch()

    def retranslate(self) -> None:
        """Name the kinds in the language in use."""
        names = (_("a wish that is met"), _("another conversation"), _("rest"))
        for word, name in zip(self._words, names, strict=True):
            word.setText(name)


class _Patch(QWidget):
    def __init__(self, face: CellFace) -> None:
        super().__init__()
        self._face = face
        self.setFixedSize(PATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_patch(painter, QRectF(self.rect()), self._face)
