"""The map behind the title: a scenario that its opponents play, a turn at a time, for nobody in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.language import _
from game.storage.documents import MapDocument, Scenario
from game.storage.founding import found
from game.ui.flow.charting import emblems, land, ties
from game.ui.flow.faces import faces
from game.ui.flow.seed import any_seed
from game.ui.map.atlas import Atlas, around
from game.ui.map.labels import Labels
from game.ui.map.names import PlaceNames
from game.ui.map.relations import Relations
from game.ui.map.view import MapView
from game.ui.theme import Theme
from game.view import observe
from game.world import World

if TYPE_CHECKING:
    from game.match import Match

__all__ = ["LivingMap"]

_MENU = 0.3  # share of the width at the left that the menu covers
_TIES = ("war", "pact")  # behind a menu the other ties are clutter
_TRIES = 3  # turns within which something that is seen should change


class LivingMap:
    """A game without people and the picture of it; after its end another begins.

    The picture outlives a turn: only what changed on the land is drawn anew. The first one needs the world alone;
    what plays it is loaded while that one is looked at.
    """

    def __init__(self, scenario: Scenario, document: MapDocument) -> None:
        self.atlas = Atlas.of(document.model_dump())
        self._start = scenario, document
        self._seed = any_seed()
        self._world = found(scenario, document, self._seed)
        self._match: Match | None = None
        self._kept: _Picture | None = None
        first = emblems(observe(self._world, 0), faces(scenario), self.atlas)
        self._home = around([label.at for label in first if label])  # the map stands still while states come and go

    @property
    def place(self) -> str:
        """What is shown, and the year."""
        setting = self._world.setting
        year = setting.start + int(self._world.turn) * setting.years
        title = setting.title
        return title if str(year) in title else _("{title}, {year}").format(title=title, year=year)

    def turn(self) -> bool:
        """Let a turn pass, or a few until something is to be seen; return whether there is."""
        before = self._seen()
        for _turn in range(_TRIES):
            self._world = self._next()
            if self._seen() != before:
                return True
        return False

    def wake(self) -> Match:
        """Load what plays the game, if that is not done yet, and give it."""
        if self._match is None:
            self._match = self._begun(self._seed)
        return self._match

    def _begun(self, seed: int) -> Match:
        from game.match import Match

        return Match.start(*self._start, seed=seed)

    def _next(self) -> World:
        """Play a turn, or begin another game after the last one."""
        match = self.wake()
        if match.over:
            match = self._match = self._begun(any_seed())
        else:
            match.end_turn()
        return match.world

    def _seen(self) -> tuple[bytes, ...]:
        world = self._world
        return tuple(column.tobytes() for column in (world.owner, world.war, world.pact, world.alive))

    def paint(self, surface: pygame.Surface, theme: Theme, clear: pygame.Rect) -> None:
        """Draw the map on a surface; names of seas only where they lie whole in what is clear of the menu."""
        if self._kept is None or not self._kept.fits(surface, theme):
            self._kept = _Picture(self.atlas, surface.get_size(), theme, clear)
            self._kept.view.aim(self._home)
        view, looks = observe(self._world, 0), faces(self._start[0])
        self._kept.labels.show(emblems(view, looks, self.atlas))
        self._kept.ties.show(ties(view, _TIES))
        self._kept.view.show(land(view, looks))
        self._kept.view.draw(surface)

    def let_go(self) -> None:
        """Keep no picture: the title is left, or the palette has changed."""
        if self._kept is not None:
            self._kept.view.let_go()
        self._kept = None


class _Picture:
    """The view of the map for one size of window, with emblems, ties and names."""

    def __init__(self, atlas: Atlas, size: tuple[int, int], theme: Theme, clear: pygame.Rect) -> None:
        wide, high = size
        room = pygame.Rect(round(wide * _MENU), 0, wide - round(wide * _MENU), high)
        self.theme = theme
        self.view = MapView(atlas, pygame.Rect((0, 0), size), room, theme.scale, rim=0)
        self.labels = Labels(theme)
        self.ties = Relations(theme, self.labels)
        taken = lambda camera: self.labels.rects(camera) + self.ties.discs(camera)  # noqa: E731
        self.view.overlays = [PlaceNames(atlas, theme, taken, clear), self.ties, self.labels]

    def fits(self, surface: pygame.Surface, theme: Theme) -> bool:
        """Say whether it was made for this size and these letters."""
        return theme is self.theme and self.view.camera.view.size == surface.get_size()
