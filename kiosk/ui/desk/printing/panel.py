"""Printing at the desk: the queue with what can be done about it, and what is printed when."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.desk import PaperOnScan
from kiosk.domain.print_jobs import PrintState
from kiosk.i18n import _
from kiosk.ui.desk.folding_row import FoldingRow
from kiosk.ui.desk.panel import DeskPanel
from kiosk.ui.desk.printing.choices import LabelledChoice, printer_choices, when_choices
from kiosk.ui.desk.printing.presenter import PrintPresenter
from kiosk.ui.desk.printing.queue_list import QueueList
from kiosk.ui.desk.printing.state import PrintScreen, Trial
from kiosk.ui.desk.printing.wording import news
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, PlainLabel

CHOICE_EMS = 11
"""The least width of a choice, in heights of its text."""


class PrintPanel(DeskPanel):
    """``pdf_wanted`` carries an attendee's id and the Paper to show in the PDF viewer."""

    pdf_wanted = Signal(object, object)

    def __init__(self, presenter: PrintPresenter, parent: QWidget | None = None) -> None:
        super().__init__("printer", parent)
        self._presenter = presenter
        self._news = _News()
        self._printer, self._badges, self._cards = (LabelledChoice() for _each in range(3))
        self._try = ActionButton("", "printer")
        self._empty = PlainLabel(tone="muted")
        self._list = QueueList()
        self._again = ActionButton("", "printer", role="primary")
        self._cancel = ActionButton("", "cross")
        self._pdf = ActionButton("", "book")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list)
        presenter.show = self.show_screen
        self.retranslate()

    def show_screen(self, screen: PrintScreen) -> None:
        """Show the queue and the choices."""
        self._news.show_screen(screen)
        settings = screen.settings
        self._printer.show_choice(printer_choices(screen), settings.printer)
        self._badges.show_choice(when_choices(), settings.badge_on_scan.value)
        self._cards.show_choice(when_choices(), settings.route_card_on_scan.value)
        self._try.setEnabled(screen.trial is not Trial.ON_ITS_WAY)
        if screen.queue:
            self._list.show_queue(screen.queue)
        self._empty.setVisible(not self._list.count())
        self._offer()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.set_title(_("Printing"))
        self._printer.set_caption(_("Printer"))
        self._badges.set_caption(_("Badge on a scan"))
        self._cards.set_caption(_("Route card on a scan"))
        self._try.setText(_("Test page"))
        self._again.setText(_("Print again"))
        self._cancel.setText(_("Cancel"))
        self._pdf.setText(_("Open as PDF"))
        self._empty.setText(_("Nothing was printed at this desk yet."))
        self._list.setAccessibleName(_("Print queue, newest first"))
        self._list.retranslate()
        self.show_screen(self._presenter.screen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.look_away()

    def _lay_out(self) -> None:
        gap = load_tokens().shape.gap
        choices, buttons = FoldingRow(), FoldingRow(gap.tight)
        for choice in (self._printer, self._badges, self._cards):
            choices.add(choice, least=CHOICE_EMS)
        for button in (self._again, self._cancel, self._pdf):
            buttons.add(button)
        buttons.add(self._try, at_end=True)
        for part in (self._news, choices, self._empty):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(buttons)
        self.body.setSpacing(gap.tight + 4)

    def _connect(self) -> None:
        presenter = self._presenter
        self._printer.picked.connect(presenter.choose_printer)
        self._badges.picked.connect(self._pick_badges)
        self._cards.picked.connect(self._pick_cards)
        self._try.clicked.connect(presenter.try_out)
        self._list.chosen_changed.connect(self._offer)
        self._again.clicked.connect(self._print_again)
        self._cancel.clicked.connect(self._cancel_job)
        self._pdf.clicked.connect(self._open_pdf)

    def _offer(self) -> None:
        """Only what makes sense for the marked job can be pressed."""
        chosen = self._list.chosen
        waits = chosen is not None and chosen.state is PrintState.QUEUED
        was_repeated = chosen is not None and chosen.state is PrintState.REPRINTED
        self._again.setEnabled(chosen is not None and not waits and not was_repeated)
        self._cancel.setEnabled(waits)
        self._pdf.setEnabled(chosen is not None)

    def _chosen(self) -> UUID | None:
        return self._list.chosen.job_id if self._list.chosen else None

    def _print_again(self) -> None:
        if job_id := self._chosen():
            self._presenter.again(job_id)
            self._list.setFocus()

    def _cancel_job(self) -> None:
        if job_id := self._chosen():
            self._presenter.cancel(job_id)
            self._list.setFocus()

    def _open_pdf(self) -> None:
        if line := self._list.chosen:
            self.pdf_wanted.emit(line.attendee_id, line.paper)

    def _pick_badges(self, when: str) -> None:
        self._presenter.print_badges(PaperOnScan(when))

    def _pick_cards(self, when: str) -> None:
        self._presenter.print_route_cards(PaperOnScan(when))


class _News(Card):
    """The sentence at the top: how it goes with printing."""

    def __init__(self) -> None:
        super().__init__("info")
        self._icon = IconLabel(size=26)
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.addLayout(row)

    def show_screen(self, screen: PrintScreen) -> None:
        """Say it in words, with colour and icon."""
        saying = news(screen)
        self.set_card(saying.tone)
        self._icon.set_icon(saying.icon, getattr(load_tokens().state, saying.tone))
        self._words.setText(saying.words)
        self.setAccessibleName(saying.words)
