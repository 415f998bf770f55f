"""Terms as scripts write them: “money”, “arms”, “lift”, or a region by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.orders.kind import Terms
from game.orders.terms import GOODS
from game.scripting.errors import Mistake, shown

if TYPE_CHECKING:
    from game.scripting.scene import Scene


def terms_of(scene: Scene, give: object = "", ask: object = "", turns: int | None = None) -> Terms | None:
    """Read what a script gives and asks; None if nothing. Raises Mistake for what there is not."""
    if turns is not None and (isinstance(turns, bool) or not isinstance(turns, int)):
        raise Mistake(_("expected a whole number of turns, found {found}").format(found=shown(turns)))
    given, there = _good(scene, give)
    asked, here = _good(scene, ask)
    region = there if there is not None else here
    found = Terms(turns=turns, give=given, ask=asked, region=region)
    return None if found == Terms() else found


def _good(scene: Scene, what: object) -> tuple[str, int | None]:
    """A good by its word, or a region: the word and the region's index."""
    if what in ("", None):
        return "", None
    if isinstance(what, str) and what in GOODS[:-1]:
        return what, None
    return "region", scene.place(what)._index
