"""Taking a check-in back after ten minutes: whose, why, and the organiser's word for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.domain.desk import UndoReason
from kiosk.domain.event import Event
from kiosk.domain.people import badge_label
from kiosk.domain.verdicts import DeskRecord
from kiosk.i18n import N_, _
from kiosk.i18n.verdict_messages import place_and_person
from kiosk.ui.desk.fields.chips import ChoiceRow
from kiosk.ui.desk.fields.labelled import LabelledField
from kiosk.ui.desk.late_undo_presenter import LateUndoPresenter, LateUndoScreen
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.widgets import ActionButton, GrowingLabel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REASONS = {
    UndoReason.WRONG_PERSON: N_("Wrong person"),
    UndoReason.NOT_HERE: N_("Is not here"),
    UndoReason.TEST: N_("Was a test"),
    UndoReason.OTHER: N_("Something else"),
}


class LateUndoPanel(DeskPanel):
    """``undone`` carries the DeskRecord as it is afterwards."""

    undone = Signal(object)

    def __init__(
        self, presenter: LateUndoPresenter, event: Event, parent: QWidget | None = None
    ) -> None:
        super().__init__("undo", parent)
        self._presenter, self._event = presenter, event
        self._whose = GrowingLabel(look="title", lines=3)
        self._reason, self._secret = ChoiceRow(), QLineEdit()
        self._why, self._word = LabelledField(self._reason), LabelledField(self._secret)
        self._ok = ActionButton("", "undo", "primary")
        self._lay_out()
        self._reason.pressed.connect(presenter.choose)
        self._secret.returnPressed.connect(self._confirm)
        self._ok.clicked.connect(self._confirm)
        self._ok.setAutoDefault(True)  # Enter presses it, as Space does
        self.closed.connect(self._secret.clear)
        self.setFocusProxy(self._reason)
        presenter.show = self._render
        presenter.undone = self.undone.emit
        self.retranslate()

    def show_record(self, record: DeskRecord) -> None:
        """Ask about somebody's check-in."""
        self._presenter.open(record)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("Undo after ten minutes"))
        self._reason.set_options([(reason, _(words)) for reason, words in REASONS.items()])
        self._why.set_words(_("Why?"))
        self._word.set_words(_("The organiser's PIN or passphrase"))
        self._ok.setText(_("Undo this check-in"))
        self._render(self._presenter.screen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field; in the last one it undoes."""
        if event.key() in ENTER and not self._secret.hasFocus():
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._ok)
        self.body.setSpacing(14)
        self.body.addWidget(self._whose)
        self.body.addWidget(self._why)
        self.body.addWidget(self._word)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def _confirm(self) -> None:
        self._presenter.confirm(self._secret.text())

    def _render(self, screen: LateUndoScreen) -> None:
        self._whose.setText(self._whose_words(screen.record) if screen.record else "")
        self._reason.set_chosen((screen.reason,))
        self._why.set_problem(_("Choose why first.") if screen.reason_missing else "")
        wrong = _("That is not the PIN or the passphrase. Try again.")
        self._word.set_problem(wrong if screen.secret_wrong else "")
        self._ok.setDisabled(screen.busy)
        if screen.secret_wrong or screen.record is None:
            self._secret.clear()

    def _whose_words(self, record: DeskRecord) -> str:
        came = record.check_in
        return (
            _("{name}, badge {number}, checked in at {time} {where}")
            .format(
                name=record.attendee.public_name,
                number=badge_label(record.attendee.badge_number),
                time=f"{self._event.local(came.at):%H:%M}" if came else "",
                where=place_and_person(came.station, came.volunteer) if came else "",
            )
            .strip()
        )
