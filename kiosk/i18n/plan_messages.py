"""Words for the seating plan: demands that clash, rules, unmet wishes, methods and steps."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from kiosk.domain.people import WishKind, badge_label
from kiosk.domain.plan import (
    ClashReason,
    DemandKind,
    PlanMethod,
    PlanOrigin,
    PlanState,
    PlanStep,
    RuleCode,
    UnmetReason,
)
from kiosk.i18n import N_, _, ngettext


class DemandByName(Protocol):
    """A demand as an organiser knows it; use cases answer with such."""

    @property
    def kind(self) -> DemandKind: ...
    @property
    def badge_number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def employer(self) -> str: ...
    @property
    def round_number(self) -> int: ...


_DEMANDS = {
    DemandKind.MUST: N_("{badge} {name} must meet {employer}"),
    DemandKind.NEVER: N_("{badge} {name} must not meet {employer}"),
    DemandKind.LOCK: N_("{badge} {name} stays with {employer} in round {number}"),
}

_CLASHES = {
    ClashReason.NOT_STEP_FREE: N_("That table can't be reached without a step."),
    ClashReason.MET_BEFORE: N_("They have met before."),
    ClashReason.NO_COMMON_ROUND: N_("They are never there in the same round."),
    ClashReason.TOO_MANY_FOR_PERSON: N_("That is more than there are rounds for one person."),
    ClashReason.TOO_MANY_FOR_TABLE: N_("That is more than the table has places for."),
    ClashReason.TOO_MANY_FOR_HELPER: N_("Whoever helps them can't be with all of them."),
    ClashReason.TOGETHER: N_("Any of them could be kept, but not all together."),
}
"""What the demands themselves do not say; where a never is among them they say all."""

_RULES = {
    RuleCode.ROUND_OVER: N_("that round has begun"),
    RuleCode.LOCKED: N_("that place is locked"),
    RuleCode.NEVER: N_("these two must not meet"),
    RuleCode.MET: N_("they meet in another round, or met before"),
    RuleCode.NOT_STEP_FREE: N_("that table can't be reached without a step"),
    RuleCode.PERSON_AWAY: N_("that person is not there in that round"),
    RuleCode.TABLE_CLOSED: N_("that table is closed in that round"),
    RuleCode.TABLE_FULL: N_("that table has no place left in that round"),
    RuleCode.PERSON_BUSY: N_("that person has another conversation in that round"),
    RuleCode.HELPER_BUSY: N_("whoever helps that person is with somebody else in that round"),
}

_RULES_BY_NAME = {
    RuleCode.ROUND_OVER: N_("round {number} has begun"),
    RuleCode.LOCKED: N_("{name} is locked in round {number}"),
    RuleCode.NEVER: N_("{name} must not meet {employer}"),
    RuleCode.MET: N_("{name} meets {employer} in another round, or did before"),
    RuleCode.NOT_STEP_FREE: N_("{name} can't reach the table of {employer} without a step"),
    RuleCode.PERSON_AWAY: N_("{name} is not there in round {number}"),
    RuleCode.TABLE_CLOSED: N_("{employer} is closed in round {number}"),
    RuleCode.TABLE_FULL: N_("{employer} has no place left in round {number}"),
    RuleCode.PERSON_BUSY: N_("{name} has another conversation in round {number}"),
    RuleCode.HELPER_BUSY: N_("whoever helps {name} is with somebody else in round {number}"),
}

_UNMET = {
    UnmetReason.NEVER: N_("these two must not meet"),
    UnmetReason.NOT_STEP_FREE: N_("that table can't be reached without a step"),
    UnmetReason.NO_COMMON_ROUND: N_("never there in the same round"),
    UnmetReason.OWN_ROUNDS_FULL: N_("all their own rounds are taken"),
    UnmetReason.TABLE_TAKEN: N_("table taken in every round that is free"),
    UnmetReason.HELPER_BUSY: N_("whoever helps is with somebody else"),
    UnmetReason.LOCKED: N_("a locked conversation stands in the way"),
    UnmetReason.STILL_POSSIBLE: N_("still possible: a place is free"),
}

_METHODS = {PlanMethod.BEST: N_("Best match"), PlanMethod.CAROUSEL: N_("Carousel")}
_STATES = {PlanState.DRAFT: N_("draft"), PlanState.PUBLISHED: N_("published")}
_ORIGINS = {
    PlanOrigin.MADE: N_("made"),
    PlanOrigin.BY_HAND: N_("by hand"),
    PlanOrigin.REPAIRED: N_("repaired"),
    PlanOrigin.POLISHED: N_("polished"),
    PlanOrigin.RESTORED: N_("restored"),
}
_STEPS = {
    PlanStep.PAIRS: N_("Choosing who meets whom …"),
    PlanStep.ROUNDS: N_("Dividing conversations over the rounds …"),
    PlanStep.GAPS: N_("Filling gaps …"),
    PlanStep.COMFORT: N_("Shortening waits and walks …"),
}
_WISHES = {
    WishKind.MUST: N_("must meet"),
    WishKind.RATHER_NOT: N_("rather not"),
    WishKind.NEVER: N_("never"),
    WishKind.MET: N_("met before"),
    WishKind.WISH: N_("wished"),
}


def demand_text(demand: DemandByName) -> str:
    """One demand by badge number, public name and employer, without a full stop."""
    return _together([demand])


def demand_texts(demands: Iterable[DemandByName]) -> list[str]:
    """Several demands; those of one person that are alike are one, with all employers."""
    alike: dict[tuple[DemandKind, int, int], list[DemandByName]] = {}
    for demand in demands:
        key = (demand.kind, demand.badge_number, demand.round_number)
        alike.setdefault(key, []).append(demand)
    return [_together(each) for each in alike.values()]


def clash_text(demands: Iterable[DemandByName], why: ClashReason) -> str:
    """Which demands can't all be kept, by name, and why where they do not say so themselves."""
    known = list(demands)
    sentence = ngettext(
        "This can't be kept: {demands}.", "These can't all be kept: {demands}.", len(known)
    ).format(demands="; ".join(demand_texts(known)))
    return f"{sentence} {_(_CLASHES[why])}" if why in _CLASHES else sentence


def rule_text(rule: RuleCode) -> str:
    """What stands in the way, as a part of a sentence that names nobody."""
    return _(_RULES[rule])


def rule_about(rule: RuleCode, *, name: str, employer: str, round_number: int) -> str:
    """The same about a person, an employer and a round."""
    return _(_RULES_BY_NAME[rule]).format(name=name, employer=employer, number=round_number)


def unmet_text(why: UnmetReason) -> str:
    """Why a wish was not met, as a part of a sentence."""
    return _(_UNMET[why])


def method_name(method: PlanMethod) -> str:
    """A way of making a plan, as on its button."""
    return _(_METHODS[method])


def state_name(state: PlanState) -> str:
    """Whether a version is a draft or was published."""
    return _(_STATES[state])


def origin_name(origin: PlanOrigin) -> str:
    """How a version came to be, in a word."""
    return _(_ORIGINS[origin])


def step_text(step: PlanStep) -> str:
    """How far the making of a plan has come."""
    return _(_STEPS[step])


def wish_name(kind: WishKind) -> str:
    """What is asked about a pair, in a word or two."""
    return _(_WISHES[kind])


def _together(alike: Sequence[DemandByName]) -> str:
    first = alike[0]
    return _(_DEMANDS[first.kind]).format(
        badge=badge_label(first.badge_number),
        name=first.name,
        employer=", ".join(demand.employer for demand in alike),
        number=first.round_number,
    )
