"""Measured layout: nothing overlaps, nothing is cut, at any size, scale and length of text."""

import os

import pygame
import pytest

from game import language
from game.ui import palette
from game.ui.app import App
from game.ui.labels import Label, Rich
from game.ui.layout import Column, Row, Space
from game.ui.preferences import Preferences
from game.ui.theme import BODY, CAPTION, TINY, Style, Theme

from . import examples
from .faults import Longer, faults

LONG = bool(os.environ.get("COUNTERPOISE_LONG"))
SAMPLE = [((1024, 600), 1.0), ((1366, 768), 1.0), ((1920, 1080), 1.5), ((3840, 2160), 2.0)]
SIZES = [(1024, 600), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]


@pytest.mark.parametrize("name", examples.screens())
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps(app: App, size: tuple[int, int], scale: float, name: str) -> None:
    app.resize(size)
    app.prefer(Preferences(scale=scale))
    app.push(examples.screens()[name])
    app.step()
    assert faults(app) == []


@pytest.mark.parametrize("name", examples.screens())
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
def test_nothing_overlaps_with_larger_letters(app: App, size: tuple[int, int], name: str) -> None:
    app.resize(size)
    app.prefer(Preferences(larger=1.3))
    app.push(examples.screens()[name])
    app.step()
    assert faults(app) == []


@pytest.mark.parametrize("name", examples.screens())
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_in_a_longer_language(
    app: App, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], scale: float, name: str
) -> None:
    if not LONG and (size, scale) not in SAMPLE:
        pytest.skip("all sizes and scales with COUNTERPOISE_LONG=1")
    monkeypatch.setattr(language, "_catalogue", Longer)
    app.resize(size)
    app.prefer(Preferences(scale=scale))
    app.push(examples.screens()[name])
    app.step()
    assert faults(app) == []


def test_the_room_left_goes_to_those_that_grow(app: App) -> None:
    fixed, one, two = Space(100, 10), Space(grow=1), Space(grow=3)
    Row([fixed, one, two], gap=10).place(app.theme, pygame.Rect(0, 0, 520, 10))
    assert [each.rect.width for each in (fixed, one, two)] == [100, 100, 300]
    assert two.rect.right == 520


def test_a_text_wraps_where_the_row_leaves_it_less(app: App) -> None:
    text = "Who will balance whom, and when, and at what price?"
    alone, beside = Label(text, wrap=True, grow=1), Label(text, wrap=True, grow=1)
    wide = Row([alone]).size(app.theme, 600)[1]
    narrow = Row([Space(450, 10), beside]).size(app.theme, 600)[1]
    assert narrow > wide


def test_a_column_shrinks_what_may_shrink(app: App) -> None:
    short = Column([Space(10, 80)], least=20)
    fixed = Space(10, 50)
    Column([short, fixed]).place(app.theme, pygame.Rect(0, 0, 10, 90))
    assert (short.rect.height, fixed.rect.height) == (40, 50)


def test_a_cut_label_is_told_whole_in_its_tooltip(app: App) -> None:
    label = Label("Austria-Hungary and its many peoples")
    label.place(app.theme, pygame.Rect(0, 0, 90, 22))
    assert label.shortened


def test_a_per_cent_sign_stays_with_its_number() -> None:
    theme = Theme()
    for width in range(40, 200, 3):
        lines = theme.wrap("would accept: likely, 62 %", BODY, width)
        assert not any(line.startswith("%") for line in lines)


def test_text_is_as_wide_at_every_scale() -> None:
    widths = [Theme(scale).width("The balance of power", BODY) for scale in (1.0, 1.5, 2.0, 2.5)]
    assert max(widths) - min(widths) <= 0.06 * max(widths)


def test_stars_make_words_heavy_and_keep_their_full_stop(app: App) -> None:
    rich = Rich("bound **32**, only afraid **22**.")
    rich.place(app.theme, pygame.Rect(0, 0, 400, 22))
    assert [word for word, _style, _shade in rich._words] == ["bound", "32,", "only", "afraid", "22."]


@pytest.mark.parametrize("text", ["", "\u200b", "a \u200b b"])
@pytest.mark.parametrize("size", [BODY, CAPTION, TINY])
def test_letters_without_a_width_are_drawn_as_nothing(app: App, text: str, size: Style) -> None:
    assert app.theme.line(text, size, palette.INK).get_height() > 0
