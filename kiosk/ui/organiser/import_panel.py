"""The import's report, beside the list: first to look at, then to keep."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.i18n import _
from kiosk.ui.organiser.people_state import FileFace, ImportFace, IssueLine
from kiosk.ui.theme.style import set_look
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets import ActionButton, Card, IconLabel, Pill, PlainLabel

ICONS = {"warn": "warning-triangle", "neutral": "minus", "info": "info"}


class ImportPanel(Card):
    """Shows one import; ``applied`` and ``closed`` are the only two things to do about it."""

    applied = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = PlainLabel(look="title")
        self._text = PlainLabel(tone="muted")
        self._text.setWordWrap(True)
        self._apply = ActionButton(icon_name="import", role="primary")
        self._close = ActionButton()
        self._apply.clicked.connect(self.applied)
        self._close.clicked.connect(self.closed)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._apply)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(buttons)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the button in the language in use."""
        self._apply.setText(_("Take it in"))
        self._scroll.setAccessibleName(_("Report of the import"))

    def show_face(self, face: ImportFace | None) -> None:
        """Show a report, or none."""
        self.setVisible(face is not None)
        if face is None:
            return
        self._title.setText(face.title)
        self._text.setText(face.text)
        self._close.setText(face.close_text)
        self._apply.setVisible(face.can_apply)
        self._apply.setDisabled(face.busy)
        self._close.setDisabled(face.busy)
        report = _Report(face.files)
        self._scroll.setWidget(report)
        report.setAutoFillBackground(False)
        (self._apply if face.can_apply else self._close).setFocus()


class _Report(QWidget):
    """All files below each other."""

    def __init__(self, files: tuple[FileFace, ...]) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 12, 8)
        body.setSpacing(load_tokens().shape.gap.tight)
        for file in files:
            _add_file(body, file)
        body.addStretch()


def _add_file(body: QVBoxLayout, file: FileFace) -> None:
    name = PlainLabel(file.name, look="strong")
    name.setWordWrap(True)
    body.addWidget(name)
    pills = QHBoxLayout()
    for figure in file.figures:
        pills.addWidget(Pill(figure, "primary"))
    pills.addStretch()
    body.addLayout(pills)
    for heading, issues in file.headings:
        body.addSpacing(6)
        title = PlainLabel(f"{heading} · {len(issues)}")
        set_look(title, bold=True)
        body.addWidget(title)
        for issue in issues:
            body.addWidget(_Issue(issue))
    body.addSpacing(load_tokens().shape.gap.normal)


class _Issue(QWidget):
    """Where it is, and what it is."""

    def __init__(self, issue: IssueLine) -> None:
        super().__init__()
        tokens = load_tokens()
        colours = {"warn": tokens.state.warn, "info": tokens.state.info}
        place = PlainLabel(issue.place, look="caption", tone="muted")
        text = PlainLabel(issue.text, look="caption")
        text.setWordWrap(True)
        place.setMinimumWidth(74)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        mark = IconLabel(ICONS[issue.tone], 18, colours.get(issue.tone, tokens.light.muted))
        for widget, stretch in ((mark, 0), (place, 0), (text, 1)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{issue.place} {issue.text}")
