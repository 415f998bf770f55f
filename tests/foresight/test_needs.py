"""What they would need is really enough: sent to the true game, the doctrine accepts."""

from collections.abc import Iterator

import numpy as np

from game.foresight import Foresight, Need
from game.match import Match
from game.orders.kind import Order
from game.orders.options import axis, options
from tests.ui_play.conftest import match_of

POSITIONS = 50
SEATS = (("europe-1900", "FR", 3), *(("five-crowns", code, turns) for turns in (1, 3, 5) for code in
                                     ("CO", "DO", "BR", "ES", "AV")))  # fmt: skip
TIES = {"pact": "pact", "trade": "trade", "nonaggression": "nonaggression"}


def offers(match: Match, me: int) -> Iterator[Order]:
    """Every offer of a treaty that may be made and of which there is none yet."""
    view = match.view(me)
    lay = axis(view.setting)
    for kind, choice in (("ally", "pact"), ("treaty", "trade"), ("treaty", "nonaggression")):
        strip = lay.where[kind, choice]
        for target in np.flatnonzero(options(view)[me, strip.place]).tolist():
            if not getattr(view, TIES[choice])[me, target]:
                yield Order(kind, choice, target)


def answered(foresight: Foresight, order: Order) -> Need:
    foresight.need([], order)
    foresight.finish()
    found = foresight.need([], order)
    assert found is not None
    return found


def signed(scenario: str, person: str, turns: int, need: Need) -> bool:
    """Send the answer in a game of the same seed, and see whether the treaty comes about."""
    match, me = match_of(scenario, person, turns=turns, level="standard")
    for order in (*need.changes, need.order):
        assert match.give(me, order) == []
    match.end_turn()
    match.end_turn()
    return bool(getattr(match.world, TIES[need.order.choice])[me, need.order.target or 0])


def test_what_is_called_enough_is_accepted_when_it_is_sent() -> None:
    sent, taken, changed = 0, 0, 0
    for scenario, person, turns in SEATS:
        match, me = match_of(scenario, person, turns=turns, level="standard")
        foresight = Foresight(match.view(me), me)
        mine = 0
        for order in offers(match, me):
            need = answered(foresight, order) if mine < POSITIONS // 5 and sent < POSITIONS else None
            if need is not None and need.enough:
                sent, mine = sent + 1, mine + 1
                changed += need != Need(order, (), need.reply)
                taken += signed(scenario, person, turns, need)
    assert sent == POSITIONS
    assert changed >= 10, "not only what they would take anyway"
    assert taken >= 48, f"{taken} of {sent} were accepted"


def test_what_is_not_enough_says_so_and_names_the_best_there_is() -> None:
    match, me = match_of("five-crowns", "CO", turns=2, level="standard")
    foresight = Foresight(match.view(me), me)
    needs = [answered(foresight, order) for order in offers(match, me)]
    poor = [need for need in needs if not need.enough]
    assert poor
    for need in poor:
        foresight.reply([], Order(need.order.kind, need.order.choice, need.order.target))
        foresight.finish()
        plain = foresight.reply([], Order(need.order.kind, need.order.choice, need.order.target))
        assert plain is not None
        assert need.reply.odds >= plain.odds
