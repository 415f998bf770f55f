"""Phase 4, crises: demands answered, calls to arms, wars begun, new demands, demands dropped."""

from game.language import mark
from game.orders.sheet import Sheet
from game.phases.demands import answer, demand, drop
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
    News("refused", "refused", mark("{0} refuses the demand of {1}."), 1.8, theme="crisis"),
    News("dropped", "dropped", mark("{0} drops its demand on {1} and loses face."), 1.2, theme="crisis"),
    News("honoured", "honoured", mark("{0} honours its promise and comes to the aid of {1}."), 3.0, theme="war"),
    News("abandoned", "abandoned", mark("{0} stands aside and leaves {1} to its fate."), 3.0, theme="war"),
    News("joined", "joined", mark("{0} joins the war against {1}."), 2.5, theme="war"),
    News("attacked", "attack", mark("{0} attacks {1}."), 4.0, theme="war"),
    News("surprised", "surprise", mark("{0} falls upon {1} without warning."), 4.5, theme="war"),
    News("piled_on", "attack", mark("{0} falls upon {1}, which is at war already."), 4.0, theme="war"),
    News("held_back", "held_back", mark("{0} was ready to attack {1} and holds back."), 1.5, theme="crisis"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Answer demands, let partners come or stand aside, open wars, make and drop demands."""
    world, answers = answer(world, sheet)
    world, entries = enter(world, sheet)
    world, wars = attack(world, sheet, answers["conceded"], entries["piled_on"])
    world, demands = demand(world, sheet)
    world, dropped = drop(world)
    return world, {**answers, **entries, **wars, **demands, "dropped": dropped}
