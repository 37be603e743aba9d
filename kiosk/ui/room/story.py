"""A story on the screen: its words with their source, all of them, as large as they fit."""

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from kiosk.domain.stories import Block, StoryPage
from kiosk.services.room import RoomScene
from kiosk.ui.room import words
from kiosk.ui.room.canvas import MARGIN, Canvas, Frame, face
from kiosk.ui.room.card import ROUNDING, draw_card
from kiosk.ui.room.photo import draw_photo

FOOT = 110.0
STEP = 0.04
LEAST_SCALE = 0.3
MOST_DOTS = 12
SOURCE_SIZE = 30.0
HEADING_LEADING = 88.0
"""Per cent of the usual line height, for the few words of a title."""


def draw_story(canvas: Canvas, scene: RoomScene) -> None:
    """A coloured card with a picture, the words beside it, and when it goes on below."""
    if scene.story is None:
        return
    card, beside = _areas(canvas.frame)
    _draw_card(canvas, scene.story, card)
    draw_words(canvas, scene.story, beside)
    draw_foot(canvas, scene, QRectF(card.left(), 0, canvas.frame.width - 2 * MARGIN, 0))


def draw_story_beside(canvas: Canvas, scene: RoomScene, area: QRectF) -> None:
    """The words of a story beside the countdown of a break, and below them when it goes on."""
    if scene.story is None:
        return
    draw_words(canvas, scene.story, area.adjusted(0, 0, 0, 34 - FOOT))
    foot = QRectF(area.left(), canvas.frame.height - FOOT, area.width(), 70)
    canvas.marked_line(foot, words.next_line(scene), 42, canvas.night.muted)


def _areas(frame: Frame) -> tuple[QRectF, QRectF]:
    inner = frame.inner
    bottom = frame.height - FOOT - 34
    if frame.is_upright:
        card = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.3)
        top = card.bottom() + 40
        return card, QRectF(inner.left(), top, inner.width(), bottom - top)
    side = min(inner.width() * 0.42, 760.0)
    card = QRectF(inner.left(), inner.top(), side, min(bottom - inner.top(), 700.0))
    left = card.right() + 64
    return card, QRectF(left, inner.top(), inner.right() - left, bottom - inner.top())


def _draw_card(canvas: Canvas, page: StoryPage, card: QRectF) -> None:
    draw_card(canvas, card)
    photo = page.story.photo
    if photo is not None and draw_photo(canvas.painter, photo, card, ROUNDING):
        return
    side = min(card.width(), card.height()) * 0.5
    centre = card.center() - QPointF(side / 2, side / 2)
    picture = page.story.picture or "message"
    canvas.icon(picture, QRectF(centre.x(), centre.y(), side, side), canvas.tokens.light.sun)


def draw_words(canvas: Canvas, page: StoryPage, area: QRectF) -> None:
    """The words in the middle of their area, not one of them cut."""
    document = fitting_document(canvas, page, area)
    spare = max(0.0, area.height() - document.size().height()) / 2
    canvas.painter.save()
    canvas.painter.translate(area.left(), area.top() + spare)
    document.documentLayout().draw(canvas.painter, QAbstractTextDocumentLayout.PaintContext())
    canvas.painter.restore()


def fitting_document(canvas: Canvas, page: StoryPage, area: QRectF) -> QTextDocument:
    """The words as large as all of them fit."""
    scale = 1.0
    document = _document(canvas, page, area.width(), scale)
    while scale > LEAST_SCALE and not _fits(document, area):
        scale -= STEP
        document = _document(canvas, page, area.width(), scale)
    return document


def _fits(document: QTextDocument, area: QRectF) -> bool:
    """No line below the area, no word beyond its side."""
    return document.size().height() <= area.height() and document.idealWidth() <= area.width() + 1


