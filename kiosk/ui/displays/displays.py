"""The room on every screen that the staff does not look at, whatever is plugged in or out."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.displays.assigning import ScreenState, ScreenUse, room_screens
from kiosk.ui.displays.identifying import Identification
from kiosk.ui.displays.placed_window import PlacedWindow
from kiosk.ui.displays.screen_watch import SETTLE_MS, ScreenWatch
from kiosk.ui.displays.staff_window import StaffWindow

RESTORES = 5
"""So often a window that shrank is filled out again, until screens change or it is opened anew.

A window manager that never lets a window fill its screen must not be fought for ever.
"""


class RoomDisplays(QObject):
    """Places the windows that ``make_window`` makes, one for each screen; all show the same.

    The first window exists from the start. Where the staff's screen is the only one, it is a small
    window there. A window whose screen goes is put away at once, and is back, filling it, once the
    screen is. Should the main one's screen go, another window that is seen becomes the main one.

    ``placed`` carries the names of the screens that the room fills, the main one first. ``changed``
    tells that ``states`` are others. ``closed`` comes when a person closed the main window, and
    with it the room; any other window that they close stays away until ``open``.
    ``staff_displaced`` comes at once when the staff's screen goes, as when the lid is closed: the
    system shows their window, with all names on it, on another screen, maybe the room's.
    """

    placed = Signal(tuple)
    changed = Signal()
    closed = Signal()
    staff_displaced = Signal()

    def __init__(
        self,
        make_window: Callable[[], QWidget],
        staff: QWidget,
        unused: Collection[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_window = make_window
        self._unused = frozenset(unused)
        self._shut: set[str] = set()
        self._main_screen = ""
        self._staff_screen = ""
        self._is_open = False
        self._restores = RESTORES
        self._wanted: tuple[str, ...] = ()
        self._told: tuple[ScreenState, ...] = ()
        self._staff = StaffWindow(staff, self)
        self._watch = ScreenWatch(self)
        self._identification = Identification(self)
        self._windows = [self._another()]
        self._again = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._again.timeout.connect(self.place)
        self._staff.moved.connect(self._watch.stir)
        self._watch.lost.connect(self._lose)
        self._watch.settled.connect(self._settle)

    @property
    def is_open(self) -> bool:
        """Whether the room is shown, be it in a small window."""
        return self._is_open

    @property
    def screen_names(self) -> tuple[str, ...]:
        """All screens that are plugged in, by the names that ``use`` takes."""
        return tuple(self._watch.screens)

    @property
    def states(self) -> tuple[ScreenState, ...]:
        """All screens that are plugged in, and what each is used for."""
        filled = self._filled()
        uses = dict.fromkeys(filled, ScreenUse.ROOM) | {self._staff_screen: ScreenUse.STAFF}
        return tuple(
            ScreenState(number, name, uses.get(name, ScreenUse.NOTHING))
            for number, name in enumerate(self._watch.screens, start=1)
        )

    def windows(self) -> tuple[QWidget, ...]:
        """Every window there is, the main one first, those that wait for their screen too."""
        return tuple(each.window for each in self._windows)

    def open(self) -> None:
        """Show the room on all its screens, and keep it there from now on."""
        self._is_open = True
        self._restores = RESTORES
        self._shut.clear()
        self.place()

    def close(self) -> None:
        """Put the room display away."""
        self._is_open = False
        self._again.stop()
        for each in self._windows:
            each.put_away()
        self._identification.end()
        self._tell()

    def use(self, unused: Collection[str]) -> None:
        """The organiser chose which screens never show the room."""
        self._unused = frozenset(unused)
        self.place()

    def identify(self, seconds: float = 4) -> None:
        """Show its number and name on every screen for a moment."""
        self._watch.rest()
        self._staff_screen = self._staff.settle(self._watch.screens)
        self._identification.show_on(self._watch.screens, self.states, seconds)

    def place(self) -> None:
        """Put every window where it belongs now; where one is already, it does not move."""
        self._watch.rest()
        self._staff_screen = self._staff.settle(self._watch.screens)
        if self._is_open and self._watch.screens:
            self._place()
        self._tell()

    def _place(self) -> None:
        showing = (self._main_screen, *self._filled())
        avoided = self._unused | self._shut
        wanted = room_screens(self._watch.displays, self._staff_screen, avoided, showing)
        had_keys = self._staff.is_active
        has_moved = self._fill(wanted) if wanted else self._stand_beside()
        if has_moved and had_keys:
            # a scan must not end up in a window on the beamer
            self._staff.activate()
        if has_moved or wanted != self._wanted:
            self._wanted = wanted
            self.placed.emit(wanted)

    def _fill(self, wanted: tuple[str, ...]) -> bool:
        self._main_screen = self._main_screen or wanted[0]
        filling = {each.screen_name: each for each in self._windows if each.screen_name in wanted}
        spare = [each for each in self._windows if each not in filling.values()]
        for each in spare:
            each.put_away()
        shown = [
            filling.get(name) or (spare.pop(0) if spare else self._another()) for name in wanted
        ]
        self._windows = shown + spare
        screens = self._watch.screens
        moves = [each.fill(name, screens[name]) for each, name in zip(shown, wanted, strict=True)]
        return any(moves)

    def _stand_beside(self) -> bool:
        main, *others = self._windows
        for each in others:
            each.put_away()
        return main.stand_beside(self._staff_screen, self._watch.screens[self._staff_screen])

    def _another(self) -> PlacedWindow:
        window = self._make_window()
        window.installEventFilter(self)
        return PlacedWindow(window)

    def _filled(self) -> tuple[str, ...]:
        return tuple(each.screen_name for each in self._windows if each.screen_name)

    def _lose(self, name: str) -> None:
        """Before Qt moves what was on that screen to another, maybe over the staff's window."""
        for each in self._windows:
            if each.looked_at == name:
                each.put_away()
        self._identification.end()
        self._staff.lose(name)
        if name == self._staff_screen:
            self.staff_displaced.emit()

    def _settle(self) -> None:
        self._restores = RESTORES
        self.place()

    def _tell(self) -> None:
        states = self.states
        if states != self._told:
            self._told = states
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Hide, QEvent.Type.WindowStateChange):
            placed = next((each for each in self._windows if each.window is watched), None)
            if placed is not None and kind == QEvent.Type.WindowStateChange:
                self._restore(placed)
            elif placed is not None and placed.is_out and not event.spontaneous():
                self._was_closed(placed)
        return False

    def _restore(self, placed: PlacedWindow) -> None:
        """Somebody looked for the desktop of the laptop, and the room must not see it."""
        if placed.has_shrunk and self._restores:
            self._restores -= 1
            self._again.start()

    def _was_closed(self, placed: PlacedWindow) -> None:
        name = placed.screen_name
        placed.put_away()
        if placed is self._windows[0]:
            self.close()
            self.closed.emit()
        else:
            self._shut.add(name)
            self._tell()
