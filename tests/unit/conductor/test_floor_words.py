"""What the host reads above the floor plan."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest

from kiosk.i18n import speaking
from kiosk.services.room_seating import Guest, RoomSeating, TableSeating
from kiosk.ui.conductor.floor import room_face
from tests.helpers.days import an_event


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


def room() -> RoomSeating:
    """Two people at one table, neither of them here."""
    guest = Guest(uuid4(), "Samira", 1, here=False)
    guests = (guest, replace(guest, candidate_id=uuid4(), badge_number=2))
    return RoomSeating(1, (TableSeating(uuid4(), "Lys", 1, 2, True, guests),), ())


@pytest.mark.parametrize(("now", "word"), [(False, "expected"), (True, "missing")])
def test_nobody_is_missing_before_the_round_begins(now: bool, word: str) -> None:
    face = room_face(room(), an_event(), now=now)
    assert face.counts == f"1 table · 2 conversations · 2 {word}"
