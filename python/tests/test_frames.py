"""Frames that are cut or changed are errors, wherever that happened."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from conftest import PROGRAM
from slackline._errors import ConnectionLost
from slackline._frames import END, HEADER_SIZE, PATHS, FrameReader
from slackline._result import Result


@pytest.fixture(scope="module")
def frames(report: Path) -> bytes:
    return subprocess.run(
        [PROGRAM, "read", report, "-f", "frames", "-q", "--take", "5", "--columns", "slack, endpoint_pin, depth, violated", "--points"],
        check=True, capture_output=True,
    ).stdout


def read(data: bytes) -> int:
    stream, result, paths = io.BytesIO(data), Result(), 0
    while not result.ended:
        header = result.header(stream.read(HEADER_SIZE))
        chunk = result.take(header, stream.read(header.length))
        paths += len(chunk.paths()) if chunk is not None else 0
    return paths


def test_whole_frames_are_read(frames: bytes) -> None:
    assert read(frames) == 5


def test_a_stream_cut_at_any_byte_is_an_error(frames: bytes) -> None:
    for length in range(len(frames)):
        with pytest.raises(ConnectionLost):
            read(frames[:length])


def test_a_changed_byte_is_an_error(frames: bytes) -> None:
    for place in range(0, len(frames), 7):
        changed = bytearray(frames)
        changed[place] ^= 0x20
        with pytest.raises(ConnectionLost):
            read(bytes(changed))


def test_a_missing_frame_is_an_error(frames: bytes) -> None:
    parts, at = [], 0
    reader = FrameReader()
    while at < len(frames):
        header = reader.header(frames[at : at + HEADER_SIZE])
        parts.append((header.kind, frames[at : at + HEADER_SIZE + header.length]))
        at += HEADER_SIZE + header.length
    assert [kind for kind, _ in parts][-1] == END
    with pytest.raises(ConnectionLost, match="frame 1 is missing"):
        read(b"".join(part for kind, part in parts if kind != PATHS))
