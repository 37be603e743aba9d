"""What each paper may show, gathered in one place and nowhere else.

A badge shows the same things for everybody: nothing on it tells a candidate from an employer. A
one-sided yes never leaves this module: brochures carry a match only when both sides said yes and
the candidate agreed to share contact details, and then only by the route that candidate chose.
"""

from kiosk.services.paperwork.gather import (
    badges,
    brochures,
    interest_forms,
    reading_language,
    route_cards,
    table_cards,
)
from kiosk.services.paperwork.values import (
    BadgeBatch,
    BadgeData,
    Batch,
    BrochureBatch,
    BrochureData,
    FormBatch,
    FormLine,
    MatchBox,
    PaperForm,
    Personal,
    RouteBatch,
    RouteCard,
    Stop,
    TableBatch,
    TableCard,
)

__all__ = [
    "BadgeBatch",
    "BadgeData",
    "Batch",
    "BrochureBatch",
    "BrochureData",
    "FormBatch",
    "FormLine",
    "MatchBox",
    "PaperForm",
    "Personal",
    "RouteBatch",
    "RouteCard",
    "Stop",
    "TableBatch",
    "TableCard",
    "badges",
    "brochures",
    "interest_forms",
    "reading_language",
    "route_cards",
    "table_cards",
]
