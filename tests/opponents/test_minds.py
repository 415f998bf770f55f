"""What doctrines are: each does what its author says, in situations drawn for it."""

import numpy as np
import pytest

from game.opponents.choose import choose, numbers
from game.opponents.doctrines import BY_NAME
from game.opponents.reasons import Scored, logistic, mood
from game.orders.kind import INITIATIVE, Order
from game.orders.options import axis
from game.view import outlook
from game.world import World, seat_seeds
from tests.stories.notation import put, seat, wishes
from tests.stories.test_verbs_matter import both, crowns
from tests.worlds import NAMES, all_reached, mixed

SEEDS = range(12)


def threatened() -> World:
    """Avar is strong, armed with the sword, aggressive, and ascribed ill intent by all."""
    intent = {f"{code} AV": 0.9 for code in ("BR", "CO", "DO", "ES")}
    return put(crowns(), arms={"AV": 20.0}, aggression={"AV": 0.8}, intent=intent, pact=both("AV ES", False))


def calm() -> World:
    """Nobody is strong, armed beyond need, or ascribed any ill intent."""
    world = crowns()
    return world.but(aggression=world.aggression * 0, intent=world.intent * 0, posture=world.posture * 0)


def arms_share(world: World, doctrine: str, code: str) -> float:
    draft = choose(outlook(world), numbers([doctrine if c == code else "" for c in world.setting.codes])).draft
    return float(draft.shares[seat(world, code), 0])


def often(world: World, doctrine: str, code: str, kind: str, choice: str) -> int:
    """In how many of some games a doctrine gives an order."""
    found = 0
    for seed in SEEDS:
        luck = world.but(seed=np.int64(seed), seat_seed=seat_seeds(seed, world.setting.ids))
        found += any((o.kind, o.choice) == (kind, choice) for o in wishes(luck, doctrine, code))
    return found


@pytest.mark.parametrize("doctrine", ["balancer", "threat_balancer"])
def test_balancers_arm_and_seek_allies_when_threatened_and_not_when_calm(doctrine: str) -> None:
    assert arms_share(threatened(), doctrine, "CO") > arms_share(calm(), doctrine, "CO")
    assert often(threatened(), doctrine, "CO", "ally", "pact") > often(calm(), doctrine, "CO", "ally", "pact")


def test_a_balancer_fears_power_as_such_and_a_threat_balancer_only_intent() -> None:
    """Waltz against Walt: a strong neighbour without any ill intent."""
    giant = put(calm(), arms={"AV": 30.0})
    extra = [arms_share(giant, d, "CO") - arms_share(calm(), d, "CO") for d in ("balancer", "threat_balancer")]
    assert extra[0] > extra[1]


def test_a_buck_passer_arms_less_than_a_balancer_against_the_same_threat() -> None:
    assert arms_share(threatened(), "buck_passer", "CO") < arms_share(threatened(), "balancer", "CO")


def test_a_soft_balancer_sanctions_and_others_do_not() -> None:
    assert often(threatened(), "soft_balancer", "CO", "sanction", "economic") > 0
    assert often(threatened(), "jackal", "CO", "sanction", "economic") == 0


def test_an_offensive_realist_threatens_the_weak_and_a_balancer_does_not() -> None:
    weak = put(crowns(), arms={"AV": 25.0, "CO": 1.0, "BR": 1.0}, cohesion={"AV": 1.0})

    def pressed(doctrine: str) -> int:
        return often(weak, doctrine, "AV", "demand", "region") + often(weak, doctrine, "AV", "attack", "war")

    assert pressed("offensive_realist") > pressed("balancer")


def test_a_jackal_bandwagons_where_a_balancer_balances() -> None:
    """Both fear the strong; offered a pact by it, one signs and the other does not."""

    def signs(doctrine: str) -> int:
        found = 0
        for seed in SEEDS:
            luck = put(threatened(), offer_pact={"AV CO": True})
            luck = luck.but(seed=np.int64(seed), seat_seed=seat_seeds(seed, luck.setting.ids))
            found += Order("answer", "pact_yes", 0) in wishes(luck, doctrine, "CO")
        return found

    assert signs("jackal") > signs("balancer") == 0


def test_random_does_many_different_things() -> None:
    kinds = {order.kind for world in all_reached() for order in wishes(world, "random", world.setting.codes[0])}
    assert len(kinds) >= 9


@pytest.mark.parametrize("name", NAMES)
def test_no_doctrine_spends_more_than_it_has_or_takes_more_than_three_initiatives(name: str) -> None:
    for world in all_reached():
        lay = axis(world.setting)
        draft = choose(outlook(world), np.full(world.n, NAMES.index(name))).draft
        limit = world.setting.rules.influence.initiatives
        assert (draft.chosen @ lay.initiative.astype(int) <= limit).all()
        assert (draft.chosen @ lay.price <= world.influence + 1e-9).all()
        assert (draft.shares >= 0).all() and (draft.shares.sum(-1) <= 1).all()


def test_equal_scores_are_decided_by_a_draw_of_the_seat_and_not_by_the_order_of_options() -> None:
    """A world of equals: over many seeds no neighbour is always the first choice."""
    from game.storage.founding import found_batch
    from tests.worlds import ground

    batch = found_batch(*ground("lab:6x4"), range(60), permute=True, level="standard")
    draft = choose(outlook(batch), np.full(6, NAMES.index("random"))).draft
    strip = axis(batch.setting).where["sanction", "diplomatic"]
    counts = draft.chosen[..., strip.place].sum((0, 1))
    assert counts.min() > 0.4 * counts.max() > 0


def test_what_is_chosen_is_what_scores_best_of_a_kind() -> None:
    for world in all_reached()[::4]:
        lay = axis(world.setting)
        chosen = choose(outlook(world), mixed(world))
        for strip in lay.strips:
            if strip.kind.group != INITIATIVE:
                continue
            for i, m in np.argwhere(chosen.draft.chosen[:, strip.place]):
                score = chosen.score((int(i),), strip.kind.name, strip.choice.name, int(m))
                assert score is not None and score > 0


def test_a_gate_that_is_shut_forbids_whatever_the_terms_say() -> None:
    scored = Scored((2, 2)).add("good", 5.0).gate("open to the first only", np.array([[1.0], [0.0]]))
    assert (scored.sum()[0] == 5.0).all()
    assert (scored.sum()[1] < -100).all()


def test_the_stand_in_for_the_logistic_rises_from_0_to_1_through_a_half() -> None:
    x = np.linspace(-50, 50, 2001)
    y = logistic(x)
    assert (np.diff(y) > 0).all()
    assert y[1000] == 0.5 and 0 < y[0] < 0.02 and 0.98 < y[-1] < 1


def test_a_mood_turns_a_chance_into_a_sum() -> None:
    u = np.linspace(0.001, 0.999, 999)
    for x in (-3.0, -0.5, 0.0, 0.7, 4.0):
        assert np.array_equal(logistic(np.array(x)) > u, x + mood(u) > 0)


def test_doctrines_by_name_are_the_doctrines() -> None:
    assert list(BY_NAME) == list(NAMES)
