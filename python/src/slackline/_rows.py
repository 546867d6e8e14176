"""Rows: what TimingPath and TimingPoint are made of. The columns of a query are known when it runs, and it has a class of its own for them."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

R = TypeVar("R", bound="Row")

# Rows are tuples, which only their classes of a query say.
_item: Any = tuple.__getitem__
_values: Any = tuple
_new: Any = tuple.__new__


class Row:
    """A row of a result. It cannot be changed, takes the room of a tuple, and compares and hashes as one."""

    __slots__ = ()
    _names: ClassVar[tuple[str, ...]] = ()
    _places: ClassVar[Mapping[str, int]] = {}
    _units: ClassVar[Mapping[str, str]] = {}

    def __getitem__(self, name: str) -> Any:
        """The value of a column, or of an expression as it was written in the query."""
        try:
            return _item(self, self._places[name])
        except KeyError:
            raise KeyError(f"'{name}' was not read: the query has the columns {', '.join(self._names)}") from None

    def as_dict(self) -> dict[str, Any]:
        """The columns and their values. Points are dictionaries, too."""
        return {name: _plain(self[name]) for name in self._names}

    def unit_of(self, name: str) -> str:
        """The unit of a column's numbers, such as 'ns'; empty for other columns."""
        return self._units.get(name, "")

    def __repr__(self) -> str:
        shown = (f"{name}={self[name]!r}" for name in self._names if self[name] is not None and name != "points")
        return f"{type(self).__bases__[0].__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        base = type(self).__bases__[0]
        return _restore, (base, self._names, dict(self._units), _values(self))

    def _not_read(self, name: str) -> AttributeError:
        return AttributeError(f"'{name}' was not read: the query has the columns {', '.join(self._names)}")


def row_class(base: type[R], names: tuple[str, ...], units: Mapping[str, str]) -> type[R]:
    """The class of rows that have these columns."""
    any_base: Any = base
    cls: type[R] = _row_class(any_base, names, tuple(sorted(units.items())))
    return cls


@lru_cache(maxsize=256)
def _row_class(base: Any, names: tuple[str, ...], units: tuple[tuple[str, str], ...]) -> Any:
    # The getters of a named tuple read a place at the speed of C, past __getitem__, which takes names here.
    fields = [f"place_{place}" for place in range(len(names))]
    named = namedtuple("named", fields)  # type: ignore[misc]
    getters = [named.__dict__[field] for field in fields]
    members: dict[str, Any] = {
        "__slots__": (),
        "__module__": base.__module__,
        "__doc__": base.__doc__,
        "_names": names,
        "_places": {name: place for place, name in enumerate(names)},
        "_units": dict(units),
    }
    for place, name in enumerate(names):
        members[name] = getters[place]
    return type(base.__name__, (base, tuple), members)


def _restore(base: type[R], names: tuple[str, ...], units: dict[str, str], values: tuple[Any, ...]) -> R:
    row: R = _new(row_class(base, names, units), values)
    return row


def _plain(value: Any) -> Any:
    return [item.as_dict() for item in value] if isinstance(value, tuple) else value
