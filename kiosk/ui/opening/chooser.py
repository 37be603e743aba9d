"""Asking for a file with the dialog of the system."""

from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.config import EVENT_SUFFIX
from kiosk.i18n import _


class Chooses(Protocol):
    """Each returns a path, or nothing when the person thought better of it."""

    def event(self, parent: QWidget, start: str) -> str: ...

    def description(self, parent: QWidget, start: str) -> str: ...

    def target(self, parent: QWidget, start: str) -> str: ...


class FileDialogs:
    """The dialogs that people know from their other programs."""

    def event(self, parent: QWidget, start: str) -> str:
        """An event that is there."""
        title = _("Choose an event")
        return QFileDialog.getOpenFileName(parent, title, start, _events())[0]

    def description(self, parent: QWidget, start: str) -> str:
        """The description of a new event."""
        kinds = _("Event descriptions (*.toml)")
        return QFileDialog.getOpenFileName(parent, _("Choose a description"), start, kinds)[0]

    def target(self, parent: QWidget, start: str) -> str:
        """A new file; one that is there is never replaced, so the dialog need not offer it."""
        option = QFileDialog.Option.DontConfirmOverwrite
        title = _("Where to save the event")
        return QFileDialog.getSaveFileName(parent, title, start, _events(), options=option)[0]


def _events() -> str:
    return _("Stoelendans events (*{suffix})").format(suffix=EVENT_SUFFIX)
