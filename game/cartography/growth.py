"""Share out a graph of cells: seeds far apart, then growth by turns at random cost."""

import heapq
from collections.abc import Collection, Mapping, Sequence

from game.cartography.rough import fraction

__all__ = ["components", "grown", "spread_seeds"]

Graph = Mapping[int, Collection[int]]


def components(cells: Collection[int], graph: Graph) -> list[list[int]]:
    """Return the connected parts of `cells`, the largest first."""
    left, parts = set(cells), []
    while left:
        part = sorted(_distances([min(left)], left, graph))
        left.difference_update(part)
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def spread_seeds(first: int, count: int, cells: Collection[int], graph: Graph) -> list[int]:
    """Return `first` and further cells, each as many steps as can be from those before it."""
    seeds = [first]
    while len(seeds) < count:
        steps = _distances(seeds, cells, graph)
        seeds.append(max(steps, key=lambda cell: (steps[cell], -cell)))
    return seeds


def grown(
    seeds: Sequence[int], weights: Sequence[float], cells: Collection[int], graph: Graph, key: str
) -> dict[int, int]:
    """Return the seed's index for every cell: whoever is furthest behind its weight takes its cheapest cell.

    `cells` must be connected; `key` decides the costs, which wander with distance so that borders do too.
    """
    owner: dict[int, int] = {}
    fronts: list[list[tuple[float, int]]] = [[(0.0, seed)] for seed in seeds]
    sizes = [0] * len(seeds)
    inside = set(cells)
    while any(fronts):
        turn = min((i for i, front in enumerate(fronts) if front), key=lambda i: (sizes[i] / weights[i], i))
        cost, cell = heapq.heappop(fronts[turn])
        if cell in owner or (cell in seeds and seeds[turn] != cell):
            continue
        owner[cell] = turn
        sizes[turn] += 1
        for beside in sorted(inside.intersection(graph[cell]) - owner.keys()):
            heapq.heappush(fronts[turn], (cost + 0.6 + 0.8 * fraction(key, turn, beside), beside))
    return owner


def _distances(starts: Sequence[int], cells: Collection[int], graph: Graph) -> dict[int, int]:
    """Return the steps from the nearest start to every cell that can be reached within `cells`."""
    inside = set(cells)
    steps = dict.fromkeys(starts, 0)
    ring = list(starts)
    while ring:
        further = [beside for cell in ring for beside in sorted(inside.intersection(graph[cell]))]
        ring = []
        for cell in further:
            if cell not in steps:
                steps[cell] = min(steps[b] for b in graph[cell] if b in steps) + 1
                ring.append(cell)
    return steps
