"""The play screen in windows of many sizes: nothing lies over its neighbour, leaves its place, or cannot be reached."""

import pygame
import pytest

from game import language
from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.screens.play import PlayScreen
from tests.ui.faults import Longer, faults
from tests.ui.hands import click, ids

from .conftest import match_of, seat_at

SIZES = [(1024, 600), (1280, 720), (1366, 768), (1920, 1080)]
GAMES = [("five-crowns", "CO", 2, "foundations"), ("europe-1900", "FR", 4, "full")]


def steps(app: App, screen: PlayScreen) -> list[str]:
    """Walk through the states of the screen and collect what collides in each."""
    found: list[str] = []

    def look(what: str) -> None:
        app.step()
        found.extend(f"{what}: {line}" for line in faults(app))

    look("card")
    screen.close_card()
    look("map")
    target = screen.reading.with_code("DE") or 0
    screen.select(target)
    look("ring")
    for verb in [verb for verb in screen.dealing.found() if len(verb.options) > 1]:
        screen.dealing.open_ring()
        screen.dealing.choose(verb)
        look(verb.id)
    screen.dealing.open_ring()
    screen.dealing.choose(next(verb for verb in screen.dealing.found() if verb.id == "verb.ally"))
    screen.side.tab = "orders"
    screen.refresh()
    look("orders")
    screen.dealing.drop()
    screen.side.tab = "state"
    screen.refresh()
    look("state")
    screen.side.tab = "others"
    screen.refresh()
    look("others")
    return found


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game[0])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps(app: App, size: tuple[int, int], scale: float, game: tuple[str, str, int, str]) -> None:
    app.resize(size)
    app.prefer(Preferences(scale=scale))
    match, me = match_of(game[0], game[1], turns=game[2], level=game[3])
    assert steps(app, seat_at(app, match, me, card=True)) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_with_larger_letters(app: App, size: tuple[int, int]) -> None:
    app.resize(size)
    app.prefer(Preferences(larger=1.3))
    match, me = match_of("europe-1900", "FR", turns=4)
    assert steps(app, seat_at(app, match, me, card=True)) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_in_a_longer_language(
    app: App, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(language, "_catalogue", Longer)
    app.resize(size)
    match, me = match_of("europe-1900", "FR", turns=4)
    assert steps(app, seat_at(app, match, me, card=True)) == []


@pytest.mark.parametrize("scale", [1.0, 1.2])
def test_the_other_states_are_at_hand_at_every_scale(app: App, scale: float) -> None:
    app.prefer(Preferences(scale=scale))
    match, me = match_of("europe-1900", "FR")
    screen = seat_at(app, match, me)
    if "tab.others" in ids(app):
        click(app, "tab.others")
    click(app, "other.DE")
    assert screen.dealing.state == screen.reading.with_code("DE")
    assert "dossier" in ids(app)


@pytest.mark.parametrize("size", SIZES)
def test_the_way_to_every_verb_is_open_in_a_small_window(app: App, size: tuple[int, int]) -> None:
    app.resize(size)
    match, me = match_of("europe-1900", "FR")
    screen = seat_at(app, match, me)
    screen.select(screen.reading.with_code("DE") or 0)
    app.step()
    shown = ids(app)
    for verb in screen.dealing.found():
        assert verb.id in shown
        spoke = screen.find(verb.id)
        assert spoke is not None
        chain = screen.tree().at(spoke.rect.center)
        assert spoke in chain, f"{verb.id} is covered"


@pytest.mark.parametrize("size", SIZES)
def test_a_resize_keeps_the_selection_and_brings_the_ring_along(app: App, size: tuple[int, int]) -> None:
    match, me = match_of("five-crowns", "CO")
    screen = seat_at(app, match, me)
    screen.select(screen.reading.with_code("AV") or 0)
    app.step()
    app.resize(size)
    app.step()
    ring = screen.find("radial")
    assert ring is not None
    assert pygame.Rect((0, 0), app.logical_size).contains(ring.rect)
