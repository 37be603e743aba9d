"""Consent for testimonials: recorded, tied to the very words, and taken back as easily as given.

What stands is told by the words' fingerprint and not by the story: a text that was edited after
the yes is another text, and is not shown until everyone who is in it has said yes to it again.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.stories import ConsentForm, StoryConsent, StoryConsents, last_words
from kiosk.services.ports import UnitOfWork
from kiosk.services.stories.library import Library

CONSENT_GIVEN = "story-consent-given"
CONSENT_TAKEN_BACK = "story-consent-taken-back"
JOURNAL_LETTERS = 12


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
    fingerprint = library.fingerprint(story_id)
    with unit:
        known = _of_story(unit, story_id)
        for last in last_words(known):
            if _is_same_person(last, name) and last.stands_for(fingerprint):
                return last
        moment = _moment_after(known, clock.now())
        consent = StoryConsent(story_id, name, form, fingerprint, moment)
        unit.stories.save(consent)
        unit.journal.append(clock.now(), station, CONSENT_GIVEN, facts=_facts(consent))
        unit.commit()
    return consent


def take_back_consent(
    unit: UnitOfWork, clock: Clock, story_id: str, given_by: str, station: str
) -> None:
    """Somebody in a testimonial takes their yes back: from now on it is not shown.

    It is not shown until they themselves say yes again, whatever others in it say. Nothing
    standing, nothing happens.
    """
    now = clock.now()
    with unit:
        standing = [
            consent
            for consent in _of_story(unit, story_id)
            if _is_same_person(consent, given_by) and consent.taken_back_at is None
        ]
        for consent in standing:
            unit.stories.save(replace(consent, taken_back_at=now))
        if standing:
            unit.journal.append(now, station, CONSENT_TAKEN_BACK, facts=_facts(standing[-1]))
            unit.commit()


def standing_consents(unit: UnitOfWork) -> StoryConsents:
    """What may be shown: words that everyone who ever said yes to their story stands for.

    The unit of work has begun.
    """
    by_story = attrgetter("story_id")
    given = sorted(unit.stories.consents(), key=by_story)
    agreed = [_agreed(last_words(consents)) for _story, consents in groupby(given, by_story)]
    return StoryConsents(
        frozenset(fingerprint for fingerprint in agreed if fingerprint),
        frozenset(consent.story_id for consent in given),
    )


def _facts(consent: StoryConsent) -> dict[str, str]:
    """The journal keeps what it is told for ever: a file's name may be somebody's name."""
    return {"words": consent.fingerprint[:JOURNAL_LETTERS]}


def _agreed(last: tuple[StoryConsent, ...]) -> str:
    """The words that all of them stand for, or nothing."""
    fingerprint = last[0].fingerprint
    return fingerprint if all(each.stands_for(fingerprint) for each in last) else ""


def _of_story(unit: UnitOfWork, story_id: str) -> list[StoryConsent]:
    """All that were ever recorded for a story, oldest first."""
    return [each for each in unit.stories.consents() if each.story_id == story_id]


def _is_same_person(consent: StoryConsent, name: str) -> bool:
    return consent.given_by.casefold() == name.casefold()


def _moment_after(known: list[StoryConsent], now: datetime) -> datetime:
    """Later than all before, also when the laptop's clock was put back: the last word counts."""
    earliest = max((each.given_at for each in known), default=now) + timedelta(microseconds=1)
    return max(now, earliest) if known else now
