"""Every text that a game writes, as it is drawn: readable on the ground that it really lies on, in every palette."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pygame
import pytest

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.flow.director import Director
from game.ui.flow.gamewindow import GameWindow
from game.ui.map.strokes import STROKES
from game.ui.palette import Colour
from game.ui.text import Style

from .stops import ends, played, stops

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
_CLEAR = 0.8  # share of the ground under a text that must be readable: lines and edges may cross the rest


@dataclass(frozen=True)
class Written:
    """A text as it was drawn: its colour, and the contrast that all but a fifth of its ground reaches."""

    text: str
    shade: Colour
    contrast: float


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Written]:
    """Collect every text with the ground found under it, just before it is drawn."""
    found: list[Written] = []
    draw = Canvas.text

    def text(canvas: Canvas, words: str, style: Style, shade: Colour, rect: pygame.Rect, align: str = "left") -> None:
        ground = _ground(canvas, words, style, shade, rect, align)
        if ground is not None:
            found.append(Written(words, shade, _contrast(shade, ground)))
        draw(canvas, words, style, shade, rect, align)

    monkeypatch.setattr(Canvas, "text", text)
    return found


def _ground(
    canvas: Canvas, words: str, style: Style, shade: Colour, rect: pygame.Rect, align: str
) -> np.ndarray | None:
    """Return the pixels under the middle of a line, [M, 3]; None where there is nothing to be seen."""
    line, box = canvas.theme.line(words or " ", style, shade), canvas.box(rect)
    wide, high = line.get_size()
    left = {"left": box.left, "center": box.centerx - wide // 2, "right": box.right - wide}[align]
    place = pygame.Rect(left, box.centery - canvas.theme.type.rise(style) + high // 4, wide, high // 2)
    place = place.clip(canvas.surface.get_clip())
    if not words.strip() or min(place.size) < 3:
        return None
    return pygame.surfarray.array3d(canvas.surface.subsurface(place)).reshape(-1, 3)


def _contrast(shade: Colour, ground: np.ndarray) -> float:
    codes, counts = np.unique(ground @ np.array([1 << 16, 1 << 8, 1]), return_counts=True)
    rows = [(code >> 16, code >> 8 & 255, code & 255) for code in codes.tolist()]
    each = np.array([_ratio(shade, row) for row in rows])
    order = np.argsort(each)
    below = np.cumsum(counts[order]) / counts.sum()
    return float(each[order][np.searchsorted(below, 1 - _CLEAR)])


_ratio = cache(palette.contrast)


def _screens(director: Director, name: str) -> Iterator[str]:
    """All screens of a small game, and in the standard palette or with COUNTERPOISE_LONG=1 of a large one."""
    director.app.resize((1366, 768))
    small = played("five-crowns", 4)
    yield from stops(director, small)
    yield from ends(director, small)
    if LONG or name == "standard":
        yield from stops(director, played("europe-1900", 6))


@pytest.mark.parametrize("name", palette.PALETTES)
def test_all_that_is_written_can_be_read_and_is_of_the_palette(
    director: Director, app: GameWindow, written: list[Written], name: str
) -> None:
    app.prefer(replace(app.preferences, palette=name))
    dark: set[str] = set()
    shades: dict[Colour, str] = {}
    for stop in _screens(director, name):
        written.clear()
        app.frame()
        dark |= {f"{stop}: “{each.text}” {each.shade}: {each.contrast:.2f}" for each in written
                 if each.contrast < palette.READABLE}  # fmt: skip
        shades |= {each.shade: f"{stop}: “{each.text}”" for each in written}
    assert not dark, "\n".join(sorted(dark))
    assert len(shades) > 10
    assert not (stale := {where for shade, where in shades.items() if shade in _of_others(name)}), stale


def _of_others(name: str) -> set[Colour]:
    """The standard colours that a palette replaces: who still writes in them keeps an old one."""
    own = palette.PALETTES[name]
    now = {getattr(palette, key) for key in palette.__all__ if isinstance(getattr(palette, key), tuple)}
    return {palette._STANDARD[key] for key in own} - now


@pytest.mark.parametrize("name", palette.PALETTES)
def test_the_lines_on_the_map_are_of_the_palette(name: str) -> None:
    palette.use(name)
    for stroke in STROKES.values():
        assert stroke.colour == getattr(palette, stroke.ink)
        assert palette.contrast(stroke.colour, palette.SEA) >= 3
    palette.use("standard")


@pytest.mark.parametrize("shade", [(210, 89, 95), (30, 40, 60), (0, 0, 0), (255, 255, 255)])
def test_a_colour_is_lightened_until_it_can_be_read(shade: Colour) -> None:
    palette.use("standard")
    text = palette.readable(shade, palette.PANEL)
    assert palette.contrast(text, palette.PANEL) >= 4.5
    if palette.contrast(shade, palette.PANEL) >= 4.5:
        assert text == shade
