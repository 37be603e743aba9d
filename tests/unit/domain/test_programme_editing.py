"""Editing the programme: what moves, what stays, and what can't be done."""

from collections.abc import Sequence
from datetime import time

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.domain.programme import (
    Describe,
    Insert,
    InsertRounds,
    Move,
    Phase,
    PhaseKind,
    PhaseSound,
    ProgrammeEdit,
    Remove,
    Resize,
    ResizeAll,
    Skip,
    StartAt,
    TakeUp,
    edited,
    lay_out,
    rounds_of,
    taking_place,
    with_round_added,
    without_last_round,
)
from tests.helpers.days import LINES

WELCOME, INFO, ROUND_1, CHANGEOVER_2, ROUND_2, BREAK, ROUND_3 = range(7)
ROUND_4, INTEREST = 8, 9
DAY = lay_out(LINES)
LETTERS = {
    PhaseKind.WELCOME: "w",
    PhaseKind.INFO: "i",
    PhaseKind.CHANGEOVER: "-",
    PhaseKind.BREAK: "b",
    PhaseKind.INTEREST: "?",
    PhaseKind.CELEBRATION: "!",
}


def shape(phases: Sequence[Phase]) -> str:
    """The parts that take place, a letter for each, and rounds by their numbers."""
    return "".join(
        LETTERS.get(phase.kind) or str(phase.round_number) for phase in taking_place(phases)
    )


def starts(phases: Sequence[Phase]) -> list[time]:
    return [phase.starts for phase in phases]


def test_the_day_that_these_tests_begin_with() -> None:
    assert shape(DAY) == "wi1-2b3-4?!"


class TestBeforeTheDay:
    def test_a_longer_part_makes_what_follows_later_up_to_a_fixed_time(self) -> None:
        phases = edited(DAY, Resize(WELCOME, 40 * 60))
        assert starts(phases)[:3] == [time(13, 30), time(14, 0), time(14, 20)]
        phases = edited(DAY, Resize(INFO, 25 * 60))
        assert starts(phases)[ROUND_1] == time(14, 25)
        assert phases[-1].ends == time(16, 0)

    def test_a_break_moves_between_rounds_and_changeovers_follow(self) -> None:
        assert shape(edited(DAY, Move(BREAK, -1))) == "wi1b2-3-4?!"
        assert shape(edited(DAY, Move(BREAK, 1))) == "wi1-2-3b4?!"

    def test_a_round_that_moves_gets_the_number_of_its_place(self) -> None:
        phases = edited(DAY, Move(ROUND_3, -1))
        assert shape(phases) == "wi1-2-3b4?!"
        assert [phase.round_number for phase in rounds_of(phases)] == [1, 2, 3, 4]

    def test_what_is_skipped_takes_no_time_in_what_is_agreed(self) -> None:
        phases = edited(DAY, Skip(BREAK))
        assert shape(phases) == "wi1-2-3-4?!"
        assert phases[-1].ends == time(15, 41)
        assert shape(edited(phases, TakeUp(BREAK))) == shape(DAY)
        assert starts(edited(phases, TakeUp(BREAK))) == starts(DAY)

    def test_rounds_are_made_from_one_line(self) -> None:
        phases = edited(DAY, InsertRounds(ROUND_4, 3, 5 * 60, 90))
        assert shape(phases) == "wi1-2b3-4-5-6-7?!"
        assert [p.seconds for p in phases[ROUND_4 + 1 : ROUND_4 + 7]] == [60, 300, 90, 300, 90, 300]

    def test_rounds_without_a_changeover_stay_so(self) -> None:
        phases = edited(lay_out(LINES[:2]), InsertRounds(INFO, 3, 300, 0))
        assert shape(phases) == "wi123"
        assert shape(edited(phases, Resize(WELCOME, 60))) == "wi123"

    def test_rounds_that_want_no_changeover_get_none_beside_others_that_have_one(self) -> None:
        phases = edited(DAY, InsertRounds(INTEREST, 3, 300, 0))
        assert shape(phases) == "wi1-2b3-4?567!"

    def test_all_changeovers_change_together(self) -> None:
        phases = edited(DAY, ResizeAll(PhaseKind.CHANGEOVER, 90))
        assert {p.seconds for p in phases if p.kind is PhaseKind.CHANGEOVER} == {90}

    def test_a_part_begins_at_a_clock_time_or_when_the_one_before_it_ends(self) -> None:
        phases = edited(DAY, StartAt(INTEREST, time(15, 30)))
        assert phases[INTEREST].starts == time(15, 30)
        assert phases[INTEREST].fixed
        assert phases[INTEREST + 1].starts == time(15, 50)
        linked = edited(phases, StartAt(INTEREST, None))
        assert starts(linked) == starts(DAY)

    def test_a_part_is_taken_out_for_good(self) -> None:
        phases = edited(DAY, Remove(BREAK))
        assert shape(phases) == "wi1-2-3-4?!"
        assert len(phases) == len(DAY)

    def test_a_linked_part_that_becomes_the_first_begins_the_day(self) -> None:
        linked = edited(DAY, StartAt(INFO, None))
        phases = edited(linked, Move(INFO, -1))
        assert phases[0].kind is PhaseKind.INFO
        assert phases[0].starts == time(13, 30)

    def test_title_sound_and_question_change_and_nothing_else(self) -> None:
        said = Describe(ROUND_1, "Kennismaken", PhaseSound.SPOKEN, "Waar word jij blij van?")
        phases = edited(DAY, said)
        changed = phases[ROUND_1]
        assert (changed.title, changed.sound, changed.prompt) == (
            "Kennismaken",
            PhaseSound.SPOKEN,
            "Waar word jij blij van?",
        )
        assert starts(phases) == starts(DAY)


