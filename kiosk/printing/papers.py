"""The papers by name: what a command or a screen asks for, and the files that come out.

File names are made of the paper's name, badge numbers and language codes, never of what people
typed.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias
from uuid import UUID

from kiosk.domain.clock import Clock
from kiosk.domain.people import Side, badge_label
from kiosk.i18n import speaking
from kiosk.printing import content
from kiosk.printing.badges import badge_sheets
from kiosk.printing.brochures import brochure
from kiosk.printing.documents import Sheet
from kiosk.printing.fonts import clean, unprintable
from kiosk.printing.interest_forms import interest_form_sheets
from kiosk.printing.route_cards import route_card_sheets
from kiosk.printing.table_cards import table_card_sheets
from kiosk.services import paperwork
from kiosk.services.paperwork import BrochureData
from kiosk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What may be chosen. ``only`` are attendees; None is everybody."""

    sheet: Sheet = Sheet.A4
    only: Collection[UUID] | None = None
    audiences: tuple[Side, ...] = (Side.CANDIDATE, Side.EMPLOYER)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One PDF. ``count`` is how many cards or brochures it holds.

    ``unwritable`` are the badge numbers of people whose name no font on this machine can write;
    their paper shows the number instead.
    """

    name: str
    content: bytes = field(repr=False)
    count: int
    unwritable: tuple[int, ...] = ()


class Named(Protocol):
    """Anything with a badge number and a name."""

    @property
    def badge_number(self) -> int: ...
    @property
    def name(self) -> str: ...


Maker: TypeAlias = Callable[[UnitOfWork, Clock, str, PaperOptions], list[PaperFile]]


def make_paper(
    kind: str,
    unit: UnitOfWork,
    clock: Clock,
    language: str,
    options: PaperOptions = PaperOptions(),
) -> list[PaperFile]:
    """Make one kind of paper (a key of :data:`PAPERS`) in a language.

    Brochures follow their reader's language rather than ``language``.

    Raises:
        Refusal: NO_PLAN for papers that need one, CONTENT for a mistake in the brochure texts.
    """
    with speaking(language):
        return PAPERS[kind](unit, clock, language, options)


def _badges(
    unit: UnitOfWork, clock: Clock, language: str, options: PaperOptions
) -> list[PaperFile]:
    batch = paperwork.badges(unit, clock, options.only)
    made = badge_sheets(batch, language, options.sheet)
    return [PaperFile("badges.pdf", made, len(batch.cards), _unwritable(batch.cards))]


def _route_cards(
    unit: UnitOfWork, clock: Clock, language: str, options: PaperOptions
) -> list[PaperFile]:
    batch = paperwork.route_cards(unit, clock, options.only)
    made = route_card_sheets(batch, language, options.sheet)
    return [PaperFile("route-cards.pdf", made, len(batch.cards), _unwritable(batch.cards))]


def _table_cards(
    unit: UnitOfWork, clock: Clock, language: str, _options: PaperOptions
) -> list[PaperFile]:
    batch = paperwork.table_cards(unit, clock)
    return [PaperFile("table-cards.pdf", table_card_sheets(batch, language), len(batch.cards))]


def _interest_forms(
    unit: UnitOfWork, clock: Clock, language: str, options: PaperOptions
) -> list[PaperFile]:
    batch = paperwork.interest_forms(unit, clock, options.only)
    made = interest_form_sheets(batch, language)
    return [PaperFile("interest-forms.pdf", made, len(batch.cards), _unwritable(batch.cards))]


def _brochures(
    unit: UnitOfWork, clock: Clock, _language: str, options: PaperOptions
) -> list[PaperFile]:
    languages = content.written_in()
    batch = paperwork.brochures(unit, clock, languages, options.audiences, options.only)
    return [
        PaperFile(
            _brochure_name(data),
            brochure(batch.event, data),
            1,
            _unwritable([data.personal] if data.personal else []),
        )
        for data in batch.cards
    ]


def _brochure_name(data: BrochureData) -> str:
    """By badge number only: a list of files must not tell who sits on which side."""
    if data.personal is not None:
        return f"brochure-{badge_label(data.personal.badge_number)}-{data.language}.pdf"
    return f"brochure-{content.FILES[data.audience]}-{data.language}.pdf"


def _unwritable(cards: Collection[Named]) -> tuple[int, ...]:
    """Badges whose name lacks letters, or is nothing but emoji."""
    return tuple(
        card.badge_number
        for card in cards
        if card.name and (unprintable(card.name) or not clean(card.name))
    )


PAPERS: dict[str, Maker] = {
    "badges": _badges,
    "route-cards": _route_cards,
    "table-cards": _table_cards,
    "interest-forms": _interest_forms,
    "brochures": _brochures,
}
