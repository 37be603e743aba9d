"""Whatever is done to a programme, it stays one that can be hosted."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Refusal
from kiosk.domain.programme import (
    Describe,
    Insert,
    InsertRounds,
    Move,
    Phase,
    PhaseKind,
    PhaseLine,
    PhaseSound,
    ProgrammeEdit,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    StartAt,
    TakeUp,
    edited,
    lay_out,
    rounds_of,
    taking_place,
    with_round_added,
    without_last_round,
)
from tests.helpers.truth_programme import assert_can_be_hosted

PLACES = st.integers(-2, 22)
SECONDS = st.integers(10, 3600)
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None))
NOT_ROUNDS = (PhaseKind.BREAK, PhaseKind.INFO, PhaseKind.INTEREST)

lines = st.lists(
    st.one_of(
        st.builds(
            PhaseLine,
            st.just(PhaseKind.ROUND),
            st.integers(1, 20),
            count=st.integers(1, 4),
            changeover_minutes=st.sampled_from([1, 2, 3]),
        ),
        st.builds(
            PhaseLine,
            st.sampled_from(NOT_ROUNDS),
            st.integers(1, 60),
            starts=st.none() | TIMES,
        ),
    ),
    min_size=1,
    max_size=5,
).filter(lambda drawn: any(line.kind is PhaseKind.ROUND for line in drawn))


def is_usual(drawn: Sequence[PhaseLine]) -> bool:
    """One line for rounds that follow each other, so that changeovers stand between them all."""
    return all(
        PhaseKind.ROUND not in (one.kind, other.kind) or one.kind is not other.kind
        for one, other in pairwise(drawn)
    )


usual_lines = lines.filter(is_usual)

edits: st.SearchStrategy[ProgrammeEdit] = st.one_of(
    st.builds(Resize, PLACES, SECONDS),
    st.builds(ResizeAll, st.sampled_from([PhaseKind.ROUND, PhaseKind.CHANGEOVER]), SECONDS),
    st.builds(Skip, PLACES),
    st.builds(TakeUp, PLACES),
    st.builds(Move, PLACES, st.sampled_from([-1, 1])),
    st.builds(Insert, PLACES, st.sampled_from(list(PhaseKind)), SECONDS),
    st.builds(InsertRounds, PLACES, st.integers(0, 3), SECONDS, st.sampled_from([0, 60, 120])),
    st.builds(Remove, PLACES),
    st.builds(StartAt, PLACES, st.none()),
    st.builds(Describe, PLACES, st.text(max_size=5), st.sampled_from(PhaseSound), st.text()),
)


def programme(drawn: Sequence[PhaseLine]) -> tuple[Phase, ...]:
    return lay_out(drawn, time(13, 0))


def after(phases: tuple[Phase, ...], edit: ProgrammeEdit, begun: int) -> tuple[Phase, ...]:
    """The programme after an edit; a refusal changes nothing."""
    try:
        return edited(phases, edit, begun)
    except Refusal:
        return phases


@given(drawn=lines, changes=st.lists(edits, max_size=12))
def test_before_the_day_every_programme_that_edits_lead_to_can_be_hosted(
    drawn: list[PhaseLine], changes: list[ProgrammeEdit]
) -> None:
    phases = programme(drawn)
    for change in changes:
        phases = after(phases, change, -1)
        assert_can_be_hosted(phases)
        assert taking_place(phases)[-1].kind is not PhaseKind.CHANGEOVER


@given(drawn=lines, changes=st.lists(edits, max_size=12))
def test_before_the_day_planned_times_follow_each_other(
    drawn: list[PhaseLine], changes: list[ProgrammeEdit]
) -> None:
    phases = programme(drawn)
    for change in changes:
        phases = after(phases, change, -1)
        for earlier, phase in pairwise(phases):
            assert phase.fixed or phase.starts == earlier.ends
        assert all(phase.agreed_seconds == phase.seconds for phase in taking_place(phases))


@given(drawn=lines, changes=st.lists(edits, max_size=12), share=st.floats(0, 1))
def test_on_the_day_what_has_begun_is_not_touched_and_the_rest_can_be_hosted(
    drawn: list[PhaseLine], changes: list[ProgrammeEdit], share: float
) -> None:
    phases = programme(drawn)
    begun = round(share * (len(phases) - 1))
    past = phases[: begun + 1]
    for change in changes:
        phases = after(phases, change, begun)
        assert phases[: begun + 1] == past
        assert_can_be_hosted(phases, begun)


@given(drawn=lines, changes=st.lists(edits, max_size=12), share=st.floats(0, 1))
def test_on_the_day_what_was_agreed_stays_agreed(
    drawn: list[PhaseLine], changes: list[ProgrammeEdit], share: float
) -> None:
    """Or nobody could say how far behind the day is; another order is a new agreement."""
    phases = programme(drawn)
    begun = round(share * (len(phases) - 1))
    agreed = agreed_on(phases)
    for change in changes:
        phases = after(phases, change, begun)
        if isinstance(change, Move):
            assert lengths_of(agreed_on(phases)) == lengths_of(agreed)
            agreed = agreed_on(phases)
        assert agreed_on(phases) == agreed


def agreed_on(phases: Sequence[Phase]) -> list[tuple[PhaseKind, time, int]]:
    """What was agreed, whatever the order by now; changeovers come and go with their rounds."""
    return sorted(
        (phase.kind, phase.starts, phase.agreed_seconds)
        for phase in phases
        if phase.agreed_seconds and phase.kind is not PhaseKind.CHANGEOVER
    )


def lengths_of(agreed: list[tuple[PhaseKind, time, int]]) -> list[tuple[PhaseKind, int]]:
    return sorted((kind, seconds) for kind, _starts, seconds in agreed)


@given(drawn=usual_lines, position=st.integers(0, 22), share=st.floats(0, 1))
def test_a_phase_that_is_skipped_and_taken_up_again_leaves_the_programme_as_it_was(
    drawn: list[PhaseLine], position: int, share: float
) -> None:
    phases = programme(drawn)
    begun = round(share * len(phases)) - 1
    skipped = after(phases, Skip(position), begun)
    if skipped is phases:
        return
    assert edited(skipped, TakeUp(position), begun) == phases


@given(drawn=usual_lines)
def test_the_last_round_can_be_dropped_and_comes_back(drawn: list[PhaseLine]) -> None:
    phases = programme(drawn)
    count = len(rounds_of(phases))
    if count == 1:
        with pytest.raises(Refusal):
            without_last_round(phases)
        return
    fewer = without_last_round(phases)
    assert len(rounds_of(fewer)) == count - 1
    assert_can_be_hosted(fewer)
    assert with_round_added(fewer) == phases


@given(drawn=usual_lines)
def test_a_round_more_has_a_changeover_like_the_others(drawn: list[PhaseLine]) -> None:
    phases = programme(drawn)
    more = with_round_added(phases)
    assert len(rounds_of(more)) == len(rounds_of(phases)) + 1
    assert_can_be_hosted(more)
    assert rounds_of(more)[-1].seconds == rounds_of(phases)[-1].seconds
