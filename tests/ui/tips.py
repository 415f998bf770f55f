"""What a screen's controls leave unsaid: those that a rest of the pointer would not explain."""

from game.ui.buttons import Control
from game.ui.frame import tip_of
from game.ui.layout import Element

_GROUNDS = ("Shield", "PlayMap", "Pinned", "_Anywhere")
"""They take presses for what lies on them, or anywhere at all; the map's tooltip is made at the pointer."""


def untold(tree: Element) -> list[str]:
    """Return the controls without a tooltip, and those that cannot be pressed and give no reason."""
    found = []
    for element in tree.walk():
        if not isinstance(element, Control) or type(element).__name__ in _GROUNDS:
            continue
        tip, why_not = tip_of(element)
        if not tip.strip() or (not element.enabled and not why_not):
            found.append(f"{type(element).__name__} {element.id}")
    return found
