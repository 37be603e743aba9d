"""The preview with its ways: pages, languages, and a copy to edit."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.stories.preview import Preview, StoryPreview
from kiosk.ui.organiser.stories.state import PreviewFace
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, PlainLabel
from kiosk.ui.widgets.folding import FlowBox


class PreviewCard(Card):
    """``turned`` asks for pages on, ``language_chosen`` for a language by its code."""

    turned = Signal(int)
    language_chosen = Signal(str)

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._codes: tuple[str, ...] = ()
        self._title = PlainLabel()
        self._heading = PlainLabel(look="caption", tone="muted")
        self._note = PlainLabel(look="caption", tone="warn")
        self._note.setWordWrap(True)
        self.back, self.on = IconButton("chevron-left", ""), IconButton("chevron-right", "")
        self.copying = ActionButton(icon_name="pencil")
        self.picture = StoryPreview(preview)
        self.languages = FlowBox()
        self._buttons: dict[str, ActionButton] = {}
        self._arrange()
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.picture.turned.connect(self.turned)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._title.setText(_("As it will look"))
        self.back.set_meaning(_("Page before"))
        self.on.set_meaning(_("Next page"))
        self.copying.setText(_("Make my own copy"))

    def show_face(self, face: PreviewFace) -> None:
        """Show a page and the ways on."""
        title = face.page.story.title if face.page else ""
        self.picture.show_page(face.page, f"{title}, {face.heading}" if title else face.heading)
        self._heading.setText(face.heading)
        self._note.setText(face.note)
        self._note.setVisible(bool(face.note))
        self.back.setEnabled(face.can_go_back)
        self.on.setEnabled(face.can_go_on)
        self.copying.setVisible(face.can_copy)
        self._show_languages(face)

    def _show_languages(self, face: PreviewFace) -> None:
        codes = tuple(code for code, _name in face.languages)
        self.languages.setVisible(len(codes) > 1)
        if codes != self._codes:
            self._codes = codes
            for code in codes:
                self._buttons.setdefault(code, self._language_button(code))
            self.languages.set_parts(*(self._buttons[code] for code in codes))
            for code in codes:
                self._buttons[code].show()
        for code, name in face.languages:
            self._buttons[code].setText(name)
            self._buttons[code].setChecked(code == face.language)

    def _language_button(self, code: str) -> ActionButton:
        button = ActionButton(role="tab")
        button.setCheckable(True)
        button.clicked.connect(self._choosing(code))
        return button

    def _choosing(self, code: str) -> Callable[[], None]:
        def choose() -> None:
            self.language_chosen.emit(code)

        return choose

    def _arrange(self) -> None:
        gap = load_tokens().shape.gap
        set_look(self._title, bold=True)
        head = QHBoxLayout()
        head.setSpacing(gap.tight)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._heading)
        head.addWidget(self.back)
        head.addWidget(self.on)
        self.body.setContentsMargins(18, 10, 18, 14)
        self.body.addLayout(head)
        self.body.addWidget(self.picture)
        self.body.addWidget(self._note)
        self.body.addWidget(FlowBox(self.languages, self.copying))
