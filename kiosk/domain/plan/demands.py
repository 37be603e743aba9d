"""Demands that somebody made by name, and the smallest set of them that can't all be met."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kiosk.domain.plan.points import STRONGEST
from kiosk.domain.plan.values import PlanRequest, Seeker


class DemandKind(StrEnum):
    """What was asked for."""

    MUST = "must"
    NEVER = "never"
    LOCK = "lock"


@dataclass(frozen=True, slots=True, order=True)
class Demand:
    """One demand about one pair; ``round_number`` is set for a lock, else 0."""

    kind: DemandKind
    candidate_id: UUID
    employer_id: UUID
    round_number: int = 0

    @property
    def pair(self) -> tuple[UUID, UUID]:
        """Whom it is about: candidate and employer."""
        return self.candidate_id, self.employer_id

    @property
    def can_be_set_aside(self) -> bool:
        """A never protects somebody: it stands, and what clashes with it yields."""
        return self.kind is not DemandKind.NEVER


class ClashReason(StrEnum):
    """What stands between the demands of a clash."""

    NEVER = "never"
    NOT_STEP_FREE = "not-step-free"
    MET_BEFORE = "met-before"
    NO_COMMON_ROUND = "no-common-round"
    TOO_MANY_FOR_PERSON = "too-many-for-person"
    TOO_MANY_FOR_TABLE = "too-many-for-table"
    TOO_MANY_FOR_HELPER = "too-many-for-helper"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Clash:
    """Demands that can't all be met, though any of them left out would do; and why."""

    demands: tuple[Demand, ...]
    why: ClashReason


def demands_of(request: PlanRequest) -> tuple[Demand, ...]:
    """Every must and lock of a request that is still to come; a lock meets its pair's must."""
    done = {(held.candidate_id, held.employer_id) for held in (*request.held, *request.locked)}
    musts = [
        Demand(DemandKind.MUST, seeker.candidate_id, employer_id)
        for seeker in request.seekers
        for employer_id in sorted(seeker.musts)
        if (seeker.candidate_id, employer_id) not in done
    ]
    locks = [
        Demand(DemandKind.LOCK, lock.candidate_id, lock.employer_id, lock.round_number)
        for lock in request.locked
        if lock.round_number >= request.first_round
    ]
    return (*musts, *locks)


def without(request: PlanRequest, set_aside: Collection[Demand]) -> PlanRequest:
    """The request as if these demands had not been made; who must be met stays a strong wish."""
    musts = {(d.candidate_id, d.employer_id) for d in set_aside if d.kind is DemandKind.MUST}
    locks = {(d.candidate_id, d.round_number) for d in set_aside if d.kind is DemandKind.LOCK}
    return replace(
        request,
        seekers=tuple(_without_musts(seeker, musts) for seeker in request.seekers),
        locked=tuple(k for k in request.locked if (k.candidate_id, k.round_number) not in locks),
    )


def _without_musts(seeker: Seeker, musts: Collection[tuple[UUID, UUID]]) -> Seeker:
    gone = {must for must in seeker.musts if (seeker.candidate_id, must) in musts}
    if not gone:
        return seeker
    liking = dict(seeker.liking) | dict.fromkeys(sorted(gone), STRONGEST)
    return replace(seeker, musts=seeker.musts - gone, liking=liking)
