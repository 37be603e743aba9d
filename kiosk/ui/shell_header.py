"""The strip at the top of the main window: whose program, which station, what time, the lock."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.i18n import _, language
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, IconLabel, PlainLabel

OTHER_LANGUAGE = {"nl": "en", "en": "nl"}


class ShellHeader(QFrame):
    """Tabs by title; where the window is narrow, what can be missed best goes first.

    With very large text the tabs get a row of their own, so that none is out of sight.
    """

    chosen = Signal(int)
    lock_wanted = Signal()
    leave_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._place = ""
        light = load_tokens().light
        self.setStyleSheet(
            f"ShellHeader {{ background: {light.surface}; border: none;"
            f" border-bottom: 1px solid {light.line}; }}"
        )
        self._name = PlainLabel("Stoelendans", look="strong")
        self._where = PlainLabel(tone="muted")
        self._time = PlainLabel(tone="muted")
        self._language = ActionButton("", role="ghost")
        self._lock = ActionButton("", "lock")
        self._leave = ActionButton("", "leave", role="ghost")
        # a click there leaves the focus where somebody was typing
        for button in (self._language, self._lock, self._leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs = [ActionButton("", role="tab") for _title in titles]
        self._group = QButtonGroup(self)
        self._strip = _TabStrip(self._tabs)
        for number, tab in enumerate(self._tabs):
            tab.setCheckable(True)
            self._group.addButton(tab, number)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 6, 24, 6)
        column.setSpacing(2)
        self._row = row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        self._own_row = QHBoxLayout()
        column.addLayout(self._own_row)
        row.addWidget(IconLabel("logo", 34))
        row.addWidget(self._name)
        row.addSpacing(18)
        self._place_of_tabs = row.count()
        row.addWidget(self._strip, 1)
        row.addSpacing(12)
        for widget in (self._where, self._time):
            row.addWidget(widget)
        row.addSpacing(6)
        for button in (self._language, self._lock, self._leave):
            row.addWidget(button)

    def _connect(self) -> None:
        self._group.idClicked.connect(self.chosen)
        self._lock.clicked.connect(self.lock_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._language.clicked.connect(
            lambda: self.language_wanted.emit(OTHER_LANGUAGE[language()])
        )

    def choose(self, number: int) -> None:
        """Mark a tab as the one in front."""
        self._group.button(number).setChecked(True)
        for tab in self._tabs:
            tab.set_role("tab")
        self._strip.ensureWidgetVisible(self._tabs[number])

    def set_place(self, place: str) -> None:
        """The event's title."""
        self._place = place
        self._where.setText(f"{place} ·" if place else "")
        self._fit()

    def set_time(self, time: str) -> None:
        """The venue's clock."""
        if time != self._time.text():
            self._time.setText(time)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for number, (tab, title) in enumerate(zip(self._tabs, self._titles, strict=True), start=1):
            tab.setText(_(title))
            tab.setToolTip(f"Ctrl+{number}")
        other = OTHER_LANGUAGE[language()]
        self._language.setText(other.upper())
        self._language.setAccessibleName(_("Change the language to {other}").format(other=other))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the words have the size that they are shown in."""
        super().showEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Show everything, then leave out one thing after the other until the rest fits."""
        self._lock.setText(_("Lock"))
        self._leave.setText(_("Leave"))
        self._name.show()
        self._where.setVisible(bool(self._place))
        self._put_tabs(beside=True)
        for narrower in (
            self._where.hide,
            self._say_nothing_on_leave,
            self._say_nothing_on_lock,
            self._name.hide,
            self._give_tabs_a_row,
        ):
            if self._needed() <= self.width():
                break
            narrower()
        self._measured().activate()
        self._tell_meanings()

    def _tell_meanings(self) -> None:
        """A button without a word still has a name; the keys stand in the tool tips."""
        self._lock.setAccessibleName(_("Lock"))
        self._lock.setToolTip(_("Ctrl+L locks. F12 turns the screen dark at once."))
        self._leave.setAccessibleName(_("Leave the program"))
        self._leave.setToolTip(_("Leave the program (Ctrl+Q)"))

    def _say_nothing_on_lock(self) -> None:
        self._lock.setText("")

    def _say_nothing_on_leave(self) -> None:
        self._leave.setText("")

    def _give_tabs_a_row(self) -> None:
        """There is room again beside the name and in the buttons."""
        self._put_tabs(beside=False)
        self._name.show()

    def _put_tabs(self, *, beside: bool) -> None:
        is_beside = self._row.indexOf(self._strip) >= 0
        if beside and not is_beside:
            self._own_row.removeWidget(self._strip)
            self._row.takeAt(self._place_of_tabs)
            self._row.insertWidget(self._place_of_tabs, self._strip, 1)
        elif not beside and is_beside:
            self._row.removeWidget(self._strip)
            self._row.insertStretch(self._place_of_tabs, 1)
            self._own_row.addWidget(self._strip, 1)

    def _needed(self) -> int:
        return self._measured().sizeHint().width()

    def _measured(self) -> QLayout:
        """The layout, which remembers sizes from before something was hidden."""
        layout = self.layout()
        assert layout is not None
        self._row.invalidate()
        layout.invalidate()
        return layout


class _TabStrip(QScrollArea):
    """The tabs in a row; with very large text the row moves along under the chosen one."""

    def __init__(self, tabs: Sequence[QWidget]) -> None:
        super().__init__()
        self._tabs = QWidget()
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for tab in tabs:
            row.addWidget(tab)
        row.addStretch()
        self.setWidget(self._tabs)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._tabs.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._tabs.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._tabs.sizeHint().height())
