"""What a thief finds on the laptop, and what the file itself no longer knows when opened."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import SQLAlchemyError

from kiosk.app.demo import make_demo
from kiosk.app.paper_tray import PaperTray
from kiosk.app.registration import Chance
from kiosk.data import cipher, engine
from kiosk.data.eventfile import EventFile
from kiosk.domain.clock import SimulatedClock
from kiosk.domain.people import Attendee, CheckIn
from kiosk.domain.plan import PlanMethod
from kiosk.exporting import kind_of, write_export
from kiosk.planning import PLANNERS
from kiosk.services import interest
from kiosk.services.export import export_day
from kiosk.services.rehearsal import opening, rehearse
from tests.helpers.days import MORNING

DEMO_PASSPHRASE = "stoelendans"
SALT, RESERVED, IV = 16, 80, 16


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[EventFile]:
    file = make_demo(tmp_path, SimulatedClock(MORNING), Chance.seeded(7))
    yield file
    file.close()


def lived_through(file: EventFile) -> None:
    planner = PLANNERS[PlanMethod.CAROUSEL]()
    rehearse(file.unit, SimulatedClock(opening(file.unit())), planner, seed=7)


def everyone(file: EventFile) -> list[Attendee]:
    with file.unit() as unit:
        return unit.people.all()


def telling(people: list[Attendee]) -> list[str]:
    """What points at a person: long names, addresses and numbers of everybody."""
    told = [
        text
        for p in people
        for text in (p.given_name, p.family_name, p.chosen_name, p.email, p.phone, p.needs)
    ]
    return sorted({text for text in told if len(text) > 4})


def found_in(content: bytes, texts: list[str]) -> list[str]:
    return [text for text in texts if text.encode() in content]


def opened(path: Path) -> bytes:
    """Every page of the file as who knows the passphrase can read it, unused ones too."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is needed to look into the pages")
    with path.open("rb") as file:
        key = cipher.derive_key(DEMO_PASSPHRASE, file.read(SALT)).key.hex()
    content = b""
    for number, page in cipher.pages(path):
        body, reserved = page[SALT if number == 1 else 0 : -RESERVED], page[-RESERVED:]
        command = [openssl, "enc", "-d", "-aes-256-cbc", "-nopad", "-K", key]
        done = subprocess.run(
            [*command, "-iv", reserved[:IV].hex()], input=body, capture_output=True, check=True
        )
        content += done.stdout
    return content


def test_while_the_day_runs_no_file_holds_a_name(demo: EventFile, tmp_path: Path) -> None:
    lived_through(demo)
    names = telling(everyone(demo))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files), "as a kill would leave it"
    assert {path.name: found_in(path.read_bytes(), names) for path in files} == {
        path.name: [] for path in files
    }


def test_after_the_day_one_encrypted_file_is_left(demo: EventFile, tmp_path: Path) -> None:
    names = telling(everyone(demo))
    demo.close()
    (left,) = tmp_path.iterdir()
    assert found_in(left.read_bytes(), [*names, "attendee", "SQLite format"]) == []


def test_papers_and_their_folder_are_gone_when_the_program_ends(
    demo: EventFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    tray = PaperTray(SimulatedClock(MORNING))
    printed = tray.one("badges", everyone(demo)[0].id)(demo.unit(), "nl")
    assert stat.S_IMODE(printed.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(printed.path.parent.stat().st_mode) == 0o700
    tray.close()
    assert list(folder.iterdir()) == []


KILLED = """
import os, signal
from kiosk.app.paper_tray import PaperTray
from kiosk.domain.clock import SystemClock
tray = PaperTray(SystemClock())
with open(tray._folder.name + "/badges.pdf", "w") as paper:
    paper.write("Samira")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_papers_that_a_killed_program_left_go_when_the_next_one_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": "."}
    subprocess.run([sys.executable, "-c", KILLED], env=environment, check=False)
    (left,) = tmp_path.iterdir()
    assert (left / "badges.pdf").exists()
    first = PaperTray(SimulatedClock(MORNING))
    assert not left.exists()
    second = PaperTray(SimulatedClock(MORNING))
    assert len(list(tmp_path.iterdir())) == 2, "what another program is using stays"
    first.close()
    second.close()


@pytest.mark.parametrize("name", ["results.xlsx", "results"])
def test_an_export_is_for_its_owner_alone(demo: EventFile, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    day = export_day(demo.unit(), SimulatedClock(MORNING), kind_of(target))
    write_export(day, target, "nl")
    written = [target] if target.is_file() else list(target.iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}


def test_the_journal_of_a_whole_day_tells_no_name_address_or_code(demo: EventFile) -> None:
    lived_through(demo)
    with demo.unit() as unit:
        entries, codes = unit.journal.entries(), list(unit.people.codes().values())
        employers = [employer.name for employer in unit.employers.all()]
    told = json.dumps([(e.station, e.what, e.facts) for e in entries], ensure_ascii=False)
    secrets = [*telling(everyone(demo)), *codes, *employers]
    assert [text for text in secrets if text in told] == []


def test_the_journal_tells_that_somebody_answered_and_never_what(demo: EventFile) -> None:
    lived_through(demo)
    with demo.unit() as unit:
        answers = unit.journal.latest((interest.INTEREST_ANSWERED,), 1000)
    assert answers
    assert {len(entry.subjects) for entry in answers} == {1}, "about whom is not told"
    assert [entry.facts for entry in answers if entry.facts] == []


def test_of_somebody_who_declined_no_page_of_the_file_knows(demo: EventFile) -> None:
    """Hanne Lambrecht answered the form with no; Karel Willems said yes."""
    path = demo.path
    demo.close()
    content = opened(path)
    assert found_in(content, ["Willems"]) == ["Willems"], "the pages are readable at all"
    assert found_in(content, ["Hanne", "Lambrecht", "hanne.lambrecht", "496458474"]) == []


def test_what_was_replaced_is_on_no_page_any_more(demo: EventFile) -> None:
    person = next(p for p in everyone(demo) if p.email == "karel.willems@mail.example")
    long_enough_to_move = "nieuw@mail.example" + 2000 * "x"
    with demo.unit() as unit:
        unit.people.save(replace(person, email=long_enough_to_move))
        unit.commit()
    path = demo.path
    demo.close()
    content = opened(path)
    assert found_in(content, ["nieuw@mail.example"]) == ["nieuw@mail.example"]
    assert found_in(content, ["karel.willems@mail.example"]) == []


def test_what_was_undone_is_on_no_page_any_more(demo: EventFile) -> None:
    person = everyone(demo)[0]
    for number in range(40):
        with demo.unit() as unit:
            arrival = CheckIn(MORNING, "desk 1", f"Vrijwilliger{number}")
            unit.people.check_in(person.id, arrival)
            unit.people.undo_check_in(person.id)
            unit.commit()
    path = demo.path
    demo.close()
    assert b"Vrijwilliger" not in opened(path)


def test_an_unexpected_database_error_names_nobody(demo: EventFile) -> None:
    bound = engine.make_engine(sqlcipher.connect(":memory:"), demo.path)
    with pytest.raises(SQLAlchemyError) as error, bound.connect() as connection:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("Samira Benali",))
    assert "Samira" not in str(error.value)
    bound.dispose()


def test_saving_somebody_twice_fails_without_a_name(demo: EventFile) -> None:
    one, other = everyone(demo)[:2]
    double = replace(one, badge_number=other.badge_number, given_name="Onvindbaar")
    with pytest.raises(Exception, match="badge_number") as error, demo.unit() as unit:
        unit.people.save(double)
    assert "Onvindbaar" not in str(error.value)
