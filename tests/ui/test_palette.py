"""The palettes: told apart under three deficiencies of colour vision and in grey, and text that can be read."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from game.storage.scenarios import read_with_map, scenario_names
from game.ui import palette
from game.ui.app import App
from game.ui.flow.faces import faces
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.swatches import SAMPLE

from .hands import click
from .vision import SIGHTS, apart, lightness

GROUNDS = ("SEA", "DEEP", "PANEL", "RAISED", "CONTROL", "HIGH")
INKS = ("INK", "INK_SECOND", "GOOD", "BAD", "ACCENT")


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    palette.use("standard")


@pytest.mark.parametrize("name", palette.PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(name: str, ground: str) -> None:
    palette.use(name)
    for ink in INKS:
        assert palette.contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5, ink


@pytest.mark.parametrize("name", palette.PALETTES)
def test_text_can_be_read_on_accent_paper_and_panel(name: str) -> None:
    palette.use(name)
    assert palette.contrast(palette.ON_ACCENT, palette.ACCENT) >= 4.5
    assert palette.contrast(palette.ON_ACCENT, palette.ACCENT_SOFT) >= 4.5
    assert palette.contrast(palette.ON_ACCENT, palette.ACCENT_DEEP) >= 4.5
    assert palette.contrast(palette.INK_THIRD, palette.PANEL) >= 4.5
    for ink in (palette.PAPER_INK, palette.PAPER_SECOND, palette.PAPER_GOOD, palette.PAPER_BAD):
        assert palette.contrast(ink, palette.PAPER) >= 4.5


def test_high_contrast_is_high() -> None:
    palette.use("contrast")
    for ground in GROUNDS:
        for ink in ("INK", "INK_SECOND", "INK_THIRD"):
            assert palette.contrast(getattr(palette, ink), getattr(palette, ground)) >= 7, (ink, ground)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", ["safe", "contrast"])
def test_good_bad_and_accent_are_told_apart(name: str, sight: str) -> None:
    palette.use(name)
    for one, other in combinations((palette.GOOD, palette.BAD, palette.ACCENT), 2):
        assert apart(one, other, sight) >= 20


@pytest.mark.parametrize("name", palette.PALETTES)
def test_the_ramp_of_fear_rises_in_grey(name: str) -> None:
    palette.use(name)
    steps = [lightness(shade) for shade in palette.FEAR]
    assert all(after - before >= 3 for before, after in pairwise(steps))


@pytest.mark.parametrize("sight", SIGHTS)
def test_eight_states_are_told_apart_in_the_safe_colours(sight: str) -> None:
    palette.use("safe")
    shades = palette.state_colours(SAMPLE)
    assert len(set(shades)) == len(SAMPLE) == 8
    for one, other in combinations(shades, 2):
        assert apart(one, other, sight) >= 17


def test_eight_states_are_told_apart_in_grey_in_the_safe_colours() -> None:
    palette.use("safe")
    steps = sorted(lightness(shade) for shade in palette.state_colours(SAMPLE))
    assert all(after - before >= 4.9 for before, after in pairwise(steps))


@pytest.mark.parametrize("name", palette.PALETTES)
@pytest.mark.parametrize("scenario", scenario_names())
def test_emblems_and_codes_can_be_read_on_every_state(scenario: str, name: str) -> None:
    palette.use(name)
    for face in faces(read_with_map(scenario)[0]):
        assert palette.contrast(palette.EMBLEM_INK, face.colour) >= 4.5, face.code


@pytest.mark.parametrize("scenario", scenario_names())
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_safe_colours_of_a_scenario_are_no_closer_than_eleven(scenario: str, sight: str) -> None:
    palette.use("safe")
    shades = [face.colour for face in faces(read_with_map(scenario)[0])]
    if len(shades) > 16:
        pytest.skip("no palette holds so many apart: code and emblem do")
    for one, other in combinations(shades, 2):
        assert apart(one, other, sight) >= 11


def test_state_colours_beyond_the_series_stay_the_scenario_s_own() -> None:
    palette.use("safe")
    many = [f"#{n:02X}8080" for n in range(17)]
    assert palette.state_colours(many) == tuple(palette.colour(code) for code in many)


def test_a_palette_acts_at_once_and_goes_back(app: App) -> None:
    app.resize((1920, 1080))
    app.push(SettingsScreen())
    first = palette.ACCENT
    click(app, "palette.safe")
    assert first != palette.ACCENT
    assert app.preferences.palette == "safe"
    click(app, "palette.standard")
    assert first == palette.ACCENT


def test_an_unknown_palette_changes_nothing() -> None:
    palette.use("safe")
    with pytest.raises(KeyError):
        palette.use("loud")
    assert palette.kind() == "safe"
