"""The curtain between two seats: receives no game state, and opens only to a key or emblem held down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.language import _
from game.ui import palette, shapes
from game.ui.buttons import Act, Button, Control
from game.ui.canvas import Canvas
from game.ui.figures import Icon, KeyCap
from game.ui.ground import paint_graticule
from game.ui.labels import Label
from game.ui.layout import Column, Element, Hot, Row, Size, Space
from game.ui.palette import Colour
from game.ui.screen import KeyLine, Screen
from game.ui.theme import BODY, CAPTION_WIDE, DATE, LOGO, SUBTITLE, VALUE

__all__ = ["HOLD", "CurtainScreen", "PinBox", "Seat"]

HOLD = 0.8  # seconds
_PIN_LENGTH = 4
_FADE = 2.5  # how much faster the ring empties than it fills


@dataclass(frozen=True, slots=True)
class Seat:
    """All that a curtain may know: known to everybody before the game starts."""

    name: str
    state: str
    emblem: str
    colour: Colour
    code: str
    number: int
    of: int


class _Disc(Control):
    """The emblem in its ring: hold it to open."""

    def __init__(self, curtain: CurtainScreen, size: int) -> None:
        super().__init__(id="emblem", width=size, height=size)
        self.curtain = curtain
        self.radius = size // 2

    def press(self, screen: Screen, pos: tuple[int, int]) -> bool:
        """Begin to hold."""
        self.curtain.holding = True
        return True

    def release(self, screen: Screen, pos: tuple[int, int]) -> None:
        """Let go."""
        self.curtain.holding = False

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the plate, the ring as far as it is filled, the emblem and the code."""
        size, seat, theme = self.rect.width, self.curtain.seat, canvas.theme
        canvas.disc(self.rect.center, size, palette.PANEL, palette.LINE, 9)
        ring = shapes.arc(theme.px(size), theme.px(9), self.curtain.share, palette.ACCENT)
        canvas.blit(ring, self.rect.center)
        x, y = self.rect.center
        canvas.roundel(seat.emblem, seat.code, seat.colour, size * 0.47, (x, y - size * 0.06))
        canvas.text(seat.code, VALUE, palette.INK, (x - 60, y + size * 0.22, 120, 30), "center")


