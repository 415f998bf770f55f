"""Thin layout by measured text: elements, rows, columns and layers of them, in logical pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.canvas import Canvas
from game.ui.theme import Theme

__all__ = ["Column", "Edges", "Element", "Hot", "Layered", "Row", "Size", "Space", "edges"]

Size = tuple[int, int]
Edges = tuple[int, int, int, int]  # left, top, right, bottom


def edges(pad: int | tuple[int, int] | Edges) -> Edges:
    """Read padding as one length, (across, down), or (left, top, right, bottom)."""
    if isinstance(pad, int):
        return pad, pad, pad, pad
    if len(pad) == 2:
        return pad[0], pad[1], pad[0], pad[1]
    return pad


@dataclass(frozen=True, slots=True)
class Hot:
    """Say which elements the pointer and the keyboard are at, by id; `shown` draws the focus outline."""

    hover: str = ""
    focus: str = ""
    pressed: str = ""
    shown: bool = False


class Element:
    """A piece of a screen: measures itself, is placed in a rectangle, draws itself and its children."""

    def __init__(
        self,
        children: Sequence[Element] = (),
        *,
        id: str = "",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
        least: int | None = None,
    ) -> None:
        self.children = list(children)
        self.id = id
        self.grow = grow
        self.fixed = (width, height)
        self.least = least  # length along the parent's axis that it may shrink to; None: it does not shrink
        self.rect = pygame.Rect(0, 0, 0, 0)
        self._sizes: dict[int, Size] = {}

    def size(self, theme: Theme, width: int) -> Size:
        """Return the natural size in at most `width`, from a memo: a tree lives for one theme."""
        if width not in self._sizes:
            wide, high = self.fixed
            room = width if wide is None else wide
            natural = (0, 0) if wide is not None and high is not None else self.measure(theme, max(0, room))
            self._sizes[width] = (
                natural[0] if wide is None else wide,
                natural[1] if high is None else high,
            )
        return self._sizes[width]

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the natural size in at most `width` logical pixels; kinds of element override it."""
        sizes = [child.size(theme, width) for child in self.children]
        return max((wide for wide, _ in sizes), default=0), max((high for _, high in sizes), default=0)

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Take a rectangle and place the children in it."""
        self.rect = rect
        for child in self.children:
            child.place(theme, rect)

    def draw(self, canvas: Canvas, hot: Hot) -> None:
        """Draw itself, then the children on top."""
        self.paint(canvas, hot)
        for child in self.children:
            child.draw(canvas, hot)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw what lies under the children; nothing by default."""

    def walk(self) -> Iterator[Element]:
        """Yield itself and everything below, in drawing order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def at(self, pos: tuple[int, int]) -> list[Element]:
        """Return the chain of elements under a point, outermost first; later siblings lie on top."""
        if not self.rect.collidepoint(pos):
            return []
        for child in reversed(self.children):
            chain = child.at(pos)
            if chain:
                return [self, *chain]
        return [self]


class Space(Element):
    """Nothing, of a given size, or growing to fill what is left."""

    def __init__(self, width: int = 0, height: int = 0, *, grow: float = 0) -> None:
        super().__init__(grow=grow, width=width, height=height)


class Layered(Element):
    """Children on top of each other, all in the same padded rectangle."""

    def __init__(
        self,
        children: Sequence[Element],
        *,
        pad: int | tuple[int, int] | Edges = 0,
        id: str = "",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
    ) -> None:
        super().__init__(children, id=id, grow=grow, width=width, height=height)
        self.pad = edges(pad)

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the largest child's size with the padding."""
        left, top, right, bottom = self.pad
        wide, high = super().measure(theme, width - left - right)
        return wide + left + right, high + top + bottom

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Give every child the padded rectangle."""
        self.rect = rect
        for child in self.children:
            child.place(theme, _inside(rect, self.pad))


class _Line(Element):
    """What rows and columns share: padding, gap, and how children sit across the line."""

    usual = "stretch"

    def __init__(
        self,
        children: Sequence[Element | None],
        *,
        gap: int = 0,
        pad: int | tuple[int, int] | Edges = 0,
        align: str = "",
        justify: str = "start",
        id: str = "",
        grow: float = 0,
        width: int | None = None,
        height: int | None = None,
        least: int | None = None,
    ) -> None:
        kept = [child for child in children if child is not None]
        super().__init__(kept, id=id, grow=grow, width=width, height=height, least=least)
        self.gap = gap
        self.pad = edges(pad)
        self.align = align or self.usual
        self.justify = justify

    def _gaps(self) -> int:
        return self.gap * max(0, len(self.children) - 1)

    def _lengths(self, natural: list[int], room: int) -> list[int]:
        """Share what is left among those that grow, or take what is missing from those that may shrink."""
        spare = room - sum(natural)
        if spare >= 0:
            return _shared(natural, [child.grow for child in self.children], spare)
        lengths = list(natural)
        for index, child in enumerate(self.children):
            if child.least is not None and spare < 0:
                cut = min(-spare, max(0, lengths[index] - child.least))
                lengths[index] -= cut
                spare += cut
        return lengths

    def _start(self, lengths: list[int], room: int) -> tuple[int, int]:
        """Return the offset of the first child and the extra gap, by `justify`."""
        spare = max(0, room - sum(lengths))
        if self.justify == "between" and len(lengths) > 1:
            return 0, spare // (len(lengths) - 1)
        return {"start": 0, "center": spare // 2, "end": spare, "between": 0}[self.justify], 0


class Column(_Line):
    """Children from top to bottom."""

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the widest child by the sum of heights."""
        left, top, right, bottom = self.pad
        sizes = [child.size(theme, width - left - right) for child in self.children]
        widest = max((wide for wide, _ in sizes), default=0)
        return widest + left + right, sum(high for _, high in sizes) + self._gaps() + top + bottom

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Stack the children down the padded rectangle."""
        self.rect = rect
        inside = _inside(rect, self.pad)
        sizes = [child.size(theme, inside.width) for child in self.children]
        room = inside.height - self._gaps()
        lengths = self._lengths([high for _, high in sizes], room)
        offset, extra = self._start(lengths, room)
        y = inside.y + offset
        for child, (wide, _), high in zip(self.children, sizes, lengths, strict=True):
            x, across = _across(self.align, inside.x, inside.width, wide)
            child.place(theme, pygame.Rect(x, y, across, high))
            y += high + self.gap + extra


class Row(_Line):
    """Children from left to right; across they are centred unless told otherwise."""

    usual = "center"

    def _widths(self, theme: Theme, room: int) -> list[int]:
        natural = [0] * len(self.children)
        growing = [index for index, child in enumerate(self.children) if child.grow]
        for index, child in enumerate(self.children):
            if index not in growing:
                natural[index] = child.size(theme, room)[0]
        left = max(0, room - sum(natural))
        for index in growing:
            natural[index] = min(left, self.children[index].size(theme, left)[0])
        if sum(natural) > room and growing:  # those that grow take even shares of what the others leave
            weights = [child.grow for child in self.children]
            natural = [0 if index in growing else size for index, size in enumerate(natural)]
            return _shared(natural, weights, left)
        return self._lengths(natural, room)

    def measure(self, theme: Theme, width: int) -> Size:
        """Return the sum of widths by the tallest child at its share of the width."""
        left, top, right, bottom = self.pad
        room = width - left - right - self._gaps()
        natural = [child.size(theme, room)[0] for child in self.children]
        widths = natural if sum(natural) <= room else self._widths(theme, room)
        sizes = [child.size(theme, wide) for child, wide in zip(self.children, widths, strict=True)]
        tallest = max((high for _, high in sizes), default=0)
        return sum(widths) + self._gaps() + left + right, tallest + top + bottom

    def place(self, theme: Theme, rect: pygame.Rect) -> None:
        """Line the children up along the padded rectangle."""
        self.rect = rect
        inside = _inside(rect, self.pad)
        room = inside.width - self._gaps()
        widths = self._widths(theme, room)
        offset, extra = self._start(widths, room)
        x = inside.x + offset
        for child, wide in zip(self.children, widths, strict=True):
            y, across = _across(self.align, inside.y, inside.height, child.size(theme, wide)[1])
            child.place(theme, pygame.Rect(x, y, wide, across))
            x += wide + self.gap + extra


def _shared(lengths: list[int], weights: list[float], spare: int) -> list[int]:
    whole = sum(weights)
    if not whole:
        return lengths
    result, given, gone = list(lengths), 0, 0.0
    for index, weight in enumerate(weights):
        gone += weight
        upto = round(spare * gone / whole)
        result[index] += upto - given
        given = upto
    return result


def _across(align: str, start: int, room: int, length: int) -> tuple[int, int]:
    if align == "stretch":
        return start, room
    length = min(length, room)
    return start + {"start": 0, "center": (room - length) // 2, "end": room - length}[align], length


def _inside(rect: pygame.Rect, pad: Edges) -> pygame.Rect:
    left, top, right, bottom = pad
    return pygame.Rect(
        rect.x + left, rect.y + top, max(0, rect.width - left - right), max(0, rect.height - top - bottom)
    )
