"""What a card says and offers, for each answer of the desk."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.people import Attendee, CheckIn, SeatNeed, Side
from kiosk.domain.verdicts import (
    DeskHours,
    DeskRecord,
    FirstTable,
    MissingAnswer,
    Verdict,
    VerdictCode,
)
from kiosk.i18n import speaking
from kiosk.ui.desk.card_words import QUESTIONS, CardWords, card_words
from kiosk.ui.desk.screen import Left, Undone
from kiosk.ui.desk.wording import Action
from tests.helpers.days import MORNING, a_candidate, a_representative, an_employer, an_event

EVENT = an_event()
CAME = CheckIn(MORNING, "desk 1", "Els")
OFFERED = {
    VerdictCode.WELCOME: "F2 F3 F4 Ctrl+Z",
    VerdictCode.WELCOME_BACK: "F2 F3 F4 Ctrl+Z",
    VerdictCode.ALREADY_HERE: "F2 F6 F4 Esc",
    VerdictCode.NOT_COMING: "F7 F4 Esc",
    VerdictCode.CONSENT_MISSING: "F7 F4 Esc",
    VerdictCode.REPLACED_BADGE: "Ctrl+F F4 Esc",
}
KEYS = {
    Action.BADGE: "F2",
    Action.BADGE_AGAIN: "F2",
    Action.BROCHURE: "F3",
    Action.EDIT: "F4",
    Action.CHECK_OUT: "F6",
    Action.CONSENT: "F7",
    Action.EXPECT: "F7",
    Action.SEARCH: "Ctrl+F",
    Action.UNDO: "Ctrl+Z",
    Action.BACK: "Esc",
}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with speaking("en"):
        yield


def words(
    code: VerdictCode = VerdictCode.WELCOME, attendee: Attendee | None = None, **facts: object
) -> CardWords:
    record = DeskRecord(attendee or a_candidate(17), may_take_part=True, **facts)  # type: ignore[arg-type]
    return card_words(Verdict(code, MORNING, record, CAME), EVENT)


@pytest.mark.parametrize("code", VerdictCode)
def test_a_card_offers_what_can_be_done_next(code: VerdictCode) -> None:
    offered = words(code).actions
    assert " ".join(KEYS[action] for action in offered) == OFFERED.get(code, "Ctrl+F Esc")


def test_nobody_with_a_replaced_badge_is_checked_in_with_it() -> None:
    assert not {Action.CONSENT, Action.EXPECT} & set(words(VerdictCode.REPLACED_BADGE).actions)


def test_a_welcome_says_where_to_sit_first() -> None:
    card = words(first_table=FirstTable(4, 1))
    assert (card.table_caption, card.table) == ("Round 1", "Table 4")
    own = words(attendee=a_representative(9, an_employer(4)), first_table=FirstTable(4))
    assert (own.table_caption, own.table) == ("Own table", "Table 4")


def test_somebody_without_a_conversation_is_sent_to_the_host() -> None:
    card = words()
    assert (card.table_caption, card.table) == ("Tell the host", "No table yet")
    companion = replace(a_candidate(5), side=Side.COMPANION)
    assert words(attendee=companion).table == ""


def test_those_who_come_together_are_named_on_both_cards() -> None:
    assert words(companions=("Piet",)).company == "Comes with Piet"
    assert words(companions=("An", "Bo", "Cy")).company == "Comes with An, Bo and Cy"
    assert words(accompanies="Samira B.").company == "Comes with Samira B."
    assert words().company == ""


def test_every_missing_answer_has_a_question() -> None:
    asked = words(missing=tuple(MissingAnswer)).to_ask
    assert asked.count("?") == len(MissingAnswer) == len(QUESTIONS)


def test_notes_are_for_the_welcome_only() -> None:
    """Whoever is turned away or is here already needs none of it on the screen."""
    careful = a_candidate(17, needs="Tolk Arabisch")
    facts = {"missing": tuple(MissingAnswer), "companions": ("Piet",)}
    for code in set(VerdictCode) - {VerdictCode.WELCOME, VerdictCode.WELCOME_BACK}:
        card = words(code, careful, **facts)
        assert (card.attention, card.to_ask, card.company, card.table) == ("", "", "", "")
    assert words(VerdictCode.WELCOME_BACK, careful).attention == "Tolk Arabisch"


def test_what_a_table_must_offer_is_said_where_their_own_words_do_not() -> None:
    both = tuple(SeatNeed)
    assert words(attendee=a_candidate(17, seat_needs=both)).attention == (
        "Step-free table · Quiet table"
    )
    told = a_candidate(17, needs="Rolstoel", seat_needs=both)
    assert words(attendee=told).attention == "Rolstoel · Quiet table"


def test_too_early_says_when_the_desk_opens() -> None:
    today = DeskHours(opens=MORNING + timedelta(hours=1))
    assert "opens at 14:00" in words(VerdictCode.TOO_EARLY, hours=today).advice
    tomorrow = DeskHours(opens=MORNING + timedelta(days=1))
    assert "opens on 22/3 at 13:00" in words(VerdictCode.TOO_EARLY, hours=tomorrow).advice
    assert "not open yet" in words(VerdictCode.TOO_EARLY).advice


def test_closed_says_since_when() -> None:
    closed = DeskHours(closes=MORNING - timedelta(hours=1))
    assert "closed at 12:00" in words(VerdictCode.EVENT_CLOSED, hours=closed).advice
    assert "has closed" in words(VerdictCode.EVENT_CLOSED).advice


def test_consent_is_asked_in_full_and_no_is_an_answer() -> None:
    advice = words(VerdictCode.CONSENT_MISSING).advice
    assert "“Do you take part, and may your details be used for it?”" in advice
    assert "No is fine too" in advice


def test_coming_back_and_leaving_say_when() -> None:
    assert "first checked in at 13:00" in words(VerdictCode.WELCOME_BACK).detail
    gone = replace(CAME, left_at=MORNING + timedelta(hours=2))
    record = DeskRecord(a_candidate(17), may_take_part=True, check_in=gone)
    left = card_words(Left(record), EVENT)
    assert (left.headline, left.name) == ("Checked out", "Samira B.")
    assert "checked out at 15:00" in left.detail
    assert card_words(Undone(record), EVENT).headline == "Undone"


def test_a_verdict_about_nobody_says_its_word_large() -> None:
    for code in (VerdictCode.OTHER_EVENT, VerdictCode.GARBLED_SCAN, VerdictCode.UNKNOWN_CODE):
        card = card_words(Verdict(code, MORNING), EVENT)
        assert card.name
        assert (card.headline, card.detail, card.table) == ("", "", "")


def test_a_screen_reader_hears_the_verdict_first_and_all_of_it() -> None:
    careful = a_candidate(17, needs="Tolk Arabisch")
    spoken = words(attendee=careful, first_table=FirstTable(4, 1), companions=("Piet",)).spoken
    assert spoken.startswith("Welcome. Samira B.. Badge 17")
    assert "Comes with Piet. Round 1. Table 4. Tolk Arabisch" in spoken
