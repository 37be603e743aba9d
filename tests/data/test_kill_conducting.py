"""kill -9 while the host presses things: what was said to be done is done, to the millisecond."""

import os
import signal
import subprocess
import sys
from copy import deepcopy
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from kiosk.data.eventfile import EventFile, create_event_file, open_event_file
from kiosk.domain.countdown import RunState
from kiosk.services import conducting
from tests.helpers.days import MORNING, PASSPHRASE, small_day
from tests.helpers.truth import Act, Oracle, Step, live_through
from tests.helpers.truth_child import CHECKPOINT_MS, day_of
from tests.helpers.truth_host import FileHost
from tests.helpers.truth_laptop import switched_on

KILLS = 5
MOST_STEPS = 120
LAST_BLOW_SECONDS = 0.004
HAIR_MS = 0.01
AWAY = Step(Act.WAIT, 47_250)
"""How long the laptop stays off."""


def killed_host(path: Path, seed: int, wall: datetime, chance: Random) -> int:
    """Let a host work for some steps and a little longer, kill it; how many steps it had said."""
    host = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.truth_child", str(path), str(seed), str(wall)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert host.stdout is not None
    wanted = chance.randint(1, MOST_STEPS)
    with host.stdout as said:
        acknowledged = next(number for number in map(int, said) if number >= wanted)
        with pytest.raises(subprocess.TimeoutExpired):
            host.wait(timeout=chance.uniform(0, LAST_BLOW_SECONDS))
        host.send_signal(signal.SIGKILL)
        complete = [int(line) for line in said if line.endswith("\n")]
    host.wait()
    return max([acknowledged, *complete])


def holds(file: EventFile, oracle: Oracle) -> bool:
    """Whether the file says exactly what this oracle would have written down."""
    with file.unit() as unit:
        run = unit.programme.run()
    assert run is not None
    return (
        run.position == oracle.position
        and (run.state is RunState.RUNNING) == oracle.running
        and abs(run.remaining * 1000 - oracle.kept_left) < HAIR_MS
        and run.changed_at == MORNING + timedelta(milliseconds=oracle.kept_wall)
    )


def what_the_file_lived_through(file: EventFile, oracle: Oracle, seed: int, said: int) -> Oracle:
    """The oracle after all that was acknowledged, or one step more that nobody was told of."""
    live_through(islice(day_of(seed), said), oracle)
    after_blow = deepcopy(oracle)
    live_through(islice(day_of(seed), said, said + 1), after_blow)
    assert holds(file, oracle) or holds(file, after_blow)
    return oracle if holds(file, oracle) else after_blow


def test_nothing_acknowledged_is_lost_and_both_offers_are_right(tmp_path: Path) -> None:
    path, chance = tmp_path / "dag.stoelendans", Random(5)
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        small_day(unit)
        unit.commit()
    host = FileHost.beginning(file.unit, MORNING)
    oracle = Oracle([row.phase.seconds * 1000 for row in host.state.rows])
    file.close()
    for seed in range(KILLS):
        wall = MORNING + timedelta(milliseconds=oracle.wall)
        said = killed_host(path, seed, wall, chance)

        file = open_event_file(path, PASSPHRASE)
        assert file.faults() == []
        with file.unit() as unit:
            assert unit.journal.first_broken() is None
        oracle = what_the_file_lived_through(file, oracle, seed, said)
        died_at = oracle.left
        oracle.take(AWAY)

        clock = switched_on(MORNING + timedelta(milliseconds=oracle.wall))
        offer = conducting.interrupted_run(file.unit(), clock)
        assert offer is not None
        assert offer.remaining_now * 1000 == pytest.approx(oracle.left, abs=HAIR_MS)
        assert died_at <= offer.remaining_stored * 1000 + HAIR_MS
        assert offer.remaining_stored * 1000 <= died_at + CHECKPOINT_MS + HAIR_MS
        file.close()
