"""Cautious: stays out of wars, keeps its word, and arms and allies only as far as it must (Walt 1987)."""

TRIES = 3  # draws of chance that a decision is averaged over


def play(me, world):
    danger = world.most_threatening_to(me)
    afraid = bool(me.rivals) or me.vulnerable

    for offer in me.offers:
        yield offer.yes() if welcome(me, world, offer, danger) else offer.no()

    if me.at_war:
        yield me.budget(arms=0.7, growth=0.15)
        for enemy in world.states.where(me.at_war_with):
            yield from affordable(me, me.make_peace_with(enemy))
        return
    yield me.budget(arms=0.45 if afraid else 0.2, growth=0.35 if afraid else 0.5)
    if me.stance != "shield":
        yield from affordable(me, me.posture("shield"))

    # Look for friends among those who have the same fear, the strongest first, and not too many: pacts cost.
    if afraid and len(me.partners) < 2:
        fellows = world.states.without(me, danger).where(lambda s: s.threat_from(danger) > 0.5)
        asked = me.memory.setdefault("asked", {})  # code -> turn: who did not answer is not asked at once again
        fresh = fellows.where(lambda s: world.turn - asked.get(s.code, -9) > 2 and not s.allied_with(me))
        friend = fresh.most(lambda s: s.power * s.reputation * s.reach_to(me))
        if friend:
            asked[friend.code] = world.turn
            me.note(f"looking for help against {danger.name}: {friend.name}")
            yield from affordable(me, me.ally_with(friend))
    yield from affordable(me, me.promise_peace_to(me.neighbours.without(*me.partners).strongest))
    yield from affordable(me, me.trade_with(world.friendliest_to(me)))


def welcome(me, world, offer, danger):
    """Whether to say yes to an offer, a demand, a call to arms or a resolution."""
    if offer.topic == "call":
        return True  # a promise is a promise
    if offer.topic == "demand":
        return me.can_be_beaten_by(offer.by) and better_to_yield(me, world, offer)
    if offer.topic == "vote":
        return offer.against == danger
    if offer.topic in ("pact", "secret"):
        return offer.by != danger and len(me.partners) < 3 and not offer.by.at_war
    return True  # trade, non-aggression, peace


def better_to_yield(me, world, offer):
    """Play two turns both ways, as if who demands were an offensive realist, and compare what is left of us."""
    if not (me.can(offer.yes()) and me.can(offer.no())):
        return False

    def worth(answer):
        futures = [world.play_out(2, answer, others="offensive_realist", luck=k) for k in range(TRIES)]
        return sum(future.me.economy + future.me.arms for future in futures)

    return worth(offer.yes()) > worth(offer.no())


def affordable(me, order):
    """Give an order only if the rules take it now: enough influence, an initiative left, nothing in the way."""
    if me.can(order):
        yield order
