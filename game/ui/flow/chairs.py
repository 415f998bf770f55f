"""The seats of a shared game: who has finished, who is next, who plays for whom; public all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.language import _
from game.scripting.caretaker import CARETAKER
from game.ui import palette
from game.ui.buttons import Act, Button, later
from game.ui.canvas import Canvas
from game.ui.figures import Icon, Panel, Roundel
from game.ui.flow.faces import Face
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Row, Size, Space
from game.ui.screen import Screen
from game.ui.screens.page import page
from game.ui.scroll import Scroll
from game.ui.theme import BODY, NAME, SMALL

__all__ = ["Chair", "ChairsScreen"]


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat: whose, who plays it, and how it stands.

    That is next, done, played (by an opponent), kept (by a caretaker), voice (a person whose state is no more), gone.
    """

    state: int
    face: Face
    who: str
    stands: str


class ChairsScreen(Screen):
    """Choose who sits down next, hand a seat to an opponent, or take one over."""

    def __init__(
        self,
        title: str,
        kicker: str,
        chairs: Callable[[], Sequence[Chair]],
        sit: Callable[[int], None],
        hand_over: Callable[[int, str], None],
        take: Callable[[int], None],
        speak: Callable[[int], None],
        leave: Act,
    ) -> None:
        super().__init__()
        self.title = title
        self.kicker = kicker
        self.chairs = chairs
        self.sit, self.hand_over, self.take, self.speak = sit, hand_over, take, speak
        self.leave = leave

    def compose(self, size: Size) -> Element:
        """Return one row a seat."""
        rows = [self._row(chair, size[0] < 1280) for chair in self.chairs()]
        waiting = [chair for chair in self.chairs() if chair.stands == "next"]
        self.first = f"sit.{waiting[0].state}" if waiting else ""
        body = Panel([Scroll(Column(rows, gap=8), self.memory, id="chairs")], grow=1)
        return page(size, self.kicker, self.title, body, back=self.back)

    def _row(self, chair: Chair, narrow: bool) -> Element:
        icon, shade, text = {
            "next": ("clock", palette.ACCENT, _("to move")),
            "done": ("circle-check", palette.GOOD, _("has finished")),
            "played": ("bot", palette.INK_SECOND, _("played by an opponent")),
            "kept": ("house", palette.INK_SECOND, _("kept by a caretaker")),
            "voice": ("megaphone", palette.INK_SECOND, _("is no more, and still heard")),
        }.get(chair.stands, ("x", palette.INK_THIRD, _("is no more")))
        words = Column(
            [Label(chair.face.name, NAME), Label(chair.who, SMALL, palette.INK_SECOND)], width=200 if narrow else 260
        )
        stands = Row([Icon(icon, 18, shade), Label(text, BODY, shade, wrap=True, grow=1)], gap=8, grow=1)
        state = str(chair.state)
        buttons = self._buttons(chair, state, narrow)
        face = Roundel(chair.face.emblem, chair.face.code, chair.face.colour, 40)
        return Row([face, words, stands, *buttons, Space(4)], gap=14, height=56)

    def _buttons(self, chair: Chair, state: str, narrow: bool) -> list[Element]:
        opponent = Button(f"hand.{state}", "" if narrow else _("Opponent"), later(self._hand, state), icon="bot",
                          tip=_("Let an opponent play this seat until somebody takes it back."))  # fmt: skip
        tip = _("Keep this seat as it is: promises are kept, demands refused, nothing is begun.")
        caretaker = Button(
            f"keep.{state}", "" if narrow else _("Caretaker"), later(self._keep, state), icon="house", tip=tip
        )
        take = Button(f"take.{state}", _("Take it"), later(self._take, state), icon="user",
                      tip=_("Let a person play this seat from now on."))  # fmt: skip
        if chair.stands in {"next", "done"}:
            sit = Button(f"sit.{state}", _("Sit down"), later(self._sit, state), kind="primary",
                         tip=_("Pass the screen to this seat."))  # fmt: skip
            return [opponent, caretaker, *([sit] if chair.stands == "next" else [])]
        if chair.stands == "voice":
            return [Button(f"speak.{state}", _("Speak"), later(self._speak, state), icon="megaphone",
                           tip=_("Say something that all will read."))]  # fmt: skip
        if chair.stands == "played":
            return [caretaker, take]
        return [opponent, take] if chair.stands == "kept" else []

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule: never a map."""
        paint_graticule(canvas)

    def _sit(self, state: str) -> None:
        self.sit(int(state))

    def _hand(self, state: str) -> None:
        self.hand_over(int(state), "")
        self.refresh()

    def _keep(self, state: str) -> None:
        self.hand_over(int(state), CARETAKER)
        self.refresh()

    def _speak(self, state: str) -> None:
        self.speak(int(state))

    def _take(self, state: str) -> None:
        self.take(int(state))
        self.refresh()

    def back(self) -> None:
        """Go back to where the seats were asked for."""
        self.leave()
