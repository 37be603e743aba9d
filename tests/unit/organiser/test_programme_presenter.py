"""The organisers' programme: what is listed, what an edit says, and what is refused."""

from datetime import time

import pytest

from kiosk.domain.programme import (
    PhaseKind,
    PhaseLine,
    PhaseSound,
    Resize,
    StartAt,
    lay_out,
    rounds_of,
)
from kiosk.i18n.lengths import duration, length_text, read_clock, read_length
from kiosk.planning.repair import repair
from kiosk.services import conducting
from kiosk.services.programme_editing import edit_programme
from kiosk.ui.organiser.programme.presenter import ProgrammePresenter
from kiosk.ui.organiser.programme.state import Mark, Side
from tests.helpers.seats import candidates_of, employers_of, seat

WELCOME, INFO, ROUND_1, CHANGEOVER_2, ROUND_2, BREAK = range(6)
ROUND_4, INTEREST, CELEBRATION = 8, 9, 10
MINUTE = 60


class AnswersLater:
    """Keeps what is asked until a test lets it be answered."""

    def __init__(self, asks) -> None:
        self._asks, self._asked = asks, []

    def ask(self, use_case, then, otherwise=None) -> None:
        self._asked.append((use_case, then, otherwise))

    @property
    def count(self) -> int:
        return len(self._asked)

    def answer(self) -> None:
        while self._asked:
            self._asks.ask(*self._asked.pop(0))


def presenter(asks, clock, seen) -> ProgrammePresenter:
    found = ProgrammePresenter(asks, clock, repair, station="organiser")
    found.show, found.tell, found.changed = seen(), seen(), Counts()
    found.refresh()
    return found


