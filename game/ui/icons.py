"""SVG icons and emblems, rasterised at the size wanted and tinted, from a cache."""

import io
from functools import lru_cache

import pygame

from game.ui.assets import asset
from game.ui.palette import Colour

__all__ = ["drawing", "has_drawing"]

_FOLDERS = ("ui", "emblems", "aims")


def has_drawing(name: str) -> bool:
    """Say whether an icon or emblem of that name is shipped."""
    return _source(name) is not None


@lru_cache(maxsize=512)
def drawing(name: str, size: int, shade: Colour) -> pygame.Surface:
    """Return the icon or emblem `name`, or "folder/name", in one colour, `size` physical pixels square.

    Raises FileNotFoundError that names the icon when it is not shipped.
    """
    source = _source(name)
    if source is None:
        raise FileNotFoundError(f"no icon {name!r} in assets/icons/{{{','.join(_FOLDERS)}}}")
    white = source.replace(b"currentColor", b"#ffffff")
    surface = pygame.image.load_sized_svg(io.BytesIO(white), (size, size))
    surface.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    surface.fill((*shade, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return surface.convert_alpha() if pygame.display.get_surface() else surface


@lru_cache(maxsize=512)
def _source(name: str) -> bytes | None:
    folder, _slash, plain = name.rpartition("/")
    if not plain or "\\" in name or "." in name:
        return None
    for each in (folder,) if folder else _FOLDERS:
        path = asset("icons", each, f"{plain}.svg")
        if each in _FOLDERS and path.is_file():
            return path.read_bytes()
    return None
