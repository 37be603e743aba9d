"""What the room hears about the time: once, and only while it is true."""

from itertools import pairwise

import pytest

from kiosk.domain.programme import PhaseKind, PhaseSound
from kiosk.i18n import speaking
from kiosk.services.announcements import (
    Announcement,
    Chime,
    Heard,
    PhaseEnd,
    Sentence,
    due_announcements,
    heard,
)
from kiosk.ui.sounds.sentences import sentence_text


def test_a_round_that_is_watched_closely_says_each_thing_once() -> None:
    ticks = [420 - step * 0.25 for step in range(2000)]
    said = [told for before, after in pairwise(ticks) for told in due_announcements(before, after)]
    assert said == [Announcement.TWO_MINUTES, Announcement.LAST_MINUTE, Announcement.TIME_UP]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (121, 119, (Announcement.TWO_MINUTES,)),
        (121, 112, (Announcement.TWO_MINUTES,)),
        (125, 95, ()),
        (150, 30, (Announcement.LAST_MINUTE,)),
        (420, -300, (Announcement.TIME_UP,)),
        (0, -1, ()),
        (1, 0, (Announcement.TIME_UP,)),
        (60, 59, ()),
        (30, 90, ()),
    ],
    ids=[
        "on time",
        "a short stall",
        "too late to be true",
        "only the last one that is true",
        "after a suspend, time is up and nothing else",
        "time was up already",
        "exactly at the end",
        "a phase of one minute starts in silence",
        "time was added",
    ],
)
def test_overdue_announcements_never_come_in_a_burst(
    before: float, after: float, said: tuple[Announcement, ...]
) -> None:
    assert due_announcements(before, after) == said


def test_a_minute_that_was_added_is_announced_again_when_it_ends() -> None:
    assert due_announcements(119, 179) == ()
    assert due_announcements(121, 120) == (Announcement.TWO_MINUTES,)


SOFT = Heard(Chime.SOFT_GONG)


def ending(
    sound: PhaseSound, kind: PhaseKind = PhaseKind.ROUND, following: PhaseKind | None = None
) -> PhaseEnd:
    return PhaseEnd(kind, sound, following)


def all_heard(sound: PhaseSound, *, quiet: bool = False) -> list[Heard]:
    """Two minutes, the last minute, and the end."""
    return [heard(each, ending(sound), quiet=quiet) for each in Announcement]


def test_a_gong_is_announced_softly_and_sounds_at_the_end_only() -> None:
    in_turn = [Chime.SOFT_GONG, Chime.LAST_MINUTE, Chime.GONG]
    assert all_heard(PhaseSound.GONG) == [Heard(chime) for chime in in_turn]


@pytest.mark.parametrize("quiet", [False, True])
def test_a_soft_phase_is_soft_throughout(quiet: bool) -> None:
    assert all_heard(PhaseSound.SOFT_GONG, quiet=quiet) == [SOFT] * 3


def test_a_quiet_room_hears_soft_gongs_where_others_hear_a_gong() -> None:
    assert all_heard(PhaseSound.GONG, quiet=True) == [SOFT] * 3


@pytest.mark.parametrize("quiet", [False, True])
def test_a_silent_phase_is_never_heard(quiet: bool) -> None:
    assert all_heard(PhaseSound.SILENT, quiet=quiet) == [Heard()] * 3


@pytest.mark.parametrize("quiet", [False, True])
def test_a_spoken_phase_sounds_softly_and_speaks(quiet: bool) -> None:
    assert all_heard(PhaseSound.SPOKEN, quiet=quiet) == [
        Heard(Chime.SOFT_GONG, Sentence.TWO_MINUTES),
        Heard(Chime.SOFT_GONG, Sentence.ROUND_OFF),
        Heard(Chime.SOFT_GONG, Sentence.TIME_UP),
    ]


@pytest.mark.parametrize(
    ("kind", "following", "sentence"),
    [
        (PhaseKind.ROUND, PhaseKind.CHANGEOVER, Sentence.NEXT_TABLE),
        (PhaseKind.ROUND, PhaseKind.ROUND, Sentence.NEXT_TABLE),
        (PhaseKind.CHANGEOVER, PhaseKind.ROUND, Sentence.CONVERSATION),
        (PhaseKind.INFO, PhaseKind.ROUND, Sentence.FIND_TABLE),
        (PhaseKind.BREAK, PhaseKind.ROUND, Sentence.FIND_TABLE),
        (PhaseKind.BREAK, PhaseKind.CHANGEOVER, Sentence.FIND_TABLE),
        (PhaseKind.ROUND, PhaseKind.BREAK, Sentence.BREAK),
        (PhaseKind.ROUND, PhaseKind.INTEREST, Sentence.INTEREST),
        (PhaseKind.INTEREST, PhaseKind.CELEBRATION, Sentence.CELEBRATION),
        (PhaseKind.WELCOME, PhaseKind.INFO, Sentence.GO_ON),
        (PhaseKind.CELEBRATION, None, Sentence.TIME_UP),
    ],
)
def test_the_voice_says_what_comes_next(
    kind: PhaseKind, following: PhaseKind | None, sentence: Sentence
) -> None:
    end = ending(PhaseSound.SPOKEN, kind, following)
    assert heard(Announcement.TIME_UP, end, quiet=False).sentence is sentence


@pytest.mark.parametrize("kind", PhaseKind)
def test_only_who_talks_is_asked_to_round_off(kind: PhaseKind) -> None:
    end = ending(PhaseSound.SPOKEN, kind, PhaseKind.BREAK)
    said = heard(Announcement.LAST_MINUTE, end, quiet=False).sentence
    talking = kind in (PhaseKind.ROUND, PhaseKind.INTEREST, PhaseKind.INFO)
    assert said is (Sentence.ROUND_OFF if talking else Sentence.ALMOST_ON)


def test_in_the_last_minute_of_the_day_nobody_promises_to_go_on() -> None:
    end = ending(PhaseSound.SPOKEN, PhaseKind.CELEBRATION, None)
    assert heard(Announcement.LAST_MINUTE, end, quiet=False).sentence is Sentence.ONE_MINUTE


@pytest.mark.parametrize("sentence", Sentence)
def test_every_sentence_has_words_that_end(sentence: Sentence) -> None:
    with speaking("en"):
        assert sentence_text(sentence).endswith(".")
