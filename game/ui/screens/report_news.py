"""The newspaper page: a lead story with a map, and up to four more in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette
from game.ui.buttons import Control, later
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel, Picture, Roundel, Rule
from game.ui.flow.faces import Face
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.screens.report_why import Why
from game.ui.scroll import Scroll
from game.ui.terms import explained
from game.ui.theme import BODY, CAPTION, HEADLINE, ROW, SMALL, STRONG, TITLE, Style, Theme, number, signed

__all__ = ["Draw", "Headline", "Rate", "front_page"]

Draw = Callable[[Canvas, pygame.Rect, Sequence[int]], None]
_PAPER_TITLE = Style("title", 40, 50)
_LEAD = Style("title", 30, 38)
_STORY = Style("title", 20, 26)
_EDGE, _THUMB, _APART = 22, 14, 12
_NARROW = 760  # width of the page below which effects stand under the emblems


@dataclass(frozen=True, slots=True)
class Headline:
    """One story: who, what it means to the reader (in words), and why it was done."""

    number: int
    actors: tuple[int, ...]
    faces: tuple[Face, ...]
    tone: str
    effect: str
    title: str
    text: str
    why: Why
    aside: str = ""
    felt: float = 0.0  # how much it did to the reader; 1 is plain to feel


@dataclass(frozen=True, slots=True)
class Rate:
    """A state's share of power at the turn's end and its change, in per cent."""

    face: Face
    share: float
    moved: float


class _Story(Control):
    """A story that can be chosen; the chosen one is brighter, with the accent at its left."""

    radius = 3
    readable = True

    def __init__(self, id: str, child: Element, act: Callable[[], object], chosen: bool, tip: str) -> None:
        super().__init__([child], id=id, action=act, pad=(18, 12), tip=tip)
        self.chosen = chosen

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the ground."""
        if self.chosen:
            canvas.rounded(self.rect, palette.PAPER_BRIGHT, radius=2)
            canvas.fill((self.rect.x, self.rect.y, 5, self.rect.height), palette.ACCENT)
        elif hot.hover == self.id:
            canvas.rounded(self.rect, (*palette.PAPER_BRIGHT, 150), radius=2)


def front_page(
    masthead: tuple[str, str, str],
    headlines: Sequence[Headline],
    chosen: int,
    choose: Callable[[str], None],
    picture: Draw | None,
    memory: dict[str, int],
    theme: Theme,
    size: Size,
    width: int,
    rates: Sequence[Rate] = (),
    rated: str = "",
) -> Element:
    """Return the page; `masthead` is number, line in the middle, the paper's name; at its foot `rates`, `rated` so."""
    roomy = size[1] >= 900
    half = (width - 2 * _EDGE - _THUMB) // 2
    rest = [_small(story, chosen == index, choose, width < _NARROW) for index, story in enumerate(headlines[1:], 1)]
    stories: list[Element] = [_lead(headlines[0], chosen == 0, choose, picture, roomy), Space(height=10)]
    for row in range(0, len(rest), 2):
        if row:
            stories.append(_indented(Rule(8, 8, palette.PAPER_LINE)))
        stories.append(_pair(rest[row : row + 2], half))
    foot = [_indented(_exchange(rates, rated, width - 2 * (_EDGE + 18) - _THUMB, theme, roomy))] if rates else []
    pad = (_EDGE, 26 if roomy else 12, _EDGE, 14)
    if not roomy:  # a low window has no room for what does not move
        stories, foot = [*stories, Space(height=18), *foot], []
    parts = [*_masthead(masthead, roomy), Scroll(Column(stories), memory, id="paper"), *foot]
    page = Panel(parts, fill=palette.PAPER, border=None, radius=3, pad=pad, least=120)
    return explained(page, "paper")


def _indented(child: Element) -> Element:
    child.grow = 1
    return Row([Space(18), child, Space(18)], align="stretch")


def _masthead(words: tuple[str, str, str], roomy: bool) -> list[Element]:
    number, line, name = words
    small = Row(
        [
            Label(number, ROW, palette.PAPER_SECOND),
            Label(line, ROW, palette.PAPER_SECOND, align="center", wrap=True, grow=1),
            Label(_("Price: one turn"), ROW, palette.PAPER_SECOND),
        ],
        gap=12,
        pad=(18, 0),
    )
    title = Label(name, _PAPER_TITLE if roomy else TITLE, palette.PAPER_INK, align="center", wrap=True)
    rules = Row([Picture(_double_rule, grow=1, height=9)], pad=(18, 0))
    return [small, Space(height=2), title, Space(height=8 if roomy else 2), rules, Space(height=10 if roomy else 4)]


