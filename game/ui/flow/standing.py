"""What a turn moved beside its headlines: the balance, who changed sides, and where the reader stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.language import _, mark
from game.measures.blocs import AFRAID, AGAINST, NEITHER, WITH, sides
from game.measures.power import leader, power
from game.measures.threat import threat
from game.ui.flow.faces import Face
from game.ui.flow.felt import FELT, Views
from game.ui.play.stands import stand
from game.ui.screens.report_changes import Change, Section
from game.ui.theme import number
from game.view import View

__all__ = ["standing"]

_SIDES = {
    WITH: mark("with {leader}"),
    AGAINST: mark("bound against {leader}"),
    AFRAID: mark("only afraid of {leader}"),
    NEITHER: mark("on neither side"),
}
_MOVERS = 5
_JUST = 0.05  # points of power below which a weight has not moved


def standing(views: Views, reader: int | None, faces: Sequence[Face]) -> tuple[Section, ...]:
    """Return the balance before and after a turn, and to a state also its own place in it."""
    shared = Section(_("What moved the balance"), tuple(_balance(views, faces)), tuple(_movers(views, faces)))
    if reader is None or not views[1].alive[reader]:
        return (shared,)
    place = stand(views[1], reader)
    return shared, Section(_("Where we stand"), tuple(_own(views, reader, faces)), (place.place, *place.why))


def _balance(views: Views, faces: Sequence[Face]) -> Iterator[Change]:
    """The weight of each side, in per cent of all power; of another leader the sides are other sides."""
    heads = [int(leader(view)) for view in views]
    for side in (WITH, AGAINST, AFRAID, NEITHER):
        old, new = (100.0 * float(power(view)[(sides(view) == side) & view.alive].sum()) for view in views)
        words = _(_SIDES[side]).format(leader=faces[heads[1]].called)
        before = number(old, 1) if heads[0] == heads[1] else ""
        if side == WITH:
            yield Change(faces[heads[1]], _("and its partners, % of all power"), before, number(new, 1))
        elif max(old, new) >= _JUST:
            yield Change(None, _("{side}, %").format(side=words[:1].upper() + words[1:]), before, number(new, 1))


def _movers(views: Views, faces: Sequence[Face]) -> Iterator[str]:
    """Say who leads now, and who changed sides, the heaviest first."""
    before, after = views
    heads = [int(leader(view)) for view in views]
    if heads[0] != heads[1]:
        yield _("{name} has overtaken {other} as the first of the powers.").format(
            name=faces[heads[1]].called, other=faces[heads[0]].called
        )
        return
    moved = np.flatnonzero((sides(before) != sides(after)) & after.alive)
    text = _("{name}: {before} before, {after} now ({share} % of all power).")
    for k in sorted(moved.tolist(), key=lambda k: -float(power(after)[k]))[:_MOVERS]:
        old, new = (_(_SIDES[int(sides(view)[k])]).format(leader=faces[heads[1]].called) for view in views)
        yield text.format(name=faces[k].name, before=old, after=new, share=number(100.0 * float(power(after)[k]), 1))


def _own(views: Views, reader: int, faces: Sequence[Face]) -> Iterator[Change]:
    """The reader's rank, power, arms, largest danger and partners."""
    face, after = faces[reader], views[1]
    yield Change(face, _("rank by power"), *(str(_rank(view, reader)) for view in views))
    old, new = (100.0 * float(power(view)[reader]) for view in views)
    yield Change(face, _("power share, %"), number(old, 1), number(new, 1), _tone(new - old, _JUST))
    yield Change(face, _("arms"), *(number(float(view.arms[reader]), 1) for view in views))
    worst = int(threat(after)[reader].argmax())
    old, new = (float(threat(view)[reader, worst]) for view in views)
    yield Change(faces[worst], _("the largest threat to us"), number(old, 2), number(new, 2), _tone(old - new, FELT))
    old, new = (100.0 * float(power(view)[view.pact[reader]].sum()) for view in views)
    if max(old, new) >= _JUST:
        yield Change(None, _("Bound to us by pacts, % of all power"), number(old, 1), number(new, 1),
                     _tone(new - old, _JUST))  # fmt: skip


def _rank(view: View, state: int) -> int:
    return 1 + int((power(view) > power(view)[state]).sum())


def _tone(moved: float, least: float) -> str:
    return "even" if abs(moved) < least else "good" if moved > 0 else "bad"
