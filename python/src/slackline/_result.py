"""The result of one run of a query, frame by frame, however its bytes come."""

from __future__ import annotations

from typing import Any

from ._arrow import ArrowReader
from ._chunk import Chunk
from ._errors import ConnectionLost, SlacklineError, error_of
from ._frames import END, PATHS, SCHEMA, FrameReader, Header, end_of


class Result:
    """Takes the frames of a result in their order: read so many bytes for a header, then so many for its content."""

    def __init__(self) -> None:
        self._frames = FrameReader()
        self._reader: ArrowReader | None = None
        self.ended = False
        self.has_begun = False
        self.notes: tuple[str, ...] = ()
        self.paths = 0
        """How many paths came."""

    def header(self, data: bytes) -> Header:
        header = self._frames.header(data)
        self.has_begun = True
        return header

    def take(self, header: Header, data: bytes) -> Chunk | None:
        """The chunk of a frame of paths. The last frame raises the error that it names, if any."""
        content = self._frames.content(header, data)
        if header.kind == SCHEMA:
            self._reader = ArrowReader(content)
        elif header.kind == PATHS and self._reader is not None:
            chunk = Chunk(self._reader, content)
            self.paths += len(chunk)
            return chunk
        elif header.kind == END:
            self._end(end_of(content))
        else:
            raise ConnectionLost(f"a frame of kind {header.kind} does not belong there")
        return None

    def _end(self, end: dict[str, Any]) -> None:
        self.ended = True
        self.notes = tuple(end["notes"])
        if end["paths"] != self.paths:
            raise ConnectionLost(f"{self.paths:,} paths came, and slackline sent {end['paths']:,}")
        if end["exit_code"] != 0:
            reason = end["error"] or "; ".join(self.notes) or f"slackline ended with exit code {end['exit_code']}"
            raise error_of(end["exit_code"], reason.removeprefix("slackline: "), self.notes)


def failure(exit_code: int | None, printed: str) -> SlacklineError:
    """The error of a program that ended before its first frame."""
    return error_of(exit_code or 0, printed or f"slackline ended with exit code {exit_code}, and printed nothing")
