"""Every mistake in an event description is named by its key."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import DEMO
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme import PhaseSound
from kiosk.i18n import speaking
from kiosk.i18n.import_messages import problem_text
from kiosk.importing.event_description import parse_event_description, read_event_description

GHENT = (DEMO / "event.toml").read_text()


def test_the_ghent_description_is_read_whole():
    description = read_event_description(DEMO / "event.toml")
    assert description.languages == ("nl", "en", "fr")
    assert [line.minutes for line in description.programme] == [30, 20, 7, 15, 7, 20, 30]
    assert description.programme[2].count == 4


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('title    = "Careerdating Gent"', "", "title", "text"),
        ('title    = "Careerdating Gent"', "title = 5", "title", "text"),
        ("2023-03-21", '"21 maart"', "date", "date"),
        ("2023-03-21", "2023-03-21T10:00:00", "date", "date"),
        ("Europe/Brussels", "Europe/Gent", "timezone", "timezone"),
        ("Europe/Brussels", "../../etc/passwd", "timezone", "timezone"),
        ('["nl", "en", "fr"]', '["nl", "nl"]', "languages", "languages"),
        ('["nl", "en", "fr"]', '"nl"', "languages", "languages"),
        ('"chosen-name" ', '"full-name" ', "public_names", "public-names"),
        ('"chosen-name" ', "[1] ", "public_names", "public-names"),
        ("count = 15", "count = 0", "tables.count", "table-count"),
        ("count = 15", "count = true", "tables.count", "table-count"),
        ("[tables]", "[tafels]", "tafels", "known-key"),
        ("count = 15", "number = 15", "tables.number", "known-key"),
        ('kind = "welcome"', 'kind = "party"', "programme.1.kind", "phase-kind"),
        ('kind = "welcome"', "kind = [1]", "programme.1.kind", "phase-kind"),
        ("minutes = 20", "minutes = -20", "programme.2.minutes", "minutes"),
        ("minutes = 20", "", "programme.2.minutes", "minutes"),
        ("13:30:00", '"13:30"', "programme.1.starts", "local-time"),
        ("14:00:00", "13:45:00", "programme.2.starts", "later-time"),
        ("count = 4", "count = 4000", "programme.3.count", "round-count"),
        ("minutes = 15", "minutes = 15\ncount = 2", "programme.4.count", "known-key"),
        ("minutes = 15", 'minutes = 15\nsound = "bell"', "programme.4.sound", "sound"),
        ("minutes = 15", "minutes = 15\nsound = true", "programme.4.sound", "sound"),
        ("minutes = 15", "minutes = 15\nprompt = 3", "programme.4.prompt", "text"),
        ("= 2023-03-21", "= = 2023", "line 3, column 12", "toml"),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(old, new, key, expected):
    assert old in GHENT
    with pytest.raises(Refusal) as caught:
        parse_event_description(GHENT.replace(old, new, 1))
    assert caught.value.code is RefusalCode.EVENT_DESCRIPTION
    assert caught.value.facts == {"key": key, "expected": expected}
    with speaking("nl"):
        assert key in problem_text(caught.value.facts)


def with_rounds(lines: str) -> str:
    without = GHENT.replace("changeover_minutes = 1", "", 1)
    return without.replace("count = 4", f"count = 4\n{lines}", 1)


@pytest.mark.parametrize(("written", "minutes"), [("0", 0), ("1", 1), ("1.5", 1.5), ("2.0", 2)])
def test_a_changeover_lasts_whole_and_half_minutes(written, minutes):
    description = parse_event_description(with_rounds(f"changeover_minutes = {written}"))
    assert description.programme[2].changeover_minutes == minutes


@pytest.mark.parametrize("written", ["1.25", "-0.5", "true", "nan", "inf", "720.5", '"1"'])
def test_another_part_of_a_minute_is_refused(written):
    with pytest.raises(Refusal) as caught:
        parse_event_description(with_rounds(f"changeover_minutes = {written}"))
    key = "programme.3.changeover_minutes"
    assert caught.value.facts == {"key": key, "expected": "changeover-minutes"}


@pytest.mark.parametrize("sound", list(PhaseSound))
def test_each_phase_may_say_its_sound_and_its_question(sound):
    said = f'sound = "{sound}"\nprompt = "Waar word jij blij van?"'
    rounds, other = parse_event_description(with_rounds(said)).programme[2:4]
    assert (rounds.sound, rounds.prompt) == (sound, "Waar word jij blij van?")
    assert (other.sound, other.prompt) == (PhaseSound.GONG, "")


def with_desk(lines: str) -> str:
    return GHENT.replace("[tables]", f"[desk]\n{lines}\n[tables]", 1)


@pytest.mark.parametrize(
    ("lines", "opens", "closes"),
    [
        ("", None, None),
        ("opens = 13:00:00", time(13), None),
        ("closes = 17:30:00", None, time(17, 30)),
        ("opens = 13:00:00\ncloses = 17:30:00", time(13), time(17, 30)),
    ],
)
def test_a_desk_opens_and_closes_when_the_description_says_so(lines, opens, closes):
    description = parse_event_description(with_desk(lines))
    assert (description.desk_opens, description.desk_closes) == (opens, closes)


def test_a_description_may_say_nothing_about_the_desk():
    description = parse_event_description(GHENT)
    assert (description.desk_opens, description.desk_closes) == (None, None)


@pytest.mark.parametrize(
    ("lines", "key", "expected"),
    [
        ('opens = "13:00"', "desk.opens", "local-time"),
        ("opens = 13", "desk.opens", "local-time"),
        ("closes = 2023-03-21T17:30:00", "desk.closes", "local-time"),
        ("opens = 13:00:00\ncloses = 12:00:00", "desk.closes", "later-time"),
        ("opens = 13:00:00\ncloses = 13:00:00", "desk.closes", "later-time"),
        ("closes = 00:00:00", "desk.closes", "later-time"),
        ("open = 13:00:00", "desk.open", "known-key"),
    ],
)
def test_a_mistake_in_the_hours_of_the_desk_is_named(lines, key, expected):
    with pytest.raises(Refusal) as caught:
        parse_event_description(with_desk(lines))
    assert caught.value.facts == {"key": key, "expected": expected}


def test_a_desk_that_is_no_section_is_refused():
    with pytest.raises(Refusal) as caught:
        parse_event_description("desk = 13:00:00\n" + GHENT)
    assert caught.value.facts == {"key": "desk", "expected": "table"}


def test_a_programme_without_rounds_is_refused():
    with pytest.raises(Refusal) as caught:
        parse_event_description(GHENT.split("[[programme]]")[0])
    assert caught.value.facts["key"] == "programme"


def test_a_file_that_is_no_text_is_refused_with_its_path(tmp_path):
    path = tmp_path / "event.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refusal) as caught:
        read_event_description(path)
    assert caught.value.facts["path"] == str(path)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(Refusal):
        parse_event_description(text)


VALUES = st.recursive(
    st.sampled_from(["1", "-1", "true", '""', '"x"', "1.5", "nan", "2023-03-21", "13:30:00"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"[{','.join(parts)}]"),
    max_leaves=4,
)
KEYS = [
    "title",
    "date",
    "place",
    "timezone",
    "languages",
    "public_names",
    "tables",
    "desk",
    "programme",
]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_values_are_read_or_refused(said):
    with pytest.raises(Refusal):
        parse_event_description("\n".join(f"{key} = {value}" for key, value in said.items()))
