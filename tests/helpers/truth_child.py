"""A host in a process of its own, who presses things until somebody kills it.

``python -m tests.helpers.truth_child EVENT SEED WALL`` takes the steps of :func:`day_of` and says
the number of each one after it was committed. The clock is simulated, so that whoever knows the
seed knows to the millisecond what the file must hold.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

from kiosk.data.eventfile import open_event_file
from tests.helpers.days import PASSPHRASE
from tests.helpers.truth import ADJUSTMENTS, Act, Step
from tests.helpers.truth_host import FileHost
from tests.helpers.truth_laptop import switched_on

CHECKPOINT_MS, LONGEST_LOOK_MS = 5_000, 1_000
PRESSES = (Act.PAUSE, Act.GO_ON, Act.ADJUST, Act.ADJUST, Act.WAIT, Act.WAIT, Act.NEXT)


def day_of(seed: int) -> Iterator[Step]:
    """What this host does: taken up again, and then a press at least every five seconds.

    The timer of the real screen writes down where the countdown is as often.
    """
    chance = Random(seed)
    yield Step(Act.AS_IF_NOTHING)
    while True:
        yield Step(Act.WAIT, chance.randint(0, CHECKPOINT_MS - LONGEST_LOOK_MS))
        yield Step(Act.WRITE_DOWN)
        act = chance.choice(PRESSES)
        if act is Act.NEXT and chance.random() < 0.7:
            act = Act.GO_ON
        ms = {Act.ADJUST: chance.choice(ADJUSTMENTS), Act.WAIT: chance.randint(0, LONGEST_LOOK_MS)}
        yield Step(act, ms.get(act, 0))


def main(path: str, seed: str, wall: str) -> None:
    """Host the day for ever."""
    file = open_event_file(Path(path), PASSPHRASE)
    host = FileHost(file.unit, switched_on(datetime.fromisoformat(wall)))
    for number, step in enumerate(day_of(int(seed)), start=1):
        host.take(step)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
