"""What is wrong with a composed screen: parts over each other or outside their place, text that is cut, by words."""

import gettext
from collections.abc import Iterator

import pygame

from game.ui.app import App
from game.ui.buttons import Control
from game.ui.figures import Icon, KeyCap, Roundel
from game.ui.frame import tip_of
from game.ui.labels import Label, Rich
from game.ui.layout import Element
from game.ui.play.stage import Float, Stage
from game.ui.theme import Theme

from .hands import collisions

POPUPS = {"radial", "ways.panel", "opening", "coach", "hint"}
"""What may lie over the map's own bars."""


class Longer(gettext.NullTranslations):
    """A language whose every text is 40 % longer."""

    def gettext(self, message: str) -> str:
        return message + " " + "ø" * (len(message) * 2 // 5)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def faults(app: App) -> list[str]:
    """Return all faults of the top screen, in words."""
    assert app.top is not None
    tree = app.top.tree()
    return [*collisions(app), *floating(app, tree), *clipped(app.theme, tree)]


def floating(app: App, tree: Element) -> list[str]:
    """Return panels that leave the window or lie over each other; popups may cover the map's own bars."""
    if not isinstance(tree, Stage):
        return []
    window = pygame.Rect((0, 0), app.logical_size)
    floats = [each for each in tree.children if isinstance(each, Float)][1:]
    found = [f"{_name(each)} leaves the window" for each in floats if not window.contains(each.rect)]
    fixed = [each for each in floats if each.children[0].id not in POPUPS | {"weighed"}]
    for place, one in enumerate(fixed):
        found += [f"{_name(one)} lies over {_name(two)}" for two in fixed[place + 1 :]
                  if one.rect.colliderect(two.rect)]  # fmt: skip
    panels = [each for each in fixed if each.children[0].id in {"mine", "dossier", "strip", "top"}]
    for popup in (each for each in floats if each.children[0].id in {"radial", "ways.panel", "weighed"}):
        found += [f"{_name(popup)} lies over {_name(panel)}" for panel in panels
                  if popup.rect.colliderect(panel.rect)]  # fmt: skip
    return found


def clipped(theme: Theme, tree: Element) -> Iterator[str]:
    """Yield texts that have less room than they need, and pictures that are wider than their place.

    A line that ends in an ellipsis is told whole where it has a tooltip.
    """
    for control, element in _with_control(tree, None):
        if isinstance(element, (Label, Rich)) and element.words.strip():
            high = theme.line_height(element.style) * max(1, len(element._lines))
            if element.rect.height < high - 1:
                yield f"“{element.words[:40]}” needs {high} of height and has {tuple(element.rect)}"
            if element.rect.width < min(12, theme.width(element.words, element.style)):
                yield f"“{element.words[:40]}” has no room: {tuple(element.rect)}"
        if isinstance(element, Label) and element.shortened and not (control and any(tip_of(control))):
            yield f"“{element.text[:60]}” is cut to “{element._lines[0]}” and told nowhere"
        if isinstance(element, (Icon, Roundel)) and element.rect.width < element.length:
            yield f"{type(element).__name__} of {element.length} has {tuple(element.rect)}"
        if isinstance(element, KeyCap) and element.rect.width < element.size(theme, 400)[0]:
            yield f"key {element.key} has {tuple(element.rect)}"


def _with_control(element: Element, control: Control | None) -> Iterator[tuple[Control | None, Element]]:
    control = element if isinstance(element, Control) else control
    yield control, element
    for child in element.children:
        yield from _with_control(child, control)


def _name(element: Element) -> str:
    return f"{element.children[0].id or type(element.children[0]).__name__}{tuple(element.rect)}"
