"""The card in the middle: three tabs and the page of the chosen one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.i18n import N_, _
from kiosk.ui.opening.chooser import Chooses
from kiosk.ui.opening.folding import FoldingRow
from kiosk.ui.opening.pages import DemoPage, MakePage, OpenPage
from kiosk.ui.opening.state import Field, OpeningFace, Way
from kiosk.ui.theme.style import set_look
from kiosk.ui.widgets import ActionButton, Card, Separator

PAGE_HEIGHT = 400
"""Room for the longest page with text of normal size, so that nothing jumps from tab to tab."""
WAYS = {
    Way.OPEN: N_("Existing event"),
    Way.MAKE: N_("New event"),
    Way.DEMO: N_("Try the demo"),
}


class OpeningCard(Card):
    """Shows a state; its signals carry what was filled in, as it was typed."""

    way_chosen = Signal(Way)
    open_wanted = Signal(str, str)
    make_wanted = Signal(str, str, str, str)
    demo_wanted = Signal()

    def __init__(self, chooses: Chooses, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._open, self._make, self._demo = OpenPage(chooses), MakePage(chooses), DemoPage()
        self._pages = {Way.OPEN: self._open, Way.MAKE: self._make, Way.DEMO: self._demo}
        self._tabs = {way: ActionButton("", role="tab") for way in Way}
        self._group = QButtonGroup(self)
        self._lay_out()
        self._connect()

    def begin_with(self, event: Path | None) -> None:
        """An event that was named at the start only lacks its passphrase."""
        if event is not None:
            self._open.path.field.setText(str(event))
        self.focus_page()

    def show_face(self, face: OpeningFace) -> None:
        """Paint a state."""
        page = self._pages[face.way]
        self._tabs[face.way].setChecked(True)
        for tab in self._tabs.values():
            tab.set_role("tab")
        for other in self._pages.values():
            other.setVisible(other is page)
        page.set_busy(face.busy)
        for name, field in page.fields.items():
            set_look(field, wrong=name is face.wrong)
        page.trouble.show_words(face.trouble)

    def forget_passphrases(self) -> None:
        """Nothing that was typed in secret stays."""
        for page in self._pages.values():
            for field in page.passphrases:
                field.clear()

    def put_cursor_in(self, name: Field) -> None:
        """Let the person go on typing there."""
        page = next(page for page in self._pages.values() if name in page.fields)
        page.fields[name].setFocus()

    def focus_page(self) -> None:
        """Put the cursor where something is still to be filled in."""
        page = self._pages[self._way]
        empty = [field for field in page.fields.values() if not field.text()]
        (empty[0] if empty else page.submit).setFocus()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for number, (way, tab) in enumerate(self._tabs.items(), start=1):
            tab.setText(_(WAYS[way]))
            tab.setToolTip(f"Ctrl+{number}")
        for page in self._pages.values():
            page.retranslate()

    @property
    def trouble(self) -> QWidget:
        """Where it says what went wrong."""
        return self._pages[self._way].trouble

    @property
    def _way(self) -> Way:
        return list(Way)[self._group.checkedId()]

    def _lay_out(self) -> None:
        for number, tab in enumerate(self._tabs.values()):
            tab.setCheckable(True)
            self._group.addButton(tab, number)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.body.setSpacing(14)
        self.body.addWidget(FoldingRow(*self._tabs.values()))
        self.body.addWidget(Separator())
        for page in self._pages.values():
            page.setMinimumHeight(PAGE_HEIGHT)
            self.body.addWidget(page)

    def _connect(self) -> None:
        self._group.idClicked.connect(lambda number: self.way_chosen.emit(list(Way)[number]))
        self._open.wanted.connect(self._want_open)
        self._make.wanted.connect(self._want_make)
        self._demo.wanted.connect(self.demo_wanted)

    def _want_open(self) -> None:
        self.open_wanted.emit(self._open.path.text, self._open.passphrase.text())

    def _want_make(self) -> None:
        page = self._make
        passphrases = page.passphrase.text(), page.again.text()
        self.make_wanted.emit(page.description.text, page.target.text, *passphrases)
