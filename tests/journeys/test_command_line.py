"""The organiser's day from the command line, on what organisers really send."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from python_calamine import CalamineWorkbook

from kiosk.cli import main
from kiosk.config import DEMO, PASSPHRASE_VARIABLE
from kiosk.domain.codes import CodeForm, form_of

PEOPLE, EMPLOYERS = DEMO / "inschrijvingen.csv", DEMO / "werkgevers.xlsx"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "een lange zin")
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command that must succeed and return what it printed."""

    def command(*words: object) -> str:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        assert code == 0, printed.err
        return printed.out

    return command


@pytest.fixture
def event(tmp_path: Path, run: Callable[..., str]) -> Path:
    path = tmp_path / "gent.stoelendans"
    run("new", path, "--from", DEMO / "event.toml")
    return path


@pytest.fixture
def filled(event: Path, run: Callable[..., str]) -> Path:
    run("import", event, PEOPLE, EMPLOYERS)
    return event


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Run a command that must be refused, and return its one sentence."""
    assert main([str(word) for word in words]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


def codes_on(pdf: Path) -> list[str]:
    """Every QR text on every page, read as a phone would."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        code.text
        for page in document
        for code in zxingcpp.read_barcodes(page.render(scale=2.5).to_pil())
    ]
    document.close()
    return found


def test_the_ghent_files_give_32_candidates_15_employers_and_24_seats(
    event: Path, run: Callable[..., str]
) -> None:
    reports = json.loads(run("import", event, PEOPLE, EMPLOYERS, "--json"))
    totals = reports[-1]["totals"]
    assert (totals["candidates"], totals["employers"], totals["seats"]) == (32, 15, 24)
    assert [report["not_kept"] for report in reports] == [0, 1]


def test_messy_rows_come_out_with_row_numbers_and_suggestions(
    event: Path, run: Callable[..., str]
) -> None:
    reports = json.loads(run("import", event, PEOPLE, EMPLOYERS, "--json"))
    employers, people = (
        {issue["code"]: (issue["row"], issue["suggestion"]) for issue in report["issues"]}
        for report in reports
    )
    assert people["bad-email"] == (9, "dieter.vandenbroeck@mail.example")
    assert people["formula"][0] == 16
    assert people["unknown-employer"] == (20, "Bakkerij De Korenbloem")
    assert people["second-answer"][0] == 35
    assert employers["seats-with-text"][0] == 12


def test_nothing_is_kept_of_somebody_who_declined(
    event: Path, run: Callable[..., str], tmp_path: Path
) -> None:
    said = run("import", event, PEOPLE, EMPLOYERS, "--json")
    run("export", event, "-o", tmp_path / "csv")
    written = "".join(path.read_text("utf-8-sig") for path in (tmp_path / "csv").iterdir())
    assert "Hanne" not in said + written
    assert "Lambrecht" not in said + written


def test_an_import_says_what_it_understood_and_who_comes_along(
    filled: Path, run: Callable[..., str], tmp_path: Path
) -> None:
    more = tmp_path / "later.csv"
    more.write_text(
        "Voornaam;Ik neem deel;Moet ontmoeten;Nooit;Noden;Tolk\n"
        "Ayla;ja;Brasserie Lys;Brasserie Lys;rolstoel;Karim Haddad\n"
    )
    said = run("import", filled, more)
    assert "1 companion comes along." in said
    assert "“Brasserie Lys” is asked for and turned down by the same person." in said
    assert "What counts: keep them apart." in said
    assert "“rolstoel” is taken as: needs a step-free table." in said


def test_importing_the_same_files_again_changes_nothing(
    filled: Path, run: Callable[..., str]
) -> None:
    before = json.loads(run("verify", filled, "--json"))
    reports = json.loads(run("import", filled, EMPLOYERS, PEOPLE, "--json"))
    assert [(r["added"], r["updated"]) for r in reports] == [(0, 0), (0, 0)]
    assert json.loads(run("verify", filled, "--json")) == before


def test_a_dry_run_tells_the_same_and_writes_nothing(event: Path, run: Callable[..., str]) -> None:
    before = event.read_bytes()
    tried = json.loads(run("import", event, PEOPLE, EMPLOYERS, "--dry-run", "--json"))
    assert event.read_bytes() == before
    done = json.loads(run("import", event, PEOPLE, EMPLOYERS, "--json"))
    for report in tried + done:
        del report["dry_run"]
    assert tried == done


