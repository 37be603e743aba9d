"""What the room display costs while a round counts: processor seconds of each second, one a line.

``python -m benchmarks.room_share WHAT WIDTH HEIGHT SECONDS``, where WHAT is ``moving`` (the ring
empties pixel by pixel), ``still`` (it moves with the second) or ``nothing`` (the floor: an empty
window that is repainted once a second).
"""

import sys
import time
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.room_views import ROUND, begun
from kiosk.domain.clock import SystemClock
from kiosk.ui.room.presenter import RoomPresenter
from kiosk.ui.room.window import RoomWindow

WARM_UP_MS = 1500
SECOND_MS = 1000


def counting_room(*, still: bool) -> RoomWindow:
    """The real window in the middle of a round."""
    clock = SystemClock()
    window = RoomWindow(RoomPresenter(clock))
    window.set_still(still=still)
    snapshot, countdown = begun(ROUND, clock)
    window.show_snapshot(snapshot, countdown)
    return window


def empty_window() -> QWidget:
    """The least that a window can do once a second."""
    window = QWidget()
    timer = QTimer(window, interval=SECOND_MS)
    timer.timeout.connect(window.update)
    timer.start()
    return window


def main(what: str, width: int, height: int, seconds: int) -> int:
    """Show it, let it settle, and say what each second cost."""
    app = QApplication([])
    window = empty_window() if what == "nothing" else counting_room(still=what == "still")
    window.resize(width, height)
    window.show()
    spent: list[float] = []
    watch = QTimer(interval=SECOND_MS)
    watch.timeout.connect(lambda: spent.append(time.process_time()))
    QTimer.singleShot(WARM_UP_MS, watch.start)
    QTimer.singleShot(WARM_UP_MS + SECOND_MS * (seconds + 1) + SECOND_MS // 2, app.quit)
    app.exec()
    for before, after in pairwise(spent):
        print(after - before, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(int(number) for number in sys.argv[2:])))