def _exchange(rates: Sequence[Rate], rated: str, width: int, theme: Theme, short: bool) -> Element:
    """Return the shares of power as a newspaper prints prices; a short list gives the smallest powers as one."""
    across = max(1, min(5, (width + _APART) // (_rate_width(theme) + _APART)))
    most = 2 * across if short else len(rates)
    cells: list[Element] = [_rate(rate) for rate in rates[:most]]
    if len(rates) > most:
        cells[-1] = _the_rest(rates[most - 1 :])
    for cell in cells:
        cell.fixed = ((width + _APART) // across - _APART, None)
    rows: list[Element] = [Picture(_thin, height=1), Space(height=8)]
    rows += [Label(rated, CAPTION, palette.PAPER_SECOND, wrap=True), Space(height=6)]
    for start in range(0, len(cells), across):
        rows += [Row(cells[start : start + across], gap=_APART), Space(height=4)]
    return Column(rows)


def _the_rest(rates: Sequence[Rate]) -> Element:
    share = number(sum(rate.share for rate in rates), 1)
    words = Label(
        _("{n} others {share}").format(n=len(rates), share=share), STRONG, palette.PAPER_INK, wrap=True, grow=1
    )
    return Row([words])


def _rate_width(theme: Theme) -> int:
    """Return what the widest rate takes."""
    return 26 + 16 + theme.width("WW 88.8", STRONG) + theme.width("−88.8", SMALL) + 10


def _rate(rate: Rate) -> Element:
    shade = palette.PAPER_SECOND if abs(rate.moved) < 0.05 else palette.PAPER_INK
    return Row(
        [
            Roundel(rate.face.emblem, rate.face.code, rate.face.colour, 26),
            Label(f"{rate.face.code} {number(rate.share, 1)}", STRONG, palette.PAPER_INK),
            Label(signed(rate.moved, 1), SMALL, shade),
        ],
        gap=8,
    )


def _thin(canvas: Canvas, rect: pygame.Rect) -> None:
    canvas.fill(rect, palette.PAPER_INK)


def _double_rule(canvas: Canvas, rect: pygame.Rect) -> None:
    canvas.fill((rect.x, rect.y, rect.width, 3), palette.PAPER_INK)
    canvas.fill((rect.x, rect.y + 6, rect.width, 1), palette.PAPER_INK)


def _lead(story: Headline, chosen: bool, choose: Callable[[str], None], picture: Draw | None, roomy: bool) -> Element:
    words: list[Element] = [
        _mark(story),
        Space(height=10),
        Label(story.title, _LEAD if roomy else HEADLINE, palette.PAPER_INK, wrap=True),
        Space(height=8),
        Label(story.text, BODY, palette.PAPER_SECOND, wrap=True),
    ]
    if story.aside:
        said = Label(story.aside, ROW, palette.PAPER_SECOND, wrap=True, grow=1)
        words += [Rule(12, 10, palette.PAPER_LINE), Row([Icon("megaphone", 18, palette.PAPER_SECOND), said], gap=12)]
    row: list[Element] = [Column(words, grow=1)]
    if picture is not None:
        high = 236 if roomy else 190
        row.append(Picture(_framed(picture, story.actors), width=round(high * 1.1), height=high))
    inside = Row(row, gap=22, align="start")
    return _Story("headline.0", inside, later(choose, "0"), chosen, "")


def _framed(picture: Draw, actors: Sequence[int]) -> Callable[[Canvas, pygame.Rect], None]:
    def draw(canvas: Canvas, rect: pygame.Rect) -> None:
        picture(canvas, rect, actors)
        canvas.rounded(rect, None, palette.PAPER_INK, radius=0)

    return draw


def _mark(story: Headline, narrow: bool = False) -> Element:
    """Return rank, states, and what the story means to the reader, beside or below them."""
    discs = [Roundel(face.emblem, face.code, face.colour, 28) for face in story.faces[:3]]
    shade = {"good": palette.PAPER_GOOD, "bad": palette.PAPER_BAD}.get(story.tone, palette.PAPER_SECOND)
    effect = Label(story.effect, STRONG, shade, wrap=True, grow=1)
    if narrow:
        effect.grow = 0
        return Column([Row([_Number(story.number), *discs], gap=10), *([effect] if story.effect else [])], gap=4)
    return Row([_Number(story.number), *discs, effect], gap=10)


class _Number(Element):
    """The rank in a ring."""

    def __init__(self, number: int) -> None:
        super().__init__(width=28, height=28)
        self.number = number

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw ring and number."""
        canvas.disc(self.rect.center, 26, palette.PAPER, palette.PAPER_INK, 1.5)
        canvas.text(str(self.number), STRONG, palette.PAPER_INK, self.rect, "center")


def _small(story: Headline, chosen: bool, choose: Callable[[str], None], narrow: bool) -> Element:
    words = Column(
        [
            _mark(story, narrow),
            Space(height=6),
            Label(story.title, _STORY, palette.PAPER_INK, wrap=True),
            Space(height=4),
            Label(story.text, ROW, palette.PAPER_SECOND, wrap=True),
        ]
    )
    index = story.number - 1
    return _Story(f"headline.{index}", words, later(choose, str(index)), chosen, "")


def _pair(stories: Sequence[Element], half: int) -> Element:
    for story in stories:
        story.fixed = (half - 5, None)
    if len(stories) == 1:
        return Row([stories[0]], align="stretch")
    line = Picture(_upright, width=1)
    return Row([stories[0], line, stories[1]], gap=4, align="stretch")


def _upright(canvas: Canvas, rect: pygame.Rect) -> None:
    canvas.fill(rect, palette.PAPER_LINE)
