"""Lambert conformal conic: degrees to map units, x to the right, y down."""

from dataclasses import dataclass

import numpy as np

from game.cartography.topojson import Ring, unwrapped

__all__ = ["LambertConic"]

EARTH_RADIUS_KM = 6371.0
SOUTHERNMOST = -60.0
"""Degrees; the cone opens to infinity at the south pole, and nothing below this is ever shown."""


@dataclass(frozen=True)
class LambertConic:
    """A conic projection on the sphere (Snyder 1987, Map Projections, p. 106), scaled to map units.

    `parallels` are true to scale, `centre` (longitude, latitude) lands on `at` (map units), and a map
    unit is `km` kilometres there.
    """

    parallels: tuple[float, float]
    centre: tuple[float, float]
    at: tuple[float, float]
    km: float

    def project(self, points: Ring) -> Ring:
        """Return map units `[...,2]` of degrees `[...,2]`."""
        longitudes = unwrapped(points[..., 0], self.centre[0]) - self.centre[0]
        angle = self._cone * np.radians(longitudes)
        radius = self._radius(points[..., 1])
        x = radius * np.sin(angle)
        y = radius * np.cos(angle) - self._radius(np.array(self.centre[1]))
        return np.stack([self.at[0] + x, self.at[1] + y], axis=-1)

    @property
    def _cone(self) -> float:
        first, second = np.radians(self.parallels)
        opening = np.log(np.tan(np.pi / 4 + second / 2) / np.tan(np.pi / 4 + first / 2))
        return float(np.log(np.cos(first) / np.cos(second)) / opening)

    def _radius(self, latitudes: Ring) -> Ring:
        """Distance from the cone's tip in map units."""
        first = np.radians(self.parallels[0])
        bent = np.radians(np.maximum(latitudes, SOUTHERNMOST))
        factor = np.cos(first) * np.tan(np.pi / 4 + first / 2) ** self._cone / self._cone
        radius: Ring = EARTH_RADIUS_KM / self.km * factor / np.tan(np.pi / 4 + bent / 2) ** self._cone
        return radius
