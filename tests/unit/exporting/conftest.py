"""An export made by hand: two people who met, one who did not come, and nasty names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from uuid import uuid4

import pytest

from kiosk.domain.interest import Answer, Match
from kiosk.domain.people import RouteKind, Side
from kiosk.services.export import (
    AttendanceLine,
    ConversationLine,
    ConversationState,
    DayExport,
    Figure,
    FigureCode,
    MatchLine,
)
from kiosk.services.matching import InterestCounts, MatchContact, SideCounts
from tests.helpers.days import an_event

EVENT = an_event()
MADE_AT = datetime(2023, 3, 21, 17, 30, 12, 345678, EVENT.zone)


@pytest.fixture
def day() -> DayExport:
    """A small day with something in every sheet."""
    contact = MatchContact(
        Match(uuid4(), uuid4()),
        "Samira",
        5,
        "Bakkerij De Smet & Zonen",
        1,
        RouteKind.DIRECT,
        phone="+32470123456",
        email="samira@example.org",
    )
    split = {Answer.YES: 20, Answer.MAYBE: 7, Answer.NO: 9}
    return DayExport(
        event=EVENT,
        made_at=MADE_AT,
        attendance=(
            AttendanceLine(
                5, "Samira", Side.CANDIDATE, "", datetime(2023, 3, 21, 13, 35, 9, 5, EVENT.zone)
            ),
            AttendanceLine(6, "Bram", Side.CANDIDATE, "", None),
            AttendanceLine(41, "Lotte", Side.EMPLOYER, "Bakkerij De Smet & Zonen", None),
        ),
        cancelled=2,
        conversations=(
            ConversationLine(
                1,
                time(14, 20),
                1,
                "Bakkerij De Smet & Zonen",
                5,
                "Samira",
                ConversationState.HELD,
            ),
        ),
        interest=InterestCounts(SideCounts(36, 40, split), SideCounts(11, 40, None), 1),
        matches=(MatchLine(contact, ("Lotte", "Mo")),),
        figures=(Figure(FigureCode.CANDIDATES_HERE, 1, 2), Figure(FigureCode.MATCHES, 1, 40)),
    )


@pytest.fixture
def named(day: DayExport) -> Callable[[str], DayExport]:
    """The same day, with somebody of another name."""

    def rename(name: str) -> DayExport:
        first, *others = day.attendance
        return replace(day, attendance=(replace(first, name=name), *others))

    return rename
