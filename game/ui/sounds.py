"""Play the window's few sounds; where there is no audio device, or it fails, all stays silent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pygame

from game.ui.assets import asset

__all__ = ["Sounds"]

_REST = 15.0
"""Seconds of silence after which the device is given back: an open one costs power."""


class Sounds:
    """Open the audio device with the first sound, and close it when it has been quiet for a while."""

    def __init__(self, on: bool = True, folder: Path | None = None) -> None:
        self.on = on
        self.folder = folder or asset("sounds")
        self._loaded: dict[str, Any] = {}
        self._open = False
        self._broken = False
        self._quiet = 0.0

    def play(self, name: str) -> bool:
        """Play a sound by name, such as press or turn; return whether it could be."""
        if not self.on or self._broken or not self._ready():
            return False
        try:
            sound = self._loaded.get(name)
            if sound is None:
                sound = self._loaded[name] = pygame.mixer.Sound(self.folder / f"{name}.wav")
            sound.play()
        except (pygame.error, OSError):
            return False
        self._quiet = 0.0
        return True

    def _ready(self) -> bool:
        if self._open:
            return True
        try:
            pygame.mixer.init(frequency=22050, size=-16, channels=1, buffer=1024)
        except (pygame.error, OSError, NotImplementedError):
            self._broken = True
            return False
        self._open = True
        return True

    def rest(self, seconds: float) -> None:
        """Let time pass; give the device back after a while of silence."""
        self._quiet += seconds
        if self._open and self._quiet > _REST:
            self.close()

    def close(self) -> None:
        """Give the device back."""
        if self._open:
            self._loaded.clear()
            pygame.mixer.quit()
            self._open = False
