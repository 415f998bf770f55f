"""Every verb matters: two games of one seed, with and without an order, part ways in what the order is about.

For every order but *declare*: within two turns a named field of the world differs in the direction that the
rules say, and some opponent decides differently because of it, next turn or the one after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from game.measures.reach import reach
from game.measures.threat import threat
from game.orders.aim import AIMS
from game.orders.kinds import KINDS
from game.world import World, seat_seeds
from tests.stories.notation import WORDS, Tale, get, play, put, region, seat, under, wishes
from tests.worlds import NAMES, start

CODES = ("AV", "BR", "CO", "DO", "ES")
MINDED = [name for name in NAMES if name not in ("hold", "random")]


@dataclass(frozen=True)
class Story:
    """With the first lines `field` comes out higher (`more`) or lower than with the second lines."""

    verb: str
    act: tuple[str, ...]
    otherwise: tuple[str, ...]
    field: Callable[[World], Any]
    more: bool = True
    stage: Callable[[], World] = lambda: crowns()

    @property
    def name(self) -> str:
        return self.verb.replace(" ", "_")


def crowns() -> World:
    """Five crowns with influence to spend."""
    world = start("five-crowns")
    return world.but(influence=np.full(world.n, world.setting.rules.influence.cap))


def full() -> World:
    """Five crowns at level full, with influence to spend."""
    world = start("five-crowns", level="full")
    return world.but(influence=np.full(world.n, world.setting.rules.influence.cap))


def shut_out() -> World:
    return put(full(), closed={"CO ES": True, "BR ES": True})


def moved(kind: int) -> Callable[[], World]:
    """Brenmark's motion on Avar is before the congress."""
    return lambda: put(weak(), motion={"BR AV": kind})


def weak() -> World:
    """Avar has few arms left and could be beaten."""
    return put(full(), arms={"AV": 2.0, "CO": 15.0, "BR": 15.0, "DO": 15.0})


def licensed() -> World:
    return put(full(), backing={"BR AV": 3}, backing_term={"BR AV": 3})


def both(pair: str, value: Any) -> dict[str, Any]:
    one, other = pair.split()
    return {f"{one} {other}": value, f"{other} {one}": value}


def tied(tie: str, pair: str = "BR DO") -> Callable[[], World]:
    return lambda: put(crowns(), **{tie: both(pair, True), f"{tie}_term": both(pair, 6)})


def promised() -> World:
    return put(crowns(), guarantee={"AV CO": True})


def embargoed() -> World:
    return put(crowns(), sanction={"CO AV": 2})


def at_war() -> World:
    """Avar attacked Brenmark two turns ago and holds Farwick."""
    return put(
        crowns(),
        war=both("AV BR", True),
        war_age=both("AV BR", 2),
        began={"AV BR": True},
        owner={"farwick": 0},
        prior={"farwick": 1},
        integration={"farwick": 0.3},
    )


def called() -> World:
    """Avar attacked Brenmark last turn; Doria has a pact with Brenmark and owes it help."""
    war = put(tied("pact")(), war=both("AV BR", True), war_age=both("AV BR", 1), began={"AV BR": True})
    return put(war, owed={"DO BR": True})


def coveting(pair: str, arms: float, tie: str = "") -> Callable[[], World]:
    """The first of a pair is strong, hostile and refused: it would attack the second but for its word."""
    first = pair.split()[0]

    def stage() -> World:
        world = put(crowns() if not tie else tied(tie, pair)(), demand={pair: 3}, refused={pair: True})
        world = put(world, pact=both("AV ES", False), pact_term=both("AV ES", 0))
        return put(world, arms={first: arms}, attitude={pair: -0.6}, intent={pair: 0.8})

    return stage


def haggling() -> World:
    """Avar demands the Sable Coast of Corvane, which offers money instead."""
    asked = put(crowns(), demand={"AV CO": 1}, demand_region={"AV CO": region(crowns(), "sablecoast")})
    return put(asked, deal={"CO AV": 5}, deal_give={"CO AV": 2})


