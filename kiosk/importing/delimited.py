"""CSV as it comes: any of the usual encodings and delimiters, found by looking."""

import csv
import io
import itertools
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections import Counter
from collections.abc import Iterator

from kiosk.importing.tables import MAX_COLUMNS, MAX_ROWS, Table, TableTrouble, table_of, unreadable

DELIMITERS = ";,\t|"
_SAMPLE = 50
_BOMS = (
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOLERATED_CONTROLS = 0.01
_ZEROS_OF_UTF16 = 0.2
_END = "\x1fend"
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def read_delimited(content: bytes) -> Table:
    """The one table in a text file."""
    text = decode(content)
    if not text.strip():
        raise unreadable(TableTrouble.EMPTY)
    stated = _SEPARATOR_LINE.match(text)
    text = text[stated.end() :] if stated else text
    delimiter = stated.group(1) if stated else find_delimiter(text)
    return table_of("", _records(text, delimiter))


def decode(content: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, else UTF-16, else Windows-1252."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_BINARY.findall(text)) > _TOLERATED_CONTROLS * len(text):
            continue
        return text
    raise unreadable(TableTrouble.NOT_TEXT)


def _candidates(content: bytes) -> Iterator[str]:
    """Likely ones first; the guess, which takes longest, only when asked for."""
    marked = [encoding for bom, encoding in _BOMS if content.startswith(bom)]
    if marked:
        yield marked[0]
        return
    start = content[:2000]
    if start.count(0) > _ZEROS_OF_UTF16 * len(start):
        even, odd = start[::2].count(0), start[1::2].count(0)
        yield "utf-16-be" if even > odd else "utf-16-le"
        return
    yield from ("utf-8", "cp1252")
    yield from _guessed(content)


def _guessed(content: bytes) -> list[str]:
    """What an old Mac or DOS program may have written, for bytes that Windows does not know."""
    from charset_normalizer import from_bytes  # slow to load

    best = from_bytes(content[:100_000], cp_isolation=["mac_roman", "cp850"]).best()
    return [best.encoding] if best else []


def find_delimiter(text: str) -> str:
    """The delimiter with which most records have the same, largest number of cells."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> float:
    try:
        records = itertools.islice(_reader(text, delimiter), _SAMPLE)
        widths = Counter(len(record) for record in records if record)
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, often = widths.most_common(1)[0]
    return (width - 1) * often / widths.total()


def _records(text: str, delimiter: str) -> list[list[str]]:
    """All records. A mark after the last one shows whether a cell was still open there.

    Without it one forgotten quotation mark would swallow everybody below it in silence.
    """
    line_end = "" if text.endswith(("\n", "\r")) else "\n"
    records = []
    try:
        for record in _reader(f"{text}{line_end}{_END}", delimiter):
            records.append(record)
            if len(records) > MAX_ROWS + 1 or len(record) > MAX_COLUMNS:
                return records
    except csv.Error as error:
        raise unreadable(TableTrouble.DAMAGED) from error
    if records.pop() != [_END]:
        raise unreadable(TableTrouble.OPEN_QUOTE)
    return records


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
