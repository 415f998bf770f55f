"""Phase 4, crises: demands answered, calls to arms, wars begun, new demands, demands dropped."""

from typing import Any

import numpy as np

from game.language import mark
from game.measures.power import first_largest, held_count, power
from game.measures.reach import reach
from game.measures.ties import bound, calls, flip, obliged, others
from game.orders.common import bordering
from game.orders.sheet import Sheet
from game.phases.land import hand_over, settle
from game.phases.parting import without
from game.phases.record import News, Record
from game.world import Bools, Ints, World, any_of, total

NEWS = (
    News("demanded_region", "demand", mark("{0} demands land of {1}: {region}."), 2.5, "which_region", theme="crisis"),
    News("demanded_other", "demand", mark("{0} makes a demand on {1}."), 2.0, theme="crisis"),
    News("conceded", "conceded", mark("{0} gives way to {1}."), 2.5, theme="crisis"),
    News("refused", "refused", mark("{0} refuses the demand of {1}."), 1.8, theme="crisis"),
    News("dropped", "dropped", mark("{0} drops its demand on {1} and loses face."), 1.2, theme="crisis"),
    News("honoured", "honoured", mark("{0} honours its promise and comes to the aid of {1}."), 3.0, theme="war"),
    News("abandoned", "abandoned", mark("{0} stands aside and leaves {1} to its fate."), 3.0, theme="war"),
    News("joined", "joined", mark("{0} joins the war against {1}."), 2.5, theme="war"),
    News("attacked", "attack", mark("{0} attacks {1}."), 4.0, theme="war"),
    News("surprised", "surprise", mark("{0} falls upon {1} without warning."), 4.5, theme="war"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Answer demands, let partners come or stand aside, open wars, make and drop demands."""
    world, answers = _answer(world, sheet)
    world, entries = _join(world, sheet)
    world, wars = _attack(world, sheet, answers["gave_way"])
    world, demands = _demand(world, sheet)
    world, dropped = _drop(world)
    return world, {**answers, **entries, **wars, **demands, "dropped": dropped}


def _answer(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Carry out concessions; what is not conceded is refused and becomes a cause for war."""
    open_ = (world.demand > 0) & ~world.refused
    if not open_.any():
        none = np.zeros(world.war.shape, bool)
        return world, {"conceded": none, "gave_way": none, "refused": none}
    yes = flip(sheet.concede) & open_ & (held_count(world) > 1)[..., None, :] | flip(sheet.concede) & (world.demand > 1)
    yes &= open_
    strongest = first_largest(np.where(yes, power(world)[..., :, None], -1.0).swapaxes(-1, -2), _tie(world))
    chosen = np.arange(world.n)[:, None] == strongest[..., None, :]
    done = yes & (chosen | (world.demand > 1))
    refused = open_ & ~yes
    world = world.but(refused=world.refused | refused, demand_age=np.where(refused, 0, world.demand_age))
    world = _carry_out(world, done)
    return world, {"conceded": flip(done), "gave_way": yes, "refused": flip(refused)}


def _tie(world: World) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """A stable tie-breaker by state id in [0, 1): [N]."""
    return (world.setting.keys["N"] >> np.uint64(40)).astype(np.float64) * 2.0**-24


def _carry_out(world: World, done: Bools) -> World:
    """Do what was demanded where `done` [..., N, N] (demander, target)."""
    r = world.setting.rules
    lift, disarm, leave = done & (world.demand == 2), done & (world.demand == 3), done & (world.demand == 4)
    n = world.n
    game, demander, target = np.nonzero((done & (world.demand == 1)).reshape(-1, n, n))
    region = world.demand_region.reshape(-1, n, n)[game, demander, target]
    near = bordering(world).reshape(-1, n, world.setting.r)[game, demander, np.maximum(region, 0)]
    still = (region >= 0) & near & (world.owner.reshape(-1, world.setting.r)[game, np.maximum(region, 0)] == target)
    world = hand_over(world, game[still], region[still], demander[still], r.crises.conceded_integration)
    world, _lost, _dead = settle(world, shock=False)
    quits = leave.any(-2)[..., :, None] & ~flip(leave)
    quits = quits | flip(quits)
    sooth = r.opinion.intent_conceded * (done & (flip(world.conceded_age) >= r.opinion.concession_memory))
    return world.but(
        sanction=np.where(flip(lift), 0, world.sanction),
        arms=np.where(disarm.any(-2), world.arms * (1.0 - r.crises.disarm), world.arms),
        **without(world, quits, "pact"),
        intent=np.maximum(0.0, world.intent - sooth),
        conceded_age=np.where(flip(done), 0, world.conceded_age),
        demand=np.where(done, 0, world.demand),
        demand_region=np.where(done, -1, world.demand_region),
        demand_age=np.where(done, 0, world.demand_age),
    )


def _join(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Let states enter wars; of those called, who comes gains a good name and who stands aside loses it."""
    if not world.war.any():
        none = np.zeros(world.war.shape, bool)
        return world, {"joined": none, "honoured": none, "abandoned": none, "piled_on": none, "called_on": none}
    called = calls(world)
    busy = any_of(world.war)[..., None, :]
    joined = sheet.join & others(world) & ~world.war & ~bound(world) & busy
    victims = (world.began & (world.war_age == 1)).astype(np.float64)
    promised = obliged(world)
    kept = promised & ((called & joined).astype(np.float64) @ victims > 0)
    left = promised & ((called & ~joined).astype(np.float64) @ victims > 0) & ~kept
    beside = ((joined.astype(np.float64) @ world.war.astype(np.float64)) > 0) & others(world) & ~world.war
    guilty = any_of(world.began)[..., None, :]
    piled = joined & ~guilty
    both = joined | flip(joined)
    world = world.but(
        war=world.war | both,
        war_age=np.where(both & ~world.war, 1, world.war_age),
        quiet=np.where(both, 0, world.quiet),
        helps=world.helps | (beside & ~both),
        **without(world, both, "trade", "nonaggression"),
        **_settled(world, both),
    )
    world = _judge(world, kept, left, piled)
    entries = {"joined": joined & ~called, "honoured": kept, "abandoned": left, "piled_on": piled}
    return world, {**entries, "called_on": kept | left}


def _judge(world: World, kept: Bools, left: Bools, piled: Bools) -> World:
    """Settle names and feelings of those who came and those who stood aside."""
    r = world.setting.rules
    came, stayed = total(kept.astype(np.float64)), total(left.astype(np.float64))
    gone = left | flip(left)
    gain = r.opinion.attitude_honoured * flip(kept) - r.opinion.attitude_abandoned * flip(left)
    record = 0.5 * r.opinion.aggression_attack * total(piled.astype(np.float64))
    standing = world.reputation + r.crises.honour * came - r.crises.aside * (stayed > 0)
    return world.but(
        reputation=np.minimum(1.0, np.maximum(0.0, standing)),
        aggression=np.minimum(1.0, world.aggression + record),
        attitude=np.minimum(1.0, np.maximum(-1.0, world.attitude + gain)),
        intent=np.minimum(1.0, world.intent + r.opinion.intent_attacked * flip(piled)),
        called=world.called + (came + stayed).astype(np.int64),
        kept=world.kept + came.astype(np.int64),
        broken=world.broken + stayed.astype(np.int64),
        **without(world, gone, "pact"),
        **without(world, left, "guarantee"),
    )


def _attack(world: World, sheet: Sheet, gave_way: Bools) -> tuple[World, dict[str, Bools]]:
    """Open wars: an attack ordered while the answer was due is held back if the target gave way."""
    begun = sheet.attack & others(world) & ~world.war & ~gave_way
    if not begun.any():
        return world, {"attacked": begun, "surprised": begun}
    r = world.setting.rules
    surprise = begun & ~world.refused
    faithless = r.treaties.attack_partner * (begun & bound(world))
    faithless = faithless + r.treaties.attack_nonaggression * (begun & world.nonaggression)
    shame = total(faithless + r.crises.surprise_reputation * surprise)
    record = r.opinion.aggression_attack * begun + r.crises.surprise_aggression * surprise
    both = begun | flip(begun)
    broken = total((begun & bound(world)).astype(np.float64)).astype(np.int64)
    world = _resent(world, begun).but(
        war=world.war | both,
        began=world.began | begun,
        war_age=np.where(both, 0, world.war_age),
        quiet=np.where(both, 0, world.quiet),
        helps=world.helps & ~both,
        reputation=np.maximum(0.0, world.reputation - shame),
        aggression=np.minimum(1.0, world.aggression + total(record)),
        broken=world.broken + broken,
        **without(world, both, "pact", "trade", "nonaggression", "guarantee"),
        **_settled(world, both),
    )
    return world, {"attacked": begun & ~surprise, "surprised": surprise}


def _settled(world: World, where: Bools) -> dict[str, Any]:
    """Give the changes that take demands off the table where war has overtaken them (symmetric mask)."""
    return {
        "demand": np.where(where, 0, world.demand),
        "demand_region": np.where(where, -1, world.demand_region),
        "demand_age": np.where(where, 0, world.demand_age),
        "refused": world.refused & ~where,
    }


def _resent(world: World, begun: Bools) -> World:
    """Let victims and onlookers think worse of attackers."""
    r = world.setting.rules.opinion
    attacks = total(begun.astype(np.float64))[..., None, :]
    near = 0.3 + 0.7 * flip(reach(world))
    seen = r.intent_attacked * r.intent_attacked_other * near * attacks
    intent = world.intent + np.where(flip(begun), r.intent_attacked, seen)
    attitude = world.attitude - np.where(flip(begun), r.attitude_attacked, r.attitude_partner_attacked * attacks)
    apart = others(world)
    return world.but(
        intent=np.where(apart, np.minimum(1.0, intent), 0.0),
        attitude=np.where(apart, np.maximum(-1.0, attitude), 0.0),
    )


def _demand(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools | Ints]]:
    """Make new demands public: one on a target at a time."""
    may = others(world) & ~world.war & ~bound(world) & (world.demand == 0)
    region = _asked_region(world, sheet, may)
    land = region >= 0
    other = may & ~land & (sheet.demand > 0)
    made = land | other
    if not made.any():
        return world, {"demanded_region": land, "demanded_other": other, "which_region": region}
    r = world.setting.rules.opinion
    count = total(made.astype(np.float64))
    world = world.but(
        demand=np.where(land, 1, np.where(other, sheet.demand, world.demand)),
        demand_region=np.where(land, region, world.demand_region),
        demand_age=np.where(made, 0, world.demand_age),
        refused=world.refused & ~made,
        aggression=np.minimum(1.0, world.aggression + r.aggression_demand * count),
        attitude=np.maximum(-1.0, world.attitude - r.attitude_demand * flip(made)),
    )
    return world, {"demanded_region": land, "demanded_other": other, "which_region": region}


def _asked_region(world: World, sheet: Sheet, may: Bools) -> Ints:
    """The region that the actor demands of the target, -1 none; of several the richest: [..., N, N]."""
    n, r = world.n, world.setting.r
    asked = np.full((may.size // (n * n), n, n), -1)
    game, actor, region = np.nonzero(sheet.demand_region.reshape(-1, n, r))
    if game.size:
        wealth = world.wealth.reshape(-1, r)[game, region]
        order = np.argsort(wealth, kind="stable")
        game, actor, region = game[order], actor[order], region[order]
        asked[game, actor, world.owner.reshape(-1, r)[game, region]] = region
    return np.where(may, asked.reshape(may.shape), -1)


def _drop(world: World) -> tuple[World, Bools]:
    """Count how long refused demands wait; who lets one go loses face."""
    r = world.setting.rules.crises
    age = np.where(world.refused, world.demand_age + 1, world.demand_age)
    dropped = world.refused & (age > r.patience)
    lost = r.drop * (total(dropped.astype(np.float64)) > 0)
    world = world.but(
        demand_age=np.where(dropped, 0, age),
        demand=np.where(dropped, 0, world.demand),
        demand_region=np.where(dropped, -1, world.demand_region),
        refused=world.refused & ~dropped,
        reputation=np.maximum(0.0, world.reputation - lost),
        conceded_age=np.minimum(world.conceded_age + 1, 99),
    )
    return world, dropped
