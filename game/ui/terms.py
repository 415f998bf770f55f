"""The glossary: terms and concepts, each with definition and source; on a card the first mention is underlined."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from game.language import _, mark
from game.report.concepts import CONCEPTS
from game.storage.documents import Document, Word
from game.ui.assets import asset
from game.ui.buttons import Control
from game.ui.canvas import Canvas
from game.ui.labels import Marked
from game.ui.layout import Element, Hot
from game.ui.palette import Colour

if TYPE_CHECKING:
    from game.ui.screen import Screen

__all__ = ["Entry", "Term", "entries", "entry", "explained"]

Text = Annotated[str, Field(min_length=1, max_length=400)]


class Entry(Document):
    """A term, what it means in at most two sentences or three, and where that comes from."""

    id: Word
    term: Text
    text: Text
    source: Text


class _Glossary(Document):
    format: Literal["counterpoise-glossary"]
    version: Literal[1]
    terms: list[Entry]


@cache
def _all() -> dict[str, Entry]:
    data = json.loads(asset("glossary.json").read_text(encoding="utf-8"))
    own = _Glossary.model_validate(data).terms
    told = [Entry(id=each.name, term=each.title, text=each.definition, source=each.source) for each in CONCEPTS]
    return {each.id: each for each in sorted((*own, *told), key=lambda each: each.term)}


def entries() -> list[Entry]:
    """Return all terms by name; show their words with `_`."""
    return list(_all().values())


def entry(id: str) -> Entry | None:
    """Return one term, None if there is none of that id."""
    return _all().get(id)


class Term(Control):
    """Words of the glossary on a card: underlined, and pressed they open their definition."""

    def __init__(self, term: str, id: str, shade: Colour) -> None:
        """Take a term's id, an id of its own, and the colour of the words that it lies on."""
        found = _all()[term]
        super().__init__([], id=id, tip=f"{_(found.text)} ({found.source})")
        self.term, self.shade = term, shade

    def activate(self, screen: Screen) -> None:
        """Open the definition at the words."""
        from game.ui.screens.definition import Definition

        Definition.open(screen, self.term, self.rect)

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Underline the words with dots; under the pointer with a line."""
        x, y = self.rect.x, self.rect.bottom - 2
        dots = None if hot.hover == self.id else (1.0, 2.5)
        canvas.line([(x, y), (self.rect.right, y)], self.shade, 1, dots)


def explained(card: Element, name: str, known: Iterable[str] = ()) -> Element:
    """Underline the first mention of each term on a card and return it; `known` are terms to pass over.

    The ids are `term.<name>.<term>`. Controls are passed over too, but for those that are `readable`.
    """
    told = set(known)
    for text in _texts(card):
        for found in _pattern(_forms()).finditer(text.words):
            term = _meant(found[0])
            if term not in told:
                told.add(term)
                text.mark(*found.span(), Term(term, f"term.{name}.{term}", text.tint))
    return card


def _texts(element: Element) -> Iterator[Marked]:
    if isinstance(element, Marked):
        yield element
    elif not isinstance(element, Control) or element.readable:
        for child in element.children:
            yield from _texts(child)


_OTHERWISE = {
    "alliance": (mark("alliances"), mark("pact"), mark("pacts")),
    "balance_of_power": (mark("the balance"), mark("the balance of power")),
    "bandwagoning": (mark("bandwagoner"),),
    "buck_passing": (mark("buck-passer"),),
    "chain_ganging": (mark("chain-ganger"),),
    "crisis": (mark("crises"),),
    "external_balancing": (mark("external balancer"),),
    "hegemony": (mark("hegemon"),),
    "internal_balancing": (mark("internal balancer"),),
    "offence_defence": (mark("offensive"),),
    "sanctions": (mark("sanction"), mark("embargo"), mark("embargoes")),
    "soft_balancing": (mark("soft balancer"),),
    "threat": (mark("threats"),),
    "underbalancing": (mark("underbalancer"),),
}
"""Other words for a term: its plural, its doer, what it is called in an order."""


def _forms() -> tuple[tuple[str, str], ...]:
    """All words that mean a term, in the language in use, with its id."""
    own = [(_(each.term).casefold(), each.id) for each in entries()]
    other = [(_(word).casefold(), term) for term, words in _OTHERWISE.items() for word in words]
    return (*own, *other)


@lru_cache(maxsize=4)
def _pattern(forms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Whole words, the longest first: “security dilemma” before “security”."""
    words = sorted((word for word, _term in forms), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


def _meant(words: str) -> str:
    return dict(_forms())[words.casefold()]
