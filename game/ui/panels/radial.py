"""The ring of verbs around a state, and the list of ways where a verb has several."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.language import _
from game.ui import palette, shapes
from game.ui.buttons import Act, Button, Control
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Icon, Panel, Roundel
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size
from game.ui.palette import mix
from game.ui.play.marks import Price
from game.ui.play.reading import Nation
from game.ui.play.stage import Shield
from game.ui.play.verbs import Option, Verb
from game.ui.play.words import price_text
from game.ui.scroll import Scroll
from game.ui.theme import BODY, HEAD, NAME, SMALL, STRONG, TINY, Theme

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["REACH", "Question", "Radial", "ways"]

REACH, RING = 190, 136  # radius of the plate, and of the circle that the verbs sit on
GAP, WIDEST = 33.0, 46.0  # degrees between friends and foes, and between two verbs at most
DISC = 40
ASK = 176  # length of a question's button in the middle of the ring
_WORD = TINY.bold()
_BACK = {pygame.K_LEFT, pygame.K_UP}
_FORTH = {pygame.K_RIGHT, pygame.K_DOWN}
Choose = Callable[[Verb], None]


class Spoke(Control):
    """One verb on the ring: icon in a disc, price on its lower rim, word below."""

    radius = 12

    def __init__(self, verb: Verb, choose: Choose, ring: list[str]) -> None:
        tip = "" if len(verb.options) == 1 and verb.why_not is None else verb.help  # the preview tells the rest
        super().__init__(id=verb.id, action=partial(choose, verb), why_not=verb.why_not, tip=tip)
        self.verb = verb
        self.ring = ring

    def key(self, screen: Screen, event: pygame.event.Event) -> bool:
        """Go round the ring with the arrows."""
        by = -1 if event.key in _BACK else 1 if event.key in _FORTH else 0
        if not by or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        at = self.ring[(self.ring.index(self.id) + by) % len(self.ring)]
        screen.hot = replace(screen.hot, focus=at, shown=True)
        return True

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw it; what cannot be given has a dashed ring and no price."""
        x, y = self.rect.centerx, self.rect.y + 6 + DISC // 2
        shade = palette.BAD if self.verb.hostile else palette.INK
        over = self.enabled and hot.hover == self.id
        if self.enabled:
            canvas.disc((x, y), DISC, palette.HIGH if over else palette.PANEL, palette.ACCENT if over else shade, 2)
        else:
            px = canvas.theme.px
            canvas.blit(shapes.dashed_ring(px(DISC), palette.INK_THIRD, px(1.5), px(4), px(4)), (x, y))
        ink = shade if self.enabled else mix(palette.INK_THIRD, palette.DEEP, 0.7)
        canvas.icon(self.verb.icon, 20, ink, (x, y))
        if self.enabled and self.verb.price > 0:
            wide = max(20, canvas.theme.width(price_text(self.verb.price), TINY.bold()) + 10)
            badge = pygame.Rect(0, 0, wide, 18)
            badge.center = (x, y + DISC // 2)
            canvas.rounded(badge, palette.ACCENT, palette.DEEP, radius=9)
            canvas.text(price_text(self.verb.price), TINY.bold(), palette.ON_ACCENT, badge, "center")
        word = (self.rect.x, self.rect.bottom - 18, self.rect.width, 16)
        fitted = canvas.theme.type.fit(self.verb.word, _WORD, round(self.rect.width * canvas.theme.scale))
        canvas.text(fitted, _WORD, palette.INK if self.enabled else palette.INK_THIRD, word, "center")


@dataclass(frozen=True)
class Question:
    """A question that the ring offers: what it is called, its key, what asks it, or why it cannot be asked."""

    id: str
    text: str
    icon: str
    key: str
    ask: Act
    why_not: str | None


class Radial(Element):
    """The plate with all verbs, friendly ones above, hostile ones apart below; placed around a point."""

    def __init__(self, nation: Nation, verbs: list[Verb], choose: Choose, questions: Sequence[Question]) -> None:
        self.nation = nation
        self.verbs = verbs
        ring = [verb.id for verb in verbs]
        self.spokes = [Spoke(verb, choose, ring) for verb in verbs]
        self.questions = [_Ask(each) for each in questions]
        super().__init__([*self.spokes, *self.questions], id="radial", width=2 * REACH, height=2 * REACH)
        self.angles = _angles([verb.hostile for verb in verbs])

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Put the verbs on the ring."""
        self.rect = rect
        for spoke, angle in zip(self.spokes, self.angles, strict=True):
            turn = math.radians(angle)
            x, y = rect.centerx + RING * math.cos(turn), rect.centery + RING * math.sin(turn)
            spoke.place(theme, pygame.Rect(round(x) - 40, round(y) - 34, 80, 70))
        top = rect.centery + 7
        for button in self.questions:
            high = max(30, button.size(theme, ASK)[1])
            button.place(theme, pygame.Rect(rect.centerx - ASK // 2, top, ASK, high))
            top += high + 4

    def at(self, pos: tuple[int, int]) -> list[Element]:
        """Answer on the plate only, not in the corners around it."""
        x, y = pos[0] - self.rect.centerx, pos[1] - self.rect.centery
        return super().at(pos) if math.hypot(x, y) <= REACH else []

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw plate, arcs, and the state in the middle."""
        middle = self.rect.center
        canvas.blit(shapes.disc(canvas.theme.px(2 * REACH), palette.CONTROL), middle)
        hostile = [angle for angle, verb in zip(self.angles, self.verbs, strict=True) if verb.hostile]
        low, high = (hostile[0] - 17, hostile[-1] + 17) if hostile else (90.0, 90.0)
        canvas.line(_arc(middle, high, low + 360), palette.INK_SECOND, 2)
        if hostile:
            canvas.line(_arc(middle, low, high), palette.BAD, 2.5, (11, 7))
        nation = self.nation
        canvas.roundel(nation.emblem, nation.code, nation.colour, 54, (middle[0], middle[1] - 54))
        room = round(130 * canvas.theme.scale)
        name = canvas.theme.type.fit(nation.name, NAME, room)
        canvas.text(name, NAME, palette.INK, (middle[0] - 70, middle[1] - 20, 140, 24), "center")


class _Ask(Control):
    """A question of the ring: a small button with an icon, of two lines where the letters are large."""

    def __init__(self, question: Question) -> None:
        ink = palette.INK if question.why_not is None else palette.INK_THIRD
        row = Row([Icon(question.icon, 15, palette.ACCENT if question.why_not is None else ink),
                   Label(question.text, SMALL, ink, wrap=True, align="center", least=24)],
                  gap=5, justify="center")  # fmt: skip
        super().__init__([row], id=question.id, action=question.ask, why_not=question.why_not, pad=(5, 0),
                         shortcut=question.key)  # fmt: skip

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground."""
        over = self.enabled and hot.hover == self.id
        edge = palette.ACCENT if over else palette.LINE_STRONG if self.enabled else palette.LINE
        canvas.rounded(self.rect, palette.HIGH if over else palette.PANEL, edge, radius=15)


def _angles(hostile: list[bool]) -> list[float]:
    """Return the angle of each verb, clockwise from the right: friends around the top, foes around the bottom."""
    foes, friends = sum(hostile), len(hostile) - sum(hostile)
    steps = max(1, max(0, friends - 1) + max(0, foes - 1))
    apart = min(WIDEST, (360.0 - 2 * GAP) / steps)
    first = [-90.0 - apart * (friends - 1) / 2 + apart * k for k in range(friends)]
    return first + [90.0 - apart * (foes - 1) / 2 + apart * k for k in range(foes)]


def _arc(middle: tuple[int, int], start: float, stop: float) -> list[tuple[float, float]]:
    count = max(2, round(abs(stop - start) / 3))
    turns = [math.radians(start + (stop - start) * k / count) for k in range(count + 1)]
    return [(middle[0] + (REACH - 1) * math.cos(turn), middle[1] + (REACH - 1) * math.sin(turn)) for turn in turns]


def ways(
    nation: Nation, verb: Verb, give: Callable[[Option], None], back: Act, memory: dict[str, int], size: Size
) -> Element:
    """Return the list of a verb's choices, as tall as they need but no taller than `size`."""
    rows: list[Element] = [_way(place, option, give) for place, option in enumerate(verb.options)]
    head = Row(
        [
            Button("ways.back", "", back, icon="arrow-left", kind="plain", tip=_("Back to all verbs (Esc)")),
            Roundel(nation.emblem, nation.code, nation.colour, 34),
            Column([Label(verb.word, HEAD), Label(nation.name, SMALL, palette.INK_SECOND)], grow=1),
        ],
        gap=8,
    )
    note = [Label(verb.help, SMALL, palette.INK_SECOND, wrap=True)]
    body = Scroll(Column(rows, gap=4), memory, id="ways")
    edge = palette.BAD if verb.hostile else palette.LINE_STRONG
    panel = Panel([head, *note, body], gap=8, pad=(12, 10, 12, 12), border=edge, width=size[0])
    return Shield(panel, id="ways.panel")


def _way(place: int, option: Option, give: Callable[[Option], None]) -> Element:
    ink = palette.INK if option.why_not is None else palette.INK_THIRD
    words: list[Element] = [Label(option.text, STRONG if option.why_not is None else BODY, ink, wrap=True)]
    if option.why_not is not None:
        words.append(Label(option.why_not, SMALL, palette.BAD, wrap=True))
    shade = palette.INK_THIRD if option.why_not else palette.BAD if option.hostile else palette.INK_SECOND
    parts = [Icon(option.icon, 18, shade), Column(words, grow=1), Price(option.price)]
    return Card(f"way.{place}", parts, partial(give, option), bare=True, why_not=option.why_not, pad=(10, 7))