class Counts:
    """How often somebody was told."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def page(people, asks, clock, seen):
    return presenter(asks, clock, seen)


@pytest.fixture
def later(people, asks) -> AnswersLater:
    return AnswersLater(asks)


@pytest.fixture
def slow_page(later, clock, seen):
    found = presenter(later, clock, seen)
    later.answer()
    return found


def face(page):
    return page.show.last


def row(page, position: int):
    return face(page).rows[position]


def phases(units):
    with units() as unit:
        return unit.programme.phases()


def chosen_title(page) -> str:
    return row(page, face(page).chosen).title


def go_on(units, clock, position: int, after: int = 0) -> None:
    """The host starts a phase, so many seconds after what ran before."""
    clock.advance(after)
    state = conducting.conductor_state(units(), clock)
    conducting.start_phase(units(), clock, position, state.position)


def edit_elsewhere(units, clock, edit) -> None:
    edit_programme(units(), clock, repair, edit, phases(units), station="host")


def with_a_plan(units, clock) -> None:
    people, tables = candidates_of(units()), employers_of(units())
    seat(units(), clock, *[[(people[n], tables[n])] for n in range(4)])


class TestTheList:
    def test_every_phase_has_its_times_kind_length_and_sound(self, page):
        assert [each.title for each in face(page).rows] == [
            "Onthaal",
            "Welkom",
            "Round 1",
            "Changeover",
            "Round 2",
            "Pauze",
            "Round 3",
            "Changeover",
            "Round 4",
            "Interesse",
            "Samen vieren",
        ]
        first = row(page, ROUND_1)
        assert (first.starts, first.ends, first.length) == ("14:20", "14:27", "7:00")
        assert (first.kind, first.sound_text) == (PhaseKind.ROUND, "gong")

    def test_a_fixed_time_is_said_in_words(self, page):
        assert row(page, WELCOME).fixed_text == "fixed"
        assert row(page, ROUND_1).fixed_text == ""

    def test_a_row_says_all_of_itself_to_a_screen_reader(self, page):
        said = row(page, WELCOME).spoken
        assert said == "Onthaal, from 13:30 to 14:00, 30 min, fixed time, Welcome, gong"

    def test_the_totals_are_rounds_begin_end_and_length(self, page):
        totals = face(page).totals
        assert totals.text == "4 rounds · 13:30 to 15:55 · 2 h 25 min"
        assert totals.pace == ""

    def test_a_fixed_time_that_is_too_early_is_an_overlap(self, page):
        page.phase.set_start(INTEREST, "15:01")
        assert row(page, INTEREST).warning == "begins 4 min before the one above ends"

    def test_a_fixed_time_that_is_later_leaves_time_free(self, page):
        page.phase.set_start(INTEREST, "15:15")
        assert row(page, INTEREST).warning == "10 min free before this"
        assert "10 min free before this" in row(page, INTEREST).spoken

    def test_a_programme_without_phases_says_so(self, units, page):
        with units() as unit:
            unit.programme.replace(())
            unit.commit()
        page.refresh()
        assert face(page).totals.text == "There is nothing in the programme yet."
        assert (face(page).phase, face(page).rows) == (None, ())
        page.insert(PhaseKind.WELCOME, "", "30")
        assert chosen_title(page) == "Welcome"


class TestEditing:
    def test_a_length_in_minutes_and_seconds(self, page, units):
        page.phase.set_length(ROUND_1, "7:30")
        assert phases(units)[ROUND_1].seconds == 450
        assert face(page).said == "“Round 1” lasts 7 min 30 s instead of 7 min."
        assert page.changed.times == 1

    def test_a_minute_more_or_less(self, page, units):
        page.choose(BREAK)
        page.lengthen(MINUTE)
        page.lengthen(-2 * MINUTE)
        assert phases(units)[BREAK].seconds == 14 * MINUTE

    def test_a_title_a_sound_and_a_question_are_kept_beside_each_other(self, page, units):
        page.phase.rename(BREAK, "  Pauze   met soep ")
        page.phase.set_sound(BREAK, PhaseSound.SOFT_GONG)
        page.phase.ask(ROUND_1, "Waar word jij\nblij van?")
        pause, first = phases(units)[BREAK], phases(units)[ROUND_1]
        assert (pause.title, pause.sound) == ("Pauze met soep", PhaseSound.SOFT_GONG)
        assert first.prompt == "Waar word jij blij van?"
        assert face(page).said == "“Round 1” has the question “Waar word jij blij van?”"

    def test_a_fixed_time_and_back_to_following_the_one_above(self, page, units):
        page.phase.set_fixed(INTEREST, is_fixed=True)
        assert phases(units)[INTEREST].fixed
        page.phase.set_start(INTEREST, "15u30")
        assert phases(units)[INTEREST].starts == time(15, 30)
        page.phase.set_fixed(INTEREST, is_fixed=False)
        assert (phases(units)[INTEREST].fixed, row(page, INTEREST).starts) == (False, "15:05")

    def test_a_moved_phase_stays_chosen(self, page):
        page.choose(BREAK)
        page.move(1)
        assert chosen_title(page) == "Pauze"
        assert face(page).chosen != BREAK
        page.move(-1)
        assert face(page).chosen == BREAK

    def test_a_skipped_phase_is_marked_and_can_come_back(self, page):
        page.choose(BREAK)
        page.toggle_skip()
        assert (row(page, BREAK).mark, row(page, BREAK).mark_text) == (Mark.SKIPPED, "skipped")
        assert face(page).phase.skip_text == "Take up again"
        page.toggle_skip()
        assert row(page, BREAK).mark is Mark.COMING

    def test_after_a_removal_the_next_phase_is_chosen(self, page):
        page.choose(INTEREST)
        page.remove()
        assert chosen_title(page) == "Samen vieren"

    def test_what_is_added_stands_after_the_chosen_phase_and_is_chosen(self, page):
        page.choose(INFO)
        page.open_side(Side.INSERT)
        page.insert(PhaseKind.BREAK, "Koffie", "10")
        assert (chosen_title(page), face(page).chosen) == ("Koffie", INFO + 1)
        assert face(page).side is Side.PHASE

    def test_rounds_come_from_one_line(self, page, units):
        page.choose(ROUND_4)
        page.insert_rounds(3, "6", "0:30")
        added = phases(units)[ROUND_4 + 1 : ROUND_4 + 7]
        assert [phase.kind for phase in added[1::2]] == [PhaseKind.ROUND] * 3
        assert len(rounds_of(phases(units))) == 7
        assert (face(page).said, chosen_title(page)) == ("3 rounds are added.", "Round 5")

    def test_rounds_may_follow_each_other_without_a_changeover(self, page, units):
        with units() as unit:
            unit.programme.replace(lay_out([PhaseLine(PhaseKind.WELCOME, 30)]))
            unit.commit()
        page.refresh()
        page.insert_rounds(2, "6", "0")
        kinds = [phase.kind for phase in phases(units)]
        assert kinds == [PhaseKind.WELCOME, PhaseKind.ROUND, PhaseKind.ROUND]

    def test_all_rounds_and_all_changeovers_at_once(self, page, units):
        page.resize_all(PhaseKind.ROUND, "6:30")
        page.resize_all(PhaseKind.CHANGEOVER, "1:30")
        lengths = {phase.kind: phase.seconds for phase in phases(units)}
        assert (lengths[PhaseKind.ROUND], lengths[PhaseKind.CHANGEOVER]) == (390, 90)
        assert face(page).said == "Every coming changeover now lasts 1 min 30 s."

    def test_what_stands_already_is_no_edit(self, page):
        page.phase.set_length(ROUND_1, "7")
        page.phase.rename(BREAK, "Pauze")
        page.phase.set_start(WELCOME, "13:30")
        assert page.changed.times == 0


class TestRefusals:
    @pytest.mark.parametrize("text", ["", "seven", "7:75", "-3", "7.25"])
    def test_what_is_no_length_is_told_and_changes_nothing(self, page, text):
        page.phase.set_length(ROUND_1, text)
        assert page.tell.last.text.startswith(f"“{text}” is no length. Write minutes")
        assert page.changed.times == 0

    @pytest.mark.parametrize("text", ["0", "0:05", "13:00:00"])
    def test_a_length_out_of_bounds_is_told(self, page, text):
        page.phase.set_length(ROUND_1, text)
        assert page.tell.last.text == "A part lasts from 10 seconds to 12 hours."

    def test_a_changeover_is_nothing_or_long_enough(self, page):
        page.insert_rounds(2, "7", "0:05")
        assert page.tell.last.text == "A part lasts from 10 seconds to 12 hours."
        assert page.changed.times == 0

    def test_what_is_no_clock_time_is_told(self, page):
        page.phase.set_start(INTEREST, "25:00")
        assert page.tell.last.text.startswith("“25:00” is no time of day.")

    def test_a_changeover_can_be_neither_moved_nor_skipped_and_says_why(self, page):
        page.choose(CHANGEOVER_2)
        phase = face(page).phase
        possible = phase.can_go_earlier, phase.can_go_later, phase.can_skip, phase.can_remove
        assert possible == (False, False, False, False)
        assert phase.why.startswith("A changeover belongs to its round")
        page.toggle_skip()
        assert page.tell.last.text == "That part can't be moved, skipped or taken out."

    def test_a_programme_that_was_changed_elsewhere_is_shown_anew(self, page, units, clock):
        edit_elsewhere(units, clock, Resize(BREAK, 5 * MINUTE))
        page.phase.set_length(ROUND_1, "8")
        assert page.tell.last.text.startswith("The programme was changed elsewhere meanwhile.")
        assert row(page, BREAK).length == "5:00"
        assert phases(units)[ROUND_1].seconds == 7 * MINUTE
        page.phase.set_length(ROUND_1, "8")
        assert row(page, ROUND_1).length == "8:00"


class TestUndo:
    def test_it_says_what_it_takes_back_and_chooses_it_again(self, page, units):
        page.choose(BREAK)
        page.move(1)
        page.choose(WELCOME)
        page.undo()
        assert face(page).said == "Undone: “Pauze” comes one place later."
        assert face(page).chosen == BREAK
        assert phases(units)[BREAK].kind is PhaseKind.BREAK

    def test_edits_are_taken_back_one_after_another(self, page, units):
        before = phases(units)
        page.phase.set_length(ROUND_1, "8")
        page.phase.set_length(BREAK, "20")
        assert face(page).undo_tip == "Undo: “Pauze” lasts 20 min instead of 15 min."
        page.undo()
        assert face(page).undo_tip == "Undo: “Round 1” lasts 8 min instead of 7 min."
        page.undo()
        assert phases(units) == before
        assert not face(page).can_undo

    def test_what_was_done_elsewhere_is_named_by_its_time(self, page, units, clock):
        edit_elsewhere(units, clock, Resize(BREAK, 5 * MINUTE))
        page.refresh()
        page.undo()
        assert face(page).said == "The change of 13:00 is undone."

    def test_nothing_to_undo_is_told(self, page):
        page.undo()
        assert page.tell.last.text == "There is nothing to undo."

    def test_too_late_is_told(self, page, units, clock):
        page.choose(WELCOME)
        page.remove()
        go_on(units, clock, 0)
        page.undo()
        assert page.tell.last.text.startswith("That can't be undone any more")


class TestOnItsWay:
    def test_a_second_tap_does_nothing_twice(self, slow_page, later, units):
        slow_page.choose(INFO)
        for _tap in range(2):
            slow_page.insert(PhaseKind.BREAK, "", "10")
            slow_page.remove()
        later.answer()
        kinds = [phase.kind for phase in phases(units)]
        assert kinds.count(PhaseKind.BREAK) == 2
        assert kinds.count(PhaseKind.INFO) == 1

    def test_a_second_undo_waits_for_another_press(self, slow_page, later, units):
        slow_page.phase.set_length(ROUND_1, "8")
        later.answer()
        slow_page.phase.set_length(BREAK, "20")
        later.answer()
        slow_page.undo()
        slow_page.undo()
        later.answer()
        assert (phases(units)[ROUND_1].seconds, phases(units)[BREAK].seconds) == (480, 900)

    def test_what_is_typed_waits_and_follows_its_phase(self, slow_page, later, units):
        slow_page.choose(INFO)
        slow_page.insert(PhaseKind.BREAK, "Koffie", "10")
        slow_page.phase.rename(BREAK, "Soep")
        slow_page.phase.set_sound(BREAK, PhaseSound.SILENT)
        slow_page.phase.set_length(ROUND_1, "8")
        later.answer()
        now = phases(units)
        assert (now[BREAK + 1].title, now[BREAK + 1].sound) == ("Soep", PhaseSound.SILENT)
        assert now[ROUND_1 + 1].seconds == 480

    def test_what_waited_is_dropped_with_a_refusal(self, slow_page, later, units, clock):
        edit_elsewhere(units, clock, StartAt(INTEREST, time(15, 30)))
        slow_page.phase.set_length(ROUND_1, "8")
        slow_page.phase.set_length(ROUND_2, "9")
        later.answer()
        assert [phases(units)[at].seconds for at in (ROUND_1, ROUND_2)] == [420, 420]
        assert slow_page.tell.last.text.startswith("The programme was changed elsewhere")


class TestOnTheDay:
    @pytest.fixture
    def running(self, page, units, clock):
        """Eight minutes late the welcome begins; it takes its half hour, and the info runs."""
        clock.advance(38 * MINUTE)
        go_on(units, clock, WELCOME)
        go_on(units, clock, INFO, after=30 * MINUTE)
        page.refresh()
        return page

    def test_what_is_over_and_what_runs_is_marked(self, running):
        assert [row(running, at).mark for at in (WELCOME, INFO, ROUND_1)] == [
            Mark.DONE,
            Mark.RUNNING,
            Mark.COMING,
        ]

    def test_times_that_moved_are_said_beside_the_planned_ones(self, running):
        assert (row(running, INFO).starts, row(running, INFO).moved) == ("14:00", "14:08")
        assert (row(running, ROUND_1).moved, row(running, ROUND_1).is_late) == ("14:28", True)
        assert "planned 14:20, expected 14:28" in row(running, ROUND_1).spoken

    def test_the_totals_say_how_far_behind_and_when_it_will_end(self, running):
        totals = face(running).totals
        assert (totals.pace, totals.tone) == ("8 min behind", "warn")
        assert totals.ends == "expected end 16:03"
        assert totals.text == "4 rounds · 13:30 to 15:55 · 2 h 25 min"

    @pytest.mark.parametrize(
        ("position", "why"), [(WELCOME, "This is over"), (INFO, "This runs now.")]
    )
    def test_what_has_begun_is_closed_and_says_why(self, running, position, why):
        running.choose(position)
        phase = face(running).phase
        assert phase.is_locked
        assert phase.why.startswith(why)

    def test_what_began_late_is_not_said_to_run_in_its_planned_time(self, running):
        running.choose(INFO)
        assert face(running).phase.when.startswith("Information · planned 14:00, began 14:08 · ")

    def test_a_fixed_time_that_will_be_missed_is_said(self, running):
        running.phase.set_fixed(INTEREST, is_fixed=True)
        assert row(running, INTEREST).warning == "8 min later than its fixed time"

    def test_a_fixed_time_that_the_room_will_wait_for_is_said(self, running):
        running.phase.set_start(INTEREST, "15:20")
        assert row(running, INTEREST).warning == "7 min free before this"

    def test_what_was_agreed_is_skipped_and_not_removed(self, running):
        running.choose(BREAK)
        phase = face(running).phase
        assert (phase.can_skip, phase.can_remove) == (True, False)
        assert phase.why == "This was agreed before the day: it can be skipped, not removed."

    def test_another_length_stands_beside_the_one_that_was_agreed(self, running):
        running.phase.set_length(BREAK, "10")
        assert "agreed: 15 min" in row(running, BREAK).detail
        assert face(running).totals.ends == "expected end 15:58"

    def test_what_is_added_today_can_be_removed_again(self, running):
        running.choose(WELCOME)
        running.insert(PhaseKind.BREAK, "", "5")
        assert (chosen_title(running), face(running).chosen) == ("Break", INFO + 1)
        assert row(running, INFO + 1).detail == "added today"
        running.remove()
        assert chosen_title(running) == "Round 1"

    def test_a_phase_that_began_meanwhile_is_not_edited(self, running, units, clock):
        go_on(units, clock, ROUND_1)
        running.phase.set_length(ROUND_1, "9")
        assert running.tell.last.text == "That part of the programme has begun already."
        assert row(running, ROUND_1).mark is Mark.RUNNING

    def test_after_the_end_all_is_done(self, running, units, clock):
        go_on(units, clock, CELEBRATION)
        conducting.finish(units(), clock, CELEBRATION)
        running.refresh()
        assert {each.mark for each in face(running).rows} == {Mark.DONE}


class TestWithAPlan:
    def test_a_round_less_says_what_became_of_the_plan(self, page, units, clock):
        with_a_plan(units, clock)
        page.refresh()
        page.choose(ROUND_4)
        page.toggle_skip()
        assert page.tell.last.text == "A round less: the seating plan was mended."
        with units() as unit:
            assert {each.round_number for each in unit.plans.current().conversations} <= {1, 2, 3}

    def test_rounds_more_say_so_too(self, page, units, clock):
        with_a_plan(units, clock)
        page.refresh()
        page.choose(ROUND_4)
        page.insert_rounds(2, "7", "1")
        assert page.tell.last.text == "2 rounds more: the seating plan was mended."

    def test_an_undo_brings_the_plan_back(self, page, units, clock):
        with_a_plan(units, clock)
        page.refresh()
        page.choose(ROUND_4)
        page.toggle_skip()
        page.undo()
        assert page.tell.last.text == "The seating plan is again as it was before."
        with units() as unit:
            assert {each.round_number for each in unit.plans.current().conversations} == {
                1,
                2,
                3,
                4,
            }

    def test_without_a_plan_nothing_is_said_of_it(self, page):
        page.choose(ROUND_4)
        page.toggle_skip()
        assert page.tell.last is None


class TestLengths:
    @pytest.mark.parametrize(
        ("written", "seconds"),
        [
            ("7", 420),
            (" 7:30 ", 450),
            ("7,5", 450),
            ("7.5 min", 450),
            ("0", 0),
            ("90", 5400),
            ("1:30:00", 5400),
        ],
    )
    def test_lengths_are_read_as_people_write_them(self, written, seconds):
        assert read_length(written) == seconds

    @pytest.mark.parametrize(
        ("written", "moment"),
        [
            ("14:05", time(14, 5)),
            ("14u30", time(14, 30)),
            ("14.30", time(14, 30)),
            ("1430", time(14, 30)),
            ("930", time(9, 30)),
            ("9u", time(9)),
            ("9", time(9)),
            ("24:00", None),
            ("14:75", None),
            ("noon", None),
        ],
    )
    def test_clock_times_are_read_as_people_write_them(self, written, moment):
        assert read_clock(written) == moment

    def test_lengths_are_shown_as_a_timer_and_said_in_words(self):
        assert [length_text(seconds) for seconds in (45, 450, 5400)] == ["0:45", "7:30", "90:00"]
        assert [duration(seconds) for seconds in (0, 45, 450, 5400)] == [
            "0 min",
            "45 s",
            "7 min 30 s",
            "1 h 30 min",
        ]
