"""Several programs on one laptop are several desks, without anybody having to name them."""

from pathlib import Path

from kiosk.app.desk import Desk
from kiosk.app.desk_place import take_place


def test_the_second_program_on_an_event_is_the_second_desk(tmp_path: Path) -> None:
    first = take_place(tmp_path / "dag.stoelendans", Desk(volunteer="Els"))
    second = take_place(tmp_path / "dag.stoelendans", Desk())
    assert (first.desk.station, first.is_first) == ("desk 1", True)
    assert first.desk.volunteer == "Els"
    assert (second.desk.station, second.is_first) == ("desk 2", False)
    first.leave()
    again = take_place(tmp_path / "dag.stoelendans", Desk())
    assert (again.desk.station, again.is_first) == ("desk 1", True)
    second.leave()
    again.leave()


def test_another_event_has_a_first_desk_of_its_own(tmp_path: Path) -> None:
    places = [
        take_place(tmp_path / name, Desk()) for name in ("een.stoelendans", "twee.stoelendans")
    ]
    assert [place.desk.station for place in places] == ["desk 1", "desk 1"]
    for place in places:
        place.leave()


def test_a_desk_that_was_named_keeps_its_name(tmp_path: Path) -> None:
    places = [take_place(tmp_path / "dag.stoelendans", Desk("ingang")) for _desk in range(2)]
    assert [place.desk.station for place in places] == ["ingang", "ingang"]
    assert [place.is_first for place in places] == [True, False]
    for place in places:
        place.leave()
