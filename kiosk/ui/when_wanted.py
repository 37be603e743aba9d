"""A page that is built when somebody first looks at it: most days nobody looks at all of them."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.shell import Retranslates


class WhenWanted(QWidget):
    """Holds the place of a page; ``page`` builds it, as does bringing it to the front."""

    def __init__(self, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._page: QWidget | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> QWidget:
        """The page, built by now."""
        if self._page is None:
            self._page = self._build()
            self._place.addWidget(self._page)
            self.setFocusProxy(self._page)
            self._page.show()
        return self._page

    def retranslate(self) -> None:
        """Speak the language in use; a page that is built later does so from the start."""
        page: object = self._page
        if isinstance(page, Retranslates):
            page.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.show()
