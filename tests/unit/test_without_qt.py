"""The rules need no screen: they and their tests load where PySide6 can't be imported.

What is imported late, within a function, is looked at by the import contracts.
"""

import os
import subprocess
import sys
from pathlib import Path

# Python's own way to make an import fail: a name that stands for nothing.
BLOCKER = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
"""

# Without pytest-qt, whose settings in pyproject.toml would be unknown.
SETTINGS = """
[pytest]
addopts = -q -p no_qt -p no:pytest-qt -p no:xdist -p no:cacheprovider
filterwarnings = error
"""


def test_the_rules_and_their_tests_load_where_qt_cannot_be_imported(tmp_path: Path) -> None:
    (tmp_path / "no_qt.py").write_text(BLOCKER, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    root = Path(__file__).parents[2]
    settings = ["-c", str(tmp_path / "pytest.ini"), "--rootdir", str(root)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", *settings, str(root / "tests" / "unit")],
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
