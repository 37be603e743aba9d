"""Words about texts and consents, made from what the use cases answer."""

from datetime import datetime

from kiosk.domain.stories import ConsentForm, Story, StoryConsent, StoryKind, StoryPage, pages_of
from kiosk.i18n import N_, _, language, ngettext
from kiosk.i18n.story_messages import place_text, problem_text
from kiosk.services.stories.overview import ShownState, StoriesOverview
from kiosk.ui.organiser.stories.state import (
    ConsentFace,
    GiverLine,
    PreviewFace,
    ProblemLine,
    TextRow,
    TextsFace,
)
from kiosk.ui.organiser.wording import clock_time, language_names

MOST_NAME = 80

_KINDS = {
    StoryKind.INFORMATION: N_("information"),
    StoryKind.TESTIMONIAL: N_("testimonial"),
    StoryKind.QUESTION: N_("question"),
}
_STATES = {
    ShownState.SHOWN: (N_("shown"), "ok"),
    ShownState.OTHER_LANGUAGE: (N_("other language"), "muted"),
    ShownState.NO_CONSENT: (N_("no consent yet"), "warn"),
    ShownState.NOT_EVERYONE: (N_("not everyone said yes"), "warn"),
    ShownState.WORDS_CHANGED: (N_("words changed"), "warn"),
    ShownState.TAKEN_BACK: (N_("taken back"), "muted"),
}
_CONSENTS = {
    ShownState.NO_CONSENT: (N_("Nobody has said yes yet. The room does not see it."), "info"),
    ShownState.NOT_EVERYONE: (
        N_("The room does not see it: these words still need the yes of {names}."),
        "warn",
    ),
    ShownState.WORDS_CHANGED: (
        N_("The words or the picture changed after the yes. Show them as they are now, and ask."),
        "warn",
    ),
    ShownState.TAKEN_BACK: (N_("The yes was taken back. The room does not see it."), "info"),
}
_STANDING = N_("There is a yes to exactly these words. The room may see it.")
_FORMS = {
    ConsentForm.SIGNED: N_("on paper, signed"),
    ConsentForm.EMAIL: N_("by e-mail"),
    ConsentForm.SPOKEN: N_("by word of mouth"),
}


def form_name(form: ConsentForm) -> str:
    """How somebody said yes."""
    return _(_FORMS[form])


def kind_name(kind: StoryKind) -> str:
    """What a text is."""
    return _(_KINDS[kind])


def texts_face(overview: StoriesOverview, selected: str) -> TextsFace:
    """The list of all texts, and of the files that can't be shown."""
    problems = tuple(
        ProblemLine(place_text(each.file, each.line), problem_text(each.mistake, each.about))
        for each in overview.library.problems
    )
    title = ngettext(
        "{count} file needs mending. Until then its text is shown in no language.",
        "{count} files need mending. Until then their texts are shown in no language.",
        len(problems),
    ).format(count=len(problems))
    rows = tuple(_row(overview, story_id) for story_id in overview.ids())
    return TextsFace(rows, problems, title, selected)


def _row(overview: StoriesOverview, story_id: str) -> TextRow:
    versions = overview.library.versions(story_id)
    shown = version_in(versions, language())
    state, tone = _STATES[overview.state(story_id)]
    return TextRow(story_id, shown.title, _detail(overview, versions, shown), _(state), tone)


def _detail(overview: StoriesOverview, versions: tuple[Story, ...], shown: Story) -> str:
    """Kind, languages, sources, and whether it is the organisers' own."""
    sources = max(len(story.sources) for story in versions)
    counted = ngettext("{count} source", "{count} sources", sources).format(count=sources)
    parts = [
        kind_name(shown.kind),
        ", ".join(story.language for story in versions),
        counted if sources else "",
        _("your own") if any(overview.is_own(story) for story in versions) else "",
    ]
    return " · ".join(part for part in parts if part)


def version_in(versions: tuple[Story, ...], code: str) -> Story:
    """The version in a language, or the first there is."""
    return next((story for story in versions if story.language == code), versions[0])


def preview_pages(overview: StoriesOverview, story: Story) -> tuple[StoryPage, ...]:
    """What the room sees of a text, page by page, with its place among the others."""
    kinds = {each.id: each.kind for each in overview.library.stories}
    ids = [each for each in overview.ids() if kinds[each] is not StoryKind.QUESTION]
    number = ids.index(story.id) + 1 if story.id in ids else 1
    return tuple(
        StoryPage(story, blocks, page, number, max(1, len(ids)))
        for page, blocks in enumerate(pages_of(story))
    )


def preview_face(overview: StoriesOverview, story: Story, at: int) -> PreviewFace:
    """One page of a text."""
    pages = preview_pages(overview, story)
    at = min(at, len(pages) - 1)
    versions = overview.library.versions(story.id)
    codes = [each.language for each in versions]
    return PreviewFace(
        pages[at],
        _("Page {page} of {count}").format(page=at + 1, count=len(pages)),
        _note(overview, story),
        tuple((code, language_names((code,))) for code in codes),
        story.language,
        can_go_back=at > 0,
        can_go_on=at < len(pages) - 1,
        can_copy=not overview.is_own(story),
    )


def _note(overview: StoriesOverview, story: Story) -> str:
    """Why the room will not see this version, where the consent does not tell."""
    if story.language in overview.event.languages:
        return ""
    return _("Not shown: the event does not speak this language.")


def consent_face(overview: StoriesOverview, story: Story, *, busy: bool) -> ConsentFace | None:
    """Who said yes to a testimonial, and what can be done about it; nothing for other texts."""
    if not overview.needs_consent(story.id):
        return None
    state = overview.state(story.id)
    text, tone = _CONSENTS.get(state, (_STANDING, "ok"))
    said = _(text)
    if state is ShownState.NOT_EVERYONE:
        said = said.format(names=_missing(overview, story.id))
    last = sorted(overview.last_words(story.id), key=lambda each: each.given_at, reverse=True)
    givers = tuple(_giver(overview, consent, busy=busy) for consent in last)
    return ConsentFace(said, tone, givers, can_give=not busy)


def _missing(overview: StoriesOverview, story_id: str) -> str:
    """Whose yes to these words is missing; for the organisers' eyes only."""
    last = overview.last_words(story_id)
    return ", ".join(each.given_by for each in last if not overview.stands(each))


def _giver(overview: StoriesOverview, consent: StoryConsent, *, busy: bool) -> GiverLine:
    line = _("{name}, {form}, {moment}").format(
        name=consent.given_by,
        form=form_name(consent.form),
        moment=_moment(overview.event.local(consent.given_at)),
    )
    back = consent.taken_back_at
    if back is not None:
        said = _("taken back {moment}").format(moment=_moment(overview.event.local(back)))
        line = f"{line} · {said}"
    elif not overview.stands(consent):
        line = f"{line} · {_('for other words')}"
    return GiverLine(consent.given_by, line, can_take_back=back is None and not busy)


def _moment(local: datetime) -> str:
    from babel.dates import format_date  # heavy, first needed here

    return f"{format_date(local, 'd MMM', locale=language())} {clock_time(local)}"


def nothing_to_preview() -> PreviewFace:
    """Before a text was chosen."""
    return PreviewFace(None, _("Choose a text to see how it will look."))
