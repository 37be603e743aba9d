"""Read a file of a folder that anybody may have filled: never endlessly, never one from elsewhere.

A pipe or a device would wait for ever, and a link may lead anywhere on the laptop.
"""

from os.path import realpath
from pathlib import Path


class FileTooLarge(Exception):
    """It holds more than was asked for."""


def read_limited(path: Path, most_bytes: int) -> bytes:
    """What a plain file holds.

    Raises:
        OSError: It is not there, is no plain file, or is a link that leads out of its folder.
        FileTooLarge: It holds more than ``most_bytes``.
    """
    stays = Path(realpath(path, strict=True)).parent == Path(realpath(path.parent))
    if not stays or not path.is_file():
        raise FileNotFoundError(path.name)
    with path.open("rb") as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise FileTooLarge(path.name)
    return content