def no_land_falls() -> World:
    return under(at_war(), campaigns__cap=0.0)


def entry(column: str, *places: str) -> Callable[[World], Any]:
    return lambda world: get(world, column, *places)


def against(code: str, friend: str, foe: str) -> Callable[[World], Any]:
    return lambda world: get(world, "guarantee_against", code, friend) == seat(world, foe)


def wealth_of(code: str) -> Callable[[World], Any]:
    return lambda world: world.wealth[world.owner == seat(world, code)].sum()


def feared(by: str, whom: str) -> Callable[[World], Any]:
    return lambda world: threat(world)[seat(world, by), seat(world, whom)]


def reaches(code: str, target: str) -> Callable[[World], Any]:
    return lambda world: reach(world)[seat(world, code), seat(world, target)]


def holds(code: str, name: str) -> Callable[[World], Any]:
    return lambda world: bool(world.owner[region(world, name)] == seat(world, code))


STORIES = (
    Story("guns", ("AV: guns", ""), ("AV: butter", ""), entry("arms", "AV")),
    Story("balanced", ("AV: balanced", ""), ("AV: guns", ""), entry("arms", "AV"), more=False),
    Story("butter", ("AV: butter", ""), ("AV: guns", ""), wealth_of("AV")),
    Story("budget .8 .1 .1", ("AV: budget .8 .1 .1", ""), ("AV: balanced", ""), entry("arms", "AV")),
    Story("sword", ("BR: sword",), ("",), feared("CO", "BR")),
    Story("shield", ("BR: shield",), ("",), feared("CO", "BR"), more=False),
    Story("both", ("AV: both",), ("",), feared("CO", "AV"), more=False),
    Story("ally", ("BR: ally CO", "CO: yes pact BR"), ("", ""), entry("pact", "BR", "CO")),
    Story("offer trade", ("AV: offer trade ES", "ES: yes trade AV"), ("", ""), entry("trade", "AV", "ES")),
    Story("offer trade", ("AV: offer trade ES; ES: offer trade AV", ""), ("", ""), wealth_of("ES")),
    Story(
        "offer nonaggression",
        ("AV: offer nonaggression CO", "CO: yes nonaggression AV"),
        ("", ""),
        entry("nonaggression", "AV", "CO"),
        stage=coveting("CO AV", 25.0),
    ),
    Story("guarantee", ("AV: guarantee CO",), ("",), entry("guarantee", "AV", "CO")),
    Story("guarantee one", ("AV: guarantee one CO {against BR}",), ("",), entry("guarantee", "AV", "CO")),
    Story("guarantee one", ("AV: guarantee one CO {against BR}",), ("AV: guarantee CO",), against("AV", "CO", "BR")),
    Story(
        "counter pact",
        ("BR: ally CO", "CO: counter pact BR {turns 3}"),
        ("BR: ally CO", "CO: no pact BR"),
        entry("offer_turns", "CO", "BR"),
    ),
    Story(
        "counter trade",
        ("BR: offer trade CO", "CO: counter trade BR {ask money}"),
        ("BR: offer trade CO", "CO: no trade BR"),
        entry("deal_ask", "CO", "BR"),
    ),
    Story(
        "counter nonaggression",
        ("BR: offer nonaggression CO", "CO: counter nonaggression BR {ask arms}"),
        ("BR: offer nonaggression CO", "CO: no nonaggression BR"),
        entry("deal_ask", "CO", "BR"),
    ),
    Story(
        "counter demand",
        ("AV: demand sablecoast", "CO: counter demand AV {give money}"),
        ("AV: demand sablecoast", "CO: no demand AV"),
        entry("refused", "AV", "CO"),
        more=False,
    ),
    Story("yes settle", ("AV: yes settle CO",), ("AV: no settle CO",), entry("arms", "AV"), stage=haggling),
    Story("yes settle", ("AV: yes settle CO",), ("AV: no settle CO",), entry("demand", "AV", "CO"), False, haggling),
    Story("no settle", ("AV: no settle CO",), ("AV: yes settle CO",), entry("refused", "AV", "CO"), stage=haggling),
    Story("send arms", ("DO: send arms ES",), ("",), entry("arms", "ES")),
    Story("send arms", ("DO: send arms ES",), ("",), entry("arms", "DO"), more=False),
    Story("send money", ("DO: send money ES",), ("",), entry("arms", "ES")),
    Story("send money", ("DO: send money ES",), ("",), entry("arms", "DO"), more=False),
    Story("send money", ("DO: send money ES",), ("",), entry("attitude", "ES", "DO")),
    Story(
        "ally secretly",
        ("BR: ally secretly CO", "CO: yes secret BR"),
        ("", ""),
        entry("secret", "CO", "BR"),
        stage=full,
    ),
    Story(
        "yes secret",
        ("CO: yes secret BR; AV: attack CO",),
        ("AV: attack CO",),
        entry("pact", "CO", "BR"),
        stage=lambda: put(full(), offer_secret={"BR CO": True}),
    ),
    Story("reform", ("AV: reform",), ("",), entry("quality", "AV"), stage=full),
    Story("reform", ("AV: reform",), ("",), entry("cohesion", "AV"), more=False, stage=full),
    Story("close", ("CO: close ES",), ("",), reaches("ES", "BR"), more=False, stage=full),
    Story("close", ("CO: close ES",), ("",), entry("attitude", "ES", "CO"), more=False, stage=full),
    Story("notice access", ("CO: notice access ES", ""), ("", ""), entry("closed", "CO", "ES"), False, shut_out),
    Story("break access", ("CO: break access ES",), ("",), entry("closed", "CO", "ES"), False, shut_out),
    Story(
        "move censure",
        ("BR: move censure AV", "CO: yes vote AV; DO: yes vote AV; ES: yes vote AV"),
        ("", ""),
        entry("reputation", "AV"),
        more=False,
        stage=full,
    ),
    Story(
        "move restrain",
        ("BR: move restrain AV", "CO: yes vote AV; DO: yes vote AV; AV: attack CO"),
        ("", "AV: attack CO"),
        entry("war", "AV", "CO"),
        more=False,
        stage=full,
    ),
    Story(
        "move mandate",
        ("BR: move mandate AV", "CO: yes vote AV; DO: yes vote AV"),
        ("", ""),
        entry("backing", "CO", "AV"),
        stage=weak,
    ),
    Story("yes vote", ("CO: yes vote AV; DO: yes vote AV",), ("",), entry("backing", "BR", "AV"), stage=moved(2)),
    Story(
        "no vote",
        ("CO: no vote AV; DO: no vote AV",),
        ("CO: yes vote AV; DO: yes vote AV",),
        entry("backing", "BR", "AV"),
        more=False,
        stage=moved(3),
    ),
    Story("censure", ("CO: censure AV",), ("",), entry("attitude", "AV", "CO"), more=False),
    Story("embargo", ("CO: embargo AV", ""), ("", ""), wealth_of("AV"), more=False),
    Story("embargo", ("CO: embargo AV", ""), ("", ""), wealth_of("CO"), more=False),
    Story("lift", ("CO: lift AV", ""), ("", ""), wealth_of("AV"), stage=embargoed),
    Story("demand", ("AV: demand sablecoast", "CO: yes demand AV"), ("", ""), holds("AV", "sablecoast")),
    Story("demand", ("AV: demand sablecoast",), ("",), entry("attitude", "CO", "AV"), more=False),
    Story(
        "demand end_sanctions",
        ("AV: demand end_sanctions CO", "CO: yes demand AV"),
        ("", ""),
        entry("sanction", "CO", "AV"),
        more=False,
        stage=embargoed,
    ),
    Story("demand disarm", ("AV: demand disarm CO", "CO: yes demand AV"), ("", ""), entry("arms", "CO"), more=False),
    Story(
        "demand end_pacts",
        ("AV: demand end_pacts DO", "DO: yes demand AV"),
        ("", ""),
        entry("pact", "BR", "DO"),
        more=False,
        stage=tied("pact"),
    ),
    Story("attack", ("AV: attack CO", ""), ("", ""), entry("war", "AV", "CO")),
    Story("attack", ("AV: attack CO", ""), ("", ""), wealth_of("CO"), more=False),
    Story("attack", ("AV: attack CO",), ("",), entry("aggression", "AV")),
    Story(
        "peace as_held",
        ("AV: peace as_held BR; BR: peace as_held AV",),
        ("AV: peace as_held BR",),
        entry("war", "AV", "BR"),
        more=False,
        stage=at_war,
    ),
    Story(
        "peace as_before",
        ("AV: peace as_before BR", "BR: yes peace AV"),
        ("AV: peace as_held BR", "BR: yes peace AV"),
        holds("AV", "farwick"),
        more=False,
        stage=no_land_falls,
    ),
    Story("notice pact", ("BR: notice pact DO", ""), ("", ""), entry("pact", "BR", "DO"), False, tied("pact")),
    Story("break pact", ("BR: break pact DO",), ("",), entry("pact", "DO", "BR"), False, tied("pact")),
    Story("break pact", ("BR: break pact DO",), ("",), entry("reputation", "BR"), False, tied("pact")),
    Story("notice trade", ("BR: notice trade DO", ""), ("", ""), entry("trade", "BR", "DO"), False),
    Story("break trade", ("BR: break trade DO",), ("",), entry("trade", "BR", "DO"), False, coveting("DO BR", 22.0)),
    Story(
        "notice nonaggression",
        ("BR: notice nonaggression DO", ""),
        ("", ""),
        entry("nonaggression", "BR", "DO"),
        False,
        coveting("DO BR", 30.0, "nonaggression"),
    ),
    Story(
        "break nonaggression",
        ("BR: break nonaggression DO",),
        ("",),
        entry("reputation", "BR"),
        False,
        coveting("DO BR", 30.0, "nonaggression"),
    ),
    Story(
        "notice guarantee", ("AV: notice guarantee CO", ""), ("", ""), entry("guarantee", "AV", "CO"), False, promised
    ),
    Story("break guarantee", ("AV: break guarantee CO",), ("",), entry("reputation", "AV"), False, promised),
    Story("yes pact", ("BR: ally CO", "CO: yes pact BR"), ("BR: ally CO", "CO: no pact BR"), entry("pact", "CO", "BR")),
    Story(
        "yes trade",
        ("BR: offer trade CO", "CO: yes trade BR"),
        ("BR: offer trade CO", "CO: no trade BR"),
        entry("trade", "CO", "BR"),
    ),
    Story(
        "yes nonaggression",
        ("BR: offer nonaggression AV", "AV: yes nonaggression BR"),
        ("BR: offer nonaggression AV", "AV: no nonaggression BR"),
        entry("nonaggression", "AV", "BR"),
        stage=coveting("BR AV", 20.0),
    ),
    Story(
        "yes peace",
        ("AV: peace as_held BR", "BR: yes peace AV"),
        ("AV: peace as_held BR", ""),
        entry("war", "AV", "BR"),
        more=False,
        stage=at_war,
    ),
    Story(
        "no peace",
        ("AV: peace as_held BR; BR: no peace AV",),
        ("AV: peace as_held BR; BR: peace as_held AV",),
        entry("war", "AV", "BR"),
        stage=lambda: put(at_war(), offer_peace={"AV BR": 1}),
    ),
    Story(
        "yes demand",
        ("AV: demand sablecoast", "CO: yes demand AV"),
        ("AV: demand sablecoast", "CO: no demand AV"),
        holds("AV", "sablecoast"),
    ),
    Story(
        "no demand",
        ("AV: demand sablecoast", "CO: no demand AV"),
        ("AV: demand sablecoast", "CO: yes demand AV"),
        entry("refused", "AV", "CO"),
    ),
    Story("yes call", ("DO: yes call AV",), ("DO: no call AV",), entry("war", "DO", "AV"), stage=called),
    Story("yes call", ("DO: yes call AV",), ("DO: no call AV",), entry("kept", "DO"), stage=called),
    Story("no call", ("DO: no call AV",), ("DO: yes call AV",), entry("reputation", "DO"), False, stage=called),
    Story("no call", ("DO: no call AV",), ("DO: yes call AV",), entry("pact", "DO", "BR"), False, stage=called),
    Story("join", ("CO: join AV",), ("",), entry("war", "CO", "AV"), stage=at_war),
    Story("join", ("CO: join AV",), ("",), entry("helps", "CO", "BR"), stage=at_war),
)

told = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


def tell_both(story: Story, seed: int = 1) -> tuple[Tale, Tale]:
    stage = story.stage()
    stage = stage.but(seed=np.int64(seed), seat_seed=seat_seeds(seed, stage.setting.ids))
    return play(stage, *story.act), play(stage, *story.otherwise)


def actor(story: Story) -> str:
    """Who gives the order that the story is about."""
    parts = [part for text in story.act for part in text.split(";") if f" {story.verb}" in part]
    return parts[0].split(":")[0].strip()


@told
def test_the_order_changes_what_it_is_about_as_the_rules_say(story: Story) -> None:
    done, left = tell_both(story)
    assert len(story.act) == len(story.otherwise) <= 2
    with_it, without = float(story.field(done.world)), float(story.field(left.world))
    assert with_it > without if story.more else with_it < without


@told
def test_an_opponent_decides_differently_because_of_it(story: Story) -> None:
    """Somebody, somewhere: any doctrine on any seat but the actor's, in one of a few games."""
    others = sorted(set(CODES) - {actor(story)})
    noticed = (
        (doctrine, code, seed)
        for seed in range(1, 7)
        for done, left in [_and_a_turn_later(*tell_both(story, seed))]
        for code in others
        for doctrine in MINDED
        if any(
            wishes(one, doctrine, code) != wishes(other, doctrine, code) for one, other in zip(done, left, strict=True)
        )
    )
    assert next(noticed, None), "nobody took notice"


