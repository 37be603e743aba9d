"""The line of news on the organisers' pages; it waits to be read and stands in nobody's way."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.notice import Notice
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, IconLabel, PlainLabel

ICONS = {"ok": "check-circle", "info": "info", "warn": "warning-triangle"}


class NoticeLine(Card):
    """Shows a notice until it is closed or another one comes."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ok", parent)
        self._path: Path | None = None
        self._icon = IconLabel(size=26)
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._open = ActionButton()
        self._close = IconButton("cross", "")
        self._open.clicked.connect(self._open_file)
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(load_tokens().shape.gap.normal)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._open)
        row.addWidget(self._close)
        self.body.setContentsMargins(18, 6, 8, 6)
        self.body.addLayout(row)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the buttons in the language in use."""
        self._open.setText(_("Open"))
        self._close.set_meaning(_("Close"))

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice or none."""
        self.setVisible(notice is not None)
        if notice is None:
            return
        state = load_tokens().state
        colours = {"ok": state.ok, "info": state.info, "warn": state.warn}
        self._path = notice.path
        self.set_card(notice.tone)
        self._icon.set_icon(ICONS[notice.tone], colours[notice.tone])
        self._text.setText(notice.text)
        self._open.setVisible(notice.path is not None)
        self.setAccessibleName(notice.text)

    def _open_file(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
