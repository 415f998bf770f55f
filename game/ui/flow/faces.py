"""How each state of a scenario is shown: code, name, emblem, colour, hatch."""

from __future__ import annotations

from dataclasses import dataclass

from game.storage.documents import Scenario
from game.ui.palette import Colour, state_colours

__all__ = ["Face", "faces"]


@dataclass(frozen=True, slots=True)
class Face:
    """A state as screens draw it."""

    code: str
    name: str
    emblem: str
    colour: Colour
    hatch: int = 0
    spoken: str = ""

    @property
    def called(self) -> str:
        """The name as it stands inside a sentence: “the Netherlands”."""
        return self.spoken or self.name


def faces(scenario: Scenario) -> tuple[Face, ...]:
    """Give the faces of all states, in the scenario's order."""
    shades = state_colours([state.colour for state in scenario.states])
    return tuple(
        Face(state.code, state.name, state.emblem, shade, state.hatch, state.in_text or "")
        for state, shade in zip(scenario.states, shades, strict=True)
    )
