"""Demands, needs and interpreters from a file, in a real event file."""

from dataclasses import replace

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.domain.edits import EditedField
from kiosk.domain.people import Attendee, ConsentKind, SeatNeed, Side, Wish, WishKind, WishSource
from kiosk.domain.registration import EmployerRow, IssueCode, NamedWish, PersonRow
from kiosk.domain.verdicts import VerdictCode
from kiosk.services.desk.check_in import DeskPost, check_in_person
from kiosk.services.desk.edits import PersonEdit, edit_person
from kiosk.services.desk.walk_ins import WalkIn, register_walk_in
from kiosk.services.enrolment import Enrolled
from kiosk.services.ports import UnitFactory
from kiosk.services.seating import plan_request
from tests.helpers.desks import POST, journal
from tests.helpers.office import Office, warned

JO = PersonRow(2, "Jo", "Maes", email="jo@mail.example", take_part=True)
AN = PersonRow(3, "An", "Peeters", email="an@mail.example", take_part=True)
LYS = EmployerRow(2, "Brasserie Lys", 1, representatives=("Nele Cornelis",))
SPAAK = EmployerRow(3, "Fietsatelier Spaak", 2, representatives=("Tom Naessens",))
TAKES_PART: dict[ConsentKind, bool | None] = {ConsentKind.TAKE_PART: True}


@pytest.fixture
def office(units: UnitFactory, clock: SimulatedClock) -> Office:
    office = Office(units, clock)
    office.employers([LYS, SPAAK])
    return office


def wishes(office: Office) -> dict[str, tuple[WishKind, int]]:
    with office.units() as unit:
        names = {employer.id: employer.name for employer in unit.employers.all()}
        return {
            names[wish.employer_id]: (wish.kind, wish.weight)
            for wish in unit.people.wishes()
            if wish.source is WishSource.CANDIDATE
        }


def wishing(*wishes: NamedWish) -> PersonRow:
    return replace(JO, wishes=wishes)


def companions(office: Office) -> list[Attendee]:
    return [person for person in office.attendees() if person.side is Side.COMPANION]


def helped(office: Office) -> dict[str, set[str]]:
    """Whom each companion is there for, by given names."""
    with office.units() as unit:
        names = {person.id: person.given_name for person in unit.people.all()}
        found = unit.people.companions()
    return {names[who]: {names[one] for one in of} for who, of in found.items()}


def test_wishes_keep_their_kind_and_strength(office: Office) -> None:
    row = wishing(NamedWish("brasserie lys", weight=2), NamedWish("Spaak", WishKind.MUST))
    report = office.people([row])
    assert [issue.suggestion for issue in warned(report, IssueCode.UNKNOWN_EMPLOYER)] == [
        "Fietsatelier Spaak"
    ]
    office.people([wishing(row.wishes[0], NamedWish("Fietsatelier Spaak", WishKind.MUST))])
    assert wishes(office) == {
        "Brasserie Lys": (WishKind.WISH, 2),
        "Fietsatelier Spaak": (WishKind.MUST, 0),
    }


def test_a_wish_without_weight_is_no_wish(office: Office) -> None:
    row = wishing(NamedWish("Brasserie Lys", weight=0))
    office.people([row])
    assert wishes(office) == {}
    assert office.people([row]).changed_nothing


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ((WishKind.WISH, WishKind.NEVER), WishKind.NEVER),
        ((WishKind.MUST, WishKind.NEVER), WishKind.NEVER),
        ((WishKind.MUST, WishKind.RATHER_NOT, WishKind.NEVER), WishKind.NEVER),
        ((WishKind.RATHER_NOT, WishKind.MUST), WishKind.MUST),
        ((WishKind.WISH, WishKind.RATHER_NOT), WishKind.RATHER_NOT),
    ],
)
def test_of_contrary_wishes_the_more_careful_counts_and_it_is_pointed_out(
    office: Office, said: tuple[WishKind, ...], counts: WishKind
) -> None:
    report = office.people([wishing(*(NamedWish("Brasserie Lys", kind) for kind in said))])
    assert wishes(office)["Brasserie Lys"][0] is counts
    (issue,) = warned(report, IssueCode.CONTRARY_WISHES)
    assert (issue.row, issue.severity) == (2, "warning")
    assert issue.facts == {"name": "Brasserie Lys", "kind": counts.value}


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ((NamedWish(LYS.name, weight=2), NamedWish(LYS.name, weight=4)), (WishKind.WISH, 4)),
        ((NamedWish(LYS.name), NamedWish(LYS.name, WishKind.MUST)), (WishKind.MUST, 0)),
        ((NamedWish(LYS.name, weight=0), NamedWish(LYS.name, WishKind.NEVER)), (WishKind.NEVER, 0)),
        (
            (NamedWish(LYS.name, WishKind.RATHER_NOT), NamedWish(LYS.name, WishKind.NEVER)),
            (WishKind.NEVER, 0),
        ),
    ],
)
def test_the_strongest_of_wishes_that_agree_counts_without_a_word(
    office: Office, said: tuple[NamedWish, ...], counts: tuple[WishKind, int]
) -> None:
    report = office.people([wishing(*said)])
    assert wishes(office) == {LYS.name: counts}
    assert not warned(report, IssueCode.CONTRARY_WISHES)


