"""Queries: paths of a command or of saved reports, filtered and thinned out before they come."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ._channels import Address, Channel, ProgramChannel, ServerChannel
from ._chunk import Chunk, frame_of
from ._columns import TimingPath
from ._errors import ConnectionLost, SlacklineError
from ._frames import HEADER_SIZE, best_codec
from ._options import Options, joined
from ._paths import PathList
from ._program import find
from ._result import Result

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Source(Protocol):
    """Where the paths of a query come from."""

    async def open(self, options: Options) -> Channel:
        """Starts the query."""


@dataclass(frozen=True)
class Files:
    """Saved reports, or a kept stream."""

    names: tuple[str, ...]
    units: str | None
    program: str | os.PathLike[str] | None

    async def open(self, options: Options) -> Channel:
        return await ProgramChannel.start(self.arguments(options))

    def arguments(self, options: Options) -> list[str]:
        """The command line."""
        units = [f"--units={self.units}"] if self.units else []
        return [find(self.program), "read", "--format=frames", "--quiet", *units, *options.arguments(), "--", *self.names]


@dataclass(frozen=True)
class Command:
    """A command in a design that a server has loaded."""

    address: Address
    design: str
    text: str

    async def open(self, options: Options) -> Channel:
        return await ServerChannel.request(self.address, "POST", self.path(), self.body(options))

    def path(self) -> str:
        return f"/v1/designs/{self.design}/paths"

    def body(self, options: Options) -> Mapping[str, Any]:
        compress = "none" if self.address.url.startswith("unix:") else best_codec()
        return {"command": self.text, "compress": compress, **options.body()}


class Query:
    """Paths, worst first, while they come. Nothing runs until it is iterated; iterated again, it runs again.

    Leave the loop, or cancel the task, and the query ends: OpenSTA stops, too. A loop that waits makes OpenSTA wait.
    """

    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._options = options
        self.notes: tuple[str, ...] = ()
        """After a run: warnings of the tool, names that no path has, and other remarks."""

    def where(self, condition: str) -> Query:
        """Only paths for which this holds, such as 'slack < 0 and group = "core_clk"' (FILTERS.md)."""
        return Query(self._source, self._options.also_where(condition))

    def distinct(self, columns: str | Iterable[str], by: str | None = None) -> Query:
        """Only the worst path for each combination of values in these columns; `by` says which is the worst."""
        return Query(self._source, self._options.then("distinct", distinct=joined(columns), by=by or self._options.by))

    def every(self, count: int) -> Query:
        """One path of `count`: the first, and then every count-th."""
        return Query(self._source, self._options.then("every", every=count))

    def sample(self, count: int, seed: int | None = None) -> Query:
        """`count` paths chosen at random, the same ones for the same seed."""
        return Query(self._source, self._options.then("sample", sample=count, seed=seed))

    def top(self, count: int, by: str | None = None) -> Query:
        """The first `count` paths in an order: the worst slack first, unless `by` says another, such as 'depth' or 'arrival desc'."""
        return Query(self._source, self._options.then("top", top=count, by=by or self._options.by))

    def skip(self, count: int) -> Query:
        """Without the first `count` paths."""
        return Query(self._source, self._options.then("skip", skip=count))

    def take(self, count: int) -> Query:
        """No more than `count` paths."""
        return Query(self._source, self._options.then("take", take=count))

    async def chunks(self) -> AsyncGenerator[Chunk, None]:
        """The paths in chunks of up to 1,000, column by column."""
        channel = await self._source.open(self._options)
        result = Result()
        try:
            while not result.ended:
                header = await self._header(channel, result)
                chunk = result.take(header, await channel.read(header.length))
                if chunk is not None:
                    yield chunk
        finally:
            self.notes = result.notes
            await channel.close()

    async def __aiter__(self) -> AsyncGenerator[TimingPath, None]:
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                for path in chunk.paths():
                    yield path

    async def pages(self, size: int) -> AsyncIterator[PathList]:
        """The paths in lists of `size`."""
        page: list[TimingPath] = []
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                page += chunk.paths()
                while len(page) >= size:
                    yield PathList(page[:size])
                    del page[:size]
        if page:
            yield PathList(page)

    async def all(self) -> PathList:
        """All paths in a list, which must fit into memory."""
        paths = PathList()
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                paths += chunk.paths()
        return paths

    async def first(self) -> TimingPath | None:
        """The first path; None when there is none."""
        async with aclosing(self.chunks()) as chunks:
            async for chunk in chunks:
                return chunk.paths()[0]
        return None

    async def to_pandas(self) -> pandas.DataFrame:
        """All paths as a pandas.DataFrame, without their points. Texts are categories; attrs["units"] has the units."""
        return frame_of(await self._all_chunks())

    async def to_arrow(self) -> pyarrow.Table:
        """All paths as a pyarrow.Table, points included. Needs pyarrow."""
        return table_of(await self._all_chunks())

    async def to_polars(self) -> polars.DataFrame:
        """All paths as a polars.DataFrame, points included. Needs polars and pyarrow."""
        import polars

        frame = polars.from_arrow(await self.to_arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame

    async def _all_chunks(self) -> list[Chunk]:
        async with aclosing(self.chunks()) as chunks:
            return [chunk async for chunk in chunks]

    async def _header(self, channel: Channel, result: Result) -> Any:
        data = await channel.read(HEADER_SIZE)
        if len(data) < HEADER_SIZE and not result.has_begun:
            raise (await channel.failure()) or ConnectionLost("slackline ended before it answered")
        return result.header(data)


def table_of(chunks: list[Chunk]) -> pyarrow.Table:
    """One pyarrow.Table of chunks."""
    import pyarrow

    if not chunks:
        raise SlacklineError("there is no path, and so no table")
    return pyarrow.Table.from_batches([]) if not chunks else pyarrow.concat_tables(
        [pyarrow.Table.from_batches([chunk.to_arrow()]) for chunk in chunks]
    ).unify_dictionaries()
