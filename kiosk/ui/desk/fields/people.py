"""Choosing somebody by typing; two people of one name are told apart by their badge numbers."""

from kiosk.domain.people import Side, badge_label
from kiosk.i18n import _
from kiosk.services.search import MOST_RESULTS, PeopleIndex, PersonLine
from kiosk.ui.desk.fields.suggestion import Suggestion

_LOOKED_THROUGH = 60
"""So many people are found before those of other sides are left out."""


def find_candidates(people: PeopleIndex, query: str) -> list[Suggestion]:
    """With whom a companion can come."""
    found = people.search(query, _LOOKED_THROUGH)
    candidates = (line for line in found if line.side is Side.CANDIDATE and not line.cancelled)
    return [Suggestion(line, person_label(line)) for line in candidates][:MOST_RESULTS]


def person_label(line: PersonLine) -> str:
    """The name with the badge number; how they want to be called, where that differs."""
    return _("{name} · badge {number}").format(
        name=line.name, number=badge_label(line.badge_number)
    )