def _document(canvas: Canvas, page: StoryPage, width: float, scale: float) -> QTextDocument:
    """Built from plain insertions, so that nothing in a text is ever read as markup."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultTextOption(_way_of_writing(page.story.language))
    document.setTextWidth(width)
    writer = _Writer(document, scale)
    night, size, weight = canvas.night, canvas.size, canvas.weight
    story = page.story
    if story.topic:
        writer.line(story.topic, 40, weight.bold, night.last_minute, above=0)
    writer.line(story.title, size.title * 0.92, weight.extrabold, night.text, 16, HEADING_LEADING)
    for block in page.blocks:
        writer.block(block, size.body, (weight.regular, weight.bold), night.muted, night.text)
    if story.sources:
        writer.line(words.source_line(story.sources), SOURCE_SIZE, weight.regular, night.faint, 30)
    return document


def _way_of_writing(language: str) -> QTextOption:
    """From the right where the language does, with its points at the right too."""
    option = QTextOption()
    option.setTextDirection(QLocale(language).textDirection())
    return option


class _Writer:
    """Adds lines to a document."""

    def __init__(self, document: QTextDocument, scale: float) -> None:
        self._cursor = QTextCursor(document)
        self._scale = scale
        direction = document.defaultTextOption().textDirection()
        self._from_right = direction is Qt.LayoutDirection.RightToLeft

    def line(
        self, text: str, size: float, weight: int, colour: str, above: float, leading: float = 100
    ) -> None:
        """Words of their own, ``above`` units below those before."""
        self._open(above, 0, leading)
        self._cursor.insertText(text, self._format(size, weight, colour))

    def block(
        self, block: Block, size: float, weights: tuple[int, int], soft: str, strong: str
    ) -> None:
        """A paragraph or a point, with its strong words."""
        indent = size * 0.8 if block.is_point else 0.0
        self._open(10 if block.is_point else 24, indent)
        if block.is_point:
            self._cursor.insertText("•\u2002", self._format(size, weights[0], soft))
        for span in block.spans:
            weight, colour = (weights[1], strong) if span.strong else (weights[0], soft)
            self._cursor.insertText(span.text, self._format(size, weight, colour))

    def _open(self, above: float, indent: float, leading: float = 100) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(above * self._scale)
        set_margin = shape.setRightMargin if self._from_right else shape.setLeftMargin
        set_margin(indent * self._scale)
        shape.setTextIndent(-indent * self._scale)
        if self._cursor.document().isEmpty():
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)

    def _format(self, size: float, weight: int, colour: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(face(round(size * self._scale), weight))
        form.setForeground(QColor(colour))
        return form


def draw_foot(canvas: Canvas, scene: RoomScene, across: QRectF) -> None:
    """Which story this is, and when the day goes on."""
    if scene.story is None:
        return
    middle = canvas.frame.height - FOOT + 35
    place = QRectF(across.left(), middle - 35, across.width(), 70)
    used = _draw_place(canvas, scene.story, place)
    line = words.next_line(scene)
    width = min(place.width() - used - 40, canvas.width_of(line, 42, canvas.weight.bold))
    left = max(place.left() + used + 40, place.right() - _marked_width(canvas, line, 42))
    canvas.marked_line(QRectF(left, place.top(), width, 70), line, 42, canvas.night.muted)


def _marked_width(canvas: Canvas, line: str, size: float) -> float:
    """How wide a line with bold ``*…*`` becomes: in one weight it would end before the margin."""
    weights = (canvas.weight.regular, canvas.weight.bold)
    parts = enumerate(line.split("*"))
    return sum(canvas.width_of(part, size, weights[index % 2]) for index, part in parts)


def _draw_place(canvas: Canvas, page: StoryPage, area: QRectF) -> float:
    """Dots for a few stories, figures for many; returns the width that they take."""
    if page.count > MOST_DOTS:
        text = f"{page.number} / {page.count}"
        return canvas.line(area, text, 36, canvas.night.faint, canvas.weight.semibold)
    width = page.count * 26.0
    right = QPointF(area.left() + width - 8, area.center().y())
    canvas.dots(right, page.number - 1, page.count, canvas.night.last_minute)
    return width
