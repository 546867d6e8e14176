"""Chunks: up to 1,000 paths as they came, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from ._arrow import ArrowReader, Batch, Column, Schema
from ._columns import TimingPath, TimingPoint
from ._rows import R, row_class

if TYPE_CHECKING:
    import numpy
    import pandas
    import pyarrow

class Chunk:
    """Up to 1,000 paths. Its columns are decoded when they are asked for."""

    __slots__ = ("_batch", "_message", "_reader", "_schema")

    def __init__(self, reader: ArrowReader, message: bytes) -> None:
        self._reader = reader
        self._message = message
        self._schema: Schema = reader.schema
        self._batch: Batch = reader.batch(message)

    def __len__(self) -> int:
        return self._batch.length

    def __iter__(self) -> Iterator[TimingPath]:
        return iter(self.paths())

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, the points not among them."""
        return tuple(item.name for item in self._schema.fields if item.kind != "list")

    @property
    def units(self) -> Mapping[str, str]:
        """The units of its columns of numbers, such as {'slack': 'ns'}."""
        return _units(self._schema.fields)

    def column(self, name: str) -> list[Any]:
        """The values of a column, None where a path has none. Raises KeyError for a column that was not read."""
        for item in self._batch.columns:
            if item.field.name == name and item.field.kind != "list":
                return values(item)
        raise KeyError(f"'{name}' was not read: the query has the columns {', '.join(self.columns)}")

    def numpy(self, name: str) -> numpy.ndarray[Any, Any]:
        """A column of numbers as an array of doubles, NaN where a path has none; without a loop over the paths."""
        for item in self._batch.columns:
            if item.field.name == name and item.field.kind in ("float", "int"):
                return _numbers(item)
        raise KeyError(f"there is no column of numbers '{name}'")

    def paths(self) -> list[TimingPath]:
        """The paths."""
        read = [points(item) if item.field.kind == "list" else values(item) for item in self._batch.columns]
        return _rows(TimingPath, self._schema.fields, read, len(self))

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas.DataFrame of the paths, without their points. Texts are categories."""
        return frame_of([self])

    def to_arrow(self) -> pyarrow.RecordBatch:
        """A pyarrow.RecordBatch of the paths, points included. Needs pyarrow."""
        import pyarrow

        stream = pyarrow.BufferReader(self._reader.message + self._message)
        return pyarrow.ipc.open_stream(stream).read_next_batch()


def values(column: Column) -> list[Any]:
    """The values of a column; None for null."""
    if column.nulls == column.length:
        return [None] * column.length
    kind = column.field.kind
    if kind == "text":
        texts = column.texts or []
        read: list[Any] = list(map(texts.__getitem__, column.values[: 4 * column.length].cast("i").tolist()))
    elif kind == "float":
        read = column.values[: 8 * column.length].cast("d").tolist()
    elif kind == "int":
        read = column.values[: 4 * column.length].cast("i").tolist()
    else:
        read = list(map(bool, _bits(column.values, column.length)))
    if column.nulls:
        return [value if valid else None for value, valid in zip(read, _bits(column.validity, column.length))]
    return read


def points(column: Column) -> list[tuple[TimingPoint, ...]]:
    """The points of each path."""
    (item,) = column.children
    read = _rows(TimingPoint, column.field.children[0].children, [values(child) for child in item.children], item.length)
    offsets = column.values[: 4 * (column.length + 1)].cast("i").tolist()
    return [tuple(read[a:b]) for a, b in zip(offsets, offsets[1:])]


def frame_of(chunks: Sequence[Chunk]) -> pandas.DataFrame:
    """One pandas.DataFrame of chunks, in their order, without a loop over paths."""
    import numpy
    import pandas

    if not chunks:
        return pandas.DataFrame()
    fields = [item for item in chunks[0]._schema.fields if item.kind != "list"]
    data: dict[str, Any] = {}
    for place, item in enumerate(fields):
        columns = [chunk._batch.columns[place] for chunk in chunks]
        if item.kind == "text":
            data[item.name] = _categories(columns)
        elif item.kind == "flag":
            data[item.name] = pandas.arrays.BooleanArray(
                numpy.concatenate([_flags(column.values, column.length) for column in columns]),
                numpy.concatenate([_nulls(column) for column in columns]),
            )
        elif item.kind == "int":
            data[item.name] = pandas.arrays.IntegerArray(
                numpy.concatenate([numpy.frombuffer(column.values, "<i4", column.length) for column in columns]),
                numpy.concatenate([_nulls(column) for column in columns]),
            )
        else:
            data[item.name] = numpy.concatenate([_numbers(column) for column in columns])
    frame = pandas.DataFrame(data, copy=False)
    frame.attrs["units"] = dict(_units(chunks[0]._schema.fields))
    return frame


def _categories(columns: Sequence[Column]) -> pandas.Categorical:
    import numpy
    import pandas

    # One code for each text of all chunks; each chunk's codes are translated with one look at its dictionary.
    known: dict[str, int] = {}
    codes = []
    for column in columns:
        texts = column.texts or []
        translated = numpy.fromiter((known.setdefault(text, len(known)) for text in texts), numpy.int32, len(texts))
        if column.nulls == column.length:
            codes.append(numpy.full(column.length, -1, numpy.int32))
            continue
        own = translated[numpy.frombuffer(column.values, "<i4", column.length)]
        if column.nulls:
            own[_nulls(column)] = -1
        codes.append(own)
    return pandas.Categorical.from_codes(numpy.concatenate(codes), categories=pandas.Index(list(known), dtype=object))


def _numbers(column: Column) -> numpy.ndarray[Any, Any]:
    import numpy

    kind = "<f8" if column.field.kind == "float" else "<i4"
    read = numpy.frombuffer(column.values, kind, column.length)
    if column.nulls or kind != "<f8":
        read = read.astype("f8")
    if column.nulls:
        read[_nulls(column)] = numpy.nan
    return read


def _nulls(column: Column) -> numpy.ndarray[Any, Any]:
    import numpy

    if not column.nulls:
        return numpy.zeros(column.length, bool)
    return ~_flags(column.validity, column.length)


def _flags(bits: memoryview, length: int) -> numpy.ndarray[Any, Any]:
    import numpy

    return numpy.unpackbits(numpy.frombuffer(bits, "u1"), count=length, bitorder="little").astype(bool)


_BITS_OF_BYTE = [tuple(byte >> bit & 1 for bit in range(8)) for byte in range(256)]


def _bits(bits: memoryview, length: int) -> list[int]:
    read = [bit for byte in bits[: (length + 7) // 8] for bit in _BITS_OF_BYTE[byte]]
    del read[length:]
    return read


def _units(fields: Sequence[Any]) -> dict[str, str]:
    return {item.name: item.metadata["unit"] for item in fields if "unit" in item.metadata}


def _rows(base: type[R], fields: Sequence[Any], columns: list[list[Any]], count: int) -> list[R]:
    cls = row_class(base, tuple(item.name for item in fields), _units(fields))
    if not columns:
        return [_new(cls, ()) for _ in range(count)]
    return list(map(_new, repeat(cls), zip(*columns)))


_new: Any = tuple.__new__
