"""What a turn did to its reader: effects in words, numbers before and after, the largest shifts."""

from __future__ import annotations

from collections.abc import Sequence

from game.events import Event
from game.language import _
from game.measures.blocs import AFRAID, AGAINST, WITH, sides
from game.measures.power import power
from game.measures.threat import threat
from game.ui.flow.faces import Face
from game.ui.screens.report_news import Headline
from game.ui.screens.report_why import Change, Why
from game.ui.text import sentence
from game.ui.theme import number, signed
from game.view import View

__all__ = ["changes_of", "effect_of", "shifts"]

Views = tuple[View, View]
_FELT = 0.015
"""A change of threat below this is called none."""
_GREW = 0.2
"""A change of a share of power, in points, that is worth a story."""


def effect_of(event: Event, views: Views, reader: int | None, faces: Sequence[Face], told: set[int]) -> tuple[str, str]:
    """Say in words what the turn did to the reader through those in the event; "" for the public.

    A state's threat moved once: it is told with the first story of it, and `told` remembers the state.
    """
    newly = _newly_bound(event, views)
    if not newly:
        return _effect_by(event.actors, views, reader, faces, told)
    text = _("{n} points now bound").format(n=round(newly))
    if reader is None:
        return "even", text
    leans_with = int(sides(views[1])[reader]) == WITH
    return ("bad", _("Bad: {what}").format(what=text)) if leans_with else ("good", _("Good: {what}").format(what=text))


def _effect_by(
    actors: Sequence[int], views: Views, reader: int | None, faces: Sequence[Face], told: set[int]
) -> tuple[str, str]:
    others = set(actors) - {reader}
    if reader is None or (others and others <= told):
        return "even", ""
    moved = [(state, _threat_moved(views, reader, state)) for state in sorted(others - told)]
    told |= others
    state, most = max(moved, key=lambda row: abs(row[1]), default=(-1, 0.0))
    if abs(most) < _FELT:
        return "even", _("Even: no effect on us yet")
    text = _("threat of {name} to us {change}").format(name=faces[state].called, change=signed(most))
    return ("bad", _("Bad: {what}").format(what=text)) if most > 0 else ("good", _("Good: {what}").format(what=text))


def _newly_bound(event: Event, views: Views) -> float:
    """Points of power that were only afraid of the leader and are bound against it now."""
    if event.kind not in ("pact_signed", "guaranteed"):
        return 0.0
    before, after = views
    moved = [a for a in event.actors if sides(before)[a] == AFRAID and sides(after)[a] == AGAINST]
    return 100.0 * sum(float(power(after)[actor]) for actor in moved)


def _threat_moved(views: Views, reader: int, state: int) -> float:
    before, after = (float(threat(view)[reader, state]) for view in views)
    return after - before


def shifts(views: Views, reader: int | None, faces: Sequence[Face], told: set[int]) -> list[Headline]:
    """Tell the largest changes of power, and of the threat to the reader, one story a state; see `effect_of`."""
    before, after = views
    grown = {k: 100.0 * float(power(after)[k] - power(before)[k]) for k in range(len(faces)) if after.alive[k]}
    order = sorted(grown, key=lambda k: -_weight(views, reader, k, grown[k]))
    return [_shift(views, reader, k, grown[k], faces, told) for k in order if abs(grown[k]) >= _GREW]


def _weight(views: Views, reader: int | None, state: int, grown: float) -> float:
    if reader is None or state == reader:
        return abs(grown)
    return abs(grown) + 10.0 * abs(_threat_moved(views, reader, state))


def _shift(
    views: Views, reader: int | None, state: int, grown: float, faces: Sequence[Face], told: set[int]
) -> Headline:
    face, share = faces[state], 100.0 * float(power(views[1])[state])
    title = _("{name} grows stronger") if grown > 0 else _("{name} loses weight")
    text = _("It holds {share} % of all power, {change} points since last turn.")
    tone, effect = _effect_by((state,), views, reader, faces, told)
    if state == reader:
        own = _("our share {change}").format(change=signed(grown, 1))
        tone, text_of = ("good", _("Good: {what}")) if grown > 0 else ("bad", _("Bad: {what}"))
        effect = text_of.format(what=own)
    title = sentence(title.format(name=face.called))
    why = Why(face, _("What it comes to"), title, "crown", changes=tuple(changes_of((state,), views, reader, faces)))
    said = text.format(share=number(share, 1), change=signed(grown, 1))
    return Headline(0, (state,), (face,), tone, effect, title, said, why)


def changes_of(actors: Sequence[int], views: Views, reader: int | None, faces: Sequence[Face]) -> list[Change]:
    """Give power share and threat to the reader of some states, before and after."""
    after = views[1]
    rows = []
    for actor in dict.fromkeys(actors):
        old, new = (100.0 * float(power(view)[actor]) for view in views)
        rows.append(Change(faces[actor], _("power share, %"), number(old, 1), number(new, 1)))
        if reader is not None and actor != reader and after.alive[actor]:
            old, new = (float(threat(view)[reader, actor]) for view in views)
            tone = "even" if abs(new - old) < _FELT else "bad" if new > old else "good"
            rows.append(Change(faces[actor], _("threat to us"), number(old, 2), number(new, 2), tone))
    return rows