class CurtainScreen(Screen):
    """Pass the screen to a seat; `opens` is called once the hold is complete (and the PIN right)."""

    def __init__(
        self,
        seat: Seat,
        opens: Act,
        *,
        title: str = "",
        right_pin: Callable[[str], bool] | None = None,
        caretaker: Act | None = None,
        leave: Act | None = None,
        others: Act | None = None,
        recover: Act | None = None,
    ) -> None:
        """Take the seat, the game's title (public), and what to do: open, hand over, leave, list the seats, recover."""
        super().__init__()
        self.seat = seat
        self.opens = opens
        self.title = title
        self.right_pin = right_pin
        self.caretaker = caretaker
        self.leave = leave
        self.others = others
        self.recover = recover
        self.holding = False
        self.held = 0.0
        self.pin = ""

    @property
    def share(self) -> float:
        """Return how far the ring is filled, 0 to 1."""
        return min(1.0, self.held / HOLD)

    def compose(self, size: Size) -> Element:
        """Return seat, emblem and hint in the middle, small print in the corners."""
        low = size[1] < 850
        words = 330 if self.right_pin else 250  # what the texts take, at the least
        disc = max(96, min(310, size[1] - 140 - round(words * self.app.theme.larger)))
        seat = self.seat
        place = _("seat {number} of {count}").format(number=seat.number, count=seat.of)
        who = f"{place}, {seat.name}" if seat.name else place
        middle = Column(
            [
                Label(_("Pass the screen to"), CAPTION_WIDE, palette.INK_THIRD, align="center"),
                Label(seat.state, DATE if low else LOGO, align="center"),
                Label(who, SUBTITLE, palette.INK_SECOND, align="center"),
                Space(height=16 if low else 80),
                Row([Space(grow=1), _Disc(self, disc), Space(grow=1)]),
                Space(height=14 if low else 64),
                self._hint(),
                Label(self._how(), BODY, palette.INK_SECOND, align="center", wrap=True),
                *([Space(height=14), self._boxes()] if self.right_pin else []),
            ]
        )
        return Column(
            [self._above(), Space(grow=1), middle, Space(grow=1), self._below()],
            pad=(24 if size[0] < 1280 else 48, 24 if low else 36),
        )

    def _above(self) -> Element:
        row: list[Element] = [Label(self.title, BODY, palette.INK_SECOND, grow=1)]
        if self.others:
            row.append(Button("others", _("Another seat"), self.others, icon="users", kind="plain", key="S"))
        if self.leave:
            row.append(Button("leave", _("Leave the game"), self.leave, icon="log-out", kind="plain"))
        return Row(row, gap=8, height=44)

    def _below(self) -> Element:
        note = _("This screen holds no state of the game")
        row: list[Element] = [Icon("eye-off", 18), Label(note, BODY, palette.INK_SECOND), Space(grow=1)]
        if self.caretaker:
            text = _("Seat absent? Hand it over")
            row.append(Button("caretaker", text, self.caretaker, icon="bot", kind="plain", key="C"))
        return Row(row, gap=10, height=44)

    def _hint(self) -> Element:
        words = [
            Label(_("Hold"), SUBTITLE),
            KeyCap(_("Space"), palette.INK, big=True),
            Label(_("or the emblem to open"), SUBTITLE),
        ]
        return Row([Space(grow=1), *words, Space(grow=1)], gap=12)

    def _how(self) -> str:
        if self.right_pin:
            return _("Everyone else looks away. PIN first, then hold for 0.8 seconds.")
        return _("Everyone else looks away, then hold for 0.8 seconds.")

    def _boxes(self) -> Element:
        boxes = [PinBox(index < len(self.pin)) for index in range(_PIN_LENGTH)]
        name = [Icon("lock", 18), Label(_("PIN"), BODY, palette.INK_SECOND)]
        forgotten = (
            [Button("recover", _("Forgotten?"), self.recover, icon="key-round", kind="plain", key="F")]
            if self.recover
            else []
        )
        return Row([Space(grow=1), *name, *boxes, *forgotten, Space(grow=1)], gap=12)

    def paint_behind(self, canvas: Canvas) -> None:
        """Draw the graticule: never a map."""
        paint_graticule(canvas)

    def key(self, event: pygame.event.Event) -> bool:
        """Hold with Space or Enter, type the PIN, hand over with C."""
        elsewhere = self.hot.shown and self.hot.focus not in {"", "emblem"}
        if event.key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER) and not elsewhere:
            self.holding = True
            self.app.moving = True
            return True
        if self.right_pin and (event.unicode.isdecimal() or event.key == pygame.K_BACKSPACE):
            self._type(event)
            return True
        if event.unicode in {"c", "C"} and self.caretaker:
            self.caretaker()
            return True
        if event.unicode in {"f", "F"} and self.recover:
            self.recover()
            return True
        if event.unicode in {"s", "S"} and self.others:
            self.others()
            return True
        return False

    def key_up(self, event: pygame.event.Event) -> bool:
        """Let go."""
        if event.key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self.holding = False
        return True

    def focus_lost(self) -> None:
        """Let go when the window loses the keyboard, and forget the PIN typed so far."""
        self.holding = False
        self.pin = ""
        self.refresh()

    def animate(self, seconds: float) -> bool:
        """Fill the ring while it is held, empty it when not, and open when it is full."""
        before = self.held
        self.held = self.held + seconds if self.holding else max(0.0, self.held - seconds * _FADE)
        if self.held >= HOLD:
            self._open()
            return False
        return self.holding or self.held != before

    def back(self) -> None:
        """Stay: Esc does not open a curtain."""

    def keys(self) -> list[KeyLine]:
        """Explain the keys."""
        lines = [(_("Space"), _("hold for 0.8 seconds to open"))]
        lines += [("S", _("another seat first"))] if self.others else []
        lines += [("F", _("open the seat with the recovery key"))] if self.recover else []
        return [*lines, ("C", _("hand the seat to a caretaker or an opponent"))] if self.caretaker else lines

    def _type(self, event: pygame.event.Event) -> None:
        if event.key == pygame.K_BACKSPACE:
            self.pin = self.pin[:-1]
        elif len(self.pin) < _PIN_LENGTH:
            self.pin += event.unicode
        self.refresh()

    def _open(self) -> None:
        self.holding, self.held = False, 0.0
        if self.right_pin is not None and not self.right_pin(self.pin):
            self.pin = ""
            self.refresh()
            self.app.toast(_("That is not the PIN of this seat."), "bad")
            return
        self.pin = ""
        self.opens()


class PinBox(Element):
    """One digit of the PIN, shown as a dot."""

    def __init__(self, filled: bool) -> None:
        super().__init__(width=44, height=52)
        self.filled = filled

    def paint(self, canvas: Canvas, hot: Hot) -> None:
        """Draw the box."""
        canvas.rounded(self.rect, palette.PANEL, palette.LINE_STRONG, radius=6)
        if self.filled:
            canvas.disc(self.rect.center, 12, palette.INK)
