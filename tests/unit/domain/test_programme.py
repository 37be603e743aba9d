"""The programme: lines of the organisers become phases with planned times."""

from datetime import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.programme import PhaseKind, PhaseLine, lay_out, rounds_of
from tests.helpers.days import LINES

lines = st.lists(
    st.builds(
        PhaseLine,
        st.sampled_from([PhaseKind.ROUND, PhaseKind.BREAK, PhaseKind.INFO]),
        st.integers(1, 20),
        count=st.integers(1, 5),
        changeover_minutes=st.integers(0, 3),
    ),
    max_size=6,
)


def test_a_line_of_rounds_becomes_rounds_with_changeovers_between() -> None:
    phases = lay_out([PhaseLine(PhaseKind.ROUND, 7, count=3, changeover_minutes=1)], time(14, 20))
    assert [(phase.kind, phase.starts, phase.round_number) for phase in phases] == [
        (PhaseKind.ROUND, time(14, 20), 1),
        (PhaseKind.CHANGEOVER, time(14, 27), 2),
        (PhaseKind.ROUND, time(14, 28), 2),
        (PhaseKind.CHANGEOVER, time(14, 35), 3),
        (PhaseKind.ROUND, time(14, 36), 3),
    ]


def test_without_changeover_time_rounds_follow_each_other() -> None:
    phases = lay_out([PhaseLine(PhaseKind.ROUND, 7, count=2)])
    assert [phase.kind for phase in phases] == [PhaseKind.ROUND, PhaseKind.ROUND]


def test_rounds_are_numbered_through_the_day() -> None:
    assert [phase.round_number for phase in rounds_of(lay_out(LINES))] == [1, 2, 3, 4]


def test_a_fixed_start_is_kept_and_the_rest_follows() -> None:
    phases = lay_out(
        [
            PhaseLine(PhaseKind.WELCOME, 30),
            PhaseLine(PhaseKind.INFO, 20, starts=time(14, 0)),
            PhaseLine(PhaseKind.BREAK, 15),
        ],
        time(13, 15),
    )
    assert [phase.starts for phase in phases] == [time(13, 15), time(14, 0), time(14, 20)]


def test_a_day_may_run_past_midnight() -> None:
    (phase,) = lay_out([PhaseLine(PhaseKind.BREAK, 30)], time(23, 45))
    assert phase.ends == time(0, 15)


@given(lines)
def test_phases_follow_each_other_without_a_gap(programme: list[PhaseLine]) -> None:
    phases = lay_out(programme, time(8, 0))
    assert [phase.position for phase in phases] == list(range(len(phases)))
    assert all(b.starts == a.ends for a, b in pairwise(phases))
    rounds = sum(line.count for line in programme if line.kind is PhaseKind.ROUND)
    assert [phase.round_number for phase in rounds_of(phases)] == list(range(1, rounds + 1))