@pytest.mark.parametrize("begun", [-1, WELCOME])
class TestTheFirstRoundOfSeveral:
    def test_it_goes_and_comes_back_with_the_changeover_behind_it(self, begun: int) -> None:
        slow = edited(DAY, Resize(CHANGEOVER_2, 600), begun)
        without = edited(slow, Skip(ROUND_1), begun)
        assert shape(without) == "wi1b2-3?!"
        assert edited(without, TakeUp(ROUND_1), begun) == slow

    def test_its_changeover_waits_for_it_while_other_parts_are_moved(self, begun: int) -> None:
        slow = edited(DAY, Resize(CHANGEOVER_2, 600), begun)
        moved = edited(edited(slow, Skip(ROUND_1), begun), Move(BREAK, 1), begun)
        back = edited(moved, TakeUp(ROUND_1), begun)
        assert shape(back) == "wi1-2-3b4?!"
        assert back[CHANGEOVER_2].seconds == 600

    def test_two_rounds_that_are_skipped_come_back_in_any_order(self, begun: int) -> None:
        three = edited(edited(DAY, Skip(BREAK), begun), Skip(ROUND_1), begun)
        without = edited(three, Skip(ROUND_2), begun)
        assert shape(edited(without, TakeUp(ROUND_1), begun))[:3] == "wi1"
        back = edited(edited(without, TakeUp(ROUND_2), begun), TakeUp(ROUND_1), begun)
        assert back == edited(DAY, Skip(BREAK), begun)


class TestOnTheDay:
    def test_what_was_agreed_stays_as_it_was(self) -> None:
        phases = edited(DAY, Resize(BREAK, 10 * 60), begun=ROUND_1)
        assert starts(phases) == starts(DAY)
        assert (phases[BREAK].seconds, phases[BREAK].agreed_seconds) == (600, 900)
        assert phases[-1].ends == DAY[-1].ends

    def test_a_break_that_is_put_in_was_never_agreed(self) -> None:
        phases = edited(DAY, Insert(ROUND_1, PhaseKind.BREAK, 300, "Even ademen"), begun=ROUND_1)
        assert shape(phases) == "wi1b2b3-4?!"
        assert phases[ROUND_1 + 1].agreed_seconds == 0
        assert phases[ROUND_1 + 1].starts == DAY[ROUND_1].ends
        assert phases[-1].starts == DAY[-1].starts

    def test_what_was_put_in_can_be_taken_out_and_the_changeover_is_back(self) -> None:
        phases = edited(DAY, Insert(ROUND_1, PhaseKind.BREAK, 300), begun=ROUND_1)
        back = edited(phases, Remove(ROUND_1 + 1), begun=ROUND_1)
        assert shape(back) == shape(DAY)

    def test_another_order_is_a_new_agreement_about_when(self) -> None:
        phases = edited(DAY, Move(BREAK, -1), begun=ROUND_1)
        assert shape(phases) == "wi1b2-3-4?!"
        assert starts(phases)[ROUND_1 + 1] == DAY[ROUND_1].ends
        assert phases[-1].ends == DAY[-1].ends

    def test_the_last_round_goes_with_its_changeover_and_comes_back_where_it_was(self) -> None:
        without = without_last_round(DAY, ROUND_1)
        assert shape(without) == "wi1-2b3?!"
        assert shape(with_round_added(without, ROUND_1)) == shape(DAY)

    def test_a_round_after_a_break_comes_back_after_that_break(self) -> None:
        early = without_last_round(without_last_round(DAY, ROUND_1), ROUND_1)
        assert shape(early) == "wi1-2b?!"
        again = with_round_added(with_round_added(early, ROUND_1), ROUND_1)
        assert shape(again) == shape(DAY)

    def test_a_round_more_is_like_the_last_one(self) -> None:
        phases = with_round_added(DAY, ROUND_1)
        assert shape(phases) == "wi1-2b3-4-5?!"
        assert phases[ROUND_4 + 2].seconds == DAY[ROUND_4].seconds

    def test_behind_the_round_that_everybody_walks_to_all_can_change(self) -> None:
        phases = edited(DAY, Insert(ROUND_2, PhaseKind.INFO, 300), begun=CHANGEOVER_2)
        assert shape(edited(phases, Move(BREAK + 1, -1), begun=CHANGEOVER_2)) == "wi1-2bi3-4?!"

    def test_what_has_begun_is_never_touched(self) -> None:
        begun = tuple(p for p in edited(DAY, ResizeAll(PhaseKind.ROUND, 300), begun=ROUND_2))
        assert begun[: ROUND_2 + 1] == DAY[: ROUND_2 + 1]
        assert [p.seconds for p in rounds_of(begun)] == [420, 420, 300, 300]


