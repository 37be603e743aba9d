"""A desk's own settings."""

from kiosk.domain.clock import Clock
from kiosk.domain.desk import DeskSettings
from kiosk.services.ports import UnitOfWork

DESK_SETTINGS_CHANGED = "desk-settings-changed"


def desk_settings(unit: UnitOfWork, *, station: str) -> DeskSettings:
    """What this desk was told to do; the defaults when it was told nothing."""
    with unit.reading():
        return unit.settings.desk(station)


def change_desk_settings(
    unit: UnitOfWork, clock: Clock, settings: DeskSettings, *, station: str
) -> DeskSettings:
    """Keep other settings for this desk."""
    with unit:
        if unit.settings.desk(station) != settings:
            unit.settings.save_desk(station, settings)
            facts = {
                "badge_on_scan": settings.badge_on_scan.value,
                "route_card_on_scan": settings.route_card_on_scan.value,
                "idle_minutes": settings.idle_minutes,
            }
            unit.journal.append(clock.now(), station, DESK_SETTINGS_CHANGED, facts=facts)
            unit.commit()
    return settings
