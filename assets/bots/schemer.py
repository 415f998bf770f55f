"""Schemer: tries its plans out before it acts, and remembers who broke faith (Mearsheimer 2001, with a diary)."""

AHEAD = 3  # turns that a plan is played out
DRAWS = 2  # draws of chance that it is averaged over


def play(me, world):
    remember(me, world)
    for offer in me.offers:
        yield best(me, world, [offer.yes(), offer.no()])

    # A first idea for the budget, then the best initiatives on top of it, one after the other.
    yield best(me, world, [me.arm(), me.invest(), me.budget(0.4, 0.35)])
    for _ in range(2):
        order = best(me, world, [None, *ideas(me, world)])
        if order is None:
            break
        me.note(f"plan: {order}")
        yield order


def ideas(me, world):
    """A handful of initiatives that are worth a thought, and legal now."""
    grudges = me.memory["grudges"]
    trusted = world.states.without(me).where(lambda s: s.code not in grudges)
    danger = world.most_threatening_to(me)
    prey = me.neighbours.without(*me.partners).least(lambda s: s.usable_arms)
    thoughts = [
        me.ally_with(trusted.without(danger).most(lambda s: s.power * s.reach_to(me))),
        me.ally_with(danger.enemies.strongest),
        me.trade_with(trusted.friendliest_to(me)),
        me.promise_peace_to(danger),
        me.sanction(world.would_be_hegemon),
        me.demand(prey.regions.near(me).richest),
        *([me.attack(prey)] if prey.can_be_beaten_by(me) else []),
        *(me.make_peace_with(enemy) for enemy in me.enemies.where(me.at_war_with)),
    ]
    return [order for order in thoughts if order and me.can(order)]


def best(me, world, orders):
    """The order whose future is worth most; None stands for doing nothing."""
    orders = [order for order in orders if order is None or me.can(order)]
    plans = [[] if order is None else [order] for order in orders]
    futures = world.futures(plans, AHEAD, others="balancer", then="balancer", draws=DRAWS)
    values = [sum(worth(future.me) for future in row) for row in futures]
    return orders[values.index(max(values))] if orders else None


def worth(me):
    """The score in a world to come, with a little for power, which wins in the end."""
    return me.score + 40 * me.power


def remember(me, world):
    """Keep a grudge for ten turns against who attacked us or left us alone."""
    grudges = me.memory.setdefault("grudges", {})
    before = me.memory.get("partners", [])
    for state in world.states.without(me):
        left_us = state.code in before and not state.bound_to(me) and me.at_war
        if state.began_war_on(me) or left_us:
            grudges[state.code] = world.turn
    for code, turn in list(grudges.items()):
        if world.turn - turn > 10:
            del grudges[code]
    me.memory["partners"] = [state.code for state in me.partners]
