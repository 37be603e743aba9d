"""Consent for testimonials, on a real encrypted file: given, tied to the words, taken back."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.stories import ConsentForm, StoryConsent, StoryConsents
from kiosk.services.ports import UnitFactory
from kiosk.services.room import room_snapshot
from kiosk.services.stories import Library, read_library
from kiosk.services.stories.consents import give_consent, standing_consents, take_back_consent
from tests.helpers.days import found

WHO = "Ann\u00a0 Peeters"
WORDS = """+++
id = "tale"
kind = "testimonial"
language = "nl"
reading_level = "B1"
licence = "met toestemming"
+++
# Aan het werk

{words}
"""


def library(folder: Path, words: str = "Zo begon ik.") -> Library:
    (folder / "tale.nl.md").write_text(WORDS.format(words=words), encoding="utf-8")
    return read_library([folder])


def say_yes(
    units: UnitFactory, clock: SimulatedClock, texts: Library, who: str = WHO
) -> StoryConsent:
    return give_consent(units(), clock, texts, "tale", who, ConsentForm.SIGNED, "organiser")


def take_back(units: UnitFactory, clock: SimulatedClock, who: str = "Ann Peeters") -> None:
    take_back_consent(units(), clock, "tale", who, "organiser")


def standing(units: UnitFactory) -> frozenset[str]:
    with units() as unit:
        return standing_consents(unit).standing


def recorded(units: UnitFactory) -> list[StoryConsent]:
    with units() as unit:
        return unit.stories.consents()


def test_a_consent_stands_until_it_is_taken_back(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    assert standing(units) == frozenset()
    say_yes(units, clock, texts)
    assert standing(units) == {texts.fingerprint("tale")}
    clock.advance(60)
    take_back(units, clock)
    assert standing(units) == frozenset()
    (row,) = recorded(units)
    assert row.taken_back_at == clock.now()
    assert row.given_by == "Ann Peeters"


def test_the_room_knows_of_it_from_the_next_snapshot(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    with units() as unit:
        found(unit)
        unit.commit()
    texts = library(tmp_path)
    say_yes(units, clock, texts)
    assert room_snapshot(units()).consents.standing == {texts.fingerprint("tale")}
    take_back(units, clock)
    snapshot = room_snapshot(units())
    assert snapshot.consents == StoryConsents(own=frozenset({"tale"}))
    assert "Peeters" not in repr(snapshot)


def test_the_same_yes_twice_is_one_and_after_taking_back_it_can_be_given_again(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    assert say_yes(units, clock, texts) == say_yes(units, clock, texts)
    clock.advance(1)
    take_back(units, clock)
    clock.advance(1)
    say_yes(units, clock, texts)
    assert len(recorded(units)) == 2
    assert len(standing(units)) == 1


def test_one_of_two_who_takes_it_back_ends_it(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    say_yes(units, clock, texts)
    clock.advance(1)
    say_yes(units, clock, texts, "Bo")
    take_back(units, clock, "Bo")
    assert standing(units) == frozenset()
    assert [each.taken_back_at is None for each in recorded(units)] == [True, False]


def test_a_no_of_one_stays_a_no_whatever_another_says_again(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    for who in ("Samira", "Tom"):
        say_yes(units, clock, texts, who)
    take_back(units, clock, "Tom")
    take_back(units, clock, "Samira")
    say_yes(units, clock, texts, "Samira")
    assert standing(units) == frozenset()
    say_yes(units, clock, texts, " tom")
    assert standing(units) == {texts.fingerprint("tale")}


def test_new_words_need_the_yes_of_everyone_who_is_in_the_story(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    for who in ("Samira", "Tom"):
        say_yes(units, clock, library(tmp_path), who)
    edited = library(tmp_path, "Zo begon ik niet.")
    say_yes(units, clock, edited, "Samira")
    assert standing(units) == frozenset()
    say_yes(units, clock, edited, "Tom")
    assert standing(units) == {edited.fingerprint("tale")}


def test_the_last_word_counts_also_when_the_clock_was_put_back(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    say_yes(units, clock, texts)
    take_back(units, clock)
    clock.set_wall(clock.now() - timedelta(hours=1))
    say_yes(units, clock, texts)
    assert len(recorded(units)) == 2
    assert standing(units) == {texts.fingerprint("tale")}


def test_a_no_to_one_story_leaves_the_others(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    texts = library(tmp_path)
    other = (tmp_path / "tale.nl.md").read_text(encoding="utf-8").replace('"tale"', '"other"')
    (tmp_path / "other.nl.md").write_text(other, encoding="utf-8")
    texts = read_library([tmp_path])
    for story in ("tale", "other"):
        give_consent(units(), clock, texts, story, WHO, ConsentForm.SIGNED, "organiser")
    take_back(units, clock)
    assert standing(units) == {texts.fingerprint("other")}


def test_an_edited_text_needs_a_new_yes(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    say_yes(units, clock, library(tmp_path))
    edited = library(tmp_path, "Zo begon ik niet.")
    assert edited.fingerprint("tale") not in standing(units)
    clock.advance(1)
    say_yes(units, clock, edited)
    assert edited.fingerprint("tale") in standing(units)


def test_the_journal_knows_a_hash_of_the_words_and_nobody(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path
) -> None:
    words = library(tmp_path).fingerprint("tale")
    say_yes(units, clock, library(tmp_path))
    take_back(units, clock)
    take_back(units, clock)
    with units() as unit:
        entries = unit.journal.entries()
    assert [(e.what, dict(e.facts)) for e in entries] == [
        ("story-consent-given", {"words": words[:12]}),
        ("story-consent-taken-back", {"words": words[:12]}),
    ]
    assert "Peeters" not in json.dumps([dict(e.facts) for e in entries])


@pytest.mark.parametrize("name", ["", "  ", "\t\n"])
def test_a_consent_of_nobody_is_refused(
    units: UnitFactory, clock: SimulatedClock, tmp_path: Path, name: str
) -> None:
    with pytest.raises(Refusal) as refused:
        say_yes(units, clock, library(tmp_path), name)
    assert refused.value.code is RefusalCode.NAME_MISSING
    assert recorded(units) == []
