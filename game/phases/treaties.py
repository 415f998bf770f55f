"""Phase 1, treaties: what was spent and earned, notices, terms that run out, offers that meet, guarantees.

First influence, for initiatives of this turn and commitments that stand:

    influence' = influence - prices + influence.income + influence.income_power x power share
                 - influence.upkeep x (promises beyond influence.free_pacts + embargoes), 0 to influence.cap

Where it does not suffice the newest commitments lapse; a lapsed promise counts as broken and costs treaties.lapse
of treaties.break_pact of reputation. Then withdrawals: a notice of last turn ends its treaty; breaking off at once
costs treaties.break_pact of reputation for a promise of defence, treaties.break_treaty for non-aggression, and
treaties.break_attitude with the one who is left; a broken promise adds opinion.intent_broke to the intent that it
ascribes. Then terms are counted down, and what has run out is over. At last two offers that meet, or an offer of last
turn and a yes, make a pact for the turns that were offered (treaties.pact_term if none are named), a treaty for
treaties.treaty_term; one that still runs starts anew. What an offer gives and asks beside it changes hands when it is
accepted: sanctions are lifted, money is support.money of the year's spending on arms, arms are support.arms of the
stock, a region goes over as if it were conceded. Declarations bind nobody.

A secret pact (level full) is known to the two alone and costs influence.upkeep each turn; when one of them is attacked
it comes to light and is a pact like any other.

Sources: Waltz 1979, p. 118 (alliances); Snyder 1984 and 1997 (what a broken promise costs); Jackson & Nei 2015
(links have a price).
"""

import numpy as np

from game.language import mark
from game.measures.ties import flip, others
from game.orders.sheet import Sheet
from game.phases.offers import sign
from game.phases.parting import TWO_SIDED, without
from game.phases.record import News, Record
from game.phases.secrets import sign_secretly
from game.phases.upkeep import pay
from game.world import Bools, Ints, World, how_many, some

NEWS = (
    News("pact_signed", "pact_signed", mark("{0} and {1} sign a pact of mutual defence."), 3.0, symmetric=True),
    News("trade_signed", "trade_signed", mark("{0} and {1} agree to trade."), 1.0, symmetric=True),
    News(
        "nonaggression_signed",
        "nonaggression_signed",
        mark("{0} and {1} promise not to attack each other."),
        1.2,
        symmetric=True,
    ),
    News("pact_renewed", "pact_signed", mark("{0} and {1} renew their pact."), 2.0, symmetric=True),
    News("trade_renewed", "trade_signed", mark("{0} and {1} renew their trade treaty."), 0.6, symmetric=True),
    News(
        "nonaggression_renewed",
        "nonaggression_signed",
        mark("{0} and {1} renew their word not to attack."),
        0.8,
        symmetric=True,
    ),
    News("renewal_pact", "offered", mark("{0} offers {1} to renew their pact."), 0.8, parties=True),
    News("renewal_trade", "offered", mark("{0} offers {1} to renew their trade treaty."), 0.4, parties=True),
    News("renewal_nonaggression", "offered", mark("{0} offers {1} to renew non-aggression."), 0.4, parties=True),
    News("guaranteed", "guaranteed", mark("{0} guarantees {1} against all."), 2.0),
    News("guaranteed_one", "guaranteed", mark("{0} guarantees {1} against {2}."), 2.0, third="whom"),
    News("eased", "sanction_lifted", mark("{0} lifts its sanctions on {1}, as agreed."), 1.0),
    News("paid", "support", mark("{0} sends money to {1}, as agreed."), 1.0),
    News("armed", "support", mark("{0} sends arms to {1}, as agreed."), 1.2),
    News("ceded", "conceded", mark("{0} cedes {region} to {1}, as agreed."), 2.8, "ceded_region"),
    News("offered_pact", "offered", mark("{0} offers {1} a pact."), 0.8, parties=True),
    News("offered_trade", "offered", mark("{0} offers {1} trade."), 0.4, parties=True),
    News("offered_nonaggression", "offered", mark("{0} offers {1} non-aggression."), 0.4, parties=True),
    News("secret_signed", "secret", mark("{0} and {1} sign a secret pact."), 2.5, symmetric=True, parties=True),
    News("offered_secret", "offered", mark("{0} offers {1} a secret pact."), 0.8, parties=True),
    News("declined", "declined", mark("{0} declines an offer of {1}."), 0.6, parties=True),
    News("noticed_pact", "notice", mark("{0} gives {1} notice of their pact."), 1.2),
    News("noticed_trade", "notice", mark("{0} gives {1} notice of their trade treaty."), 0.8),
    News("noticed_nonaggression", "notice", mark("{0} gives {1} notice of non-aggression."), 1.2),
    News("noticed_guarantee", "notice", mark("{0} gives notice that its guarantee of {1} ends."), 1.2),
    News("broke_promise", "broken", mark("{0} breaks its promise to defend {1}."), 3.0),
    News("broke_treaty", "broken", mark("{0} breaks off a treaty with {1}."), 1.5),
    News("pact_ended", "ended", mark("The pact of {0} and {1} runs out."), 1.0, symmetric=True),
    News("lapsed", "lapsed", mark("{0} cannot keep up its commitments and lets one to {1} lapse."), 1.5),
    News("said_no_land", "said", mark("{0} declares: “We seek no land of {1}.”"), 0.7, theme="word"),
    News("said_defend", "said", mark("{0} declares: “Whoever attacks {1} meets us.”"), 0.9, theme="word"),
    News("said_warn", "said", mark("{0} declares: “{1} goes too far.”"), 0.7, theme="word"),
    News("said_friend", "said", mark("{0} declares: “{1} is our friend.”"), 0.5, theme="word"),
)


