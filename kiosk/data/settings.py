"""What the event file keeps of a desk's choices and of the organiser's PIN."""

from sqlalchemy import Connection, delete, select

from kiosk.data.tables import DeskSettingsRow, StaffPinRow
from kiosk.data.writing import save
from kiosk.domain.desk import DeskSettings, PaperOnScan
from kiosk.domain.pin import StoredPin


class SqlSettings:
    """Settings within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def desk(self, station: str) -> DeskSettings:
        found = select(*DeskSettingsRow.__table__.c).where(DeskSettingsRow.station == station)
        row = self._connection.execute(found).first()
        if row is None:
            return DeskSettings()
        return DeskSettings(
            PaperOnScan(row.badge_on_scan),
            PaperOnScan(row.route_card_on_scan),
            row.printer,
            row.camera,
            row.mirrored,
            row.idle_minutes,
        )

    def save_desk(self, station: str, settings: DeskSettings) -> None:
        values = {
            "station": station,
            "badge_on_scan": settings.badge_on_scan.value,
            "route_card_on_scan": settings.route_card_on_scan.value,
            "printer": settings.printer,
            "camera": settings.camera,
            "mirrored": settings.mirrored,
            "idle_minutes": settings.idle_minutes,
        }
        save(self._connection, DeskSettingsRow, values)

    def pin(self) -> StoredPin | None:
        row = self._connection.execute(select(*StaffPinRow.__table__.c)).first()
        return StoredPin(row.salt, row.digest, row.rounds) if row else None

    def save_pin(self, pin: StoredPin | None) -> None:
        self._connection.execute(delete(StaffPinRow))
        if pin is not None:
            values = {"id": 1, "salt": pin.salt, "digest": pin.digest, "rounds": pin.rounds}
            save(self._connection, StaffPinRow, values)
