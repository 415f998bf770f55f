"""Seen: the world that `play` is given: what its state sees, and what might come of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np

from game.language import _
from game.measures.power import leader
from game.orders.kind import Order
from game.scripting.errors import Mistake
from game.scripting.forward import doctrine, drafted, how_many, how_wide, imagine, play_many, play_on
from game.scripting.frozen import Frozen
from game.scripting.land import Land
from game.scripting.lands import Lands
from game.scripting.me import Me, _moves
from game.scripting.moves import Move, sift
from game.scripting.regions import Region, Regions
from game.scripting.scene import Scene
from game.world import World
from game.world.dates import date_words
from game.world.setting import LEVELS


class Seen(Frozen):
    """The world as your state sees it: `world["FR"]`, `world.strongest(other_than=me)`, `world.after(orders)`."""

    def __init__(self, scene: Scene) -> None:
        self._set(_scene=scene)

    _scene: Scene

    def __getitem__(self, name: str) -> Land:
        return self._scene.state(name)

    def __repr__(self) -> str:
        return _("the world in {date}, turn {turn}").format(date=self.date, turn=self.turn)

    def _title(self) -> str:
        return _("the world")

    # when and where

    @property
    def turn(self) -> int:
        """Turns that were played: 0 at the start."""
        return int(self._scene.world.turn)

    @property
    def year(self) -> int:
        """The year, that in which the turn begins where turns are shorter."""
        return self._scene.world.setting.date(self.turn)[0]

    @property
    def date(self) -> str:
        """When the turn begins, in words: “1914”, “spring 1914”, “May 1914”."""
        return date_words(self._scene.world.setting, self.turn)

    @property
    def turns_left(self) -> int:
        """Turns with orders that are left, this one too, as announced; the true end is drawn near it."""
        w = self._scene.world
        return 0 if self.over or w.turn >= w.last_turn > w.setting.turns else max(1, w.setting.turns - self.turn)

    @property
    def over(self) -> bool:
        """The game has ended (in a world that you imagined)."""
        return bool(self._scene.world.ending != 0)

    @property
    def level(self) -> str:
        """The level of the rules: “foundations”, “standard” or “full”."""
        number = self._scene.world.setting.level
        return next(name for name, level in LEVELS.items() if level == number)

    @property
    def offence(self) -> float:
        """Whether attack has the advantage, 0..1; .5 is neutral."""
        return float(self._scene.world.offence)

    # who is in it

    @property
    def me(self) -> Me:
        """Your state in this world: of use in one that you imagined."""
        return self._scene.me

    @cached_property
    def _states(self) -> Lands:
        return self._scene.lands(np.flatnonzero(self._scene.world.alive).tolist())

    @property
    def states(self) -> Lands:
        """All living states, yours too."""
        return self._states

    @property
    def regions(self) -> Regions:
        """All regions of the map."""
        return self._scene.regions(range(self._scene.world.setting.r))

    def region(self, name: str) -> Region:
        """A region by name or id."""
        return self._scene.place(name)

    def strongest(self, other_than: object = ()) -> Land:
        """The state with the largest share of power, of all but those left out (one, or several)."""
        return self.states.without(*_several(other_than)).strongest

    def weakest(self, other_than: object = ()) -> Land:
        """The state with the smallest share of power, of all but those left out (one, or several)."""
        return self.states.without(*_several(other_than)).weakest

    def friendliest_to(self, state: object) -> Land:
        """Who feels most for a state, as far as you can tell, of those not in open quarrel with it."""
        return self.states.friendliest_to(state)

    def most_threatening_to(self, state: object) -> Land:
        """The largest threat to a state, as far as you can tell; Nobody if none threatens it."""
        return self.states.most_threatening_to(state)

    @property
    def leader(self) -> Land:
        """The state with the largest share of power; it may be yours."""
        return self._scene.land(int(leader(self._scene.world)))

    @property
    def would_be_hegemon(self) -> Land:
        """Who stands above the line of hegemony unchecked: the last chance to stop it. Nobody most of the time."""
        return self._scene.land(int(self._scene.world.contender))

    @property
    def wars(self) -> list[tuple[Land, Land]]:
        """Pairs of states at war, each pair once."""
        pairs = np.argwhere(np.triu(self._scene.world.war)).tolist()
        return [(self._scene.land(a), self._scene.land(b)) for a, b in pairs]

    # what might come

    def after(self, orders: Move | Iterable[Move] = (), others: str = "hold", luck: int = 0) -> Seen:
        """The world a turn later if you gave these orders and the others acted by a doctrine.

        Built from what you know alone; what you cannot know is guessed. `luck` picks another draw of chance.
        """
        return self.play_out(1, orders, others, luck=luck)

    def play_out(
        self,
        turns: int,
        orders: Move | Iterable[Move] = (),
        others: str = "balancer",
        then: str = "hold",
        luck: int = 0,
    ) -> Seen:
        """The world some turns later: these orders first, then your state acts by the doctrine `then`."""
        scene = self._scene
        mine, rest, own = self._orders(orders), doctrine(scene, others), doctrine(scene, then)
        world = imagine(scene, luck)
        return self._later(play_on(world, scene.viewer, how_many(turns), drafted(world, scene.viewer, mine), rest, own))

    def futures(
        self,
        plans: Iterable[Move | Iterable[Move]],
        turns: int = 1,
        others: str = "balancer",
        then: str = "hold",
        draws: int = 1,
    ) -> list[list[Seen]]:
        """Play out several plans at once, each with several draws of chance: [plan][draw].

        The same as one `play_out` a plan and luck 0, 1, 2 ..., but much faster.
        """
        scene = self._scene
        wanted = [self._orders(plan) for plan in plans]
        if not wanted:
            return []
        rest, own = doctrine(scene, others), doctrine(scene, then)
        starts = [imagine(scene, luck) for luck in how_wide(len(wanted), draws)]
        played = play_many(starts, scene.viewer, how_many(turns), wanted, rest, own)
        return [[self._later(world) for world in row] for row in played]

    def _later(self, world: World) -> Seen:
        return Seen(Scene(world, self._scene.viewer, self._scene.desk, imagined=True))

    def _orders(self, moves: Move | Iterable[Move]) -> list[Order]:
        self._scene.desk.weighed += 1
        given = _moves(moves if isinstance(moves, Move) else list(moves))
        taken, refused = sift(self._scene, self._scene.draft, given)
        for verdict in refused:
            if not verdict.moot:
                text = _("“{order}” cannot be tried out: {why}; ask me.can(order) first")
                raise Mistake(text.format(order=verdict.move.text, why=verdict.sentence))
        return taken


def _several(given: object) -> list[object]:
    return list(given) if isinstance(given, list | tuple | set | frozenset | Lands) else [given]
