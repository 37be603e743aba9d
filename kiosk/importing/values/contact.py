"""E-mail addresses, phone numbers and by which way somebody wants to be reached."""

import re

from kiosk.domain.contact import normal_email, normal_phone
from kiosk.domain.people import ContactRoute, RouteKind
from kiosk.domain.registration import folded

_COUNTED = re.compile(r"\d{7,15}[.,]0+|\d[.,]\d{5,14}E\+?\d{1,2}", re.IGNORECASE)
"""A phone number that a spreadsheet took for an amount: 497123456.0, or 4,97123456E+8."""
_NO_PHONE = frozenset(
    {"geen", "niet", "none", "no", "nee", "neen", "non", "aucun", "onbekend", "unknown", "0"}
)
_AT = re.compile(r"\s*[(\[{]\s*(?:at|a|apenstaartje)\s*[)\]}]\s*|\s+at\s+", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{]\s*(?:dot|punt|point)\s*[)\]}]\s*", re.IGNORECASE)
_DIRECT = frozenset({"rechtstreeks", "direct", "zelf", "directly", "directement", "myself"})
_COMPANION = frozenset(
    {"begeleider", "begeleidster", "begeleiding", "jobcoach", "coach", "buddy", "companion"}
    | {"accompagnateur", "accompagnatrice"}
)
_VIA = re.compile(r"^(?:via|through|par|langs)\s+", re.IGNORECASE)


def suggest_email(text: str) -> str:
    """The address that may be meant: ``(at)`` for @, comma for dot, spaces; empty when unclear."""
    repaired = _DOT.sub(".", _AT.sub("@", text)).replace(",", ".").replace(" ", "").strip(".<>;")
    return normal_email(repaired) or ""


def parse_phone(text: str) -> str | None:
    """The number in E.164, read as a Belgian one, or None when it can't be a number.

    Empty when the text says that there is none.
    """
    if folded(text) in _NO_PHONE:
        return ""
    if _COUNTED.fullmatch(text.strip()):
        text = f"{float(text.replace(',', '.')):.0f}"
    return normal_phone(text)


def parse_route(text: str) -> ContactRoute:
    """``Rechtstreeks``, ``Via mijn begeleider`` or through an organisation that is named."""
    words = set(folded(text).split())
    if not words or words & _DIRECT:
        return ContactRoute()
    if words & _COMPANION:
        return ContactRoute(RouteKind.COMPANION)
    return ContactRoute(RouteKind.ORGANISATION, _VIA.sub("", text))
