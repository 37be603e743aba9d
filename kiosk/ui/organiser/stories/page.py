"""The page of stories: the list at the left; at the right how it looks, and whose yes it has."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.organiser.page import SPACING, OrganiserPage
from kiosk.ui.organiser.side_panel import BAR, UNBOUNDED, SidePanel
from kiosk.ui.organiser.stories.consent_card import ConsentCard
from kiosk.ui.organiser.stories.presenter import StoriesPresenter
from kiosk.ui.organiser.stories.preview import Preview
from kiosk.ui.organiser.stories.preview_card import PreviewCard
from kiosk.ui.organiser.stories.state import ConsentFace
from kiosk.ui.organiser.stories.texts_card import TextsCard
from kiosk.ui.theme.style import text_scale

BESIDE = 900
"""A page narrower than this, at normal text size, has the preview below the list."""
SHARE = 0.46
"""Of the page's width, for the preview."""
MOST_HIGH = 480
PREVIEW_SHARE = 0.36
"""Of the page's height, for the picture, where the consent stands below it."""


class StoriesPage(OrganiserPage):
    """``texts_read`` when they were read again; ``consents_changed`` after a yes, or its end."""

    texts_read = Signal()
    consents_changed = Signal()

    def __init__(
        self, presenter: StoriesPresenter, preview: Preview, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.texts, self.preview, self.consent = TextsCard(), PreviewCard(preview), ConsentCard()
        self._arrange()
        self._connect(presenter)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        for part in (self.texts, self.preview, self.consent, self.notice):
            part.retranslate()
        self._presenter.retranslate()

    def _connect(self, presenter: StoriesPresenter) -> None:
        presenter.show_texts = self.texts.show_face
        presenter.show_preview = self.preview.show_face
        presenter.show_consent = self._show_consent
        presenter.tell = self.notice.show_notice
        presenter.texts_read = self.texts_read.emit
        presenter.consents_changed = self._consents_changed
        self.texts.chosen.connect(self._select)
        self.texts.reading.clicked.connect(presenter.read_again)
        self.texts.opening.clicked.connect(presenter.open_folder)
        self.preview.turned.connect(presenter.turn)
        self.preview.language_chosen.connect(presenter.choose_language)
        self.preview.copying.clicked.connect(presenter.copy)
        self.consent.given.connect(presenter.give_consent)
        self.consent.taken_back.connect(presenter.take_back)
        self.notice.closed.connect(presenter.dismiss)

    def _select(self, story_id: str) -> None:
        self.consent.clear()
        self._presenter.select(story_id)

    def _consents_changed(self) -> None:
        self.consent.clear()
        self.consents_changed.emit()

    def _arrange(self) -> None:
        inside = QWidget()
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACING)
        side.addWidget(self.preview)
        side.addWidget(self.consent)
        side.addStretch()
        self._side = _Side(inside)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACING)
        self._row.addWidget(self.texts, 1)
        self._row.addWidget(self._side)
        self.body.addLayout(self._row, 1)

    def _show_consent(self, face: ConsentFace | None) -> None:
        self.consent.show_face(face)
        self._fit_preview()

    def _fit_preview(self) -> None:
        """A testimonial's picture leaves room for its consent."""
        shares = self._is_beside() and not self.consent.isHidden()
        most = round(self.height() * PREVIEW_SHARE) if shares else MOST_HIGH
        self.preview.picture.set_most_high(most)

    def _is_beside(self) -> bool:
        return self.width() >= BESIDE * text_scale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()
        self.texts.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With very large text the preview stands below the list, and the page scrolls."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self._is_beside() else ways.TopToBottom)
        if self._is_beside():
            self._side.stand_beside(round(self.width() * SHARE) - BAR)
            self._row.setContentsMargins(0, 0, 0, 0)
        else:
            self._side.stand_below()
            self._row.setContentsMargins(0, 0, BAR, 0)
        self.texts.fit_text()
        self._fit_preview()


class _Side(SidePanel):
    """Below the list it is as high as its cards are in their width: one thing scrolls, not two."""

    def __init__(self, inside: QWidget) -> None:
        self._cards = inside
        super().__init__(inside)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        is_below = self.maximumWidth() == UNBOUNDED
        cards = self._cards.heightForWidth(self.width()) if is_below else 0
        return QSize(hint.width(), max(hint.height(), cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
