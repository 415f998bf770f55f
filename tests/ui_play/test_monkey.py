"""A monkey at the play screen: no error, never stuck, and every plan stays lawful."""

import random

import pygame
import pytest

from game.orders.joint import accepted
from game.ui.app import App
from game.ui.play.desk import MatchDesk
from game.ui.preferences import Preferences
from game.ui.screens.play import PlayScreen

from .conftest import match_of, seat_at

KEYS = [pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP,
        pygame.K_DOWN, pygame.K_HOME, pygame.K_PLUS, pygame.K_MINUS, pygame.K_z, pygame.K_s, pygame.K_a, pygame.K_q,
        pygame.K_1, pygame.K_3, pygame.K_5, pygame.K_7, pygame.K_PAGEDOWN]  # fmt: skip
SIZES = [(1024, 600), (1280, 720), (1920, 1080)]


def event(chance: random.Random, size: tuple[int, int]) -> pygame.event.Event:
    pos = (chance.randrange(-5, size[0] + 5), chance.randrange(-5, size[1] + 5))
    kind = chance.randrange(8)
    if kind < 2:
        return pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
    if kind < 5:
        down = pygame.MOUSEBUTTONDOWN if chance.random() < 0.5 else pygame.MOUSEBUTTONUP
        return pygame.event.Event(down, pos=pos, button=chance.choice([1, 1, 1, 2, 3]))
    if kind == 5:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice([-2, -1, 1, 2]))
    key = chance.choice(KEYS)
    mod = chance.choice([0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL])
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=chr(key) if key < 127 else "", scancode=0)


@pytest.mark.parametrize(("scenario", "person"), [("five-crowns", "CO"), ("europe-1900", "FR")])
def test_a_monkey_breaks_nothing(app: App, scenario: str, person: str) -> None:
    chance = random.Random(scenario)
    match, me = match_of(scenario, person, turns=1, level="full")
    screen = seat_at(app, match, me)
    for step in range(1200):
        if step % 300 == 299:
            app.resize(chance.choice(SIZES))
            app.prefer(Preferences(scale=chance.choice([None, 1.5]), larger=chance.choice([1.0, 1.3])))
        pygame.event.post(event(chance, app.surface.get_size()))
        app.step(chance.choice([0.0, 0.02, 0.5]))
        plan = match.plan(me)
        assert accepted(match.view(me), me, plan) == (plan, [])
        if match.over:
            match, me = match_of(scenario, person, turns=1, level="full")
            app.reset()
            screen = seat_at(app, match, me)
    assert isinstance(screen, PlayScreen)
    assert isinstance(screen.desk, MatchDesk)
