"""Phase 1, treaties: what was spent and earned, notices, terms that run out, offers that meet, guarantees.

First influence, for initiatives of this turn and commitments that stand:

    influence' = influence - prices + influence.income + influence.income_power x power share
                 - influence.upkeep x (promises beyond influence.free_pacts + embargoes), 0 to influence.cap

Where it does not suffice the newest commitments lapse; a lapsed promise counts as broken and costs half of
treaties.break_pact of reputation. Then withdrawals: a notice of last turn ends its treaty; breaking off at once costs
treaties.break_pact of reputation for a promise of defence, treaties.break_treaty for non-aggression, and
treaties.break_attitude with the one who is left; a broken promise adds opinion.intent_broke to the intent that it
ascribes. Then terms are counted down, and what has run out is over. At last two offers that meet, or an offer of last
turn and a yes, make a pact for treaties.pact_term turns, a treaty for treaties.treaty_term; one that still runs
starts anew. Declarations bind nobody.

Sources: Waltz 1979, p. 118 (alliances); Snyder 1984 and 1997 (what a broken promise costs); Jackson & Nei 2015
(links have a price).
"""

import numpy as np

from game.language import mark
from game.measures.power import power, stable_tie
from game.measures.ties import flip, others
from game.orders.congress import RESTRAIN
from game.orders.sheet import Sheet
from game.phases.closures import reopen
from game.phases.parting import TWO_SIDED, without
from game.phases.record import News, Record
from game.world import Bools, Floats, Ints, World, total

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
    News("offered_pact", "offered", mark("{0} offers {1} a pact."), 0.8, parties=True),
    News("offered_trade", "offered", mark("{0} offers {1} trade."), 0.4, parties=True),
    News("offered_nonaggression", "offered", mark("{0} offers {1} non-aggression."), 0.4, parties=True),
    News("declined", "declined", mark("{0} declines an offer of {1}."), 0.6, parties=True),
    News("noticed", "notice", mark("{0} gives {1} notice of a treaty."), 1.2),
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
    world, lapsed = _pay(world, sheet)
    world, left = _withdraw(world, sheet)
    world, ended = _run_out(world)
    world, signed = _sign(world, sheet)
    said = sheet.declaration
    words = {"said_no_land": said == 1, "said_defend": said == 2, "said_warn": said == 3, "said_friend": said == 4}
    return world, {"lapsed": lapsed, **left, "pact_ended": ended, **signed, **words}


def _pay(world: World, sheet: Sheet) -> tuple[World, Bools]:
    """Take the price of initiatives, add income, pay upkeep; if it fails closures lapse first, the newest first."""
    r = world.setting.rules.influence
    earned = world.influence - sheet.spent + np.where(world.alive, r.income + r.income_power * power(world), 0.0)
    charged = _charged(world)
    closed = total(world.closed.astype(np.float64))
    left = earned - r.upkeep * (total(charged.astype(np.float64)) + closed)
    lapsed = np.zeros(world.pact.shape, bool)
    if (left < 0).any():
        world, opened, left = reopen(world, left)
        world, lapsed = _lapse(world, charged, left)
        lapsed = lapsed | opened
    return world.but(influence=np.minimum(r.cap, np.maximum(0.0, left))), lapsed


