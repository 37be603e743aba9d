"""What a conversation is worth: small whole numbers, so that every sum is exact.

Somebody who told nothing is neutral: any conversation is worth something. A wish adds by its
strength; a sector in common and a quiet table where quiet was asked for add less than a wish; no
language in common takes away. What somebody would rather not have is worth less than nothing, so
it happens only where fairness can be had in no other way (reference/planning.md, F).
"""

from kiosk.domain.plan.values import Seeker, TableOffer

CONVERSATION = 10
LIKING = 4
"""For each step from 1 to 5."""
SECTOR = 6
QUIET = 4
NO_LANGUAGE = -8
RATHER_NOT = -10
STRONGEST = 5

MOST = CONVERSATION + LIKING * STRONGEST + SECTOR + QUIET
LEAST = RATHER_NOT


def points_of(seeker: Seeker, table: TableOffer) -> int:
    """What it is worth when these two meet."""
    employer_id = table.employer_id
    if employer_id in seeker.rather_not:
        return RATHER_NOT
    strength = STRONGEST if employer_id in seeker.musts else seeker.liking.get(employer_id, 0)
    return affinity(seeker, table) + LIKING * strength


def affinity(seeker: Seeker, table: TableOffer) -> int:
    """What it would be worth without any wish: by sector, language and quiet alone."""
    points = CONVERSATION
    if seeker.sectors & table.sectors:
        points += SECTOR
    if seeker.quiet and table.quiet:
        points += QUIET
    if seeker.languages and table.languages and not seeker.languages & table.languages:
        points += NO_LANGUAGE
    return points
