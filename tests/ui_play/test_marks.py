"""Small drawings of the play screen: what they show, and what they do not."""

import pygame

from game.ui import palette
from game.ui.canvas import Canvas
from game.ui.layout import Hot
from game.ui.play.marks import Sparkline
from game.ui.theme import Theme


def drawn(values: list[float]) -> set[tuple[int, ...]]:
    """The colours of a trend drawn on black."""
    pygame.init()
    pygame.display.set_mode((64, 64))
    surface = pygame.Surface((80, 40), 0, 32)
    spark = Sparkline(values)
    theme = Theme()
    spark.place(theme, pygame.Rect(10, 10, 56, 22))
    spark.paint(Canvas(surface, theme), Hot())
    return {tuple(surface.get_at((x, y)))[:3] for x in range(80) for y in range(40)}


def test_a_single_value_is_no_trend_and_no_dot() -> None:
    shades = drawn([3.0])
    assert palette.INK_SECOND not in shades
    assert len(shades) > 1, "a faint line shows where the trend will be"
    assert max(max(shade) for shade in shades) <= max(palette.LINE_STRONG)


def test_two_values_are_a_trend_with_its_end_marked() -> None:
    assert palette.GOOD in drawn([3.0, 4.0])
    assert palette.BAD in drawn([4.0, 3.0])
