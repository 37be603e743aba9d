"""The set-up panel: the volunteer's name for everybody, the rest for an organiser with the PIN."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from kiosk.i18n import _
from kiosk.i18n.messages import refusal_text
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.setup.presenter import LONGEST_NAME, SetupPresenter
from kiosk.ui.desk.setup.state import PinState, SetupScreen
from kiosk.ui.desk.setup.time_field import TimeField
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, PlainLabel

LONGEST_IDLE = 120
LONGEST_PIN = 20
"""Longer than any PIN, so that a passphrase typed here is refused and not cut short."""
ROWS = ("who", "pin", "idle", "opens", "closes", "new")


class SetupPanel(DeskPanel):
    """Fields for who stands here, when the desk locks itself, and when it is open."""

    def __init__(self, presenter: SetupPresenter, parent: QWidget | None = None) -> None:
        super().__init__("gear", parent)
        self._presenter = presenter
        self._volunteer = QLineEdit(maxLength=LONGEST_NAME)
        self._secret = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._unlock = ActionButton("", "lock", "primary")
        self._pin_says = PlainLabel(tone="muted")
        self._new_pin = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=LONGEST_PIN)
        self._set_pin = ActionButton("", "check")
        self._pin_news = PlainLabel(tone="muted")
        self._idle = QSpinBox(maximum=LONGEST_IDLE)
        self._idle.lineEdit().setTextMargins(14, 0, 0, 0)
        self._opens, self._closes = TimeField(), TimeField()
        self._time_trouble = PlainLabel(tone="bad")
        self._close_day = ActionButton("", "lock")
        self._labels = {name: PlainLabel() for name in ROWS}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._volunteer)
        self.retranslate()
        presenter.show = self._render
        self._render(presenter.screen)

    def _lay_out(self) -> None:
        target = load_tokens().shape.touch_target
        for field in (self._volunteer, self._secret, self._idle, self._new_pin):
            field.setMinimumHeight(target)
        pin, new_pin, hours = (QHBoxLayout() for _row in range(3))
        pin.addWidget(self._secret, 1)
        pin.addWidget(self._unlock)
        new_pin.addWidget(self._new_pin, 1)
        new_pin.addWidget(self._set_pin)
        hours.addWidget(self._opens, 1)
        hours.addWidget(self._labels["closes"])
        hours.addWidget(self._closes, 1)
        hours.addWidget(self._close_day)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setSpacing(12)
        form.addRow(self._labels["who"], self._volunteer)
        form.addRow(self._labels["pin"], pin)
        form.addRow(self._labels["opens"], hours)
        form.addRow(self._labels["idle"], self._idle)
        form.addRow(self._labels["new"], new_pin)
        for part in (self._time_trouble, self._pin_says, self._pin_news):
            part.setWordWrap(True)
        for label in self._labels.values():
            label.setMinimumHeight(target)
        self.body.addLayout(form)
        for part in (self._pin_says, self._time_trouble, self._pin_news):
            self.body.addWidget(part)
        self.body.addStretch()

    def _connect(self) -> None:
        presenter = self._presenter
        self._volunteer.textEdited.connect(presenter.name_volunteer)
        self._secret.returnPressed.connect(self._try)
        self._unlock.clicked.connect(self._try)
        self._new_pin.returnPressed.connect(self._change_pin)
        self._set_pin.clicked.connect(self._change_pin)
        self._idle.valueChanged.connect(presenter.set_idle_minutes)
        for field in (self._opens, self._closes):
            field.editingFinished.connect(self._set_hours)
        self._close_day.clicked.connect(self._close_or_open)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("This desk"))
        words = {
            "who": _("Who stands here?"),
            "pin": _("For organisers"),
            "idle": _("Lock after minutes without use (0 is never)"),
            "opens": _("Check in from"),
            "closes": _("until"),
            "new": _("New PIN"),
        }
        fields = (
            self._volunteer,
            self._secret,
            self._idle,
            self._opens,
            self._closes,
            self._new_pin,
        )
        for (name, text), field in zip(words.items(), fields, strict=True):
            self._labels[name].setText(text)
            field.setAccessibleName(text)
        self._closes.setAccessibleName(_("Check in until"))
        for part in (self._opens, self._closes):
            part.setPlaceholderText(_("hh:mm"))
        self._volunteer.setPlaceholderText(_("First name, for “checked in by”"))
        self._secret.setPlaceholderText(_("PIN or passphrase"))
        self._unlock.setText(_("Unlock"))
        self._new_pin.setPlaceholderText(_("4 to 8 digits"))
        self._set_pin.setText(_("Set the PIN"))
        self._render(self._presenter.screen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed, covered or behind the lock: the next who comes here shows who they are."""
        super().hideEvent(event)
        for secret in (self._secret, self._new_pin):
            secret.clear()
        self._presenter.lock_again()

    def _render(self, screen: SetupScreen) -> None:
        if self._volunteer.text().strip() != screen.volunteer:
            self._volunteer.setText(screen.volunteer)
        self._pin_says.setText(_pin_words(screen.pin))
        set_look(self._pin_says, tone="bad" if screen.pin is PinState.WRONG else "muted")
        self._secret.setReadOnly(screen.pin is PinState.CHECKING)  # so the focus stays
        if screen.pin in {PinState.RIGHT, PinState.WRONG}:
            self._secret.clear()
        for part in (
            self._idle,
            self._opens,
            self._closes,
            self._close_day,
            self._new_pin,
            self._set_pin,
        ):
            part.setEnabled(screen.unlocked)
        self._say_pin_news(screen)
        self._idle.setValue(screen.settings.idle_minutes)
        self._opens.show_time(screen.opens)
        self._closes.show_time(screen.closes)
        self._time_trouble.setVisible(screen.time_refused)
        self._time_trouble.setText(
            _("That is no time, or the desk would close before it opens. Nothing was changed.")
        )
        closed = screen.is_closed
        self._close_day.setText(_("Open the desk again") if closed else _("Close the desk now"))

    def _try(self) -> None:
        self._presenter.try_secret(self._secret.text())

    def _say_pin_news(self, screen: SetupScreen) -> None:
        words = _("The PIN is set. The passphrase works as well.") if screen.pin_was_set else ""
        if screen.pin_trouble:
            words = refusal_text(screen.pin_trouble)
        if screen.pin_was_set:
            self._new_pin.clear()
        self._pin_news.setText(words)
        self._pin_news.setVisible(bool(words))
        set_look(self._pin_news, tone="bad" if screen.pin_trouble else "ok")

    def _change_pin(self) -> None:
        self._presenter.set_pin(self._new_pin.text())

    def _set_hours(self) -> None:
        self._presenter.set_hours(self._opens.text(), self._closes.text())

    def _close_or_open(self) -> None:
        if self._presenter.screen.is_closed:
            self._presenter.open_again()
        else:
            self._presenter.close_day()


def _pin_words(state: PinState) -> str:
    return {
        PinState.ASKED: _("Hours, lock and PIN are changed with the PIN or the passphrase."),
        PinState.CHECKING: _("One moment …"),
        PinState.WRONG: _("That is not it. Try again."),
        PinState.RIGHT: _("Unlocked until this panel is closed."),
    }[state]
