"""The host's page: it renders a state and reports gestures; it decides nothing."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.conductor.floor_plan import FloorPlan
from kiosk.ui.conductor.keys import HostKeys
from kiosk.ui.conductor.message_panel import MessagePanel
from kiosk.ui.conductor.notice_bar import NoticeBar
from kiosk.ui.conductor.panel import PanelView
from kiosk.ui.conductor.programme_list import ProgrammeList
from kiosk.ui.conductor.state import ConductorView, Gesture, PanelFace, RoomFace
from kiosk.ui.conductor.timer_panel import TimerPanel
from kiosk.ui.theme.style import set_look

MARGIN = 20
BESIDE_EMS = 36
BELOW_EMS = 14
PANEL_EMS = 28
"""Width of a panel in heights of the page's text."""
LEAST_EMS = 14
"""Where the room leaves a panel less height than this, it covers the page."""


class ConductorPage(QWidget):
    """Programme at the left; time, room and notices at the right; a panel over the room.

    ``wanted`` carries what a button of the panel does, ``table_chosen`` an employer's id,
    ``phase_chosen`` a position, ``message_sent`` words for the room. ``preview`` is handed in: what
    the room sees is painted by another station.
    """

    gestured = Signal(Gesture)
    wanted = Signal(object)
    table_chosen = Signal(object)
    phase_chosen = Signal(int)
    message_sent = Signal(str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.programme = ProgrammeList()
        self.timer = TimerPanel()
        self.floor = FloorPlan()
        self.notice = NoticeBar()
        self._keys = HostKeys(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, paper=True)
        for source in (self.timer, self.floor, self.notice, self._keys):
            source.gestured.connect(self.gestured)
        self.floor.table_chosen.connect(self.table_chosen)
        self.programme.phase_chosen.connect(self.phase_chosen)
        self.programme.change_wanted.connect(lambda: self.gestured.emit(Gesture.SHOW_PROGRAMME))
        self.notice.let_go.connect(self.setFocus)
        self._arrange()
        self.panel = PanelView(self)
        self.panel.wanted.connect(self.wanted)
        self.message = MessagePanel(self)
        self.message.sent.connect(self._send_message)
        self.message.closed.connect(self.close_message)
        self._came_from: QWidget | None = None
        self._shown_message = ""
        self._shown_room: RoomFace | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Say what does not come with a state in the language in use."""
        self.programme.retranslate()
        self.timer.retranslate()
        self.floor.retranslate()
        self.panel.retranslate()
        self.message.retranslate()

    def set_preview(self, preview: QWidget) -> None:
        """What the room sees now and next, below the programme."""
        self._left.addWidget(preview)

    def open_message(self) -> None:
        """Write a message over the floor plan."""
        self._place_message()
        self.message.open_with(self._shown_message)

    def close_message(self) -> None:
        """Put the message panel away."""
        self.message.hide()
        self.setFocus()

    def _send_message(self, words: str) -> None:
        self.close_message()
        self.message_sent.emit(words)

    def render_view(self, view: ConductorView) -> None:
        """Paint a state; parts that did not change are left alone."""
        self.programme.show_pace(view.pace)
        self.programme.show_lines(view.programme)
        self.timer.show_time(view.time)
        self.timer.show_controls(view.controls)
        self._shown_message = view.controls.message
        self.message.show_message(view.controls.message)
        if view.room != self._shown_room:
            self._shown_room = view.room
            self.floor.show_face(view.room)
        if view.notice is None and self.notice.holds_focus():
            self.setFocus()
        appears = view.notice is not None and self.notice.isHidden()
        self.notice.show_face(view.notice)
        if appears:
            QTimer.singleShot(0, self, self._reveal_notice)
        self._show_panel(view.panel)

    def _show_panel(self, face: PanelFace | None) -> None:
        """The keyboard goes into a panel that opens, and back to the table where it came from."""
        before, held = self.panel.face, self.panel.holds_focus()
        if face == before:
            return
        if before is None:
            self._came_from = self.focusWidget() if self.floor.has_keyboard() else None
        self.panel.show_face(face)
        if face is None and held:
            (self._came_from or self).setFocus()
        if face is not None:
            self._place_panel()
            self.panel.raise_()
            if before is None or before.title != face.title:
                self.panel.take_keyboard()

    def _place_panel(self) -> None:
        """Over the floor plan, at the side away from its table; over the page where that is low."""
        face, em = self.panel.face, self.fontMetrics().height()
        if face is None:
            return
        room = QRect(self.floor.mapTo(self, self.floor.rect().topLeft()), self.floor.size())
        page = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(page.width(), room.width() if face.wide else em * PANEL_EMS)
        card = self.floor.card_of(face.about)
        at_left = card is not None and card.geometry().center().x() > self.floor.width() / 2
        left = room.left() if at_left or face.wide else room.right() - width + 1
        is_low = page.bottom() - room.top() < em * LEAST_EMS
        top = page.top() if is_low else max(room.top(), page.top())
        wanted = max(self.panel.wanted_height(width), room.height() if face.wide else 0)
        height = min(wanted, page.bottom() - top + 1)
        self.panel.setGeometry(max(left, page.left()), top, width, height)

    def _place_message(self) -> None:
        room = QRect(self.floor.mapTo(self, self.floor.rect().topLeft()), self.floor.size())
        page = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(room.width(), page.width())
        height = self.message.heightForWidth(width)
        height = height if height > 0 else self.message.sizeHint().height()
        top = max(page.top(), min(room.top(), page.bottom() - height))
        self.message.setGeometry(room.left(), top, width, min(height, page.height()))

    def _arrange(self) -> None:
        self._right = right = QVBoxLayout()
        right.setSpacing(MARGIN - 4)
        right.addWidget(self.timer)
        right.addWidget(self.floor, 1)
        right.addWidget(self.notice)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.RightToLeft, inside)
        self._row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._row.setSpacing(MARGIN)
        self._row.addLayout(right, 71)
        self._left = QVBoxLayout()
        self._left.setSpacing(MARGIN - 4)
        self._left.addWidget(self.programme, 1)
        self._row.addLayout(self._left, 29)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _reveal_notice(self) -> None:
        """Bring a new notice into sight once the layout has made room for it."""
        self._scroll.ensureWidgetVisible(self.notice)

    def _fit(self) -> None:
        """With very large text the page scrolls: a notice on top, the programme below."""
        ways = QBoxLayout.Direction
        em = self.fontMetrics().height()
        beside = self.width() >= em * BESIDE_EMS
        self._row.setDirection(ways.RightToLeft if beside else ways.TopToBottom)
        self._right.removeWidget(self.notice)
        self._right.insertWidget(self._right.count() if beside else 0, self.notice)
        self.programme.setMinimumHeight(0 if beside else em * BELOW_EMS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_panel()
        if self.message.isVisible():
            self._place_message()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._keys.note_key(event)
            if event.key() == Qt.Key.Key_Escape and self.panel.face:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if pages is not None:
            (self.panel if self.panel.face else self.floor).scroll_pages(pages)
        elif event.key() == Qt.Key.Key_Escape and self.panel.face:
            self.wanted.emit(Gesture.CLOSE_PANEL)
        elif not self._keys.take(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.setFocus()
        self.shown.emit()
