"""Pacts, crises and wars have names: keyed, stable, the same after a load, and spoken of everywhere."""

import numpy as np

from game.keeping import keep, resume
from game.match import Match
from tests.worlds import ground


def played(name: str = "europe-1900", seed: int = 7) -> Match:
    match = Match.start(*ground(name), seed=seed)
    while not match.over:
        match.end_turn()
    return match


def sentences(match: Match) -> list[str]:
    return [event.sentence for turn in match.history for event in turn.events]


def test_names_are_the_same_after_a_load() -> None:
    match = played()
    again = resume(keep(match))
    assert again.names.affairs == match.names.affairs
    assert sentences(again) == sentences(match)


def test_every_affair_has_a_name_of_its_own() -> None:
    names = [affair.name for affair in played().names.affairs]
    assert len(names) > 20
    assert len(set(names)) == len(names)


def test_a_war_has_one_name_from_its_first_attack_to_its_last_peace() -> None:
    match = played(seed=9)
    war = next(affair for affair in match.names.affairs if affair.kind == "war" and affair.ended is not None)
    for turn in match.history[war.began + 1 : war.ended]:
        assert turn.before.war[np.ix_(war.states, war.states)].any()
    told = [text for text in sentences(match) if war.name in text]
    assert any("begins" in text for text in told)
    assert any("make peace" in text for text in told)


def test_a_pact_is_named_as_long_as_it_stands() -> None:
    match = played("five-crowns")
    worlds = [*(turn.before for turn in match.history), match.world]
    pacts = [affair for affair in match.names.affairs if affair.kind == "pact"]
    assert pacts
    for pact in pacts:
        standing = [k for k, world in enumerate(worlds) if world.pact[tuple(pact.states)]]
        last = len(worlds) - 1 if pact.ended is None else pact.ended
        assert set(range(pact.began + 1, last + 1)) <= set(standing)


def test_a_second_crisis_over_the_same_land_says_so() -> None:
    names = [affair.name for affair in played().names.affairs if affair.kind == "crisis"]
    second = [name for name in names if name.startswith("Second ")]
    assert second
    assert all(names.index(name.removeprefix("Second ")) < names.index(name) for name in second)
