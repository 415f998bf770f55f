"""The reveal: what all did, in order from words to wars, over the map; then the needle moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.language import _, plural
from game.ui import palette, shapes
from game.ui.buttons import Act, Control
from game.ui.canvas import Canvas
from game.ui.figures import Icon, KeyCap, Panel, Roundel
from game.ui.flow.faces import Face
from game.ui.labels import Label, caption
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.map.advance import Advance, March
from game.ui.map.atlas import Atlas, Box
from game.ui.map.labels import Label as Emblem
from game.ui.map.labels import Labels
from game.ui.map.names import PlaceNames
from game.ui.map.relations import Relation, Relations
from game.ui.map.terrain import Scene
from game.ui.map.view import MapView
from game.ui.panels.balance import Balance, BalanceScale
from game.ui.screen import KeyLine, Screen
from game.ui.theme import BODY, DATE, NAME, ROW, Theme

__all__ = ["LONGEST", "Beat", "RevealScreen", "Stage"]

LONGEST = 6.0
"""Seconds that the whole ceremony takes at most."""
_NEEDLE = 1.3
_BEAT = 1.3
_MARCH = 0.7  # of a beat
_LINES = 3
_BAR = 160
_BAND, _AROUND = 190, 24  # logical pixels that the beats take below, and between them and the land


@dataclass(frozen=True, slots=True)
class Beat:
    """One group of deeds: its name, what happened, how the map looks from then on, where armies went."""

    title: str
    icon: str
    lines: tuple[tuple[tuple[Face, ...], str], ...]
    scene: Scene
    ties: tuple[Relation, ...]
    marches: tuple[March, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """What the ceremony plays on; `after` is the scene when all is told."""

    kicker: str
    title: str
    atlas: Atlas
    emblems: tuple[Emblem | None, ...]
    beats: tuple[Beat, ...]
    after: Beat
    before_balance: Balance
    after_balance: Balance
    between: Callable[[Balance, Balance, float], Balance]
    aim: Box | None = None


class _Anywhere(Control):
    """The whole window skips the ceremony when it is pressed."""

    focusable = False

    def __init__(self, child: Element, act: Act) -> None:
        super().__init__([child], id="skip", action=act)


class RevealScreen(Screen):
    """Play the beats one after the other; any key or a click ends it."""

    def __init__(self, stage: Stage, done: Act) -> None:
        super().__init__()
        self.stage = stage
        self.done = done
        self.passed = 0.0
        count = len(stage.beats)
        self.beat = min(_BEAT, (LONGEST - _NEEDLE) / count) if count else 0.0
        self._ended = False
        self._shown = -1
        self._view: MapView | None = None
        self._overlays: tuple[Relations, Advance] | None = None
        self._theme: Theme | None = None

    @property
    def length(self) -> float:
        """Seconds that it takes if nobody skips it."""
        return self.beat * len(self.stage.beats) + _NEEDLE

    @property
    def at(self) -> int:
        """Number of the beat that is being told; their count for the needle."""
        return min(len(self.stage.beats), int(self.passed / self.beat)) if self.beat else 0

    @property
    def _needle(self) -> float:
        """How far the needle is on its way, 0 to 1."""
        share = (self.passed - self.beat * len(self.stage.beats)) / (_NEEDLE * 0.7)
        share = max(0.0, min(1.0, share))
        return share * share * (3 - 2 * share)

    def compose(self, size: Size) -> Element:
        """Return the balance above and the beat below; the map lies behind."""
        high = _BAR if size[1] >= 700 else 128
        stage = self.stage
        heading = Column(
            [caption(stage.kicker), Label(stage.title, DATE if size[0] >= 1500 else NAME)],
            width=220 if size[0] >= 1500 else 170, justify="center",
        )  # fmt: skip
        balance = stage.between(stage.before_balance, stage.after_balance, self._needle)
        scale = BalanceScale(balance, grow=1, height=high)
        bar = Panel([Row([heading, scale, Space(40)], gap=16, height=high)], border=None, radius=0, pad=(24, 0))
        band = self._band(size)
        whole = Column([bar, Space(grow=1), Row([Space(grow=1), band, Space(grow=1)]), Space(height=28)])
        return _Anywhere(whole, self._end)

    def _band(self, size: Size) -> Element:
        beats = self.stage.beats
        beat = beats[self.at] if self.at < len(beats) else self.stage.after
        rows: list[Element] = [Row([Icon(beat.icon, 22, palette.ACCENT), caption(beat.title, palette.INK, grow=1),
                                    *_dots(self.at, len(beats) + 1)], gap=12), Space(height=10)]  # fmt: skip
        for faces, sentence in beat.lines[:_LINES]:
            discs = [Roundel(face.emblem, face.code, face.colour, 30) for face in faces[:2]]
            rows.append(Row([*discs, Label(sentence, BODY, wrap=True, grow=1)], gap=10))
            rows.append(Space(height=6))
        more = len(beat.lines) - _LINES
        if more > 0:
            rows.append(Label(plural("and {n} more", "and {n} more", more), ROW, palette.INK_THIRD))
        foot = Row([Space(grow=1), KeyCap(_("any key")), Label(_("skips"), ROW, palette.INK_SECOND)], gap=8)
        return Panel(
            [*rows, Space(height=4), foot], fill=(*palette.PANEL, 240), pad=(22, 16), width=min(720, size[0] - 64)
        )

    # --- the map

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the map as far as it has been told."""
        size = canvas.surface.get_size()
        if self._view is None or self._theme is not canvas.theme or self._view.camera.view.size != size:
            self._set_up(canvas)
        self._tell()
        assert self._view is not None and self._overlays is not None
        self._overlays[1].share = self._marched
        self._view.draw(canvas.surface)

    @property
    def _marched(self) -> float:
        """How far armies have come in the beat that is told, 0 to 1: they are there some time before it ends."""
        share = min(1.0, (self.passed - self.beat * self.at) / (_MARCH * self.beat)) if self.beat else 1.0
        return 1.0 - (1.0 - share) ** 2

    def _set_up(self, canvas: Canvas) -> None:
        stage, theme = self.stage, canvas.theme
        wide, high = canvas.surface.get_size()
        bar = theme.px(_BAR + _AROUND)
        clear = pygame.Rect(0, bar, wide, max(1, high - bar - theme.px(_BAND + _AROUND)))
        view = MapView(stage.atlas, pygame.Rect((0, 0), (wide, high)), clear, theme.scale)
        if stage.aim is not None:
            view.aim(stage.aim)
        labels = Labels(theme)
        labels.show(stage.emblems)
        lines = Relations(theme, labels)
        taken = lambda camera: labels.rects(camera) + lines.discs(camera)  # noqa: E731
        armies = Advance(theme.scale)
        view.overlays = [PlaceNames(stage.atlas, theme, taken), lines, armies, labels]
        self._view, self._overlays, self._theme, self._shown = view, (lines, armies), theme, -1

    def _tell(self) -> None:
        if self._shown == self.at or self._view is None or self._overlays is None:
            return
        self._shown = self.at
        beats = self.stage.beats
        beat = beats[self.at] if self.at < len(beats) else self.stage.after
        self._view.show(beat.scene)
        self._overlays[0].show(beat.ties)
        self._overlays[1].marches = beat.marches

    # --- time and keys

    def animate(self, seconds: float) -> bool:
        """Go on; end when all is told."""
        if self._ended:
            return False
        before, needle = self.at, self._needle
        self.passed += min(seconds, 0.1)
        if self.passed >= self.length:
            self._end()
            return False
        if self.at != before or self._needle != needle:
            self.refresh()
        return True

    def key(self, event: pygame.event.Event) -> bool:
        """End the ceremony, whatever the key."""
        self._end()
        return True

    def back(self) -> None:
        """End the ceremony."""
        self._end()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self.done()

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        return [(_("any key"), _("skip to the report"))]


def _dots(at: int, count: int) -> list[Element]:
    return [_Dot(index <= at) for index in range(count)]


class _Dot(Element):
    """How far the ceremony is."""

    def __init__(self, told: bool) -> None:
        super().__init__(width=10, height=10)
        self.told = told

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw a disc, filled once told."""
        fill = palette.ACCENT if self.told else palette.LINE
        canvas.blit(shapes.disc(canvas.theme.px(8), fill), self.rect.center)
