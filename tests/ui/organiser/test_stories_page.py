"""The page of stories as an organiser meets it: real widgets, a real file, the room's painter."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.stories import ConsentForm, StoryPage
from kiosk.i18n import use_language
from kiosk.services.ports import UnitFactory
from kiosk.services.room import room_snapshot
from kiosk.services.room.stories import example_view
from kiosk.services.stories import content_beside
from kiosk.ui.organiser.stories.page import StoriesPage
from kiosk.ui.organiser.stories.presenter import StoriesPresenter
from kiosk.ui.room.painter import render_view
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import found

TARGET = 44
TALE = """+++
id = "tale"
kind = "testimonial"
language = "nl"
reading_level = "B1"
licence = "met toestemming"
+++
# <b>Aan het werk</b>

{words}
"""


@dataclass
class Organiser:
    """The page, the worker behind it, and the folder of own texts."""

    page: StoriesPage
    worker: DatabaseWorker
    units: UnitFactory
    folder: Path
    opened: list[Path]

    def settle(self) -> None:
        """Everything asked is answered and shown."""
        for _round in range(3):
            self.worker.drain()
            QApplication.processEvents()

    def write(self, words: str = "Zo begon ik.") -> None:
        """A testimonial in the event's own folder."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / "tale.nl.md").write_text(TALE.format(words=words), encoding="utf-8")

    def read_again(self) -> None:
        self.page.texts.reading.click()
        self.settle()

    def look_at(self, title: str) -> None:
        """Choose a text in the list by its title."""
        (item,) = self.page.texts.list.findItems(title, Qt.MatchFlag.MatchExactly)
        self.page.texts.list.setCurrentItem(item)
        self.settle()

    def consents(self) -> frozenset[str]:
        return room_snapshot(self.units()).consents.standing


def preview(page: StoryPage, size: QSize) -> QImage:
    return render_view(example_view(page), size)


