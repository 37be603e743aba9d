"""What a desk has changed stands against an older answer in a file."""

from collections.abc import Collection
from dataclasses import replace

from kiosk.domain.edits import EditedField
from kiosk.domain.people import Attendee

_COLUMN = {
    EditedField.CHOSEN_NAME: "chosen_name",
    EditedField.LANGUAGES: "languages",
    EditedField.NEEDS: "needs",
    EditedField.SEAT_NEEDS: "seat_needs",
    EditedField.STANDING: "standing",
}


def keep_edits(after: Attendee, before: Attendee, edited: Collection[EditedField]) -> Attendee:
    """``after`` with what was edited at a desk as it was before."""
    kept = {column: getattr(before, column) for field, column in _COLUMN.items() if field in edited}
    return replace(after, **kept)
