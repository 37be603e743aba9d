"""The printers of this laptop, reached through a child process that may hang or fall over.

What knows Qt's printing is ``print_child.py``; nothing here does.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import TypeAlias

from kiosk.config import PASSPHRASE_VARIABLE
from kiosk.domain.print_jobs import PrinterRefused

PATIENCE_SECONDS = 60.0
"""A network printer may take its time; one that takes longer is taken for gone."""

_CHILD = Path(__file__).with_name("print_child.py")
_COMMAND = (sys.executable, "-I", str(_CHILD))
_TEMPORARY = ("TMPDIR", "TMP", "TEMP")
Request: TypeAlias = dict[str, str | int]
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class Printers:
    """The names that the system gives, and its default; all empty where there is no printer."""

    names: tuple[str, ...] = ()
    default: str = ""


class SystemPrinter:
    """One of the system's printers. ``name`` may change at any time; empty is the default one.

    Everything but ``give_up`` is asked on one thread. The child is started by the first request
    and, after it fell over, by the next.

    Printing systems write a paper down on its way. They do it in ``scratch``, which whoever gave
    it erases.
    """

    def __init__(
        self,
        name: str = "",
        *,
        scratch: Path | None = None,
        command: Sequence[str] = _COMMAND,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self.name = name
        self._command, self._patience = tuple(command), patience
        self._scratch = scratch
        self._child: subprocess.Popen[bytes] | None = None
        self._given_up = Event()

    def printers(self) -> Printers:
        """What printers there are."""
        answer = self._ask({"ask": "printers"})
        names, default = answer.get("printers"), answer.get("default")
        found = tuple(map(str, names)) if isinstance(names, list) else ()
        return Printers(found, str(default or ""))

    def is_ready(self) -> bool:
        """Whether it is there."""
        return self._ask({"ask": "ready", "printer": self.name}).get("ready") is True

    def print_pdf(self, content: bytes, title: str) -> None:
        """Hand a paper over. Raises PrinterRefused when it was not taken."""
        request: Request = {
            "ask": "print",
            "printer": self.name,
            "title": title,
            "size": len(content),
        }
        if self._ask(request, content).get("printed") is not True:
            raise PrinterRefused

    def give_up(self) -> None:
        """Refuse the paper in hand and every later one."""
        self._given_up.set()
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the child; called when nobody asks any more."""
        self._given_up.set()
        self._drop()

    def _ask(self, request: Request, content: bytes = b"") -> dict[str, object]:
        """The child's answer; empty when it gives none."""
        if self._given_up.is_set():
            return {}
        child = self._child = self._child or self._start()
        if self._given_up.is_set():  # while it was being started
            child.kill()
        assert child.stdin is not None
        assert child.stdout is not None
        watch = Timer(self._patience, child.kill)
        watch.start()
        line = b""
        try:
            with suppress(OSError):  # it is gone, which shows in the answer that does not come
                child.stdin.write(json.dumps(request).encode() + b"\n" + content)
                child.stdin.flush()
                line = child.stdout.readline()
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            self._drop()
            return {}
        answer: dict[str, object] = json.loads(line)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ}
        environment.pop(PASSPHRASE_VARIABLE, None)
        if self._scratch is not None:
            environment |= dict.fromkeys(_TEMPORARY, str(self._scratch))
        return subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
            env=environment,
        )

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with suppress(OSError):  # what was not written yet has nowhere to go
                child.communicate()
