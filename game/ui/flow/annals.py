"""The annals: a game in at most six paragraphs, written from what was measured in each stretch of years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.language import _, mark, plural
from game.match import Turn
from game.measures.blocs import weights
from game.measures.power import leader, power
from game.names import CRISIS, PACT, WAR, Affair
from game.ui.flow.table import Table
from game.ui.text import sentence
from game.world import World
from game.world.dates import span_words

__all__ = ["annals_of"]

_CHAPTERS = 6
_MOVED = 0.02  # of all power: a leader that gains or loses less stays where it was
_TILTED = 8.0  # points by which the scale must have moved to be spoken of again
_APART = 0.08  # of the states' turns: by so much more than in the whole game a conduct marks the time
_ENDS = {
    "died": mark("In {year} {name} was no more."),
    "near_hegemony": mark("In {year} one turn was left to keep {name} from ruling all."),
    "hegemony": mark("In {year} nobody was left who could hold {name} in check."),
}
_STILL = (
    mark("{name} kept its place with {share} %."),
    mark("Nothing shook the first place of {name}, with {share} % of all power."),
    mark("{name} was still the largest of them, with {share} %."),
)
_COUNTS = (
    mark("no"),
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
)
_CONDUCTS = {
    "internal_balancing": mark("Most courts looked to themselves, and armed."),
    "external_balancing": mark("The time was one of alliances: courts sought each other against the strongest."),
    "soft_balancing": mark("Notes and embargoes were the weapons of these years."),
    "buck_passing": mark("Each court hoped that another would bear the burden."),
    "bandwagoning": mark("It paid, many thought, to stand beside the strong."),
    "security_dilemma": mark("Who armed to be safe made others less safe, and they armed in turn."),
    "underbalancing": mark("Danger was seen, and little was done about it."),
}


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A stretch of turns with the worlds at its ends, and what began or ended in it."""

    table: Table
    turns: Sequence[Turn]
    before: World
    after: World
    number: int

    @property
    def first(self) -> int:
        return self.turns[0].number

    @property
    def last(self) -> int:
        return self.turns[-1].number

    def begun(self, kind: str) -> list[Affair]:
        """Affairs of a kind that began in it; what stood at the start of the game did not."""
        affairs = self.table.match.names.affairs
        return [a for a in affairs if a.kind == kind and self.first <= a.began <= self.last and not self._stood(a)]

    def ended(self, kind: str) -> list[Affair]:
        """Affairs of a kind that ended in it."""
        affairs = self.table.match.names.affairs
        return [a for a in affairs if a.kind == kind and a.ended is not None and self.first <= a.ended <= self.last]

    def _stood(self, affair: Affair) -> bool:
        if affair.kind == CRISIS:
            return False
        one, other = affair.states[:2]
        return bool(getattr(self.table.history[affair.began].before, affair.kind)[one, other])

    def name(self, state: int) -> str:
        return self.after.setting.called(state)


def annals_of(table: Table) -> Iterator[tuple[str, str]]:
    """Give the years and the text of each paragraph."""
    history = table.history
    count = min(_CHAPTERS, len(history))
    bounds = [round(k * len(history) / count) for k in range(count + 1)] if count else [0]
    for number, (start, stop) in enumerate(pairwise(bounds)):
        after = history[stop].before if stop < len(history) else table.match.world
        chapter = _Chapter(table, history[start:stop], history[start].before, after, number)
        first, last = table.date_of(start), table.date_of(stop - 1)
        when = first if first == last else _("{first} to {last}").format(first=first, last=last)
        yield sentence(when), _told(chapter)


def _told(chapter: _Chapter) -> str:
    parts = [_power(chapter), *_wars(chapter), _crises(chapter), *_pacts(chapter), *_losses(chapter), _conduct(chapter)]
    return " ".join(sentence(part) for part in parts if part)


def _power(chapter: _Chapter) -> str:
    """Say who led, whether it grew, and how the scale stood."""
    before, after = chapter.before, chapter.after
    head, was = int(leader(after)), int(leader(before))
    share = float(power(after)[head])
    moved = share - float(power(before)[head])
    if head != was:
        text = _("{name} overtook {other} as the first of the powers, with {share} % of all power.")
    elif moved > _MOVED:
        text = _("{name} rose to {share} % of all power.")
    elif moved < -_MOVED:
        text = _("{name} still led, but its share fell to {share} %.")
    elif chapter.number == 0:
        text = _("{name} was the first of the powers, with {share} % of all power.")
    else:
        text = _(_STILL[chapter.number % len(_STILL)])
    told = text.format(name=chapter.name(head), other=chapter.name(was), share=round(100 * share))
    return f"{told} {_scale(chapter, head == was)}".strip()


def _scale(chapter: _Chapter, same: bool) -> str:
    """Say how the scale stood at the end; "" where it stands as it stood before."""
    then = [100.0 * float(x) for x in weights(chapter.before)[:3]]
    with_, against, afraid = (100.0 * float(x) for x in weights(chapter.after)[:3])
    lean, leant = with_ - against, then[0] - then[1]
    if chapter.number and same and abs(lean - leant) < _TILTED and lean * leant > 0:
        return ""
    numbers = {"with_": round(with_), "against": round(against), "afraid": round(afraid)}
    if round(afraid) > round(against) == 0:
        return _("{afraid} points of power feared it and stood apart; nobody was bound against it.").format(**numbers)
    if round(afraid) > round(against):
        return _("{afraid} points of power feared it and stood apart; only {against} were bound against it.").format(
            **numbers
        )
    if against > with_:
        return _("Against it and its friends stood a league of {against} points to their {with_}.").format(**numbers)
    if against < 1 and afraid < 1:
        return _("Nobody feared it enough to move.")
    return _("The scale leaned its way, {with_} points to {against}.").format(**numbers)


