"""The layers of the main window: the pages, the card that covers them, the dark screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QToolTip, QWidget

from kiosk.ui.blank_cover import BlankCover
from kiosk.ui.lock_cover import LockCover
from kiosk.ui.lock_presenter import Front, LockFace, LockPresenter
from kiosk.ui.theme.style import set_look


class ShellLayers(QStackedWidget):
    """Shows what the presenter says; ``uncovered`` when the pages are in front again."""

    uncovered = Signal()

    def __init__(self, presenter: LockPresenter, pages: QWidget) -> None:
        super().__init__()
        self._presenter = presenter
        self._cover, self._blank = LockCover(), BlankCover()
        self._layers = {Front.PAGE: pages, Front.CARD: self._cover, Front.BLANK: self._blank}
        set_look(self, paper=True)
        for layer in self._layers.values():
            self.addWidget(layer)
        presenter.show = self._render
        self._cover.answered.connect(presenter.answer)
        self._cover.edited.connect(presenter.forget_refusal)
        self._cover.went_back.connect(presenter.go_back)
        self._cover.ticked.connect(presenter.tick)
        self._blank.woken.connect(presenter.wake)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._cover.retranslate()
        self._blank.retranslate()

    def _render(self, face: LockFace) -> None:
        self._cover.show_face(face)
        self._blank.show_verdict(face.verdict)
        layer = self._layers[face.front]
        if layer is self.currentWidget():
            return
        self.setCurrentWidget(layer)
        if face.front is Front.PAGE:
            self.uncovered.emit()
        else:
            put_away_pop_ups()
            layer.setFocus()


def put_away_pop_ups() -> None:
    """Close whatever stands before a window: menus, lists of a box, tool tips, dialogs."""
    QToolTip.hideText()
    while (pop_up := QApplication.activePopupWidget()) is not None and pop_up.close():
        pass
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
