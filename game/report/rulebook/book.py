"""What a rulebook is made of, whatever it is shown on: chapters, sections, blocks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Term:
    """A name and what it means."""

    name: str
    text: str


@dataclass(frozen=True)
class Formula:
    """Lines that keep their shape."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under a head; `anchors` make the first cells of rows places to refer to."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anchors: tuple[str, ...] = ()


Block = Paragraph | Term | Formula | Points | Table


@dataclass(frozen=True)
class Section:
    """A part of a chapter; `anchor` is its place, unlike any other of the book."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter: what it is about and its sections."""

    anchor: str
    title: str
    intro: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Number:
    """A coefficient as the text names it: `budget.decay`, with its value and unit."""

    name: str
    value: str
    unit: str


@dataclass(frozen=True)
class Book:
    """A rulebook: its title, chapters, and the numbers that the text may name."""

    title: str
    intro: str
    chapters: tuple[Chapter, ...]
    numbers: Mapping[str, Number]

    def pieces(self, text: str) -> list[str | Number]:
        """Split a text at the coefficients that it names."""
        parts = _NAME.split(text)
        return [self.numbers.get(part, part) for part in parts if part]


_NAME = re.compile(r"\b([a-z]+\.[a-z_]+)\b")
_SHAPE = re.compile(
    r"[,;:]?(?: each)? ?\[(?:\.\.\.|[A-Z0-9])[^\]]*\](?: each)?(?: as actor, target)?(?: in the order[^.]*)?"
)


def prose(docstring: str) -> tuple[Block, ...]:
    """Read a docstring: indented blocks are formulas, the others paragraphs; array shapes are left out."""
    first, _newline, rest = docstring.strip().partition("\n")
    text = first + "\n" + textwrap.dedent(rest)
    blocks: list[Block] = []
    for block in re.split(r"\n\s*\n", text):
        if block.startswith("    "):
            blocks.append(Formula(textwrap.dedent(block)))
        else:
            plain = _SHAPE.sub("", " ".join(block.split()))
            blocks.append(Paragraph(re.sub(r"\s+([.,;])(?=\s|$)", r"\1", plain)))
    return tuple(blocks)
