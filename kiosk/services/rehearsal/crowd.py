"""Simulated people: who comes when, what their badges look like, what they answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kiosk.domain import codes
from kiosk.domain.event import Event
from kiosk.domain.interest import Answer
from kiosk.domain.people import Attendee, Side, Standing
from kiosk.domain.programme import Phase, rounds_of
from kiosk.services.ports import UnitOfWork

ONE_IN = 16
"""Of the candidates, one in so many stays away, and as many come late: at least one of each."""

WEIGHTS = {Side.CANDIDATE: (50, 28, 14, 8), Side.EMPLOYER: (45, 30, 20, 5)}
"""How often each side says yes, maybe, no, or leaves a line open."""

ANSWERS = (Answer.YES, Answer.MAYBE, Answer.NO, None)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One simulated person. ``arrives`` is None for somebody who stays away."""

    attendee: Attendee
    code: str
    arrives: datetime | None
    leaves: datetime | None

    def opinions(self, seed: int) -> Iterator[Answer | None]:
        """What they answer, line by line: their own choice, whatever others do before them."""
        chance = Random(f"{seed}/{self.attendee.badge_number}")  # noqa: S311 - no secrets here
        weights = WEIGHTS[self.attendee.side]
        while True:
            yield chance.choices(ANSWERS, weights)[0]


def read_crowd(unit: UnitOfWork, chance: Random) -> list[Visitor]:
    """Everyone expected, by badge number, with the moment at which they will come."""
    with unit:
        event, phases = unit.events.get(), unit.programme.phases()
        badge_codes = unit.people.codes()
        people = [p for p in unit.people.all() if p.standing is Standing.EXPECTED]
    arrivals = _arrivals(event, phases, people, chance)
    return [
        Visitor(
            person,
            badge_codes[person.id],
            arrivals[person.id],
            event.moment(person.presence.leaves) if person.presence.leaves else None,
        )
        for person in people
        if person.id in badge_codes
    ]


def damaged(code: str, chance: Random) -> str:
    """The code with one letter read wrong."""
    place = chance.randrange(codes.CODE_LENGTH)
    wrong = chance.choice([letter for letter in codes.ALPHABET if letter != code[place]])
    return code[:place] + wrong + code[place + 1 :]


def _arrivals(
    event: Event, phases: Sequence[Phase], people: Sequence[Attendee], chance: Random
) -> dict[UUID, datetime | None]:
    doors = event.moment(phases[0].starts)
    first_round = next((event.moment(r.starts) for r in rounds_of(phases)), doors)
    arrivals: dict[UUID, datetime | None] = {
        person.id: _on_time(event, person, doors, first_round, chance) for person in people
    }
    absent, late = _stragglers(people, chance)
    arrivals |= dict.fromkeys(absent)
    arrivals |= {
        person_id: first_round + timedelta(seconds=chance.randint(180, 420)) for person_id in late
    }
    arrivals |= {
        person.id: arrivals.get(person.companion_of) for person in people if person.companion_of
    }
    return arrivals


def _on_time(
    event: Event, person: Attendee, doors: datetime, first_round: datetime, chance: Random
) -> datetime:
    """Between five minutes before the doors open and three before round 1, or as announced."""
    share = chance.random()
    if person.presence.arrives:
        return event.moment(person.presence.arrives) - timedelta(seconds=30 + 150 * share)
    earliest, latest = doors - timedelta(minutes=5), first_round - timedelta(minutes=3)
    return earliest + share * max(latest - earliest, timedelta(0))


def _stragglers(people: Sequence[Attendee], chance: Random) -> tuple[list[UUID], list[UUID]]:
    """Candidates who stay away, and others who come when round 1 has begun."""
    able = [p.id for p in people if p.side is Side.CANDIDATE and p.presence.arrives is None]
    each = max(1, len(able) // ONE_IN)
    chosen = chance.sample(able, min(2 * each, len(able)))
    return chosen[:each], chosen[each:]
