"""Doubts: in each future what one state cannot see is put where it may be: others' feelings and arms, unseen offers."""

from __future__ import annotations

import numpy as np

from game.measures.estimates import misjudged
from game.measures.ties import flip, guessed_attitude, guessed_intent, others, peaceful
from game.opponents.choose import Chosen, choose
from game.orders.options import axis
from game.view import View, outlook
from game.world import Bools, Floats, Ints, World, normal, uniform

TRADED, ALLIED, PROMISED = 0.12, 0.17, 0.05
"""What public ties tell of a state's attitude to another: those of trade, a pact, a guarantee either way."""
FIGHTS, ATTACKED, RECORD = -0.09, -0.36, -0.43
"""And what public quarrels tell: a war, having been attacked in it, all the aggression that the other is known for."""
MUTUAL = 0.7
"""Feelings are mostly mutual: what part of my own dislike, beyond what the public can tell, another returns."""
SETTLED, STRONG = 0.03, 0.18
"""Standard deviations of others' attitude around what ties tell: of one half of the pairs, of the other."""
RETURNED = 0.65
"""Part of that spread that is left where my own feeling tells of theirs."""
WARINESS, DOUBT_INTENT = 0.28, 0.075
"""Who likes a state less than outsiders guess suspects it so much more; and the spread of suspicion beside that."""
SHARED, DOUBT_SHARED = 0.85, 0.043
"""What part of my own suspicion of a third state, beside my liking, others share; and the spread that is left."""
SUSPICION = 0.014
"""What the guess of ill intent falls behind a year: states have seen each other arm, the public record forgets it.

Means by least squares, spreads so that a tenth of the truth lies beyond the outer twentieths of the futures, on 512
games of both scenarios, doctrines by lot and their own, turns 1 to 9, of the seeds in `FITTED`; a normal law of the
same variance knows too few old enmities (kurtosis 5 to 8). `bench --forecasts` shows what the odds are worth on other
seeds.
"""
FITTED = range(50_000, 50_128)
"""Seeds of the games that these numbers were fitted to: what they are worth is to be measured on others."""
OPEN = 0.5
"""Odds that an offer which a state would make to another this turn was made last turn and waits for its answer."""
_MOST_SUSPICION = 0.2
_OFFERS = (("ally", "pact"), ("treaty", "trade"), ("treaty", "nonaggression"))


def doubted(world: World, view: View, me: int) -> World:
    """Put others' unseen feelings and arms where they may be, around the guess, in each future [D] elsewhere."""
    unseen = others(world) & (np.arange(world.n) != me)[:, None]
    me_too = np.arange(world.n) == me
    mutual, shared = _own_lights(view, me)
    told = expected_attitude(view) - guessed_attitude(view)
    off = told + np.where(me_too, mutual[:, None], 0.0) + _spread(world, me) * normal(world, "doubted attitude", "NN")
    spread = np.where(me_too, DOUBT_INTENT, DOUBT_SHARED)
    wary = suspicion(view) + shared + spread * normal(world, "doubted intent", "NN") - WARINESS * off
    return world.but(
        attitude=np.where(unseen, np.clip(world.attitude + off, -1.0, 1.0), world.attitude),
        intent=np.where(unseen, np.clip(world.intent + wary, 0.0, 1.0), world.intent),
        **_arms(world, view, me),
    )


def _arms(world: World, view: View, me: int) -> dict[str, Floats]:
    """Others' arms where they may be around what is published; none where everybody sees them."""
    if view.knows("arms"):
        return {}
    factor = np.where(np.arange(world.n) == me, 1.0, misjudged(world, "doubted arms"))
    return {"arms": world.arms * factor, "arms_trend": world.arms_trend * factor}


def expected_attitude(view: View) -> Floats:
    """The actor's mean attitude to the target given all public ties: takes the place of `guessed_attitude`, [N, N]."""
    promised = view.guarantee | flip(view.guarantee)
    warm = TRADED * view.trade + ALLIED * view.pact + PROMISED * promised
    cold = FIGHTS * view.war + ATTACKED * (view.war & flip(view.began)) + RECORD * view.aggression
    return np.where(others(view), warm + cold, 0.0)


def suspicion(view: View) -> float:
    """How far the guess of ill intent has fallen behind by now."""
    return min(_MOST_SUSPICION, SUSPICION * int(view.turn) * view.setting.years * view.setting.part)


def _own_lights(view: View, me: int) -> tuple[Floats, Floats]:
    """What my own feelings tell beyond what the public can: how each likes me [N], and what all suspect of each [N]."""
    liking = view.attitude[me] - expected_attitude(view)[me]
    surprise = view.attitude[me] - guessed_attitude(view)[me]
    wary = view.intent[me] - guessed_intent(view)[me] - suspicion(view) + WARINESS * surprise
    third = np.arange(view.n) != me
    return MUTUAL * liking, np.where(third & view.alive, SHARED * wary, 0.0)


def _spread(world: World, me: int) -> Floats:
    wide = np.where(uniform(world, "strong feelings", "NN") < 0.5, SETTLED, STRONG)
    return np.where(np.arange(world.n) == me, RETURNED * wide, wide)


def courted(world: World, who: Ints, me: int, rivals: float = 0.0) -> World:
    """Let others have offers from one another that I cannot see: some of those that they would make now.

    In so many parts of the futures as `rivals` says every state has an offer of a pact from whoever is keenest on it.
    """
    lay = axis(world.setting)
    weighed = choose(outlook(world), who)
    pairs = peaceful(world).copy()
    pairs[..., me, :] = pairs[..., :, me] = False
    likely = uniform(world, "unseen offers", "NN") < OPEN
    strips = [lay.where[key] for key in _OFFERS if key in lay.where]
    made = {strip.choice.name: weighed.draft.chosen[..., strip.place] & likely & pairs for strip in strips}
    if rivals:
        there = uniform(world, "rivals", "")[..., None, None] < rivals
        made["pact"] |= _keenest(weighed, pairs & ~world.pact) & there
    return world.but(**{f"offer_{name}": offers for name, offers in made.items()})


def _keenest(weighed: Chosen, pairs: Bools) -> Bools:
    """Of each state the one that would most like a pact with it, [..., N, N] over suitor and state."""
    score = np.full(pairs.shape, -np.inf)
    for seats, scores in weighed.groups:
        if _OFFERS[0] in scores:
            score = np.where(seats[..., None], scores[_OFFERS[0]].sum(), score)
    score = np.where(pairs, score, -np.inf)
    return np.asarray((score == score.max(-2, keepdims=True)) & np.isfinite(score))


__all__ = ["courted", "doubted"]
