"""What the opening window asks for before anything is tried, and what it says afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.i18n import speaking
from kiosk.ui.opening.presenter import (
    Opened,
    Openers,
    OpeningPresenter,
    event_path,
    suggested_target,
)
from kiosk.ui.opening.state import Field, OpeningFace, Way

GOOD = "een lange zin"


class Event:
    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


class Held:
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.work: list[tuple] = []

    def run(self, work, then, refused, failed) -> None:
        self.work.append((work, then, refused, failed))

    def finish(self) -> None:
        work, then, refused, _failed = self.work.pop()
        try:
            opened = work()
        except Refusal as refusal:
            refused(refusal)
        else:
            then(opened)


class Screen:
    def __init__(self) -> None:
        self.face = OpeningFace()
        self.cursor: Field | None = None
        self.forgotten = 0
        self.opened: list[Opened] = []

    def show_face(self, face: OpeningFace) -> None:
        self.face = face

    def forget_passphrases(self) -> None:
        self.forgotten += 1

    def put_cursor_in(self, field: Field) -> None:
        self.cursor = field

    def hand_over(self, opened: Opened) -> None:
        self.opened.append(opened)


class Stage:
    """A presenter with all that it meets."""

    def __init__(self, answer: Callable[[], Opened] = Event) -> None:
        self.asked: list[tuple] = []
        self.held, self.screen = Held(), Screen()

        def opener(*given: object) -> Opened:
            self.asked.append(given)
            return answer()

        openers = Openers(opener, opener, opener)
        self.presenter = OpeningPresenter(openers, self.held, self.screen)


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def refusing(code: RefusalCode, **facts: str) -> Callable[[], Opened]:
    def refuse() -> Opened:
        raise Refusal(code, **facts)

    return refuse


@pytest.mark.parametrize(
    ("file", "passphrase", "words", "cursor"),
    [
        ("", GOOD, "Choose the event file first.", Field.FILE),
        ("  ", GOOD, "Choose the event file first.", Field.FILE),
        ("dag.stoelendans", "", "Type the passphrase as well.", Field.PASSPHRASE),
    ],
)
def test_nothing_is_opened_before_all_is_said(file, passphrase, words, cursor) -> None:
    stage = Stage()
    stage.presenter.open(file, passphrase)
    assert stage.held.work == []
    assert stage.screen.face == OpeningFace(Way.OPEN, busy=False, trouble=words, wrong=cursor)
    assert stage.screen.cursor is cursor
    assert stage.screen.forgotten == 0


@pytest.mark.parametrize(
    ("given", "words", "cursor"),
    [
        (("", "b", GOOD, GOOD), "Choose the event description first.", Field.DESCRIPTION),
        (("a", "", GOOD, GOOD), "Choose first where the event is saved.", Field.TARGET),
        (("a", "b", "", ""), "Type the passphrase as well.", Field.NEW_PASSPHRASE),
        (("a", "b", "kort", "kort"), "at least 8 characters", Field.NEW_PASSPHRASE),
        (("a", "b", GOOD, GOOD + "!"), "The two passphrases differ.", Field.NEW_PASSPHRASE),
    ],
)
def test_nothing_is_made_before_all_is_said(given, words, cursor) -> None:
    stage = Stage()
    stage.presenter.choose(Way.MAKE)
    stage.presenter.make(*given)
    assert stage.held.work == []
    assert words in stage.screen.face.trouble
    assert stage.screen.face.wrong is stage.screen.cursor is cursor


def test_a_passphrase_is_taken_as_it_was_typed() -> None:
    stage = Stage()
    stage.presenter.open(' "C:/dag.stoelendans" ', " met spaties ")
    stage.held.finish()
    assert stage.asked == [(Path("C:/dag.stoelendans"), " met spaties ")]


def test_one_attempt_at_a_time() -> None:
    stage = Stage()
    stage.presenter.demo()
    stage.presenter.demo()
    stage.presenter.open("dag.stoelendans", GOOD)
    stage.presenter.make("a", "b", GOOD, GOOD)
    stage.presenter.choose(Way.MAKE)
    assert len(stage.held.work) == 1
    assert stage.screen.face == OpeningFace(Way.OPEN, busy=True)


def test_a_refusal_forgets_the_passphrase_and_lets_the_person_try_again() -> None:
    stage = Stage(refusing(RefusalCode.IN_USE, path="dag.stoelendans"))
    stage.presenter.open("dag.stoelendans", GOOD)
    stage.held.finish()
    assert "open in another Stoelendans window" in stage.screen.face.trouble
    assert stage.screen.forgotten == 1
    assert stage.screen.cursor is Field.PASSPHRASE
    assert stage.screen.face.wrong is None
    stage.presenter.open("dag.stoelendans", GOOD)
    assert stage.screen.face == OpeningFace(Way.OPEN, busy=True)


def test_another_way_starts_with_a_clean_slate() -> None:
    stage = Stage()
    stage.presenter.open("", "")
    stage.presenter.choose(Way.MAKE)
    assert stage.screen.face == OpeningFace(Way.MAKE)


def test_trouble_is_said_anew_in_another_language() -> None:
    stage = Stage()
    stage.presenter.open("", "")
    with speaking("nl"):
        stage.presenter.paint()
    assert stage.screen.face.trouble == "Kies eerst het bestand van het evenement."


def test_an_event_that_nobody_waits_for_is_closed() -> None:
    event = Event()
    stage = Stage(lambda: event)
    stage.presenter.demo()
    stage.presenter.leave()
    stage.held.finish()
    assert event.closed
    assert stage.screen.opened == []


def test_a_file_bears_our_suffix_once() -> None:
    assert event_path("map/gent") == Path("map/gent.stoelendans")
    assert event_path("map/gent.21.maart") == Path("map/gent.21.maart.stoelendans")
    assert event_path("map/gent.stoelendans") == Path("map/gent.stoelendans")


def test_a_new_event_is_suggested_beside_its_description() -> None:
    assert Path(suggested_target("map/event.toml")) == Path("map/event.stoelendans")
    assert suggested_target(" ") == ""
