"""A proposal to win time back keeps its promise and takes no more than is needed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.programme import (
    Phase,
    PhaseKind,
    PhaseLine,
    forecast,
    lay_out,
    pace_of,
    recovered,
    recovery_of,
    rounds_of,
    taking_place,
)
from kiosk.domain.programme.recovery import LEAST_BREAK, LEAST_CHANGEOVER, MINUTE, WORTH_A_QUESTION
from tests.helpers.days import an_event
from tests.helpers.truth_programme import assert_can_be_hosted

EVENT = an_event()


def programme(rounds: int, minutes: int, changeover: int, pause: int) -> tuple[Phase, ...]:
    half = PhaseLine(PhaseKind.ROUND, minutes, count=rounds, changeover_minutes=changeover)
    return lay_out(
        (
            PhaseLine(PhaseKind.WELCOME, 30),
            half,
            PhaseLine(PhaseKind.BREAK, pause),
            half,
            PhaseLine(PhaseKind.INTEREST, 15),
            PhaseLine(PhaseKind.CELEBRATION, 30),
        )
    )


days = st.builds(
    programme, st.integers(1, 4), st.integers(5, 12), st.integers(1, 4), st.integers(5, 40)
)


@given(phases=days, share=st.floats(0, 1), late=st.integers(0, 60 * 60))
def test_a_proposal_keeps_its_promise(phases: tuple[Phase, ...], share: float, late: int) -> None:
    position = round(share * (len(phases) - 1))
    running = phases[position]
    began = EVENT.moment(running.starts) + timedelta(seconds=late)
    phases = with_start(phases, position, began)
    remaining = float(running.seconds)
    pace = pace_of(EVENT, phases, position, remaining, began)
    assert pace is not None
    assert pace.over == late
    proposal = recovery_of(EVENT, phases, position, remaining, began)
    if late < WORTH_A_QUESTION:
        assert proposal is None
    assume(proposal is not None)
    assert proposal is not None
    after = recovered(phases, proposal, position)
    assert_can_be_hosted(after, position)
    assert after[: position + 1] == phases[: position + 1]
    ends = [forecast(EVENT, each, position, remaining, began)[-1].ends for each in (phases, after)]
    assert (ends[0] - ends[1]).total_seconds() == proposal.seconds >= MINUTE
    assert_nothing_is_cut_away(phases, after, position)
    if not proposal.drops_round:
        assert proposal.seconds < late + MINUTE


def with_start(phases: tuple[Phase, ...], position: int, began: object) -> tuple[Phase, ...]:
    return tuple(
        replace(phase, started_at=began) if phase.position == position else phase
        for phase in phases
    )


def assert_nothing_is_cut_away(
    before: Sequence[Phase], after: Sequence[Phase], position: int
) -> None:
    """Breaks and changeovers stay long enough, rounds as long as they were, and all but one."""
    assert len(rounds_of(before)) - len(rounds_of(after)) in (0, 1)
    agreed = {phase.position: phase.seconds for phase in before}
    for phase in taking_place(after):
        if phase.position <= position:
            continue
        least = {PhaseKind.BREAK: LEAST_BREAK, PhaseKind.CHANGEOVER: LEAST_CHANGEOVER}
        was = agreed[phase.position]
        assert min(was, least.get(phase.kind, was)) <= phase.seconds <= was
