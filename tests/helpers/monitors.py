"""Monitors that are plugged in and pulled out for real, on an X server that nobody looks at.

Xvfb has one output, but RandR 1.5 lets a client tell of monitors as it likes, and Qt believes it:
``screenAdded`` and ``screenRemoved`` come just as they do when a cable is pulled.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_ulong, c_void_p
from ctypes.util import find_library

CAN_PLUG = bool(shutil.which("Xvfb") and find_library("X11") and find_library("Xrandr"))


@contextmanager
def x_server(size: str = "5300x3300x24") -> Iterator[str]:
    """The name of a new X server; it chooses a free number itself."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class _Monitor(Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("noutput", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("mwidth", c_int),
        ("mheight", c_int),
        ("outputs", POINTER(c_ulong)),
    )


class _Resources(Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", c_ulong),
        ("config_timestamp", c_ulong),
        ("ncrtc", c_int),
        ("crtcs", POINTER(c_ulong)),
        ("noutput", c_int),
        ("outputs", POINTER(c_ulong)),
    )


class Monitors:
    """The sockets of an X server, which has one real output.

    One monitor ``holds`` it and is to stay: an output that belongs to no monitor would make one
    of its own, as large as everything.
    """

    def __init__(self, display: str) -> None:
        self._x, self._randr = CDLL(find_library("X11")), CDLL(find_library("Xrandr"))
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XOpenDisplay.argtypes = [c_char_p]
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XDefaultRootWindow.argtypes = [c_void_p]
        self._x.XInternAtom.restype = c_ulong
        self._x.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
        self._x.XSync.argtypes = [c_void_p, c_int]
        self._randr.XRRSetMonitor.argtypes = [c_void_p, c_ulong, POINTER(_Monitor)]
        self._randr.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
        self._randr.XRRGetScreenResourcesCurrent.restype = POINTER(_Resources)
        self._randr.XRRGetScreenResourcesCurrent.argtypes = [c_void_p, c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())
        assert self._display
        self._root = self._x.XDefaultRootWindow(self._display)

    @property
    def outputs(self) -> list[int]:
        """What a cable could be plugged into."""
        found = self._randr.XRRGetScreenResourcesCurrent(self._display, self._root).contents
        return [found.outputs[number] for number in range(found.noutput)]

    def plug(self, name: str, area: tuple[int, int, int, int], *, holds: bool = False) -> None:
        """Tell of a monitor; ``area`` is x, y, width, height in real pixels."""
        outputs = self.outputs if holds else []
        held = (c_ulong * max(1, len(outputs)))(*outputs)
        size = (area[2] // 4, area[3] // 4)
        monitor = _Monitor(self._atom(name), 0, 0, len(outputs), *area, *size, held)
        self._randr.XRRSetMonitor(self._display, self._root, byref(monitor))
        self._x.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """It is gone."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))
