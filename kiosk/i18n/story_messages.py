"""Words for what is wrong in a story's file: one sentence that says how to mend it."""

from kiosk.i18n import N_, _

_MISTAKES = {
    "unreadable": N_("this file can't be read."),
    "too-long": N_("this file is far too long for a text in the room. Make it shorter."),
    "facts-missing": N_("the file must begin with facts between two lines of +++."),
    "facts-unreadable": N_("a fact can't be read. Write it like: id = \u201cwork\u201d"),
    "fact-missing": N_("after \u201c{about}\u201d there must be a text between quotation marks."),
    "kind": N_("\u201c{about}\u201d is no kind. Use information, testimonial or question."),
    "other-file": N_("by its facts this file must be called \u201c{about}\u201d."),
    "picture": N_("there is no picture called \u201c{about}\u201d."),
    "picture-broken": N_("the picture \u201c{about}\u201d can't be opened. Use PNG or JPEG."),
    "picture-large": N_("the picture \u201c{about}\u201d is too large. Make it smaller."),
    "picture-text": N_("say what is on \u201c{about}\u201d, as picture_text = \u201c…\u201d"),
    "source": N_("each [[source]] needs a title and a link, between quotation marks."),
    "long-sources": N_("the sources are together longer than {about} characters."),
    "long-topic": N_("the topic is longer than {about} characters."),
    "no-source": N_("the number {about} has no source. Add a [[source]] to the facts."),
    "question-number": N_(
        "a question can't hold the number {about}: beside it no source is shown."
    ),
    "title": N_("the text must begin with its title: # Title"),
    "long-title": N_("the title is longer than {about} characters."),
    "body": N_("there is no text below the title."),
    "long-sentence": N_("a sentence is too long to read from afar: \u201c{about}\u201d"),
}


def problem_text(mistake: str, about: str) -> str:
    """A mistake in words; ``about`` is what it is about, empty where that is not told."""
    return _(_MISTAKES[mistake]).format(about=about or "\u2026")


def place_text(file: str, line: int) -> str:
    """Where a problem is; ``line`` is 0 when it is the whole file."""
    return _("{file}, line {line}").format(file=file, line=line) if line else file
