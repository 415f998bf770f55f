"""A monkey at a whole program: from the title through games, menus and saves; no error, never stuck."""

import os
import random

import pygame
import pytest

from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.preferences import Preferences
from game.ui.screens.title import TitleScreen
from tests.ui.test_monkey import SIZES, _event

from .test_hotseat import BOTH

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
GAMES, ROUNDS = (20, 10_000) if LONG else (3, 1500)


@pytest.mark.parametrize("seed", range(GAMES))
def test_a_monkey_breaks_no_game(director: Director, app: GameWindow, seed: int) -> None:
    chance = random.Random(seed)
    app.prefer(Preferences())
    reached: set[str] = set()
    for turn in range(ROUNDS):
        if turn % 250 == 249:
            app.resize(chance.choice(SIZES))
            app.prefer(Preferences(scale=chance.choice([None, 0.75, 1.5]), larger=chance.choice([1.0, 1.3])))
        if turn % 40 == 0 and director.table is None:
            if chance.random() < 0.5:
                director.lobby.start(BOTH)
            else:
                chance.choice(
                    (director.lobby.play, director.lobby.new_game, director.lobby.saved_games, director.school.show)
                )()
        if turn % 25 == 24 and director.table is not None and not director.game.over:
            pygame.event.post(
                pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="", mod=pygame.KMOD_CTRL, scancode=0)
            )
        pygame.event.post(_event(chance, app.surface.get_size()))
        app.step(chance.choice([0.0, 0.02, 0.5]))
        reached.add(type(app.top).__name__)
    assert {"SeatedScreen", "ReportScreen"} < reached
    director.title()
    app.step()
    assert isinstance(app.top, TitleScreen)
