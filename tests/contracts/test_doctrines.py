"""Contracts of doctrines: they see what their seat sees, give only orders that stand, and say why."""

import re
from itertools import islice

import numpy as np
import pytest

from game.opponents.accounts import account
from game.opponents.choose import choose, numbers
from game.opponents.doctrines import DOCTRINES
from game.opponents.traits import Doctrine
from game.orders.joint import accepted
from game.orders.options import axis
from game.orders.sheet import orders_of
from game.view import observe, outlook
from tests.contracts.test_lists import MINDS
from tests.worlds import GROUNDS, NAMES, mixed, playing, reached, start

every_doctrine = pytest.mark.parametrize("doctrine", DOCTRINES, ids=lambda doctrine: doctrine.name)


@every_doctrine
def test_a_doctrine_has_a_title_a_dated_source_and_words_of_help(doctrine: Doctrine) -> None:
    assert doctrine.title[0].isupper()
    assert re.search(r"\b(19|20)\d\d\b", doctrine.source)
    assert doctrine.help.endswith(".")
    assert (doctrine.traits is None) != (doctrine.scores is None)


@pytest.mark.parametrize("name", MINDS)
def test_a_doctrine_names_its_source_in_its_first_line(name: str) -> None:
    first = str(MINDS[name].__doc__).splitlines()[0]
    assert first.startswith(MINDS[name].DOCTRINE.title)
    assert MINDS[name].DOCTRINE.source.split(",")[0].split()[0] in first


@pytest.mark.parametrize("name", GROUNDS)
@every_doctrine
def test_a_doctrine_chooses_for_a_seat_what_it_would_choose_on_that_seats_view(name: str, doctrine: Doctrine) -> None:
    for world in reached(name)[::4]:
        who = np.full(world.n, NAMES.index(doctrine.name))
        whole = choose(outlook(world), who).draft
        for i in range(world.n):
            own = choose(outlook(observe(world, i)), who).draft
            assert np.array_equal(own.chosen[i], whole.chosen[i]), (i, int(world.turn))
            assert own.shares[i].tobytes() == whole.shares[i].tobytes(), (i, int(world.turn))


@pytest.mark.parametrize("name", GROUNDS)
def test_a_seat_chooses_alike_whoever_sits_beside_it(name: str) -> None:
    for world in reached(name)[::5]:
        for shift in range(3):
            here, there = mixed(world), mixed(world, shift + 1)
            for i in range(world.n):
                company = np.where(np.arange(world.n) == i, here, there)
                one, other = choose(outlook(world), here).draft, choose(outlook(world), company).draft
                assert np.array_equal(one.chosen[i], other.chosen[i])
                assert np.array_equal(one.shares[i], other.shares[i])


@pytest.mark.parametrize("level", ["foundations", "standard", "full"])
@pytest.mark.parametrize("name", GROUNDS)
@every_doctrine
def test_no_order_of_a_doctrine_is_ever_refused(name: str, level: str, doctrine: Doctrine) -> None:
    world = start(name, 11, level)
    who = np.full(world.n, NAMES.index(doctrine.name))
    for before, draft, _steps in islice(playing(world, who), 20):
        for i, given in enumerate(orders_of(before, draft)):
            _stands, refused = accepted(before, i, given)
            assert not refused, (int(before.turn), i, refused)


@pytest.mark.parametrize("name", GROUNDS)
def test_a_mixed_company_is_never_refused_either(name: str) -> None:
    for seed in range(3):
        world = start(name, 20 + seed, "full")
        for before, draft, _steps in islice(playing(world, mixed(world, seed)), 20):
            for i, given in enumerate(orders_of(before, draft)):
                assert not accepted(before, i, given)[1]


@pytest.mark.parametrize("name", GROUNDS)
def test_every_order_of_a_doctrine_has_reasons_whose_sum_is_its_score(name: str) -> None:
    for world in reached(name)[::5]:
        chosen = choose(outlook(world), mixed(world))
        for i, given in enumerate(orders_of(world, chosen.draft)):
            for order in given:
                if order.choice.endswith("_no") or order.choice == "sliders":
                    continue
                place = (i,)
                score = chosen.score(place, order.kind, order.choice, order.target)
                assert score is not None and score > 0, order
                told = account(world, chosen, i, order)
                assert told is not None and told.reasons and told.total == score, order


@pytest.mark.parametrize("name", GROUNDS)
def test_the_terms_of_a_score_add_up_to_it_within_a_step_of_the_grid(name: str) -> None:
    for world in reached(name)[::7]:
        for _seats, scores in choose(outlook(world), mixed(world)).groups:
            for scored in scores.values():
                terms = [np.broadcast_to(value, scored.shape) for _says, value in scored.terms]
                shut = np.zeros(scored.shape, bool)
                for _says, value in scored.gates:
                    shut = shut | np.broadcast_to(np.less_equal(value, 0), scored.shape)
                backwards = np.zeros(scored.shape)
                for term in reversed(terms):
                    backwards = backwards + term
                apart = np.abs(np.where(shut, -1000.0, backwards) - scored.sum())
                assert apart.max() <= 2.0**-24


@every_doctrine
def test_what_a_doctrine_scores_lies_on_the_axis_and_every_term_has_a_name(doctrine: Doctrine) -> None:
    world = start("five-crowns")
    lay = axis(world.setting)
    for _seats, scores in choose(outlook(world), numbers([doctrine.name] * world.n)).groups:
        for (kind, choice), scored in scores.items():
            assert (kind, choice) in lay.where
            assert all(len(says) >= 3 for says, _value in (*scored.terms, *scored.gates))


def test_hold_never_does_anything() -> None:
    world = start("five-crowns")
    for _world, draft, _steps in islice(playing(world, numbers(["hold"] * world.n)), 10):
        assert not draft.chosen.any()


def test_a_person_s_seat_gets_no_orders_from_any_doctrine() -> None:
    world = start("five-crowns")
    draft = choose(outlook(world), numbers(["", "balancer", "", "jackal", "random"])).draft
    assert not draft.chosen[[0, 2]].any()
    assert draft.chosen[[1, 3, 4]].any(-1).all()


def test_an_unknown_doctrine_is_an_error() -> None:
    with pytest.raises(KeyError):
        numbers(["machiavelli"])
