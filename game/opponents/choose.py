"""Choose: from scores to orders, for all seats of all games at once; and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from game.opponents.courting import friends
from game.opponents.doctrines import DOCTRINES
from game.opponents.planning import posture, reform, shares
from game.opponents.pressing import pressure
from game.opponents.quarrels import quarrels
from game.opponents.reading import Reading
from game.opponents.reasons import at
from game.opponents.striving import aims
from game.opponents.traits import Doctrine, Scores, common, temper
from game.opponents.voting import VOTES, congress
from game.orders.kind import ANSWER, REGION, SELF, STATE
from game.orders.options import Axis, Strip, axis, legal, matters
from game.orders.sheet import Draft
from game.orders.terms import FIELDS
from game.world import ZERO, Bools, Floats, Ints, World, heads, pair, places, private_at, snap, some, stretch
from game.world.setting import FULL, STANDARD

NOBODY = -1
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
    who = stretch(who, world.alive.shape)
    groups = _groups(world, who, doctrines)
    lay = axis(world.setting)
    chosen = np.zeros((*world.batch, world.n, lay.size), bool)
    plan = pair(world.budget_arms, world.budget_growth)
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
        read = Reading(world, temper(doctrines, who))
        scored, plan = shares(read)
        scores: Scores = {("budget", "sliders"): scored, **friends(read), **quarrels(read), **pressure(read)}
        if world.setting.level >= STANDARD:
            scores |= posture(read)
        if world.setting.level >= FULL:
            scores |= {**reform(read), **congress(read)}
            if some(world.turn == 0):
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
    shape = terms.shape[:-1]
    flat = terms.reshape(-1, len(FIELDS))
    deal = FIELDS.index("deal")
    named = [lay.where[key] for key, scored in scores.items() if scored.names and key in lay.where]
    for strip in sorted(named, key=lambda strip: (strip.choice.plain, strip.start)):
        names = scores[strip.name].names
        given = chosen[..., strip.place]
        if not some(given):
            continue
        cells = _of(seats, places(given), strip)
        if "deal" in names:
            room = flat[cells, deal] == 0
            if not strip.choice.plain:
                _give_up(lay, strip, cells[~room], chosen)
            cells = cells[room & (at(names["deal"], shape, cells) > 0)]
        for name, value in names.items():
            flat[cells, FIELDS.index(name)] = at(value, shape, cells)


def _give_up(lay: Axis, strip: Strip, cells: Ints, chosen: Bools) -> None:
    """Say no instead of a second counter-offer to the same state."""
    _mark(chosen, strip, cells, given=False)
    no = lay.where.get((strip.kind.name, strip.choice.name.replace("_counter", "_no")))
    if no is not None:
        _mark(chosen, no, cells)


def _of(seats: Bools, cells: Ints, strip: Strip) -> Ints:
    """Keep the cells [K] of a strip, flat in [..., N, T], that are of some seats."""
    return cells[seats.reshape(-1)[cells // strip.width]]


def _mark(chosen: Bools, strip: Strip, cells: Ints, *, given: bool = True) -> None:
    """Mark the cells of a strip on the flat axis, or take the mark away."""
    seat, target = np.divmod(cells, strip.width)
    chosen.reshape(-1, chosen.shape[-1])[seat, strip.start + target] = given


Wanted = tuple[Strip, Ints, Floats]
"""A choice; the cells [K] of actors and targets, flat in [..., N, T], where it may be given and is worth it; worth."""


@dataclass(eq=False)
class Candidates:
    """The best target of each choice that a seat wants, one a row [K], ordered by seat: the seat's flat index in
    [..., N], the score, which is above 0, and the place on the axis.
    """

    seat: Ints
    score: Floats
    place: Ints

    def only(self, rows: Bools | Ints) -> Candidates:
        """Keep some rows, in order."""
        return Candidates(self.seat[rows], self.score[rows], self.place[rows])


def _pick(world: World, lay: Axis, seats: Bools, scores: Scores, chosen: Bools) -> None:
    """Mark the choices of some seats on the flat axis."""
    wanted: list[Wanted] = []
    answers, others = _asked(lay)
    for strip in answers:
        if strip.name in scores:
            _answer(world, lay, strip, scores, seats, chosen)
    for strip in others:
        scored = scores.get(strip.name)
        if scored is None or not (strip.choice.plain or scored.names):
            continue
        value = scored.worth()
        where = np.greater(value, ZERO)
        if some(where):
            where = stretch(scored.open(where & legal(world, strip)), (*seats.shape, strip.width))
            cells = places(where)
            if cells.size:
                wanted.append((strip, cells, at(value, where.shape, cells)))
    if not wanted:
        return
    found = _best(world, lay, seats, wanted)
    marks = chosen.reshape(-1, lay.size)
    first = lay.initiative[found.place]
    _initiatives(world, lay, found.only(first), marks)
    found = found.only(~first)
    group = lay.kind[found.place] * seats.size + found.seat
    order = group.argsort(kind="stable")
    found = found.only(order)
    best = _first_largest(group[order], found.score)
    marks[found.seat[best], found.place[best]] = True


@lru_cache(maxsize=64)
def _asked(lay: Axis) -> tuple[list[Strip], list[Strip]]:
    """The choices that answer a matter by yes; and all but answers: of equal ones those about oneself are taken first,
    then those about states.
    """
    answers = [s for s in lay.strips if s.kind.group == ANSWER and not s.choice.name.endswith(_AFTER_YES)]
    others = [s for s in lay.strips if s.kind.group != ANSWER]
    return answers, sorted(others, key=lambda s: (SELF, STATE, REGION).index(s.choice.to))


def _best(world: World, lay: Axis, seats: Bools, wanted: list[Wanted]) -> Candidates:
    """Find the best target of each choice for some seats; equal ones by a draw of the seat's own."""
    choice = np.arange(len(wanted)).repeat([cells.size for _strip, cells, _value in wanted])
    number = np.array([strip.number for strip, _cells, _value in wanted])[choice]
    seat, target = np.divmod(np.concatenate([cells for _strip, cells, _value in wanted]), lay.widths[number])
    score = np.concatenate([value for _strip, _cells, value in wanted])
    found = Candidates(seat, score, lay.starts[number] + target)
    group = choice * seats.size + seat
    mine = seats.reshape(-1)[seat]
    if not mine.all():
        found, group = found.only(mine), group[mine]
    best = _largest(group, found.score)
    found, group = found.only(best), group[best]
    if some(group[1:] == group[:-1]):
        found = found.only(_first_largest(group, private_at(world, "tie", found.seat, lay.keys[found.place])))
    return found.only(found.seat.argsort(kind="stable"))


