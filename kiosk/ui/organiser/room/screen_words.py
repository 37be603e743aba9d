"""Whether everyone in the room can read the board, in one or two clear sentences."""

from kiosk.domain.legibility import GOOD_ARC_MINUTES, Sight, readable_metres
from kiosk.i18n import _, language, ngettext
from kiosk.services.room.advice import BoardAdvice, BoardNeeds, text_metres
from kiosk.services.room.board_fit import BoardFit
from kiosk.ui.organiser.room.measures import written
from kiosk.ui.theme.tokens import load_tokens


def decimal_comma() -> str:
    """What stands before a fraction in the language in use."""
    return "." if language() == "en" else ","


def metres(value: float) -> str:
    """A distance to the decimetre."""
    return written(round(value, 1), decimal_comma())


def tone_of(fit: BoardFit) -> str:
    """How good the news is."""
    if not fit.is_well:
        return "bad"
    if fit.arc_minutes is None:
        return "muted"
    return "ok" if fit.arc_minutes >= GOOD_ARC_MINUTES - 0.05 else "warn"


def outcome_text(fit: BoardFit, sight: Sight | None, needs: BoardNeeds, advice: BoardAdvice) -> str:
    """The size of the letters, the time that the pages take, and what would help."""
    sentences: list[str] = []
    if sight is not None:
        sentences += [_letters(fit, sight), *_text(fit, sight)]
    sentences.append(_pages(fit, needs))
    if not fit.is_well:
        sentences.append(_help(fit, advice))
    if sight is None:
        sentences.append(_("Measure both: then you see here whether everyone can read the board."))
    return " ".join(sentences)


def _letters(fit: BoardFit, sight: Sight) -> str:
    usual, longest = fit.letter_millimetres or 0.0, fit.longest_millimetres or 0.0
    if fit.letters_too_small and round(longest) < round(usual):
        text = _(
            "Letters on the board are {size} mm high, those of the longest name {small} mm:"
            " readable up to {reach} m. The farthest seat is {distance} m away."
        )
    elif fit.letters_too_small:
        text = _(
            "Letters on the board are {size} mm high: readable up to {reach} m."
            " The farthest seat is {distance} m away."
        )
    elif tone_of(fit) == "warn":
        text = _(
            "Letters on the board are {size} mm high:"
            " the farthest seat, at {distance} m, can just read them."
        )
    else:
        text = _(
            "Letters on the board are {size} mm high: everyone can read them, up to {reach} m."
        )
    return text.format(
        size=round(usual if fit.letters_too_small else longest),
        small=round(longest),
        reach=metres(readable_metres(longest)),
        distance=metres(sight.metres),
    )


def _text(fit: BoardFit, sight: Sight) -> list[str]:
    """Only the board grows with the room: said where all is well but for other text."""
    reach = text_metres(load_tokens().font.room.body, sight)
    if fit.letters_too_small or reach >= sight.metres:
        return []
    said = _("Questions and stories: readable up to {reach} m.")
    return [said.format(reach=metres(reach))]


def _pages(fit: BoardFit, needs: BoardNeeds) -> str:
    if fit.pages == 1:
        return _("Everyone stands on one page.")
    if fit.pages_do_not_fit:
        text = _(
            "Not everyone sees their page in the changeover: {pages} pages take {all} seconds,"
            " and there are {changeover}."
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


def _help(fit: BoardFit, advice: BoardAdvice) -> str:
    ways: list[str] = []
    if advice.numbers_only:
        ways.append(_("badge numbers without names"))
    if advice.inches is not None:
        ways.append(_("a picture of {inches} inches").format(inches=advice.inches))
    if advice.seconds is not None:
        ways.append(_("changeovers of {time}").format(time=_length(advice.seconds)))
    if not ways and fit.letters_too_small:
        return _("Seats nearer to the screen help, or a second screen.")
    if not ways:
        return _("A route card for everyone helps: it tells where to sit.")
    return _("What helps: {ways}.").format(ways=_(" or ").join(ways))


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if rest:
        return _("{minutes}:{seconds:02d} min").format(minutes=minutes, seconds=rest)
    return _("{minutes} min").format(minutes=minutes)
