"""The room on every screen that the staff does not look at, whatever is plugged in or out."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.displays.assigning import ScreenState, room_screens, screen_states
from kiosk.ui.displays.identifying import Identification
from kiosk.ui.displays.room_windows import RoomWindows
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
    ) -> None:
        # screens may come and go when the staff's window is no more
        super().__init__(staff)
        self._unused = frozenset(unused)
        self._shut: set[str] = set()
        self._main_screen = self._staff_screen = ""
        self._is_open = False
        self._restores = RESTORES
        self._filled: tuple[str, ...] = ()
        self._told: tuple[ScreenState, ...] = ()
        self._windows = RoomWindows(make_window, self)
        self._staff = StaffWindow(staff, self)
        self._watch = ScreenWatch(self)
        self._identification = Identification(self)
        self._again = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._connect()

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
        return screen_states(self._watch.displays, self._staff_screen, self._windows.filled)

    def windows(self) -> tuple[QWidget, ...]:
        """Every window there is, the main one first, those that wait for their screen too."""
        return self._windows.widgets

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
        self._windows.put_away()
        self._identification.end()
        self._tell()

    def use(self, unused: Collection[str]) -> None:
        """The organiser chose which screens never show the room."""
        self._unused = frozenset(unused)
        self.place()

    def identify(self, seconds: float = 4) -> None:
        """Show its number and name on every screen for a moment."""
        self._look()
        self._identification.show_on(self._watch.screens, self.states, seconds)

    def place(self) -> None:
        """Put every window where it belongs now; where one is already, it does not move."""
        self._look()
        if self._is_open and self._staff_screen:
            self._place()
        self._tell()

    def _look(self) -> None:
        self._watch.rest()
        self._staff_screen = self._staff.settle(self._watch.screens)

    def _place(self) -> None:
        had_keys = self._staff.is_active
        filled = room_screens(
            self._watch.displays,
            self._staff_screen,
            unused=self._unused | self._shut,
            showing=(self._main_screen, *self._windows.filled),
        )
        has_moved = self._show_on(filled)
        if has_moved and had_keys:
            # a scan must not end up in a window on the beamer
            self._staff.activate()
        if has_moved or filled != self._filled:
            self._filled = filled
            self.placed.emit(filled)

    def _show_on(self, filled: tuple[str, ...]) -> bool:
        screens = self._watch.screens
        if not filled:
            return self._windows.stand_beside(self._staff_screen, screens[self._staff_screen])
        self._main_screen = self._main_screen or filled[0]
        return self._windows.fill(filled, screens)

    def _connect(self) -> None:
        self._again.timeout.connect(self.place)
        self._staff.moved.connect(self._watch.stir)
        self._watch.lost.connect(self._lose)
        self._watch.settled.connect(self._settle)
        self._windows.shrunk.connect(self._restore)
        self._windows.main_closed.connect(self._main_closed)
        self._windows.mirror_closed.connect(self._mirror_closed)

    def _lose(self, name: str) -> None:
        """Before Qt moves what was on that screen to another, maybe over the staff's window."""
        self._windows.leave(name)
        self._identification.end()
        self._staff.lose(name)
        if name == self._staff_screen:
            self.staff_displaced.emit()

    def _settle(self) -> None:
        self._restores = RESTORES
        self.place()

    def _restore(self) -> None:
        """Somebody looked for the desktop of the laptop, and the room must not see it."""
        if self._restores:
            self._restores -= 1
            self._again.start()

    def _main_closed(self) -> None:
        self.close()
        self.closed.emit()

    def _mirror_closed(self, name: str) -> None:
        self._shut.add(name)
        self._tell()

    def _tell(self) -> None:
        states = self.states
        if states != self._told:
            self._told = states
            self.changed.emit()
