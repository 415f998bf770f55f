"""What is read once of an object and then kept on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """A property that is read once: functools.cached_property without the lock that this takes on Python 3.11, which
    costs as much as what is read.
    """

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, whose: None, owner: type) -> once[T]: ...

    @overload
    def __get__(self, whose: Any, owner: type) -> T: ...

    def __get__(self, whose: Any, owner: type) -> once[T] | T:
        if whose is None:
            return self
        value = self.read(whose)
        whose.__dict__[self.name] = value
        return value