def _largest(group: Ints, score: Floats) -> Ints:
    """Find the places of the largest scores [K] of each group; groups [K] stand together."""
    if not group.size:
        return group
    new = heads(group)
    top = np.maximum.reduceat(score, new.nonzero()[0])
    return np.asarray((score == top[new.cumsum() - 1]).nonzero()[0])


def _first_largest(group: Ints, score: Floats) -> Ints:
    """Find the place of the first of the largest scores [K] of each group; groups [K] stand together."""
    best = _largest(group, score)
    return best[heads(group[best])]


def _answer(world: World, lay: Axis, strip: Strip, scores: Scores, seats: Bools, chosen: Bools) -> None:
    """Answer every matter: yes above 0, else other terms if these are above 0, else no.

    Where the no is scored, too, it is given only if that is above 0.
    """
    kind, name = strip.name
    allowed = legal(world, strip)
    if not some(allowed):
        return
    shape = (*seats.shape, strip.width)
    rest = _of(seats, places(stretch(allowed, shape)), strip)
    yes = scores[strip.name].wanted(shape, rest)
    _mark(chosen, strip, rest[yes])
    rest = rest[~yes]
    other = scores.get((kind, name.replace("_yes", "_counter")))
    if other is not None and other.names:
        counter = lay.where[kind, name.replace("_yes", "_counter")]
        dealt = at(legal(world, counter), shape, rest) & other.wanted(shape, rest)
        _mark(chosen, counter, rest[dealt])
        rest = rest[~dealt]
    no = lay.where.get((kind, name.replace("_yes", "_no")))
    if no is not None and no is not strip:
        against = scores.get(no.name)
        _mark(chosen, no, rest if against is None else rest[against.wanted(shape, rest)])


def _initiatives(world: World, lay: Axis, found: Candidates, marks: Bools) -> None:
    """Take up to three initiatives by score, as influence allows, one a matter and target.

    Where the best is too dear now and can be paid with a turn's income, the state saves for it: only what is free
    is done beside.
    """
    rules = world.setting.rules.influence
    left = world.influence.reshape(-1).copy()
    price = lay.price[found.place]
    matter = matters(world, found.seat // world.n, found.place)
    best = _first_largest(found.seat, found.score)
    dear = price[best] - left[found.seat[best]]
    left[found.seat[best[(dear > 0.0) & (dear <= rules.income)]]] = 0.0
    taken = np.full(left.shape, -1)
    for _round in range(int(rules.initiatives)):
        able = (price <= left[found.seat]) | (price == 0.0)
        found, price, matter = found.only(able), price[able], matter[able]
        if not price.size:
            return
        best = _first_largest(found.seat, found.score)
        seat = found.seat[best]
        marks[seat, found.place[best]] = True
        left[seat] = snap(left[seat] - price[best])
        taken[seat] = matter[best]
        others = matter != taken[found.seat]
        found, price, matter = found.only(others), price[others], matter[others]
