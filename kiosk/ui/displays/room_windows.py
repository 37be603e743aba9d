"""The windows of the room display: which one is where, and what people do to them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from kiosk.ui.displays.placed_window import PlacedWindow


class RoomWindows(QObject):
    """Makes windows as screens come, and keeps those whose screen went for the next one.

    The first window is there from the start. A window that already fills a screen stays on it.
    ``main_closed`` and ``mirror_closed``, with the name of its screen, tell that a person closed
    one; ``shrunk`` that one no longer fills its screen.
    """

    main_closed = Signal()
    mirror_closed = Signal(str)
    shrunk = Signal()

    def __init__(self, make_window: Callable[[], QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_window = make_window
        self._made: list[PlacedWindow] = []
        self._ranked = [self._another()]

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """Every window there is, the main one first, those that are put away last."""
        return tuple(each.window for each in self._ranked)

    @property
    def filled(self) -> tuple[str, ...]:
        """The screens that are filled."""
        return tuple(each.screen_name for each in self._ranked if each.screen_name)

    def fill(self, wanted: Sequence[str], screens: Mapping[str, QScreen]) -> bool:
        """Fill these screens, the first with the main window; True when any window had to move."""
        filling = {each.screen_name: each for each in self._made if each.screen_name in wanted}
        spare = [each for each in self._made if each not in filling.values()]
        for each in spare:
            each.put_away()
        shown = [filling.get(name) or self._next(spare) for name in wanted]
        self._ranked = shown + spare
        moves = [each.fill(name, screens[name]) for each, name in zip(shown, wanted, strict=True)]
        return any(moves)

    def stand_beside(self, name: str, screen: QScreen) -> bool:
        """One small window on a screen; True when it had to move."""
        main, *others = self._ranked = self._made.copy()
        for each in others:
            each.put_away()
        return main.stand_beside(name, screen)

    def leave(self, name: str) -> None:
        """Put away what is on a screen, large or small."""
        for each in self._made:
            if each.shown_on == name:
                each.put_away()

    def put_away(self) -> None:
        """Put all of them away."""
        for each in self._made:
            each.put_away()

    def _next(self, spare: list[PlacedWindow]) -> PlacedWindow:
        return spare.pop(0) if spare else self._another()

    def _another(self) -> PlacedWindow:
        placed = PlacedWindow(self._make_window())
        self._made.append(placed)
        placed.window.installEventFilter(self)
        return placed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Hide, QEvent.Type.WindowStateChange):
            placed = next(each for each in self._made if each.window is watched)
            if kind == QEvent.Type.Hide:
                self._look_whether_closed(placed, event)
            elif placed.has_shrunk:
                self.shrunk.emit()
        return False

    def _look_whether_closed(self, placed: PlacedWindow, event: QEvent) -> None:
        """The system hides what a person makes an icon of; that is not meant to stay away."""
        if not placed.is_out or event.spontaneous():
            return
        name = placed.screen_name
        placed.put_away()
        if placed is self._ranked[0]:
            self.main_closed.emit()
        else:
            self.mirror_closed.emit(name)
