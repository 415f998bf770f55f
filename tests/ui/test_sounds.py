"""Sounds: made by the program's own script, quiet, and never in the way of a machine without a device."""

import wave
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui import tones
from game.ui.app import App
from game.ui.assets import asset
from game.ui.sounds import Sounds

from . import examples
from .hands import click


def test_the_shipped_sounds_are_those_that_the_script_makes() -> None:
    shipped = sorted(path.stem for path in asset("sounds").glob("*.wav"))
    assert shipped == sorted(tones.TONES)
    for name in shipped:
        with wave.open(str(asset("sounds", f"{name}.wav"))) as file:
            assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (tones.RATE, 1, 2)
            found = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        assert np.abs(found.astype(int) - tones.samples(name)).max() <= 1


def test_sounds_are_short_and_quiet() -> None:
    for name in tones.TONES:
        found = tones.samples(name)
        assert len(found) <= 1.2 * tones.RATE
        assert np.abs(found.astype(int)).max() <= 0.31 * 32767
        assert abs(int(found[0])) < 200, "it begins without a click"
        assert np.abs(found[-50:].astype(int)).max() < 400, "and ends without one"


def test_every_sound_plays_where_there_is_a_device() -> None:
    sounds = Sounds()
    assert all(sounds.play(name) for name in tones.TONES)
    sounds.rest(60)
    assert pygame.mixer.get_init() is None, "the device is given back"
    assert sounds.play("press")
    sounds.close()


def test_no_device_means_silence_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    pygame.mixer.quit()
    sounds = Sounds()
    assert not sounds.play("press")
    assert not sounds.play("turn")
    sounds.rest(60)
    sounds.close()


def test_a_missing_file_means_silence(tmp_path: Path) -> None:
    sounds = Sounds(folder=tmp_path)
    assert not sounds.play("press")
    sounds.close()


def test_sound_that_is_off_opens_no_device(app: App) -> None:
    app.prefer(type(app.preferences)(sound=False))
    app.push(examples.title())
    click(app, "hotseat")
    assert pygame.mixer.get_init() is None


def test_a_press_is_heard(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(app.sounds, "play", heard.append)
    app.push(examples.title())
    click(app, "hotseat")
    assert heard == ["press"]
