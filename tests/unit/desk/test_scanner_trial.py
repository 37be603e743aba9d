"""A scanner is tried out on a code that belongs to nobody."""

import pytest

from kiosk.domain.codes import check_letters, is_valid
from kiosk.ui.desk.scanner.presenter import TEST_CODE, ScannerPresenter, ScannerScreen, Trial


def damaged() -> str:
    return TEST_CODE[:4] + TEST_CODE[5:]


OTHER_CODE = "B" * 18 + check_letters("B" * 18)


@pytest.mark.parametrize(
    ("sent", "trial"),
    [
        (TEST_CODE, Trial.RIGHT),
        (TEST_CODE.lower(), Trial.RIGHT),
        (f"]Q1{TEST_CODE}", Trial.RIGHT),
        (TEST_CODE * 2, Trial.RIGHT),
        (OTHER_CODE, Trial.OTHER_CODE),
        (damaged(), Trial.DAMAGED),
        (TEST_CODE[:-1] + "Q", Trial.DAMAGED),
        ("#" * 20, Trial.GARBLED),
        ("&\u00e9\"'(\u00a7\u00e8!\u00e7\u00e0", Trial.GARBLED),
        ("5410188031072", Trial.GARBLED),
        ("", Trial.GARBLED),
    ],
)
def test_a_trial_says_how_the_scanner_did(sent: str, trial: Trial) -> None:
    presenter = ScannerPresenter()
    presenter.take(sent)
    assert presenter.screen == ScannerScreen(trial, 1)


def test_the_code_on_the_screen_is_whole_and_holds_nearly_every_letter() -> None:
    assert is_valid(TEST_CODE)
    assert len(set(TEST_CODE)) >= 18


def test_what_was_heard_is_counted_from_the_opening_on() -> None:
    presenter, shown = ScannerPresenter(), list[ScannerScreen]()
    presenter.show = shown.append
    presenter.take(TEST_CODE)
    presenter.take("#" * 20)
    presenter.open()
    assert shown == [
        ScannerScreen(Trial.RIGHT, 1),
        ScannerScreen(Trial.GARBLED, 2),
        ScannerScreen(),
    ]
