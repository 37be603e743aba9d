"""Consent for testimonials: recorded, tied to the very words, and taken back as easily as given.

What stands is told by the words' fingerprint and not by the story: a text that was edited after
the yes is another text, and is not shown until somebody has said yes to it again.
"""

from dataclasses import replace

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.stories import ConsentForm, StoryConsent
from kiosk.services.ports import UnitOfWork
from kiosk.services.stories.library import Library

CONSENT_GIVEN = "story-consent-given"
CONSENT_TAKEN_BACK = "story-consent-taken-back"


def give_consent(
    unit: UnitOfWork,
    clock: Clock,
    library: Library,
    story_id: str,
    given_by: str,
    form: ConsentForm,
    station: str,
) -> StoryConsent:
    """Record somebody's yes to a testimonial as it is written in the library now.

    Said twice by the same person to the same words it is one consent.

    Raises:
        Refusal: ``NAME_MISSING``; a consent that nobody gave can't be taken back by anybody.
    """
    name = " ".join(given_by.split())
    if not name:
        raise Refusal(RefusalCode.NAME_MISSING)
    consent = StoryConsent(story_id, name, form, library.fingerprint(story_id), clock.now())
    with unit:
        for known in _standing(unit, story_id):
            if (known.given_by, known.fingerprint) == (name, consent.fingerprint):
                return known
        unit.stories.save(consent)
        unit.journal.append(consent.given_at, station, CONSENT_GIVEN, facts={"story": story_id})
        unit.commit()
    return consent


def take_back_consent(unit: UnitOfWork, clock: Clock, story_id: str, station: str) -> None:
    """Whoever speaks in a testimonial takes their yes back: from now on it is not shown.

    A story that several people said yes to needs them all, so one who takes it back ends it.
    Nothing standing, nothing happens.
    """
    now = clock.now()
    with unit:
        standing = _standing(unit, story_id)
        for consent in standing:
            unit.stories.save(replace(consent, taken_back_at=now))
        if standing:
            unit.journal.append(now, station, CONSENT_TAKEN_BACK, facts={"story": story_id})
            unit.commit()


def standing_consents(unit: UnitOfWork) -> frozenset[str]:
    """The fingerprints of all words that may be shown; the unit of work has begun."""
    return frozenset(
        consent.fingerprint for consent in unit.stories.consents() if not consent.taken_back_at
    )


def _standing(unit: UnitOfWork, story_id: str) -> list[StoryConsent]:
    return [
        consent
        for consent in unit.stories.consents()
        if consent.story_id == story_id and not consent.taken_back_at
    ]
