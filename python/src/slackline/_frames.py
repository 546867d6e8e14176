"""Frames: how a result comes out of slackline (TRANSPORT.md). This reads them, whatever they come through.

Each frame has a header of 24 bytes, low bytes first: b"SLF1", its kind, its codec, two bytes 0, its number from 0 on, the
bytes of its content as sent and when not compressed, and the CRC-32 of these 20 bytes and the content.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ._errors import ConnectionLost

HEADER_SIZE = 24
_HEADER = struct.Struct("<4sBBHIIII")
_MAX_CONTENT = 1 << 28

SCHEMA = 1
PATHS = 2
END = 3

_NONE = 0
_LZ4 = 1
_ZSTD = 2


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a frame."""

    kind: int
    codec: int
    number: int
    length: int
    plain_length: int
    checksum: int
    checked: bytes


class FrameReader:
    """Checks frames in their order and unpacks their content."""

    def __init__(self) -> None:
        self._next = 0
        self.ended = False

    def header(self, data: bytes) -> Header:
        """Reads a header. Raises ConnectionLost when it is cut, or not the next frame's."""
        if len(data) == 0:
            raise ConnectionLost("slackline ended before it said that this was all: paths may be missing")
        if len(data) < HEADER_SIZE:
            raise ConnectionLost(f"the result ends within the header of frame {self._next}: paths are missing")
        magic, kind, codec, zero, number, length, plain_length, checksum = _HEADER.unpack(data)
        if magic != b"SLF1" or zero != 0:
            raise ConnectionLost(f"frame {self._next} does not begin as a frame does: {data[:16]!r}")
        if number != self._next:
            raise ConnectionLost(f"frame {self._next} is missing: frame {number} came in its place")
        if max(length, plain_length) > _MAX_CONTENT:
            raise ConnectionLost(f"frame {number} claims {max(length, plain_length):,} bytes, more than a frame may have")
        self._next += 1
        return Header(kind, codec, number, length, plain_length, checksum, data[:20])

    def content(self, header: Header, data: bytes) -> bytes:
        """Checks and unpacks the content of a frame."""
        if len(data) != header.length:
            raise ConnectionLost(f"the result ends within frame {header.number}: paths are missing")
        if zlib.crc32(data, zlib.crc32(header.checked)) != header.checksum:
            raise ConnectionLost(f"frame {header.number} was changed on its way: its checksum is wrong")
        content = data if header.codec == _NONE else _unpack(header, data)
        if len(content) != header.plain_length:
            raise ConnectionLost(f"frame {header.number} has {len(content):,} bytes, not {header.plain_length:,}")
        self.ended = header.kind == END
        return content


def end_of(content: bytes) -> dict[str, Any]:
    """The last frame: how the query ended."""
    end: dict[str, Any] = json.loads(content)
    return end


def best_codec() -> str:
    """The codec to ask for over a network: one that this Python can unpack."""
    for codec, name in ((_LZ4, "lz4"), (_ZSTD, "zstd")):
        if _decompressor(codec) is not None:
            return name
    return "none"


def _unpack(header: Header, data: bytes) -> bytes:
    decompress = _decompressor(header.codec)
    if decompress is None:
        raise ConnectionLost(
            f"frame {header.number} is compressed with codec {header.codec}, and no package here unpacks it: "
            "install lz4, zstandard or pyarrow, or ask for no compression"
        )
    return decompress(data, header.plain_length)


def _decompressor(codec: int) -> Callable[[bytes, int], bytes] | None:
    if codec == _LZ4:
        return _lz4_block() or _pyarrow("lz4_raw")
    if codec == _ZSTD:
        return _zstandard() or _pyarrow("zstd")
    return None


def _lz4_block() -> Callable[[bytes, int], bytes] | None:
    try:
        import lz4.block
    except ImportError:
        return None
    return lambda data, length: bytes(lz4.block.decompress(data, uncompressed_size=length))


def _zstandard() -> Callable[[bytes, int], bytes] | None:
    try:
        from compression import zstd
    except ImportError:
        pass
    else:
        return lambda data, length: bytes(zstd.decompress(data))
    try:
        import zstandard
    except ImportError:
        return None
    return lambda data, length: bytes(zstandard.ZstdDecompressor().decompress(data, max_output_size=length))


def _pyarrow(codec: str) -> Callable[[bytes, int], bytes] | None:
    try:
        import pyarrow
    except ImportError:
        return None
    return lambda data, length: bytes(pyarrow.decompress(data, length, codec=codec, asbytes=True))
