"""Questions that both sides of a table can ask each other, one for each round.

None of them touches health or the past: they are about work, and about the person in front of you.
"""

from kiosk.i18n import N_, _

PROMPTS = (
    N_("What do you enjoy about work?"),
    N_("What does a good day at work look like to you?"),
    N_("What are you good at, even if it is on no diploma?"),
    N_("What would you like to learn this year?"),
    N_("What do you need to do your work well?"),
    N_("When did a team make you feel welcome?"),
    N_("What could a first day or a visit look like?"),
    N_("What would you like to ask me?"),
)


def prompt_for(round_number: int) -> str:
    """The question of a round, in the language in use; after the last they begin again."""
    return _(PROMPTS[(round_number - 1) % len(PROMPTS)])
