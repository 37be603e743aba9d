"""The words of the opening window that depend on its state."""

from kiosk.domain.errors import Refusal
from kiosk.i18n import N_, _
from kiosk.i18n.messages import refusal_text
from kiosk.ui.opening.state import Lack

_LACKS = {
    Lack.FILE: N_("Choose the event file first."),
    Lack.PASSPHRASE: N_("Type the passphrase as well."),
    Lack.DESCRIPTION: N_("Choose the event description first."),
    Lack.TARGET: N_("Choose first where the event is saved."),
    Lack.UNEXPECTED: N_(
        "Something went wrong that never should. Try again; if it stays, restart Stoelendans."
    ),
}


def trouble_text(trouble: Refusal | Lack | None) -> str:
    """One sentence in the language in use; empty when all is well."""
    if trouble is None:
        return ""
    return refusal_text(trouble) if isinstance(trouble, Refusal) else _(_LACKS[trouble])
