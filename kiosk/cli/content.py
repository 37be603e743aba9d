"""Stories and information: list and check them, and picture them as the room will see them."""

import os
from argparse import Namespace
from datetime import time
from pathlib import Path

from kiosk.cli.output import complain, say, say_json
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme import PhaseKind
from kiosk.domain.stories import Story, StoryKind, StoryPage, pages_of
from kiosk.i18n import _
from kiosk.i18n.story_messages import problem_text
from kiosk.services.room import RoomScene, RoomState, RoomView
from kiosk.services.stories import Library, Problem, read_library
from kiosk.services.stories.library import SHIPPED_STORIES

DONE, FOUND_WANTING = 0, 1
SIZE = (1920, 1080)


def content_command(arguments: Namespace) -> int:
    """List what can be shown; one sentence for each file that can't, and then exit code 1."""
    own = arguments.folder
    if own is not None and not own.is_dir():
        raise Refusal(RefusalCode.FILE_NOT_FOUND, path=own.name)
    library = read_library([SHIPPED_STORIES, own] if own else [SHIPPED_STORIES])
    _tell(library, as_json=arguments.json)
    if arguments.pictures:
        _picture(library, arguments.pictures)
    return FOUND_WANTING if library.problems else DONE


def _tell(library: Library, *, as_json: bool) -> None:
    if as_json:
        problems = [{"file": p.file, "problem": _said(p)} for p in library.problems]
        say_json({"stories": [_facts(each) for each in library.stories], "problems": problems})
        return
    say(*(_line(story) for story in library.stories))
    for problem in library.problems:
        complain(f"{problem.file}: {_said(problem)}")


def _said(problem: Problem) -> str:
    return problem_text(problem.mistake, problem.about)


def _facts(story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "language": story.language,
        "kind": story.kind,
        "title": story.title,
        "licence": story.licence,
        "sources": [source.line for source in story.sources],
        "shown": story.kind is not StoryKind.TESTIMONIAL,
    }


def _line(story: Story) -> str:
    line = f"{story.id}.{story.language}  {story.title}"
    if story.kind is StoryKind.TESTIMONIAL:
        return _("{story} (not shown: no consent is recorded)").format(story=line)
    return line


def _picture(library: Library, folder: Path) -> None:
    """One PNG file for each page; rendered without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSize  # only pictures need Qt
    from PySide6.QtGui import QGuiApplication

    from kiosk.ui.room.painter import render_view

    application = QGuiApplication.instance() or QGuiApplication(["stoelendans"])
    folder.mkdir(parents=True, exist_ok=True)
    for page in _pages(library):
        story = page.story
        name = f"{story.id}.{story.language}.{page.page + 1}.png"
        image = render_view(RoomView(_scene(page)), QSize(*SIZE))
        if not image.save(str(folder / name)):
            raise Refusal(RefusalCode.OUTPUT_LOST)
    del application


def _pages(library: Library) -> list[StoryPage]:
    told = [story for story in library.stories if story.kind is not StoryKind.QUESTION]
    ids = list(dict.fromkeys(story.id for story in told))
    return [
        StoryPage(story, blocks, page, ids.index(story.id) + 1, len(ids))
        for story in told
        for page, blocks in enumerate(pages_of(story))
    ]


def _scene(page: StoryPage) -> RoomScene:
    """A moment before the first round, as an example."""
    return RoomScene(
        RoomState.PROGRAMME,
        page.story.language,
        "Careerdating",
        "",
        time(13, 40),
        kind=PhaseKind.INFO,
        next_at=time(14, 0),
        minutes=20,
        next_kind=PhaseKind.ROUND,
        story=page,
    )
