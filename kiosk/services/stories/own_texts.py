"""The organisers' own texts: a folder beside the event file that the program only ever adds to."""

from pathlib import Path

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.services.stories.library import SHIPPED_STORIES, shipped_library
from kiosk.services.stories.reader import file_name


def make_folder(folder: Path) -> Path:
    """The folder for own texts, made when it is first wanted.

    Raises:
        Refusal: ``FOLDER_UNWRITABLE``.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(RefusalCode.FOLDER_UNWRITABLE, folder=folder.name) from error
    return folder


def copy_to_edit(folder: Path, story_id: str) -> tuple[str, ...]:
    """Copy a text that came with the program, in every language, to be edited.

    Never writes over a file that is there; returns the names of the new ones.

    Raises:
        Refusal: ``FOLDER_UNWRITABLE``.
    """
    make_folder(folder)
    versions = shipped_library().versions(story_id)
    names = [file_name(story.id, story.language) for story in versions]
    return tuple(name for name in names if _copied(SHIPPED_STORIES / name, folder / name))


def _copied(shipped: Path, own: Path) -> bool:
    try:
        with own.open("xb") as file:
            file.write(shipped.read_bytes())
    except FileExistsError:
        return False
    except OSError as error:
        raise Refusal(RefusalCode.FOLDER_UNWRITABLE, folder=own.parent.name) from error
    return True
