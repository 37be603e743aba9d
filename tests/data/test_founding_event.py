"""An event description becomes an event with its programme."""

from kiosk.config import DEMO
from kiosk.domain.event import PublicNames
from kiosk.domain.programme import rounds_of
from kiosk.importing.event_description import read_event_description
from kiosk.services.founding import EVENT_FOUNDED, found_event


def test_the_ghent_description_founds_the_event(units, clock):
    event = found_event(units(), clock, read_event_description(DEMO / "event.toml"))
    with units() as unit:
        assert unit.events.get() == event
        phases = unit.programme.phases()
        (entry,) = unit.journal.entries()
    assert (event.title, event.table_count) == ("Careerdating Gent", 15)
    assert event.public_names is PublicNames.CHOSEN_NAME
    rounds = rounds_of(phases)
    assert [phase.round_number for phase in rounds] == list(range(1, 9))
    assert f"{rounds[0].starts:%H:%M} {rounds[4].starts:%H:%M}" == "14:20 15:06"
    assert (entry.what, entry.subjects) == (EVENT_FOUNDED, (event.id,))
