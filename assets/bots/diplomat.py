"""Diplomat: holds the strongest down without arms, with all that level full has (Pape 2005; Schweller 1994).

Below that level the orders that it lacks are refused by `me.can`, and a plain soft balancer is left.
"""

# The aims that it likes best, first.
PATIENT = ("lion", "owl", "lamb", "tortoise", "stag", "hound", "bee", "bear", "wolf", "jackal")


def play(me, world):
    danger = world.most_threatening_to(me)
    if world.turn == 0 and me.cards:
        yield me.keep_aim(min(me.cards, key=PATIENT.index))

    for offer in me.offers:
        yield offer.yes() if agreeable(me, offer, danger) else offer.no()

    yield me.invest() if not me.vulnerable else me.budget(arms=0.4, growth=0.35)
    for order in wishes(me, world, danger):
        if me.can(order):
            yield order


def wishes(me, world, danger):
    """What it would do, the dearest wish first: the rules take as many as influence and the turn allow."""
    head = world.would_be_hegemon or danger
    yield me.move_against(head, "mandate" if head.began_war_on(me) else "restrain")
    if me.closes_to(danger) and danger.aggression < 0.1:
        yield me.withdraw_from(danger, "access")
    elif danger.aggression > 0.2:
        yield me.close_to(danger)
    friend = danger.enemies.without(*me.partners).strongest
    if friend.borders(danger):  # an open pact would make it the next victim
        yield me.ally_with(friend, secret=True)
    else:
        yield me.ally_with(friend)
    if me.quality < max(state.quality for state in world.states) and me.cohesion > 0.6:
        yield me.reform()
    yield me.trade_with(world.friendliest_to(me))


def agreeable(me, offer, danger):
    """Vote against the danger alone, come when called, and sign with anybody else."""
    if offer.topic == "vote":
        return offer.against == danger and not me.bound_to(danger)
    if offer.topic == "demand":
        return me.can_be_beaten_by(offer.by)
    return offer.topic == "call" or offer.by != danger
