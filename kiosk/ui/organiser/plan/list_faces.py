"""The lists below the grid: wishes that are not met, and the versions of the plan."""

from kiosk.domain.people import badge_label
from kiosk.domain.plan import PlanOrigin, PlanState, UnmetWish
from kiosk.i18n import _, ngettext
from kiosk.i18n.plan_messages import method_name, origin_name, state_name, unmet_text
from kiosk.services.ports import PlanVersion
from kiosk.ui.organiser.plan.grid_faces import STRENGTHS
from kiosk.ui.organiser.plan.reading import PlanReading
from kiosk.ui.organiser.plan.state import Drawer, ListFace, ListLine
from kiosk.ui.organiser.wording import clock_time, short_name


def list_face(drawer: Drawer, reading: PlanReading) -> ListFace:
    """The list that is open."""
    return _unmet_list(reading) if drawer is Drawer.UNMET else _versions_list(reading)


def _unmet_list(reading: PlanReading) -> ListFace:
    """Every wish that is not met, strongest first, each with why."""
    wishes = reading.overview.unmet
    unmet = ngettext("{count} wish is not met", "{count} wishes are not met", len(wishes))
    title = unmet.format(count=len(wishes)) if wishes else _("Wishes met")
    return ListFace(
        Drawer.UNMET,
        title,
        _("Every wish is met."),
        tuple(_unmet(wish, reading) for wish in wishes),
    )


def _unmet(wish: UnmetWish, reading: PlanReading) -> ListLine:
    badge, name = reading.people[wish.candidate_id]
    facts = {
        "badge": badge_label(badge),
        "name": name,
        "employer": short_name(reading.employers[wish.employer_id]),
        "reason": unmet_text(wish.why),
    }
    return ListLine(
        _("{badge} {name} \N{EN DASH} {employer}: {reason}").format(**facts),
        _("must meet") if wish.must else _(STRENGTHS[wish.strength]),
        marked=wish.must,
        person=wish.candidate_id,
    )


def _versions_list(reading: PlanReading) -> ListFace:
    """Every version, newest first; the one in force is marked."""
    versions = reading.overview.versions
    return ListFace(
        Drawer.VERSIONS,
        _("Versions of the plan"),
        "",
        tuple(_version(version, reading) for version in versions),
    )


def _version(version: PlanVersion, reading: PlanReading) -> ListLine:
    in_force = version.version == reading.overview.published
    made, made_at = version.origin is PlanOrigin.MADE, reading.event.local(version.created_at)
    facts = {
        "version": version.version,
        "day": made_at.day,
        "month": made_at.month,
        "time": clock_time(made_at),
        "how": method_name(version.method) if made else origin_name(version.origin),
        "conversations": version.conversations,
    }
    text = ngettext(
        "Version {version}, {day}/{month} at {time}: {how}, {conversations} conversation",
        "Version {version}, {day}/{month} at {time}: {how}, {conversations} conversations",
        version.conversations,
    ).format(**facts)
    is_draft = version.state is PlanState.DRAFT
    detail = _("in force") if in_force else state_name(version.state)
    newest = version.version == reading.overview.versions[0].version
    if not newest:
        detail = _("{state}, take up again").format(state=detail)
    earlier = None if newest else version.version
    return ListLine(text, detail, marked=in_force or is_draft, version=earlier)
