"""What a voice says in the room, in the language in use: short, and without hurry."""

from kiosk.i18n import N_, _
from kiosk.services.announcements import Sentence

SENTENCES = {
    Sentence.TWO_MINUTES: N_("Two more minutes."),
    Sentence.ROUND_OFF: N_("One more minute. Take your time to round off."),
    Sentence.ALMOST_ON: N_("One more minute, then we go on."),
    Sentence.ONE_MINUTE: N_("One more minute."),
    Sentence.GO_ON: N_("Time is up. We go on."),
    Sentence.FIND_TABLE: N_("We go on. Find your table."),
    Sentence.NEXT_TABLE: N_("Time is up. Find your next table."),
    Sentence.CONVERSATION: N_("The conversation begins. Have a good talk."),
    Sentence.BREAK: N_("Time is up. It is time for a break."),
    Sentence.INTEREST: N_("Time is up. Now you can say whom you would like to see again."),
    Sentence.CELEBRATION: N_("Time is up. Now we celebrate this day together."),
    Sentence.TIME_UP: N_("Time is up. Thank you."),
}


def sentence_text(sentence: Sentence) -> str:
    """The sentence as it is said."""
    return _(SENTENCES[sentence])
