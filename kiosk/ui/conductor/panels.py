"""What a panel beside the floor plan offers: one tap on a table or a list, one on what happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kiosk.domain.event import Event
from kiosk.domain.plan import ChangeKind, DayChange
from kiosk.domain.programme import PhaseKind
from kiosk.i18n import N_, _, ngettext
from kiosk.services.conductor_state import ConductorState
from kiosk.services.room_seating import Guest, TableSeating, TableStanding
from kiosk.services.seating.effects import DayEffect, SeatMove
from kiosk.ui.conductor.change_words import person_label
from kiosk.ui.conductor.state import Gesture, PanelAction, PanelFace, PanelGroup

MOST_SEATS = 9
LENGTHS = (1, 2)
"""For how many rounds a table is closed by one tap, beside the rest of the day."""

ABSENCES = {
    ChangeKind.NO_SHOW: N_("not here"),
    ChangeKind.LATE: N_("late"),
    ChangeKind.GONE: N_("gone home"),
    ChangeKind.REST: N_("rests"),
}
_MOVES = (N_("Another table"), N_("No table"), N_("A table they did not have"))


@dataclass(frozen=True, slots=True)
class Moment:
    """The round that the floor plan shows, whether it goes on ``now``, and how many there are."""

    event: Event
    number: int
    now: bool
    rounds: int

    @property
    def is_last(self) -> bool:
        """Whether no round follows."""
        return self.number >= self.rounds


def moment_of(state: ConductorState) -> Moment | None:
    """The moment that a change is about; None when all rounds are over."""
    if state.room is None:
        return None
    now = state.running is not None and state.running.kind is PhaseKind.ROUND
    return Moment(state.event, state.room.round_number, now, state.round_count)


def table_panel(table: TableSeating, moment: Moment) -> PanelFace:
    """A table: its guests, and its own doors and chairs."""
    title = _("Table {number} · {employer}").format(
        number=table.table_number, employer=table.employer_name
    )
    guests = tuple(_person(guest, moment, at_table=True) for guest in table.guests)
    return PanelFace(title, (*guests, *_table_groups(table, moment)), about=table.employer_id)


def rest_panel(state: ConductorState, moment: Moment) -> PanelFace:
    """Everyone without a table in this round: those who are away first, for they may be back."""
    room = state.room
    people = (*room.away, *room.resting) if room else ()
    groups = tuple(_person(guest, moment, at_table=False) for guest in people)
    nobody = PanelGroup(note=_("Everybody has a table in this round."))
    title = _("Rest, round {number}").format(number=moment.number)
    return PanelFace(title, groups or (nobody,))


def day_panel(rounds: int, *, can_change: bool) -> PanelFace:
    """What is about the whole day."""
    less = PanelAction(
        _("One round fewer"), DayChange(ChangeKind.ROUND_DROPPED, None, rounds), icon="minus"
    )
    more = PanelAction(
        _("One round more"), DayChange(ChangeKind.ROUND_ADDED, None, rounds + 1), icon="plus"
    )
    undo = PanelAction(_("Undo last change"), Gesture.UNDO_CHANGE, icon="undo")
    improve = PanelAction(_("Improve the rest of the day"), Gesture.IMPROVE, icon="star")
    going = (less, more, undo, improve) if can_change else (undo,)
    return PanelFace(_("Whole day"), (PanelGroup(actions=going),), careful=True)


def effect_panel(
    title: str, text: str, effect: DayEffect, event: Event, foot: tuple[PanelAction, ...]
) -> PanelFace:
    """Who sits where before and after, round by round; what is announced comes first."""
    groups = [PanelGroup(note=text)]
    for number, moves in groupby(effect.moves, key=lambda move: move.round_number):
        groups += _moves_in(number, list(moves), event, announced=number == effect.announced)
    return PanelFace(title, tuple(groups), foot, wide=True)


def _person(guest: Guest, moment: Moment, *, at_table: bool) -> PanelGroup:
    name = person_label(moment.event, guest.name, guest.badge_number)
    deeds = _deeds_of(guest, moment, at_table=at_table)
    actions = tuple(PanelAction(text, change, f"{name}: {text}") for text, change in deeds)
    return PanelGroup(name, _where(guest, moment), actions=actions)


def _where(guest: Guest, moment: Moment) -> str:
    if guest.absence in ABSENCES:
        return _(ABSENCES[guest.absence])
    return _("missing") if moment.now and not guest.here else ""


def _deeds_of(guest: Guest, moment: Moment, *, at_table: bool) -> Iterator[tuple[str, DayChange]]:
    who, number = guest.candidate_id, moment.number
    if guest.absence:
        yield _("Back"), DayChange(ChangeKind.BACK, who, number)
    else:
        yield _("Not here"), DayChange(ChangeKind.NO_SHOW, who, number)
        if at_table and not moment.is_last and not (moment.now and guest.here):
            yield _("Late"), DayChange(ChangeKind.LATE, who, number + 1)
    if guest.absence is not ChangeKind.GONE:
        yield _("Gone home"), DayChange(ChangeKind.GONE, who, number)
    if guest.absence in (None, ChangeKind.REST):
        yield from _rests(guest, moment, at_table=at_table)


def _rests(guest: Guest, moment: Moment, *, at_table: bool) -> Iterator[tuple[str, DayChange]]:
    """Nobody is asked why."""
    who, number = guest.candidate_id, moment.number
    if at_table and not guest.absence:
        text = _("Rest now") if moment.now else _("Rest")
        yield text, DayChange(ChangeKind.REST, who, number, number)
    if (moment.now or not at_table) and not moment.is_last:
        coming = number + 1
        text = _("Rest round {number}").format(number=coming)
        yield text, DayChange(ChangeKind.REST, who, coming, coming)


def _table_groups(table: TableSeating, moment: Moment) -> Iterator[PanelGroup]:
    who, number = table.employer_id, moment.number
    if table.standing is TableStanding.CLOSED:
        opened = PanelAction(_("Open again"), DayChange(ChangeKind.TABLE_OPENED, who, number))
        yield PanelGroup(_("The table is closed"), actions=(opened,))
        return
    if moment.now:
        yield _closing(_("Close now"), table, moment, number)
        if not moment.is_last:
            text = _("Close from round {number}").format(number=number + 1)
            yield _closing(text, table, moment, number + 1)
    else:
        text = _("Close from round {number}").format(number=number)
        yield _closing(text, table, moment, number)
    yield _chairs(table, moment)


def _closing(heading: str, table: TableSeating, moment: Moment, first: int) -> PanelGroup:
    left = moment.rounds - first + 1
    choices: list[tuple[str, int | None]] = [
        (ngettext("{n} round", "{n} rounds", n).format(n=n), first + n - 1)
        for n in LENGTHS
        if n < left
    ]
    choices.append((_("Rest of the day"), None))
    actions = tuple(
        PanelAction(
            text,
            DayChange(ChangeKind.TABLE_CLOSED, table.employer_id, first, last),
            f"{heading}: {text}",
        )
        for text, last in choices
    )
    return PanelGroup(heading, actions=actions)


def _chairs(table: TableSeating, moment: Moment) -> PanelGroup:
    heading = ngettext("{n} seat", "{n} seats", table.seats).format(n=table.seats)
    actions = [
        PanelAction(
            text, DayChange(ChangeKind.SEATS, table.employer_id, moment.number, seats=seats)
        )
        for text, seats in (
            (_("One seat less"), table.seats - 1),
            (_("One seat more"), table.seats + 1),
        )
        if 1 <= seats <= MOST_SEATS
    ]
    return PanelGroup(heading, actions=tuple(actions))


def _moves_in(
    number: int, moves: list[SeatMove], event: Event, *, announced: bool
) -> Iterator[PanelGroup]:
    """Those whom it costs something before those whom it gives something."""
    heading = _("Round {number}, announced") if announced else _("Round {number}")
    heading = heading.format(number=number)
    kinds = (
        [move for move in moves if move.before and move.after],
        [move for move in moves if not move.after],
        [move for move in moves if move.is_gain],
    )
    for word, some in zip(_MOVES, kinds, strict=True):
        if some:
            lines = tuple(_move_line(move, event) for move in some)
            yield PanelGroup(heading, _(word), lines)
            heading = ""


def _move_line(move: SeatMove, event: Event) -> str:
    return _("{name}: {before} → {after}").format(
        name=person_label(event, move.name, move.badge_number),
        before=_place(move.before),
        after=_place(move.after),
    )


def _place(table_number: int | None) -> str:
    if table_number is None:
        return _("no table")
    return _("table {number}").format(number=table_number)
