"""From a turn that was played to its reveal: words, pacts, soft acts, demands, wars last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.events import Event
from game.language import _, mark
from game.ui.flow.charting import emblems, land, ties
from game.ui.flow.faces import Face
from game.ui.flow.table import Table
from game.ui.flow.weighing import balance_of, between, public_balance
from game.ui.map.advance import March
from game.ui.map.atlas import Atlas, around
from game.ui.map.relations import Relation
from game.ui.screens.report_bars import lean_words
from game.ui.screens.reveal import Beat, Stage
from game.view import View
from game.world import Floats

__all__ = ["stage_of"]

_ORDER: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (mark("Words"), "megaphone", ("word",), ()),
    (mark("Treaties"), "link-2", ("treaty",), ("pact", "guarantee", "nonaggression", "trade")),
    (mark("Soft acts and arms"), "scale", ("soft", "arms"), ("sanction",)),
    (mark("Demands"), "gavel", ("crisis",), ("demand",)),
    (mark("Peace"), "handshake", ("peace",), ()),
    (mark("War"), "swords", ("war",), ()),
)
"""Title, icon, themes of events, ties that are drawn when they are new."""
_LASTING = ("war", "pact")
_CHANCE = ("event", "omen")
"""What nobody did: it is told before the deeds."""


def stage_of(table: Table, index: int, reader: int | None) -> Stage:
    """Set the stage for a turn of the history, as a state or (None) the public may see it."""
    turn, faces = table.history[index], table.faces
    before, after = table.views(index, reader)
    known = [event for event in turn.events if event.known_to(reader)]
    atlas = table.atlas
    places = emblems(before, faces, atlas)
    weigh = balance_of if reader is not None else public_balance
    balances = weigh(before, faces), weigh(after, faces)
    words = lean_words(balances[1])
    marks = (((), words[:1].upper() + words[1:] + "."),)
    heavy = tuple(
        (_faces(event, faces), event.sentence)
        for event in known
        if event.theme == "power" and event.kind not in _CHANCE
    )
    end = Beat(_("The balance"), "scale", (*heavy, *marks), land(after, faces), tuple(ties(after, _LASTING)))
    late = int(turn.before.turn) >= int(turn.before.last_turn)
    kicker = _("Epilogue, turn {n}") if late else _("Reveal, turn {n}")
    return Stage(
        kicker=kicker.format(n=index + 1),
        title=table.date_of(index),
        atlas=atlas,
        emblems=tuple(places),
        beats=tuple(_beats(known, (before, after), faces, atlas)),
        after=end,
        before_balance=balances[0],
        after_balance=balances[1],
        between=between,
        aim=around([label.at for label in places if label is not None]),
    )


def _beats(known: Sequence[Event], views: tuple[View, View], faces: Sequence[Face], atlas: Atlas) -> list[Beat]:
    before, after = views
    beats = []
    chance = tuple((_faces(event, faces), event.sentence) for event in known if event.kind in _CHANCE)
    if chance:
        beats.append(Beat(_("Tidings"), "dices", chance, land(before, faces), tuple(ties(before, ("war",)))))
    for title, icon, themes, kinds in _ORDER:
        events = sorted((e for e in known if e.theme in themes), key=lambda e: -e.weight)
        if not events:
            continue
        lines = tuple((_faces(event, faces), event.sentence) for event in events)
        lit = sorted({actor for event in events[:3] for actor in event.actors[:1]})
        scene = land(after if "war" in themes else before, faces, lit)
        marches = tuple(_marches(views, atlas)) if "war" in themes else ()
        beats.append(Beat(_(title), icon, lines, scene, (*_fronts(views, themes), *_fresh(views, kinds)), marches))
    return beats


def _marches(views: tuple[View, View], atlas: Atlas) -> Iterator[March]:
    """Yield a way into each region that was taken in war, from the taker's nearest land beside it."""
    before, after = views
    fought = before.war | after.war
    for region in np.flatnonzero(before.owner != after.owner).tolist():
        taker, loser = int(after.owner[region]), int(before.owner[region])
        ways = before.setting.ways
        beside = np.concatenate([ways[ways[:, 0] == region, 1], ways[ways[:, 1] == region, 0]])
        own = beside[before.owner[beside] == taker]
        if fought[taker, loser] and own.size:
            there = atlas.labels[region]
            nearest = own[np.argmin(np.hypot(*(atlas.labels[own] - there).T))]
            yield _point(atlas.labels[nearest]), _point(there)


def _point(at: Floats) -> tuple[float, float]:
    return float(at[0]), float(at[1])


def _fronts(views: tuple[View, View], themes: Sequence[str]) -> list[Relation]:
    """The wars of the moment: as before, without those that peace has ended, at last with the new ones."""
    before, after = ties(views[0], ("war",)), ties(views[1], ("war",))
    if "war" in themes:
        return after
    return [war for war in before if war in after] if "peace" in themes else before


def _fresh(views: tuple[View, View], kinds: Sequence[str]) -> list[Relation]:
    """The ties that the turn has brought: all that stand at once would be a thicket."""
    old = set(ties(views[0], kinds))
    return [tie for tie in ties(views[1], kinds) if tie not in old]


def _faces(event: Event, faces: Sequence[Face]) -> tuple[Face, ...]:
    return tuple(faces[actor] for actor in event.actors)
