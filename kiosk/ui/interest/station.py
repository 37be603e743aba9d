"""The interest station, wired: it renders what the presenter shows and reports touches."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.interest.bands import FootBand, HeadBand
from kiosk.ui.interest.cards import CardList
from kiosk.ui.interest.idle_page import IdlePage
from kiosk.ui.interest.presenter import InterestPresenter
from kiosk.ui.interest.reader import Reader, SilentReader
from kiosk.ui.interest.state import FormFace, IdleFace, StationView
from kiosk.ui.theme.style import set_look

SECOND_MS = 1000
TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class InterestStation(QWidget):
    """Send scanned badge codes to ``code_scanned``. It forgets everybody when it is hidden.

    ``staff_wanted``: somebody of the staff wants to leave it.
    """

    staff_wanted = Signal()

    def __init__(
        self,
        presenter: InterestPresenter,
        reader: Reader | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._reader = reader or SilentReader()
        self._spoken = ("", "")
        self._head, self._foot = HeadBand(), FootBand()
        self._idle, self._cards = IdlePage(), CardList()
        self._front = QStackedWidget()
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(presenter.second)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, paper=True)
        self._arrange()
        self._connect()
        presenter.show = self._render
        presenter.paint()

    @Slot(str)
    def code_scanned(self, code: str) -> None:
        """A badge was scanned."""
        self._presenter.scan(code)

    def retranslate(self) -> None:
        """Speak the language in use, unless the visitor chose one."""
        self._presenter.paint()

    def _render(self, view: StationView) -> None:
        page = view.page
        if isinstance(page, FormFace):
            self._render_form(page, view)
        else:
            self._render_idle(page, view)

    def _render_idle(self, page: IdleFace, view: StationView) -> None:
        self._reader.stop()
        self._spoken = ("", "")
        self._head.show_head(page.heading, view.other_language)
        self._head.show_reading("")
        self._head.show_staff(page.staff_text)
        self._idle.show_face(page)
        self._cards.show_cards(())
        self._foot.hide()
        if self._front.currentWidget() is not self._idle:
            self._front.setCurrentWidget(self._idle)
            self.setFocus()

    def _render_form(self, page: FormFace, view: StationView) -> None:
        self._spoken = (page.spoken, view.language)
        self._head.show_head(page.title, view.other_language)
        self._head.show_reading(page.read_text if self._reader.can_speak(view.language) else "")
        self._head.show_staff("")
        self._cards.show_cards(page.cards)
        self._foot.show_face(page)
        self._foot.show()
        if self._front.currentWidget() is not self._cards:
            self._front.setCurrentWidget(self._cards)
            self.setFocus()

    def _arrange(self) -> None:
        self._front.addWidget(self._idle)
        self._front.addWidget(self._cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._front, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._head.language_changed.connect(self._presenter.change_language)
        self._head.read_aloud.connect(self._read_aloud)
        self._head.staff_wanted.connect(self.staff_wanted)
        self._idle.code_typed.connect(self._presenter.scan)
        self._cards.answered.connect(self._presenter.answer)
        self._foot.consented.connect(self._presenter.set_consent)
        self._foot.done.connect(self._presenter.done)

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def _read_aloud(self) -> None:
        self._reader.say(*self._spoken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES and isinstance(watched, QWidget) and self.isAncestorOf(watched):
            self._presenter.touch()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._presenter.is_open:
            self._presenter.done()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QAbstractButton
        ):
            focused.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()
        self._second.start()
        self._application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()
        self._application().removeEventFilter(self)
        self._presenter.close()
