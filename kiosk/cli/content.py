"""Stories and information: list and check them, and picture them as the room will see them."""

import os
from argparse import Namespace
from pathlib import Path

from kiosk.cli.output import complain, say, say_json
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.stories import Story, StoryKind, StoryPage, pages_of
from kiosk.i18n import _
from kiosk.i18n.story_messages import place_text, problem_text
from kiosk.services.room.stories import example_view
from kiosk.services.stories import Library, Problem, read_library
from kiosk.services.stories.library import SHIPPED_STORIES

DONE, FOUND_WANTING = 0, 1
SIZE = (1920, 1080)


def content_command(arguments: Namespace) -> int:
    """List what can be shown; one sentence for each file that can't, and then exit code 1.

    Consents for testimonials are in an event file, and here is none: they are not pictured.
    """
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
        problems = [{"file": p.file, "line": p.line, "problem": _said(p)} for p in library.problems]
        stories = [_facts(library, story) for story in library.stories]
        say_json({"stories": stories, "problems": problems})
        return
    say(*(_line(library, story) for story in library.stories))
    for problem in library.problems:
        complain(f"{place_text(problem.file, problem.line)}: {_said(problem)}")


def _said(problem: Problem) -> str:
    return problem_text(problem.mistake, problem.about)


def _facts(library: Library, story: Story) -> dict[str, object]:
    named: dict[str, object] = {"id": story.id, "language": story.language, "kind": story.kind}
    if library.needs_consent(story.id):
        return named | {"shown": False}
    return named | {
        "title": story.title,
        "licence": story.licence,
        "sources": [source.line for source in story.sources],
        "shown": True,
    }


def _line(library: Library, story: Story) -> str:
    """Of a testimonial not a word: without an event there is no consent to show it."""
    name = f"{story.id}.{story.language}"
    if library.needs_consent(story.id):
        return _("{story} (a testimonial: shown only with a recorded consent)").format(story=name)
    return f"{name}  {story.title}"


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
        image = render_view(example_view(page), QSize(*SIZE))
        if not image.save(str(folder / name)):
            raise Refusal(RefusalCode.OUTPUT_LOST)
    del application


def _pages(library: Library) -> list[StoryPage]:
    told = [
        story
        for story in library.stories
        if story.kind is not StoryKind.QUESTION and not library.needs_consent(story.id)
    ]
    ids = list(dict.fromkeys(story.id for story in told))
    return [
        StoryPage(story, blocks, page, ids.index(story.id) + 1, len(ids))
        for story in told
        for page, blocks in enumerate(pages_of(story))
    ]
