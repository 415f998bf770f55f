"""Scene: a world as one state sees it, with the names that scripts use; and what the host keeps of a turn."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from game.language import _
from game.orders.kind import Order
from game.scripting.errors import Mistake, near, shown, wrong_word
from game.world import World

if TYPE_CHECKING:
    from game.scripting.land import Land
    from game.scripting.lands import Lands
    from game.scripting.me import Me
    from game.scripting.regions import Region, Regions

MOST_NOTES, LONGEST_NOTE = 100, 500


@dataclass(eq=False)
class Desk:
    """What the host keeps of one turn of one script: its file, memory, notes, and the orders given so far."""

    file: str = ""
    memory: dict[str, Any] = field(default_factory=dict)
    notes: list[tuple[int | None, str]] = field(default_factory=list)
    draft: list[Order] = field(default_factory=list)
    made: int = 0
    weighed: int = 0

    def line(self) -> int | None:
        """The line of the script that is being run, None outside it."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.file:
                return frame.f_lineno
            frame = frame.f_back  # type: ignore[assignment]
        return None


class Scene:
    """A world, the state that looks at it, and the objects that a script gets for its states and regions.

    `world` is a View, or what the forward model made of one. `imagined` scenes keep no draft.
    """

    def __init__(self, world: World, viewer: int, desk: Desk, imagined: bool = False) -> None:
        self.world, self.viewer, self.desk, self.imagined = world, viewer, desk, imagined
        self._lands: dict[int, Land] = {}
        self._regions: dict[int, Region] = {}

    @cached_property
    def me(self) -> Me:
        """The state that looks."""
        from game.scripting.me import Me

        return Me(self, self.viewer)

    @cached_property
    def nobody(self) -> Land:
        """The state of an empty group."""
        from game.scripting.land import Nobody

        return Nobody(self, -1)

    @cached_property
    def chance(self) -> random.Random:
        """A generator of the seat's own chance, the same for the same seat key and turn on every machine."""
        return random.Random(self.key("script"))

    def key(self, purpose: str) -> int:
        """Hash the seat's own key, the turn and a purpose to 63 bits."""
        text = f"{int(self.world.seat_seed[self.viewer])} {int(self.world.turn)} {purpose}"
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little") >> 1

    @property
    def draft(self) -> list[Order]:
        """The orders given so far this turn."""
        return [] if self.imagined else self.desk.draft

    def land(self, index: int) -> Land:
        """A state by its index; Nobody for -1."""
        from game.scripting.land import Land

        if index < 0:
            return self.nobody
        if index == self.viewer:
            return self.me
        if index not in self._lands:
            self._lands[index] = Land(self, index)
        return self._lands[index]

    def region(self, index: int) -> Region:
        """A region by its index; Nowhere for -1."""
        from game.scripting.regions import Region

        if index not in self._regions:
            self._regions[index] = Region(self, index)
        return self._regions[index]

    def lands(self, indices: Iterable[int]) -> Lands:
        """A group of states."""
        from game.scripting.lands import Lands

        return Lands(self, (self.land(i) for i in indices))

    def regions(self, indices: Iterable[int]) -> Regions:
        """A group of regions."""
        from game.scripting.regions import Regions

        return Regions(self, (self.region(r) for r in indices))

    def state(self, what: object) -> Land:
        """The state that a script means: itself, or its code, id or name; raises Mistake."""
        from game.scripting.land import Land

        if isinstance(what, Land):
            return what if what._scene is self else self.land(what._index)
        if isinstance(what, str):
            return self.land(self._find(what, self._state_names, _("state"), self.world.setting.codes))
        raise Mistake(_misplaced(what, _("a state, such as world[“{code}”]").format(code=self._example)))

    def place(self, what: object) -> Region:
        """The region that a script means: itself, or its id or name; raises Mistake."""
        from game.scripting.regions import Region

        if isinstance(what, Region):
            return what if what._scene is self else self.region(what._index)
        if isinstance(what, str):
            return self.region(self._find(what, self._region_names, _("region"), ()))
        name = self.world.setting.region_names[0]
        raise Mistake(_misplaced(what, _("a region, such as world.region(“{name}”)").format(name=name)))

    def word(self, word: object, known: Iterable[str], what: str) -> str:
        """A word out of those known; raises Mistake with the nearest."""
        words = list(known)
        if not isinstance(word, str) or word not in words:
            raise wrong_word(word, words, what)
        return word

    @property
    def _example(self) -> str:
        codes = self.world.setting.codes
        return codes[1 if self.viewer == 0 and len(codes) > 1 else 0]

    def _find(self, name: str, known: dict[str, int], what: str, listed: Iterable[str]) -> int:
        index = known.get(name.casefold())
        if index is None:
            text = _("there is no {what} “{name}”").format(what=what, name=name)
            hint = near(name, self._spelled(known))
            names = ", ".join(listed)
            raise Mistake(text + (hint or (_("; there are: {names}").format(names=names) if names else "")))
        return index

    def _spelled(self, known: dict[str, int]) -> list[str]:
        setting = self.world.setting
        proper = [*setting.names, *setting.codes, *setting.region_names]
        return [next((p for p in proper if p.casefold() == name), name) for name in known]

    @cached_property
    def _state_names(self) -> dict[str, int]:
        setting = self.world.setting
        return _lookup(setting.names, setting.ids, setting.codes)

    @cached_property
    def _region_names(self) -> dict[str, int]:
        setting = self.world.setting
        return _lookup(setting.region_names, setting.region_ids)


def _lookup(*columns: Iterable[str]) -> dict[str, int]:
    """Indices by name in lower case; later columns win."""
    return {name.casefold(): index for names in columns for index, name in enumerate(names)}


def _misplaced(what: object, expected: str) -> str:
    text = _("expected {expected}, found {found}").format(expected=expected, found=shown(what))
    if isinstance(what, int | float) and not isinstance(what, bool):
        text += _("; states and regions have names, not numbers")
    elif type(what).__name__ in ("Lands", "Regions"):
        text += _("; take one of them, such as .strongest or .richest")
    return text
