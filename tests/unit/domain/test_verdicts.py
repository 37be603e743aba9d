"""The desk's judgement: what a volunteer is told, in every combination of facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.people import CheckIn, Standing
from kiosk.domain.verdicts import TONE, DeskHours, DeskRecord, Tone, Verdict, VerdictCode, judge
from tests.helpers.days import a_candidate

NOW = datetime(2023, 3, 21, 13, 40, tzinfo=UTC)
HERE = CheckIn(NOW, "desk 1", "Lotte")
GONE = replace(HERE, left_at=NOW)
MINUTE = timedelta(minutes=1)
LATER = DeskHours(opens=NOW + MINUTE)
OVER = DeskHours(closes=NOW)
OPEN = DeskHours(opens=NOW, closes=NOW + MINUTE)
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
        (replace(EXPECTED, check_in=GONE), VerdictCode.WELCOME_BACK),
        (replace(EXPECTED, check_in=GONE, may_take_part=False), VerdictCode.CONSENT_MISSING),
        (replace(EXPECTED, check_in=GONE, badge_replaced=True), VerdictCode.REPLACED_BADGE),
        (replace(EXPECTED, hours=LATER), VerdictCode.TOO_EARLY),
        (replace(EXPECTED, hours=OVER), VerdictCode.EVENT_CLOSED),
        (replace(EXPECTED, hours=OPEN), VerdictCode.WELCOME),
        (replace(CANCELLED, hours=LATER), VerdictCode.TOO_EARLY),
        (replace(EXPECTED, check_in=HERE, hours=OVER), VerdictCode.ALREADY_HERE),
        (replace(EXPECTED, check_in=GONE, hours=OVER), VerdictCode.EVENT_CLOSED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_situation_has_one_answer(record: DeskRecord, code: VerdictCode) -> None:
    assert judge(record, NOW) is code


def test_every_code_has_a_tone_and_attention_is_no_fault() -> None:
    assert set(TONE) == set(VerdictCode)
    assert Verdict(VerdictCode.ALREADY_HERE, NOW).tone is Tone.ATTENTION


def test_a_verdict_about_no_one_names_no_one() -> None:
    assert Verdict(VerdictCode.UNKNOWN_CODE, NOW).attendee_id is None
    verdict = Verdict(VerdictCode.WELCOME, NOW, EXPECTED)
    assert verdict.attendee_id == EXPECTED.attendee.id