def test_what_organisers_demand_survives_a_new_answer(office: Office) -> None:
    office.people([JO])
    jo = office.find("Jo")
    with office.units() as unit:
        lys = next(one for one in unit.employers.all() if one.name == LYS.name)
        demand = Wish(jo.id, lys.id, 0, WishKind.MUST, WishSource.ORGANISER)
        unit.people.save_wish(demand)
        unit.commit()
    office.people([wishing(NamedWish("Brasserie Lys", WishKind.NEVER))])
    with office.units() as unit:
        assert {(wish.kind, wish.source) for wish in unit.people.wishes()} == {
            (WishKind.MUST, WishSource.ORGANISER),
            (WishKind.NEVER, WishSource.CANDIDATE),
        }


def test_the_planner_hears_what_tables_offer_and_people_need(office: Office) -> None:
    office.employers([replace(LYS, step_free=False), replace(SPAAK, quiet=True)])
    office.people([replace(JO, seat_needs=(SeatNeed.STEP_FREE,))])
    request = plan_request(office.units())
    assert [(table.step_free, table.quiet) for table in request.tables] == [
        (False, False),
        (True, True),
    ]
    assert [(seeker.step_free, seeker.quiet) for seeker in request.seekers] == [(True, False)]


def test_what_a_desk_ticked_stands_against_an_older_answer(office: Office) -> None:
    office.people([replace(JO, needs="rolstoel", seat_needs=(SeatNeed.STEP_FREE,))])
    jo = office.find("Jo")
    edit = PersonEdit("Jo", (), "rolstoel", {}, seat_needs=(SeatNeed.QUIET,))
    edit_person(office.units(), office.clock, jo.id, edit, desk=POST)
    again = replace(JO, needs="rolstoel!", seat_needs=(SeatNeed.STEP_FREE,))
    report = office.people([again])
    kept = office.find("Jo")
    assert (kept.needs, kept.seat_needs) == ("rolstoel!", (SeatNeed.QUIET,))
    assert report.changes[0].fields == ("needs",)


def test_of_somebody_who_withdraws_the_history_keeps_no_needs(office: Office) -> None:
    office.people([JO])
    jo = office.find("Jo")
    edit = PersonEdit("Jo", (), "", {}, seat_needs=(SeatNeed.QUIET,))
    edit_person(office.units(), office.clock, jo.id, edit, desk=POST)
    office.people([replace(JO, take_part=False)])
    with office.units() as unit:
        edits = unit.people.edits(jo.id)
    assert office.find("Jo").seat_needs == ()
    assert [(e.field, e.before, e.after) for e in edits] == [(EditedField.SEAT_NEEDS, "", "")]


def test_what_a_visitor_without_registration_needs_is_heard_too(office: Office) -> None:
    visitor = WalkIn("Sam", Side.CANDIDATE, needs="Rolstoel", consents=TAKES_PART)
    register_walk_in(office.units(), office.clock, visitor, desk=POST)
    assert office.find("Sam").seat_needs == (SeatNeed.STEP_FREE,)


