"""Who sits where: the list of seats, and seats handed over and taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from game.language import _, mark
from game.match import PERSON
from game.orders.congress import CENSURE, MANDATE, RESTRAIN
from game.orders.kind import Order
from game.orders.kinds import KINDS
from game.orders.options import axis, options
from game.scripting.caretaker import CARETAKER
from game.ui.flow.chairs import Chair, ChairsScreen
from game.ui.flow.summing import who_played
from game.ui.flow.voice import Saying, VoiceScreen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.curtain import Seat as CurtainSeat
from game.ui.text import sentence

if TYPE_CHECKING:
    from game.ui.flow.director import Director

__all__ = ["Seats"]

_MOTIONS = {CENSURE: mark("a censure"), RESTRAIN: mark("restraint"), MANDATE: mark("a mandate")}


class Seats:
    """The seats of the table that a director leads."""

    def __init__(self, director: Director) -> None:
        self.director = director

    def show(self) -> None:
        """Show all seats: who is next, who plays for whom."""
        director, game = self.director, self.director.game
        kicker = _("{title}, {date}").format(title=game.title, date=game.date)
        title = _("Who sits down next?")
        screen = ChairsScreen(
            title, kicker, self._chairs, director.call, self.give_away, game.take, self.speak, director.next
        )
        director.hide()
        director.app.reset(screen)

    def curtain(self, state: int) -> CurtainScreen:
        """Return the curtain before a seat: all that stands on it is public, and known before the game."""
        director, game = self.director, self.director.game
        face, people = game.faces[state], game.people
        number = people.index(state) + 1
        player = game.seat(state).player
        seat = CurtainSeat(player, face.name, face.emblem, face.colour, face.code, number, len(people))
        return CurtainScreen(
            seat,
            partial(director.opened, state),
            title=game.title,
            right_pin=partial(game.locks.opens, state) if game.locks.has(state) else None,
            caretaker=partial(director.house.give_away, state),
            leave=lambda: director.house.ask_first(director.title),
            others=self.show if len(people) > 1 else None,
            recover=partial(director.house.recover, state) if game.locks.can_recover(state) else None,
        )

    def _chairs(self) -> list[Chair]:
        game = self.director.game
        return [
            Chair(state, face, who_played(game, state), self._stands(state)) for state, face in enumerate(game.faces)
        ]

    def _stands(self, state: int) -> str:
        game = self.director.game
        if not game.alive(state):
            return "voice" if game.seat(state).kind == PERSON else "gone"
        if state in game.waiting:
            return "next"
        if state in game.people:
            return "done"
        return "kept" if game.seat(state).name == CARETAKER else "played"

    def hand_over(self, state: int, who: str = "") -> None:
        """Let an opponent or the caretaker play a seat, and go on with the others."""
        self.give_away(state, who)
        self.director.next()

    def give_away(self, state: int, who: str = "") -> None:
        """Let an opponent or the caretaker play a seat from now on."""
        game = self.director.game
        game.hand_over(state, who)
        self.director.forget(state)
        kept = _("{name} is now kept by a caretaker.")
        told = kept if who == CARETAKER else _("{name} is now played by an opponent.")
        self.director.app.toast(sentence(told.format(name=game.faces[state].called)))

    # --- the voice of the dead

    def speak(self, state: int) -> None:
        """Let the people of a state that is no more choose their words."""
        app, face = self.director.app, self.director.game.faces[state]
        app.reset(VoiceScreen(face, lambda: self._sayings(state), lambda id: self._say(state, int(id)), self.show))

    def _sayings(self, state: int) -> list[Saying]:
        """Return all that the rules let the dead give, in words, votes first; what is planned is chosen."""
        game = self.director.game
        view = game.view(state)
        lay = axis(view.setting)
        planned = {lay.index(order) for order in game.match.plan(state)}
        names = [face.called for face in game.faces]
        found = []
        for place in np.flatnonzero(options(view)[state]).tolist():
            order = lay.order(place)
            words, icon = _saying(order, names), "megaphone"
            if order.kind == "answer":
                motion = _(_MOTIONS[int(view.motion[:, order.target].max())])
                words, icon = _("{vote}: {motion}").format(vote=words, motion=motion), "landmark"
            found.append(Saying(str(place), words, place in planned, icon))
        return sorted(found, key=lambda saying: saying.icon != "landmark")

    def _say(self, state: int, place: int) -> None:
        """Plan one saying in place of another, or a vote in place of the other; pressed again it is taken back."""
        match = self.director.game.match
        order = axis(match.world.setting).order(place)
        planned = match.plan(state)
        for other in planned:
            if other.kind == order.kind and (order.kind == "declare" or other.target == order.target):
                match.take_back(state, other)
        if order not in planned:
            match.give(state, order)


def _saying(order: Order, names: list[str]) -> str:
    choice = next(
        each for kind in KINDS if kind.name == order.kind for each in kind.choices if each.name == order.choice
    )
    return sentence(_(choice.says).format(target=names[order.target] if order.target is not None else "", actor=""))
