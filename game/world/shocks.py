"""Shocks and aims as they stand in a setting: what may happen to a state, what a state may strive for."""

from dataclasses import dataclass

__all__ = ["Aim", "Condition", "Shock"]


@dataclass(frozen=True)
class Condition:
    """A named number of a state lies between two others."""

    measure: str
    least: float = -1e9
    most: float = 1e9


@dataclass(frozen=True)
class Shock:
    """Something that happens to a state, foretold a turn ahead.

    `who` is a state's id, "" for each by chance. It comes at `turn` (as an index), or with `chance` a turn
    from `turn` on if the condition holds. `effects` are (what, by how much): factors for arms and economy, else added.
    """

    id: str
    who: str
    foretold: str
    says: str
    turn: int
    chance: float
    condition: Condition | None
    effects: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Aim:
    """A card: it is reached when all its conditions hold at the end."""

    id: str
    conditions: tuple[Condition, ...]
