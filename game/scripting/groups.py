"""Groups: several states or regions in a fixed order; empty ones are safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from game.language import _
from game.scripting.errors import Mistake, near, shown
from game.scripting.frozen import Frozen

if TYPE_CHECKING:
    from game.scripting.land import Land
    from game.scripting.regions import Region
    from game.scripting.scene import Scene

Item = TypeVar("Item", "Land", "Region")
Self = TypeVar("Self", bound="Group[Any]")


class Group(Frozen, Generic[Item]):
    """Several states or regions. `for`, `len`, `in`, `group["name"]`, `group[0]`, `me.random.choice(group)`.

    Where there is nothing to give, it gives Nobody or Nowhere: false, all readings 0, orders to it skipped.
    """

    __slots__ = ("_items", "_scene")
    _items: tuple[Item, ...]
    _scene: Scene

    def __init__(self, scene: Scene, items: Iterable[Item]) -> None:
        self._set(_scene=scene, _items=tuple(items))

    def _nothing(self) -> Item:
        raise NotImplementedError

    def _one(self, item: object) -> Item:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, item: object) -> bool:
        return self._one(item) in self._items

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Group) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return "[" + ", ".join(item.name for item in self._items) + "]"

    @overload
    def __getitem__(self, which: int | str) -> Item: ...
    @overload
    def __getitem__(self: Self, which: slice) -> Self: ...
    def __getitem__(self, which: int | str | slice) -> Any:
        if isinstance(which, slice):
            return type(self)(self._scene, self._items[which])
        if isinstance(which, str):
            return self._named(which)
        if isinstance(which, bool) or not isinstance(which, int):
            raise Mistake(_("expected a name or a place in the group, found {found}").format(found=shown(which)))
        if not -len(self) <= which < len(self):
            return self._nothing()
        return self._items[which]

    def _named(self, name: str) -> Item:
        item = self._one(name)
        if item in self._items:
            return item
        known = near(name, (each.name for each in self._items))
        raise Mistake(_("“{name}” is not in this group: {group}").format(name=name, group=self) + known)

    def where(self: Self, test: Callable[[Any], object]) -> Self:
        """Keep those for which the test is true: `me.neighbours.where(lambda s: s.arms > me.arms)`."""
        return type(self)(self._scene, (item for item in self._items if test(item)))

    def without(self: Self, *others: object) -> Self:
        """Leave some out, each given itself or by name."""
        gone = {self._one(other) for other in others}
        return type(self)(self._scene, (item for item in self._items if item not in gone))

    def most(self, key: Callable[[Item], float]) -> Item:
        """The one with the largest number; equal ones by a fixed order of ids. Nobody of an empty group."""
        return max(self._items, key=lambda item: (key(item), item._rank), default=self._nothing())

    def least(self, key: Callable[[Item], float]) -> Item:
        """The one with the smallest number; equal ones by a fixed order of ids. Nobody of an empty group."""
        return min(self._items, key=lambda item: (key(item), item._rank), default=self._nothing())

    @property
    def names(self) -> list[str]:
        """Their names."""
        return [item.name for item in self._items]

    @property
    def richest(self) -> Item:
        """The one with the largest economy or wealth."""
        return self.most(lambda item: item.worth)
