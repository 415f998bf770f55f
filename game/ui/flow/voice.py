"""The voice of a state that is no more: public words, and whatever else the rules still let its people give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import _
from game.ui import palette
from game.ui.buttons import Act, Button, later
from game.ui.canvas import Canvas
from game.ui.controls import Card
from game.ui.figures import Icon, Panel, Roundel
from game.ui.flow.faces import Face
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY

__all__ = ["Saying", "VoiceScreen"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that can be said or voted: its id, its words, whether it is chosen for this turn, its icon."""

    id: str
    words: str
    chosen: bool
    icon: str = "megaphone"


class VoiceScreen(Screen):
    """Choose what to say; all that stands here is public."""

    first = "back"
    typing = False

    def __init__(
        self, face: Face, sayings: Callable[[], Sequence[Saying]], say: Callable[[str], None], leave: Act
    ) -> None:
        super().__init__()
        self.face = face
        self.sayings = sayings
        self.say = say
        self.leave = leave

    def compose(self, size: Size) -> Element:
        """Return one card a saying."""
        told = _("Your state is no more. Its people are still heard: choose what all will read this turn.")
        if any(each.icon != "megaphone" for each in self.sayings()):
            told += " " + _("Its government in exile has a small vote in the congress.")
        cards = [self._card(each) for each in self.sayings()]
        face = Roundel(self.face.emblem, self.face.code, self.face.colour, 48)
        panel = Panel(
            [
                Row([face, Label(told, BODY, wrap=True, grow=1)], gap=16),
                Space(height=14),
                Scroll(Column(cards, gap=6), self.memory, id="sayings"),
            ],
            width=min(820, size[0] - 96),
        )
        body = Row([Space(grow=1), panel, Space(grow=1)], align="stretch")
        done = Button("done", _("Done"), self.leave, kind="primary", tip=_("Back to the seats."))
        title = _("The voice of {name}").format(name=self.face.called)
        return page(size, _("Public"), title, body, back=self.back, footer=[Space(grow=1), done])

    def _card(self, saying: Saying) -> Element:
        icon = Icon(saying.icon, 18, palette.ACCENT if saying.chosen else palette.INK_THIRD)
        tip = _("Press again to take it back.") if saying.chosen else _("Choose this, and nothing else on the matter.")
        words = Label(saying.words, BODY, wrap=True, grow=1)
        return Card(f"say.{saying.id}", [icon, words], later(self._say, saying.id), chosen=saying.chosen, tip=tip)

    def _say(self, id: str) -> None:
        self.say(id)
        self.refresh()

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule: never a map."""
        paint_graticule(canvas)

    def back(self) -> None:
        """Go back to the seats."""
        self.leave()
