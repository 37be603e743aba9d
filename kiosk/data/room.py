"""How the event shows and sounds in its room, and whose stories may be told there."""

from datetime import datetime

from sqlalchemy import Connection, select

from kiosk.data.tables import RoomSettingsRow, RoomSignRow, StoryConsentRow
from kiosk.data.writing import save
from kiosk.domain.room_settings import RoomSettings, RoomSign
from kiosk.domain.stories import ConsentForm, StoryConsent


class SqlRoom:
    """The room's settings and sign, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self) -> RoomSettings:
        row = self._connection.execute(select(*RoomSettingsRow.__table__.c)).first()
        if row is None:
            return RoomSettings()
        return RoomSettings(
            row.screen_inches,
            row.farthest_metres,
            row.quiet,
            row.volume,
            row.sound_device,
            tuple(row.unused_screens),
        )

    def save_settings(self, settings: RoomSettings) -> None:
        values = {
            "id": 1,
            "screen_inches": settings.screen_inches,
            "farthest_metres": settings.farthest_metres,
            "quiet": settings.quiet,
            "volume": settings.volume,
            "sound_device": settings.sound_device,
            "unused_screens": list(settings.unused_screens),
        }
        save(self._connection, RoomSettingsRow, values)

    def sign(self) -> RoomSign:
        row = self._connection.execute(select(*RoomSignRow.__table__.c)).first()
        return RoomSign(row.message, row.blackout) if row else RoomSign()

    def save_sign(self, sign: RoomSign) -> None:
        values = {"id": 1, "message": sign.message, "blackout": sign.blackout}
        save(self._connection, RoomSignRow, values)


class SqlStories:
    """Consents to tell somebody's own story."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def consents(self) -> list[StoryConsent]:
        rows = select(*StoryConsentRow.__table__.c).order_by(StoryConsentRow.given_at)
        return [
            StoryConsent(
                row.story_id,
                row.given_by,
                ConsentForm(row.form),
                row.fingerprint,
                row.given_at,
                row.taken_back_at,
            )
            for row in self._connection.execute(rows)
        ]

    def save(self, consent: StoryConsent) -> None:
        values: dict[str, str | datetime | None] = {
            "story_id": consent.story_id,
            "given_at": consent.given_at,
            "given_by": consent.given_by,
            "form": consent.form.value,
            "fingerprint": consent.fingerprint,
            "taken_back_at": consent.taken_back_at,
        }
        save(self._connection, StoryConsentRow, values)
