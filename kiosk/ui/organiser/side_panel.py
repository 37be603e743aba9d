"""Cards beside a list or a grid: they scroll by themselves, and below it they are all there."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

BAR = 16
"""A scroll bar stands in the margin, so that nothing moves when it comes."""
UNBOUNDED = 16_777_215


class SidePanel(QScrollArea):
    """Holds ``inside``, in a width of its own or in all that there is."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside, self._is_beside = inside, True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def stand_beside(self, width: int) -> None:
        """Take so much width, and the height there is."""
        self._is_beside = True
        self._inside.setFixedWidth(width)
        self.setFixedWidth(width + BAR)
        self.updateGeometry()

    def stand_below(self) -> None:
        """Take all the width, and the height that the cards ask for."""
        self._is_beside = False
        for part in (self, self._inside):
            part.setMinimumWidth(0)
            part.setMaximumWidth(UNBOUNDED)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        if self._is_beside:
            return super().minimumSizeHint()
        return QSize(0, self._inside.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._is_beside:
            self.updateGeometry()
        return super().eventFilter(watched, event)
