"""Settings act at once, are kept, and survive a broken file."""

import json
from pathlib import Path

import pygame
import pytest

from game.ui import preferences
from game.ui.app import App
from game.ui.labels import Label
from game.ui.preferences import Preferences
from game.ui.screens.settings import SettingsScreen

from .hands import click, tap


def test_a_setting_is_kept_for_the_next_start(app: App) -> None:
    assert app.settings is not None
    app.push(SettingsScreen())
    click(app, "reduce_motion")
    click(app, "text.1.15")
    assert preferences.load(app.settings) == Preferences(larger=1.15, reduce_motion=True)
    app.close()
    again = App((1280, 720), headless=True, settings=app.settings)
    assert again.preferences == Preferences(larger=1.15, reduce_motion=True)
    again.close()


@pytest.mark.parametrize("name", preferences.PRESETS)
def test_a_preset_acts_on_all_it_names_and_leaves_the_rest(app: App, name: str) -> None:
    app.resize((1920, 1080))
    app.prefer(Preferences(sound=False, keys=(("undo", "U"),), larger=1.15, palette="safe"))
    app.push(SettingsScreen())
    click(app, f"preset.{name}")
    for field, value in preferences.PRESETS[name].items():
        assert getattr(app.preferences, field) == value
    assert not app.preferences.sound
    assert app.preferences.keys == (("undo", "U"),)
    assert app.logical_size[0] >= 1024 and app.logical_size[1] >= 600


def test_everything_that_is_set_is_kept(app: App) -> None:
    assert app.settings is not None
    wanted = Preferences(1.5, 1.3, False, True, "safe", True, False, False, (("undo", "U"),), ("radial", "ally"))
    app.prefer(wanted)
    assert preferences.load(app.settings) == wanted


def test_the_scale_changes_live_by_the_arrow_keys(app: App) -> None:
    app.resize((1920, 1080))
    app.push(SettingsScreen())
    before = app.logical_size
    assert app.top is not None
    app.step()
    while app.top.hot.focus != "scale":
        tap(app, pygame.K_TAB)
    tap(app, pygame.K_RIGHT, pygame.K_RIGHT)
    assert app.theme.scale == 1.5
    assert app.logical_size[0] < before[0]


def test_a_scale_too_large_for_the_window_is_capped(app: App) -> None:
    app.prefer(Preferences(scale=2.5))
    assert app.theme.scale == pytest.approx(720 / 600)
    assert app.logical_size[0] >= 1024 and app.logical_size[1] >= 600


def test_a_capped_scale_says_that_it_is_the_largest_and_why(app: App) -> None:
    app.push(SettingsScreen())
    app.prefer(Preferences(scale=1.25))
    app.step()
    assert app.top is not None
    told = [element.text for element in app.top.tree().walk() if isinstance(element, Label)]
    said = [text for text in told if text.startswith("120 %: the largest that fits this window")]
    assert said and "125 %" in said[0] and "1024 x 600" in said[0]


def test_a_larger_window_gives_the_wanted_scale_back(app: App) -> None:
    app.prefer(Preferences(scale=2.0))
    app.resize((3840, 2160))
    app.step()
    assert app.theme.scale == 2.0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        '{"keys": [["undo", "S"]]}',
        '{"keys": [["undo"]]}',
        '{"seen": [1]}',
        '{"palette": []}',
        "[]",
        "null",
        '{"scale": "big"}',
        '{"scale": 1e9}',
        '{"scale": true}',
        "[" * 100_000,
        '{"larger": NaN}',
    ],
)
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(content)
    assert preferences.load(path) == Preferences()


def test_one_broken_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"scale": -1, "reduce_motion": True, "unknown": 3}))
    assert preferences.load(path) == Preferences(reduce_motion=True)


def test_settings_that_cannot_be_saved_say_so_and_still_act(app: App, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    app.settings = in_the_way / "preferences.json"
    app.push(SettingsScreen())
    click(app, "reduce_motion")
    assert app.preferences.reduce_motion
    assert app.toasts[-1].kind == "bad"
    assert "could not be saved" in app.toasts[-1].text


def test_a_save_leaves_no_other_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    assert preferences.save(Preferences(scale=1.5), path) is None
    assert [each.name for each in tmp_path.iterdir()] == ["preferences.json"]
