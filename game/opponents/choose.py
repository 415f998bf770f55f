"""Choose: from scores to orders, for all seats of all games at once; and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.opponents.courting import friends
from game.opponents.doctrines import DOCTRINES
from game.opponents.planning import posture, reform, shares
from game.opponents.pressing import pressure
from game.opponents.quarrels import quarrels
from game.opponents.reading import Reading
from game.opponents.striving import aims
from game.opponents.traits import Doctrine, Scores, Temper, common
from game.opponents.voting import VOTES, congress
from game.orders.kind import ANSWER, INITIATIVE, REGION, SELF, STATE
from game.orders.options import Axis, Strip, axis, legal, slots
from game.orders.sheet import Draft
from game.orders.terms import FIELDS
from game.world import Bools, Floats, Ints, World, private_at, snap, some
from game.world.setting import FULL, STANDARD

NOBODY = -1
_SHUT = -1000.0
_AFTER_YES = ("_no", "_counter")
"""Answers that are given where yes is not."""


@dataclass(eq=False)
class Chosen:
    """What was chosen, and the scores that decided it: per doctrine group (seats, scores)."""

    draft: Draft
    groups: list[tuple[Bools, Scores]] = field(default_factory=list)

    def score(self, place: tuple[int, ...], kind: str, choice: str, target: int | None) -> float | None:
        """Sum of one option for one seat; None if it was not weighed."""
        for seats, scores in self.groups:
            if seats[place] and (kind, choice) in scores:
                scored = scores[kind, choice]
                at = 0 if target is None or scored.shape[-1] == 1 else target
                return float(scored.sum()[(*place, at)])
        return None


def numbers(names: Sequence[str], doctrines: tuple[Doctrine, ...] = DOCTRINES) -> Ints:
    """Doctrine numbers of seats by name; "" is nobody's seat. Raises KeyError for an unknown name."""
    index = {doctrine.name: k for k, doctrine in enumerate(doctrines)} | {"": NOBODY}
    return np.array([index[name] for name in names])


def choose(world: World, who: Ints, doctrines: tuple[Doctrine, ...] = DOCTRINES) -> Chosen:
    """Let the doctrines `who` [..., N] (numbers, -1 nobody) give orders on what each seat sees."""
    who = np.broadcast_to(who, world.alive.shape)
    groups = _groups(world, who, doctrines)
    lay = axis(world.setting)
    chosen = np.zeros((*world.batch, world.n, lay.size), bool)
    plan = np.stack([world.budget_arms, world.budget_growth], -1)
    terms = np.zeros((*world.war.shape, len(FIELDS)), np.int64)
    for seats, scores, sliders in groups:
        _pick(world, lay, seats, scores, chosen)
        _name(lay, seats, scores, chosen, terms)
        if sliders is not None:
            strip = lay.where["budget", "sliders"]
            chosen[..., strip.start] |= seats
            plan = np.where(seats[..., None], sliders, plan)
    return Chosen(Draft(chosen, plan, terms), [(seats, scores) for seats, scores, _sliders in groups])


Group = tuple[Bools, Scores, Floats | None]


def _groups(world: World, who: Ints, doctrines: tuple[Doctrine, ...]) -> list[Group]:
    """Seats that share a scoring: all with traits together, then each doctrine with a function of its own."""
    minded = common(doctrines)[who]
    found: list[Group] = []
    if some(minded):
        read = Reading(world, Temper(doctrines, who))
        scored, plan = shares(read)
        scores: Scores = {("budget", "sliders"): scored, **friends(read), **quarrels(read), **pressure(read)}
        if world.setting.level >= STANDARD:
            scores |= posture(read)
        if world.setting.level >= FULL:
            scores |= {**reform(read), **congress(read)}
            if not np.all(world.turn):
                scores |= aims(read)
        found.append((minded & world.alive, scores, plan))
        exiled, votes = minded & ~world.alive, {key: scores[key] for key in VOTES if key in scores}
        if votes and some(exiled):
            found.append((exiled, votes, None))
    for number, doctrine in enumerate(doctrines):
        if doctrine.scores is not None and some(who == number):
            found.append(((who == number) & world.alive, doctrine.scores(world), None))
    return found


