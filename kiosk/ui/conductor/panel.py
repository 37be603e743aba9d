"""A panel over the page: it stands in nobody's way, and one tap in it does what it says."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.conductor.state import Gesture, PanelAction, PanelFace, PanelGroup
from kiosk.ui.theme.style import set_look, text_scale
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconButton, PlainLabel
from kiosk.ui.widgets.folding import FlowBox, PairBox
from kiosk.ui.widgets.scrolling import scroll_area

AT_ONCE = 12
"""A long list comes in parts of so many, so that the screen never waits for all of it."""
BORDER = 2


class PanelView(Card):
    """Shows a panel's face; ``wanted`` carries what a button does."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._face: PanelFace | None = None
        self._waiting: list[PanelGroup] = []
        self._buttons: list[ActionButton] = []
        self._title = PlainLabel(look="strong")
        self._title.setWordWrap(True)
        self._close = IconButton("cross", _("Close"))
        self._close.clicked.connect(lambda: self.wanted.emit(Gesture.CLOSE_PANEL))
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._add_groups)
        self._inside = QWidget()
        self._groups = QVBoxLayout(self._inside)
        self._groups.setContentsMargins(0, 0, 6, 0)
        self._groups.setSpacing(10)
        self._groups.addStretch(1)
        self._foot = FlowBox()
        self._scroll = scroll_area(self._inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.hide()

    @property
    def face(self) -> PanelFace | None:
        """What it shows; None while it is away."""
        return self._face

    def retranslate(self) -> None:
        """Say what does not come with a face in the language in use."""
        self._close.set_meaning(_("Close"))

    def show_face(self, face: PanelFace | None) -> None:
        """Show a panel or none; the keyboard stays with the button that it was on."""
        if face == self._face:
            return
        focused = self._focused_name()
        self._face = face
        self._clear()
        if face is not None:
            self._title.setText(face.title)
            self.setAccessibleName(face.title)
            self._waiting = list(face.groups)
            self._add_groups()
            self._foot.set_parts(*(self._button(action) for action in face.foot))
            self._foot.setVisible(bool(face.foot))
            self._focus(focused)
        self.setVisible(face is not None)

    def take_keyboard(self) -> None:
        """Begin with the first button, or with the one that closes, and at the top."""
        careful = self._face is not None and self._face.careful
        first = self._close if careful else (*self._buttons, self._close)[0]
        first.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(0))

    def holds_focus(self) -> bool:
        """Whether the keyboard is here, or will be once the window is in front again."""
        return self.window().focusWidget() in (*self._buttons, self._close)

    def scroll_pages(self, pages: int) -> None:
        """Turn a long list a screenful up or down."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def wanted_height(self, width: int) -> int:
        """What it needs to show everything without scrolling."""
        self.ensurePolished()
        margins, gap = self.body.contentsMargins(), self.body.spacing()
        room = width - margins.left() - margins.right() - 2 * BORDER
        inside = max(self._groups.heightForWidth(room - 6), self._groups.sizeHint().height())
        head = max(self._close.sizeHint().height(), self._title.heightForWidth(room - 60))
        foot = self._foot.heightForWidth(room) + gap if self._foot.isVisibleTo(self) else 0
        return margins.top() + head + gap + inside + foot + margins.bottom() + 2 * BORDER + 4

    def _arrange(self) -> None:
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), 12, margins.right() - 6, 12)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._foot)

    def _add_groups(self) -> None:
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for group in some:
            part = self._part(group)
            self._groups.insertWidget(self._groups.count() - 1, part)
            part.show()
        if self._waiting:
            self._more.start()

    def _part(self, group: PanelGroup) -> QWidget:
        """Who or what it is about, beside its buttons where there is room."""
        about = QWidget()
        rows = QVBoxLayout(about)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for text, look, tone, bold in (
            (group.heading, "body", "ink", True),
            (group.note, "caption", "muted", False),
            ("\n".join(group.lines), "body", "ink", False),
        ):
            if text:
                rows.addWidget(_label(text, look, tone, bold=bold, wraps=not group.actions))
        buttons = FlowBox(*(self._button(action) for action in group.actions))
        if not group.actions:
            return about
        if not group.heading:
            return buttons
        return PairBox(about, buttons, grows=0, middle=True)

    def _button(self, action: PanelAction) -> ActionButton:
        button = ActionButton(action.text, action.icon, action.role)
        button.setAccessibleName(action.name or action.text)
        button.clicked.connect(lambda: self.wanted.emit(action.deed))
        self._buttons.append(button)
        return button

    def _focused_name(self) -> str:
        focused = self.window().focusWidget()
        return next((b.accessibleName() for b in self._buttons if b is focused), "")

    def _focus(self, name: str) -> None:
        if name:
            found = [button for button in self._buttons if button.accessibleName() == name]
            (*found, *self._buttons, self._close)[0].setFocus()

    def _clear(self) -> None:
        self._more.stop()
        self._waiting = []
        while self._groups.count() > 1:
            item = self._groups.takeAt(0)
            part = item.widget() if item else None
            if part is not None:
                part.hide()
                part.deleteLater()
        self._foot.set_parts()
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge that tells it from the cards below it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(load_tokens().light.primary), BORDER))
        half, radius = BORDER / 2, load_tokens().shape.radius.card * text_scale()
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )


def _label(text: str, look: str, tone: str, *, bold: bool, wraps: bool) -> PlainLabel:
    label = PlainLabel(text, look, tone)
    label.setWordWrap(wraps)
    set_look(label, bold=bold)
    return label
