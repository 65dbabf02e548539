"""Properties computed once per object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

__all__ = ["once"]

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 -- a decorator
    """Decorate a method: it becomes a property whose value is computed on first use and then kept.

    It is `functools.cached_property` without the lock that this acquires for each value before Python 3.12.

    Example:
        >>> class Word:
        ...     @once
        ...     def low(self):
        ...         print("computed")
        ...         return "oslo"
        >>> word = Word()
        >>> word.low, word.low
        computed
        ('oslo', 'oslo')
    """

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self._name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, owner: None, _: type) -> Self: ...

    @overload
    def __get__(self, owner: object, _: type) -> T: ...

    def __get__(self, owner: Any, _: type) -> T | Self:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._read(owner)
        return value
