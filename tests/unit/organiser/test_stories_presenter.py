"""The page of stories without its paint, on a real encrypted file and a real folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.stories import ConsentForm
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from kiosk.services.room import room_snapshot
from kiosk.services.stories import SHIPPED_STORIES, content_beside, shipped_library
from kiosk.ui.organiser.notice import Notice
from kiosk.ui.organiser.stories.presenter import StoriesPresenter
from kiosk.ui.organiser.stories.state import ConsentAnswer, ConsentFace, PreviewFace, TextsFace
from tests.helpers.asking import AnswersAtOnce
from tests.helpers.days import found

TEXT = """+++
id = "{name}"
kind = "{kind}"
language = "{language}"
reading_level = "B1"
licence = "eigen tekst"
+++
# Titel van {name}

{body}
"""


def write(
    folder: Path, name: str, kind: str = "testimonial", body: str = "Woorden.", language: str = "nl"
) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.{language}.md"
    path.write_text(
        TEXT.format(name=name, kind=kind, body=body, language=language), encoding="utf-8"
    )
    return path


class Heard:
    """What the presenter showed last, and what it told the program."""

    def __init__(self, presenter: StoriesPresenter) -> None:
        self.texts: TextsFace | None = None
        self.previewed: PreviewFace | None = None
        self.consent: ConsentFace | None = None
        self.notice: Notice | None = None
        self.told: list[str] = []
        presenter.show_texts = self._setter("texts")
        presenter.show_preview = self._setter("previewed")
        presenter.show_consent = self._setter("consent")
        presenter.tell = self._setter("notice")
        presenter.texts_read = lambda: self.told.append("texts")
        presenter.consents_changed = lambda: self.told.append("consents")

    def _setter(self, name: str) -> Callable[[object], None]:
        return lambda value: setattr(self, name, value)

    @property
    def page(self) -> PreviewFace:
        assert self.previewed is not None
        return self.previewed

    def state(self, story_id: str) -> str:
        assert self.texts is not None
        return next(row.state for row in self.texts.rows if row.story_id == story_id)


class Opened:
    """Stands for the file manager of the computer."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def __call__(self, folder: Path) -> None:
        self.folders.append(folder)


