"""Foresight asks the opponents' own code, on what one state knows, and says the same each time."""

import numpy as np
import pytest

from game.foresight import DRAWS, Foresight, Futures
from game.foresight.futures import MINDED
from game.match import Match
from game.measures.power import power
from game.orders.kind import Order
from game.orders.options import axis
from game.view import observe
from tests.ui_play.conftest import match_of
from tests.ui_play.test_secrets import with_other_secrets


@pytest.fixture(scope="module")
def europe() -> tuple[Match, int]:
    return match_of("europe-1900", "FR", turns=3)


def index(match: Match, code: str) -> int:
    return match.world.setting.codes.index(code)


def answered(foresight: Foresight, ask: str, *what: object) -> object:
    getattr(foresight, ask)(*what)
    foresight.finish()
    found = getattr(foresight, ask)(*what)
    assert found is not None
    return found


def test_every_seat_but_mine_has_every_doctrine_equally_often(europe: tuple[Match, int]) -> None:
    match, me = europe
    who = np.concatenate([lot.who for lot in Futures(match.view(me), me).lots])
    assert len(who) == DRAWS
    assert (who[:, me] == -1).all()
    for seat in range(match.world.n):
        if seat != me:
            assert [int((who[:, seat] == number).sum()) for number in MINDED] == [DRAWS // len(MINDED)] * len(MINDED)


def test_the_futures_doubt_what_i_cannot_see_and_nothing_else(europe: tuple[Match, int]) -> None:
    match, me = europe
    view = match.view(me)
    lot = Futures(view, me).lots[0].world
    assert (lot.attitude[:, me] == view.attitude[me]).all()
    assert (lot.arms == view.arms).all()
    assert lot.intent[:, (me + 1) % view.n, me].std() > 0.01


def test_the_futures_doubt_others_arms_at_level_full_around_what_is_published_and_never_mine() -> None:
    match, me = match_of("europe-1900", "FR", turns=3, level="full")
    view = match.view(me)
    arms = np.concatenate([lot.world.arms for lot in Futures(view, me).lots])
    assert (arms[:, me] == match.world.arms[me]).all()
    others = np.arange(view.n) != me
    spread = (arms / view.published)[:, others]
    assert (spread.std(0) > 0.03).all()
    assert np.median(spread) == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("level", ["standard", "full"])
def test_nothing_hidden_moves_a_forecast(level: str) -> None:
    match, me = match_of("europe-1900", "FR", turns=3, level=level)
    other = with_other_secrets(match.world, me)
    ally, germany = Order("ally", "pact", index(match, "GB")), index(match, "DE")
    found = []
    for world in (match.world, other):
        foresight = Foresight(observe(world, me), me)
        found.append((
            answered(foresight, "preview", [], ally),
            answered(foresight, "reply", [], ally),
            answered(foresight, "coalition", [], me, germany),
        ))  # fmt: skip
    assert found[0] == found[1]


def test_an_answer_comes_in_steps_and_is_the_same_for_another_asker(europe: tuple[Match, int]) -> None:
    match, me = europe
    order = Order("sanction", "economic", index(match, "DE"))
    one, two = Foresight(match.view(me), me), Foresight(match.view(me), me)
    assert one.preview([], order) is None
    steps = 0
    while one.busy:
        one.work()
        steps += 1
    assert steps > 3
    assert one.preview([], order) == answered(two, "preview", [], order)


def test_the_latest_question_is_answered_first(europe: tuple[Match, int]) -> None:
    match, me = europe
    foresight = Foresight(match.view(me), me)
    foresight.replies([])
    foresight.coalition([], me, index(match, "DE"))
    while not foresight.work():
        pass
    assert foresight.coalition([], me, index(match, "DE")) is not None
    assert foresight.replies([]) is None


def test_a_preview_of_the_plan_s_own_order_is_that_of_giving_it(europe: tuple[Match, int]) -> None:
    match, me = europe
    foresight = Foresight(match.view(me), me)
    order = Order("sanction", "economic", index(match, "DE"))
    assert answered(foresight, "preview", [], order) == answered(foresight, "preview", [order], order)


def test_an_embargo_is_felt_by_the_target_and_by_nobody_else(europe: tuple[Match, int]) -> None:
    match, me = europe
    target = index(match, "DE")
    preview = answered(Foresight(match.view(me), me), "preview", [], Order("sanction", "economic", target))
    assert [change.state for change in preview.changes] == [target]  # type: ignore[attr-defined]
    before, after = preview.changes[0].attitude  # type: ignore[attr-defined]
    assert before == match.view(me).attitude[target, me]
    assert after < before


def test_an_attack_is_resented_and_its_likely_answers_are_told(europe: tuple[Match, int]) -> None:
    match, me = europe
    target = index(match, "DE")
    preview = answered(Foresight(match.view(me), me), "preview", [], Order("attack", "war", target))
    change = next(each for each in preview.changes if each.state == target)  # type: ignore[attr-defined]
    assert change.attitude[1] < change.attitude[0] - 0.3
    calls = [each for each in preview.reactions if each.order.choice == "call_yes"]  # type: ignore[attr-defined]
    partners = set(np.flatnonzero(match.world.pact[target]).tolist())
    assert calls
    assert {each.state for each in calls} <= partners


def test_the_share_of_a_preview_lies_near_what_happens(europe: tuple[Match, int]) -> None:
    match, me = match_of("europe-1900", "FR", turns=3)
    order = Order("budget", "guns")
    preview = answered(Foresight(match.view(me), me), "preview", [], order)
    match.give(me, order)
    match.end_turn()
    assert preview.share[1] == pytest.approx(float(power(match.world)[me]), abs=0.01)  # type: ignore[attr-defined]


def test_partners_of_the_victim_are_likelier_to_come_than_strangers(europe: tuple[Match, int]) -> None:
    match, me = europe
    coalition = answered(Foresight(match.view(me), me), "coalition", [], me, index(match, "DE"))
    joiners = coalition.joiners  # type: ignore[attr-defined]
    assert me not in {each.state for each in joiners}
    bound = [each.beside_victim for each in joiners if each.bound]
    free = [each.beside_victim for each in joiners if not each.bound]
    assert np.mean(bound) > np.mean(free) + 0.2
    assert any(each.why for each in joiners if each.bound)


def test_terms_of_a_reply_add_up_to_its_score_where_no_gate_is_shut(europe: tuple[Match, int]) -> None:
    match, me = europe
    foresight = Foresight(match.view(me), me)
    for target in range(match.world.n):
        if target != me:
            reply = answered(foresight, "reply", [], Order("ally", "pact", target))
            assert sum(value for _says, value in reply.terms) == pytest.approx(reply.score)  # type: ignore[attr-defined]


def test_what_is_no_offer_has_no_reply(europe: tuple[Match, int]) -> None:
    match, me = europe
    foresight = Foresight(match.view(me), me)
    assert foresight.reply([], Order("attack", "war", index(match, "DE"))) is None
    assert not foresight.busy


def test_moves_are_those_that_the_rules_allow(europe: tuple[Match, int]) -> None:
    match, me = europe
    moves = answered(Foresight(match.view(me), me), "moves")
    assert moves.shape == (match.world.n, axis(match.world.setting).size)  # type: ignore[attr-defined]
    assert moves[me].max() == 0  # type: ignore[index]
    assert 0 < moves.max() <= 1  # type: ignore[attr-defined]


def test_who_dislikes_me_is_thought_to_be_disliked_in_return(europe: tuple[Match, int]) -> None:
    match, me = europe
    other = (me + 1) % match.world.n
    found = []
    for mine in (-0.5, 0.5):
        felt = match.world.attitude.copy()
        felt[me, other] = mine
        view = observe(match.world.but(attitude=felt), me)
        worlds = [lot.world for lot in Futures(view, me).lots]
        found.append(float(np.concatenate([world.attitude[:, other, me] for world in worlds]).mean()))
    assert found[1] - found[0] > 0.5


def test_what_i_suspect_of_a_third_state_others_suspect_too(europe: tuple[Match, int]) -> None:
    match, me = europe
    third, other = (me + 1) % match.world.n, (me + 2) % match.world.n
    found = []
    for mine in (0.1, 0.5):
        feared = match.world.intent.copy()
        feared[me, third] = mine
        view = observe(match.world.but(intent=feared), me)
        worlds = [lot.world for lot in Futures(view, me).lots]
        found.append(float(np.concatenate([world.intent[:, other, third] for world in worlds]).mean()))
    assert found[1] - found[0] > 0.2


def test_others_may_have_offers_that_i_cannot_see_and_none_that_i_would(europe: tuple[Match, int]) -> None:
    match, me = europe
    view = match.view(me)
    offers = np.concatenate([lot.world.offer_pact for lot in Futures(view, me).lots])
    assert offers.any(0).sum() > 1
    assert (offers[:, :, me] == view.offer_pact[:, me]).all()
    assert (offers[:, me] == view.offer_pact[me]).all()


def test_in_a_quarter_of_the_futures_for_what_is_sure_every_free_state_has_another_suitor(
    europe: tuple[Match, int],
) -> None:
    match, me = europe
    worlds = [lot.world for lot in Futures(match.view(me), me).more.lots]
    offered = np.concatenate([world.offer_pact.any(1) for world in worlds])
    courted = np.delete(offered, me, 1).mean(1) > 0.8
    assert 0.1 < courted.mean() < 0.4
    assert not any(world.offer_pact[:, me, :].any() for world in worlds) or match.view(me).offer_pact[me].any()
