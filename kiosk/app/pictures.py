"""Pictures of the windows, at the sizes of a laptop and a beamer."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

LAPTOP = QSize(1366, 768)
BEAMER = QSize(1920, 1080)


class Photographer:
    """Saves windows as PNG files into a folder; ``count`` is how many there are."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self.count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, name: str, size: QSize) -> Path:
        """One picture, once the window has settled at that size."""
        if window.windowState() != Qt.WindowState.WindowNoState:
            window.showNormal()
        if window.size() != size:
            window.resize(size)
        self._app.sendPostedEvents()
        self._app.processEvents()
        path = self._folder / f"{name}.png"
        window.grab().save(str(path))
        self.count += 1
        return path
