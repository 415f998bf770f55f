"""Make the few quiet sounds of the window: `python -m game.ui.tones` writes them into assets/sounds.

Each is a sum of sine partials under an envelope, made by this file alone: nothing was recorded or borrowed.
"""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.ui.assets import asset

__all__ = ["RATE", "TONES", "samples", "write"]

RATE = 22050  # samples a second, mono, 16 bits
_RISE = 0.004  # seconds to full loudness, so that nothing clicks
_LOUDEST = 0.30  # of full scale: quiet beside other programs


@dataclass(frozen=True, slots=True)
class Note:
    """A tone: when it begins, how high, how long until it has faded to a thousandth, how loud, its partials."""

    at: float
    hertz: float
    fade: float
    loud: float = 1.0
    partials: tuple[tuple[float, float], ...] = ((1.0, 1.0), (2.0, 0.25))


_BELL = ((1.0, 1.0), (2.0, 0.5), (2.76, 0.35), (5.4, 0.12))
_WOOD = ((1.0, 1.0), (3.9, 0.3), (9.2, 0.1))

TONES: dict[str, tuple[Note, ...]] = {
    "press": (Note(0.0, 420.0, 0.07, 0.5, _WOOD),),
    "refuse": (Note(0.0, 220.0, 0.16, 0.6), Note(0.11, 185.0, 0.22, 0.6)),
    "curtain": (Note(0.0, 196.0, 0.45, 0.5), Note(0.08, 294.0, 0.5, 0.4)),
    "turn": (Note(0.0, 146.8, 1.1, 0.9, _BELL), Note(0.0, 293.7, 0.8, 0.3, _BELL)),
    "done": (Note(0.0, 523.3, 0.35, 0.5), Note(0.10, 659.3, 0.35, 0.5), Note(0.20, 784.0, 0.6, 0.5)),
    "time": (Note(0.0, 880.0, 0.25, 0.5, _BELL), Note(0.3, 880.0, 0.25, 0.5, _BELL)),
}
"""What each sound is: a press, a refusal, the curtain opening, the turn's end, a step done, time that is up."""


def samples(name: str) -> NDArray[np.int16]:
    """Return a sound as samples of 16 bits; raises KeyError for an unknown one."""
    notes = TONES[name]
    length = round(max(note.at + note.fade for note in notes) * RATE)
    sound = np.zeros(length)
    for note in notes:
        start = round(note.at * RATE)
        time = np.arange(length - start) / RATE
        envelope = np.minimum(time / _RISE, 1.0) * 1000.0 ** (-time / note.fade)
        for ratio, share in note.partials:
            sound[start:] += note.loud * share * envelope * np.sin(2 * np.pi * note.hertz * ratio * time)
    whole: NDArray[np.int16] = np.rint(sound / np.abs(sound).max() * _LOUDEST * 32767).astype(np.int16)
    return whole


def write(folder: Path) -> None:
    """Write all sounds into a folder as WAV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TONES:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(name).astype("<i2").tobytes())


if __name__ == "__main__":
    write(asset("sounds"))
