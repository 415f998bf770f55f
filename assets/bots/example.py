"""The smallest bot that plays: ten lines, no import. Copy it and change it.

    counterpoise play example.py --trust

`me` is your state, `world` is what it sees. A verb such as me.arm() makes an order; `yield` gives it.
"""


def play(me, world):
    # The strongest state but ours: an object with readings (rival.arms, rival.power ...), not a number.
    rival = world.strongest(other_than=me)

    # Could that state, with its partners, beat us with ours?
    if me.can_be_beaten_by(rival):
        # Those who are in open quarrel with it. There may be none: then .strongest is Nobody,
        # and an order to Nobody is skipped. So is an offer to a state that is our ally already.
        yield me.ally_with(rival.enemies.strongest)
        yield me.arm()
    else:
        yield me.trade_with(world.friendliest_to(me))
