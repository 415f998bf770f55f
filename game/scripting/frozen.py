"""Frozen: what scripts are given cannot be changed, and a wrong name answers with the nearest right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.scripting.errors import Mistake, NoSuchName, near

if TYPE_CHECKING:
    from game.scripting.scene import Scene


class Frozen:
    """Read-only; an unknown attribute suggests a known one. Our own code sets slots with `object.__setattr__`."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        text = _("“{name}” cannot be set: what play() is given is read-only; give orders, or use me.memory[...]")
        raise Mistake(text.format(name=name))

    def __delattr__(self, name: str) -> None:
        raise Mistake(_("“{name}” cannot be deleted: what play() is given is read-only").format(name=name))

    if not TYPE_CHECKING:  # for type checkers unknown names stay errors

        def __getattr__(self, name: str) -> object:
            if name.startswith("__"):
                raise AttributeError(name)
            known = [each for each in dir(type(self)) if not each.startswith("_")]
            text = _("{what} has no “{name}”").format(what=self._title(), name=name)
            raise NoSuchName(text + near(name, known))

    def _title(self) -> str:
        """How sentences speak of such a thing."""
        return type(self).__name__.lower()

    def _set(self, **slots: object) -> None:
        for name, value in slots.items():
            object.__setattr__(self, name, value)


class OnMap(Frozen):
    """Something of a scene with a place in its lists, a state or a region; without a place it is false."""

    __slots__ = ("_index", "_scene")
    _index: int
    _scene: Scene

    def __init__(self, scene: Scene, index: int) -> None:
        self._set(_scene=scene, _index=index)

    def __bool__(self) -> bool:
        return self._index >= 0
