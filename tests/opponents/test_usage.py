"""Every verb is used: over games of mixed company each order is given by some doctrine other than random."""

from collections import Counter
from functools import cache

import numpy as np
import pytest

from game.match import play_out
from game.opponents.choose import numbers
from game.opponents.doctrines import DOCTRINES
from game.orders.kind import INITIATIVE, Kind
from game.orders.kinds import KINDS
from game.orders.options import axis
from game.phases import PHASES, Step
from game.storage.founding import found_batch
from game.world import Ints, World
from tests.stories.test_terms import land_ceded
from tests.stories.test_wars import last_land_given_back
from tests.worlds import NAMES, SHIPPED, ground

MINDED = [k for k, doctrine in enumerate(DOCTRINES) if doctrine.traits is not None]
PLACES = (*SHIPPED, "lab:7x4")
GAMES = 20


@cache
def played(name: str) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Orders given by minded doctrines and news told in games of mixed company, level full."""
    batch = found_batch(*ground(name), range(GAMES), permute=True, attitude_noise=0.2, turns=24, level="full")
    lay = axis(batch.setting)
    rng = np.random.default_rng(1)
    who = rng.choice(MINDED, (GAMES, batch.n))
    orders: Counter[tuple[str, str]] = Counter()
    news: Counter[str] = Counter()
    for _world, draft, steps in play_out(batch, who):
        for strip in lay.strips:
            orders[strip.kind.name, strip.choice.name] += int(draft.chosen[..., strip.place].sum())
        news.update(_counted(steps))
    return orders, news


def _counted(steps: list[Step]) -> dict[str, int]:
    return {
        f"{phase.name} {line.entry}": int(np.asarray(record[line.entry]).sum())
        for phase, _after, record in steps
        for line in phase.news
    }


@cache
def altogether() -> tuple[Counter[tuple[str, str]], Counter[str]]:
    parts = [played(name) for name in PLACES]
    return sum((p[0] for p in parts), Counter()), sum((p[1] for p in parts), Counter())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_order_is_used_by_some_doctrine_other_than_random(kind: Kind) -> None:
    orders, _news = altogether()
    assert sum(count for (name, _choice), count in orders.items() if name == kind.name) > 0


KEPT = [("withdraw", name) for name in ("trade_notice", "nonaggression_notice")] + [
    ("withdraw", f"{tie}_now") for tie in ("pact", "trade", "nonaggression", "guarantee", "access")
]
"""What no doctrine with traits does: they give notice of pacts, guarantees and closures, and let treaties run out."""
TRIED = [(kind.name, choice.name) for kind in KINDS if kind.group == INITIATIVE for choice in kind.choices]


@pytest.mark.parametrize("choice", TRIED, ids=".".join)
def test_every_initiative_is_taken_by_some_doctrine_but_those_that_break_or_leave_treaties(
    choice: tuple[str, str],
) -> None:
    assert (altogether()[0][choice] > 0) == (choice not in KEPT)


@pytest.mark.parametrize("name", PLACES)
def test_everywhere_most_kinds_of_initiatives_are_tried(name: str) -> None:
    orders, _news = played(name)
    kinds = [kind.name for kind in KINDS if kind.group == INITIATIVE]
    tried = {kind for kind in kinds if sum(n for (each, _c), n in orders.items() if each == kind)}
    assert len(tried) >= len(kinds) - 2, set(kinds) - tried


@cache
def all_news() -> Counter[str]:
    """News of those games, of wild ones with random on most seats, of a leader among the passive, and of a rare end."""
    told = altogether()[1].copy()
    wild = found_batch(*ground("five-crowns"), range(40), turns=30, level="full")
    passive = found_batch(*ground("lab:4x3:leader=.6"), range(20), turns=60, level="full")
    leader = numbers(["offensive_realist", "hold", "hold", "hold"])
    for batch, who in ((wild, mixed_with_random(wild)), (passive, leader)):
        for _world, _draft, steps in play_out(batch, who):
            told.update(_counted(steps))
    rare = (last_land_given_back(), land_ceded())  # too rare to wait for
    for steps in (steps for tale in rare for steps in tale.steps):
        told.update(_counted(steps))
    return told


def mixed_with_random(batch: World) -> Ints:
    whim = numbers(["random"] * batch.n)
    rng = np.random.default_rng(2)
    return np.where(rng.random(batch.alive.shape) < 0.7, whim, rng.choice(MINDED, batch.alive.shape))


@pytest.mark.parametrize("entry", [f"{phase.name} {news.entry}" for phase in PHASES for news in phase.news])
def test_every_line_of_news_is_told_in_some_game(entry: str) -> None:
    assert all_news()[entry] > 0


def test_the_doctrines_of_a_company_are_the_shipped_ones() -> None:
    assert {NAMES[k] for k in MINDED} == set(NAMES) - {"hold", "random"}
