"""Writing files so that each is there whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.domain.errors import Refusal, RefusalCode


def write_files(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, which is made when it is missing; returns their paths.

    All are written under other names first and then moved into place.

    Raises:
        Refusal: the folder can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drafts = [(folder / f".{name}.new", folder / name) for name in contents]
        try:
            for (draft, _path), content in zip(drafts, contents.values(), strict=True):
                draft.write_bytes(content)
            return [draft.replace(path) for draft, path in drafts]
        finally:
            for draft, _path in drafts:
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(RefusalCode.FOLDER_UNWRITABLE, folder=str(folder)) from error
