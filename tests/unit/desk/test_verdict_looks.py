"""Each verdict has its own colour, icon, word and sound; its family can be told at a glance."""

from collections.abc import Callable, Hashable
from itertools import combinations

import pytest

from kiosk.config import ICONS, SOUNDS
from kiosk.domain.verdicts import TONE, Tone, VerdictCode
from kiosk.i18n import speaking
from kiosk.i18n.verdict_messages import advice, headline
from kiosk.services.desk.state import WELCOMES
from kiosk.ui.desk.verdict_looks import Look, left_look, undone_look, verdict_look
from tests.helpers.colours import Sight, apart, contrast, luminance

READABLE = 4.5
LIGHT, DARK = 0.35, 0.18
"""Luminance above which a ground is light and below which it is dark."""
LEAST_APART = {Sight.USUAL: 15, Sight.NO_RED: 9, Sight.NO_GREEN: 9, Sight.NO_BLUE: 6}
LOOKS = [*map(verdict_look, VerdictCode), undone_look(), left_look()]


def own_sound(code: VerdictCode) -> bytes:
    return (SOUNDS / f"{code}.wav").read_bytes()


@pytest.mark.parametrize(
    "what",
    [
        lambda code: verdict_look(code).ground,
        lambda code: verdict_look(code).icon,
        lambda code: (ICONS / f"{verdict_look(code).icon}.svg").read_bytes(),
        headline,
        own_sound,
    ],
)
def test_no_two_verdicts_share_a_look_a_word_or_a_sound(
    what: Callable[[VerdictCode], Hashable],
) -> None:
    with speaking("en"):
        assert len({what(code) for code in VerdictCode}) == len(VerdictCode)


@pytest.mark.parametrize("sight", Sight)
def test_two_grounds_differ_for_every_eye(sight: Sight) -> None:
    for one, other in combinations(VerdictCode, 2):
        distance = apart(verdict_look(one).ground, verdict_look(other).ground, sight)
        assert distance >= LEAST_APART[sight], (one, other)


@pytest.mark.parametrize("look", LOOKS)
def test_words_are_readable_on_the_ground_and_the_mark_on_white(look: Look) -> None:
    assert contrast(look.ink, look.ground) >= READABLE
    assert contrast(look.mark, "#FFFFFF") >= READABLE


@pytest.mark.parametrize("code", VerdictCode)
def test_attention_is_light_and_all_else_is_dark(code: VerdictCode) -> None:
    """So that amber is never taken for a refusal, not even without colours."""
    ground = luminance(verdict_look(code).ground)
    assert ground > LIGHT if TONE[code] is Tone.ATTENTION else ground < DARK


@pytest.mark.parametrize("code", VerdictCode)
def test_a_family_has_its_side_of_the_wheel(code: VerdictCode) -> None:
    ground = verdict_look(code).ground
    red, green = int(ground[1:3], 16), int(ground[3:5], 16)
    assert (green > red) is (TONE[code] is Tone.OK)


@pytest.mark.parametrize("code", [code for code in VerdictCode if code not in WELCOMES])
def test_whatever_is_no_welcome_says_what_to_do(code: VerdictCode) -> None:
    with speaking("en"):
        assert len(advice(code).split()) >= 6
