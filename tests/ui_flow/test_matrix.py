"""The screens of games that were really played, in windows of four sizes, three scales and 40 % longer words."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game import language
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from tests.ui.faults import Longer, faults

from .stops import ends, played, stops

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
SIZES = [(1024, 600), (1366, 768), (1920, 1080), (3840, 2160)]
WINDOWS = [(size, scale) for size in SIZES for scale in (1.0, 1.5, 2.0)]
GAMES = [(scenario, turns) for scenario in ("five-crowns", "europe-1900") for turns in (1, 4, 8)]
SAMPLE = {
    ("five-crowns", 1, "usual"): [((1024, 600), 1.0), ((1920, 1080), 2.0)],
    ("five-crowns", 8, "longer"): [((1366, 768), 1.0), ((1920, 1080), 1.0)],
    ("europe-1900", 4, "longer"): [((1024, 600), 1.0), ((3840, 2160), 2.0)],
    ("europe-1900", 8, "usual"): [((1366, 768), 1.5), ((1920, 1080), 1.0)],
}
"""What is tried at every run; everything with COUNTERPOISE_LONG=1."""
CASES = [(*game, words) for game in GAMES for words in ("usual", "longer")] if LONG else list(SAMPLE)


def walk(director: Director, scenario: str, turns: int) -> Iterator[str]:
    """Go through all screens of a game, and of the oldest one through those of its end."""
    table = played(scenario, turns)
    yield from stops(director, table)
    if turns == max(turns for _scenario, turns in GAMES):
        yield from ends(director, table)


@pytest.mark.parametrize(("scenario", "turns", "words"), CASES)
def test_no_screen_of_a_game_overlaps_or_cuts_its_text(
    director: Director, app: GameWindow, monkeypatch: pytest.MonkeyPatch, scenario: str, turns: int, words: str
) -> None:
    if words == "longer":
        monkeypatch.setattr(language, "_catalogue", Longer)
    windows = WINDOWS if LONG else SAMPLE[scenario, turns, words]
    found, seen = [], 0
    for name in walk(director, scenario, turns):
        for size, scale in windows:
            app.resize(size)
            app.prefer(replace(app.preferences, scale=scale))
            found += [f"{name} at {size} x {scale}: {fault}" for fault in faults(app)]
            seen += 1
    assert not found, "\n".join(found)
    assert seen >= 50 * len(windows)