def _name(lay: Axis, seats: Bools, scores: Scores, chosen: Bools, terms: Ints) -> None:
    """Write the terms that go with what was chosen."""
    deal = FIELDS.index("deal")
    named = [lay.where[key] for key, scored in scores.items() if scored.names and key in lay.where]
    for strip in sorted(named, key=lambda strip: (strip.choice.plain, strip.start)):
        scored = scores[strip.kind.name, strip.choice.name]
        here = chosen[..., strip.place] & seats[..., None]
        if not some(here):
            continue
        if "deal" in scored.names:
            room = terms[..., deal] == 0
            if not strip.choice.plain:
                _give_up(lay, strip, here & ~room, chosen)
            here = here & room & (scored.names["deal"] > 0)
        for name, value in scored.names.items():
            np.copyto(terms[..., FIELDS.index(name)], value, where=here)


def _give_up(lay: Axis, strip: Strip, where: Bools, chosen: Bools) -> None:
    """Say no instead of a second counter-offer to the same state."""
    chosen[..., strip.place] &= ~where
    no = lay.where.get((strip.kind.name, strip.choice.name.replace("_counter", "_no")))
    if no is not None:
        chosen[..., no.place] |= where


@dataclass(eq=False)
class Candidates:
    """The best target of each choice that a seat wants, one a row [K]: which choice (a number of `strips`), the seat's
    flat index in [..., N], the score, which is above 0, and the place on the axis.
    """

    strips: list[Strip]
    choice: Ints
    seat: Ints
    score: Floats
    place: Ints

    def table(self, which: Callable[[Strip], bool]) -> tuple[Ints, Floats, Ints]:
        """Some of the choices as a table: seats [S] that want any; scores (far below 0 where none) and places, [S, C]."""
        column = np.full(len(self.strips), -1)
        those = [k for k, strip in enumerate(self.strips) if which(strip)]
        column[those] = np.arange(len(those))
        here = column[self.choice]
        kept = np.flatnonzero(here >= 0)
        eager, row = np.unique(self.seat[kept], return_inverse=True)
        scores = np.full((len(eager), len(those)), _SHUT)
        places = np.zeros(scores.shape, np.int64)
        scores[row, here[kept]], places[row, here[kept]] = self.score[kept], self.place[kept]
        return eager, scores, places


def _pick(world: World, lay: Axis, seats: Bools, scores: Scores, chosen: Bools) -> None:
    """Mark the choices of some seats on the flat axis."""
    wanted: list[Wanted] = []
    for strip in lay.strips:
        scored = scores.get(strip.name)
        if scored is None or not (strip.choice.plain or scored.names) or strip.choice.name.endswith(_AFTER_YES):
            continue
        if strip.kind.group == ANSWER:
            _answer(world, lay, strip, scores, seats, chosen)
            continue
        value = scored.worth()
        where = value > 0
        if some(where):
            cells = np.flatnonzero(scored.open(where & legal(world, strip)))
            if cells.size:
                wanted.append((strip, cells, value.reshape(-1)[cells]))
    if not wanted:
        return
    found = _best(world, seats, wanted)
    _initiatives(world, lay, found, chosen)
    for name in dict.fromkeys(s.kind.name for s in found.strips if s.kind.group != INITIATIVE):
        _one(chosen, *found.table(lambda strip, name=name: strip.kind.name == name))


Wanted = tuple[Strip, Ints, Floats]
"""A choice, the cells [K] of its actors and targets, flat in [..., N, T], where it may be given and is worth it; worth."""
_ORDER = (SELF, STATE, REGION)


def _best(world: World, seats: Bools, wanted: list[Wanted]) -> Candidates:
    """Find the best target of each choice for some seats; equal ones by a draw of the seat's own."""
    wanted = sorted(wanted, key=lambda each: _ORDER.index(each[0].choice.to))
    strips = [strip for strip, _cells, _value in wanted]
    choice = np.repeat(np.arange(len(strips)), [len(cells) for _strip, cells, _value in wanted])
    width, start = np.array([(strip.stop - strip.start, strip.start) for strip in strips]).T
    seat, target = np.divmod(np.concatenate([cells for _strip, cells, _value in wanted]), width[choice])
    mine = np.flatnonzero(seats.reshape(-1)[seat])
    choice, seat, target = choice[mine], seat[mine], target[mine]
    score = np.concatenate([value for _strip, _cells, value in wanted])[mine]
    first = _first_largest(choice * seats.size + seat, score + _ties(world, strips, choice, seat, target))
    choice, seat = choice[first], seat[first]
    return Candidates(strips, choice, seat, score[first], start[choice] + target[first])


