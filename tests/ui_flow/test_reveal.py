"""Armies at the reveal: an arrow into every land taken in war, growing while the war is told, and no other."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.storage.scenarios import read_with_map
from game.ui.flow.gamewindow import GameWindow
from game.ui.flow.openings import seated
from game.ui.flow.showing import stage_of
from game.ui.flow.table import Table
from game.ui.map.advance import Advance
from game.ui.map.camera import Camera
from game.ui.screens.reveal import RevealScreen


@pytest.fixture(scope="module")
def table() -> Table:
    """A game of twelve turns in which land changes hands by war."""
    scenario, land = read_with_map("europe-1900")
    played = Table.lay(scenario, land, seated(scenario, 2), seed=7)
    while played.turn < 12:
        played.end_turn()
    return played


def taken(table: Table, turn: int) -> set[int]:
    """Regions taken in a turn, by who was at war with their owner and had land beside them."""
    before, after = table.views(turn, 2)
    fought, ways = before.war | after.war, before.setting.ways
    found = set()
    for region in np.flatnonzero(before.owner != after.owner).tolist():
        taker = after.owner[region]
        beside = {int(b if a == region else a) for a, b in ways.tolist() if region in (a, b)}
        if fought[taker, before.owner[region]] and any(before.owner[each] == taker for each in beside):
            found.add(region)
    return found


def test_every_land_taken_in_war_has_an_arrow_from_the_takers_land_beside_it(table: Table) -> None:
    seen = 0
    for turn in range(len(table.history)):
        before, after = table.views(turn, 2)
        stage = stage_of(table, turn, 2)
        marches = [march for beat in stage.beats for march in beat.marches]
        spots = {tuple(at): region for region, at in enumerate(table.atlas.labels.tolist())}
        assert {spots[end] for _start, end in marches} == taken(table, turn)
        for start, end in marches:
            assert before.owner[spots[start]] == after.owner[spots[end]]
        seen += len(marches)
    assert seen > 0


def test_arrows_grow_while_the_war_is_told(app: GameWindow, table: Table) -> None:
    turn = next(turn for turn in range(len(table.history)) if taken(table, turn))
    stage = stage_of(table, turn, 2)
    told = next(at for at, beat in enumerate(stage.beats) if beat.marches)
    screen = RevealScreen(stage, lambda: None)
    app.reset(screen)
    changed = []
    for share in (0.02, 0.3, 0.6, 0.9):
        screen.passed = screen.beat * (told + share)
        screen.refresh()
        changed.append(pygame.surfarray.array3d(app.frame()).astype(int))
    grown = [int((np.abs(one - other).max(-1) > 20).sum()) for one, other in pairwise(changed)]
    assert grown[0] > 50
    assert grown[1] > 20


def test_an_arrow_that_has_not_set_out_is_not_drawn() -> None:
    armies, surface = Advance(1.0), pygame.Surface((300, 200), 0, 32)
    armies.marches = [((40.0, 100.0), (260.0, 100.0))]
    camera = Camera((0, 0, 300, 200), pygame.Rect(0, 0, 300, 200))
    reached = []
    for share in (0.0, 0.4, 1.0):
        surface.fill((0, 0, 0))
        armies.share = share
        armies.draw(surface, camera, False)
        lit = np.flatnonzero(pygame.surfarray.array3d(surface).max(-1).max(1) > 60)
        reached.append(int(lit.max()) if lit.size else 0)
    assert reached[0] == 0
    assert 90 < reached[1] < 170
    assert 250 < reached[2] < 275
