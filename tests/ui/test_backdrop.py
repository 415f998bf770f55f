"""The map behind the title is the scenario's own."""

import json

import pygame

from game.ui.app import App
from game.ui.assets import asset
from game.ui.backdrop import opening_map
from game.ui.screens.title import TitleScreen

from . import examples


def test_the_title_shows_the_scenarios_land_at_its_right(app: App) -> None:
    scenario = json.loads(asset("scenarios", "five-crowns.json").read_text(encoding="utf-8"))
    land = json.loads(asset("maps", f"{scenario['map']}.json").read_text(encoding="utf-8"))
    entries = examples.title().entries
    app.push(TitleScreen(entries))
    plain = app.frame()
    app.reset(TitleScreen(entries, opening_map(scenario, land), scenario["title"]))
    shown = app.frame()
    right = pygame.Rect(640, 60, 600, 560)
    tints = [len({tuple(picture.get_at((x, y))) for x in range(right.left, right.right, 8) for y in range(60, 620, 8)})
             for picture in (plain, shown)]  # fmt: skip
    assert tints[1] > 4 * tints[0]
