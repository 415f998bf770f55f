"""The land at the start: who lives where, what it is worth, how far it is from one home to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.storage.documents import MapDocument, Scenario
from game.world import Bools, Floats, Ints, Rules, World, snap

__all__ = ["Ground", "home_ground", "lay_out"]


@dataclass(frozen=True, eq=False)
class Ground:
    """The map as N places, each the land of one state of the scenario; regions in the map's order.

    `home` and `core` [R] are places; `capital` and `main` [N] the region of a place's capital and its
    richest; `by_land` and `by_any` [N, N] the steps between places, -1 where there is no way.
    """

    home: Ints
    core: Ints
    share: Floats
    integration: Floats
    terrain: Floats
    capital: Ints
    main: Ints
    by_land: Ints
    by_any: Ints


def home_ground(scenario: Scenario, map_document: MapDocument) -> Ground:
    """Read the land off a scenario that has passed its checks."""
    entries = {entry.id: entry for entry in scenario.regions}
    ordered = [entries[region.id] for region in map_document.regions]
    place = {state.code: k for k, state in enumerate(scenario.states)}
    home = np.array([place[entry.owner] for entry in ordered])
    share = np.array([entry.share for entry in ordered])
    seat = np.array([entry.capital for entry in ordered])
    at_home = home == np.arange(len(place))[:, None]
    index = {region.id: k for k, region in enumerate(map_document.regions)}
    land = [(index[a], index[b]) for a, b in map_document.land]
    sea = [(index[a], index[b]) for a, b in map_document.sea]
    return Ground(
        home=home,
        core=np.array([place[entry.core] for entry in ordered]),
        share=share,
        integration=np.array([entry.integration for entry in ordered]),
        terrain=np.array([entry.terrain for entry in ordered]),
        capital=np.array((at_home & seat).argmax(-1)),
        main=np.array(np.where(at_home, share, -1.0).argmax(-1)),
        by_land=_steps(at_home, land),
        by_any=_steps(at_home, [*land, *sea]),
    )


def _steps(at_home: Bools, ways: Sequence[tuple[int, int]]) -> Ints:
    """Fewest steps from region to region between two homes, -1 where there is no way: [N, N]."""
    both = np.array(sorted([(b, a) for a, b in ways] + list(ways)), np.int64).reshape(-1, 2)
    ends, first = np.unique(both[:, 0], return_index=True)
    homes = at_home.astype(np.float32)
    reached, newly = at_home.copy(), at_home
    steps = np.where(np.eye(len(at_home), dtype=bool), 0, -1)
    for step in range(1, at_home.shape[1] if len(both) else 1):
        onward = np.zeros_like(at_home)
        onward[:, ends] = np.logical_or.reduceat(newly[:, both[:, 1]], first, axis=1)
        newly = onward & ~reached
        if not newly.any():
            break
        reached |= newly
        steps[(newly.astype(np.float32) @ homes.T > 0) & (steps < 0)] = step
    return steps


def lay_out(world: World, ground: Ground, place: Ints, worth: Floats | None = None) -> dict[str, Any]:
    """Give the columns of the land when state k lives at `place[k]` [..., N].

    Each state's regions add up exactly to its `economy_start`; `worth` [..., R] are factors within a state.
    """
    tenant = np.asarray(place.argsort(-1))
    r = len(ground.home)
    whole = (*world.batch, r)
    return {
        "owner": tenant[..., ground.home],
        "core": tenant[..., ground.core],
        "wealth": _wealth(world, ground, place, tenant, worth),
        "integration": np.broadcast_to(ground.integration, whole),
        "terrain": np.broadcast_to(ground.terrain, whole),
        "capital": ground.capital[place],
        "far": _far(world, ground, place),
    }


def _wealth(world: World, ground: Ground, place: Ints, tenant: Ints, worth: Floats | None) -> Floats:
    """Split each state's economy over its regions; what rounding leaves goes to the richest: [..., R]."""
    n = world.n
    belongs = (ground.home[:, None] == np.arange(n)).astype(np.float64)
    economy = np.take_along_axis(world.economy_start, tenant, -1)
    part = ground.share if worth is None else snap(ground.share * worth)
    whole = snap(part) @ belongs
    wealth = snap(economy[..., ground.home] * part / whole[..., ground.home])
    wealth = np.array(np.broadcast_to(wealth, (*world.batch, len(ground.home))))
    wealth[..., ground.main] += economy - wealth @ belongs
    return wealth


def _far(world: World, ground: Ground, place: Ints) -> Floats:
    """Reach between homes without a border: by land, or by ways that cross water, whichever is more."""
    rules = world.setting.rules
    afloat = (rules.power.sea_base + (1.0 - rules.power.sea_base) * world.sea_power)[..., :, None]
    here, there = place[..., :, None], place[..., None, :]
    by_land = np.where(ground.by_land > 0, _carry(rules, ground.by_land), 0.0)[here, there]
    by_any = _carry(rules, ground.by_any)[here, there] * afloat
    return np.asarray(np.where(np.eye(world.n, dtype=bool), 0.0, np.maximum(by_land, by_any)))


def _carry(rules: Rules, steps: Ints) -> Floats:
    """Part of a force that arrives after so many steps, the first of them free; the floor if there is no way.

    floor + (1 - floor) / (1 + (d / half)^3): the loss-of-strength gradient in the form of Cederman 2003.
    """
    floor = rules.power.reach_floor
    d = (np.maximum(steps, 1) - 1.0) / rules.power.reach_half
    return np.asarray(np.where(steps > 0, floor + (1.0 - floor) / (1.0 + d * d * d), floor))
