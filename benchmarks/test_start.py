"""From the command to a desk that can be used, in a process of its own, as everybody starts it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.app.demo import PASSPHRASE, make_demo
from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.domain.clock import SystemClock

RUNS = 11


def test_start_until_the_desk_can_be_used(tmp_path: Path, figure: Callable[..., None]) -> None:
    file = make_demo(tmp_path, SystemClock())
    file.close()
    program, nothing = ("benchmarks.start_desk", str(file.path)), ("benchmarks.start_floor",)
    for command in (program, nothing):
        seconds_to(*command)  # the first start compiles what Python keeps compiled
    ours, floor = [], []
    for _ in range(RUNS):
        ours.append(seconds_to(*program))
        floor.append(seconds_to(*nothing))
    what = "importing Qt and SQLAlchemy, an empty window"
    figure("start → desk usable", ours, floor, what, "under 1.5 times")


def seconds_to(module: str, *arguments: str) -> float:
    """Seconds from before the process was made until it says that it is there."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", PASSPHRASE_VARIABLE: PASSPHRASE},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(run.stdout) - begun
