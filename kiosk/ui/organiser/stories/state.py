"""What the page of stories shows, as values."""

from dataclasses import dataclass

from kiosk.domain.stories import ConsentForm, StoryPage


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text in all its languages; ``detail`` is what it is, ``state`` whether it is shown.

    ``tone`` is ok when it is shown, else warn or muted.
    """

    story_id: str
    title: str
    detail: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A file that can't be shown: where, and what to mend."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class TextsFace:
    """The list; ``selected`` is the id of the text that is looked at."""

    rows: tuple[TextRow, ...]
    problems: tuple[ProblemLine, ...]
    problems_title: str
    selected: str


@dataclass(frozen=True, slots=True)
class PreviewFace:
    """One page of a text in one language, and the ways on.

    ``note`` says what the room will not see. ``languages`` are codes with their names.
    """

    page: StoryPage | None
    heading: str
    note: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    language: str = ""
    can_go_back: bool = False
    can_go_on: bool = False
    can_copy: bool = False


@dataclass(frozen=True, slots=True)
class GiverLine:
    """Somebody who said yes: their last word in a line, and whether it can be taken back."""

    name: str
    text: str
    can_take_back: bool


@dataclass(frozen=True, slots=True)
class ConsentFace:
    """The consent for a testimonial, and everyone who ever gave one, the newest first."""

    text: str
    tone: str
    givers: tuple[GiverLine, ...]
    can_give: bool


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What the organiser fills in about a yes."""

    given_by: str
    form: ConsentForm
