"""What stands between states, read from a view: treaties with their terms, sanctions, closures, wars, offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.view import View

__all__ = ["Tie", "ties"]

_TERMED = ("pact", "nonaggression", "trade")
_OFFERS = ("pact", "secret", "nonaggression", "trade", "peace")


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie: pact, secret, nonaggression, trade, guarantee, sanction, closed, demand, war, or an offer still open.

    Of guarantees, sanctions, closures, demands, offers and wars, `one` is who acted. `level` is the world's own number
    of a sanction, a demand or a peace offer; `refused` marks a demand that was refused.
    """

    kind: str
    one: int
    other: int
    term: int | None = None
    ending: bool = False  # notice was given
    level: int = 0
    region: int | None = None
    refused: bool = False


def ties(view: View) -> Iterator[Tie]:
    """Yield all ties that the viewer knows of, the binding ones first."""
    for kind in _TERMED:
        yield from _mutual(view, kind)
    for one, other in _cells(np.triu(view.secret)):
        yield Tie("secret", one, other, int(view.secret_term[one, other]))
    for one, other in _cells(view.guarantee):
        yield Tie("guarantee", one, other, ending=bool(view.guarantee_notice[one, other]))
    for one, other in _cells(np.triu(view.war)):
        yield Tie("war", *((other, one) if view.began[other, one] else (one, other)))
    for one, other in _cells(view.sanction):
        yield Tie("sanction", one, other, level=int(view.sanction[one, other]))
    for one, other in _cells(view.closed):
        yield Tie("closed", one, other, ending=bool(view.closed_notice[one, other]))
    for one, other in _cells(view.demand):
        region = int(view.demand_region[one, other])
        yield Tie("demand", one, other, level=int(view.demand[one, other]),
                  region=region if region >= 0 else None, refused=bool(view.refused[one, other]))  # fmt: skip
    for kind in _OFFERS:
        for one, other in _cells(getattr(view, f"offer_{kind}")):
            yield Tie(f"offer_{kind}", one, other, level=int(getattr(view, f"offer_{kind}")[one, other]))


def _mutual(view: View, kind: str) -> Iterator[Tie]:
    term, notice = getattr(view, f"{kind}_term"), getattr(view, f"{kind}_notice")
    for one, other in _cells(np.triu(getattr(view, kind))):
        yield Tie(kind, one, other, int(term[one, other]), bool(notice[one, other] or notice[other, one]))


def _cells(mask: object) -> list[tuple[int, int]]:
    rows, columns = np.nonzero(np.asarray(mask))
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
