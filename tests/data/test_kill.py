"""What the screen acknowledged survives kill -9."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from kiosk.data.eventfile import create_event_file, open_event_file
from tests.helpers.days import PASSPHRASE, small_day

# Checks people in for ever and says so only after the commit; the parent kills it in mid-work.
WRITER = """
import sys
from pathlib import Path
from kiosk.data.eventfile import open_event_file
from tests.helpers.days import MORNING, PASSPHRASE
file = open_event_file(Path(sys.argv[1]), PASSPHRASE)
number = 0
while True:
    number += 1
    with file.unit() as unit:
        unit.journal.append(MORNING, "desk 1", "scan", facts={"number": number})
        unit.commit()
    print(number, flush=True)
"""


def kill_after(path: Path, acknowledged: int) -> int:
    """Run the writer until it acknowledged that many, kill it, return the last number it said."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert writer.stdout is not None
    with writer.stdout as said:
        last = 0
        for line in said:
            last = int(line)
            if last >= acknowledged:
                writer.send_signal(signal.SIGKILL)
                break
        for line in said:
            if line.endswith("\n"):
                last = int(line)
    writer.wait()
    return last


def test_no_acknowledged_write_is_lost_to_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "dag.stoelendans"
    file = create_event_file(path, PASSPHRASE)
    with file.unit() as unit:
        small_day(unit)
        unit.commit()
    file.close()
    expected = 0
    for acknowledged in (1, 7, 40, 200):
        expected += kill_after(path, acknowledged)
        file = open_event_file(path, PASSPHRASE)
        with file.unit() as unit:
            found = len(unit.journal.entries())
            assert unit.journal.first_broken() is None
        assert file.faults() == []
        file.close()
        assert found >= expected
        expected = found