@pytest.mark.parametrize(
    ("edit", "begun", "code"),
    [
        (Resize(ROUND_1, 60), ROUND_1, RefusalCode.PHASE_BEGUN),
        (Resize(99, 60), -1, RefusalCode.PHASE_BEGUN),
        (Skip(WELCOME), ROUND_1, RefusalCode.PHASE_BEGUN),
        (Move(ROUND_2, -1), ROUND_1, RefusalCode.PHASE_BEGUN),
        (Insert(WELCOME, PhaseKind.BREAK, 300), ROUND_1, RefusalCode.PHASE_BEGUN),
        (Skip(ROUND_2), CHANGEOVER_2, RefusalCode.PHASE_BEGUN),
        (Move(ROUND_2, 1), CHANGEOVER_2, RefusalCode.PHASE_BEGUN),
        (Move(BREAK, -1), CHANGEOVER_2, RefusalCode.PHASE_BEGUN),
        (Insert(CHANGEOVER_2, PhaseKind.BREAK, 300), CHANGEOVER_2, RefusalCode.PHASE_BEGUN),
        (InsertRounds(CHANGEOVER_2, 1, 300, 60), CHANGEOVER_2, RefusalCode.PHASE_BEGUN),
        (Resize(BREAK, 5), -1, RefusalCode.PHASE_LENGTH),
        (Resize(BREAK, 13 * 3600), -1, RefusalCode.PHASE_LENGTH),
        (ResizeAll(PhaseKind.CHANGEOVER, 0), -1, RefusalCode.PHASE_LENGTH),
        (InsertRounds(INFO, 0, 300, 60), -1, RefusalCode.PHASE_LENGTH),
        (Skip(CHANGEOVER_2), -1, RefusalCode.PHASE_KEPT),
        (Move(CHANGEOVER_2, 1), -1, RefusalCode.PHASE_KEPT),
        (Move(WELCOME, -1), -1, RefusalCode.PHASE_KEPT),
        (Remove(BREAK), ROUND_1, RefusalCode.PHASE_KEPT),
        (InsertRounds(INFO, 150, 300, 60), -1, RefusalCode.PROGRAMME_FULL),
        (InsertRounds(INFO, 10**9, 300, 60), -1, RefusalCode.PROGRAMME_FULL),
        (InsertRounds(INFO, 2, 300, -5), -1, RefusalCode.PHASE_LENGTH),
    ],
)
def test_what_can_not_be_done_is_refused(
    edit: ProgrammeEdit, begun: int, code: RefusalCode
) -> None:
    with pytest.raises(Refusal) as refused:
        edited(DAY, edit, begun)
    assert refused.value.code is code


def test_the_only_round_stays() -> None:
    day = lay_out(LINES[:2])
    one = edited(day, InsertRounds(INFO, 1, 300, 0))
    with pytest.raises(Refusal):
        edited(one, Skip(INFO + 1))
