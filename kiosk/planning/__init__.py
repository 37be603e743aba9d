"""Seating planners behind the protocol of :mod:`kiosk.domain.plan`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kiosk.domain.plan import PlanMethod, SeatingPlanner
from kiosk.planning.best import Best
from kiosk.planning.carousel import Carousel

PLANNERS: Mapping[PlanMethod, Callable[[], SeatingPlanner]] = MappingProxyType(
    {PlanMethod.BEST: Best, PlanMethod.CAROUSEL: Carousel}
)

__all__ = ["PLANNERS", "Best", "Carousel"]
