"""Two people meet, answer in private, and become a match only if both want it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from kiosk.data.eventfile import create_event_file, open_event_file
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.plan import Conversation, PlanMethod
from kiosk.i18n import use_language
from kiosk.services import matching
from kiosk.ui.interest.presenter import InterestPresenter
from kiosk.ui.interest.station import InterestStation
from kiosk.ui.tasks.worker import DatabaseWorker
from kiosk.ui.theme.style import apply_theme
from tests.helpers.days import (
    MORNING,
    PASSPHRASE,
    a_candidate,
    a_representative,
    an_employer,
    found,
    register,
)


class Station:
    """An interest station on the day's file; it can be switched off and on."""

    def __init__(self, path: Path) -> None:
        self._file = open_event_file(path, PASSPHRASE)
        self._worker = DatabaseWorker(self._file.unit)
        presenter = InterestPresenter(self._worker, SimulatedClock(MORNING))
        self.widget = InterestStation(presenter)
        self.widget.resize(1366, 768)
        self.widget.show()

    def scan(self, code: str) -> None:
        self.widget.code_scanned(code)
        self._worker.drain()

    def tap(self, name: str) -> None:
        buttons = self.widget.findChildren(QAbstractButton)
        next(b for b in buttons if b.isVisible() and name in (b.accessibleName(), b.text())).click()
        self._worker.drain()

    def answer(self, code: str, name: str) -> None:
        self.scan(code)
        self.tap(name)
        self.tap("Done")

    def chosen(self) -> list[str]:
        buttons = self.widget.findChildren(QAbstractButton)
        answers = [b for b in buttons if not isinstance(b, QCheckBox)]
        return [b.accessibleName() for b in answers if b.isVisible() and b.isChecked()]

    def words(self) -> set[str]:
        shown = [part for part in self.widget.findChildren(QWidget) if part.isVisible()]
        return {part.text() for part in shown if isinstance(part, QLabel | QAbstractButton)}

    def matches(self) -> set[UUID]:
        self._worker.drain()
        return {found.match.candidate_id for found in matching.matches(self._file.unit())}

    def switch_off(self) -> None:
        self._worker.close()
        shiboken6.delete(self.widget)
        self._file.close()


class Meeting:
    """Samira, who shares her details, and Goran, who does not, both met Lotte of the bakery."""

    def __init__(self, path: Path) -> None:
        self.path = path
        bakery = an_employer(4, "Bakkerij De Smet")
        self.samira, self.goran = a_candidate(1, "Samira"), a_candidate(2, "Goran")
        lotte = a_representative(3, bakery)
        file = create_event_file(path, PASSPHRASE)
        with file.unit() as unit:
            found(unit)
            unit.employers.save(bakery)
            self.samira_code = register(unit, self.samira, share=True)
            self.goran_code = register(unit, self.goran, share=False)
            self.lotte_code = register(unit, lotte)
            met = [
                Conversation(number, 4, person.id, bakery.id)
                for number, person in enumerate((self.samira, self.goran), 1)
            ]
            unit.plans.add(PlanMethod.CAROUSEL, met, MORNING)
            unit.commit()
        file.close()


@pytest.fixture
def meeting(tmp_path: Path, qapp: QApplication) -> Iterator[Meeting]:
    use_language("en")
    apply_theme(qapp)
    yield Meeting(tmp_path / "dag.stoelendans")
    use_language("nl")


@pytest.fixture
def station(meeting: Meeting) -> Iterator[Station]:
    station = Station(meeting.path)
    yield station
    station.switch_off()


def test_answers_are_kept_when_the_form_closes_and_when_the_program_stops(
    meeting: Meeting,
) -> None:
    station = Station(meeting.path)
    station.answer(meeting.samira_code, "Bakkerij De Smet: Maybe")
    station.scan(meeting.samira_code)
    assert station.chosen() == ["Bakkerij De Smet: Maybe"]
    station.switch_off()
    station = Station(meeting.path)
    station.scan(meeting.samira_code)
    assert station.chosen() == ["Bakkerij De Smet: Maybe"]
    station.switch_off()


def test_a_mutual_yes_with_consent_is_a_match(meeting: Meeting, station: Station) -> None:
    station.answer(meeting.samira_code, "Bakkerij De Smet: Yes, please")
    assert not station.matches()
    station.answer(meeting.lotte_code, "Samira: Yes, please")
    assert station.matches() == {meeting.samira.id}


def test_without_consent_a_mutual_yes_waits_for_it(meeting: Meeting, station: Station) -> None:
    station.answer(meeting.goran_code, "Bakkerij De Smet: Yes, please")
    station.answer(meeting.lotte_code, "Goran: Yes, please")
    assert not station.matches()
    station.answer(meeting.goran_code, "Share my contact details when we both say yes")
    assert station.matches() == {meeting.goran.id}
    station.answer(meeting.goran_code, "Share my contact details when we both say yes")
    assert not station.matches()


def test_whatever_one_side_says_the_other_sees_the_same(meeting: Meeting, station: Station) -> None:
    station.scan(meeting.samira_code)
    unknowing = station.words()
    station.tap("Done")
    for said in ("Yes, please", "Maybe", "No, thanks"):
        station.answer(meeting.lotte_code, f"Samira: {said}")
        station.scan(meeting.samira_code)
        assert station.words() == unknowing
        assert not station.chosen()
        station.tap("Done")
