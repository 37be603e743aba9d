"""The words of the walk-in form, in the language in use."""

from kiosk.domain.people import ConsentKind, Side, badge_label
from kiosk.i18n import N_, _
from kiosk.services.search import PersonLine
from kiosk.ui.desk.walk_in.state import FormField

MOST_LETTERS = 24
"""Of a name on a button; all of it is in its tool tip."""

SIDES = {
    Side.CANDIDATE: N_("Candidate"),
    Side.EMPLOYER: N_("Employer"),
    Side.COMPANION: N_("Companion"),
}
_READ_OUT = {
    ConsentKind.TAKE_PART: N_("“Would you like to take part today?”"),
    ConsentKind.SHARE_CONTACT: N_("“May we share your contact details after a match?”"),
    ConsentKind.FOLLOW_UP: N_("“May we call you again later on?”"),
}
_PROBLEMS = {
    FormField.NAME: N_("Ask for a name first; any name will do."),
    FormField.SIDE: N_("Choose one of the three first."),
    FormField.CONTACT: N_("That is no phone number or e-mail address. It may stay empty."),
    FormField.EMPLOYER: N_("Choose an organisation from the list."),
    FormField.TAKE_PART: N_("Ask this first; no is a good answer too."),
}


def field_words() -> dict[FormField, tuple[str, str]]:
    """What stands above each field, and the hint below it."""
    return {
        FormField.NAME: (_("Name as wanted"), ""),
        FormField.SIDE: (_("Comes as"), ""),
        FormField.LANGUAGES: (_("Languages"), ""),
        FormField.NEEDS: (
            _("Needs"),
            _("Only what we must arrange: interpreter, step-free, quiet. Nothing about health."),
        ),
        FormField.CONTACT: (_("Phone or e-mail"), ""),
        FormField.EMPLOYER: (_("Organisation"), ""),
        FormField.CANDIDATE: (_("Comes with"), ""),
    }


def side_word(side: Side) -> str:
    """What somebody comes as; for staff screens only."""
    return _(SIDES[side])


def question_words(kind: ConsentKind, side: Side | None) -> str:
    """What is read out to somebody."""
    if side in {Side.EMPLOYER, Side.COMPANION}:
        return _("Comes today?")
    return _(_READ_OUT[kind])


def problem_words(field: FormField) -> str:
    """What is to be done about a field."""
    return _(_PROBLEMS[field])


def double_words(line: PersonLine) -> str:
    """The button that checks in somebody who was on the list all the time."""
    name = line.name if len(line.name) <= MOST_LETTERS else line.name[:MOST_LETTERS] + "…"
    return _("Already registered? {name}, badge {number}").format(
        name=name, number=badge_label(line.badge_number)
    )
