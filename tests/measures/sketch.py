"""Small worlds drawn by hand: a region a state, with the borders that a test asks for."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.storage.rules import load_rules
from game.world import COLUMNS, Setting, World

Pairs = Sequence[tuple[int, int]]


def sketch(
    economy: Sequence[float], arms: Sequence[float], *, land: Pairs = (), sea: Pairs = (), **columns: Any
) -> World:
    """A world of whole, coherent states (quality and cohesion 1), one region each; columns as named.

    Coefficients are those that the hand-worked cases use, whatever the shipped rules say.
    """
    n = len(economy)
    rules = load_rules().but(
        power__economy_weight=0.5,
        power__cohesion_base=0.6,
        power__cohesion_slope=0.4,
        power__garrison=1.0,
        power__garrison_floor=0.2,
        power__sea_base=0.5,
        power__sea_landing=0.6,
        power__sea_helping=0.3,
        power__defence=1.25,
        power__posture_strike_shield=0.75,
        power__posture_strike_sword=1.15,
        power__posture_guard_shield=1.15,
        power__posture_guard_sword=0.9,
        threat__intent_base=0.25,
        threat__intent_slope=1.5,
        threat__offensive_shield=0.2,
        threat__offensive_both=0.5,
        threat__offensive_sword=0.8,
        threat__vulnerable=1.2,
        threat__counts=0.75,
        hegemony__counterweight=0.8,
    )
    setting = Setting(
        scenario="sketch",
        title="Sketch",
        level=3,
        start=1,
        years=1,
        turns=10,
        spread=0,
        epilogue=0,
        rules=rules,
        ids=tuple(f"state-{k}" for k in range(n)),
        codes=tuple(f"S{k}" for k in range(n)),
        names=tuple(f"State {k}" for k in range(n)),
        region_ids=tuple(f"land-{k}" for k in range(n)),
        region_names=tuple(f"Land {k}" for k in range(n)),
        land=np.array(land, np.int64).reshape(-1, 2),
        sea=np.array(sea, np.int64).reshape(-1, 2),
    )
    size = {"": (), "N": (n,), "NN": (n, n), "R": (n,)}
    values: dict[str, Any] = {c.name: np.zeros(size[c.axes], c.dtype) for c in COLUMNS.values()}
    values |= {
        "alive": np.ones(n, bool),
        "arms": np.array(arms, float),
        "quality": np.ones(n),
        "cohesion": np.ones(n),
        "offence": np.array(0.5),
        "distinguish": np.array(0.0),
        "posture": np.ones(n, int),
        "owner": np.arange(n),
        "core": np.arange(n),
        "prior": np.full(n, -1),
        "capital": np.arange(n),
        "wealth": np.array(economy, float),
        "integration": np.ones(n),
        "terrain": np.ones(n),
        "demand_region": np.full((n, n), -1),
        "turn": np.array(1),
    }
    return World(setting, values).but(**columns)


def mutual(n: int, *pairs: tuple[int, int]) -> Any:
    """A symmetric matrix of truths."""
    table = np.zeros((n, n), bool)
    for a, b in pairs:
        table[a, b] = table[b, a] = True
    return table


def one_way(n: int, *pairs: tuple[int, int], value: float = 1.0) -> Any:
    """A matrix with a value at some ordered pairs."""
    table = np.zeros((n, n))
    for a, b in pairs:
        table[a, b] = value
    return table