def resolve(world: World, sheet: Sheet) -> tuple[World, Record]:
    """Settle influence, then withdrawals and terms, then offers and guarantees."""
    world, lapsed = pay(world, sheet)
    world, left = _withdraw(world, sheet)
    world, ended = _run_out(world)
    world, signed = sign(world, sheet)
    world, hidden = sign_secretly(world, sheet)
    said = sheet.declaration
    words = {"said_no_land": said == 1, "said_defend": said == 2, "said_warn": said == 3, "said_friend": said == 4}
    return world, {"lapsed": lapsed, **left, "pact_ended": ended, **signed, **hidden, **words}


def _withdraw(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """End what was under notice or is broken off now, and note new notices; breaking costs a good name."""
    r = world.setting.rules.treaties
    promise = (sheet.leave_pact & world.pact) | (sheet.leave_guarantee & world.guarantee)
    treaty = (sheet.leave_nonaggression & world.nonaggression) | (sheet.leave_trade & world.trade)
    notices = {f"noticed_{tie}": getattr(sheet, f"notice_{tie}") & others(world) for tie in (*TWO_SIDED, "guarantee")}
    record = {"broke_promise": promise, "broke_treaty": treaty, **notices}
    if not (_noticed(world) or any(some(mask) for mask in record.values())):
        return world, record
    ordered = {"pact": sheet.leave_pact, "trade": sheet.leave_trade, "nonaggression": sheet.leave_nonaggression}
    for tie in TWO_SIDED:
        gone = getattr(world, f"{tie}_notice") | ordered[tie]
        world = world.but(**without(world, gone | flip(gone), tie))
    world = world.but(**without(world, world.guarantee_notice | sheet.leave_guarantee, "guarantee"))
    world = world.but(
        guarantee_notice=sheet.notice_guarantee & world.guarantee,
        pact_notice=sheet.notice_pact & world.pact,
        trade_notice=sheet.notice_trade & world.trade,
        nonaggression_notice=sheet.notice_nonaggression & world.nonaggression,
    )
    count = how_many(promise)
    lost = r.break_pact * count + r.break_treaty * how_many(sheet.leave_nonaggression & treaty)
    hurt = r.break_attitude * (flip(promise) | flip(treaty))
    world = world.but(
        reputation=np.maximum(world.reputation - lost, 0.0),
        broken=world.broken + count.astype(np.int64),
        attitude=np.maximum(world.attitude - hurt, -1.0),
        intent=np.minimum(world.intent + world.setting.rules.opinion.intent_broke * flip(promise), 1.0),
    )
    return world, record


def _noticed(world: World) -> bool:
    return bool(
        some(world.pact_notice)
        or some(world.trade_notice)
        or some(world.nonaggression_notice)
        or some(world.guarantee_notice)
    )


def _run_out(world: World) -> tuple[World, Bools]:
    """Count terms down; what reaches its end is over."""
    ended = world.pact & (world.pact_term <= 1)
    changes: dict[str, Bools | Ints] = {"pact_age": np.where(world.pact & ~ended, world.pact_age + 1, 0)}
    for tie in TWO_SIDED:
        term = np.maximum(getattr(world, f"{tie}_term") - 1, 0)
        changes[tie] = getattr(world, tie) & (term > 0)
        changes[f"{tie}_term"] = term
        changes[f"{tie}_notice"] = getattr(world, f"{tie}_notice") & (term > 0)
    return world.but(**changes), ended
