"""Rival theories are switches of the rules: each, turned, makes another world."""

import numpy as np
import pytest

from game.measures.reach import contact, reach
from game.opponents.choose import numbers
from game.opponents.doctrines import DOCTRINES
from game.opponents.quarrels import war_value
from game.opponents.reading import Reading
from game.opponents.traits import temper
from game.storage.files import FileError
from game.storage.founding import found
from game.storage.rules import load_rules, rules_in_force
from game.world import World
from tests.stories.notation import put, under
from tests.worlds import ground, start


def read(world: World, doctrine: str = "offensive_realist") -> Reading:
    return Reading(world, temper(DOCTRINES, numbers([doctrine] * world.n)))


def test_the_shipped_rules_take_no_side_between_the_theories() -> None:
    theory = load_rules().theory
    assert (theory.parity_hazard, theory.gradient, theory.incoherence) == (0.0, 1.0, 0.8)


def test_without_the_gradient_distance_takes_no_strength() -> None:
    world = start("europe-1900")
    far = ~contact(world) & ~np.eye(world.n, dtype=bool)
    assert (reach(world)[far] < 1.0).any()
    assert (reach(under(world, theory__gradient=0.0))[far] == 1.0).all()
    half = reach(under(world, theory__gradient=0.5))[far]
    assert ((half >= reach(world)[far]) & (half <= 1.0)).all()
    assert (reach(under(world, theory__gradient=4.0)) >= 0.0).all()


def test_near_parity_war_is_worth_more_to_the_dissatisfied_where_the_hazard_is_on() -> None:
    world = start("lab:4x3")
    hazard = under(world, theory__parity_hazard=0.3)
    gain = war_value(read(hazard)).sum() - war_value(read(world)).sum()
    assert gain[0, 1] == pytest.approx(0.3, abs=1e-6)
    assert not np.diagonal(gain).any()
    content = put(hazard, attitude={f"{a} {b}": 0.5 for a in ("S1", "S2") for b in ("S1", "S2") if a != b})
    calm = (
        war_value(read(content, "soft_balancer")).sum()
        - war_value(read(under(content, theory__parity_hazard=0.0), "soft_balancer")).sum()
    )
    assert calm[0, 1] == 0.0


def test_the_unequal_feel_no_hazard_of_parity() -> None:
    world = start("lab:4x3:leader=.6")
    gain = war_value(read(under(world, theory__parity_hazard=0.3))).sum() - war_value(read(world)).sum()
    assert gain[1, 0] == 0.0
    assert gain[1, 2] > 0.0


def test_incoherence_dulls_the_sense_of_threat_unless_it_is_turned_off() -> None:
    world = put(start("five-crowns"), cohesion={"BR": 0.3})
    sharp = under(world, theory__incoherence=0.0)
    assert read(sharp).threat[1, 0] > read(world).threat[1, 0]
    assert float(read(sharp).coherence[1, 0]) == 1.0


def test_a_switch_is_turned_when_a_game_is_founded_and_kept_in_its_save() -> None:
    rules = load_rules().but(theory__parity_hazard=0.3)
    world = found(*ground("five-crowns"), 1, rules=rules)
    assert world.setting.rules.theory.parity_hazard == 0.3
    assert rules_in_force(world.setting.rules.values(), "it").theory.parity_hazard == 0.3
    with pytest.raises(FileError, match="theory"):
        rules_in_force({"theory": {"parity_hazzard": 1.0}}, "it")
