"""Frames of a seat do not depend on what it may not know."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.match import Match
from game.orders.kind import Order
from game.ui.app import App
from game.ui.screens.play import PlayScreen
from game.world import COLUMNS, World
from game.world.columns import HIDDEN, OWNER, PARTIES

from .conftest import match_of, seat_at


def with_other_secrets(world: World, me: int) -> World:
    """Change everything that state `me` may not know, within its bounds."""
    chance = np.random.default_rng(5)
    changes = {}
    for name, column in COLUMNS.items():
        value = getattr(world, name).copy()
        low, high = max(column.low, -1.0), min(column.high, 4.0)
        other = chance.integers(0, 2, value.shape) if column.kind == "bool" else chance.uniform(low, high, value.shape)
        other = other.astype(column.dtype)
        seen = column.sight(world.setting.level)
        if seen == HIDDEN:
            changes[name] = other
        elif seen in (OWNER, PARTIES):
            kept = np.zeros(value.shape, bool)
            kept[me] = True
            if seen == PARTIES:
                kept[:, me] = True
                kept |= np.eye(world.n, dtype=bool)
            changes[name] = np.where(kept, value, other)
    assert len(changes) > 8
    changes["last_turn"] = world.turn + 9  # that the game is not in its epilogue yet is known
    return world.but(**changes)


def frames(app: App, match: Match, me: int) -> list[bytes]:
    """Draw the seat's screen in all its states: card, lenses, dossiers, rings, lists."""
    screen = seat_at(app, match, me, card=True)
    found = [picture(app)]
    screen.close_card()
    for key in "1234567":
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=ord(key), unicode=key, mod=0))
        app.step()
        found.append(picture(app))
    others = [nation.index for nation in screen.reading.others]
    for state in others[:4]:
        found += around_a_state(app, screen, state)
    found += asked_about(app, screen, others[0])
    app.reset()
    return found


def around_a_state(app: App, screen: PlayScreen, state: int) -> list[bytes]:
    screen.select(state)
    found = [picture(app)]
    for verb in screen.dealing.found():
        if len(verb.options) > 1:
            screen.dealing.open_ring()
            screen.dealing.choose(verb)
            found.append(picture(app))
    screen.dealing.drop()
    return found


def asked_about(app: App, screen: PlayScreen, state: int) -> list[bytes]:
    """Draw the cards and questions about a state, when all that was asked of the future is known."""
    found = []
    screen.select(state)
    app.step()
    for verb in [verb for verb in screen.dealing.found() if verb.legal]:
        screen.hot = replace(screen.hot, focus=verb.id, shown=True)
        found.append(settled(app, screen))
    for ask in (screen.dealing.who_would_come, screen.dealing.what_would_you_need):
        ask()
        found.append(settled(app, screen))
        if app.top is not screen:
            app.pop()
    screen.dealing.drop()
    return found


def settled(app: App, screen: PlayScreen) -> bytes:
    for _question in range(2):
        app.step(0.2)
        screen.forecast.finish()
        assert app.top is not None
        app.top.refresh()
    app.step(0.2)
    return pygame.image.tobytes(app.frame(), "RGB")


def picture(app: App) -> bytes:
    app.step()
    for _rest in range(40):
        app.step(0.01)
    return pygame.image.tobytes(app.frame(), "RGB")


@pytest.mark.parametrize(
    ("scenario", "person", "level"),
    [("five-crowns", "CO", None), ("five-crowns", "CO", "full"), ("europe-1900", "FR", None)],
)
def test_frames_are_the_same_whatever_is_hidden(app: App, scenario: str, person: str, level: str | None) -> None:
    match, me = match_of(scenario, person, turns=3, level=level)
    before = frames(app, match, me)
    match.world = with_other_secrets(match.world, me)
    match.history = [replace(turn, before=with_other_secrets(turn.before, me)) for turn in match.history]
    match.plans[(me + 1) % match.world.n] = [Order("budget", "guns"), Order("ally", "pact", me)]
    after = frames(app, match, me)
    assert len(before) == len(after)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True] * len(before)


def test_frames_do_depend_on_what_is_known(app: App) -> None:
    match, me = match_of("five-crowns", "CO", turns=3)
    before = frames(app, match, me)
    influence = match.world.influence.copy()
    influence[me] = 0.5
    match.world = match.world.but(influence=influence)
    assert frames(app, match, me) != before


def test_news_between_others_is_not_told(app: App) -> None:
    match, me = match_of("europe-1900", "FR", turns=5)
    screen = seat_at(app, match, me)
    secret = [event for turn in match.history for event in turn.events if not event.known_to(me)]
    assert secret, "the game should have offers that France does not see"
    assert not set(map(id, secret)) & set(map(id, screen.reading.chronicle))
