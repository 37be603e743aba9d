"""Read QR codes from picture files with the decoder that reads the camera at the desk."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.cli.output import complain, say, say_json
from kiosk.domain.errors import Refusal
from kiosk.i18n import _
from kiosk.i18n.messages import refusal_text
from kiosk.scanning.decoding import Decoded, decode
from kiosk.scanning.picture_files import grey_pages

DONE, FOUND_WANTING = 0, 1


@dataclass(frozen=True, slots=True)
class Read:
    """What a picture gave, or why it gave nothing."""

    path: Path
    codes: tuple[Decoded, ...] = ()
    refusal: Refusal | None = None


def decode_command(arguments: Namespace) -> int:
    """Tell every QR text in every picture; an unreadable one keeps no other from being read."""
    pictures = []
    for path in arguments.images:
        picture = _read(path)
        pictures.append(picture)
        if picture.refusal:
            complain(refusal_text(picture.refusal))
        elif not arguments.json:
            say(*_lines(picture))
    if arguments.json:
        say_json([_facts(picture) for picture in pictures])
    unread = any(picture.refusal for picture in pictures)
    found = any(picture.codes for picture in pictures)
    return DONE if found and not unread else FOUND_WANTING


def _read(path: Path) -> Read:
    try:
        found = [code for page in grey_pages(path) for code in decode(page)]
    except Refusal as refusal:
        return Read(path, refusal=refusal)
    return Read(path, tuple(dict.fromkeys(found)))


def _facts(picture: Read) -> dict[str, object]:
    facts: dict[str, object] = {
        "path": str(picture.path),
        "codes": [{"text": code.text, "badge_code": code.is_badge_code} for code in picture.codes],
    }
    return facts | {"refused": picture.refusal.code} if picture.refusal else facts


def _lines(picture: Read) -> Iterator[str]:
    path = visible(str(picture.path))
    if not picture.codes:
        yield _("{path}: no QR code found").format(path=path)
    for code in picture.codes:
        line = _("{path}: {text} (badge code)") if code.is_badge_code else _("{path}: {text}")
        yield line.format(path=path, text=visible(code.text))


def visible(text: str) -> str:
    """Text that a terminal shows and does not obey: what can't be printed is spelt out."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )
