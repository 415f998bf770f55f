"""A monkey at mouse and keyboard: no error, never stuck."""

import random

import pygame
import pytest

from game.ui.app import App
from game.ui.preferences import Preferences

from . import examples

KEYS = [pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP,
        pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE,
        pygame.K_DELETE, pygame.K_F1, pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_0, pygame.K_9]  # fmt: skip
SIZES = [(640, 400), (1024, 600), (1280, 720), (1920, 1080)]


def _event(chance: random.Random, size: tuple[int, int]) -> pygame.event.Event:
    pos = (chance.randrange(-5, size[0] + 5), chance.randrange(-5, size[1] + 5))
    kind = chance.randrange(9)
    if kind < 2:
        return pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
    if kind < 5:
        down = pygame.MOUSEBUTTONDOWN if chance.random() < 0.5 else pygame.MOUSEBUTTONUP
        return pygame.event.Event(down, pos=pos, button=chance.choice([1, 1, 1, 2, 3]))
    if kind == 5:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=chance.choice([-3, -1, 1, 3]))
    if kind == 6:
        return pygame.event.Event(pygame.TEXTINPUT, text=chance.choice(["a", "7", "ß", "Ж", "界", "\u200b"]))
    key = chance.choice(KEYS)
    mod = chance.choice([0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL])
    unicode = chr(key) if 32 <= key < 127 else ""
    type_ = pygame.KEYDOWN if chance.random() < 0.7 else pygame.KEYUP
    return pygame.event.Event(type_, key=key, mod=mod, unicode=unicode, scancode=0)


@pytest.mark.parametrize("name", examples.screens())
def test_a_monkey_breaks_nothing(app: App, name: str) -> None:
    chance = random.Random(name)
    app.push(examples.title())
    app.push(examples.screens()[name])
    for turn in range(1500):
        if turn % 150 == 149:
            app.resize(chance.choice(SIZES))
            app.prefer(Preferences(scale=chance.choice([None, 0.75, 1.5, 2.5]), larger=chance.choice([1.0, 1.3])))
        pygame.event.post(_event(chance, app.surface.get_size()))
        app.step(chance.choice([0.0, 0.02, 0.5]))
        if len(app.stack) == 1:
            app.push(examples.screens()[name])
    app.reset(examples.title())
    app.step()
    assert app.top is not None
    assert app.top.find("play") is not None
