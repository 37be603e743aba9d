"""Whether everyone in the room can read the board, in one or two clear sentences."""

from kiosk.domain.legibility import GOOD_ARC_MINUTES, Sight, readable_metres
from kiosk.i18n import _, language, ngettext
from kiosk.services.room.advice import BoardAdvice, BoardNeeds
from kiosk.services.room.board import BoardFit
from kiosk.ui.organiser.room.measures import written

HALF_MINUTE = 30


def decimal_comma() -> str:
    """What stands before a fraction in the language in use."""
    return "." if language() == "en" else ","


def metres(value: float) -> str:
    """A distance to the decimetre."""
    return written(round(value, 1), decimal_comma())


def tone_of(fit: BoardFit) -> str:
    """How good the news is."""
    if fit.letters_too_small or fit.pages_do_not_fit:
        return "bad"
    return "ok" if fit.arc_minutes >= GOOD_ARC_MINUTES - 0.05 else "warn"


def outcome_text(fit: BoardFit, sight: Sight, needs: BoardNeeds, advice: BoardAdvice) -> str:
    """The size of the letters, the time that the pages take, and what would help."""
    sentences = [_letters(fit, sight), _pages(fit, needs)]
    if fit.letters_too_small or fit.pages_do_not_fit:
        sentences.append(_help(advice))
    return " ".join(sentences)


def _letters(fit: BoardFit, sight: Sight) -> str:
    if fit.letters_too_small:
        text = _(
            "Letters are {size} mm high: readable up to {reach} m."
            " The farthest seat is {distance} m away."
        )
    elif tone_of(fit) == "ok":
        text = _("Letters are {size} mm high: everyone can read them, up to {reach} m.")
    else:
        text = _(
            "Letters are {size} mm high: the farthest seat, at {distance} m, can just read them."
        )
    return text.format(
        size=round(fit.letter_millimetres),
        reach=metres(readable_metres(fit.letter_millimetres)),
        distance=metres(sight.metres),
    )


def _pages(fit: BoardFit, needs: BoardNeeds) -> str:
    if fit.pages == 1:
        return _("Everyone stands on one page.")
    if fit.pages_do_not_fit:
        text = _(
            "{pages} pages take {all} seconds, but the changeover has only {changeover}:"
            " who is on the last page does not find a table in time."
        )
    else:
        text = ngettext(
            "{pages} page of {seconds} seconds: the whole board in {all} seconds.",
            "{pages} pages of {seconds} seconds: the whole board in {all} seconds.",
            fit.pages,
        )
    return text.format(
        pages=fit.pages,
        seconds=int(fit.seconds_per_page),
        all=round(fit.seconds_for_all),
        changeover=round(needs.seconds),
    )


def _help(advice: BoardAdvice) -> str:
    ways: list[str] = []
    if advice.numbers_only:
        ways.append(_("badge numbers without names"))
    if advice.inches is not None:
        ways.append(_("a picture of {inches} inches").format(inches=advice.inches))
    if advice.seconds is not None:
        ways.append(_("changeovers of {time}").format(time=_length(advice.seconds)))
    if not ways:
        return _("Seats nearer to the screen help, or a second screen.")
    return _("What helps: {ways}.").format(ways=_(" or ").join(ways))


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if rest:
        return _("{minutes}:{seconds:02d} min").format(minutes=minutes, seconds=rest)
    return _("{minutes} min").format(minutes=minutes)
