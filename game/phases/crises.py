"""Phase 4, crises: demands answered, calls to arms, wars begun, new demands, demands dropped.

Answers to the demands of last turn come first. A concession is carried out at once: a region with an integration of
crises.conceded_integration (a whole one if it is core land of the receiver), an end of sanctions, crises.disarm of
the arms, an end of pacts; of several demands for land that of the most powerful is met, one region a turn; the
demander is soothed by opinion.intent_conceded, once in opinion.concession_memory turns. What is not conceded is
refused: a cause for war.

Then those who owe help to a state attacked last turn come or stand aside. Who comes gains crises.honour of reputation
and opinion.attitude_honoured with the ally; who stands aside loses crises.aside, opinion.attitude_abandoned, and the
pact. Others join a war that they can reach (crises.join_reach): against one who began it that is no aggression,
against its victim it is an attack.

Then attacks, fought from next turn and held back, their price returned, where the target gave way. An attack adds
opinion.aggression_attack to the attacker's aggression; without a refused demand it is, from level standard on, a
surprise and costs crises.surprise_reputation of reputation and crises.surprise_aggression of aggression more; against
a partner treaties.attack_partner, in spite of non-aggression treaties.attack_nonaggression of reputation. The
victim's attitude falls by opinion.attitude_attacked and the intent that it ascribes rises by opinion.intent_attacked;
onlookers' intent rises by opinion.intent_attacked_other of that, by reach, of what is out of reach by
opinion.intent_attacked_far. War ends all ties of the two.
A resolution of the congress holds attacks back, makes them dearer, or takes the blame from them (phase 3).

At last new demands, each opinion.aggression_demand of aggression and opinion.attitude_demand of the target's
attitude. A refused demand that is let lie for crises.patience turns is dropped and costs crises.drop of reputation.

Sources: Fearon 1994 (audience costs), 1995 (bargaining); Leeds 2003 (who comes); Schweller 1994 (who joins);
Snyder 1984 (abandonment).
"""

from game.language import mark
from game.measures.ties import flip
from game.orders.sheet import Sheet
from game.phases.answers import answer
from game.phases.demands import demand, drop
from game.phases.entries import enter
from game.phases.openings import attack
from game.phases.record import News, Record
from game.world import World

NEWS = (
    News("demanded_region", "demand", mark("{0} demands land of {1}: {region}."), 2.5, "which_region", theme="crisis"),
    News("demanded_end", "demand", mark("{0} demands that {1} lift its sanctions."), 2.0, theme="crisis"),
    News("demanded_disarm", "demand", mark("{0} demands that {1} disarm."), 2.2, theme="crisis"),
    News("demanded_leave", "demand", mark("{0} demands that {1} leave its pacts."), 2.2, theme="crisis"),
    News("conceded", "conceded", mark("{0} gives way to {1}."), 2.5, theme="crisis"),
    News("forsook", "broken", mark("{0} leaves its pact with {1}, as was demanded."), 2.0, theme="crisis"),
    News("refused", "refused", mark("{0} refuses the demand of {1}."), 1.8, theme="crisis"),
    News("countered", "countered", mark("{0} offers {1} something else than it demands."), 1.6, theme="crisis"),
    News("settled", "settled", mark("{0} takes what {1} offers and lets its demand go."), 2.4, theme="crisis"),
    News("dropped", "dropped", mark("{0} drops its demand on {1} and loses face."), 1.2, theme="crisis"),
    News("honoured", "honoured", mark("{0} honours its promise and comes to the aid of {1}."), 3.0, theme="war"),
    News("abandoned", "abandoned", mark("{0} stands aside and leaves {1} to its fate."), 3.0, theme="war"),
    News("joined", "joined", mark("{0} joins the war against {1}."), 2.5, theme="war"),
    News("revealed", "revealed", mark("It comes out: {0} and {1} are bound by a secret pact."), 3.0, symmetric=True),
    News("attacked", "attack", mark("{0} attacks {1}."), 4.0, theme="war"),
    News("surprised", "surprise", mark("{0} falls upon {1} without warning."), 4.5, theme="war"),
    News("piled_on", "attack", mark("{0} falls upon {1}, which is at war already."), 4.0, theme="war"),
    News("held_back", "held_back", mark("{0} was ready to attack {1} and holds back."), 1.5, theme="crisis"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Answer demands, let partners come or stand aside, open wars, make and drop demands."""
    world, answers = answer(world, sheet)
    world, entries = enter(world, sheet)
    given_way = answers["conceded"] | flip(answers["settled"])
    world, wars = attack(world, sheet, given_way, entries["piled_on"])
    world, demands = demand(world, sheet)
    world, dropped = drop(world)
    return world, {**answers, **entries, **wars, **demands, "dropped": dropped}