@pytest.fixture(autouse=True)
def in_english() -> None:
    use_language("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return content_beside(tmp_path / "dag.stoelendans")


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def presenter(
    units: UnitFactory, clock: SimulatedClock, folder: Path, opened: Opened
) -> StoriesPresenter:
    with units() as unit:
        found(unit)
        unit.commit()
    return StoriesPresenter(AnswersAtOnce(units), clock, folder, opened, "organiser")


def begin(presenter: StoriesPresenter) -> Heard:
    heard = Heard(presenter)
    presenter.refresh()
    heard.told.clear()  # the room has read the same
    return heard


def test_it_lists_each_text_once_with_what_it_is(presenter: StoriesPresenter, folder: Path) -> None:
    write(folder, "tuin", kind="information")
    heard = begin(presenter)
    assert heard.texts is not None
    details = {row.story_id: row.detail for row in heard.texts.rows}
    assert len(details) == len({story.id for story in shipped_library().stories}) + 1
    assert details["80-blackpool"] == "information · en, nl · 2 sources"
    assert details["tuin"] == "information · nl · your own"
    assert heard.page.page is not None


def test_a_problem_names_the_file_the_line_and_what_to_mend(
    presenter: StoriesPresenter, folder: Path
) -> None:
    write(folder, "cijfer", kind="information", body="Zeven op 10.")
    heard = begin(presenter)
    assert heard.texts is not None
    (problem,) = heard.texts.problems
    assert problem.place == "cijfer.nl.md, line 10"
    assert problem.text == "the number 10 has no source. Add a [[source]] to the facts."
    assert heard.texts.problems_title == (
        "1 file needs mending. Until then its text is shown in no language."
    )


def test_pages_and_languages_are_turned_and_end_at_the_ends(
    presenter: StoriesPresenter, folder: Path
) -> None:
    sentence = "Dit is een van vele zinnen die bij elkaar horen. "
    write(folder, "lang", kind="information", body=sentence * 12)
    heard = begin(presenter)
    presenter.select("lang")
    assert heard.page.heading == "Page 1 of 2"
    assert (heard.page.can_go_back, heard.page.can_go_on) == (False, True)
    presenter.turn(1)
    presenter.turn(1)
    assert heard.page.heading == "Page 2 of 2"
    presenter.turn(-5)
    assert heard.page.heading == "Page 1 of 2"
    presenter.select("80-blackpool")
    presenter.choose_language("nl")
    assert heard.page.language == "nl"
    assert heard.page.page is not None
    assert heard.page.page.story.title == "Wonen, vrienden en werk samen"


def test_a_copy_stands_in_the_own_folder_and_is_never_written_over(
    presenter: StoriesPresenter, folder: Path
) -> None:
    heard = begin(presenter)
    presenter.select("80-blackpool")
    assert heard.page.can_copy
    presenter.copy()
    english = folder / "80-blackpool.en.md"
    assert english.read_bytes() == (SHIPPED_STORIES / english.name).read_bytes()
    assert not heard.page.can_copy
    english.write_text("mine", encoding="utf-8")
    (folder / "80-blackpool.nl.md").unlink()
    presenter.copy()
    assert english.read_text(encoding="utf-8") == "mine"
    assert heard.notice is not None
    assert "80-blackpool.nl.md" in heard.notice.text
    assert "80-blackpool.en.md" not in heard.notice.text


def test_reading_again_shows_what_was_edited_and_tells_the_room(
    presenter: StoriesPresenter, folder: Path
) -> None:
    heard = begin(presenter)
    write(folder, "nieuw", kind="information")
    presenter.read_again()
    assert heard.state("nieuw") == "shown"
    assert heard.told == ["texts"]
    assert heard.notice == Notice("The texts are read again.")
    write(folder, "stuk", kind="information", body="")
    presenter.read_again()
    assert heard.notice is not None
    assert heard.notice.tone == "warn"


def test_the_folder_is_made_when_it_is_first_opened(
    presenter: StoriesPresenter, folder: Path, opened: Opened
) -> None:
    begin(presenter)
    presenter.open_folder()
    presenter.open_folder()
    assert folder.is_dir()
    assert opened.folders == [folder, folder]


def test_a_folder_that_can_not_be_made_is_told_calmly(
    presenter: StoriesPresenter, folder: Path, opened: Opened
) -> None:
    folder.write_text("a file stands in its way")
    heard = begin(presenter)
    presenter.open_folder()
    assert heard.notice is not None
    assert heard.notice.tone == "warn"
    assert opened.folders == []


def test_a_yes_is_recorded_shown_and_taken_back(
    presenter: StoriesPresenter, folder: Path, units: UnitFactory, clock: SimulatedClock
) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("tale")
    assert heard.state("tale") == "no consent yet"
    presenter.give_consent(ConsentAnswer("Ann Peeters", ConsentForm.EMAIL))
    assert heard.state("tale") == "shown"
    assert heard.consent is not None
    (giver,) = heard.consent.givers
    assert giver.text == "Ann Peeters, by e-mail, 21 Mar 13:00"
    assert giver.can_take_back
    assert len(room_snapshot(units()).consents.standing) == 1
    clock.advance(300)
    presenter.take_back(giver.name)
    assert heard.state("tale") == "taken back"
    assert heard.consent.givers[0].text.endswith("taken back 21 Mar 13:05")
    assert not heard.consent.givers[0].can_take_back
    assert room_snapshot(units()).consents.standing == frozenset()
    assert heard.told == ["consents", "consents"]


def test_words_that_changed_after_the_yes_ask_for_it_again(
    presenter: StoriesPresenter, folder: Path
) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("tale")
    presenter.give_consent(ConsentAnswer("Ann", ConsentForm.SIGNED))
    write(folder, "tale", body="Andere woorden.")
    presenter.read_again()
    assert heard.state("tale") == "words changed"
    assert heard.consent is not None
    assert heard.consent.tone == "warn"
    (giver,) = heard.consent.givers
    assert giver.can_take_back
    assert giver.text.endswith("for other words")


def test_it_is_told_whose_yes_is_missing_of_the_people_in_a_story(
    presenter: StoriesPresenter, folder: Path, units: UnitFactory
) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("tale")
    for who in ("Samira", "Tom"):
        presenter.give_consent(ConsentAnswer(who, ConsentForm.SIGNED))
    assert heard.state("tale") == "shown"
    write(folder, "tale", body="Andere woorden.")
    presenter.read_again()
    presenter.give_consent(ConsentAnswer("Samira", ConsentForm.SIGNED))
    assert heard.state("tale") == "not everyone said yes"
    assert heard.consent is not None
    assert heard.consent.text.endswith("these words still need the yes of Tom.")
    assert room_snapshot(units()).consents.standing == frozenset()


def test_a_text_that_somebody_said_yes_to_stays_theirs_whatever_its_file_calls_it(
    presenter: StoriesPresenter, folder: Path
) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("tale")
    presenter.give_consent(ConsentAnswer("Ann", ConsentForm.SIGNED))
    presenter.take_back("Ann")
    write(folder, "tale", kind="information")
    presenter.read_again()
    assert heard.state("tale") == "taken back"
    assert heard.consent is not None


def test_only_a_testimonial_asks_for_consent(presenter: StoriesPresenter, folder: Path) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("80-blackpool")
    assert heard.consent is None
    presenter.select("question-03")
    assert heard.consent is None


def test_a_nameless_yes_is_refused_in_words(presenter: StoriesPresenter, folder: Path) -> None:
    write(folder, "tale")
    heard = begin(presenter)
    presenter.select("tale")
    presenter.give_consent(ConsentAnswer("   ", ConsentForm.SIGNED))
    assert heard.notice is not None
    assert heard.notice.text == "A name is missing. Nothing was changed."
    assert heard.state("tale") == "no consent yet"


def test_a_language_that_the_event_does_not_speak_is_told(
    presenter: StoriesPresenter, folder: Path
) -> None:
    write(folder, "parole", kind="information", language="fr")
    heard = begin(presenter)
    presenter.select("parole")
    assert heard.state("parole") == "other language"
    assert heard.page.note == "Not shown: the event does not speak this language."


def test_what_the_page_says_of_edited_texts_holds_in_the_room_too(
    presenter: StoriesPresenter, folder: Path
) -> None:
    heard = begin(presenter)
    presenter.refresh()
    assert heard.told == []
    write(folder, "tuin", kind="testimonial")
    presenter.refresh()
    assert heard.told == ["texts"]
    (folder / "tuin.nl.md").unlink()
    presenter.refresh()
    assert heard.told == ["texts", "texts"]
