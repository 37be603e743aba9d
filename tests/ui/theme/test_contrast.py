"""Every text can be read on what it stands on: 4.5 to 1, and 7 to 1 in the room."""

import re

import pytest

from kiosk.domain.verdicts import VerdictCode
from kiosk.services.seating import CellKind
from kiosk.ui.desk.verdict_looks import Look, left_look, undone_look, verdict_look
from kiosk.ui.organiser.plan.cell_looks import bar_colour
from kiosk.ui.organiser.plan.cell_looks import colours as cell_colours
from kiosk.ui.organiser.plan.state import CellFace
from kiosk.ui.theme.style import stylesheet
from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.labels import pill_ground
from tests.ui.theme.test_theme import contrast

ENOUGH, ENOUGH_IN_THE_ROOM, ENOUGH_FOR_SHAPES = 4.5, 7.0, 3.0
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
INK = re.compile(r"(?<![\w-])color:\s*(#[0-9A-Fa-f]{6})")
GROUND = re.compile(r"background:\s*(#[0-9A-Fa-f]{6})")
TONES = ("primary", "ok", "warn", "bad", "info")
LIGHT, STATE, NIGHT = load_tokens().light, load_tokens().state, load_tokens().night


def styled() -> list[tuple[str, str, str]]:
    """Each rule of the stylesheet that gives both an ink and a ground."""
    found = []
    for selector, body in RULE.findall(stylesheet(load_tokens())):
        ink, ground = INK.search(body), GROUND.search(body)
        if ink and ground:
            found.append((" ".join(selector.split())[-60:], ink.group(1), ground.group(1)))
    return found


def on_soft(tone: str) -> str:
    return LIGHT.primary if tone == "primary" else str(getattr(STATE, tone))


@pytest.mark.parametrize(("rule", "ink", "ground"), styled())
def test_a_rule_of_the_stylesheet_is_readable(rule: str, ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= ENOUGH


@pytest.mark.parametrize("tone", TONES)
def test_words_on_a_soft_card_or_pill_are_readable(tone: str) -> None:
    for ink in (on_soft(tone), LIGHT.ink, LIGHT.muted):
        assert contrast(ink, pill_ground(tone)) >= ENOUGH


def test_quiet_words_are_readable_on_every_light_ground() -> None:
    for ground in (LIGHT.paper, LIGHT.surface, pill_ground("neutral")):
        assert contrast(LIGHT.muted, ground) >= ENOUGH


@pytest.mark.parametrize("look", [*map(verdict_look, VerdictCode), undone_look(), left_look()])
def test_a_verdict_is_readable(look: Look) -> None:
    assert contrast(look.ink, look.ground) >= ENOUGH


@pytest.mark.parametrize("kind", CellKind)
@pytest.mark.parametrize("strength", range(6))
def test_a_cell_of_the_plan_is_readable(kind: CellKind, strength: int) -> None:
    ground, ink = cell_colours(CellFace(kind, "Poetsbrigade", strength))
    assert contrast(ink, ground) >= ENOUGH


@pytest.mark.parametrize("strength", range(1, 6))
def test_the_bar_that_says_how_strong_a_wish_is_stands_out(strength: int) -> None:
    face = CellFace(CellKind.TABLE, "Poetsbrigade", strength)
    assert contrast(bar_colour(face), cell_colours(face)[0]) >= ENOUGH_FOR_SHAPES


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, NIGHT.background) for ink in (NIGHT.text, NIGHT.muted, NIGHT.faint)),
        *((ink, NIGHT.background) for ink in (NIGHT.running, NIGHT.last_minute)),
        *((ink, NIGHT.panel) for ink in (NIGHT.text, NIGHT.muted, NIGHT.running)),
        (NIGHT.background, NIGHT.running),
        (LIGHT.ink, NIGHT.last_minute),
        (NIGHT.text, LIGHT.primary),
        (NIGHT.text, STATE.info),
    ],
)
def test_words_in_the_room_are_readable_from_afar(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= ENOUGH_IN_THE_ROOM


@pytest.mark.parametrize(
    ("ring", "ground"),
    [
        (LIGHT.primary, LIGHT.surface),
        (LIGHT.sun, LIGHT.primary),
        (LIGHT.ink, LIGHT.sun),
        (LIGHT.ink, LIGHT.surface),
        (STATE.bad, LIGHT.surface),
        (LIGHT.surface, STATE.ok),
        (LIGHT.surface, STATE.info),
    ],
)
def test_a_focus_ring_stands_out(ring: str, ground: str) -> None:
    assert contrast(ring, ground) >= ENOUGH_FOR_SHAPES
