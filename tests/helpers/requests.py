"""Random requests to a seating planner, for hypothesis."""

from uuid import UUID

from hypothesis import strategies as st

from kiosk.domain.plan import PlanRequest, Seeker, TableOffer


def table_id(index: int) -> UUID:
    """A stable id for the table at this index."""
    return UUID(int=10_000 + index)


@st.composite
def plan_requests(draw: st.DrawFn) -> PlanRequest:
    """Anything organisers could ask: few or many people, big tables, windows, wishes, nobody."""
    rounds = draw(st.integers(1, 8))
    present = st.one_of(
        st.just(frozenset(range(1, rounds + 1))),
        st.frozensets(st.integers(1, rounds)),
    )
    seats = draw(st.lists(st.integers(1, 4), max_size=8))
    tables = tuple(
        TableOffer.steady(table_id(index), index + 1, count, draw(present), rounds)
        for index, count in enumerate(seats)
    )
    employers = st.sampled_from([table.employer_id for table in tables]) if tables else st.nothing()
    some = st.frozensets(employers, max_size=3) if tables else st.just(frozenset[UUID]())
    seekers = tuple(
        Seeker(
            UUID(int=1 + index),
            draw(present),
            dict.fromkeys(draw(some), 5),
            never=draw(some),
        )
        for index in range(draw(st.integers(0, 14)))
    )
    return PlanRequest(tables, seekers, rounds)
