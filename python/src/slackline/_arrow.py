"""Reads the messages of an Arrow IPC stream without pyarrow, as far as slackline writes them.

Format: https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc and the flatbuffers
Message.fbs and Schema.fbs there. A flatbuffer's table begins with the distance back to its vtable, which has a 16-bit offset
for each field; strings, vectors and tables are reached by 32-bit offsets from where they are named.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ._errors import ConnectionLost

Kind = Literal["text", "float", "int", "flag", "list", "struct"]

_U16 = struct.Struct("<H")
_I16 = struct.Struct("<h")
_I32 = struct.Struct("<i")
_U32 = struct.Struct("<I")
_I64 = struct.Struct("<q")

_CONTINUATION = 0xFFFFFFFF
_SCHEMA_HEADER = 1
_DICTIONARY_HEADER = 2
_RECORD_BATCH_HEADER = 3

# Type.fbs: Int = 2, FloatingPoint = 3, Utf8 = 5, Bool = 6, List = 12, Struct_ = 13.
_KINDS: dict[int, Kind] = {2: "int", 3: "float", 5: "text", 6: "flag", 12: "list", 13: "struct"}


@dataclass(frozen=True, slots=True)
class Field:
    """A column of an Arrow table."""

    name: str
    kind: Kind
    children: tuple[Field, ...] = ()
    dictionary: int | None = None
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of an Arrow table, and what is said of all of it."""

    fields: tuple[Field, ...]
    metadata: dict[str, str]


@dataclass(slots=True)
class Column:
    """A column of a batch, as the buffers that it came in."""

    field: Field
    length: int
    nulls: int
    validity: memoryview
    """A bit for each value that is not null, the lowest first; empty where none is null."""
    values: memoryview
    """Numbers, bits of flags, or places in the dictionary; offsets of a list."""
    texts: list[str] | None = None
    """The dictionary of a column of texts."""
    children: tuple[Column, ...] = ()


@dataclass(slots=True)
class Batch:
    """The columns of some paths."""

    length: int
    columns: tuple[Column, ...]


class ArrowReader:
    """Reads a schema, and then the batches that have it."""

    def __init__(self, schema_message: bytes) -> None:
        self.message = schema_message
        (kind, header, _), *rest = _messages(memoryview(schema_message))
        if kind != _SCHEMA_HEADER or rest:
            raise ConnectionLost("the result does not begin with its columns")
        self.schema = Schema(tuple(_field(item) for item in header.tables(1)), _metadata(header, 2))
        self._texts: dict[int, list[str]] = {}
        self._of_dictionary = {item.dictionary: item for item in _walk(self.schema.fields) if item.dictionary is not None}

    def batch(self, messages: bytes) -> Batch:
        """Reads the messages of a batch: its dictionaries, and its rows."""
        result: Batch | None = None
        for kind, header, body in _messages(memoryview(messages)):
            if kind == _DICTIONARY_HEADER:
                number = header.int64(0)
                if number not in self._of_dictionary or header.byte(2):
                    raise ConnectionLost(f"there is no column for dictionary {number} of the result")
                self._texts[number] = _texts(header.table(1), body)
            elif kind == _RECORD_BATCH_HEADER and result is None:
                result = self._rows(header, body)
            else:
                raise ConnectionLost(f"a message of kind {kind} is not one of a result")
        if result is None:
            raise ConnectionLost("a frame of paths has no paths")
        return result

    def _rows(self, header: _Table, body: memoryview) -> Batch:
        nodes = header.structs(1, 16)
        buffers = header.structs(2, 16)
        columns = tuple(self._column(item, nodes, buffers, body) for item in self.schema.fields)
        return Batch(header.int64(0), columns)

    def _column(self, item: Field, nodes: Iterator[Any], buffers: Iterator[Any], body: memoryview) -> Column:
        length, nulls = _two(next(nodes))
        validity = _buffer(buffers, body)
        if item.kind == "struct":
            children = tuple(self._column(child, nodes, buffers, body) for child in item.children)
            return Column(item, length, nulls, validity, body[:0], children=children)
        values = _buffer(buffers, body)
        if item.kind == "list":
            children = tuple(self._column(child, nodes, buffers, body) for child in item.children)
            return Column(item, length, nulls, validity, values, children=children)
        texts = self._texts.get(item.dictionary, []) if item.dictionary is not None else None
        return Column(item, length, nulls, validity, values, texts)