def _newest_first(world: World) -> Ints:
    """Rank of each commitment by age, the newest first, equal ones by stable ids, [..., N, N]."""
    held = world.pact | world.guarantee
    age = np.where(world.pact, world.pact_age, 0)
    age = np.where(held, age, np.where(world.sanction == 2, world.sanction_years // world.setting.years, 10**6))
    order = np.argsort(age + stable_tie(world), -1, kind="stable")
    return np.argsort(order, -1, kind="stable")


def _charged(world: World) -> Bools:
    """Commitments that cost upkeep: promises beyond the free ones, the newest, and embargoes, [..., N, N].

    An embargo on who is restrained by the congress is free for those who voted for it.
    """
    promises = world.pact | world.guarantee
    rank = np.where(promises, _newest_first(world), 10**6)
    over = total(promises.astype(np.float64)) - world.setting.rules.influence.free_pacts
    nth = np.argsort(np.argsort(rank, -1, kind="stable"), -1, kind="stable")
    return np.asarray((promises & (nth < over[..., None])) | ((world.sanction == 2) & (world.backing != RESTRAIN)))


def _lapse(world: World, charged: Bools, left: Floats) -> tuple[World, Bools]:
    """Drop the newest costly commitments of who is in debt: as many as the debt is worth.

    Partners who lose a pact so take it ill, and it is a promise not kept.
    """
    r = world.setting.rules
    missing = np.ceil(np.maximum(0.0, -left) / r.influence.upkeep)
    rank = np.where(charged, _newest_first(world), 10**6)
    nth = np.argsort(np.argsort(rank, -1, kind="stable"), -1, kind="stable")
    drop = charged & (nth < missing[..., None])
    promises = drop & (world.pact | world.guarantee)
    pacts = drop & world.pact
    lost = 0.5 * r.treaties.break_pact * total(promises.astype(np.float64))
    world = world.but(
        sanction=np.where(drop & (world.sanction == 2), 0, world.sanction),
        reputation=np.maximum(0.0, world.reputation - lost),
        broken=world.broken + total(promises.astype(np.float64)).astype(np.int64),
        attitude=np.maximum(-1.0, world.attitude - r.treaties.break_attitude * flip(promises)),
        **without(world, pacts | flip(pacts), "pact"),
        **without(world, drop, "guarantee"),
    )
    return world, drop


def _withdraw(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """End what was under notice or is broken off now, and note new notices; breaking costs a good name."""
    r = world.setting.rules.treaties
    promise = (sheet.leave_pact & world.pact) | (sheet.leave_guarantee & world.guarantee)
    treaty = (sheet.leave_nonaggression & world.nonaggression) | (sheet.leave_trade & world.trade)
    notices = sheet.notice_pact | sheet.notice_trade | sheet.notice_nonaggression | sheet.notice_guarantee
    notice = notices & others(world)
    if not (promise.any() or treaty.any() or notice.any() or _noticed(world)):
        return world, {"broke_promise": promise, "broke_treaty": treaty, "noticed": notice}
    ordered = {"pact": sheet.leave_pact, "trade": sheet.leave_trade, "nonaggression": sheet.leave_nonaggression}
    for tie in TWO_SIDED:
        gone = getattr(world, f"{tie}_notice") | ordered[tie]
        world = world.but(**without(world, gone | flip(gone), tie))
    stays = ~(world.guarantee_notice | sheet.leave_guarantee)
    world = world.but(
        guarantee=world.guarantee & stays,
        guarantee_notice=sheet.notice_guarantee & world.guarantee & stays,
        pact_notice=sheet.notice_pact & world.pact,
        trade_notice=sheet.notice_trade & world.trade,
        nonaggression_notice=sheet.notice_nonaggression & world.nonaggression,
    )
    count = total(promise.astype(np.float64))
    lost = r.break_pact * count + r.break_treaty * total((sheet.leave_nonaggression & treaty).astype(np.float64))
    hurt = r.break_attitude * (flip(promise) | flip(treaty))
    world = world.but(
        reputation=np.maximum(0.0, world.reputation - lost),
        broken=world.broken + count.astype(np.int64),
        attitude=np.maximum(-1.0, world.attitude - hurt),
        intent=np.minimum(1.0, world.intent + world.setting.rules.opinion.intent_broke * flip(promise)),
    )
    return world, {"broke_promise": promise, "broke_treaty": treaty, "noticed": notice}


def _noticed(world: World) -> bool:
    return bool(
        world.pact_notice.any()
        or world.trade_notice.any()
        or world.nonaggression_notice.any()
        or world.guarantee_notice.any()
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


def _sign(world: World, sheet: Sheet) -> tuple[World, dict[str, Bools]]:
    """Let offers meet: two offers, an offer and an open offer, or an open offer and a yes."""
    r = world.setting.rules.treaties
    terms = {"pact": r.pact_term, "trade": r.treaty_term, "nonaggression": r.treaty_term}
    offered = {"pact": sheet.offer_pact, "trade": sheet.offer_trade, "nonaggression": sheet.offer_nonaggression}
    agreed = {"pact": sheet.yes_pact, "trade": sheet.yes_trade, "nonaggression": sheet.yes_nonaggression}
    peaceful = others(world) & ~world.war
    changes: dict[str, Bools | Ints] = {}
    record: dict[str, Bools] = {}
    values = world.values()
    for tie in TWO_SIDED:
        offer, waiting = offered[tie] & peaceful, flip(values[f"offer_{tie}"])
        willing = (offer & flip(offer)) | (waiting & (offer | agreed[tie]))
        signed = (willing | flip(willing)) & peaceful
        changes[tie] = values[tie] | signed
        changes[f"{tie}_term"] = np.where(signed, int(terms[tie]), values[f"{tie}_term"])
        changes[f"{tie}_notice"] = values[f"{tie}_notice"] & ~signed
        changes[f"offer_{tie}"] = offer & ~signed
        record[f"{tie}_signed"] = signed & ~values[tie]
        record[f"{tie}_renewed"] = signed & values[tie]
        record[f"offered_{tie}"] = offer & ~signed & ~values[tie]
        record[f"renewal_{tie}"] = offer & ~signed & values[tie]
    waited = world.offer_pact | world.offer_trade | world.offer_nonaggression
    met = np.logical_or.reduce([record[f"{tie}_{how}"] for tie in TWO_SIDED for how in ("signed", "renewed")])
    patience = int(r.spurned)
    changes["spurned"] = np.where(waited & ~met, patience, np.maximum(world.spurned - 1, 0))
    given = sheet.guarantee & peaceful & ~world.guarantee
    changes["guarantee"] = world.guarantee | given
    record["guaranteed"] = given
    record["declined"] = sheet.decline_pact | sheet.decline_trade | sheet.decline_nonaggression
    return world.but(**changes), record
