"""Keep the catalogues fresh: extract marked text, merge it into each language, compile.

``python tools/catalogues.py`` writes; with ``--check`` it only says whether anything is stale.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "kiosk" / "i18n" / "locale"
DOMAIN = "stoelendans"
TRANSLATED = ("nl",)
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extract() -> Catalog:
    """Every marked message in the code, without line numbers (they would change all the time)."""
    catalogue = Catalog(project="Stoelendans", charset="utf-8", header_comment="# Stoelendans")
    found = extract_from_dir(ROOT / "kiosk", keywords=KEYWORDS, comment_tags=("Translators:",))
    for filename, _line, message, comments, context in sorted(found, key=lambda row: row[0]):
        catalogue.add(
            message, locations=[(f"kiosk/{filename}", 0)], auto_comments=comments, context=context
        )
    return catalogue


def merged(language: str, template: Catalog) -> Catalog:
    """The language's catalogue with the template's messages; what is no longer used goes."""
    path = po_path(language)
    catalogue = (
        read_po(io.BytesIO(path.read_bytes()), locale=language)
        if path.exists()
        else Catalog(locale=language, project="Stoelendans", charset="utf-8")
    )
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def po_path(language: str) -> Path:
    """Where a language's catalogue stands."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, without dates, so that the same messages give the same file."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False
    )
    dated = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Last-Translator')
    return b"".join(
        line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(dated)
    )


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it; made from the text, so that it can be checked."""
    undated = read_po(io.BytesIO(as_po(catalogue)), locale=catalogue.locale)
    undated.creation_date = undated.revision_date = datetime(2023, 3, 21, tzinfo=UTC)
    buffer = io.BytesIO()
    write_mo(buffer, undated)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Messages that still lack a text."""
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def main() -> int:
    """Write the catalogues, or with ``--check`` compare only. Returns 1 when something is amiss."""
    check = "--check" in sys.argv[1:]
    template = extract()
    trouble = []
    for language in TRANSLATED:
        catalogue = merged(language, template)
        wanted = {po_path(language): as_po(catalogue)}
        wanted[po_path(language).with_suffix(".mo")] = as_mo(catalogue)
        for path, content in wanted.items():
            if path.exists() and path.read_bytes() == content:
                continue
            if check:
                trouble.append(f"stale: {path.relative_to(ROOT)} (make catalogues)")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        trouble += [f"no {language} text: {message}" for message in untranslated(catalogue)]
    print("\n".join(trouble) or "catalogues are fresh and complete")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
