"""Words for a mistake in a brochure's content file: what is wrong, and how it should look."""

from collections.abc import Mapping

from kiosk.i18n import N_, _

_MISTAKES = {
    "unreadable": N_("this file is missing or can't be read."),
    "facts-missing": N_("the file must begin with facts between two lines of {fence}."),
    "facts-unreadable": N_("this fact can't be read. Write it like: title = \u201cA title\u201d"),
    "not-a-text": N_("after \u201c{key}\u201d there must be a text between quotation marks."),
    "not-a-list": N_("after \u201c{key}\u201d there must be a list of texts between [ and ]."),
    "other-file": N_("in this file \u201c{key}\u201d must be \u201c{wanted}\u201d."),
    "no-chapter": N_("there is no chapter. One begins with: # Small words above | Title"),
    "before-chapter": N_("this stands before the first chapter (# Small words above | Title)."),
    "chapter-title": N_("a chapter begins with: # Small words above | Title"),
    "heading": N_("use # for a chapter, and ## for at most three columns in it."),
    "box-title": N_("a box begins with its title in bold: > **Title**"),
    "no-place": N_("a brochure has no place for this. Use plain text, - for a list, > for a box."),
    "only-bold": N_("within text only **bold** can be used."),
    "placeholder": N_(
        "nothing is known as {{{name}}}. Known are {{minutes}}, {{rounds}}, {{event}}."
    ),
}


def mistake_text(facts: Mapping[str, str | int]) -> str:
    """The ``mistake`` of a refused content file, in words."""
    return _(_MISTAKES[str(facts["mistake"])]).format(**facts)