def _wars(chapter: _Chapter) -> Iterator[str]:
    """Tell each war where it begins, and where it ends."""
    for war in chapter.begun(WAR):
        one, other = war.states[:2]
        text = _("In {year} {one} fell upon {other}, and the {name} began.")
        yield text.format(
            year=chapter.table.date_of(war.began), one=chapter.name(one), other=chapter.name(other), name=war.name
        )
        if len(war.states) > 3:
            yield _("Before it ended, {n} states had a part in it.").format(n=_count(len(war.states)))
        elif len(war.states) == 3:
            yield _("{name} was drawn in.").format(name=chapter.name(war.states[2]))
    for war in chapter.ended(WAR):
        turns = (war.ended or 0) - war.began + 1
        time = span_words(chapter.after.setting, turns)
        yield _("The {name} was over after {time}.").format(name=war.name, time=time)
    taken = [e for turn in chapter.turns for e in turn.events if e.kind == "region_taken" and e.region is not None]
    if taken:
        places = [chapter.after.setting.region_names[e.region] for e in taken[:3] if e.region is not None]
        more = len(taken) - len(places)
        tail = plural(" and {n} more region", " and {n} more regions", more) if more else ""
        yield _("Land changed hands: {places}{tail}.").format(places=", ".join(places), tail=tail)


def _crises(chapter: _Chapter) -> str:
    """Count the crises, name the first, and say what became of demands."""
    begun = chapter.begun(CRISIS)
    if len(begun) == 1:
        return _pressed(chapter, begun[0])
    kinds = Counter(event.kind for turn in chapter.turns for event in turn.events)
    if not begun:
        return ""
    first = begun[0]
    one, other = (chapter.name(state) for state in first.states)
    text = _("{n} crises shook the courts, the {name} between {one} and {other} the first")
    told = text.format(n=_count(len(begun)), name=first.name, one=one, other=other)
    gave, stood = kinds["conceded"], kinds["refused"]
    if gave and gave >= stood:
        return told + _("; who was asked gave way more often than not.")
    return told + (_("; who was asked refused, more often than not.") if stood else ".")


def _pressed(chapter: _Chapter, crisis: Affair) -> str:
    """Tell a single crisis and how it went."""
    asked, pair = tuple(crisis.states), (crisis.states[1], crisis.states[0])
    kinds = {event.kind for turn in chapter.turns for event in turn.events if event.actors[:2] == pair}
    if "conceded" in kinds:
        text = _("{one} pressed {other} in the {name}, and had its way.")
    elif "refused" in kinds:
        text = _("{one} pressed {other} in the {name}, and met a refusal.")
    else:
        text = _("{one} pressed {other} in the {name}.")
    return text.format(one=chapter.name(asked[0]), other=chapter.name(asked[1]), name=crisis.name)


def _pacts(chapter: _Chapter) -> Iterator[str]:
    """Name the pacts that were made and those that went."""
    made, gone = chapter.begun(PACT), chapter.ended(PACT)
    if made:
        first = made[0]
        one, other = (chapter.name(state) for state in first.states[:2])
        text = _("The {name} bound {one} and {other} to each other")
        told = text.format(name=first.name, one=one, other=other)
        yield told + (plural("; {n} more pact was signed.", "; {n} more pacts were signed.", len(made) - 1)
                      if len(made) > 1 else ".")  # fmt: skip
    broken = [e for turn in chapter.turns for e in turn.events if e.kind in ("broken", "abandoned")]
    if broken:
        one, other = (chapter.name(state) for state in broken[0].actors[:2])
        left = broken[0].kind == "abandoned"
        text = _("{one} left {other} to its fate.") if left else _("{one} broke its word to {other}.")
        yield text.format(one=one, other=other)
    elif gone:
        yield _("The {name} was let go.").format(name=gone[0].name)


def _losses(chapter: _Chapter) -> Iterator[str]:
    for turn in chapter.turns:
        for event in turn.events:
            year, name = chapter.table.date_of(turn.number), chapter.name(event.actors[0])
            if event.kind in _ENDS:
                yield _(_ENDS[event.kind]).format(year=year, name=name)


def _conduct(chapter: _Chapter) -> str:
    """Say which conduct marked the time, by the tests on numbers: more frequent than in the whole game."""
    here, all_ = _shares(chapter.turns), _shares(chapter.table.history)
    apart = {name: here[name] - all_[name] for name in here if name in _CONDUCTS}
    most = max(apart, key=lambda name: apart[name], default="")
    return _(_CONDUCTS[most]) if most and apart[most] >= _APART else ""


def _shares(turns: Sequence[Turn]) -> dict[str, float]:
    """Share of the states' turns that showed each concept."""
    pairs = [(told.concept, told.actor, turn.number) for turn in turns for told in turn.concepts]
    room = max(1, sum(int(turn.before.alive.sum()) for turn in turns))
    return {name: count / room for name, count in Counter(name for name, _who, _when in set(pairs)).items()}


def _count(number: int) -> str:
    """Write a small number as a word."""
    return _(_COUNTS[number]) if number < len(_COUNTS) else str(number)
