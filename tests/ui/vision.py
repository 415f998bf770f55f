"""How colours look to others: three deficiencies of colour vision, and the distance that is left between two colours.

The matrices are those of Machado, Oliveira & Fernandes 2009, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE TVCG 15(6), table for severity 1.0, applied to linear RGB; distances are CIE 1976 in CIELAB
(D65), as in ISO/CIE 11664-4.
"""

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]

DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
SIGHTS = ("usual", *DEFICIENCIES)
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def seen(colour: Colour, sight: str) -> NDArray[np.float64]:
    """Return a colour in CIELAB as it is seen."""
    part = np.array(colour) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    if sight in DEFICIENCIES:
        linear = np.clip(np.array(DEFICIENCIES[sight]) @ linear, 0, 1)
    ratio = _TO_XYZ @ linear / _WHITE
    bent = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


def apart(one: Colour, other: Colour, sight: str = "usual") -> float:
    """Return how far two colours stand apart; about 2 is just noticeable side by side."""
    return float(np.linalg.norm(seen(one, sight) - seen(other, sight)))


def lightness(colour: Colour) -> float:
    """Return L*, 0 (black) to 100: what is left in greyscale."""
    return float(seen(colour, "usual")[0])
