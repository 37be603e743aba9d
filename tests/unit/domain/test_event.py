"""An event's clock is the one on the venue's wall."""

from datetime import UTC, datetime, time

from kiosk.domain.errors import Refusal, RefusalCode
from tests.helpers.days import an_event


def test_local_times_become_moments_and_back() -> None:
    event = an_event()
    moment = event.moment(time(14, 20))
    assert moment == datetime(2023, 3, 21, 13, 20, tzinfo=UTC)
    assert event.local(moment).time() == time(14, 20)


def test_a_refusal_carries_its_code_and_facts() -> None:
    refusal = Refusal(RefusalCode.NEWER_SCHEMA, found=3)
    assert refusal.code is RefusalCode.NEWER_SCHEMA
    assert refusal.facts == {"found": 3}
    assert str(Refusal(RefusalCode.NO_PLAN)) == "no-plan"