class _Table:
    """A table of a flatbuffer."""

    def __init__(self, data: memoryview, at: int) -> None:
        self._data = data
        self._at = at
        self._vtable = at - _I32.unpack_from(data, at)[0]
        self._size = _U16.unpack_from(data, self._vtable)[0]

    def _place(self, number: int) -> int:
        """Where a field is; 0 where it has its default."""
        entry = 4 + 2 * number
        offset: int = _U16.unpack_from(self._data, self._vtable + entry)[0] if entry < self._size else 0
        return self._at + offset if offset else 0

    def _target(self, number: int) -> int:
        place = self._place(number)
        return place + int(_U32.unpack_from(self._data, place)[0]) if place else 0

    def byte(self, number: int) -> int:
        place = self._place(number)
        return int(self._data[place]) if place else 0

    def int16(self, number: int) -> int:
        place = self._place(number)
        return int(_I16.unpack_from(self._data, place)[0]) if place else 0

    def int64(self, number: int) -> int:
        place = self._place(number)
        return int(_I64.unpack_from(self._data, place)[0]) if place else 0

    def text(self, number: int) -> str:
        target = self._target(number)
        if not target:
            return ""
        (length,) = _U32.unpack_from(self._data, target)
        return bytes(self._data[target + 4 : target + 4 + length]).decode()

    def has(self, number: int) -> bool:
        return self._place(number) != 0

    def table(self, number: int) -> _Table:
        target = self._target(number)
        if not target:
            raise ConnectionLost("a message of the result has no header")
        return _Table(self._data, target)

    def tables(self, number: int) -> Iterator[_Table]:
        target = self._target(number)
        if target:
            (count,) = _U32.unpack_from(self._data, target)
            for at in range(target + 4, target + 4 + 4 * count, 4):
                yield _Table(self._data, at + _U32.unpack_from(self._data, at)[0])

    def structs(self, number: int, size: int) -> Iterator[memoryview]:
        target = self._target(number)
        if target:
            (count,) = _U32.unpack_from(self._data, target)
            for at in range(target + 4, target + 4 + size * count, size):
                yield self._data[at : at + size]


def _messages(data: memoryview) -> Iterator[tuple[int, _Table, memoryview]]:
    at = 0
    try:
        while at < len(data):
            mark, size = struct.unpack_from("<II", data, at)
            if mark != _CONTINUATION:
                raise ConnectionLost("a message of the result does not begin as one of Arrow does")
            meta = data[at + 8 : at + 8 + size]
            message = _Table(meta, _U32.unpack_from(meta, 0)[0])
            body_length = message.int64(3)
            end = at + 8 + size + body_length
            if end > len(data):
                raise ConnectionLost("a message of the result is cut")
            yield message.byte(1), message.table(2), data[at + 8 + size : end]
            at = end
    except struct.error as error:
        raise ConnectionLost(f"a message of the result is damaged: {error}") from error


def _field(table: _Table) -> Field:
    number = table.byte(2)
    if number not in _KINDS:
        raise ConnectionLost(f"column '{table.text(0)}' has type {number} of Arrow, which this version does not read")
    children = tuple(_field(child) for child in table.tables(5))
    dictionary = table.table(4).int64(0) if table.has(4) else None
    return Field(table.text(0), _KINDS[number], children, dictionary, _metadata(table, 6))


def _metadata(table: _Table, number: int) -> dict[str, str]:
    return {pair.text(0): pair.text(1) for pair in table.tables(number)}


def _walk(fields: tuple[Field, ...]) -> Iterator[Field]:
    for item in fields:
        yield item
        yield from _walk(item.children)


def _two(data: memoryview) -> tuple[int, int]:
    return _I64.unpack_from(data, 0)[0], _I64.unpack_from(data, 8)[0]


def _buffer(buffers: Iterator[memoryview], body: memoryview) -> memoryview:
    offset, length = _two(next(buffers))
    return body[offset : offset + length]


def _texts(header: _Table, body: memoryview) -> list[str]:
    """The texts of a dictionary."""
    count = header.int64(0)
    buffers = header.structs(2, 16)
    _buffer(buffers, body)
    offsets = _buffer(buffers, body)[: 4 * (count + 1)].cast("i").tolist() if count else [0]
    data = bytes(_buffer(buffers, body)) if count else b""
    text = data.decode()
    if len(text) == len(data):
        return [text[a:b] for a, b in zip(offsets, offsets[1:])]
    return [data[a:b].decode() for a, b in zip(offsets, offsets[1:])]
