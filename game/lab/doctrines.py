"""The lab's own doctrines, beside those that players meet: traits from the simulation's table (its section 6)."""

from __future__ import annotations

from game.lab.exploits import EXPLOITS
from game.opponents.doctrines import BY_NAME, DOCTRINES
from game.opponents.traits import Doctrine, Traits

OWN: tuple[Doctrine, ...] = (
    Doctrine("internal", "", "Waltz 1979, p. 118", traits=Traits(vigilance=1.0, wary=1.0, greed=0.2)),
    Doctrine("bandwagoner", "", "Schweller 1994", traits=Traits(vigilance=0.2, bandwagon=1.0, greed=0.3)),
    Doctrine(
        "prudent", "", "Niou, Ordeshook & Rose 1989", traits=Traits(vigilance=1.0, external=1.0, wary=1.0, greed=0.9)
    ),
    Doctrine("soft", "", "Pape 2005", traits=Traits(wary=1.0, soft=1.0)),
    Doctrine("soft_hard", "", "Pape 2005", traits=Traits(vigilance=1.0, external=1.0, wary=1.0, greed=0.2, soft=1.0)),
    Doctrine(
        "institutionalist",
        "",
        "Keohane 1984",
        traits=Traits(vigilance=0.8, external=0.9, wary=0.3, soft=0.7, faith=1.0),
    ),
)
"""What the facts need to isolate one mechanism; a doctrine of the game of the same name goes first."""

CAST: tuple[Doctrine, ...] = (*DOCTRINES, *(d for d in OWN if d.name not in BY_NAME), *EXPLOITS)
"""Everybody who can sit at a table of the lab; seats hold numbers in this list."""