def test_an_interpreter_whom_several_share_comes_once(office: Office) -> None:
    rows = [replace(JO, helpers=("Karim Haddad",)), replace(AN, helpers=("karim  HADDAD",))]
    report = office.people(rows)
    (karim,) = companions(office)
    assert (karim.given_name, karim.family_name) == ("Karim", "Haddad")
    assert (karim.companion_of, karim.languages) == (office.find("Jo").id, ())
    assert helped(office) == {"Karim": {"Jo", "An"}}
    assert (report.totals.companions, report.totals.candidates) == (1, 2)
    assert [issue.facts for issue in warned(report, IssueCode.HELPER_ADDED)] == [
        {"name": "Karim Haddad"}
    ]
    seekers = [office.find(name).id for name in ("Jo", "An")]
    with office.units() as unit:
        cards = [unit.people.record_by_id(seeker) for seeker in seekers]
    assert [card.companions for card in cards if card] == [("Karim",), ("Karim",)]
    (helper,) = plan_request(office.units()).helpers
    assert (helper.helper_id, len(helper.candidates), helper.capacity) == (karim.id, 2, 1)


def test_a_newcomer_is_asked_at_the_desk_whether_they_take_part(office: Office) -> None:
    office.people([replace(JO, helpers=("Karim Haddad",))])
    (karim,) = companions(office)
    assert office.consent(karim) == {}
    with office.units() as unit:
        assert unit.people.code_of(karim.id)
    verdict = check_in_person(office.units(), office.clock, karim.id, desk=DeskPost("desk 1", ""))
    assert verdict.code is VerdictCode.CONSENT_MISSING


def test_helpers_are_known_again_by_name(office: Office) -> None:
    first = [replace(JO, helpers=("Karim Haddad",)), AN]
    office.people(first)
    assert office.people(first).changed_nothing
    second = [first[0], replace(AN, helpers=("Karim Haddad", "Els Wit"))]
    report = office.people(second)
    assert [(each.outcome, each.fields) for each in report.changes] == [
        (Enrolled.UNCHANGED, ()),
        (Enrolled.UPDATED, ("helpers",)),
    ]
    assert helped(office) == {"Karim": {"Jo", "An"}, "Els": {"An"}}
    assert office.people(
        [first[0], replace(AN, helpers=("Karim Haddad", "Els Wit"))]
    ).changed_nothing


def test_a_companion_who_came_in_at_the_desk_is_not_doubled(office: Office) -> None:
    karim = WalkIn("Karim Haddad", Side.COMPANION, consents=TAKES_PART)
    register_walk_in(office.units(), office.clock, karim, desk=POST)
    report = office.people([replace(JO, helpers=("Karim Haddad",))])
    (known,) = companions(office)
    assert (known.id, known.companion_of) == (karim.id, office.find("Jo").id)
    assert not warned(report, IssueCode.HELPER_ADDED)


def test_a_link_that_the_desk_undid_is_not_made_again_by_the_same_answer(office: Office) -> None:
    rows = [replace(JO, helpers=("Karim Haddad",)), AN]
    office.people(rows)
    (karim,) = companions(office)
    edit = PersonEdit("Karim", (), "", {}, companion_of=office.find("An").id)
    edit_person(office.units(), office.clock, karim.id, edit, desk=POST)
    assert office.people(rows).changed_nothing
    assert helped(office) == {"Karim": {"An"}}


def test_a_dry_run_brings_nobody_along(office: Office) -> None:
    rows = [replace(JO, helpers=("Karim Haddad",))]
    before = office.content()
    rehearsed = office.people(rows, dry_run=True)
    assert office.content() == before
    assert replace(rehearsed, dry_run=False) == office.people(rows)


def test_nobody_comes_along_with_somebody_who_declines(office: Office) -> None:
    office.people([replace(JO, take_part=False)])
    assert companions(office) == []


def test_the_journal_links_companions_by_their_ids_alone(office: Office) -> None:
    office.people([replace(JO, helpers=("Karim Haddad",))])
    (karim,) = companions(office)
    linked = [entry for entry in journal(office.units) if entry.what == "companion-linked"]
    assert [entry.subjects for entry in linked] == [(karim.id, office.find("Jo").id)]
    assert "haddad" not in repr(journal(office.units)).casefold()