@pytest.fixture
def organiser(
    qtbot: QtBot, qapp: QApplication, units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> Iterator[Organiser]:
    use_language("en")
    apply_theme(qapp)
    with units() as unit:
        found(unit)
        unit.commit()
    worker = DatabaseWorker(units)
    folder, opened = content_beside(tmp_path / "dag.stoelendans"), list[Path]()
    presenter = StoriesPresenter(worker, clock, folder, opened.append, "organiser")
    page = StoriesPage(presenter, preview)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    made = Organiser(page, worker, units, folder, opened)
    page.show()
    made.settle()
    yield made
    worker.close()
    if shiboken6.isValid(page):
        page.close()
    use_language("nl")


def words(page: QWidget) -> str:
    shown = [w for w in page.findChildren(QLabel) if w.isVisible()]
    pressed = [w for w in page.findChildren(QAbstractButton) if w.isVisible()]
    return "\n".join(widget.text() for widget in (*shown, *pressed))


def picture(organiser: Organiser) -> QImage:
    """What the preview shows of the room, in its middle."""
    image = organiser.page.preview.picture.grab().toImage()
    return image.copy(image.rect().adjusted(30, 10, -30, -10))


def test_the_first_text_is_looked_at_as_the_room_will_see_it(organiser: Organiser) -> None:
    shown = organiser.page.preview.picture
    assert "Work and recovery often go together" in shown.accessibleName()
    assert "722 people" in shown.accessibleDescription()
    assert shown.width() * 9 // 16 - shown.height() <= 1
    before = picture(organiser)
    organiser.look_at("Homes, friends and work together")
    assert picture(organiser) != before


def test_arrow_keys_walk_the_list_and_turn_the_pages(organiser: Organiser) -> None:
    organiser.write("Dit is een van vele zinnen die bij elkaar horen. " * 12)
    organiser.read_again()
    organiser.look_at("Homes, friends and work together")
    QTest.keyClick(organiser.page.texts.list, Qt.Key.Key_Down)
    organiser.settle()
    seen = organiser.page.preview.picture.accessibleName()
    assert "A café, still open after eleven years" in seen
    organiser.look_at("<b>Aan het werk</b>")
    assert "Page 1 of 2" in words(organiser.page)
    QTest.keyClick(organiser.page.preview.picture, Qt.Key.Key_Right)
    assert "Page 2 of 2" in words(organiser.page)
    QTest.keyClick(organiser.page.preview.picture, Qt.Key.Key_Left)
    assert "Page 1 of 2" in words(organiser.page)


def test_a_yes_is_recorded_with_the_keyboard_and_the_room_hears_of_it(
    organiser: Organiser, qtbot: QtBot
) -> None:
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    card = organiser.page.consent
    assert not card.giving.isEnabled()
    card.forms[ConsentForm.SPOKEN].click()
    QTest.keyClicks(card.name, "Ann Peeters")
    with qtbot.waitSignal(organiser.page.consents_changed):
        QTest.keyClick(card.name, Qt.Key.Key_Return)
        organiser.settle()
    organiser.settle()
    assert len(organiser.consents()) == 1
    assert "Ann Peeters, by word of mouth" in words(organiser.page)
    assert card.name.text() == ""


def test_it_is_taken_back_with_one_press(organiser: Organiser, qtbot: QtBot) -> None:
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    card = organiser.page.consent
    assert not card.givers.isVisible()
    QTest.keyClicks(card.name, "Ann")
    card.giving.click()
    organiser.settle()
    with qtbot.waitSignal(organiser.page.consents_changed):
        card.givers.rows[0].button.click()
        organiser.settle()
    organiser.settle()
    assert organiser.consents() == frozenset()
    assert "The yes was taken back" in words(organiser.page)
    assert not card.givers.rows[0].button.isVisible()


def test_of_two_in_a_story_each_takes_their_own_yes_back(organiser: Organiser) -> None:
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    card = organiser.page.consent
    for who in ("Samira", "<b>Tom</b>"):
        QTest.keyClicks(card.name, who)
        card.giving.click()
        organiser.settle()
    assert len(organiser.consents()) == 1
    names = [row.button.accessibleName() for row in card.givers.rows]
    assert set(names) == {"Samira takes it back", "<b>Tom</b> takes it back"}
    card.givers.rows[names.index("<b>Tom</b> takes it back")].button.click()
    organiser.settle()
    assert organiser.consents() == frozenset()
    assert "these words still need the yes of <b>Tom</b>." in words(organiser.page)
    shown = [row.button for row in card.givers.rows if row.button.isVisible()]
    assert [button.accessibleName() for button in shown] == ["Samira takes it back"]


def test_a_name_typed_for_one_text_is_not_recorded_for_another(organiser: Organiser) -> None:
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    QTest.keyClicks(organiser.page.consent.name, "Ann")
    organiser.look_at("A café, still open after eleven years")
    organiser.look_at("<b>Aan het werk</b>")
    assert organiser.page.consent.name.text() == ""


def test_reading_again_tells_the_room_and_names_what_needs_mending(
    organiser: Organiser, qtbot: QtBot
) -> None:
    organiser.write("Zeven op 10.")
    with qtbot.waitSignal(organiser.page.texts_read):
        organiser.read_again()
    assert "tale.nl.md, line 10: the number \u2026 has no source." in words(organiser.page)
    organiser.write()
    organiser.read_again()
    assert not organiser.page.texts.problems.isVisible()


def test_the_folder_is_opened_and_a_copy_is_made_in_it(organiser: Organiser) -> None:
    organiser.page.texts.opening.click()
    organiser.settle()
    assert organiser.opened == [organiser.folder]
    organiser.page.preview.copying.click()
    organiser.settle()
    assert (organiser.folder / "10-work-and-recovery.nl.md").is_file()
    assert not organiser.page.preview.copying.isVisible()


def test_a_title_is_never_markup(organiser: Organiser) -> None:
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    assert "<b>Aan het werk</b>" in organiser.page.preview.picture.accessibleName()
    tip = organiser.page.texts.list.currentItem().toolTip()
    assert "&lt;b&gt;" in tip


def test_no_word_on_a_button_is_cut_on_a_small_screen_in_dutch(organiser: Organiser) -> None:
    use_language("nl")
    organiser.page.retranslate()
    organiser.page.resize(984, 560)
    organiser.settle()
    copying = organiser.page.preview.copying
    row = copying.parentWidget()
    assert row
    assert copying.width() >= copying.sizeHint().width()
    assert copying.geometry().right() <= row.width()


@pytest.mark.parametrize(("language", "scale"), [("en", 1.0), ("nl", 2.0)])
def test_everything_is_named_and_large_enough_at_any_text_size(
    organiser: Organiser, qapp: QApplication, language: str, scale: float
) -> None:
    use_language(language)
    apply_theme(qapp, scale)
    organiser.page.retranslate()
    organiser.write()
    organiser.read_again()
    organiser.look_at("<b>Aan het werk</b>")
    organiser.page.resize(1366, 700 if scale == 1.0 else 2600)
    organiser.settle()
    touched = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in organiser.page.findChildren(kind)
        if widget.isVisible()
    ]
    assert len(touched) >= 8
    for widget in touched:
        assert widget.height() >= TARGET, widget.accessibleName()
        assert widget.accessibleName()
        assert widget.width() >= widget.minimumSizeHint().width()
    for widget in (organiser.page.texts.list, organiser.page.preview.picture):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    apply_theme(qapp)
