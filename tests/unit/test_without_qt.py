"""The rules need no screen: the unit tests pass where PySide6 can't be imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Python's own way to make an import fail: a name that stands for nothing.
BLOCKER = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
"""

# Without pytest-qt, whose settings in pyproject.toml would be unknown.
SETTINGS = """
[pytest]
addopts = -q -x -p no_qt -p no:pytest-qt -p no:xdist -p no:cacheprovider
filterwarnings = error
"""


# Thousands of days: one of each kind is planned elsewhere too, and twice would take minutes.
LONG = ("test_best_plan.py", "test_best_is_optimal.py", "test_repair_storms.py")


@pytest.mark.skipif("no_qt" in sys.modules, reason="Qt is away already")
def test_the_unit_tests_pass_where_qt_cannot_be_imported(tmp_path: Path) -> None:
    (tmp_path / "no_qt.py").write_text(BLOCKER, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    root = Path(__file__).parents[2]
    passed_over = [f"--ignore={root / 'tests' / 'unit' / 'planning' / name}" for name in LONG]
    settings = ["-c", str(tmp_path / "pytest.ini"), "--rootdir", str(root)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *passed_over, str(root / "tests" / "unit")],
        cwd=root,
        env={
            **{name: value for name, value in os.environ.items() if "PYTEST" not in name},
            "PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
