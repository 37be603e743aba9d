"""Expected trouble is a Refusal: a stable code and its facts. Words are chosen at the edge."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Why a command or use case said no; texts live in :mod:`kiosk.i18n.messages`."""

    WRONG_PASSPHRASE = "wrong-passphrase"
    PASSPHRASE_MISSING = "passphrase-missing"
    PASSPHRASE_TOO_SHORT = "passphrase-too-short"
    PASSPHRASES_DIFFER = "passphrases-differ"
    PIN_MISSING = "pin-missing"
    PIN_SHAPE = "pin-shape"
    PIN_GUESSABLE = "pin-guessable"
    PINS_DIFFER = "pins-differ"
    FILE_DAMAGED = "file-damaged"
    FILE_NOT_FOUND = "file-not-found"
    FILE_EXISTS = "file-exists"
    FILE_UNREADABLE = "file-unreadable"
    NOT_AN_EVENT = "not-an-event"
    NEWER_SCHEMA = "newer-schema"
    IN_USE = "in-use"
    NAME_TOO_LONG = "name-too-long"
    FOLDER_UNWRITABLE = "folder-unwritable"
    DISK_FULL = "disk-full"
    OUTPUT_LOST = "output-lost"
    TARGET_OPEN = "target-open"
    TARGET_KIND = "target-kind"
    EVENT_DESCRIPTION = "event-description"
    NOT_A_PICTURE = "not-a-picture"
    PICTURE_TOO_LARGE = "picture-too-large"
    UNREADABLE_TABLE = "unreadable-table"
    NO_HEADER = "no-header"
    NO_PEOPLE = "no-people"
    MAPPING = "mapping"
    NO_PLAN = "no-plan"
    PLAN_CLASH = "plan-clash"
    PLAN_OVERTAKEN = "plan-overtaken"
    PEOPLE_CHANGED = "people-changed"
    MOVE_NOT_LEGAL = "move-not-legal"
    ROUND_OVER = "round-over"
    NO_ROUND_LEFT = "no-round-left"
    NO_SUCH_PAPER = "no-such-paper"
    UNKNOWN_ATTENDEE = "unknown-attendee"
    UNKNOWN_EMPLOYER = "unknown-employer"
    UNKNOWN_CONVERSATION = "unknown-conversation"
    NOTHING_TO_UNDO = "nothing-to-undo"
    UNDO_TOO_LATE = "undo-too-late"
    NOT_HERE = "not-here"
    NAME_MISSING = "name-missing"
    CONSENT_NEEDED = "consent-needed"
    EMPLOYER_MISSING = "employer-missing"
    CONTACT_UNREADABLE = "contact-unreadable"
    CAME_ALREADY = "came-already"
    PHASE_NOT_RUNNING = "phase-not-running"
    NO_NEXT_PHASE = "no-next-phase"
    PROGRAMME_CHANGED = "programme-changed"
    PHASE_BEGUN = "phase-begun"
    EDIT_BEGUN = "edit-begun"
    PHASE_LENGTH = "phase-length"
    PHASE_KEPT = "phase-kept"
    MESSAGE_TOO_LONG = "message-too-long"
    CONTENT = "content"
    NO_DISPLAY = "no-display"


class Refusal(Exception):
    """A request that can't be met. ``facts`` fill the placeholders of the message for ``code``."""

    def __init__(self, code: RefusalCode, **facts: str | int) -> None:
        super().__init__(f"{code} {facts}" if facts else str(code))
        self.code = code
        self.facts = facts
