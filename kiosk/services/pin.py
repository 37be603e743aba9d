"""The organiser's PIN: setting it, taking it away, asking whether something is it.

A lost PIN locks nobody out: wherever it opens something, the passphrase of the file does too.
"""

from kiosk.domain.clock import Clock
from kiosk.domain.pin import hash_pin
from kiosk.services.ports import UnitOfWork

PIN_SET = "pin-set"
PIN_CLEARED = "pin-cleared"


def set_pin(unit: UnitOfWork, clock: Clock, pin: str, *, station: str) -> None:
    """Put a PIN in force, in place of a former one. The journal says that, never which.

    Raises:
        Refusal: it is not 4 to 8 digits, or too easy to guess; nothing was changed.
    """
    stored = hash_pin(pin)  # slow, so before the file is kept busy
    with unit:
        unit.settings.save_pin(stored)
        unit.journal.append(clock.now(), station, PIN_SET)
        unit.commit()


def clear_pin(unit: UnitOfWork, clock: Clock, *, station: str) -> None:
    """From now on only the passphrase opens. Without a PIN nothing happens."""
    with unit:
        if unit.settings.pin() is None:
            return
        unit.settings.save_pin(None)
        unit.journal.append(clock.now(), station, PIN_CLEARED)
        unit.commit()


def has_pin(unit: UnitOfWork) -> bool:
    """Whether a PIN is in force."""
    with unit.reading():
        return unit.settings.pin() is not None


def pin_is(unit: UnitOfWork, pin: str) -> bool:
    """Whether this is the PIN; with none in force nothing is. Slow on purpose, about 0.1 s."""
    with unit.reading():
        stored = unit.settings.pin()
    return stored is not None and stored.fits(pin)
