"""What a turn did as a whole: numbers before and after, the largest shifts of power."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.measures.power import power
from game.measures.threat import threat
from game.ui.flow.faces import Face
from game.ui.flow.felt import FELT, GREW, NONE, Effect, Views, threat_moved
from game.ui.screens.report_changes import Change
from game.ui.screens.report_news import Headline
from game.ui.screens.report_why import Why
from game.ui.text import sentence
from game.ui.theme import number, signed

__all__ = ["changes_of", "said", "shifts"]


def said(effect: Effect, reader: int | None) -> str:
    """Say what a story did to its reader; the public is told nothing where there is nothing to tell."""
    if effect.words:
        return effect.said if effect.tone else effect.words
    return "" if reader is None else _("Even: no effect on us yet")


def shifts(views: Views, reader: int | None, faces: Sequence[Face], told: set[int]) -> list[Headline]:
    """Tell the largest changes of power, and of the threat to the reader, one story a state; see `felt.effect_of`."""
    before, after = views
    grown = {k: 100.0 * float(power(after)[k] - power(before)[k]) for k in range(len(faces)) if after.alive[k]}
    order = sorted(grown, key=lambda k: -_weight(views, reader, k, grown[k]))
    return [_shift(views, reader, k, grown[k], faces, told) for k in order if abs(grown[k]) >= GREW]


def _weight(views: Views, reader: int | None, state: int, grown: float) -> float:
    if reader is None or state == reader:
        return abs(grown)
    return abs(grown) + 10.0 * abs(threat_moved(views, reader, state))


def _shift(
    views: Views, reader: int | None, state: int, grown: float, faces: Sequence[Face], told: set[int]
) -> Headline:
    face, share = faces[state], 100.0 * float(power(views[1])[state])
    title = _("{name} grows stronger") if grown > 0 else _("{name} loses weight")
    effect = _felt(views, reader, state, grown, faces, told)
    title = sentence(title.format(name=face.called))
    why = Why(face, _("What it comes to"), title, "crown", changes=tuple(changes_of((state,), views, reader, faces)))
    text = _("It holds {share} % of all power, {change} points since last turn.")
    text = text.format(share=number(share, 1), change=signed(grown, 1))
    return Headline(0, (state,), (face,), effect.tone, said(effect, reader), title, text, why, felt=effect.size)


def _felt(views: Views, reader: int | None, state: int, grown: float, faces: Sequence[Face], told: set[int]) -> Effect:
    """A shift is felt as one's own share, or as a threat that no story has told yet."""
    if reader is None:
        return NONE
    if state == reader:
        return Effect(1.0, "good" if grown > 0 else "bad", _("our share {change}").format(change=signed(grown, 1)))
    moved = threat_moved(views, reader, state)
    if state in told or abs(moved) < FELT:
        return NONE
    told.add(state)
    words = _("threat of {name} to us {change}").format(name=faces[state].called, change=signed(moved))
    return Effect(1.0, "bad" if moved > 0 else "good", words, state)


def changes_of(actors: Sequence[int], views: Views, reader: int | None, faces: Sequence[Face]) -> list[Change]:
    """Give power share and threat to the reader of some states, before and after."""
    after = views[1]
    rows = []
    for actor in dict.fromkeys(actors):
        old, new = (100.0 * float(power(view)[actor]) for view in views)
        rows.append(Change(faces[actor], _("power share, %"), number(old, 1), number(new, 1)))
        if reader is not None and actor != reader and after.alive[actor]:
            old, new = (float(threat(view)[reader, actor]) for view in views)
            tone = "even" if abs(new - old) < FELT else "bad" if new > old else "good"
            rows.append(Change(faces[actor], _("threat to us"), number(old, 2), number(new, 2), tone))
    return rows
