"""Text for people: gettext, with English as the source and one catalogue for each other language.

The language is a context variable, so a brochure in English can be printed on a worker thread
while the screen stays Dutch. Mark text with ``_`` or ``ngettext``; mark text that is translated
later with ``N_``.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "stoelendans"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("nl", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="nl")


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[language])


def language() -> str:
    """The ISO code of the language in use in this context."""
    return _language.get()


def use_language(code: str) -> None:
    """Speak this language from now on; one we have no catalogue for becomes English."""
    _language.set(code if code in LANGUAGES else SOURCE_LANGUAGE)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language within the block."""
    token = _language.set(code if code in LANGUAGES else SOURCE_LANGUAGE)
    try:
        yield
    finally:
        _language.reset(token)


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(_language.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in its form for ``count``."""
    return _catalogue(_language.get()).ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a message for the catalogue and return it untranslated."""
    return message
