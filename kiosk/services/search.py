"""Finding people while a name is being typed: an index in memory that answers every keystroke.

Words stand sorted in one list, so that all words with the same beginning are neighbours and two
bisections find them, however many people there are. Small typing errors are looked for only when
the letters as typed find nobody.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from heapq import nsmallest
from uuid import UUID

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from kiosk.domain.people import Attendee, Side, Standing
from kiosk.domain.search import asked_words, fold, readings, spellings_of
from kiosk.services.ports import UnitOfWork

MOST_RESULTS = 8
_AFTER_ALL = "\U0010ffff"
_SHORTEST_TYPO = 3
_TWO_TYPOS_FROM = 7
_LONGEST_PREPARED = 13


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the search list, with what tells two people of one name apart."""

    attendee_id: UUID
    badge_number: int
    name: str
    public_name: str
    organisation: str = ""
    cancelled: bool = False
    here: bool = False
    side: Side = Side.CANDIDATE


class PeopleIndex:
    """All people by the words of their names and organisations, and by badge number."""

    def __init__(self, lines: Iterable[PersonLine]) -> None:
        lines = list(lines)
        self._here = {line.attendee_id for line in lines if line.here}
        self._lines = sorted(lines, key=lambda line: (fold(line.name), line.badge_number))
        self._places = {line.attendee_id: at for at, line in enumerate(self._lines)}
        self._numbers = {str(line.badge_number): at for at, line in enumerate(self._lines)}
        self._names = _Words((at, line.name) for at, line in enumerate(self._lines))
        self._names.add((at, line.public_name) for at, line in enumerate(self._lines))
        self._all = self._names.copy()
        self._all.add((at, line.organisation) for at, line in enumerate(self._lines))
        self._all.prepare()

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, attendee_id: UUID) -> bool:
        return attendee_id in self._places

    def search(self, query: str, limit: int = MOST_RESULTS) -> list[PersonLine]:
        """The best ``limit`` people for what has been typed so far.

        A badge number comes first, then whole words of names, beginnings of names, beginnings of
        organisations, and names with a typing error only when nothing else fits.
        """
        words = asked_words(query)
        if not words:
            return []
        found = self._by_number(words) or self._by_words(words, limit)
        lines = (self._lines[at] for at in found or self._by_typo(words, limit))
        return [replace(line, here=line.attendee_id in self._here) for line in lines]

    def has_as_typed(self, query: str) -> bool:
        """Whether somebody fits these very letters, and not only but for a typing error."""
        words = asked_words(query)
        return bool(words and (self._by_number(words) or self._by_words(words, 1)))

    def put(self, line: PersonLine) -> None:
        """Somebody new, or somebody whose name or standing has changed."""
        before = self._places.get(line.attendee_id)
        if before is not None:
            for words, texts in self._texts_of(before):
                words.remove(before, texts)
            self._numbers.pop(str(self._lines[before].badge_number), None)
        at = len(self._lines)
        self._lines.append(line)
        self._places[line.attendee_id] = at
        self._numbers[str(line.badge_number)] = at
        for words, texts in self._texts_of(at):
            words.insert(at, texts)
        if line.here:
            self.came(line.attendee_id)

    def came(self, attendee_id: UUID) -> None:
        """Somebody has been checked in."""
        self._here.add(attendee_id)

    def went(self, attendee_id: UUID) -> None:
        """Somebody's check-in was undone."""
        self._here.discard(attendee_id)

    def _texts_of(self, at: int) -> tuple[tuple["_Words", tuple[str, ...]], ...]:
        """Under what a line is filed, and where."""
        line = self._lines[at]
        names = (line.name, line.public_name)
        return ((self._names, names), (self._all, (*names, line.organisation)))

    def _by_number(self, words: list[str]) -> list[int]:
        if len(words) > 1 or not words[0].isdecimal():
            return []
        at = self._numbers.get(words[0].lstrip("0"))
        return [] if at is None else [at]

    def _by_words(self, words: list[str], limit: int) -> list[int]:
        found: dict[int, None] = {}
        begun, named = cache(self._all.beginning), cache(self._names.beginning)
        for reading in readings(words):
            for look_up in (self._names.exactly, named, begun):
                if len(found) < limit:
                    found.update(dict.fromkeys(nsmallest(limit, _common(look_up, reading))))
            if found:
                break
        return list(found)[:limit]

    def _by_typo(self, words: list[str], limit: int) -> list[int]:
        return nsmallest(limit, _common(self._all.near, words))


