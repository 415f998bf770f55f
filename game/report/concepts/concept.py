"""What a concept is: a definition that a class can read, a source, and a test on numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.report.concepts.turned import Turned
from game.world import Bools

Test = Callable[[Turned], Bools]


@dataclass(frozen=True)
class Concept:
    """One concept of the field and how it is told from numbers, never from an order's name.

    `mask(turned)` gives who did it to whom, [..., N, N]. `deeds` names the kinds of event that can show the
    concept, each with the mask of that event's own first two actors. `title`, `definition` and `test` (what
    the mask asks for) are sentences to be shown with `_`.
    """

    name: str
    title: str
    definition: str
    test: str
    source: str
    mask: Test
    deeds: Mapping[str, Test] = field(default_factory=dict)
