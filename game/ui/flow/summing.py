"""From a finished game to its end screen: the shared result, the scores with their parts, the annals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.language import _, mark, plural
from game.match import BOT, PERSON
from game.measures.aims import reached
from game.measures.power import held_count, power
from game.measures.scores import parts, scores, whole, winners
from game.names import WAR
from game.opponents.doctrines import BY_NAME
from game.orders.aim import AIMS
from game.scripting.caretaker import CARETAKER
from game.ui.flow.annals import annals_of
from game.ui.flow.epitaphs import epitaphs
from game.ui.flow.table import Table
from game.ui.screens.end import Ending
from game.ui.screens.end_rows import Fact, Result
from game.ui.text import sentence
from game.world import Ending as Ends
from game.world import World

__all__ = ["ending_of", "who_played"]

_PART_NAMES = {
    "security": mark("Security"),
    "autonomy": mark("Autonomy"),
    "welfare": mark("Welfare"),
    "honour": mark("Honour"),
    "aims": mark("Aim"),
}
_LOUD = 1.4
"""Weight from which an event is worth a line in the annals."""


def ending_of(table: Table, mine: Sequence[int]) -> Ending:
    """Sum up a finished game; `mine` are the states whose rows are lit."""
    world = table.match.world
    setting = world.setting
    start, last = table.date_of(0), table.date_of(max(0, table.turn - 1))
    rules = setting.rules.scores
    return Ending(
        kicker=_("{title}, {start} to {last}, shared result").format(title=table.title, start=start, last=last),
        verdict=_verdict(world),
        line=_line(table),
        facts=tuple(_facts(table)),
        parts=tuple((_(_PART_NAMES[name]), 100.0 * getattr(rules, name) / whole(world)) for name in parts(world)),
        results=tuple(_results(table, mine)),
        annals=tuple(annals_of(table)),
    )


def _verdict(world: World) -> str:
    name = world.setting.called
    if int(world.ending) == Ends.HEGEMONY:
        return sentence(_("{name} rules").format(name=name(int(world.contender))))
    if int(world.ending) == Ends.ALONE:
        alive = np.flatnonzero(world.alive)
        text = _("{name} stands alone").format(name=name(int(alive[0]))) if alive.size else _("Nobody is left")
        return sentence(text)
    return _("The system held")


def _line(table: Table) -> str:
    """Say who came nearest to hegemony, and when."""
    world = table.match.world
    name, line = world.setting.called, 100.0 * world.setting.rules.hegemony.share
    worlds = [turn.before for turn in table.history] + [world]
    peaks = [(float(power(each).max()), int(power(each).argmax()), k) for k, each in enumerate(worlds)]
    share, state, turn = max(peaks)
    if int(world.ending) == Ends.HEGEMONY:
        text = _("{name} became hegemon in {year}: the others could not hold it in check.")
        return sentence(text.format(name=name(int(world.contender)), year=table.date_of(table.turn - 1)))
    if int(world.ending) == Ends.ALONE:
        return _("There is no system of states any more.")
    text = _("No state became hegemon. {name} came nearest: {share} of {line} in {year}.")
    year = table.date_of(turn)
    return sentence(text.format(name=name(state), share=round(100.0 * share), line=round(line), year=year))


def _facts(table: Table) -> Iterator[Fact]:
    world, n = table.match.world, table.match.world.n
    lost = n - int(world.alive.sum())
    yield Fact(str(lost), "flag", plural("of {n} state lost", "of {n} states lost", n))
    wars = [affair for affair in table.match.names.affairs if affair.kind == WAR]
    years = sum(bool(turn.before.war.any()) for turn in table.history)
    begun = plural("war", "wars", len(wars))
    fought = plural("{n} turn with fighting", "{n} turns with fighting", years)
    yield Fact(str(len(wars)), "swords", f"{begun}; {fought}")
    called, broken = int(world.called.sum()), int(world.broken.sum())
    words = plural("promise broken", "promises broken", broken)
    yield Fact(str(broken), "link-2-off", words + "; " + _("{n} called on").format(n=called))
    most = max((int(each.hegemony_count) for each in [*(t.before for t in table.history), world]), default=0)
    turns = int(world.setting.rules.hegemony.turns)
    yield Fact(str(most), "crown", _("of {n}, hegemony count").format(n=turns))


def who_played(table: Table, state: int) -> str:
    """Say who sat in a seat."""
    seat = table.seat(state)
    code = table.faces[state].code
    if seat.kind == PERSON:
        return f"{code}, {seat.player or _('a person')}"
    if seat.kind == BOT and seat.name == CARETAKER:
        return _("{code}, a caretaker").format(code=code)
    if seat.kind == BOT:
        return f"{code}, {seat.name.rpartition('/')[2]}"
    doctrine = BY_NAME.get(seat.name)
    title = _(doctrine.title) if doctrine is not None else seat.name
    return f"{code}, {title[:1].lower() + title[1:]}"


def _results(table: Table, mine: Sequence[int]) -> Iterator[Result]:
    world, faces = table.match.world, table.faces
    points, won, split = scores(world), winners(world), parts(world)
    told = epitaphs(table.history, world.n)
    order = sorted(range(world.n), key=lambda k: (-float(points[k]), k))
    for k in order:
        own = [float(split[name][k]) for name in split]
        factor = float(points[k]) / sum(own) if sum(own) > 0 else 0.0
        yield Result(
            rank=1 + sum(float(points[other]) > float(points[k]) for other in order),
            face=faces[k],
            who=who_played(table, k) + ("" if k not in mine else _(", you")),
            parts=tuple(part * factor for part in own),
            score=float(points[k]),
            epitaph=told[k],
            note="; ".join([_record(world, k), *_land(table, k)]),
            aim=_aim(world, k),
            met=bool(reached(world)[k]),
            mine=k in mine,
            won=bool(won[k]),
            alive=bool(world.alive[k]),
        )


def _record(world: World, k: int) -> str:
    called, kept, broken = int(world.called[k]), int(world.kept[k]), int(world.broken[k])
    if called:
        return _("Promises kept when called on: {kept} of {called}").format(kept=kept, called=called)
    if broken:
        return plural("Broke {n} promise", "Broke {n} promises", broken)
    return _("Never called on a promise")


def _land(table: Table, k: int) -> Iterator[str]:
    """Say what became of its land, and in how many turns nobody could have beaten it."""
    world = table.match.world
    if not world.alive[k]:
        yield _("is no more")
        return
    first = table.history[0].before if table.history else world
    moved = int(held_count(world)[k] - held_count(first)[k])
    if moved > 0:
        yield plural("{n} region won", "{n} regions won", moved)
    elif moved < 0:
        yield plural("{n} region lost", "{n} regions lost", -moved)
    yield _("secure in {n} of {turns} turns").format(n=int(world.secure_turns[k]), turns=table.turn)


def _aim(world: World, k: int) -> str:
    """Reveal the aim that a state kept; "" where none are dealt."""
    if not world.aim[k]:
        return ""
    return _(AIMS[world.setting.aims[int(world.aim[k]) - 1].id])
