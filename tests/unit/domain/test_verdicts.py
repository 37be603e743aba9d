"""The desk's judgement: what a volunteer is told, in every combination of facts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.people import CheckIn, Standing
from kiosk.domain.verdicts import TONE, DeskRecord, Tone, Verdict, VerdictCode, judge
from tests.helpers.days import a_candidate

NOW = datetime(2023, 3, 21, 13, 40, tzinfo=UTC)
HERE = CheckIn(NOW, "desk 1", "Lotte")
EXPECTED = DeskRecord(a_candidate(17), may_take_part=True)
CANCELLED = replace(EXPECTED, attendee=a_candidate(18, standing=Standing.CANCELLED))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (EXPECTED, VerdictCode.WELCOME),
        (replace(EXPECTED, check_in=HERE), VerdictCode.ALREADY_HERE),
        (CANCELLED, VerdictCode.NOT_COMING),
        (replace(EXPECTED, may_take_part=False), VerdictCode.CONSENT_MISSING),
        (replace(EXPECTED, badge_replaced=True), VerdictCode.REPLACED_BADGE),
        (replace(EXPECTED, badge_replaced=True, check_in=HERE), VerdictCode.REPLACED_BADGE),
        (replace(CANCELLED, check_in=HERE), VerdictCode.ALREADY_HERE),
        (replace(EXPECTED, may_take_part=False, check_in=HERE), VerdictCode.ALREADY_HERE),
        (replace(CANCELLED, may_take_part=False), VerdictCode.NOT_COMING),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_situation_has_one_answer(record: DeskRecord, code: VerdictCode) -> None:
    assert judge(record) is code


def test_every_code_has_a_tone_and_attention_is_no_fault() -> None:
    assert set(TONE) == set(VerdictCode)
    assert Verdict(VerdictCode.ALREADY_HERE, NOW).tone is Tone.ATTENTION


def test_a_verdict_about_no_one_names_no_one() -> None:
    assert Verdict(VerdictCode.UNKNOWN_CODE, NOW).attendee_id is None
    verdict = Verdict(VerdictCode.WELCOME, NOW, EXPECTED)
    assert verdict.attendee_id == EXPECTED.attendee.id