def test_one_unreadable_file_keeps_the_others_out_too(
    event: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, run: Callable[..., str]
) -> None:
    broken = tmp_path / "lijst.xlsx"
    broken.write_bytes(EMPLOYERS.read_bytes()[:3000])
    assert "lijst.xlsx" in refused(capsys, "import", event, PEOPLE, broken)
    assert json.loads(run("verify", event, "--json"))["journal_entries"] == 1


def test_every_badge_decodes_to_a_code_that_the_desk_welcomes_once(
    filled: Path, run: Callable[..., str], tmp_path: Path
) -> None:
    run("plan", filled)
    run("print", filled, "badges", "-o", tmp_path / "prints")
    codes = codes_on(tmp_path / "prints" / "badges.pdf")
    assert len(set(codes)) == len(codes) == 47
    assert all(form_of(code) is CodeForm.VALID for code in codes)
    verdicts = json.loads(run("scan", filled, *codes, *codes, "--json"))
    assert [verdict["verdict"] for verdict in verdicts] == ["welcome"] * 47 + ["already-here"] * 47
    assert all(verdict["first_table"] for verdict in verdicts)


def test_refused_codes_are_found_wanting(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(filled), "BCDEFGHIJKLNOPRSTUVX", "zomaar"]) == 1
    assert capsys.readouterr().out.splitlines() == ["Code not readable", "Unknown code"]


@pytest.mark.parametrize(
    "paper", ["badges", "route-cards", "table-cards", "interest-forms", "brochures"]
)
def test_every_paper_is_a_pdf(
    filled: Path, run: Callable[..., str], tmp_path: Path, paper: str
) -> None:
    run("plan", filled)
    paths = run("print", filled, paper, "-o", tmp_path / "prints").splitlines()
    for path in paths:
        document = pypdfium2.PdfDocument(path)
        assert len(document) > 0
        document.close()


def test_the_results_are_a_workbook_that_opens(
    filled: Path, run: Callable[..., str], tmp_path: Path
) -> None:
    run("plan", filled)
    run("export", filled, "-o", tmp_path / "results.xlsx")
    assert len(CalamineWorkbook.from_path(tmp_path / "results.xlsx").sheet_names) >= 5


def test_the_same_seed_rehearses_the_same_day(run: Callable[..., str]) -> None:
    first, second = run("rehearse", "--seed", 7, "--json"), run("rehearse", "--seed", 7, "--json")
    assert first == second
    report = json.loads(first)
    assert (report["candidates"], report["employers"], report["rounds"]) == (32, 15, 8)
    assert report["no_shows"] >= 1
    assert report["late"] >= 1
    assert all(report["checks"].values())


def test_a_rehearsal_of_an_event_leaves_it_untouched(filled: Path, run: Callable[..., str]) -> None:
    before = filled.read_bytes()
    run("rehearse", filled, "--seed", 3)
    assert filled.read_bytes() == before


def test_bad_input_gets_one_clear_sentence(
    filled: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    description = tmp_path / "event.toml"
    description.write_text((DEMO / "event.toml").read_text().replace("2023-03-21", '"morgen"'))
    made = tmp_path / "morgen.stoelendans"
    assert "date" in refused(capsys, "new", made, "--from", description)
    assert not made.exists()
    assert "no file" in refused(capsys, "verify", tmp_path / "weg.stoelendans")
    assert "no Stoelendans event" in refused(capsys, "verify", PEOPLE)
    assert "no plan" in refused(capsys, "print", filled, "route-cards", "-o", tmp_path)
    assert "no file" in refused(capsys, "import", filled, tmp_path / "weg.csv")
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "een andere zin")
    assert "not the passphrase" in refused(capsys, "verify", filled)
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    assert "passphrase is needed" in refused(capsys, "verify", filled)


@pytest.mark.parametrize(
    "words",
    [
        ["new"],
        ["print", "x.stoelendans", "posters", "-o", "."],
        ["plan", "x.stoelendans", "--method", "magic"],
        ["rehearse", "--speed", "0"],
    ],
)
def test_wrong_usage_ends_with_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_passphrase_may_come_from_a_file(
    filled: Path, run: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    secret = tmp_path / "zin.txt"
    secret.write_text("een lange zin\n")
    assert "whole" in run("verify", filled, "--passphrase-file", secret)