def _ties(world: World, strips: list[Strip], choice: Ints, seat: Ints, target: Ints) -> Floats:
    """What breaks ties between targets, less than a step of the grid, [K]."""
    keys = world.setting.keys
    at = np.array([keys["N"].size if strip.choice.to == REGION else 0 for strip in strips])[choice] + target
    return private_at(world, "tie", seat, np.concatenate([keys["N"], keys["R"]])[at]) * 2.0**-26


def _first_largest(group: Ints, score: Floats) -> Ints:
    """Find the first of the largest scores [K] of each group; groups [K] stand together."""
    if not group.size:
        return group
    new = np.concatenate([[True], group[1:] != group[:-1]])
    number = np.cumsum(new) - 1
    top = np.flatnonzero(score == np.maximum.reduceat(score, np.flatnonzero(new))[number])
    return top[np.concatenate([[True], number[top[1:]] != number[top[:-1]]])]


def _answer(world: World, lay: Axis, strip: Strip, scores: Scores, seats: Bools, chosen: Bools) -> None:
    """Answer every matter: yes above 0, else other terms if these are above 0, else no.

    Where the no is scored, too, it is given only if that is above 0.
    """
    kind, name = strip.kind.name, strip.choice.name
    allowed = legal(world, strip) & seats[..., None]
    if not some(allowed):
        return
    yes = allowed & (scores[kind, name].sum() > 0)
    chosen[..., strip.place] |= yes
    rest = allowed & ~yes
    other = scores.get((kind, name.replace("_yes", "_counter")))
    if other is not None and other.names:
        counter = lay.where[kind, name.replace("_yes", "_counter")]
        dealt = rest & legal(world, counter) & (other.sum() > 0)
        chosen[..., counter.place] |= dealt
        rest &= ~dealt
    no = lay.where.get((kind, name.replace("_yes", "_no")))
    if no is not None and no is not strip:
        against = scores.get((kind, name.replace("_yes", "_no")))
        chosen[..., no.place] |= rest & (against is None or against.sum() > 0)


def _one(chosen: Bools, seats: Ints, scores: Floats, places: Ints) -> None:
    """Mark the best of each seat's candidates, [S, C]."""
    pick = scores.argmax(-1)
    _mark(chosen, seats, places[np.arange(len(seats)), pick])


def _mark(chosen: Bools, seat: Ints, place: Ints) -> None:
    """Mark options of seats [K] on the axis."""
    chosen.reshape(-1, chosen.shape[-1])[seat, place] = True


def _initiatives(world: World, lay: Axis, found: Candidates, chosen: Bools) -> None:
    """Take up to three initiatives by score, as influence allows, one a matter and target.

    Where the best is too dear now and can be paid with a turn's income, the state saves for it: only what is free
    is done beside.
    """
    eager, values, places = found.table(lambda strip: strip.kind.group == INITIATIVE)
    if not eager.size:
        return
    prices = lay.price[places]
    matters = slots(world).reshape(-1, lay.size)[eager[:, None] // world.n, places]
    seat, left = np.arange(len(eager)), world.influence.reshape(-1)[eager]
    best = values.argmax(-1)
    dear = prices[seat, best] - left
    saving = (dear > 0.0) & (dear <= world.setting.rules.influence.income)
    left = np.where(saving, 0.0, left)
    for _round in range(int(world.setting.rules.influence.initiatives)):
        able = np.where((prices <= left[:, None]) | (prices == 0.0), values, _SHUT)
        pick = able.argmax(-1)
        wanted = able[seat, pick] > 0
        if not some(wanted):
            return
        _mark(chosen, eager[wanted], places[seat, pick][wanted])
        left = snap(left - np.where(wanted, prices[seat, pick], 0.0))
        same = matters == matters[seat, pick][:, None]
        values = np.where(wanted[:, None] & same, _SHUT, values)
