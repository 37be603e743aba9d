"""What the organisers are told to do when a board can't be read."""

from dataclasses import replace

from kiosk.domain.event import PublicNames
from kiosk.domain.legibility import Sight
from kiosk.domain.people import Standing
from kiosk.services.ports import UnitFactory
from kiosk.services.room.advice import (
    BoardAdvice,
    BoardNeeds,
    board_advice,
    board_needs,
    planned_fit,
)
from kiosk.services.room.names import shape_of, width_of
from tests.helpers.days import an_event, small_day

CROWD = BoardNeeds(50, named=True, seconds=60)
SMALL_SCREEN = Sight(65, 10, 16 / 9)


def is_well(needs: BoardNeeds, sight: Sight) -> bool:
    return planned_fit(needs, sight).is_well


def test_every_piece_of_advice_is_enough_by_itself() -> None:
    advice = board_advice(CROWD, SMALL_SCREEN)
    assert not is_well(CROWD, SMALL_SCREEN)
    assert advice.numbers_only
    assert is_well(replace(CROWD, named=False), SMALL_SCREEN)
    assert advice.inches
    assert is_well(CROWD, replace(SMALL_SCREEN, inches=advice.inches))
    assert advice.seconds
    assert is_well(replace(CROWD, seconds=advice.seconds), SMALL_SCREEN)


def test_what_would_not_help_is_not_said() -> None:
    hopeless = board_advice(BoardNeeds(250, named=False, seconds=30), Sight(20, 40, 16 / 9))
    assert hopeless == BoardAdvice()


def test_names_that_are_too_long_are_reckoned_with_and_badge_numbers_help() -> None:
    shape = shape_of([(1, "Mohammed Amine"), (2, "Marie-Antoinette")], (15,))
    sight, short = Sight(120, 10, 16 / 9), replace(CROWD, people=100)
    long = replace(short, shape=shape)
    assert is_well(short, sight)
    assert not is_well(long, sight)
    assert board_advice(long, sight).numbers_only


def test_without_measures_a_longer_changeover_is_advised_and_no_larger_picture() -> None:
    crowd = BoardNeeds(300, named=True, seconds=60)
    advice = board_advice(crowd, None)
    assert planned_fit(crowd, None).pages_do_not_fit
    assert (advice.seconds, advice.inches) == (120, None)
    assert planned_fit(replace(crowd, seconds=120), None).is_well


def test_the_needs_are_everyone_expected_and_the_shortest_changeover(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit, candidates=6, employers=4)
        away = unit.people.all()[0]
        unit.people.save(replace(away, standing=Standing.CANCELLED))
        unit.commit()
    needs = board_needs(units())
    assert (needs.people, needs.named, needs.seconds) == (9, True, 60)
    assert needs.shape.one == width_of("Kandidaat6")


def test_an_event_with_numbers_only_needs_no_room_for_names(units: UnitFactory) -> None:
    with units() as unit:
        small_day(unit)
        unit.events.save(replace(unit.events.get(), public_names=PublicNames.BADGE_NUMBER))
        unit.commit()
    assert not board_needs(units()).named
    assert board_needs(units()).shape.one == 0


def test_before_there_are_rounds_there_is_no_board(units: UnitFactory) -> None:
    with units() as unit:
        unit.events.save(an_event())
        unit.commit()
    assert board_needs(units()) == BoardNeeds(0, named=True, seconds=0.0)
