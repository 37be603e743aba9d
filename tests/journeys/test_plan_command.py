"""``stoelendans plan`` as an organiser types it: honest figures, reasons, and refusals by name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.config import DEMO, PASSPHRASE_VARIABLE

PEOPLE, EMPLOYERS = DEMO / "inschrijvingen.csv", DEMO / "werkgevers.xlsx"
HEAD = "Voornaam;Familienaam;E-mail;Absoluut ontmoeten;Nooit;Ik neem deel\n"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "een lange zin")
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def command(*words: object) -> str:
        assert main([str(word) for word in words]) == 0
        return capsys.readouterr().out

    return command


@pytest.fixture
def ghent(tmp_path: Path, run: Callable[..., str]) -> Path:
    path = tmp_path / "gent.stoelendans"
    run("new", path, "--from", DEMO / "event.toml")
    run("import", path, PEOPLE, EMPLOYERS)
    return path


def test_the_plan_of_ghent_is_the_best_possible_and_says_so(
    ghent: Path, run: Callable[..., str]
) -> None:
    told = json.loads(run("plan", ghent, "--json"))
    assert (told["method"], told["state"], told["share"]) == ("best", "published", 1.0)
    assert told["figures"]["points"] == told["bound"]["points"]
    assert told["figures"]["least"] == told["bound"]["least"]
    assert told["figures"]["longest_wait"] <= 2
    assert len(told["conversations"]) == told["figures"]["conversations"]
    assert told["figures"]["wishes_met"] + len(told["unmet"]) == told["figures"]["wishes"]
    assert told["carousel"]["points"] < told["figures"]["points"]


def test_the_same_seed_gives_the_same_plan(ghent: Path, run: Callable[..., str]) -> None:
    plans = [json.loads(run("plan", ghent, "--json", "--seed", seed)) for seed in (3, 3, 4)]
    assert plans[0]["conversations"] == plans[1]["conversations"]
    assert plans[0]["conversations"] != plans[2]["conversations"]
    assert plans[0]["bound"] == plans[2]["bound"]


def test_every_wish_that_the_carousel_does_not_meet_has_a_reason(
    ghent: Path, run: Callable[..., str]
) -> None:
    told = json.loads(run("plan", ghent, "--json", "--method", "carousel"))
    assert told["bound"] is None
    assert told["share"] is None
    assert all(wish["why"] and wish["text"] and wish["employer"] for wish in told["unmet"])


def test_a_draft_is_not_in_force(
    ghent: Path, run: Callable[..., str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "draft" in run("plan", ghent, "--draft")
    assert main(["print", str(ghent), "route-cards", "-o", str(tmp_path / "prints")]) == 1
    assert "no plan" in capsys.readouterr().err


def test_musts_for_more_employers_than_there_are_rounds_are_refused_by_name(
    ghent: Path, run: Callable[..., str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    names = [
        "Bakkerij De Korenbloem", "Stadsgroen Leie", "Garage Meulestede", "Woonzorg Dampoort",
        "Fietsatelier Spaak", "Brasserie Lys", "Bouwwerken Claus", "Poetsbrigade",
        "Kringwinkel Brugse Poort",
    ]  # fmt: skip
    people = tmp_path / "veel.csv"
    people.write_text(f"{HEAD}Zeynep;Aydin;z@mail.example;{', '.join(names)};;Ja\n", "utf-8")
    run("import", ghent, people)
    assert main(["plan", str(ghent)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Zeynep must meet" in printed.err
    assert all(name in printed.err for name in names)
    assert "--set-aside" in printed.err
    told = json.loads(run("plan", ghent, "--json", "--set-aside"))
    assert [demand["name"] for demand in told["set_aside"]] == ["Zeynep"]
    assert (told["figures"]["musts_met"], told["figures"]["musts"]) == (8, 9)
