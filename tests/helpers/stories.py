"""Start the program with a story inside, from a test."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.helpers.days import PASSPHRASE

PATIENCE_SECONDS = 120


def begin(
    story: str, arguments: Sequence[str], folder: Path, **environment: str
) -> subprocess.Popen[str]:
    """The program, running in ``folder``; what it says is read from its ``stdout``."""
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.inside", story, *arguments, "--language", "en"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(root),
            "STOELENDANS_PASSPHRASE": PASSPHRASE,
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def play(
    story: str, arguments: Sequence[str], folder: Path, **environment: str
) -> dict[str, dict[str, Any]]:
    """Run it to its end, which must be a clean one; everything it said by what it was about."""
    program = begin(story, arguments, folder, **environment)
    said, complaints = program.communicate(timeout=PATIENCE_SECONDS)
    assert complaints == ""
    assert program.returncode == 0
    return {line["what"]: line for line in map(json.loads, said.splitlines())}