class _Words:
    """Which lines hold which word, with the words in sorted order."""

    def __init__(self, texts: Iterable[tuple[int, str]] = ()) -> None:
        self._lines_of: defaultdict[str, set[int]] = defaultdict(set)
        self._sorted: list[str] = []
        self._beginnings: dict[int, list[str]] = {}
        self.add(texts)

    def copy(self) -> "_Words":
        """The same words, to add more."""
        other = _Words()
        for word, lines in self._lines_of.items():
            other._lines_of[word] = set(lines)
        return other

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """File more texts under their spellings."""
        spelled: dict[str, set[str]] = {}
        for at, text in texts:
            if text not in spelled:
                spelled[text] = spellings_of(text)
            for word in spelled[text]:
                self._lines_of[word].add(at)
        self._sorted = sorted(self._lines_of)
        self._beginnings.clear()

    def insert(self, at: int, texts: Iterable[str]) -> None:
        """File one more line, without sorting all words again."""
        for word in set().union(*(spellings_of(text) for text in texts)):
            if word not in self._lines_of:
                insort(self._sorted, word)
                for length, beginnings in self._beginnings.items():
                    beginnings.append(word[:length])
            self._lines_of[word].add(at)

    def remove(self, at: int, texts: Iterable[str]) -> None:
        """Take a line out; its words stay, and lead to nobody if nobody else has them."""
        for word in set().union(*(spellings_of(text) for text in texts)):
            self._lines_of[word].discard(at)

    def prepare(self) -> None:
        """Cut the beginnings that typing errors are looked for in, before anybody types."""
        for length in range(_SHORTEST_TYPO - 1, _LONGEST_PREPARED):
            self._of_length(length)

    def exactly(self, word: str) -> set[int]:
        """Lines that hold the word."""
        return self._lines_of.get(word, set())

    def beginning(self, start: str) -> set[int]:
        """Lines that hold a word with this beginning."""
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, start + _AFTER_ALL, lo=first)
        return set().union(*(self._lines_of[word] for word in self._sorted[first:last]))

    def near(self, word: str) -> set[int]:
        """Lines that hold a word whose beginning is this one but for a typing error or two."""
        if len(word) < _SHORTEST_TYPO:
            return self.beginning(word)
        errors = 2 if len(word) >= _TWO_TYPOS_FROM else 1
        starts: set[str] = set()
        for length in range(len(word) - 1, len(word) + 2):
            hits = extract(
                word,
                self._of_length(length),
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=None,
            )
            starts.update(hit[0] for hit in hits)
        return set().union(*(self.beginning(start) for start in starts))

    def _of_length(self, length: int) -> list[str]:
        """The distinct beginnings of this length; shorter words stand as they are."""
        if length not in self._beginnings:
            self._beginnings[length] = list(dict.fromkeys(word[:length] for word in self._sorted))
        return self._beginnings[length]


def _common(look_up: Callable[[str], set[int]], words: list[str]) -> set[int]:
    """Lines that answer to every word; long words go first, they leave the fewest."""
    common: set[int] | None = None
    for word in sorted(words, key=len, reverse=True):
        lines = look_up(word)
        common = lines if common is None else common & lines
        if not common:
            break
    return common or set()


def person_line(unit: UnitOfWork, attendee_id: UUID) -> PersonLine | None:
    """One person's line, inside an open unit of work."""
    record = unit.people.record_by_id(attendee_id)
    if record is None:
        return None
    arrival = record.check_in
    here = {attendee_id} if arrival is not None and arrival.is_here else ()
    organisations = {record.attendee.employer_id: record.organisation}
    return _line_of(record.attendee, organisations, here)


def load_people(unit: UnitOfWork) -> PeopleIndex:
    """Read everyone into a fresh index."""
    with unit.reading():
        people = unit.people.all()
        organisations: dict[UUID | None, str] = {e.id: e.name for e in unit.employers.all()}
        here = unit.people.present()
    return PeopleIndex(_line_of(person, organisations, here) for person in people)


def _line_of(
    attendee: Attendee, organisations: Mapping[UUID | None, str], here: Container[UUID]
) -> PersonLine:
    return PersonLine(
        attendee_id=attendee.id,
        badge_number=attendee.badge_number,
        name=f"{attendee.given_name} {attendee.family_name}".strip(),
        public_name=attendee.public_name,
        organisation=organisations.get(attendee.employer_id, ""),
        cancelled=attendee.standing is Standing.CANCELLED,
        here=attendee.id in here,
        side=attendee.side,
    )
