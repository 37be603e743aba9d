"""What the interest station shows at one moment, in the visitor's language."""

from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.interest import Answer


@dataclass(frozen=True, slots=True)
class Message:
    """A calm line on the idle page; ``tone`` is a card's look."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class IdleFace:
    """Nobody's turn: what to do, and who will see what."""

    heading: str
    title: str
    promise: str
    field: str
    open_text: str
    staff_text: str
    message: Message | None


@dataclass(frozen=True, slots=True)
class CardFace:
    """One conversation with the holder's own answer, and nothing of the other side's."""

    other_id: UUID
    number: str
    name: str
    detail: str
    words: tuple[tuple[Answer, str], ...]
    chosen: Answer | None


@dataclass(frozen=True, slots=True)
class FormFace:
    """One person's form. ``consent`` is None for those who are not asked."""

    title: str
    cards: tuple[CardFace, ...]
    consent_text: str
    consent: bool | None
    promise: str
    closing: str
    done_text: str
    read_text: str
    trouble: str = ""

    @property
    def spoken(self) -> str:
        """The page read aloud."""
        names = ". ".join(f"{card.number}, {card.name}" for card in self.cards)
        words = ", ".join(word for _answer, word in self.cards[0].words) if self.cards else ""
        return f"{self.title} {names}. {words}. {self.promise}"


@dataclass(frozen=True, slots=True)
class StationView:
    """Either page, the ISO code of its language, and the name of the one a tap would give."""

    page: IdleFace | FormFace
    language: str
    other_language: str
