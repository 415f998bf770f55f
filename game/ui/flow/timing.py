"""From a game to its timeline: shares, arms, pacts, wars, tension turn by turn; turning points; the map of a turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.events import Event, headlines
from game.measures.blocs import weights
from game.measures.power import power
from game.measures.threat import guessed_threat
from game.names import PACT, WAR, Affair
from game.ui.canvas import Canvas
from game.ui.flow.charting import emblems, land, ties
from game.ui.flow.table import Table
from game.ui.flow.weighing import as_public, balance_of, public_balance
from game.ui.map.atlas import around
from game.ui.map.picture import render
from game.ui.screens.report_bars import lean_words
from game.ui.screens.timeline import Draw, Moment
from game.ui.screens.timeline_course import Course, Line, Mark, Span
from game.ui.text import sentence
from game.view import View, observe
from game.world.dates import tick_words

__all__ = ["course_of", "moments_of"]

_MARKS = 4
_SWING = 12.0  # how much a shift of the balance by the whole of all power weighs against an event's weight
_LINES = 8
_SPARE = 0.04  # of the extent, around the capitals
_CROWD, _GREAT, _NEWS = 8, 0.04, 4  # states from which only the great, those at war and in the first news are shown
_RIM, _CODE = 26, 22  # logical pixels around the emblems, and for the code below each


def course_of(table: Table, reader: int | None) -> Course:
    """Chart the whole course of a game as one state, or (None) the public, may know it."""
    seen = _views(table, reader)
    faces = table.faces
    shares = [100.0 * power(view) for view in seen]
    order = sorted(range(len(faces)), key=lambda k: -float(shares[-1][k]))
    lines = tuple(
        Line(faces[k], tuple(float(row[k]) for row in shares), tuple(float(view.arms[k]) for view in seen))
        for k in order
    )
    last = len(seen) - 1
    final = int(table.match.world.last_turn)
    return Course(
        ticks=tuple(tick_words(table.match.world.setting, turn) for turn in range(last + 1)),
        lines=lines,
        hegemony=100.0 * seen[-1].setting.rules.hegemony.share,
        pacts=tuple(_spans(table, PACT, last)),
        wars=tuple(_spans(table, WAR, last)),
        tension=tuple(_tension(view) for view in seen),
        marks=tuple(_marks(table, seen, reader)),
        late=final if table.epilogue and final < last else None,
        estimated=table.estimated,
    )


def _views(table: Table, reader: int | None) -> list[View]:
    worlds = [table.known(world) for world in (*(turn.before for turn in table.history), table.match.world)]
    return [as_public(world) if reader is None else observe(world, reader) for world in worlds]


def _tension(view: View) -> float:
    """The largest threat that a state faces, as anybody would guess it: the mean by shares of power."""
    worst = guessed_threat(view).max(-1)
    return float(np.sum(power(view) * worst))


def _spans(table: Table, kind: str, last: int) -> Iterator[Span]:
    for affair in table.match.names.affairs:
        if affair.kind == kind:
            end = last if affair.ended is None else affair.ended + 1
            start = affair.began if _from_start(table, affair) else affair.began + 1
            yield Span(affair.name, tuple(table.faces[state] for state in affair.states), start, max(end, start))


def _from_start(table: Table, affair: Affair) -> bool:
    """Whether it stood before the turn that it is counted from: the ties that a scenario starts with."""
    one, other = affair.states[:2]
    return bool(getattr(table.history[affair.began].before, affair.kind)[one, other])


def _marks(table: Table, seen: Sequence[View], reader: int | None) -> Iterator[Mark]:
    """Yield the turns that moved the balance most or brought the heaviest news, in their order."""
    found = []
    for index, turn in enumerate(table.history):
        known = headlines(turn.events, reader, most=1)
        if not known:
            continue
        before, after = (weights(seen[k]) for k in (index, index + 1))
        swing = abs(float((after[0] - after[1]) - (before[0] - before[1])))
        found.append((known[0].weight + _SWING * swing, index + 1, known[0]))
    best = sorted(found, key=lambda row: -row[0])[:_MARKS]
    for _weight, turn_, event in sorted(best, key=lambda row: row[1]):
        yield Mark(turn_, _short(event, table))


def _short(event: Event, table: Table) -> str:
    """The name of the affair that the event tells of, else its first sentence."""
    named = next((a.name for a in table.match.names.affairs if a.began == event.turn and a.name in event.sentence), "")
    return named or sentence(event.sentence.partition(". ")[0].rstrip("."))


def moments_of(table: Table, reader: int | None) -> Callable[[int], Moment]:
    """Return what tells how things stood at a turn."""
    seen = _views(table, reader)
    faces = table.faces

    @lru_cache(maxsize=64)
    def moment(turn: int) -> Moment:
        view = seen[turn]
        events = table.history[turn - 1].events if turn else []
        told = headlines([e for e in events if e.theme != "word"], reader, most=_LINES)
        weigh = balance_of if reader is not None else public_balance
        lean = lean_words(weigh(view, faces))
        lines = tuple((tuple(faces[k] for k in event.actors), event.sentence) for event in told)
        return Moment(table.date_of(turn), sentence(lean), _drawn(table, view, _seen_on_map(view, told)), lines)

    return moment


def _seen_on_map(view: View, told: Sequence[Event]) -> frozenset[int]:
    """Whose emblem the map of a turn shows: all, or of a crowd those that matter in it."""
    if int(view.alive.sum()) <= _CROWD:
        return frozenset(range(view.n))
    great = np.flatnonzero((power(view) >= _GREAT) | view.war.any(-1)).tolist()
    return frozenset(great) | {actor for event in told[:_NEWS] for actor in event.actors}


def _drawn(table: Table, view: View, shown: frozenset[int]) -> Draw:
    """Return what draws the map of a turn with the emblems and ties of some states; each size is drawn once."""
    kept: dict[tuple[tuple[int, int], float], pygame.Surface] = {}

    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        box = canvas.box(rect)
        key = box.size, canvas.theme.scale
        if key not in kept:
            found = emblems(view, table.faces, table.atlas)
            places = [place if state in shown else None for state, place in enumerate(found)]
            between = [tie for tie in ties(view, ("war", "pact")) if shown.issuperset((tie.one, tie.other))]
            aim = around([place.at for place in found if place is not None], _SPARE)  # it stays where it is
            clear = pygame.Rect((0, 0), box.size).inflate(-2 * canvas.theme.px(_RIM), -2 * canvas.theme.px(_RIM))
            clear.height -= canvas.theme.px(_CODE)
            kept.clear()
            kept[key] = render(table.atlas, box.size, land(view, table.faces), canvas.theme, places,
                               between, clear=clear, aim=aim, seas=False)  # fmt: skip
        canvas.surface.blit(kept[key], box)

    return draw
