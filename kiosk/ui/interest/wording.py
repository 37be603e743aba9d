"""Words of the interest station: short, calm, and the same for everyone."""

from kiosk.domain.interest import Answer
from kiosk.domain.people import Side, badge_label
from kiosk.i18n import N_, _
from kiosk.services.interest import FormCode, InterestForm, InterestLine
from kiosk.ui.interest.state import CardFace, FormFace, IdleFace, Message

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}

_REPLIES = {
    FormCode.UNKNOWN_CODE: N_("We don't know this code. The people at the desk will help you."),
    FormCode.DAMAGED_CODE: N_("The code was not read well. Please scan once more."),
    FormCode.REPLACED_BADGE: N_("You have a newer badge. Please scan that one."),
    FormCode.NO_CONVERSATIONS: N_("There is no conversation yet that you can answer about."),
}
_ANSWERS = {
    Answer.YES: N_("Yes, please"),
    Answer.MAYBE: N_("Maybe"),
    Answer.NO: N_("No, thanks"),
}


def reply(code: FormCode) -> Message:
    """What a scan that opens no form is told. It is nobody's fault."""
    return Message(_(_REPLIES[code]), "info")


def thanks() -> Message:
    """What stays for a moment after somebody was done."""
    return Message(_("Thank you, your answers are kept."), "ok")


def idle_face(message: Message | None) -> IdleFace:
    """The page between two people."""
    return IdleFace(
        heading=_("Whom would you like to see again?"),
        title=_("Scan your badge"),
        promise=_("Only if you both say yes do we share your details."),
        field=_("Or type your badge code"),
        open_text=_("Open"),
        staff_text=_("Staff"),
        message=message,
    )


def form_face(form: InterestForm, seconds_left: int, trouble: str) -> FormFace:
    """One person's page."""
    words = tuple((answer, _(word)) for answer, word in _ANSWERS.items())
    greeting = _("Hello {name}, whom would you like to see again?").format(name=form.name)
    return FormFace(
        title=greeting if form.name else _("Whom would you like to see again?"),
        cards=tuple(_card(line, form.side, words) for line in form.lines),
        consent_text=_("Share my contact details when we both say yes"),
        consent=form.may_share,
        promise=_("Only if you both say “yes” do we share contact details."),
        closing=_("Closes by itself in {seconds} s").format(seconds=seconds_left),
        done_text=_("Done"),
        read_text=_("Read aloud"),
        trouble=trouble,
    )


def _card(line: InterestLine, side: Side, words: tuple[tuple[Answer, str], ...]) -> CardFace:
    detail = [_("Round {number}").format(number=line.round_number), *line.sectors]
    if side is Side.CANDIDATE or line.badge_number is None:
        number = str(line.table_number)
    else:
        number = badge_label(line.badge_number)
    return CardFace(line.other_id, number, line.name, " · ".join(detail), words, line.answer)
