"""What happened on the day, in a sentence, and what it means to people."""

from collections.abc import Iterable, Sequence

from kiosk.domain.event import Event, PublicNames
from kiosk.domain.people import badge_label
from kiosk.domain.plan import ChangeKind
from kiosk.i18n import N_, _, language, ngettext
from kiosk.services.seating.effects import DayEffect, NamedChange
from kiosk.services.seating.proposals import PlanProposal

_HAPPENED = {
    ChangeKind.NO_SHOW: N_("{name} is not here."),
    ChangeKind.LATE: N_("{name} comes from round {first}."),
    ChangeKind.GONE: N_("{name} has gone home."),
    ChangeKind.REST: N_("{name} rests in round {first}."),
    ChangeKind.BACK: N_("{name} is back."),
    ChangeKind.WALK_IN: N_("{name} joins."),
    ChangeKind.TABLE_CLOSED: N_("Table {table}, {name}, is closed from round {first}."),
    ChangeKind.TABLE_OPENED: N_("Table {table}, {name}, is open again."),
    ChangeKind.ROUND_DROPPED: N_("The day has a round less."),
    ChangeKind.ROUND_ADDED: N_("The day has a round more."),
    ChangeKind.POLISH: N_("The rest of the day was improved."),
}
_CLOSED_ONCE = N_("Table {table}, {name}, is closed in round {first}.")
_CLOSED_BETWEEN = N_("Table {table}, {name}, is closed in rounds {first} to {last}.")
LATE_COMERS = (ChangeKind.BACK, ChangeKind.WALK_IN)


def person_label(event: Event, name: str, badge_number: int) -> str:
    """Somebody as the event shows people: by chosen name, or by badge number."""
    if event.public_names is PublicNames.BADGE_NUMBER:
        return _("Badge {number}").format(number=badge_label(badge_number))
    return name


def happened(effect: DayEffect, event: Event) -> str:
    """What was changed, as a title; several changes at once are a new plan."""
    if len(effect.changes) != 1:
        return _("The new plan is in force.")
    return change_title(effect.changes[0], event)


def change_title(named: NamedChange, event: Event) -> str:
    """One change in a sentence."""
    change = named.change
    name = named.name
    if named.badge_number is not None:
        name = person_label(event, name, named.badge_number)
    facts = {"name": name, "table": named.table_number, "first": change.from_round}
    if change.kind is ChangeKind.SEATS:
        seats = change.seats or 0
        return ngettext(
            "Table {table}, {name}, takes {n} conversation at once.",
            "Table {table}, {name}, takes {n} conversations at once.",
            seats,
        ).format(n=seats, **facts)
    return _(_sentence(named)).format(last=change.until_round, **facts)


def _sentence(named: NamedChange) -> str:
    change = named.change
    if change.kind is not ChangeKind.TABLE_CLOSED or change.until_round is None:
        return _HAPPENED[change.kind]
    return _CLOSED_ONCE if change.until_round == change.from_round else _CLOSED_BETWEEN


def proposal_title(proposal: PlanProposal) -> str:
    """Who is missing and who waits."""
    changes = proposal.effect.changes
    parts = [
        *_missing([c.name for c in changes if c.change.kind is ChangeKind.TABLE_CLOSED]),
        *_here_after_all([c.name for c in changes if c.change.kind is ChangeKind.TABLE_OPENED]),
        *_waiting(sum(c.change.kind in LATE_COMERS for c in changes)),
        *_left(sum(c.change.kind is ChangeKind.GONE for c in changes)),
    ]
    return f"{', '.join(parts)}."


def _missing(names: Sequence[str]) -> Iterable[str]:
    if len(names) == 1:
        yield _("{employer} is not here").format(employer=names[0])
    elif names:
        yield ngettext("{n} employer is not here", "{n} employers are not here", len(names)).format(
            n=len(names)
        )


def _here_after_all(names: Sequence[str]) -> Iterable[str]:
    for name in names:
        yield _("{employer} is here after all").format(employer=name)


def _waiting(count: int) -> Iterable[str]:
    if count:
        yield ngettext("{n} late-comer waits", "{n} late-comers wait", count).format(n=count)


def _left(count: int) -> Iterable[str]:
    if count:
        yield ngettext("{n} person has left", "{n} people have left", count).format(n=count)


def new_plan(effect: DayEffect) -> str:
    """What a proposal would do, from when on."""
    what = ", ".join(consequences(effect))
    return _("New plan from round {number}: {what}.").format(number=effect.first_round, what=what)


def consequence(effect: DayEffect) -> str:
    """What was done to people, as a sentence."""
    if not (effect.moved or effect.gained or effect.losing):
        return _("For everybody else all stays as it was.")
    return _sentence_of("; ".join(consequences(effect)))


def consequences(effect: DayEffect) -> list[str]:
    """How many people get another table, one more, or one less; and what everybody has."""
    parts = [*_touched(effect)]
    if effect.least and effect.losing:
        parts.append(_("nobody has fewer than {n}").format(n=effect.least))
    elif effect.least:
        parts.append(
            ngettext(
                "everybody keeps {n} conversation",
                "everybody keeps {n} conversations",
                effect.least,
            ).format(n=effect.least)
        )
    return parts


def _touched(effect: DayEffect) -> Iterable[str]:
    if effect.moved:
        yield ngettext(
            "{n} person gets another table", "{n} people get another table", effect.moved
        ).format(n=effect.moved)
    if effect.gained:
        yield ngettext(
            "{n} person gets a table they did not have",
            "{n} people get a table they did not have",
            effect.gained,
        ).format(n=effect.gained)
    if effect.losing:
        yield ngettext(
            "{n} person has fewer conversations",
            "{n} people have fewer conversations",
            effect.losing,
        ).format(n=effect.losing)


def is_improvement(effect: DayEffect) -> bool:
    """Whether a polished rest of the day is worth asking for: fairer, or a tenth of a percent."""
    before, after = effect.repair.before, effect.repair.after
    fairer = (after.least, after.musts_met) > (before.least, before.musts_met)
    return bool(effect.moves) and (fairer or round(effect.better * 100, 1) > 0)


def improvement(effect: DayEffect) -> str:
    """How much better the rest of the day would be, and for how many it changes."""
    people = len(effect.repair.diff.people)
    if round(effect.better * 100, 1) <= 0:
        return ngettext(
            "Fairer: {n} person changes tables from round {number} on.",
            "Fairer: {n} people change tables from round {number} on.",
            people,
        ).format(n=people, number=effect.first_round)
    return ngettext(
        "Better by {share}: {n} person changes tables from round {number} on.",
        "Better by {share}: {n} people change tables from round {number} on.",
        people,
    ).format(share=_percent(effect.better), n=people, number=effect.first_round)


def _percent(share: float) -> str:
    from babel.numbers import format_decimal  # heavy, first needed here

    number = format_decimal(round(share * 100, 1), format="0.0", locale=language())
    return f"{number}\N{NO-BREAK SPACE}%"


def _sentence_of(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
