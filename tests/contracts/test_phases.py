"""Contracts of phases: every phase gives a world and a record that holds all its news, in shape and in words."""

import re
import string
from itertools import islice

import numpy as np
import pytest

from game.events import Event, headlines, tell
from game.orders.sheet import write
from game.phases import PHASES, Phase, resolve
from game.phases.record import News
from game.world import World
from tests.worlds import GROUNDS, blind_draft, mixed, playing, reached, start

THEMES = {"treaty", "soft", "crisis", "war", "arms", "peace", "power", "word"}
NEWS = [(phase, news) for phase in PHASES for news in phase.news]
NEWS_NAMES = [f"{phase.name} {news.entry}" for phase, news in NEWS]


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.name)
def test_a_phase_says_its_number_and_what_it_does_in_its_first_line(phase: Phase) -> None:
    first = str(phase.module.__doc__).splitlines()[0]
    assert first.startswith(f"Phase {phase.number}, {phase.name}: ")
    assert phase.resolve.__doc__


@pytest.mark.parametrize(("phase", "news"), NEWS, ids=NEWS_NAMES)
def test_a_line_of_news_is_a_sentence_with_places_for_its_actors(phase: Phase, news: News) -> None:
    places = {field for _text, field, _spec, _conversion in string.Formatter().parse(news.sentence) if field}
    assert places <= {"0", "1", "region", "event"} | ({"2"} if news.third else set())
    assert "0" in places
    assert news.sentence.rstrip("”").endswith((".", "{event}"))
    assert news.theme in THEMES
    assert news.weight > 0
    assert re.fullmatch(r"[a-z_]+", news.kind)


@pytest.mark.parametrize("name", GROUNDS)
def test_every_record_holds_all_news_of_its_phase_in_shape(name: str) -> None:
    rng = np.random.default_rng(3)
    for world in reached(name)[::3]:
        n, r = world.n, world.setting.r
        _after, steps = resolve(world, write(world, blind_draft(world, rng)))
        assert [phase.name for phase, _world, _record in steps] == [phase.name for phase in PHASES]
        for phase, after, record in steps:
            assert isinstance(after, World)
            for news in phase.news:
                mask = np.asarray(record[news.entry])
                assert mask.dtype == bool, news.entry
                assert mask.shape in ((n,), (n, n), (n, r)), news.entry
                assert not news.amount or np.asarray(record[news.amount]).shape in (mask.shape, (r,))
                assert not news.symmetric or np.array_equal(mask, mask.T), news.entry


@pytest.mark.parametrize("name", GROUNDS)
def test_everything_told_is_a_whole_sentence_about_states_of_the_game(name: str) -> None:
    for shift in range(3):
        world = start(name, 100 + shift, "full")
        for before, _draft, steps in islice(playing(world, mixed(world, shift)), 15):
            for event in tell(int(before.turn), steps):
                assert not re.search(r"[{}]|  | \.|: \.$", event.sentence), event
                assert 1 <= len(event.actors) <= (3 if "guarantee" in event.kind else 2)
                assert all(0 <= actor < world.n for actor in event.actors)
                assert len(set(event.actors)) == len(event.actors), event
                assert all(world.setting.names[actor] in event.sentence for actor in event.actors[:1])
                assert event.region is None or world.setting.region_names[event.region] in event.sentence


def test_news_between_two_states_is_kept_from_the_others() -> None:
    told = _played_news()
    secret = [event for event in told if event.parties is not None]
    assert secret
    for event in secret:
        assert all(event.known_to(actor) for actor in event.actors)
        assert not any(event.known_to(other) for other in {0, 1, 2, 3, 4, 5} - set(event.actors))
        assert not event.known_to(None)
        assert event not in headlines(told, None, most=len(told))


def test_headlines_put_first_what_weighs_most_and_most_for_those_in_it() -> None:
    told = _played_news()
    top = headlines(told, 0, most=10)
    weights = [event.weight * (1.6 if 0 in event.actors else 1.0) for event in top]
    assert len(top) == 10
    assert weights == sorted(weights, reverse=True)


def _played_news() -> list[Event]:
    world = start("five-crowns")
    return [e for w, _d, steps in islice(playing(world, mixed(world)), 12) for e in tell(int(w.turn), steps)]
