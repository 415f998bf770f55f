"""Draw a map once, without a window: the grounds of title and end, pictures for the README."""

from collections.abc import Sequence

import pygame

from game.ui.map.atlas import Atlas, Box
from game.ui.map.labels import Label, Labels
from game.ui.map.names import PlaceNames
from game.ui.map.relations import Relation, Relations
from game.ui.map.terrain import Scene
from game.ui.map.view import MapView
from game.ui.theme import Theme

__all__ = ["render"]


def render(
    atlas: Atlas,
    size: tuple[int, int],
    scene: Scene | None = None,
    theme: Theme | None = None,
    labels: Sequence[Label | None] = (),
    relations: Sequence[Relation] = (),
    clear: pygame.Rect | None = None,
    zoom: float = 1.0,
    centre: tuple[float, float] | None = None,
    aim: Box | None = None,
    seas: bool = True,
) -> pygame.Surface:
    """Return a picture of the map: its page (or `aim`) fitted to `clear`, `zoom` times as close, about `centre`."""
    theme = theme or Theme()
    view = MapView(atlas, pygame.Rect((0, 0), size), clear, theme.scale, rim=0)
    if scene is not None:
        view.show(scene)
    if aim is not None:
        view.aim(aim)
    if zoom != 1.0:
        view.camera.zoom(zoom, view.camera.clear.center)
    if centre is not None:
        view.camera.centre(*centre)
    emblems = Labels(theme)
    emblems.show(labels)
    ties = Relations(theme, emblems)
    ties.show(relations)
    view.overlays = [ties, emblems]
    if seas:
        taken = lambda camera: emblems.rects(camera) + ties.discs(camera)  # noqa: E731
        view.overlays.insert(0, PlaceNames(atlas, theme, taken))
    surface = pygame.Surface(size, 0, 32)
    view.draw(surface)
    return surface