def _and_a_turn_later(done: Tale, left: Tale) -> tuple[tuple[World, ...], tuple[World, ...]]:
    return play(done.world, "").worlds, play(left.world, "").worlds


def test_every_order_but_declare_has_its_story_and_every_choice_that_the_notation_knows() -> None:
    silent = {"no pact", "no trade", "no nonaggression", "no secret"}  # to decline is to leave an offer lying
    silent |= {f"keep {name}" for name in AIMS}  # known to one state alone: its stories are in test_aims
    words = {verb for verb, (kind, _choice) in WORDS.items() if kind != "declare"} - silent
    told_of = {story.verb if not story.verb.startswith("budget") else "sliders" for story in STORIES}
    assert words | {"sliders"} == told_of


def test_the_notation_has_a_word_for_every_choice_of_every_order() -> None:
    choices = {(kind.name, choice.name) for kind in KINDS for choice in kind.choices}
    assert choices == set(WORDS.values()) | {("budget", "sliders")}


@pytest.mark.parametrize("tie", ["pact", "trade", "nonaggression"])
def test_to_decline_an_offer_is_to_leave_it_lying_but_for_the_news(tie: str) -> None:
    offer = {"pact": "ally", "trade": "offer trade", "nonaggression": "offer nonaggression"}[tie]
    one = play(crowns(), f"BR: {offer} CO", f"CO: no {tie} BR")
    other = play(crowns(), f"BR: {offer} CO", "")
    assert one.told("declined", "CO", "BR")
    assert not other.told("declined")
    assert not one.get(tie, "BR", "CO")


def test_words_bind_nobody_but_all_hear_them() -> None:
    said = play(crowns(), "AV: say no_land CO", "")
    silent = play(crowns(), "", "")
    assert said.told("said", "AV", "CO")
    assert all(np.array_equal(said.world.values()[n], silent.world.values()[n]) for n in said.world.values())
